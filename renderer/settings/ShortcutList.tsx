// Every key there is, read from the commands themselves.
import type { ReactNode } from 'react';
import { COMMANDS } from '../app/commands.ts';
import { showShortcut } from '../app/keys.ts';
import { words } from '../ui/words.ts';

/** Draws the list. */
export function ShortcutList(): ReactNode {
  return (
    <section className="settings-part">
      <h2>{words.settings.shortcuts}</h2>
      <dl className="settings-keys">
        {COMMANDS.map(({ id, title, shortcuts }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              {shortcuts.map((shortcut) => (
                <kbd key={showShortcut(shortcut)}>{showShortcut(shortcut)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
