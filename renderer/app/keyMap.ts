// Which keys each command has: those it comes with, or those the person gave it; and which two commands are in each other's way.
import { pressOf, type Shortcut } from '#contract/shortcut.ts';
import type { Settings } from '#contract/settings.ts';
import type { Command } from './command.ts';
import { changeSettings, useMirror } from './mirror.ts';

type Keys = Settings['keys'];

/** The keys of a command; as it comes when nothing else is in `keys`. */
export function shortcutsOf({ id, shortcuts }: Command, keys: Keys = useMirror.getState().settings.keys): Keys[string] {
  return (Object.hasOwn(keys, id) ? keys[id] : undefined) ?? shortcuts;
}

/** Whether a command has other keys than it comes with. */
export function isChanged(command: Command, keys: Keys): boolean {
  return !areSame(shortcutsOf(command, keys), command.shortcuts);
}

/** Gives a command these keys and no others. */
export async function setShortcuts(command: Command, shortcuts: readonly Shortcut[]): Promise<void> {
  const { keys } = useMirror.getState().settings;
  const { [command.id]: _before, ...others } = keys;
  await changeSettings({
    keys: areSame(shortcuts, command.shortcuts) ? others : { ...others, [command.id]: shortcuts },
  });
}

/** Gives every one of these commands the keys it comes with; keys of commands that another version has are kept. */
export async function resetShortcuts(commands: readonly Command[]): Promise<void> {
  const known = new Set(commands.map(({ id }) => id));
  const { keys } = useMirror.getState().settings;
  await changeSettings({ keys: Object.fromEntries(Object.entries(keys).filter(([id]) => !known.has(id))) });
}

/**
 * The commands that share a key with another and can be available together with it, by name, each with those others. One that takes another's
 * key on purpose is none.
 */
export function findConflicts(commands: readonly Command[], keys: Keys): ReadonlyMap<string, readonly Command[]> {
  const byPress = new Map<string, Command[]>();
  for (const command of commands) {
    for (const press of new Set(shortcutsOf(command, keys).map(pressOf))) {
      byPress.set(press, [...(byPress.get(press) ?? []), command]);
    }
  }
  const found = new Map<string, Command[]>();
  for (const rivals of byPress.values()) {
    for (const one of rivals) {
      for (const other of rivals) {
        if (one === other || !canMeet(one, other) || isOver(one, other) || isOver(other, one)) continue;
        const others = found.get(one.id) ?? [];
        if (!others.includes(other)) found.set(one.id, [...others, other]);
      }
    }
  }
  return found;
}

function canMeet({ where: one }: Command, { where: other }: Command): boolean {
  return one === undefined || other === undefined || one.some((each) => other.includes(each));
}

function isOver({ over = [] }: Command, { id }: Command): boolean {
  return over.includes(id);
}

function areSame(some: readonly Shortcut[], others: readonly Shortcut[]): boolean {
  return some.length === others.length && some.every((each, i) => isSame(each, others[i]));
}

function isSame(one: Shortcut, other: Shortcut | undefined): boolean {
  return other !== undefined && pressOf(one) === pressOf(other);
}
