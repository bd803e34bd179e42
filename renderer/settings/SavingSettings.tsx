// What is stored beside the articles that are saved from now on.
import type { ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { changeSettings, useMirror } from '../app/mirror.ts';
import { words } from '../ui/words.ts';

/** Draws the settings of saving. */
export function SavingSettings(): ReactNode {
  const keepComments = useMirror((mirror) => mirror.settings.keepComments);
  return (
    <section className="settings-part">
      <h2>{words.settings.saving}</h2>
      <label className="settings-choice">
        <input
          type="checkbox"
          checked={keepComments}
          aria-describedby="keep-comments-hint"
          onChange={() => attempt(changeSettings({ keepComments: !keepComments }))}
        />
        {words.settings.keepComments}
      </label>
      <p className="settings-hint" id="keep-comments-hint">
        {words.settings.keepCommentsHint}
      </p>
    </section>
  );
}
