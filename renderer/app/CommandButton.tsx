// One command as a button: its icon, its words and key as a title, whether it is on. Nothing while it does not make sense.
import type { ReactNode } from 'react';
import { words } from '../ui/words.ts';
import { perform } from './commands.ts';
import { useCommandStates, type CommandState } from './commandStates.ts';
import { ariaShortcut, showShortcut } from './keyPress.ts';

/** Draws the command of that name, wherever a button for it is of use. */
export function CommandButton({ id }: { readonly id: string }): ReactNode {
  const state = useCommandStates(({ states }) => states.find(({ command }) => command.id === id));
  return state?.isAvailable === true ? <StateButton state={state} /> : null;
}

function StateButton({ state }: { readonly state: CommandState }): ReactNode {
  const { command, label, icon: Icon, isOn, shortcuts } = state;
  const [first] = shortcuts;
  return (
    <button
      type="button"
      className="icon-button command-button"
      title={first === undefined ? label : words.commandLists.titleWithKey({ title: label, key: showShortcut(first) })}
      aria-label={label}
      aria-keyshortcuts={first === undefined ? undefined : ariaShortcut(first)}
      // What says in other words that it is on must not say it twice.
      aria-pressed={command.now === undefined ? isOn : undefined}
      data-on={isOn}
      onClick={() => perform(command)}
    >
      {Icon === undefined ? <span>{label}</span> : <Icon size={18} strokeWidth={1.75} aria-hidden />}
    </button>
  );
}
