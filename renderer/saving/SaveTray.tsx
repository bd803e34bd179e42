// Saves that are on their way or have failed, calmly, at the foot of the rail. Those that are done are said once and leave.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Save } from '#contract/save.ts';
import { useMirror } from '../app/mirror.ts';
import { openArticle, useView } from '../app/navigation.ts';
import { say } from '../app/toasts.ts';
import { AddIcon, WarningIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { TrayRow } from './TrayRow.tsx';
import './SaveTray.css';

/** Draws the tray; nothing while there is nothing in it. */
export function SaveTray(): ReactNode {
  const saves = useMirror((mirror) => mirror.saves);
  const [isUnfolded, setIsUnfolded] = useState(false);
  useDoneSaid(saves);
  const open = saves.filter(({ progress }) => progress.state !== 'ready');
  const failed = open.filter(({ progress }) => progress.state === 'failed').length;
  return (
    <section className="save-tray" aria-label={words.saving.trayLabel} hidden={open.length === 0}>
      <p className="visually-hidden" aria-live="polite">
        {failed > 0 && words.saving.failedCount(failed)}
      </p>
      <button
        type="button"
        className={failed > 0 ? 'tray-summary tray-summary-failed' : 'tray-summary'}
        aria-expanded={isUnfolded}
        onClick={() => setIsUnfolded(!isUnfolded)}
      >
        {failed > 0 ? <WarningIcon size={18} aria-hidden /> : <AddIcon size={18} aria-hidden />}
        {words.saving.summary(open.length, failed)}
      </button>
      <ul className="save-tray-list" data-unfolded={isUnfolded}>
        {open.toReversed().map((save) => (
          <TrayRow key={save.id} save={save} />
        ))}
      </ul>
    </section>
  );
}

/** Says each save once when it becomes ready while the window looks on; those ready before were said by an earlier one. */
function useDoneSaid(saves: readonly Save[]): void {
  const seen = useRef<ReadonlyMap<number, string> | undefined>(undefined);
  const isLoaded = useMirror(({ state }) => state === 'ready');
  useEffect(() => {
    if (!isLoaded) return;
    const before = seen.current;
    seen.current = new Map(saves.map(({ id, progress }) => [id, progress.state]));
    for (const { id, label, progress } of saves) {
      if (before === undefined || progress.state !== 'ready' || before.get(id) === 'ready') continue;
      const { articleId, wasKnown } = progress;
      // It is before the person's eyes already.
      if (useView.getState().article === articleId) continue;
      const title = useMirror.getState().cards.find((card) => card.id === articleId)?.title ?? label;
      say({
        text: wasKnown ? words.actions.savedAgain(title) : words.actions.saved(title),
        action: { label: words.actions.open, run: () => openArticle(articleId) },
      });
    }
  }, [saves, isLoaded]);
}
