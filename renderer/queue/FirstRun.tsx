// What an empty library shows: what this is for, the first step, and a sample for those without a page at hand.
import { useState, type FormEvent, type ReactNode } from 'react';
import { attempt, saveSample } from '../app/articleActions.ts';
import { useMirror } from '../app/mirror.ts';
import { toSources } from '../saving/sources.ts';
import { submit } from '../saving/submit.ts';
import { words } from '../ui/words.ts';
import './FirstRun.css';

/** Draws the first screen there is. */
export function FirstRun(): ReactNode {
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState('');
  const isSaving = useMirror(({ saves }) =>
    saves.some(({ progress }) => progress.state !== 'failed' && progress.state !== 'ready'),
  );

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const [refused] = await submit(toSources({ text, html: null }));
    setRefusal(refused?.reason ?? '');
    if (refused === undefined) setText('');
  }

  return (
    <div className="first-run">
      <div className="first-run-line" aria-hidden>
        <span />
        <span />
        <span />
        <span />
      </div>
      <h1 className="first-run-title">{words.firstRun.title}</h1>
      <p className="first-run-lead">{words.firstRun.lead}</p>
      <form className="first-run-form" onSubmit={(event) => attempt(save(event))}>
        <input
          className="field"
          type="text"
          inputMode="url"
          dir="ltr"
          value={text}
          aria-label={words.firstRun.label}
          placeholder={words.firstRun.placeholder}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button button-signal" disabled={text.trim() === ''}>
          {words.firstRun.action}
        </button>
      </form>
      {refusal !== '' && (
        <p className="first-run-refusal" role="alert">
          {refusal}
        </p>
      )}
      <p className="first-run-or">
        {words.firstRun.or}{' '}
        <button type="button" className="link-button" disabled={isSaving} onClick={() => saveSample()}>
          {words.firstRun.sample}
        </button>
      </p>
      <p className="first-run-also">{words.firstRun.also}</p>
    </div>
  );
}
