// A save, or what many have come to, in; the line that is said of it out.
import type { FoundIn } from '#contract/article.ts';
import { unreachable } from '#contract/errors.ts';
import type { SaveState } from '#contract/save.ts';
import type { SaveOverview } from '#contract/saveTally.ts';
import { formatBytes, formatMoment, formatTime } from '../ui/dates.ts';
import { failureText } from '../ui/failureText.ts';
import { words } from '../ui/words.ts';

// A time of day further off than this needs its day.
const NEAR_MS = 12 * 60 * 60 * 1000;

/** Where a save stands. */
export function stateLine(progress: SaveState): string {
  switch (progress.state) {
    case 'waiting':
      return words.saving.waiting;
    case 'postponed':
      return postponedLine(failureText(progress.error), progress.until);
    case 'offline':
      return progress.portal === null ? words.saving.offline : words.saving.offlinePortal;
    case 'fetching':
      return progress.receivedBytes === 0
        ? words.saving.connecting
        : words.saving.fetching({ received: formatBytes(progress.receivedBytes) });
    case 'extracting':
      return words.saving.extracting;
    case 'rendering':
      return words.saving.rendering;
    case 'pages':
      return progress.total === null
        ? words.saving.page({ page: progress.done + 1 })
        : words.saving.pageOf({ page: progress.done + 1, total: progress.total });
    case 'images':
      return words.saving.images({ done: progress.done, total: progress.total });
    case 'ready':
      return words.saving.ready;
    case 'failed':
      return failureText(progress.error);
    default:
      return unreachable(progress);
  }
}

function postponedLine(reason: string, until: string): string {
  const isNear = Math.abs(Date.parse(until) - Date.now()) < NEAR_MS;
  return isNear
    ? words.saving.postponedTime({ reason, time: formatTime(until) })
    : words.saving.postponedDay({ reason, moment: formatMoment(until) });
}

/** Where the link to a page was met. */
export function foundLine({ title, sentence }: FoundIn): string {
  return sentence === null ? words.saving.foundIn({ title }) : words.saving.foundInSentence({ title, sentence });
}

/** How far all saves are. */
export function overviewLine({ ended, failed, total }: SaveOverview): string {
  const saved = ended - failed;
  return failed === 0 ? words.saving.overview({ saved, total }) : words.saving.overviewFailed({ saved, total, failed });
}

/** What the tray holds and how it stands with it. */
export interface TraySummary {
  readonly open: number;
  readonly failed: number;
  readonly isPaused: boolean;
  readonly isOffline: boolean;
}

/** The same in a few words. */
export function summaryLine({ open, failed, isPaused, isOffline }: TraySummary): string {
  const { saving } = words;
  if (open === 0) return saving.summaryFailed({ failed });
  if (isOffline && failed === 0 && !isPaused) return saving.summaryOffline({ open });
  if (failed === 0) return isPaused ? saving.summaryPaused({ open }) : saving.summarySaving({ open });
  return isPaused ? saving.summaryPausedFailed({ open, failed }) : saving.summarySavingFailed({ open, failed });
}
