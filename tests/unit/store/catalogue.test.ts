// A library knows its articles without reading any; what it knows is what they say, also when it was lost, damaged or changed by other hands.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { toCard, type ArticleCard } from '#contract/article.ts';
import { COLUMN_NAMES, createColumnTable, type ArticleColumns } from '#contract/columns.ts';
import { anArticleId } from '../../helpers/articles.ts';
import { openCatalogue } from '../../../electron/store/catalogue/openCatalogue.ts';
import { nodeDisk, type Disk } from '../../../electron/store/disk.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { articlesOf, aDraft, seededRandom, someFiles, tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

function open(folder: string, disk: Disk = nodeDisk): Promise<Library> {
  return openLibrary(folder, {
    now: tickingClock(),
    disk,
    looksAtUpTo: 0,
    keysOf: ({ title }) => ({ own: [title], stated: 'all of them' }),
  });
}

const noKeys = (): { own: readonly string[]; stated: null } => ({ own: [], stated: null });

/** A library of some articles, of which some were changed and removed again. */
async function fill(folder: string): Promise<void> {
  const library = await open(folder);
  for (let number = 1; number <= 12; number += 1) {
    const { id } = await library.add(aDraft({ title: `Boat ${number}` }), someFiles());
    const tags = number % 2 === 0 ? ['Boats', `of ${number % 4}`] : [];
    if (number % 3 === 0) {
      await library.update(id, (article) => ({
        ...article,
        title: `Ferry ${number}`,
        tags,
        starred: number % 2 === 0,
      }));
    }
    if (number % 5 === 0) await library.remove(id);
  }
  await library.close();
}

async function cardsOf({ catalogue }: Library): Promise<readonly ArticleCard[]> {
  const rows = catalogue.ids().map((id) => catalogue.rowOf(id) ?? -1);
  const cards = (await catalogue.cards(rows)).map(({ card }) => card);
  return cards.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What lists sort and filter by, of a row. */
function facts({ columns }: { readonly columns: ArticleColumns }, row: number, title: string): object {
  const numbers = COLUMN_NAMES.filter((name) => name !== 'site' && name !== 'lang' && name !== 'tags');
  return {
    title,
    site: columns.sites[columns.site[row] ?? -1],
    lang: columns.langs[columns.lang[row] ?? -1],
    tags: columns.tagSets[columns.tags[row] ?? -1],
    ...Object.fromEntries(numbers.map((name) => [name, columns[name][row]])),
  };
}

function columnsOf({ catalogue }: Library): readonly object[] {
  const rows = catalogue.ids().map((id) => [id, catalogue.rowOf(id) ?? -1] as const);
  return rows.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => facts(catalogue, row, catalogue.title(row)));
}

function trueColumns(cards: readonly ArticleCard[]): readonly object[] {
  const table = createColumnTable();
  for (const [row, card] of cards.entries()) table.set(row, card);
  return cards.map(({ title }, row) => facts(table, row, title));
}

async function trueCards(library: Library): Promise<readonly ArticleCard[]> {
  return (await articlesOf(library)).map(toCard).sort((a, b) => (a.id < b.id ? -1 : 1));
}

test('a library opens and lists its articles without reading one of them', async ({ folder }) => {
  await fill(folder);
  const read: string[] = [];
  const library = await open(folder, {
    ...nodeDisk,
    read(path) {
      read.push(path);
      return nodeDisk.read(path);
    },
  });
  const cards = await cardsOf(library);
  expect(library.isChecked).toBe(true);
  expect(cards).toHaveLength(10);
  expect(read.filter((path) => path.includes('articles'))).toEqual([]);
  expect(cards).toEqual(await trueCards(library));
  await library.close();
});

test('a catalogue that was lost is made again, equal to before, while the library is in use', async ({ folder }) => {
  await fill(folder);
  const before = await open(folder);
  const cards = await cardsOf(before);
  await before.close();
  await rm(join(folder, 'catalogue'), { recursive: true });

  const library = await open(folder);
  expect(library.isChecked).toBe(false);
  const steps: number[] = [];
  const checking = library.check({ onProgress: (done) => steps.push(done) });
  const added = await library.add(aDraft({ title: 'Added meanwhile' }), someFiles());
  await checking;
  expect(library.isChecked).toBe(true);
  expect(steps.at(-1)).toBeGreaterThanOrEqual(10);
  expect(await cardsOf(library)).toEqual([...cards, toCard(added)].sort((a, b) => (a.id < b.id ? -1 : 1)));
  await library.close();
});

