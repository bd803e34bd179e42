// One wish for many articles: carried out on each, told with its failures, taken back whole.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import type { ArticleId, OwnState } from '#contract/article.ts';
import type { Layover } from '../../../electron/layover.ts';
import { marksOf, withChange, withoutChange } from '../../../electron/library/care/ownChange.ts';
import { anArticle } from '../../helpers/articles.ts';
import { seededRandom } from '../store/drafts.ts';
import { test } from '../store/testLibrary.ts';
import { fillLibrary, openCared } from './careLibrary.ts';

async function statesOf(
  { library }: Layover,
  ids: readonly ArticleId[],
): Promise<readonly Omit<OwnState, 'tagChanges'>[]> {
  const articles = await Promise.all(ids.map((id) => library.article(id)));
  return articles.map(({ reading, tags, starred, opened, look, keptSince, note }) => ({
    reading,
    tags,
    starred,
    opened,
    look,
    keptSince,
    note,
  }));
}

const rowsOf = ({ library }: Layover, ids: readonly ArticleId[]): readonly number[] =>
  ids.map((id) => library.catalogue.rowOf(id) ?? -1);

test('many articles are changed as wished, and all of it is taken back but for what was changed since', async ({
  folder,
}) => {
  const ids = await fillLibrary(folder, 40, (number) => ({ tags: number % 4 === 0 ? ['Old'] : [] }));
  const { layover, told, bugs } = await openCared(folder);
  const before = await statesOf(layover, ids);
  const change = { isArchived: true, isStarred: true, isRead: true, addTags: ['Boats'], removeTags: ['OLD'] };
  const done = await layover.care.change({ rows: rowsOf(layover, ids) }, change);
  expect(done).toMatchObject({ kind: 'change', changed: 40, unchanged: 0, failed: 0, isCancelled: false });
  for (const { reading, tags, starred } of await statesOf(layover, ids)) {
    expect([reading.archived, reading.read === null, tags, starred]).toEqual([true, false, ['Boats'], true]);
  }
  expect(told[0]).toMatchObject({ job: done.job, done: 0, total: 40, isOver: false });
  expect(told.at(-1)).toMatchObject({ job: done.job, done: 40, total: 40, isOver: true });
  expect(await layover.care.change({ ids }, change)).toMatchObject({ changed: 0, unchanged: 40, undo: null });

  const [first] = ids;
  if (first === undefined) throw new Error('there are forty');
  await layover.change(first, (article) => ({ ...article, starred: false, tags: [...article.tags, 'Mine'] }));
  const undone = await layover.care.undo(done.undo ?? 0);
  expect(undone).toMatchObject({ kind: 'undo', changed: 40, failed: 0 });
  const after = await statesOf(layover, ids);
  expect(after.slice(1)).toEqual(before.slice(1));
  expect(after[0]).toMatchObject({ starred: false, tags: ['Mine', 'Old'], reading: { archived: false, read: null } });
  await expect(layover.care.undo(done.undo ?? 0)).rejects.toMatchObject({ code: 'not-found' });
  // Taking back can be taken back.
  await layover.care.undo(undone.undo ?? 0);
  expect((await statesOf(layover, ids)).at(-1)).toMatchObject({ starred: true, tags: ['Boats'] });
  expect(bugs).toEqual([]);
  await layover.close();
});

test('one that cannot be changed is told and stops no other', async ({ folder }) => {
  const tags = Array.from({ length: 50 }, (_, number) => `tag ${number}`);
  const ids = await fillLibrary(folder, 10, (number) => ({ tags: number === 3 ? tags : [] }));
  const { layover, bugs } = await openCared(folder);
  const [broken = '', gone] = ids;
  await rm(join(folder, 'articles', broken.slice(0, 2), broken, 'article.json.bak'), { force: true });
  await writeFile(join(folder, 'articles', broken.slice(0, 2), broken, 'article.json'), '{');
  if (gone === undefined) throw new Error('there are ten');
  await layover.remove(gone);
  const done = await layover.care.change({ ids }, { addTags: ['Boats'] });
  expect(done).toMatchObject({ changed: 7, failed: 3 });
  expect(new Map(done.failures.map(({ id, title, error }) => [id, [title, error.code]]))).toEqual(
    new Map([
      [broken, ['Boat 0', 'unreadable']],
      [gone, [null, 'not-found']],
      [ids[3], ['Boat 3', 'bad-input']],
    ]),
  );
  expect(await layover.care.change({ rows: [99_999] }, { isRead: true })).toMatchObject({
    changed: 0,
    failures: [{ id: null, title: null, error: { code: 'not-found' } }],
  });
  expect(bugs).toEqual([]);
  await layover.close();
});

