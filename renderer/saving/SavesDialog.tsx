// Everything that is asked for and not here yet: the outbox, what comes next, what failed; in the order in which it is fetched.
import { useMemo, type ReactNode } from 'react';
import type { Save } from '#contract/save.ts';
import { attempt, togglePaused } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { PauseIcon, ResumeIcon, RetryIcon } from '../ui/icons.ts';
import { Notice } from '../ui/Notice.tsx';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { words } from '../ui/words.ts';
import { overviewLine } from './saveWords.ts';
import { OverviewBar } from './OverviewBar.tsx';
import { TrayRow } from './TrayRow.tsx';
import { useIsOffline } from './useIsOffline.ts';
import './SavesDialog.css';

type Line = { readonly heading: string } | { readonly save: Save };

/** Draws the dialog while it is open. */
export function SavesDialog(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'saves');
  return (
    <SheetDialog
      isOpen={isOpen}
      part="saves"
      title={words.saving.dialog}
      closeLabel={words.saving.closeDialog}
      close={closeOverlay}
    >
      <Saves />
    </SheetDialog>
  );
}

function Saves(): ReactNode {
  const saves = useMirror((mirror) => mirror.saves);
  const lines = useMemo(() => toLines(saves), [saves]);
  const failed = saves.filter(({ progress }) => progress.state === 'failed').length;
  return (
    <>
      <Controls
        isAnyOpen={lines.some((line) => 'save' in line && line.save.progress.state !== 'failed')}
        failed={failed}
      />
      {lines.length === 0 ? (
        <Notice title={words.saving.none}>{words.saving.noneHint}</Notice>
      ) : (
        <VirtualList
          rows={lines}
          keyOf={(line) => ('save' in line ? String(line.save.id) : line.heading)}
          hasControl={(line) => 'save' in line}
          label={words.saving.dialog}
        >
          {(line, tabIndex) =>
            'save' in line ? (
              <div className="saves-row">
                <TrayRow save={line.save} tabIndex={tabIndex} isFull />
              </div>
            ) : (
              <h3 className="saves-heading">{line.heading}</h3>
            )
          }
        </VirtualList>
      )}
    </>
  );
}

function Controls({ isAnyOpen, failed }: { readonly isAnyOpen: boolean; readonly failed: number }): ReactNode {
  const overview = useMirror((mirror) => mirror.overview);
  const isPaused = useMirror(({ settings }) => settings.savesPaused);
  const isOffline = useIsOffline();
  return (
    <div className="saves-controls">
      {overview !== undefined && (
        <div className="saves-overview">
          <p>{overviewLine(overview)}</p>
          <OverviewBar overview={overview} />
        </div>
      )}
      {isOffline && !isPaused && <p className="saves-paused">{words.saving.noNetwork}</p>}
      {isPaused && <p className="saves-paused">{words.saving.paused}</p>}
      <div className="saves-actions">
        <button type="button" className="button button-small" onClick={togglePaused}>
          {isPaused ? <ResumeIcon size={14} aria-hidden /> : <PauseIcon size={14} aria-hidden />}
          {isPaused ? words.saving.resume : words.saving.pause}
        </button>
        {failed > 0 && (
          <button type="button" className="button button-small" onClick={() => attempt(call('save.retryFailed'))}>
            <RetryIcon size={14} aria-hidden />
            {words.saving.retryFailed}
          </button>
        )}
        {isAnyOpen && (
          <button
            type="button"
            className="button button-small button-plain"
            onClick={() => attempt(call('save.cancelAll'))}
          >
            {words.saving.cancelAll}
          </button>
        )}
      </div>
    </div>
  );
}

function toLines(saves: readonly Save[]): readonly Line[] {
  const open = saves.filter(({ progress }) => progress.state !== 'ready' && progress.state !== 'failed');
  const part = (heading: string, of: readonly Save[]): readonly Line[] =>
    of.length === 0 ? [] : [{ heading }, ...of.map((save) => ({ save }))];
  return [
    ...part(
      words.saving.outbox,
      open.filter(({ foundIn }) => foundIn !== null),
    ),
    ...part(
      words.saving.next,
      open.filter(({ foundIn }) => foundIn === null),
    ),
    ...part(
      words.saving.failed,
      saves.filter(({ progress }) => progress.state === 'failed'),
    ),
  ];
}