test('a damaged catalogue never tells anything that is not so', async ({ folder }) => {
  await fill(folder);
  const random = seededRandom(3);
  for (const name of await readdir(join(folder, 'catalogue'))) {
    const file = join(folder, 'catalogue', name);
    const whole = await readFile(file);
    for (let damage = 0; damage < 60; damage += 1) {
      const bytes = Buffer.from(whole);
      const at = Math.floor(random() * bytes.length);
      const harmed = damage % 3 === 0 ? bytes.subarray(0, at) : bytes;
      if (damage % 3 !== 0) bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      await writeFile(file, harmed);
      const library = await openLibrary(folder, { now: tickingClock(), looksAtUpTo: 0, readOnly: true });
      if (!library.isChecked) await library.check();
      const truth = await trueCards(library);
      expect(await cardsOf(library), `${name} ${damage}`).toEqual(truth);
      expect(columnsOf(library), `${name} ${damage}`).toEqual(trueColumns(truth));
      await library.close();
    }
    await writeFile(file, whole);
  }
});

test('columns that were written while an article was changing are not taken for the last word', async ({ folder }) => {
  await fill(folder);
  const library = await open(folder);
  const id = library.catalogue.ids()[0] ?? anArticleId(0);
  await library.close();
  const layout = layoutOf(folder);
  const opened = await openCatalogue({
    disk: nodeDisk,
    layout,
    now: tickingClock(),
    isReadOnly: false,
    keysOf: noKeys,
    onRepair: () => {},
  });
  // The change is announced and its file is written; the process ends before the catalogue hears of it.
  await opened.catalogue.touch(id);
  await opened.catalogue.checkpoint();
  const file = join(layout.article(id), 'article.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"minutes": ', '"minutes": 9'));

  const again = await open(folder);
  expect(await cardsOf(again)).toEqual(await trueCards(again));
  await again.close();
});

test('what other hands brought, took and edited is found by a check', async ({ folder }) => {
  await fill(folder);
  const library = await open(folder);
  const [taken, edited] = library.catalogue.ids();
  if (taken === undefined || edited === undefined) throw new Error('there are some');
  await rm(join(folder, 'articles', taken.slice(0, 2), taken), { recursive: true });
  const facts = join(folder, 'articles', edited.slice(0, 2), edited, 'article.json');
  await writeFile(facts, (await readFile(facts, 'utf8')).replace(/"title": "[^"]*"/, '"title": "By hand"'));
  const changed: string[] = [];
  await library.check({ onChange: (id) => changed.push(id) });
  expect(changed).toEqual([taken]);
  await library.check({ readsAll: true, onChange: (id) => changed.push(id) });
  expect(changed).toEqual([taken, edited]);
  expect(await cardsOf(library)).toEqual(await trueCards(library));
  expect((await cardsOf(library)).map(({ title }) => title)).toContain('By hand');
  await library.close();
});

test('titles are ranked as people read them, and articles are found under their keys', async ({ folder }) => {
  await fill(folder);
  const library = await open(folder);
  const { catalogue } = library;
  const ranks = await catalogue.titleRanks();
  const rows = catalogue.ids().map((id) => catalogue.rowOf(id) ?? 0);
  const ranked = rows.sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0)).map((row) => catalogue.title(row));
  expect(ranked).toEqual([
    'Boat 1',
    'Boat 2',
    'Boat 4',
    'Boat 7',
    'Boat 8',
    'Boat 11',
    'Ferry 3',
    'Ferry 6',
    'Ferry 9',
    'Ferry 12',
  ]);
  const found = await catalogue.find('Ferry 6');
  expect(found === undefined ? undefined : (await library.article(found)).title).toBe('Ferry 6');
  // Its title was changed, so nothing is found under the old one; nor under that of one that is removed.
  expect(await catalogue.find('Boat 6')).toBeUndefined();
  expect(await catalogue.find('Boat 5')).toBeUndefined();
  expect(await catalogue.find('all of them')).toBeDefined();
  await library.close();
});

test('what came, changed and went since the library was opened is known at once', async ({ folder }) => {
  const library = await open(folder);
  const { catalogue } = library;
  const titles = async (): Promise<readonly string[]> => {
    const ranks = await catalogue.titleRanks();
    const rows = catalogue.ids().map((id) => catalogue.rowOf(id) ?? -1);
    return rows.toSorted((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0)).map((row) => catalogue.title(row));
  };
  const { id: first } = await library.add(aDraft({ title: 'Boat 10' }), someFiles());
  const { id: second } = await library.add(aDraft({ title: 'Boat 9' }), someFiles());
  expect([await catalogue.find('Boat 10'), await catalogue.find('Boat 9')]).toEqual([first, second]);
  expect(await titles()).toEqual(['Boat 9', 'Boat 10']);
  await library.update(second, (article) => ({ ...article, title: 'Ferry' }));
  expect(await titles()).toEqual(['Boat 10', 'Ferry']);
  expect(await catalogue.find('Boat 9')).toBeUndefined();
  await library.remove(first);
  expect([catalogue.rowOf(first), await catalogue.find('Boat 10')]).toEqual([undefined, undefined]);
  expect(catalogue.count).toBe(1);
  await library.close();
});
