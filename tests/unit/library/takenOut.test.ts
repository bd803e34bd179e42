// A key that was taken back to its default and an item that was taken out of a trip, on one of two machines that share a library, stay so on both; what was
// given or put in later stays there.
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect } from 'playwright/test';
import type { LastChange } from '#contract/lastChanges.ts';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import type { Shortcut } from '#contract/shortcut.ts';
import { mergeTrip, withItemChanges } from '../../../electron/library/restoring/mergeTrip.ts';
import { settingsOfBoth, tripOfBoth } from '../../../electron/library/syncing/syncMerges.ts';
import { parseStoredSettings, withChanges, type StoredSettings } from '../../../electron/store/settingsSchema.ts';
import { parseTripRecord, type TripRecord } from '../../../electron/store/tripFiles.ts';
import { aDraft, someFiles } from '../store/drafts.ts';
import { test } from '../store/testLibrary.ts';
import { filesOf, NORTH, open, sync } from './twoMachines.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 5, 1, 9, minute));
const NEW: StoredSettings = { format: 1, ...DEFAULT_SETTINGS, changes: [] };
const press = (key: string): readonly Shortcut[] => [{ key, mod: false }];

/** Both machines' settings, whichever of them joins. */
function keysOfBoth(one: StoredSettings, other: StoredSettings, isNewer: boolean): StoredSettings['keys'] {
  const both = settingsOfBoth(one, other, isNewer);
  expect(settingsOfBoth(other, one, !isNewer).keys).toEqual(both.keys);
  expect(settingsOfBoth(both, other, isNewer).keys).toEqual(both.keys);
  expect(settingsOfBoth(both, both, true)).toBe(both);
  return both.keys;
}

test('a key that was taken back to its default stays so, and of one that both changed the later counts', () => {
  const before = withChanges(NEW, { keys: { 'reader.next': press('n'), 'article.star': press('s') } }, at(0));
  const back = withChanges(before, { keys: { 'article.star': press('z') } }, at(3));
  const other = withChanges(before, { textSize: 20, keys: { ...before.keys, 'article.star': press('x') } }, at(2));
  for (const isNewer of [true, false]) expect(keysOfBoth(back, other, isNewer)).toEqual({ 'article.star': press('z') });
  // Given again later it is there; a clock that is behind makes it no earlier than what it follows.
  const given = withChanges(back, { keys: { ...back.keys, 'reader.next': press('m') } }, at(-60));
  expect(keysOfBoth(given, back, false)['reader.next']).toEqual(press('m'));
});

test('keys that an older Layover wrote, which notes nothing, are kept, and of two those of the file written later', () => {
  const written = JSON.parse(JSON.stringify({ ...NEW, keys: { 'reader.next': press('n') }, changes: undefined }));
  const older = parseStoredSettings(written);
  expect(older.changes).toEqual([]);
  const other = { ...older, keys: { 'reader.next': press('m'), 'article.star': press('s') } };
  expect(keysOfBoth(older, other, true)).toEqual({ 'reader.next': press('m'), 'article.star': press('s') });
  expect(keysOfBoth(older, other, false)).toEqual({ 'reader.next': press('n'), 'article.star': press('s') });
});

const COMMANDS = ['reader.next', 'article.star', 'library.find'] as const;
const noted = (names: readonly string[]): fc.Arbitrary<LastChange[]> =>
  fc.uniqueArray(
    fc.record({
      name: fc.constantFrom(...names),
      at: fc.integer({ min: 0, max: 5 }).map((minute) => at(minute).toISOString()),
      isGone: fc.boolean(),
    }),
    { selector: ({ name }) => name },
  );

