// The first step: which folder everything lies in, and how much room there is for it.
import type { ReactNode } from 'react';
import type { LibraryInfo } from '#contract/libraryInfo.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatBytes } from '../ui/dates.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { FolderIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';

/** Draws it. */
export function LibraryStep(): ReactNode {
  const answer = useAnswer('library', () => call('library.info'));
  return (
    <>
      <p>{words.firstSteps.libraryLead}</p>
      {answer.state === 'waiting' && <p role="status">{words.loading}</p>}
      {answer.state === 'failed' && <FailureLines title={words.firstSteps.folderFailed} {...answer} />}
      {answer.state === 'here' && <Place info={answer.value} />}
      <p className="first-steps-hint">{words.firstSteps.later}</p>
    </>
  );
}

function Place({ info: { folder, freeBytes } }: { readonly info: LibraryInfo }): ReactNode {
  return (
    <dl className="first-steps-place">
      <dt>{words.firstSteps.folder}</dt>
      <dd>
        <span className="first-steps-path" dir="ltr">
          {folder}
        </span>
        <button type="button" className="button button-small" onClick={() => attempt(call('library.reveal'))}>
          <FolderIcon size={14} aria-hidden />
          {words.firstSteps.reveal}
        </button>
      </dd>
      <dt>{words.firstSteps.room}</dt>
      <dd>
        {freeBytes === null ? words.firstSteps.freeUnknown : words.firstSteps.free({ size: formatBytes(freeBytes) })}
      </dd>
    </dl>
  );
}
