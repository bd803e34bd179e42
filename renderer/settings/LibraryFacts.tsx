// Where the library lies, how much is in it, and what in it could not be read.
import type { ReactNode } from 'react';
import type { LibraryInfo } from '#contract/libraryInfo.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatBytes } from '../ui/dates.ts';
import { FailureLines } from '../ui/Failure.tsx';
import { toldOr } from '../ui/failureText.ts';
import { FolderIcon } from '../ui/icons.ts';
import { words } from '../ui/words.ts';
import { ConflictList } from './ConflictList.tsx';
import { LibraryFolder } from './LibraryFolder.tsx';

/** Draws the facts. */
export function LibraryFacts(): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(String(revision), () => call('library.info'));
  return (
    <section className="settings-part">
      <h2>{words.settings.library}</h2>
      {answer.state === 'waiting' && <p role="status">{words.loading}</p>}
      {answer.state === 'failed' && <FailureLines title={words.settings.failed} {...answer} />}
      {answer.state === 'here' && <Facts info={answer.value} />}
    </section>
  );
}

function Facts({ info }: { readonly info: LibraryInfo }): ReactNode {
  return (
    <>
      <dl className="settings-facts">
        <dt>{words.settings.folder}</dt>
        <dd>
          <span className="settings-path" dir="auto">
            {info.folder}
          </span>
          <button type="button" className="button button-small" onClick={() => attempt(call('library.reveal'))}>
            <FolderIcon size={14} aria-hidden />
            {words.settings.reveal}
          </button>
        </dd>
        <dt>{words.settings.contents}</dt>
        <dd>{words.settings.articles({ count: info.articles, size: formatBytes(info.sizeBytes) })}</dd>
      </dl>
      <LibraryFolder />
      {info.unreadable.length > 0 && (
        <div className="settings-unreadable">
          <h3>{words.settings.unreadable}</h3>
          <p>{words.settings.unreadableHint}</p>
          <ul>
            {info.unreadable.map(({ name, reason }) => (
              <li key={name}>
                <strong>{name}</strong> {toldOr(reason, words.failures.unreadable)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <ConflictList />
      <p className="settings-version">{words.settings.version({ version: info.version })}</p>
    </>
  );
}