test('of two machines that do anything to keys, the same comes out whichever of them joins, and joining again changes nothing', () => {
  const side = fc
    .record({
      has: fc.subarray([...COMMANDS]),
      values: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 3, maxLength: 3 }),
      changes: noted(COMMANDS.map((command) => `keys:${command}`)),
    })
    .map(({ has, values, changes }): StoredSettings => {
      // Of what is not noted nobody knows when it was changed: it is the same everywhere here.
      const known = new Set(changes.map(({ name }) => name));
      const keyOf = (command: string, index: number): string =>
        (known.has(`keys:${command}`) ? values[index] : '') ?? '';
      const keys = Object.fromEntries(has.map((command, index) => [command, press(keyOf(command, index))]));
      return { ...NEW, keys, changes };
    });
  const inOrder = ({ keys, changes }: StoredSettings): string =>
    JSON.stringify([Object.entries(keys).sort(([a], [b]) => (a < b ? -1 : 1)), changes]);
  // They were written one after the other.
  fc.assert(
    fc.property(side, side, side, (one, other, third) => {
      const both = settingsOfBoth(one, other, true);
      const ofThree = inOrder(settingsOfBoth(both, third, true));
      const names = new Set([...one.changes, ...other.changes].map(({ name }) => name));
      const isKept = [one, other].every(({ keys }) =>
        Object.keys(keys).every((command) => names.has(`keys:${command}`) || command in both.keys),
      );
      return (
        isKept &&
        inOrder(settingsOfBoth(other, one, false)) === inOrder(both) &&
        inOrder(settingsOfBoth(both, other, false)) === inOrder(both) &&
        inOrder(settingsOfBoth(one, settingsOfBoth(other, third, true), true)) === ofThree &&
        // The one between them in time comes last.
        inOrder(settingsOfBoth(settingsOfBoth(one, third, true), other, false)) === ofThree
      );
    }),
    { numRuns: 2000, seed: 20_261_129 },
  );
});

const itemOf = (key: string): TripRecord['items'][number] => ({
  key,
  articleId: null,
  url: key,
  title: key,
  site: null,
  kind: 'article',
  minutes: 5,
  sizeBytes: 1000,
  isLocked: false,
  reasons: [],
});

const TRIP: TripRecord = parseTripRecord({
  ...NORTH,
  format: 1,
  id: 'aaaaaaaaaaaa',
  made: at(0).toISOString(),
  items: ['a', 'b', 'c'].map(itemOf),
  refused: [],
  left: null,
  landed: null,
  removed: null,
  packed: null,
});

/** The trip after its items became these at a minute, some of them refused. */
function arranged(trip: TripRecord, keys: readonly string[], refused: readonly string[], minute: number): TripRecord {
  const known = new Map(trip.items.map((item) => [item.key, item]));
  const items = keys.map((key) => known.get(key) ?? itemOf(key));
  return withItemChanges(
    trip,
    { ...trip, items, refused: [...refused], arranged: at(minute).toISOString() },
    at(minute),
  );
}

const keysOf = ({ items }: TripRecord): readonly string[] => items.map(({ key }) => key).sort();

/** What both machines have of a trip in the end, whichever of them joins. */
function tripsJoined(one: TripRecord, other: TripRecord): TripRecord {
  const both = tripOfBoth(one, other);
  const same = tripOfBoth(other, one);
  expect([keysOf(same), [...same.refused].sort()]).toEqual([keysOf(both), [...both.refused].sort()]);
  expect(tripOfBoth(both, other)).toEqual(both);
  expect(tripOfBoth(both, both)).toBe(both);
  return both;
}

test('an item that was taken out of a trip stays out, and one that was put in again later is in it', () => {
  // A file of an older Layover says nothing of what came and went.
  expect(TRIP.changes).toEqual([]);
  const dropped = arranged(TRIP, ['b', 'c'], ['a'], 3);
  const more = arranged(TRIP, ['a', 'b', 'c', 'd'], [], 5);
  expect(tripsJoined(dropped, more)).toMatchObject({ refused: ['a'] });
  expect(keysOf(tripsJoined(dropped, more))).toEqual(['b', 'c', 'd']);
  // Put in again, and then left out by a trip that was filled anew: nobody refuses it any more.
  const again = arranged(dropped, ['a', 'b', 'c'], [], 4);
  expect(keysOf(tripsJoined(again, dropped))).toEqual(['a', 'b', 'c']);
  expect(tripsJoined(arranged(again, ['b', 'c'], [], 6), dropped)).toMatchObject({ refused: [] });
  // An item that is locked here after it was left out there stays.
  const out = arranged(TRIP, ['b'], [], 3);
  const items = TRIP.items.map((item) => ({ ...item, isLocked: item.key === 'a' }));
  expect(keysOf(tripsJoined(out, withItemChanges(TRIP, { ...TRIP, items }, at(4))))).toEqual(['a', 'b']);
  expect(keysOf(tripsJoined(out, TRIP))).toEqual(['b']);
});

