// The commands as the app comes with them: told apart by their names, and no two in each other's way.
import { expect, test } from 'playwright/test';
import type { Shortcut } from '#contract/shortcut.ts';
import type { Command } from '../../../renderer/app/command.ts';

// The commands are part of the window and ask it once for its address, language and looks; here there is no window but this.
Object.assign(globalThis, {
  window: { location: { search: '', hash: '' }, matchMedia: () => ({ matches: false }) },
  navigator: { language: 'en-GB', userAgent: '' },
});

const load = async () => ({
  ...(await import('../../../renderer/app/commands.ts')),
  ...(await import('../../../renderer/app/keyMap.ts')),
});

function command(id: string, key: Shortcut, more: Partial<Command> = {}): Command {
  return { id, title: id, shortcuts: [key], isAvailable: () => true, run: () => undefined, ...more };
}

async function conflictsOf(commands: readonly Command[], keys: Readonly<Record<string, readonly Shortcut[]>> = {}) {
  const { findConflicts } = await load();
  return Object.fromEntries(
    [...findConflicts(commands, keys)].map(([id, others]) => [id, others.map((each) => each.id)]),
  );
}

test('every command has a name of its own, of a form that the menu takes', async () => {
  const { COMMANDS } = await load();
  const ids = COMMANDS.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(30);
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  expect(ids.filter((id) => !/^[a-z][a-z0-9]*(?:\.[a-z][a-zA-Z0-9]*)+$/.test(id))).toEqual([]);
});

test('no two commands that can be available together come with the same key', async () => {
  const { COMMANDS } = await load();
  expect(await conflictsOf(COMMANDS)).toEqual({});
});

test('a command that takes the key of another on purpose stands before it', async () => {
  const { COMMANDS } = await load();
  const place = (id: string): number => COMMANDS.findIndex((each) => each.id === id);
  const wrong = COMMANDS.flatMap(({ id, over = [] }) => over.filter((other) => place(other) < place(id)));
  expect(wrong).toEqual([]);
});

test('what has a menu or a bar can be drawn: a button has an icon', async () => {
  const { COMMANDS } = await load();
  const bare = COMMANDS.filter(({ bars = [], icon }) => bars.length > 0 && icon === undefined);
  expect(bare.map(({ id }) => id)).toEqual([]);
});

test('a key is in conflict where two commands can meet, and nowhere else', async () => {
  const e: Shortcut = { key: 'e', mod: false };
  const reader = command('a', e, { where: ['reader'] });
  expect(await conflictsOf([reader, command('b', e, { where: ['reader', 'library'] })])).toEqual({
    a: ['b'],
    b: ['a'],
  });
  expect(await conflictsOf([reader, command('b', e)])).toEqual({ a: ['b'], b: ['a'] });
  expect(await conflictsOf([reader, command('b', e, { where: ['timeline'] })])).toEqual({});
  expect(await conflictsOf([command('a', e, { over: ['b'] }), command('b', e)])).toEqual({});
  expect(await conflictsOf([reader, command('b', e)], { b: [{ key: 'x', mod: false }] })).toEqual({});
  expect(await conflictsOf([reader, command('b', e)], { b: [] })).toEqual({});
});

test('keys are the same whatever their case, and differ by what is held, but Shift only counts where it makes another key', async () => {
  const meets = async (one: Shortcut, other: Shortcut): Promise<boolean> =>
    Object.keys(await conflictsOf([command('a', one), command('b', other)])).length > 0;
  expect(await meets({ key: 'E', mod: false }, { key: 'e', mod: false })).toBe(true);
  expect(await meets({ key: '?', mod: false, shift: true }, { key: '?', mod: false })).toBe(true);
  expect(await meets({ key: 'e', mod: false, shift: true }, { key: 'e', mod: false })).toBe(false);
  expect(await meets({ key: 'Enter', mod: true, shift: true }, { key: 'Enter', mod: true })).toBe(false);
  expect(await meets({ key: 'e', mod: true }, { key: 'e', mod: false })).toBe(false);
  expect(await meets({ key: '1', mod: true, alt: true }, { key: '1', mod: true })).toBe(false);
});
