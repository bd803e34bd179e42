// Notes, tables, bookmarks, outlines and pages, read back by programs that are not ours.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as cheerio from 'cheerio';
import { parse } from 'csv-parse/sync';
import { unzipSync, strFromU8 } from 'fflate';
import MarkdownIt from 'markdown-it';
import { parseOpml } from 'feedsmith';
import { expect, test } from 'playwright/test';
import { EXPORT_WORDS, type ExportWords } from '#contract/exportWords.ts';
import { createZipWriter } from '../../../electron/exchange/export/zipWriter.ts';
import { readZipEntry, readZipTable } from '../../../electron/exchange/export/zipReader.ts';
import { fileNames } from '../../../electron/exchange/export/fileNames.ts';
import { anArticleId } from '../../helpers/articles.ts';
import { aHighlight, aTarget } from '../../helpers/highlights.ts';
import { fillShelf, openShelf, type Shelf } from './shelf.ts';

const PAGES = 30;

async function withShelf(use: (shelf: Shelf, at: (name: string) => string) => Promise<void>): Promise<void> {
  const info = test.info();
  const shelf = await openShelf(info.outputPath('library'));
  await fillShelf(shelf.layover, PAGES);
  await use(shelf, (name) => info.outputPath(name));
  expect(shelf.bugs).toEqual([]);
  await shelf.close();
}

test('a table has a row for each article, and no cell of it is a formula', async () => {
  await withShelf(async (shelf, at) => {
    await shelf.export({ form: 'csv' }, at('all.csv'));
    const rows: unknown = parse(readFileSync(at('all.csv')), { bom: true, columns: true });
    if (!Array.isArray(rows)) throw new Error('no rows');
    expect(rows).toHaveLength(PAGES);
    const cells: readonly unknown[] = rows.flatMap((row: unknown) => Object.values(Object(row)));
    expect(cells.filter((cell) => /^\s*[=+\-@]|^[\t\r]/.test(String(cell)))).toEqual([]);
    expect(rows).toContainEqual(expect.objectContaining({ title: `'=HYPERLINK("https://evil.example")` }));
    expect(rows).toContainEqual(expect.objectContaining({ excerpt: `'-2+3 and\r\n"more", with commas` }));
    expect(rows).toContainEqual(expect.objectContaining({ tags: 'salt roads, +sea', starred: 'no', state: 'unread' }));
  });
});

test('bookmarks have address, date and tags, as browsers read them', async () => {
  await withShelf(async (shelf, at) => {
    await shelf.export({ form: 'bookmarks' }, at('all.html'));
    const text = readFileSync(at('all.html'), 'utf8');
    expect(text.startsWith('<!DOCTYPE NETSCAPE-Bookmark-file-1>')).toBe(true);
    const page = cheerio.load(text);
    const { library } = shelf.layover;
    for await (const { canonicalUrl, saved, tags, title } of library.eachArticle()) {
      if (canonicalUrl === null) continue;
      const link = page('a').filter((_, each) => page(each).attr('href') === canonicalUrl);
      expect(link).toHaveLength(1);
      expect(link.attr('add_date')).toBe(String(Math.floor(Date.parse(saved) / 1000)));
      expect(link.attr('tags') ?? '').toBe(tags.join(','));
      expect(link.text()).toBe(title.replace(/\s+/g, ' ').trim());
    }
  });
});

test('an outline has a link for each article', async () => {
  await withShelf(async (shelf, at) => {
    await shelf.export({ form: 'opml' }, at('all.opml'));
    const { body } = parseOpml(readFileSync(at('all.opml'), 'utf8'));
    expect(body?.outlines).toHaveLength(PAGES);
    expect(body?.outlines?.filter(({ type }) => type === 'link').length).toBeGreaterThan(PAGES / 2);
  });
});