test('whoever takes a pack in puts in what it has, also what was taken out here, and that counts from then on', () => {
  const dropped = arranged(TRIP, ['b', 'c'], [], 3);
  const taken = mergeTrip(dropped, TRIP, at(9));
  expect(keysOf(taken)).toEqual(['a', 'b', 'c']);
  expect(keysOf(tripsJoined(taken, arranged(TRIP, ['b', 'c'], [], 5)))).toEqual(['a', 'b', 'c']);
  expect(mergeTrip(taken, TRIP, at(10))).toBe(taken);
});

test('of two machines that do anything to a trip, the same comes out whichever of them joins, and joining again changes nothing', () => {
  const names = ['a', 'b', 'c', 'd'];
  const side = fc
    .record({
      keys: fc.subarray(names),
      refused: fc.subarray(names),
      changes: noted(names),
      minute: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ keys, refused, changes, minute }) => ({
      ...TRIP,
      items: keys.map(itemOf),
      refused: refused.filter((key) => !keys.includes(key)),
      changes: changes.map((each) => ({ ...each })),
      arranged: at(minute).toISOString(),
    }));
  const inOrder = (trip: TripRecord): string => JSON.stringify([keysOf(trip), [...trip.refused].sort(), trip.changes]);
  fc.assert(
    fc.property(side, side, side, (one, other, third) => {
      const both = tripOfBoth(one, other);
      const ofThree = inOrder(tripOfBoth(both, third));
      const known = new Set([...one.changes, ...other.changes].map(({ name }) => name));
      const isKept = [...one.items, ...other.items].every(({ key }) => known.has(key) || keysOf(both).includes(key));
      return (
        isKept &&
        inOrder(tripOfBoth(other, one)) === inOrder(both) &&
        inOrder(tripOfBoth(both, other)) === inOrder(both) &&
        inOrder(tripOfBoth(one, tripOfBoth(other, third))) === ofThree
      );
    }),
    { numRuns: 2000, seed: 20_261_129 },
  );
});

const NAME = (file: string): string => file.replace(/(\.[^.]+)$/, '.sync-conflict-20260101-120000-ABCDEFG$1');

test('two machines on one folder: a key taken back and an item taken out come back from neither copy', async ({
  folder,
}) => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  const first = await open(one);
  const [a, b, c] = [
    await first.library.add(aDraft({ title: 'A' }), someFiles()),
    await first.library.add(aDraft({ title: 'B' }), someFiles()),
    await first.library.add(aDraft({ title: 'C' }), someFiles()),
  ];
  await first.library.setSettings({ keys: { 'reader.next': press('n') } });
  const { id } = await first.trips.make(NORTH);
  await first.trips.add(id, [a.id, b.id]);
  await first.close();
  // As an older Layover left it: without a word of what came and went.
  for (const file of [join(one, 'trips', `${id}.json`), join(one, 'settings.json')]) {
    const { changes: _changes, ...rest } = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify(rest));
  }
  await cp(one, two, { recursive: true });
  const before = await filesOf(one);

  const here = await open(one);
  await here.library.setSettings({ keys: {} });
  await here.trips.drop(id, a.id);
  await here.close();

  const there = await open(two);
  await there.library.setSettings({ textSize: 24 });
  await there.trips.add(id, [c.id]);
  await there.close();

  await sync(before, two, one, NAME);
  for (const _ of ['once', 'and again']) {
    const joined = await open(one);
    await joined.inspectAll();
    expect(joined.library.settings()).toMatchObject({ keys: {}, textSize: 24 });
    const trip = await joined.trips.trip(id);
    expect(trip.items.map(({ key }) => key).sort()).toEqual([b.id, c.id].sort());
    expect(trip.refused).toEqual([a.id]);
    await joined.close();
  }
});
