// All keys that do something where one is, by what they are about, over whatever is open.
import type { ReactNode } from 'react';
import { startFirstSteps } from '../firstSteps/firstSteps.ts';
import { SheetDialog } from '../ui/SheetDialog.tsx';
import { words } from '../ui/words.ts';
import { COMMAND_GROUPS, type Where } from './command.ts';
import { useCommandStates } from './commandStates.ts';
import { showShortcut } from './keyPress.ts';
import { goTo, useView } from './navigation.ts';
import { closeOverlay, useOverlays } from './overlays.ts';
import { focusKeys } from './searchFocus.ts';
import './HelpSheet.css';

/** Draws the sheet while it is open. */
export function HelpSheet(): ReactNode {
  const isOpen = useOverlays(({ open }) => open === 'help');
  return (
    <SheetDialog
      isOpen={isOpen}
      part="help"
      title={words.commandLists.helpTitle}
      closeLabel={words.commandLists.helpClose}
      close={closeOverlay}
      tools={
        <>
          <button type="button" className="button button-small" onClick={startFirstSteps}>
            {words.firstSteps.command}
          </button>
          <button
            type="button"
            className="button button-small"
            onClick={() => {
              closeOverlay();
              goTo('settings');
              focusKeys();
            }}
          >
            {words.commandLists.helpChange}
          </button>
        </>
      }
    >
      <KeyLists />
    </SheetDialog>
  );
}

function KeyLists(): ReactNode {
  const states = useCommandStates((all) => all.states);
  const here: Where = useView(({ place, article }) => (article === null ? place : 'reader'));
  const shown = states.filter(
    ({ command: { where }, shortcuts }) => shortcuts.length > 0 && (where === undefined || where.includes(here)),
  );
  return (
    // It scrolls by itself and may have the focus, so that keys can scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="help-groups" tabIndex={0} role="region" aria-label={words.commandLists.helpTitle}>
      {COMMAND_GROUPS.toReversed().map((group) => {
        const listed = shown.filter(({ command }) => (command.group ?? 'general') === group);
        return (
          listed.length > 0 && (
            <section key={group} className="help-group">
              <h3>{words.commandLists.groups[group]}</h3>
              <dl>
                {listed.map(({ command: { id, title }, shortcuts }) => (
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
          )
        );
      })}
    </div>
  );
}
