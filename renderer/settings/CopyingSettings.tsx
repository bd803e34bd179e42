// How what is copied from an article names its source.
import type { ReactNode } from 'react';
import type { CitationStyle } from '#contract/settings.ts';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { words } from '../ui/words.ts';
import { Choices } from './Choices.tsx';

const STYLES: readonly CitationStyle[] = ['plain', 'markdown', 'bibtex'];

/** Draws the settings of copying. */
export function CopyingSettings(): ReactNode {
  const citation = useMirror((mirror) => mirror.settings.citation);
  return (
    <section className="settings-part">
      <h2>{words.paper.settingTitle}</h2>
      <Choices
        label={words.paper.citation}
        values={STYLES}
        chosen={citation}
        name={(style) => words.paper[style]}
        choose={(style) => attempt(changeSettings({ citation: style }))}
      />
    </section>
  );
}
