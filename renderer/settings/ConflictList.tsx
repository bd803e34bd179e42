// What was changed on two machines at the same time, and what became of it; nothing where that never happened.
import type { ReactNode } from 'react';
import type { Conflict } from '#contract/syncing.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { formatMoment } from '../ui/dates.ts';
import { words } from '../ui/words.ts';

/** Draws the list. */
export function ConflictList(): ReactNode {
  const revision = useMirror((mirror) => mirror.revision);
  const answer = useAnswer(`conflicts ${revision}`, () => call('conflicts.list'));
  if (answer.state !== 'here' || answer.value.length === 0) return null;
  return (
    <div className="settings-conflicts">
      <h3>{words.syncing.title}</h3>
      <p className="settings-hint">{words.syncing.hint}</p>
      <ul>
        {answer.value.map((conflict) => (
          <Line key={conflict.id} conflict={conflict} />
        ))}
      </ul>
      <div className="settings-line">
        <button type="button" className="button button-small" onClick={() => attempt(call('conflicts.reveal'))}>
          {words.syncing.reveal}
        </button>
      </div>
    </div>
  );
}

function Line({ conflict: { kind, title, name, at, isMerged } }: { readonly conflict: Conflict }): ReactNode {
  const date = formatMoment(at);
  return (
    <li>
      <strong>{words.syncing.kinds[kind]}</strong> <span dir="auto">{title === '' ? name : title}</span>{' '}
      {isMerged ? words.syncing.merged({ date }) : words.syncing.kept({ date })}
    </li>
  );
}
