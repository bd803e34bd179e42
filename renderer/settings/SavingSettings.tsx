// What is stored beside the articles that are saved from now on.
import type { ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, takeSettings, useMirror } from '../app/mirror.ts';
import { words } from '../ui/words.ts';

/** Draws the settings of saving. */
export function SavingSettings(): ReactNode {
  const { keepComments, watchedFolder } = useMirror((mirror) => mirror.settings);
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
      <div className="settings-line">
        <span id="watched-folder">{words.settings.watched}</span>
        <span className="settings-path" dir="auto" title={watchedFolder ?? undefined}>
          {watchedFolder ?? words.settings.watchedNone}
        </span>
        <button
          type="button"
          className="button button-small"
          aria-describedby="watched-folder"
          onClick={() => attempt(takeSettings(call('watch.choose')))}
        >
          {watchedFolder === null ? words.settings.watchedChoose : words.settings.watchedChange}
        </button>
        {watchedFolder !== null && (
          <button
            type="button"
            className="button button-small button-plain"
            aria-describedby="watched-folder"
            onClick={() => attempt(takeSettings(call('watch.stop')))}
          >
            {words.settings.watchedStop}
          </button>
        )}
      </div>
      <p className="settings-hint">{words.settings.watchedHint}</p>
    </section>
  );
}
