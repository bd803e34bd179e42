// What was taken away on one of two machines that share a library stays away on both, and what was put in later stays there.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect } from 'playwright/test';
import type { Article } from '#contract/article.ts';
import type { Highlight } from '#contract/highlight.ts';
import { joinLists, MOST_GONE, noteChanges, type LastChange } from '#contract/lastChanges.ts';
import { DEFAULT_SETTINGS } from '#contract/settings.ts';
import { joinTags, withTagChanges, type KeptTags } from '#contract/tags.ts';
import type { SavedView } from '#contract/views.ts';
import type { Layover } from '../../../electron/layover.ts';
import { articleOfBoth, highlightsOfBoth, settingsOfBoth } from '../../../electron/library/syncing/syncMerges.ts';
import type { KeptHighlights } from '../../../electron/store/highlightSchema.ts';
import { withChanges, type StoredSettings } from '../../../electron/store/settingsSchema.ts';
import { anArticle } from '../../helpers/articles.ts';
import { aHighlight } from '../../helpers/highlights.ts';
import { aDraft, someFiles } from '../store/drafts.ts';
import { test } from '../store/testLibrary.ts';
import { filesOf, open, sync } from './twoMachines.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 5, 1, 9, minute));
const tagged = (article: Article, tags: readonly string[], minute: number): Article =>
  withTagChanges(article, { ...article, tags }, at(minute));
const setOf = ({ tags }: KeptTags): ReadonlySet<string> => new Set(tags);

/** What both machines have in the end, whichever of them joins and whichever file was written later. */
function joined(one: Article, other: Article): Article {
  const both = articleOfBoth(one, other, false);
  for (const [here, there, isNewer] of [
    [one, other, true],
    [other, one, true],
    [other, one, false],
  ] as const) {
    const same = articleOfBoth(here, there, isNewer);
    expect(setOf(same)).toEqual(setOf(both));
    expect(same.tagChanges).toEqual(both.tagChanges);
  }
  for (const again of [one, other]) expect(setOf(articleOfBoth(both, again, false))).toEqual(setOf(both));
  expect(articleOfBoth(both, both, true)).toBe(both);
  return both;
}

test('a tag that was removed on one machine stays away when another was added on the other', () => {
  const before = anArticle({ tags: ['Boats', 'north'] });
  const one = tagged(before, ['north'], 1);
  const other = tagged(before, ['Boats', 'north', 'tides'], 2);
  expect(setOf(joined(one, other))).toEqual(new Set(['north', 'tides']));
});

test('of a tag that was removed here and added there, the later counts, however slow the clock is', () => {
  const removed = tagged(anArticle({ tags: ['boats'] }), [], 5);
  expect(setOf(joined(removed, tagged(anArticle(), ['Boats'], 6)))).toEqual(new Set(['Boats']));
  expect(setOf(joined(removed, tagged(anArticle(), ['Boats'], 4)))).toEqual(new Set());
  // Whoever adds it again knows that it was removed; a clock an hour behind makes it no earlier.
  const again = tagged(removed, ['boats'], -60);
  expect(setOf(joined(again, removed))).toEqual(new Set(['boats']));
  expect(setOf(joined(again, anArticle({ tags: ['boats'] })))).toEqual(new Set(['boats']));
});

test('a tag of which nothing is noted is kept, and so is one that an older Layover put in again', () => {
  const older = anArticle({ tags: ['boats'] });
  expect(setOf(joined(older, anArticle({ tags: ['tides'] })))).toEqual(new Set(['boats', 'tides']));
  const removed = tagged(older, [], 1);
  expect(setOf(joined({ ...removed, tags: ['boats'] }, removed))).toEqual(new Set(['boats']));
});

test('of two machines that do anything to tags, the same comes out whichever of them joins, and joining again changes nothing', () => {
  const names = ['a', 'b', 'c', 'd'];
  const side: fc.Arbitrary<KeptTags> = fc.record({
    tags: fc.subarray(names),
    tagChanges: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...names),
        at: fc.integer({ min: 0, max: 5 }).map((minute) => at(minute).toISOString()),
        isGone: fc.boolean(),
      }),
      { selector: ({ name }) => name },
    ),
  });
  const inOrder = ({ tags, tagChanges }: KeptTags): string => JSON.stringify([[...tags].sort(), tagChanges]);
  fc.assert(
    fc.property(side, side, side, (one, other, third) => {
      const both = joinTags(one, other);
      const [joinedOnce, ofThree] = [inOrder(both), inOrder(joinTags(both, third))];
      // Nothing goes of which no removal is noted.
      const noted = new Set([...one.tagChanges, ...other.tagChanges].map(({ name }) => name));
      const isKept = [...one.tags, ...other.tags].every((tag) => noted.has(tag) || both.tags.includes(tag));
      return (
        isKept &&
        inOrder(joinTags(other, one)) === joinedOnce &&
        inOrder(joinTags(both, other)) === joinedOnce &&
        inOrder(joinTags(one, joinTags(other, third))) === ofThree
      );
    }),
    { numRuns: 2000, seed: 20_261_129 },
  );
});

