// The library from a terminal, end to end: the built program, real files, a real site, and what it says when it cannot.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'playwright/test';
import { layover, type Run } from '../../helpers/commandLine.ts';
import { extent } from '../../helpers/extent.ts';
import { NIGHT_LINES, nightLinesRoutes } from '../../helpers/nightLines.ts';
import { startSite, type Site } from '../../helpers/site.ts';
import { postPage } from '../saving/site.ts';

const SAMPLE = resolve(import.meta.dirname, '../../../../shared/samples/space-station-post.txt');

let folder: string;
let site: Site;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-cli-'));
  site = await startSite(nightLinesRoutes);
});

test.afterEach(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const library = (): string => join(folder, 'library');
const onLibrary = (...words: string[]): Promise<Run> => layover(['--library', library(), ...words]);

function file(name: string, bytes: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function json(...words: string[]): Promise<unknown> {
  const run = await onLibrary(...words, '--json');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const value: unknown = JSON.parse(run.stdout);
  return value;
}

async function savedId(source: string): Promise<string> {
  const run = await onLibrary('save', '--private', source, '--json');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const id = /"id": "([a-z2-7]{16})"/.exec(run.stdout)?.[1];
  if (id === undefined) throw new Error(`no id in ${run.stdout}`);
  return id;
}

test('a page saved from a site is whole when the site is gone', async () => {
  const id = await savedId(site.url('/night-lines'));
  await site.close();
  const shown = await onLibrary('show', id);
  expect(shown.stdout).toContain(NIGHT_LINES.title);
  expect(shown.stdout).toContain('Ingrid Dale');
  expect(shown.stdout).toContain(NIGHT_LINES.sentence);
  expect(shown.stdout).toContain('4 of 4 images stored');
  expect(shown.stdout).not.toContain('Imprint');
  const article = await json('show', id);
  expect(article).toMatchObject({
    title: NIGHT_LINES.title,
    siteName: 'Harbour Gazette',
    published: '2012-09-07T21:40:00+02:00',
    report: { imagesFound: NIGHT_LINES.pictures, imagesStored: NIGHT_LINES.pictures, missing: [] },
  });
});

test('its related posts keep their kinds and both dates, as days', async () => {
  const id = await savedId(site.url('/night-lines'));
  const related = await json('related', id);
  expect(related).toHaveLength(NIGHT_LINES.entries);
  expect(related).toMatchObject([
    {
      title: 'The lamps of the quay',
      url: site.url('/posts/lamps'),
      kind: 'article',
      added: '2012-09-07',
      updated: '2012-09-09',
      position: 0,
    },
    { title: 'In praise of the thermos' },
    { title: 'The third line, filmed from the back', kind: 'video', added: '2012-09-05' },
    { title: 'Arriving with the bakers', added: '2012-08-28', updated: '2012-08-30' },
    { title: 'Two bridges for another railway', kind: 'gallery' },
    { title: 'A list of things we could not look up', url: null, added: '2012-06-14', updated: null },
  ]);
  const timeline = await json('timeline', '--by', 'updated', '--from', '2012-09-01', '--to', '2012-09-30');
  expect(timeline).toMatchObject([
    { date: '2012-09-09', title: 'The lamps of the quay' },
    { date: '2012-09-07', title: 'In praise of the thermos' },
    { date: '2012-09-05', title: 'The third line, filmed from the back' },
  ]);
});

test('saving an address again is no second article, and says what has become of it', async () => {
  const id = await savedId(site.url('/night-lines'));
  const again = await onLibrary('save', site.url('/night-lines?utm_source=letter#top'));
  expect(again.stdout).toContain('(not changed)');
  expect(again.stdout).toContain(id);
  expect(await json('list')).toHaveLength(1);
});

test('standard input, plain text and several things at once are saved; search finds them', async () => {
  const notes = file(
    'notes.txt',
    'Packing list\n\nA thermos, a lamp with a spare wick, and the long timetable.\n\nNothing else is needed on the second line.\n',
  );
  expect((await onLibrary('save', notes, site.url('/night-lines'), '--private')).code).toBe(0);
  const piped = await layover(
    ['--library', library(), 'save', '-'],
    '<article><h1>From a pipe</h1><p>The guard sleeps with his cap over his eyes, as guards do.</p></article>',
  );
  expect(piped.stdout).toContain('From a pipe');
  expect(await json('list')).toHaveLength(3);
  expect((await onLibrary('search', 'spare', 'wick')).stdout).toContain('Packing list');
  expect(await json('search', '"cap over his eyes"')).toHaveLength(2);
});

test('the sample post comes out whole', async () => {
  test.skip(!readable(SAMPLE), '../shared is not there, and the sample with it');
  const id = await savedId(SAMPLE);
  expect(await json('show', id)).toMatchObject({
    title: 'We Think We Know Why Russia Really Sent Troops To Kazakhstan',
    siteName: 'SOFREP',
  });
  const text = (await onLibrary('show', id)).stdout;
  expect(text).not.toMatch(/Read Next|subscriber|Last Updated On/);
  expect(text).toContain('Should Kazakhstan Fear A Crimea-style Russian Invasion?');
  const related = await json('related', id);
  if (!Array.isArray(related)) throw new Error('related is no list');
  expect(related).toHaveLength(80);
  expect(related.filter((entry) => entry.kind === 'video')).toHaveLength(21);
  const days = [...new Set(related.map((entry) => String(entry.added)))].sort();
  expect([days.length, days[0], days.at(-1)]).toEqual([23, '2012-09-07', '2012-10-07']);

  // On the timeline they stand beside the article itself, and once however often it is saved.
  expect((await onLibrary('save', SAMPLE)).code).toBe(0);
  const timeline = await json('timeline', '--by', 'added');
  if (!Array.isArray(timeline)) throw new Error('the timeline is no list');
  const listed = timeline.filter((post) => post.articleId === null);
  expect([timeline.length, listed.length]).toEqual([81, 80]);
  expect(listed.filter((post) => post.kind === 'video')).toHaveLength(21);
  expect(new Set(listed.map((post) => String(post.added))).size).toBe(23);
  expect(timeline.filter((post) => JSON.stringify(post).includes('1970'))).toEqual([]);
});

const LONG =
  'Die Fähre wartet auf den Zug, und der Zug war noch nie pünktlich. Größe spielt dabei keine Rolle, sagt der Kapitän und liest weiter.';
const JAPANESE =
  '夜行列車は北の海岸に沿って走り、終点で船に乗り継ぎます。船長は本を読み、車掌は帽子を目深にかぶって眠っています。';
const ENCODED: readonly (readonly [string, string, string])[] = [
  ['latin1', LONG, 'Größe'],
  ['shift_jis', JAPANESE, '夜行列車'],
  ['utf16le', LONG, 'pünktlich'],
];

for (const [encoding, text, word] of ENCODED) {
  test(`a file in ${encoding} reads as it was written`, async () => {
    const id = await savedId(
      file(
        'page.html',
        iconv.encode(
          `<html><head><title>${word}</title></head><body><article><h1>${word}</h1>${`<p>${text}</p>`.repeat(4)}</article></body></html>`,
          encoding,
        ),
      ),
    );
    expect((await onLibrary('show', id)).stdout).toContain(text);
  });
}

const LARGE_MB = extent(5, 20);

test(`a page of ${LARGE_MB} MB is saved whole`, async () => {
  test.setTimeout(240_000);
  const paragraph = `<p>${'The second line is the long one. '.repeat(31)}</p>\n`;
  const page = `<html><body><article><h1>Many megabytes</h1>${paragraph.repeat(Math.ceil((LARGE_MB * 1e6) / paragraph.length))}<p>The very last words.</p></article></body></html>`;
  const id = await savedId(file('large.html', page));
  expect((await onLibrary('show', id)).stdout).toContain('The very last words.');
});

const BAD: readonly (readonly [string, () => string, RegExp])[] = [
  ['an unreachable host', () => 'http://127.0.0.1:9/', /refused|could not be reached|did not answer/i],
  ['a name that does not exist', () => 'http://no-such-host.invalid/', /no site named/],
  [
    'a page that is not there',
    () => site.url('/posts/nowhere'),
    /404|not (found|there)|no longer|does not (exist|have)/i,
  ],
  ['a page that is not HTML', () => site.url('/table.pdf'), /PDF/],
  ['an empty page', () => site.url('/nothing'), /empty|nothing/i],
  ['an empty file', () => file('empty.html', ''), /empty|nothing/i],
  [
    'a binary named .html',
    () =>
      file('page.html', Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(400, 7)])),
    /PNG|picture|image/i,
  ],
  ['a file that is not there', () => join(folder, 'no-such-file.html'), /./],
  ['no address at all', () => 'not an address', /address/i],
];

