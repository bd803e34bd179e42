// What is stored beside the articles that are saved from now on.
import type { ReactNode } from 'react';
import { attempt } from '../app/articleActions.ts';
import { call } from '../app/client.ts';
import { changeSettings, takeSettings, useMirror } from '../app/mirror.ts';
import { words } from '../ui/words.ts';
import { FolderLine } from './FolderLine.tsx';
import { OwnNetworkSettings } from './OwnNetworkSettings.tsx';

/** Draws the settings of saving. */
export function SavingSettings(): ReactNode {
  const { keepComments, watchedFolder } = useMirror((mirror) => mirror.settings);
  const isReadOnly = useMirror((mirror) => mirror.isReadOnly);
  return (
    <section className="settings-part">
      <h2>{words.settings.saving}</h2>
      <label className="settings-choice">
        <input
          type="checkbox"
          checked={keepComments}
          disabled={isReadOnly}
          aria-describedby="keep-comments-hint"
          onChange={() => attempt(changeSettings({ keepComments: !keepComments }))}
        />
        {words.settings.keepComments}
      </label>
      <p className="settings-hint" id="keep-comments-hint">
        {words.settings.keepCommentsHint}
      </p>
      <FolderLine
        id="watched-folder"
        folder={watchedFolder}
        isReadOnly={isReadOnly}
        said={{
          name: words.settings.watched,
          none: words.settings.watchedNone,
          choose: words.settings.watchedChoose,
          change: words.settings.watchedChange,
          stop: words.settings.watchedStop,
        }}
        choose={() => attempt(takeSettings(call('watch.choose')))}
        stop={() => attempt(takeSettings(call('watch.stop')))}
      />
      <p className="settings-hint">{words.settings.watchedHint}</p>
      <OwnNetworkSettings />
    </section>
  );
}
