// The language of the interface. Choosing another draws the window anew in it.
import type { ReactNode } from 'react';
import { LANGUAGES, isLanguage } from '#contract/language.ts';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { words } from '../ui/words.ts';
import { LANGUAGE_NAMES, speakAs } from '../words/language.ts';

/** Draws the choice; every language is called by its own name, so that who cannot read this one finds theirs. */
export function LanguageSetting(): ReactNode {
  const language = useMirror((mirror) => mirror.settings.language);

  async function choose(name: string): Promise<void> {
    await changeSettings({ language: isLanguage(name) ? name : 'system' });
    // What could not be kept has been taken back.
    speakAs(useMirror.getState().settings.language);
  }

  return (
    <section className="settings-part">
      <h2>{words.settings.language}</h2>
      <div className="settings-line">
        <label htmlFor="language">{words.settings.languageLabel}</label>
        <select
          id="language"
          className="field settings-select"
          value={language}
          onChange={({ target }) => attempt(choose(target.value))}
        >
          <option value="system">{words.settings.languageSystem}</option>
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each} dir="auto">
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}
