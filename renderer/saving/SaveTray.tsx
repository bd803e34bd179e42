// Saves that are on their way or have failed, calmly, at the foot of the rail. Those that are done are said once and leave.
import { useEffect, useRef, type ReactNode } from 'react';
import type { Save } from '#contract/save.ts';
import { useTogether } from '../app/bulkSaves.ts';
import { knownCard } from '../app/cards.ts';
import { useMirror } from '../app/mirror.ts';
import { openArticle, useView } from '../app/navigation.ts';
import { openSaves, openVersions } from '../app/overlays.ts';
import { say } from '../app/toasts.ts';
import { AddIcon, OfflineIcon, PauseIcon, WarningIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { OverviewBar } from './OverviewBar.tsx';
import { summaryLine } from './saveWords.ts';
import { useIsOffline } from './useIsOffline.ts';
import { TrayRow } from './TrayRow.tsx';
import './SaveTray.css';

/** As many rows as leave the rail its calm; the rest stand in the list. */
const MOST_ROWS = 4;

/** Draws the tray; nothing while there is nothing in it. */
export function SaveTray(): ReactNode {
  const saves = useMirror((mirror) => mirror.saves);
  const overview = useMirror((mirror) => mirror.overview);
  const isPaused = useMirror(({ settings }) => settings.savesPaused);
  const isOffline = useIsOffline();
  useDoneSaid(saves);
  const failed = saves.filter(({ progress }) => progress.state === 'failed');
  const open = saves.filter(({ progress }) => progress.state !== 'ready' && progress.state !== 'failed');
  const Icon = isPaused ? PauseIcon : isOffline ? OfflineIcon : AddIcon;
  // What needs the person stands first, then what is being worked on.
  const shown = [...failed.toReversed(), ...open.toSorted((a, b) => Number(isBegun(b)) - Number(isBegun(a)))];
  return (
    <section className="save-tray" aria-label={words.saving.trayLabel} hidden={shown.length === 0}>
      <p className="visually-hidden" aria-live="polite">
        {failed.length > 0 && words.saving.failedCount({ count: failed.length })}
      </p>
      <button
        type="button"
        className={failed.length > 0 ? 'tray-summary tray-summary-failed' : 'tray-summary'}
        title={words.commands.saves}
        aria-haspopup="dialog"
        onClick={openSaves}
      >
        {failed.length > 0 && <WarningIcon size={15} aria-hidden />}
        {failed.length === 0 && <Icon size={15} aria-hidden />}
        <span>{summaryLine({ open: open.length, failed: failed.length, isPaused, isOffline })}</span>
        {overview !== undefined && overview.total > 1 && <OverviewBar overview={overview} />}
      </button>
      <ul className="save-tray-list">
        {shown.slice(0, MOST_ROWS).map((save) => (
          <li key={save.id}>
            <TrayRow save={save} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function isBegun({ progress: { state } }: Save): boolean {
  return state !== 'waiting' && state !== 'offline' && state !== 'postponed';
}

/** More at once are said together, when the last of them has ended. */
const FEW = 5;

/**
 * Says each save once when it becomes ready while the window looks on; those ready before were said by an earlier one, and those of one wish
 * are told of with it.
 */
function useDoneSaid(saves: readonly Save[]): void {
  const seen = useRef<ReadonlyMap<number, string> | undefined>(undefined);
  const unsaid = useRef(0);
  const isMany = useRef(false);
  const isLoaded = useMirror(({ state }) => state === 'ready');
  const total = useMirror(({ overview }) => overview?.total);
  const together = useTogether();
  useEffect(() => {
    if (!isLoaded || together === undefined) return;
    if (total !== undefined) isMany.current = total > FEW;
    const before = seen.current;
    seen.current = new Map(saves.map(({ id, progress }) => [id, progress.state]));
    for (const save of saves) {
      const { progress } = save;
      if (before === undefined || progress.state !== 'ready' || before.get(save.id) === 'ready') continue;
      if (together.has(save.id) && progress.outcome !== 'held') continue;
      if (isMany.current && progress.outcome !== 'held') unsaid.current += 1;
      else sayDone(save);
    }
    if (total !== undefined || unsaid.current === 0) return;
    say({ text: words.saving.savedMany({ count: unsaid.current }) });
    unsaid.current = 0;
  }, [saves, isLoaded, total, together]);
}

function sayDone({ label, progress }: Save): void {
  if (progress.state !== 'ready') return;
  const { articleId, outcome } = progress;
  // It is before the person's eyes already.
  if (useView.getState().article === articleId && outcome === 'added') return;
  const title = knownCard(articleId)?.title ?? label;
  say({
    text: words.saving.outcomes[outcome]({ title }),
    action:
      outcome === 'held'
        ? { label: words.versions.compare, run: () => openVersions(articleId) }
        : { label: words.actions.open, run: () => openArticle(articleId) },
  });
}
