// A command of a trip as a button with its words and its key; nothing while it does not make sense.
import type { ReactNode } from 'react';
import { perform } from '../app/commands.ts';
import { useCommandStates } from '../app/commandStates.ts';
import { ariaShortcut, showShortcut } from '../app/keyPress.ts';

/** Which command, and how it is drawn. */
export interface ActionButtonProps {
  readonly id: string;
  readonly label: string;
  /** Whether it is what one would do next. */
  readonly isLoud?: boolean;
}

/** Draws the button. */
export function ActionButton({ id, label, isLoud = false }: ActionButtonProps): ReactNode {
  const state = useCommandStates(({ states }) => states.find(({ command }) => command.id === id));
  if (state?.isAvailable !== true) return null;
  const { command, shortcuts, icon: Icon } = state;
  const [first] = shortcuts;
  return (
    <button
      type="button"
      className={`button trip-action ${isLoud ? 'button-signal' : ''}`}
      title={command.title}
      aria-keyshortcuts={first === undefined ? undefined : ariaShortcut(first)}
      onClick={() => perform(command)}
    >
      {Icon !== undefined && <Icon size={16} strokeWidth={1.9} aria-hidden />}
      {label}
      {first !== undefined && <kbd aria-hidden>{showShortcut(first)}</kbd>}
    </button>
  );
}