for (const [what, source, words] of BAD) {
  test(`${what} gets one clear line, and nothing is lost`, async () => {
    const kept = await savedId(site.url('/night-lines'));
    const run = await onLibrary('save', source());
    expect(run.code).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(words);
    expect(run.stderr).not.toMatch(/Error:|\bat .*:\d+|undefined|a bug in/);
    expect(await json('list')).toMatchObject([{ id: kept }]);
    expect((await onLibrary('show', kept)).stdout).toContain(NIGHT_LINES.sentence);
  });
}

test('what is in the own network is not asked before the command says so, and from then on without being told again', async () => {
  const refused = await onLibrary('save', site.url('/night-lines'));
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  expect(refused.stderr).toMatch(/^layover: .*127\.0\.0\.1 is in your own network.* --private\.\n$/);
  expect(site.connections).toBe(0);
  await savedId(site.url('/night-lines'));
  expect((await onLibrary('save', site.url('/night-lines'))).code).toBe(0);
});

test('one bad source does not keep the good ones from being saved', async () => {
  const run = await onLibrary('save', 'http://127.0.0.1:9/', site.url('/night-lines'), '--json', '--private');
  expect(run.code).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject([
    { source: 'http://127.0.0.1:9/', error: { code: 'network' } },
    { title: NIGHT_LINES.title },
  ]);
});

