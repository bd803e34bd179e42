// What a proof rests on: a mark that is another as soon as anything that an article shows is otherwise, and the bytes of its files.
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Article, ArticleId } from '#contract/article.ts';
import { layoutOf, type Layout } from '../../../electron/store/layout.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { png } from '../capture/pictures.ts';
import { aDraft, someFiles, tickingClock } from '../store/drafts.ts';

let layout: Layout;
let library: Library;
let article: Article;

const partOf = (name: string): string => join(layout.article(article.id), name);
const mark = (id: ArticleId = article.id): Promise<string | undefined> => library.fileMark(id);

async function add(title: string, pictures: number): Promise<Article> {
  const images = [];
  for (let index = 0; index < pictures; index += 1) {
    const bytes = png(20 + index, 9);
    const stored = await library.putAsset(bytes, 'image/png');
    const url = `https://harbour.example/${index}.png`;
    images.push({ ...stored, url, mediaType: 'image/png', sizeBytes: bytes.byteLength, width: 20, height: 9 });
  }
  const draft = aDraft({ title, images, comments: 1 });
  return library.add(draft, { ...someFiles(), comments: '<p>I was aboard.</p>' });
}

test.beforeEach(async () => {
  layout = layoutOf(mkdtempSync(join(tmpdir(), 'layover-marks-')));
  library = await openLibrary(layout.root, { now: tickingClock() });
  article = await add('Night boat', 2);
});

test.afterEach(async () => {
  await library.close();
  rmSync(layout.root, { recursive: true });
});

test('a mark stays while an article is read, tagged and set otherwise, and over a restart', async () => {
  const before = await mark();
  await library.update(article.id, (known) => ({
    ...known,
    reading: { ...known.reading, progress: 0.5, block: 3 },
    tags: ['sea'],
    starred: true,
    look: { font: 'sans' },
    opened: '2026-03-02T10:00:00.000Z',
  }));
  expect(await mark()).toBe(before);
  await library.close();
  library = await openLibrary(layout.root, { now: tickingClock() });
  expect(await mark()).toBe(before);
});

test('a mark is another after every change of what is shown', async () => {
  const [picture] = article.images;
  const asset = join(layout.assets, picture?.file ?? '');
  const other = await add('Another', 0);
  const at = new Date('2026-01-01T00:00:00Z');
  const changes: Readonly<Record<string, () => unknown>> = {
    'a touched content': () => utimesSync(partOf('content.html'), at, at),
    'a flipped byte whose time was put back': () => {
      const bytes = readFileSync(partOf('content.html'));
      bytes[bytes.length - 3] = 0x21;
      writeFileSync(partOf('content.html'), bytes);
      utimesSync(partOf('content.html'), at, at);
    },
    'a truncated text': () => truncateSync(partOf('content.txt'), 3),
    'lost comments': () => rmSync(partOf('comments.html')),
    'a deleted picture': () => rmSync(asset),
    'another file in the place of the picture': () => writeFileSync(asset, png(21, 9)),
    'a new title': () => library.update(article.id, (known) => ({ ...known, title: 'Day boat' })),
    'a repair': () => library.amend(article.id, '<p>More.</p>', (known) => known),
    'a newer copy': () => library.replace(article.id, aDraft({ title: 'Night boat' }), someFiles('It leaves at ten.')),
    'the facts of another article': () =>
      writeFileSync(partOf('article.json'), readFileSync(join(layout.article(other.id), 'article.json'))),
    'a deleted folder': () => rmSync(layout.article(article.id), { recursive: true }),
  };
  const marks = [await mark()];
  for (const [name, change] of Object.entries(changes)) {
    await change();
    const now = await mark();
    expect(now, name).toMatch(/^[\w-]{24}$/);
    expect(marks, name).not.toContain(now);
    marks.push(now);
  }
  await library.remove(other.id);
  expect(await mark(other.id)).toBeUndefined();
});

test('damage is named, an old article is read as it is, and what is saved anew is whole', async () => {
  const whole = { parts: [], pictures: [], cutOff: [] };
  const damaged = (): ReturnType<Library['damagedFiles']> => library.damagedFiles(article.id);
  expect(await damaged()).toEqual(whole);
  await library.amend(article.id, '<p>More.</p>', (known) => known);
  expect(await damaged()).toEqual(whole);
  // The head line is no part of what is read, and is written anew when an article goes elsewhere.
  writeFileSync(partOf('content.html'), readFileSync(partOf('content.html'), 'utf8').replace('<title>', '<title>The '));
  expect(await damaged()).toEqual(whole);
  const [first, second] = article.images;
  writeFileSync(join(layout.assets, first?.file ?? ''), png(21, 9));
  renameSync(join(layout.assets, second?.file ?? ''), join(layout.root, 'away.png'));
  mkdirSync(join(layout.assets, second?.file ?? ''));
  writeFileSync(partOf('comments.html'), readFileSync(partOf('comments.html'), 'utf8').replace('aboard', 'abroad'));
  expect(await damaged()).toEqual({
    ...whole,
    parts: ['comments.html'],
    pictures: article.images.map(({ file }) => file),
  });

  const old = await add('Old', 0);
  const facts = join(layout.article(old.id), 'article.json');
  writeFileSync(facts, readFileSync(facts, 'utf8').replace(/"sums": \{[^}]*\},\s*/, ''));
  expect((await library.article(old.id)).sums).toBeUndefined();
  expect(await library.damagedFiles(old.id)).toEqual(whole);
  truncateSync(join(layout.article(old.id), 'content.html'));
  expect(await library.damagedFiles(old.id)).toEqual({ ...whole, parts: ['content.html'] });
  await library.replace(old.id, aDraft(), someFiles());
  expect((await library.article(old.id)).sums?.comments).toBeNull();
});

test('the marks of 200 articles with 60 pictures each take well under two seconds', async () => {
  const many = [];
  const pictures = await add('Sixty', 60);
  for (let index = 0; index < 200; index += 1)
    many.push(await library.add(aDraft({ images: pictures.images }), someFiles()));
  const started = performance.now();
  const marks = await Promise.all(many.map(({ id }) => mark(id)));
  expect(new Set(marks).size).toBe(200);
  // Four times as long as it may take, for machines that have more to do.
  expect(performance.now() - started).toBeLessThan(8_000);
});
