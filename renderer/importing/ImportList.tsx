// Imports that are under way or over: how far each is, what became of its rows, and what can be done with it.
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { ROW_OUTCOMES, type ImportProgress } from '#contract/imports.ts';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { say } from '../app/toasts.ts';
import { formatRow } from '../ui/dates.ts';
import { words } from '../ui/words.ts';
import { language } from '../words/language.ts';
import { forgetImport, useImporting } from './importing.ts';

/** Draws the list; nothing while there is none. */
export function ImportList(): ReactNode {
  const all = useImporting((state) => state.all);
  if (all.length === 0) return null;
  return (
    <section className="import-list" aria-label={words.importing.list}>
      <h3>{words.importing.list}</h3>
      <ul>
        {all.map((progress) => (
          <li key={progress.id}>
            <OneImport progress={progress} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneImport({ progress }: { readonly progress: ImportProgress }): ReactNode {
  const { id, name, state, done, total, outcomes, followed, failure } = progress;
  const title = name === '' ? words.importing.pasted : name;
  const isRunning = state === 'running';
  return (
    <>
      <p className="import-name" dir="auto">
        {title}
      </p>
      {isRunning && (
        <ProgressBar value={done} maxValue={Math.max(1, total)} aria-label={title} className="import-progress">
          {({ percentage = 0 }) => (
            <span className="import-progress-track">
              <span style={{ inlineSize: `${percentage}%` }} />
            </span>
          )}
        </ProgressBar>
      )}
      <p className="import-state" role="status" data-failed={state === 'failed'}>
        {stateLine(progress)}
      </p>
      {done > 0 && <p className="import-hint">{outcomesLine(outcomes)}</p>}
      {followed > 0 && <p className="import-hint">{words.importing.followed({ count: followed })}</p>}
      {/* What became of it is said above in any case. */}
      {failure !== null && language === 'en' && <p className="import-failure">{failure}</p>}
      <div className="import-actions">
        {isRunning && (
          <button type="button" className="button button-small" onClick={() => attempt(call('import.cancel', { id }))}>
            {words.importing.cancel}
          </button>
        )}
        {!isRunning && (
          <>
            <button type="button" className="button button-small" onClick={() => attempt(writeReport(id))}>
              {words.importing.report}
            </button>
            <button
              type="button"
              className="button button-small button-plain"
              onClick={() => attempt(forgetImport(id))}
            >
              {words.importing.forget}
            </button>
          </>
        )}
      </div>
    </>
  );
}

function stateLine({ state, done, total }: ImportProgress): string {
  return words.importing.states[state]({ done, total });
}

/** Only what there is of. */
function outcomesLine(outcomes: ImportProgress['outcomes']): string {
  const parts = ROW_OUTCOMES.flatMap((outcome) => {
    const count = outcomes[outcome];
    return count === 0 ? [] : [words.importing.outcomes[outcome]({ count })];
  });
  return formatRow(parts);
}

async function writeReport(id: string): Promise<void> {
  const { failures, importing } = words;
  // In English a failure says itself more exactly.
  const file = await call('import.report', {
    id,
    words: { skips: importing.skips, failures: language === 'en' ? null : failures },
  });
  if (file !== null) say({ text: words.importing.written({ file }) });
}