test('what is noted is bounded in number and age, and what is there keeps its note', () => {
  const many = Array.from({ length: MOST_GONE + 20 }, (_, number) => `tag ${number}`);
  let changes: readonly LastChange[] = noteChanges(
    [],
    { gone: [], there: ['kept'], names: new Set(['kept']) },
    new Date('2020-01-01T00:00:00Z'),
  );
  for (const [minute, name] of many.entries())
    changes = noteChanges(changes, { gone: [name], there: [], names: new Set(['kept']) }, at(minute));
  expect(changes).toHaveLength(MOST_GONE + 1);
  expect(changes.map(({ name }) => name)).toContain('tag 519');
  expect(changes.map(({ name }) => name)).not.toContain('tag 19');
  const nextYear = new Date('2027-06-03T12:00:00Z');
  changes = noteChanges(changes, { gone: ['last'], there: [], names: new Set(['kept']) }, nextYear);
  expect(changes.map(({ name }) => name)).toEqual(['last', 'kept']);
  expect(joinLists({ names: new Set(['kept']), changes }, { names: new Set(), changes: [] }).changes).toEqual(changes);
});

test('a highlight that was removed stays away unless it was changed later on the other machine', () => {
  const [boat, tide] = ['a', 'b'].map((letter) => aHighlight({ id: letter.repeat(20), changed: at(2).toISOString() }));
  if (boat === undefined || tide === undefined) throw new Error('two are made');
  const gone = (minute: number): KeptHighlights => ({
    highlights: [tide],
    changes: [{ name: boat.id, at: at(minute).toISOString(), isGone: true }],
  });
  const more = aHighlight({ id: 'c'.repeat(20) });
  const there: KeptHighlights = { highlights: [boat, tide, more], changes: [] };
  const ids = ({ highlights }: KeptHighlights): ReadonlySet<string> => new Set(highlights.map(({ id }) => id));
  for (const [minute, left] of [
    [3, [tide, more]],
    [1, [boat, tide, more]],
  ] as const) {
    const both = highlightsOfBoth(gone(minute), there);
    expect(ids(both)).toEqual(new Set(left.map(({ id }) => id)));
    expect(ids(highlightsOfBoth(there, gone(minute)))).toEqual(ids(both));
    expect(ids(highlightsOfBoth(both, there))).toEqual(ids(both));
    expect(highlightsOfBoth(both, both)).toBe(both);
  }
});

test('a saved search that was removed stays away, and of one that both changed the later change counts', () => {
  const view = (id: string, name: string): SavedView => ({
    id,
    name,
    query: 'is:unread',
    sort: 'saved',
    isReversed: false,
    icon: null,
  });
  const empty: StoredSettings = { format: 1, ...DEFAULT_SETTINGS, changes: [] };
  const before = withChanges(empty, { views: [view('1', 'Boats'), view('2', 'Tides')] }, at(0));
  const one = withChanges(before, { views: [view('2', 'Tides of the north')] }, at(3));
  const other = withChanges(
    before,
    { views: [view('1', 'Boats'), view('2', 'Ebb'), view('3', 'Maps')], textSize: 20 },
    at(2),
  );
  for (const both of [settingsOfBoth(one, other, true), settingsOfBoth(other, one, true)]) {
    expect(new Set(both.views.map(({ name }) => name))).toEqual(new Set(['Tides of the north', 'Maps']));
    expect(settingsOfBoth(both, both, true)).toBe(both);
  }
});

const NAME = (file: string): string => file.replace(/(\.[^.]+)$/, '.sync-conflict-20260101-120000-ABCDEFG$1');
const marks = (layover: Layover, article: Article): Promise<readonly Highlight[]> => layover.highlights.of(article.id);

test('two machines on one folder: what either took away is gone on both, and what was taken back is there', async ({
  folder,
}) => {
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  const first = await open(one);
  const { id } = await first.library.add(aDraft(), someFiles());
  await first.care.change({ ids: [id] }, { addTags: ['boats', 'north', 'back'] });
  const made = { color: 'yellow', note: '', tags: [], target: aHighlight().target } as const;
  const [gone, kept, back] = [
    await first.highlights.add(id, made),
    await first.highlights.add(id, made),
    await first.highlights.add(id, made),
  ];
  await first.close();
  await cp(one, two, { recursive: true });
  const before = await filesOf(one);

  const here = await open(one);
  await here.care.change({ ids: [id] }, { removeTags: ['Boats'] });
  const { undo } = await here.care.change({ ids: [id] }, { removeTags: ['back'] });
  await here.care.undo(undo ?? -1);
  await here.highlights.remove(id, gone.id);
  await here.highlights.restore(await here.highlights.remove(id, back.id));
  await here.close();

  const there = await open(two);
  await there.care.change({ ids: [id] }, { addTags: ['tides'] });
  await there.highlights.change(id, kept.id, { note: 'Theirs.' });
  await there.close();

  await sync(before, two, one, NAME);
  for (const _ of ['once', 'and again']) {
    const joinedThere = await open(one);
    await joinedThere.inspectAll();
    const article = await joinedThere.article(id);
    expect(new Set(article.tags)).toEqual(new Set(['north', 'back', 'tides']));
    expect((await marks(joinedThere, article)).map((each) => [each.id, each.note])).toEqual([
      [kept.id, 'Theirs.'],
      [back.id, ''],
    ]);
    await joinedThere.close();
  }
});
