// Theme and type of the reader, changed at once and kept; a sample beside them shows each change as the reader will.
import { useState, type ReactNode } from 'react';
import type { TextLook } from '#contract/settings.ts';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { words } from '../ui/words.ts';
import { LookPreview } from './LookPreview.tsx';
import { ThemeChoice, TypeControls } from './LookControls.tsx';
import './ReadingSettings.css';

const change = (look: Partial<TextLook>): void => attempt(changeSettings(look));

/** Draws the reading settings. */
export function ReadingSettings(): ReactNode {
  const settings = useMirror((mirror) => mirror.settings);
  const [canPart, setCanPart] = useState(true);
  return (
    <section className="settings-part">
      <h2>{words.settings.reading}</h2>
      <ThemeChoice look={settings} change={change} />
      <div className="reading-type">
        <TypeControls look={settings} change={change} canPart={canPart} />
        <LookPreview settings={settings} onLanguageKnown={setCanPart} />
      </div>
    </section>
  );
}
