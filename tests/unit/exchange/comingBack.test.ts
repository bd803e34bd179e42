// What is exported in a form that imports read as well comes back with all that the form can carry, and a second way round changes nothing.
import { readFileSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import type { ImportedItem } from '#contract/imports.ts';
import type { LibraryForm } from '#contract/libraryExport.ts';
import { aDraft, articlesOf, someFiles } from '../store/drafts.ts';
import { readFiles } from './import/reading.ts';
import { openShelf, type Shelf } from './shelf.ts';

const TEXT = 'The keeper wrote every arrival down by hand, one line for each night, and the ledger was never wrong. ';
const KEPT = '2016-09-08T09:55:58.000Z';
const LATER = '2020-02-29T12:00:00.000Z';

/** One article with everything that a person can make of it, one with nothing. */
async function fill({ layover: { library } }: Shelf): Promise<void> {
  const paragraphs = Array.from({ length: 12 }, (_, index) => `<p>${index + 1}. ${TEXT.repeat(3)}</p>`);
  await library.add(
    aDraft({ excerpt: 'What the page says of itself.', published: '2015-02-11' }),
    { ...someFiles(TEXT.repeat(36)), content: paragraphs.join('\n') },
    (article) => ({
      ...article,
      keptSince: KEPT,
      tags: ['ships', 'salt roads'],
      starred: true,
      note: '=Ask Bo,\n"twice" & <soon>',
      reading: { ...article.reading, archived: true, progress: 0.4 },
    }),
  );
  await library.add(
    aDraft({
      title: 'غادرت العبّارة',
      lang: 'ar',
      byline: null,
      siteName: null,
      published: null,
      canonicalUrl: 'https://harbour.example/a?b=1&c=2',
    }),
    someFiles(),
    (article) => ({ ...article, keptSince: LATER }),
  );
}

/** Exports the shelf and reads it back as an import does; what was kept first, first. */
async function wayRound(shelf: Shelf, form: LibraryForm, name: string): Promise<readonly ImportedItem[]> {
  const file = test.info().outputPath(name);
  expect(await shelf.export({ form }, file)).toMatchObject({ state: 'done', added: 2 });
  const { items, skipped, unknown } = readFiles({ name: 'export', bytes: readFileSync(file) });
  expect({ skipped, unknown }).toEqual({ skipped: [], unknown: [] });
  return [...items].sort((a, b) => ((a.saved ?? '') < (b.saved ?? '') ? -1 : 1));
}

async function withShelf(use: (shelf: Shelf) => Promise<void>): Promise<void> {
  const shelf = await openShelf(test.info().outputPath('library'));
  await fill(shelf);
  await use(shelf);
  expect(shelf.bugs).toEqual([]);
  await shelf.close();
}

test('a table comes back with everything but the text, the highlights and the lists', async () => {
  await withShelf(async (shelf) => {
    const [whole, other] = await wayRound(shelf, 'csv', 'all.csv');
    expect(whole).toMatchObject({
      address: 'https://harbour.example/night-boat',
      title: 'Night boat to Bodø',
      byline: 'Ingrid Dale',
      siteName: 'Harbour Notes',
      lang: 'en',
      excerpt: 'What the page says of itself.',
      published: '2015-02-11',
      saved: KEPT,
      tags: ['ships', 'salt roads'],
      starred: true,
      archived: true,
      progress: 0.4,
      note: '=Ask Bo,\n"twice" & <soon>',
    });
    expect(other).toMatchObject({
      address: 'https://harbour.example/a?b=1&c=2',
      title: 'غادرت العبّارة',
      byline: null,
      lang: 'ar',
      excerpt: null,
      published: null,
      saved: LATER,
      tags: [],
      starred: false,
      archived: false,
      progress: 0,
      note: '',
    });
  });
});

test('bookmarks come back with address, title, second, tags, note and what is archived, and no excerpt becomes a note', async () => {
  await withShelf(async (shelf) => {
    const [whole, other] = await wayRound(shelf, 'bookmarks', 'all.html');
    expect(whole).toMatchObject({
      address: 'https://harbour.example/night-boat',
      title: 'Night boat to Bodø',
      saved: KEPT,
      tags: ['ships', 'salt roads'],
      archived: true,
      note: '=Ask Bo,\n"twice" & <soon>',
    });
    expect(other).toMatchObject({ address: 'https://harbour.example/a?b=1&c=2', archived: false, note: '' });
    // What came from such a file and goes out again is the same file.
    const again = await openShelf(test.info().outputPath('again'));
    again.layover.saves.setPaused(true);
    for (const { address, title, saved, tags, archived, note } of [whole, other].flatMap((each) => each ?? []))
      await again.layover.library.add(
        aDraft({ title: title ?? '', canonicalUrl: address }),
        someFiles(),
        (article) => ({
          ...article,
          keptSince: saved,
          tags,
          note,
          reading: { ...article.reading, archived },
        }),
      );
    expect(await wayRound(again, 'bookmarks', 'again.html')).toEqual(
      [whole, other].map((each) => ({ ...each, row: expect.any(Number) })),
    );
    await again.close();
  });
});

test('an outline comes back with address, title, second and tags', async () => {
  await withShelf(async (shelf) => {
    expect(await wayRound(shelf, 'opml', 'all.opml')).toMatchObject([
      {
        address: 'https://harbour.example/night-boat',
        title: 'Night boat to Bodø',
        saved: KEPT,
        tags: ['ships', 'salt roads'],
      },
      { address: 'https://harbour.example/a?b=1&c=2', title: 'غادرت العبّارة', saved: LATER, tags: [] },
    ]);
  });
});

for (const form of ['html', 'epub'] as const) {
  test(`an article comes back whole from its ${form}`, async () => {
    await withShelf(async (shelf) => {
      const { care, library } = shelf.layover;
      const [id] = (await articlesOf(library)).filter(({ lang }) => lang === 'en').map((each) => each.id);
      if (id === undefined) throw new Error('not filled');
      const file = test.info().outputPath(`one.${form}`);
      await shelf.export({ form, scope: { ids: [id] }, hasHighlights: false, hasRelated: false }, file);
      expect(await care.idsOf({ ids: [id] })).toEqual([id]);

      const other = await openShelf(test.info().outputPath('other'));
      other.layover.saves.setPaused(true);
      const { imports } = other.layover;
      const { id: importId } = await imports.preview('one', [{ name: 'one', bytes: readFileSync(file) }]);
      await imports.start(importId, false);
      expect((await imports.settled(importId)).outcomes).toMatchObject({ kept: 1 });
      const [back, ...more] = await articlesOf(other.layover.library);
      expect(more).toEqual([]);
      expect(back).toMatchObject({
        title: 'Night boat to Bodø',
        byline: 'Ingrid Dale',
        lang: 'en',
        published: '2015-02-11',
      });
      if (back === undefined) throw new Error('nothing came back');
      const text = await other.layover.library.text(back.id);
      expect(text.split(TEXT.trim()).length - 1).toBe(36);
      expect(text).not.toContain('with Layover');
      if (form === 'html')
        expect(back).toMatchObject({ canonicalUrl: 'https://harbour.example/night-boat', siteName: 'Harbour Notes' });
      expect(other.bugs).toEqual([]);
      await other.close();
    });
  });
}
