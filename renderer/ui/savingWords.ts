// What is said on screen about saving.
import { unreachable, type ErrorCode } from '#contract/errors.ts';
import type { SaveOutcome, SaveState } from '#contract/save.ts';
import type { SaveOverview } from '#contract/saveTally.ts';
import { formatBytes, formatClock, formatCount, plural } from './dates.ts';

/** The words around saving; part of `words`. */
export const savingWords = {
  title: 'Save to Layover',
  label: 'Addresses, or a text to keep',
  placeholder: 'Paste one or more addresses, a text, or part of a page',
  understoodAddresses: (count: number) =>
    count === 1
      ? 'Will be fetched and kept as an article.'
      : `Will be fetched and kept as ${formatCount(count)} articles.`,
  understoodText: (count: number) => `Will be kept as a text of ${plural(count, 'word', 'words')}.`,
  understoodHtml: (count: number) =>
    `Will be kept as a text of ${plural(count, 'word', 'words')}, with its formatting.`,
  hint: 'Or drop files, links or text anywhere on the window.',
  chooseFiles: 'Choose files…',
  dropTitle: 'Drop to save',
  dropHint: 'Saved pages, texts, links, selected text',
  tooLarge: (name: string, limit: number) =>
    `“${name}” is larger than ${formatBytes(limit)} and was not taken. Nothing else is affected.`,
  unreadable: (name: string) => `“${name}” could not be read. A folder cannot be saved; drop the files in it.`,
  nothing: 'There was nothing in it that can be saved.',
  trayLabel: 'Saves under way',
  retry: 'Try again',
  open: 'Open and save…',
  openHint: 'Opens the page in a window, where you can sign in or solve what it asks. Then save what you see.',
  tryNow: 'Try now',
  signIn: 'Sign in to this network',
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  ofSave: (action: string, label: string) => `${action}: ${label}`,
  dialog: 'Saves',
  closeDialog: 'Close the saves',
  outbox: 'Outbox: found while reading, fetched first',
  next: 'Next',
  failed: 'Not saved',
  none: 'Nothing is waiting',
  noneHint: 'What you save, and links you keep while reading, wait here until they are on this computer.',
  paused: 'Paused. What is under way is finished; nothing new begins.',
  pause: 'Pause',
  resume: 'Go on',
  cancelAll: 'Cancel all',
  retryFailed: 'Try all again',
  toFront: 'To the front',
  earlier: 'Earlier',
  later: 'Later',
  foundIn: (title: string, sentence: string | null) =>
    sentence === null ? `Found in “${title}”` : `Found in “${title}”: “${sentence}”`,
  overview: ({ ended, failed, total }: SaveOverview) =>
    `${formatCount(ended - failed)} of ${formatCount(total)} saved${failed === 0 ? '' : `, ${formatCount(failed)} failed`}`,
  failedCount: (count: number) => plural(count, 'save failed', 'saves failed'),
  summary: (open: number, failed: number, isPaused: boolean) => {
    if (open === 0) return `${formatCount(failed)} failed`;
    return `${isPaused ? 'Paused' : 'Saving'} ${formatCount(open)}${failed > 0 ? ` · ${formatCount(failed)} failed` : ''}`;
  },
  savedMany: (count: number) => `Saved ${plural(count, 'article', 'articles')}.`,
  bulkProgress: (ended: number, total: number) => `${formatCount(ended)} of ${formatCount(total)}`,
  bulkSummary: (saved: number, failed: ReadonlyMap<ErrorCode, number>) => {
    const of = (...codes: readonly ErrorCode[]): number =>
      codes.reduce((sum, code) => sum + (failed.get(code) ?? 0), 0);
    const other = [...failed.values()].reduce((sum, count) => sum + count, 0) - of('gone', 'sign-in', 'cancelled');
    const parts: readonly (readonly [number, string])[] = [
      [of('gone'), 'gone'],
      [of('sign-in'), `need${of('sign-in') === 1 ? 's' : ''} a sign-in`],
      [of('cancelled'), 'cancelled'],
      [other, 'not saved'],
    ];
    const told = parts.filter(([count]) => count > 0).map(([count, what]) => `, ${formatCount(count)} ${what}`);
    return `${formatCount(saved)} saved${told.join('')}.`;
  },
  showFailed: 'Why',
  outcome: (outcome: SaveOutcome, title: string): string => {
    switch (outcome) {
      case 'added':
        return `Saved “${title}”.`;
      case 'refreshed':
        return `Saved “${title}” again. It has changed; your earlier copy is kept.`;
      case 'unchanged':
        return `Saved “${title}” again. Its text has not changed.`;
      case 'repaired':
        return `Fetched what was missing of “${title}”.`;
      case 'listed':
        return `Read more of the related posts of “${title}”.`;
      case 'held':
        return `“${title}” looks worse on its site now, so your copy was kept. The newer one lies beside it.`;
      default:
        return unreachable(outcome);
    }
  },
  state: (progress: SaveState): string => {
    switch (progress.state) {
      case 'waiting':
        return 'Waiting';
      case 'postponed':
        return `${progress.error.message} Trying again ${formatClock(progress.until)}.`;
      case 'offline':
        return progress.portal === null
          ? 'Waiting for the network'
          : 'This network wants you to sign in first. It goes on by itself after that.';
      case 'fetching':
        return progress.receivedBytes === 0 ? 'Connecting' : `Fetching · ${formatBytes(progress.receivedBytes)}`;
      case 'extracting':
        return 'Finding the article';
      case 'rendering':
        return 'Letting the page build itself';
      case 'pages':
        return progress.total === null
          ? `Page ${formatCount(progress.done + 1)}`
          : `Page ${formatCount(progress.done + 1)} of ${formatCount(progress.total)}`;
      case 'images':
        return `Images · ${formatCount(progress.done)} of ${formatCount(progress.total)}`;
      case 'ready':
        return 'Saved';
      case 'failed':
        return progress.error.message;
      default:
        return unreachable(progress);
    }
  },
};
