// What a person made of an article: tags, a star, how far they read. It outlives every newer copy.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { toCard, type Article, type ArticleId, type OwnState } from '#contract/article.ts';
import { isStarred, tagsOf } from '#contract/columns.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { aDraft, someFiles, tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

const OWN: OwnState = {
  reading: { progress: 0.5, block: 7, read: '2026-03-02T10:00:00.000Z', archived: true },
  tags: ['Boats', 'To read'],
  tagChanges: [{ name: 'harbours', at: '2026-03-02T08:00:00.000Z', isGone: true }],
  starred: true,
  opened: '2026-03-02T09:00:00.000Z',
  look: { font: 'legible', textSize: 22 },
  keptSince: '2019-05-01T08:00:00.000Z',
  note: 'Lent by Anna.',
};

async function filled(library: Library): Promise<ArticleId> {
  const { id } = await library.add(aDraft({ title: 'Monday' }), someFiles('Monday’s text.'));
  await library.update(id, (article) => ({ ...article, ...OWN }));
  return id;
}

const open = (folder: string): Promise<Library> => openLibrary(folder, { now: tickingClock(), looksAtUpTo: 0 });

function jsonOf(folder: string, id: ArticleId): string {
  return join(folder, 'articles', id.slice(0, 2), id, 'article.json');
}

test('tags and star go with an article over newer copies, older copies, the trash and a restart', async ({
  folder,
}) => {
  const library = await open(folder);
  const id = await filled(library);
  const { saved } = await library.article(id);
  await library.keepVersion(id);
  expect(await library.replace(id, aDraft({ title: 'Tuesday' }), someFiles('Tuesday’s text.'))).toMatchObject(OWN);
  expect(await library.hold(id, aDraft({ title: 'Sign in' }), someFiles('Sign in.'))).toMatchObject(OWN);
  // A copy keeps what was so when it was made; what counts is what is so now.
  const { tagChanges } = await library.update(id, (article) => ({
    ...article,
    tags: ['Boats', 'Ferries'],
    starred: false,
  }));
  expect(tagChanges.map(({ name, isGone }) => [name, isGone])).toEqual([
    ['harbours', true],
    ['ferries', false],
    ['to read', true],
  ]);
  const now = { ...OWN, tags: ['Boats', 'Ferries'], tagChanges, starred: false };
  expect(await library.takeVersion(id, saved)).toMatchObject({ title: 'Monday', ...now });
  await library.remove(id);
  expect(await library.restore(id)).toMatchObject(now);
  await library.amend(id, '<p>Other.</p>', (article) => article);
  await library.close();

  const again = await open(folder);
  expect(await again.article(id)).toMatchObject(now);
  const { columns } = again.catalogue;
  const row = again.catalogue.rowOf(id) ?? -1;
  expect([tagsOf(columns, row), isStarred(columns, row)]).toEqual([['Boats', 'Ferries'], false]);
  expect((await again.catalogue.cards([row]))[0]?.card).toEqual(toCard(await again.article(id)));
  await again.close();
});

test('an article that an older Layover wrote has no tags and no star, and a lost catalogue finds those that have', async ({
  folder,
}) => {
  const library = await open(folder);
  const id = await filled(library);
  const { id: older } = await library.add(aDraft(), someFiles());
  await library.close();
  const {
    tags: _tags,
    starred: _starred,
    opened: _opened,
    ...rest
  }: Article = JSON.parse(await readFile(jsonOf(folder, older), 'utf8'));
  await writeFile(jsonOf(folder, older), JSON.stringify(rest));
  // As an older version left it, which knew of no such columns.
  await writeFile(join(folder, 'catalogue', 'columns'), 'of another version');

  const again = await open(folder);
  await again.check();
  const { catalogue } = again;
  expect(await again.article(older)).toMatchObject({ tags: [], starred: false, opened: null });
  expect(tagsOf(catalogue.columns, catalogue.rowOf(older) ?? -1)).toEqual([]);
  expect(tagsOf(catalogue.columns, catalogue.rowOf(id) ?? -1)).toEqual(OWN.tags);
  await again.close();
});

test('what is made of an article as it is added is there with it from the beginning', async ({ folder }) => {
  const library = await open(folder);
  const seen: number[] = [];
  const { id } = await library.add(aDraft(), someFiles(), (article) => {
    seen.push(article.report.sizeBytes);
    return { ...article, tags: ['Boats'], starred: true };
  });
  expect(seen[0]).toBeGreaterThan(0);
  expect(JSON.parse(await readFile(jsonOf(folder, id), 'utf8'))).toMatchObject({ tags: ['Boats'], starred: true });
  const row = library.catalogue.rowOf(id) ?? -1;
  expect(tagsOf(library.catalogue.columns, row)).toEqual(['Boats']);
  await library.close();
});