test('what is cancelled stops, tells how far it came, and can be taken back', async ({ folder }) => {
  const ids = await fillLibrary(folder, 120);
  let cancel = (_job: number): void => {};
  const { layover } = await openCared(folder, ({ job, kind, done }) => {
    if (kind === 'change' && done === 0) cancel(job);
  });
  cancel = (job) => queueMicrotask(() => layover.care.cancel(job));
  const done = await layover.care.change({ ids }, { isStarred: true });
  expect(done.isCancelled).toBe(true);
  expect(done.changed).toBeLessThan(120);
  const starred = (await statesOf(layover, ids)).filter((state) => state.starred).length;
  expect(starred).toBe(done.changed);
  if (done.undo !== null) await layover.care.undo(done.undo);
  expect((await statesOf(layover, ids)).filter((state) => state.starred)).toEqual([]);
  await layover.close();
});

test('all that a query finds is changed, and a query that says nothing clear changes nothing', async ({ folder }) => {
  const ids = await fillLibrary(folder, 10);
  const { layover } = await openCared(folder);
  await layover.inspectAll();
  expect(await layover.care.change({ query: 'site:even.example' }, { addTags: ['Even'] })).toMatchObject({
    changed: 5,
  });
  expect(await layover.care.change({ query: 'tag:even' }, { isStarred: true })).toMatchObject({ changed: 5 });
  expect(await layover.care.change({ query: 'boat -tag:even' }, { isArchived: true })).toMatchObject({ changed: 5 });
  for (const query of ['is:unraed', 'is:unr', 'tag:', 'sit:even.example', '(tag:even']) {
    await expect(layover.care.remove({ query }), query).rejects.toMatchObject({ code: 'bad-input' });
  }
  expect(layover.library.catalogue.count).toBe(ids.length);
  await layover.close();
});

test('many go to the trash and come back with all that was made of them; what is emptied is gone', async ({
  folder,
}) => {
  const ids = await fillLibrary(folder, 30, () => ({ tags: ['Boats'], starred: true }));
  const { layover, bugs } = await openCared(folder);
  await layover.inspectAll();
  const removed = await layover.care.remove({ ids });
  expect(removed).toMatchObject({ kind: 'remove', changed: 30 });
  expect(layover.library.catalogue.count).toBe(0);
  const page = await layover.care.trash(0, 10);
  expect([page.total, page.entries.length, page.entries[0]?.daysLeft]).toEqual([30, 10, 30]);
  expect(page.entries[0]).toMatchObject({
    title: expect.stringMatching(/^Boat/),
    host: expect.stringMatching(/example$/),
  });
  expect(await layover.care.undo(removed.undo ?? 0)).toMatchObject({ changed: 30, failed: 0 });
  expect((await statesOf(layover, ids)).every(({ tags, starred }) => tags[0] === 'Boats' && starred)).toBe(true);
  expect((await layover.search.find('tag:boats boat')).rows).toHaveLength(30);

  await layover.care.remove({ query: 'site:odd.example' });
  const [one = '', two = ''] = ids.filter((id) => layover.library.catalogue.rowOf(id) === undefined);
  const chosen = ids.filter((id) => id === one || id === two);
  expect(await layover.care.restore(chosen.slice(0, 1))).toMatchObject({ changed: 1 });
  expect(await layover.care.empty(chosen)).toMatchObject({ kind: 'empty', changed: 1, failed: 1, undo: null });
  expect((await layover.care.trash(0, 200)).total).toBe(13);
  expect(await layover.care.empty(null)).toMatchObject({ changed: 13, failed: 0 });
  expect((await layover.care.trash(0, 200)).total).toBe(0);
  expect(bugs).toEqual([]);
  await layover.close();
});

test('taking a change back gives what was there, whatever was wished', () => {
  const random = seededRandom(9);
  const names = ['a', 'B', 'c', 'D'];
  const some = (): readonly string[] => names.filter(() => random() < 0.4);
  const flag = (): boolean => random() < 0.5;
  const wrong: unknown[] = [];
  for (let run = 0; run < 2_000; run += 1) {
    const reading = { progress: 0, block: 0, read: flag() ? '2026-01-01T00:00:00.000Z' : null, archived: flag() };
    const article = anArticle({ tags: some(), starred: flag(), reading });
    const change = {
      ...(flag() ? { isRead: flag() } : {}),
      ...(flag() ? { isArchived: flag() } : {}),
      ...(flag() ? { isStarred: flag() } : {}),
      addTags: some().map((tag) => (flag() ? tag.toUpperCase() : tag)),
      removeTags: some(),
    };
    const after = withChange(article, change, '2026-02-02T00:00:00.000Z');
    const back = withoutChange(after, marksOf(article), marksOf(after));
    if (JSON.stringify(back) !== JSON.stringify(article)) wrong.push([article.tags, change, after.tags, back.tags]);
  }
  expect(wrong).toEqual([]);
});
