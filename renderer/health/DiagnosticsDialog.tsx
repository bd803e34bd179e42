// What is known of the program and its log, as the text that is copied, shown before it is.
import type { ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { closeOverlay, useOverlays } from '../app/overlays.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { CopyIcon } from '../ui/icons.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { copyDiagnostics, saveLog } from './health.ts';
import './health.css';

/** Draws the dialog while it is open. */
export function DiagnosticsDialog(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'diagnostics');
  return (
    <SheetDialog
      isOpen={isOpen}
      part="diagnostics"
      title={words.health.dialog}
      closeLabel={words.health.dialogClose}
      close={closeOverlay}
    >
      <Text />
    </SheetDialog>
  );
}

function Text(): ReactNode {
  const answer = useAnswer('diagnostics', () => call('diagnostics.text'));
  if (answer.state === 'waiting') return <p role="status">{words.loading}</p>;
  if (answer.state === 'failed') return <FailureLines title={words.health.dialogFailed} {...answer} />;
  return (
    <>
      <p className="settings-hint">{words.health.dialogHint}</p>
      <textarea
        className="field diagnostics-text"
        dir="ltr"
        readOnly
        spellCheck={false}
        rows={14}
        aria-label={words.health.dialogText}
        value={answer.value}
      />
      <div className="diagnostics-actions">
        <button type="button" className="button" onClick={() => attempt(saveLog())}>
          {words.health.saveLog}
        </button>
        <button
          type="button"
          className="button button-signal"
          onClick={() => attempt(copyDiagnostics(answer.value).then(closeOverlay))}
        >
          <CopyIcon size={15} aria-hidden />
          {words.health.dialogCopy}
        </button>
      </div>
    </>
  );
}
