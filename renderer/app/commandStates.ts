// What every command is at this moment, for everything that is drawn: kept up to date by the stores that commands read.
// What else a command depends on is seen only when it is asked itself, as keys and the palette do.
import type { LucideIcon } from 'lucide-react';
import { create } from 'zustand';
import type { Shortcut } from '#contract/shortcut.ts';
import { useHits } from '../reader/hits.ts';
import { useOpenFrame } from '../reader/frame/openFrame.ts';
import { watchCards } from './cards.ts';
import type { Changing, Command } from './command.ts';
import { COMMANDS } from './commands.ts';
import { shortcutsOf } from './keyMap.ts';
import { useMirror } from './mirror.ts';
import { useView } from './navigation.ts';
import { useReaderLook } from './readerLook.ts';
import { useUndo } from './undo.ts';

/** What a command is at this moment. */
export interface CommandState {
  readonly command: Command;
  readonly isAvailable: boolean;
  /** `undefined` for what is not on or off. */
  readonly isOn: boolean | undefined;
  readonly label: string;
  readonly icon: LucideIcon | undefined;
  readonly shortcuts: readonly Shortcut[];
}

/** Stores that every command may read. */
const STORES: readonly Changing[] = [
  useView,
  useMirror,
  useReaderLook,
  useHits,
  useOpenFrame,
  useUndo,
  { subscribe: watchCards },
];

/** The states, in the order of the commands; one that has not changed stays the same object. */
export const useCommandStates = create<{ readonly states: readonly CommandState[] }>()(() => ({ states: [] }));

/** Keeps the states up to date from now on; call once. */
export function watchCommands(): void {
  const stores = new Set([...STORES, ...COMMANDS.flatMap(({ reads = [] }) => reads)]);
  for (const store of stores) store.subscribe(refresh);
  refresh();
}

/** The key of a command that is shown, as the person has it; `undefined` for none. */
export function useShortcut(id: string): Shortcut | undefined {
  return useCommandStates(({ states }) => states.find(({ command }) => command.id === id)?.shortcuts[0]);
}

function refresh(): void {
  const { states: before } = useCommandStates.getState();
  const states = COMMANDS.map((command, i) => {
    const state = stateOf(command);
    const last = before[i];
    return last !== undefined && isSame(last, state) ? last : state;
  });
  if (states.length !== before.length || states.some((state, i) => state !== before[i])) {
    useCommandStates.setState({ states });
  }
}

function stateOf(command: Command): CommandState {
  const isAvailable = command.isAvailable();
  const face = isAvailable ? command.now?.() : undefined;
  return {
    command,
    isAvailable,
    isOn: command.isOn?.(),
    label: face?.label ?? command.title,
    icon: face?.icon ?? command.icon,
    shortcuts: shortcutsOf(command),
  };
}

function isSame(one: CommandState, other: CommandState): boolean {
  return (
    one.isAvailable === other.isAvailable &&
    one.isOn === other.isOn &&
    one.label === other.label &&
    one.icon === other.icon &&
    one.shortcuts === other.shortcuts
  );
}