test('extract prints an article and stores nothing', async () => {
  const page = nightLinesRoutes['/night-lines'];
  const html = typeof page === 'function' ? '' : String(page?.body);
  const run = await layover([
    'extract',
    file('night.html', html),
    '--url',
    'https://gazette.example/night-lines',
    '--json',
  ]);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(run.stdout)).toMatchObject({
    title: NIGHT_LINES.title,
    byline: 'Ingrid Dale',
    lang: 'en',
    related: [{ url: 'https://gazette.example/posts/lamps' }, {}, {}, {}, {}, {}],
  });
  expect(readdirSync(folder)).toEqual(['night.html']);
});

test('extract takes the one page it was given, and asks nobody for the next', async () => {
  const page = file('clock.html', postPage(1, { pages: 3 }));
  const run = await layover(['extract', page, '--url', site.url('/clock'), '--json']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toContain('On day 1 the keeper');
  expect(site.connections).toBe(0);
});

test('wrong use is told with how to use it, and exit code 2', async () => {
  const run = await onLibrary('timeline', '--by', 'price');
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('Use: layover');
});

test('an article that is not there and a library that is not there are said so', async () => {
  await savedId(site.url('/night-lines'));
  expect(await onLibrary('show', 'aaaaaaaaaaaaaaaa')).toMatchObject({ code: 1, stdout: '' });
  const nowhere = await layover(['--library', join(folder, 'nowhere'), 'list']);
  expect(nowhere).toMatchObject({ code: 1, stdout: '' });
  expect(nowhere.stderr).toMatch(/library/);
});

function readable(path: string): boolean {
  try {
    return readFileSync(path).length > 0;
  } catch {
    // Absent, as on a clone that stands alone.
    return false;
  }
}