test('notes have their facts before them, show what the article shows, and lead to each other', async () => {
  await withShelf(async (shelf, at) => {
    const { library } = shelf.layover;
    const [first] = library.catalogue.ids();
    if (first === undefined) throw new Error('no article');
    await library.highlights.update(first, 'x', () => [
      aHighlight({ articleId: first, target: aTarget('# The *ferry*'), note: '- not a list' }),
    ]);
    await shelf.export({ form: 'markdown', isZipped: false }, at('library/..'));
    const folder = at('Layover 2026-11-28');
    const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
    expect(names).toHaveLength(PAGES);
    for (const name of names) {
      const text = readFileSync(join(folder, name), 'utf8');
      const [, yaml = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
      for (const line of yaml.split('\n'))
        expect(line).toMatch(/^(?:\w+: (?:"(?:[^"\\]|\\.)*"|true|false|\[\])|\w+:| {2}- "(?:[^"\\]|\\.)*")$/);
      expect(yaml).toMatch(/^title: "[^]*\nsaved: "[^]*\nstate: "unread"/m);
      const page = cheerio.load(new MarkdownIt('commonmark', { html: true }).enable('table').render(body));
      for (const link of page('a[href$=".md"]').toArray())
        expect(existsSync(join(folder, decodeURIComponent(page(link).attr('href') ?? '')))).toBe(true);
      for (const picture of page('img').toArray())
        expect(existsSync(join(folder, page(picture).attr('src') ?? ''))).toBe(true);
      expect(page('h1')).toHaveLength(1);
      expect(page('script, style')).toHaveLength(0);
    }
    const all = names.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    expect(all).toContain('## Highlights and notes\n\n> \\# The \\*ferry\\*\n\n\\- not a list');
    expect(all).toContain('```\nif (a < b && c) {\n\treturn `x`;\n}\n```');
    expect(all).toContain('| A | B |\n| --- | --- |\n| 1 | two **2** |');
    expect(all).toContain('\\# Not a heading');
    expect(all).toContain('1\\. Not a list');
  });
});

test('a page needs nothing but itself', async () => {
  await withShelf(async (shelf, at) => {
    await shelf.export({ form: 'html' }, at('all.zip'));
    const files = unzipSync(readFileSync(at('all.zip')));
    expect(Object.keys(files)).toHaveLength(PAGES);
    let pictures = 0;
    for (const bytes of Object.values(files)) {
      const page = cheerio.load(strFromU8(bytes));
      for (const each of page('img').toArray()) {
        expect(page(each).attr('src')).toMatch(/^data:image\/[\w+.-]+;base64,/);
        pictures += 1;
      }
      for (const each of page('a[href$=".html"]').toArray()) {
        const href = page(each).attr('href') ?? '';
        if (!href.startsWith('http')) expect(Object.keys(files)).toContain(decodeURIComponent(href));
      }
      expect(page('link, script, iframe, [src^="http"]')).toHaveLength(0);
    }
    expect(pictures).toBeGreaterThan(20);
  });
});

test('an export that is cancelled or fails leaves nothing behind', async () => {
  await withShelf(async (shelf, at) => {
    const plan = await shelf.keeper.plan({
      scope: 'library',
      form: 'html',
      isZipped: true,
      hasHighlights: true,
      hasRelated: true,
      words: EXPORT_WORDS,
    });
    const { job } = await shelf.keeper.export(plan, at('all.zip'), () => Promise.reject(new Error('not asked for')));
    await expect(shelf.keeper.plan(plan.wish)).rejects.toMatchObject({ code: 'locked' });
    shelf.keeper.jobs.cancel(job);
    expect(await shelf.over()).toMatchObject({ state: 'cancelled', error: null });
    expect(await shelf.export({ form: 'json' }, at('not/there.json'))).toMatchObject({
      state: 'failed',
      error: { code: 'disk' },
    });
    expect(readdirSync(at('library/..')).filter((name) => name !== 'library')).toEqual([]);
  });
});

test('what books, pages and notes say in words of their own is said in the language that was asked for', async () => {
  await withShelf(async (shelf, at) => {
    const words: ExportWords = {
      ...EXPORT_WORDS,
      lang: 'de',
      savedWith: 'Gespeichert am {date} mit Layover',
      saved: 'Gespeichert am {date}',
      related: 'Verwandte Beiträge',
      contents: 'Inhalt',
      articles: 'Artikel: {count}',
    };
    const read = async (form: 'epub' | 'html' | 'markdown', name: string): Promise<string> => {
      await shelf.export({ form, words }, at(name));
      return Object.values(unzipSync(readFileSync(at(name))))
        .map((bytes) => strFromU8(bytes))
        .join('\n');
    };
    const book = await read('epub', 'all.epub');
    expect(book).toContain('<h1 lang="de" xml:lang="de" dir="ltr">Inhalt</h1>');
    expect(book).toContain(`Artikel: ${PAGES}`);
    const pages = await read('html', 'pages.zip');
    expect(pages).toMatch(/<footer lang="de" dir="ltr"><p>.*Gespeichert am \d{4}-\d\d-\d\d mit Layover/);
    const notes = await read('markdown', 'notes.zip');
    expect(notes).toContain('## Verwandte Beiträge');
    for (const text of [book, pages, notes]) expect(text).not.toMatch(/Related posts|Saved \d{4}/);
  });
});

test('files of one title are told apart, however their letters are written', () => {
  const titles = ['Salt roads', 'salt Roads', 'Salt roads 2', 'a/b:c', '', 'CON', '[[x]] #y'];
  const names = [...fileNames(titles.map((title, at) => [anArticleId(at), title] as const)).values()];
  expect(names.slice(0, 2)).toEqual(['Salt roads', 'salt Roads 2']);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(titles.length);
  expect(names.join('')).not.toMatch(/[#[\]/:]/);
});

test('an archive of more files than a small table holds is read back whole', async () => {
  const parts: Uint8Array[] = [];
  const zip = createZipWriter({ write: (bytes) => Promise.resolve(void parts.push(bytes)) }, new Date());
  for (let number = 0; number < 66_000; number += 1) await zip.add(`f/${number}.png`, 'x');
  await zip.add('grüße.txt', 'Grüße '.repeat(1000));
  await zip.finish();
  const bytes = Buffer.concat(parts);
  const source = {
    size: bytes.byteLength,
    read: (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length)),
  };
  const table = await readZipTable(source);
  expect(table).toHaveLength(66_001);
  const last = table.at(-1);
  if (last === undefined) throw new Error('no file');
  expect(last).toMatchObject({ name: 'grüße.txt', isPacked: true });
  expect(new TextDecoder().decode(await readZipEntry(source, last))).toBe('Grüße '.repeat(1000));
});
