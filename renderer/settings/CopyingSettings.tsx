// How what is copied from an article names its source.
import type { ReactNode } from 'react';
import type { CitationStyle } from '#contract/settings.ts';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { words } from '../ui/words.ts';

const STYLES: readonly CitationStyle[] = ['plain', 'markdown', 'bibtex'];

/** Draws the settings of copying. */
export function CopyingSettings(): ReactNode {
  const citation = useMirror((mirror) => mirror.settings.citation);
  return (
    <section className="settings-part">
      <h2>{words.paper.settingTitle}</h2>
      <fieldset className="font-choices">
        <legend>{words.paper.citation}</legend>
        {STYLES.map((style) => (
          <label key={style} className="font-choice">
            <input
              type="radio"
              className="visually-hidden"
              name="citation"
              checked={citation === style}
              onChange={() => attempt(changeSettings({ citation: style }))}
            />
            {words.paper[style]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}
