// Saved pages as ways in: MHTML, SingleFile, a page with its folder. The pictures come out of the file, and nobody is asked for them.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { readFromDisk } from '../../../electron/capture/readFromDisk.ts';
import { startSite } from '../../helpers/site.ts';
import { gif, jpeg, png } from '../capture/pictures.ts';
import { hashOf, test } from './filesTest.ts';
import { mhtml, storyPage, WORDS, type Part } from './savedPages.ts';

const HTML = { 'Content-Type': 'text/html' };

test('an MHTML page as Chromium saves it: text, facts and its pictures by address, by cid: and by srcset', async ({
  shelf,
}) => {
  const site = await startSite({});
  const address = site.url('/letters/harbour');
  const pictures = `<p><img src="${site.url('/one.png')}" alt="One"></p>
<p><img src="cid:two@mhtml.blink" alt="Two"></p>
<p><img src="/shown.jpg" srcset="/small.jpg 200w, /large.jpg 1400w" alt="Three"></p>
<iframe src="cid:frame@mhtml.blink"></iframe>`;
  const parts: Part[] = [
    {
      headers: { ...HTML, 'Content-ID': '<main@mhtml.blink>', 'Content-Location': address },
      body: storyPage({ pictures }),
    },
    {
      headers: { 'Content-Type': 'image/png', 'Content-Location': site.url('/one.png') },
      body: png(20, 10),
      encoding: 'base64',
    },
    {
      headers: { 'Content-Type': 'image/gif', 'Content-ID': '<two@mhtml.blink>' },
      body: gif(30, 30),
      encoding: 'base64',
    },
    {
      headers: { 'Content-Type': 'image/jpeg', 'Content-Location': site.url('/shown.jpg') },
      body: jpeg(50, 40),
      encoding: 'binary',
    },
    { headers: { ...HTML, 'Content-ID': '<frame@mhtml.blink>' }, body: '<p>A frame that sells seeds.</p>' },
  ];
  const bytes = mhtml(parts, { 'Snapshot-Content-Location': address });
  const { article, text, html } = await shelf.keep('harbour.mhtml', bytes);
  expect(article).toMatchObject({
    title: 'A harbour by hand',
    byline: 'Ines Calder',
    siteName: 'Quay Letters',
    published: '2021-04-09T08:00:00+01:00',
    canonicalUrl: address,
    source: 'harbour.mhtml',
    original: { mediaType: 'multipart/related', encoding: null, sizeBytes: bytes.length },
  });
  expect(text).toContain(WORDS);
  expect(html).not.toContain('sells seeds');
  expect(await shelf.pictures(article)).toEqual([png(20, 10), gif(30, 30), jpeg(50, 40)].map(hashOf));
  expect(article.report).toMatchObject({ imagesFound: 3, imagesStored: 3, missing: [] });
  // All that it shows is in the file; a site's icon is asked for as with any page of it.
  expect(site.requests.filter((path) => path !== '/favicon.ico')).toEqual([]);
  expect(Buffer.from((await shelf.layover.library.original(article.id)).bytes).equals(bytes)).toBe(true);
  await site.close();
});

test('an MHTML page in another encoding, with relative addresses and a nested alternative', async ({ shelf }) => {
  const body = Buffer.from(
    storyPage({ pictures: '<p>Caf\u00e9 au port<img src="pics/one.png" alt="One"></p>' }).replace(
      'charset="utf-8"',
      'name="x"',
    ),
    'latin1',
  );
  const inner = mhtml([
    {
      headers: {
        'Content-Type': 'text/html; charset="iso-8859-1"',
        'Content-Location': 'http://quay.example/letters/h',
      },
      body,
    },
  ]);
  const nested = inner
    .toString('latin1')
    .replaceAll('k7Vq2', 'inner')
    .replaceAll('multipart/related', 'multipart/alternative');
  const bytes = mhtml([
    { headers: {}, body: '' },
    {
      headers: { 'Content-Type': 'image/png', 'Content-Location': 'pics/one.png' },
      body: png(20, 10),
      encoding: 'base64',
    },
  ]);
  const [head = '', ...rest] = bytes
    .toString('latin1')
    .split('Content-Transfer-Encoding: quoted-printable\r\n\r\n\r\n');
  const { article, text } = await shelf.keep(
    'harbour.mht',
    Buffer.from(`${head}${nested.slice(nested.indexOf('Content-Type'))}\r\n${rest.join('')}`, 'latin1'),
  );
  expect(text).toContain('Caf\u00e9 au port');
  expect(text).toContain(WORDS);
  expect(await shelf.pictures(article)).toEqual([hashOf(png(20, 10))]);
});

test('a SingleFile page: its address, its pictures written in once or as variables, nothing that was hidden', async ({
  shelf,
}) => {
  const site = await startSite({});
  const address = site.url('/letters/harbour');
  const data = (bytes: Uint8Array, type: string): string =>
    `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  const large = Buffer.concat([png(300, 200), Buffer.alloc(400)]);
  const shared = Buffer.concat([gif(40, 40), Buffer.alloc(400)]);
  const frame = data(
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"></svg>'),
    'image/svg+xml',
  );
  const page = storyPage({
    top: `<!--\n Page saved with SingleFile \n url: ${address} \n saved date: Fri Apr 09 2021 10:00:00 GMT+0100\n-->`,
    head: `<style>:root{--sf-img-1: url("${data(shared, 'image/gif')}");}</style>`,
    pictures: `<p><img src="${data(large, 'image/png')}" alt="Large"></p>
<p><img src="${frame}" alt="Shared" style="background-image:var(--sf-img-1)!important"></p>
<p class="sf-hidden">What nobody saw on the page.</p><canvas class="x">Canvas</canvas>`,
  });
  const { article, text, html } = await shelf.keep('harbour.html', Buffer.from(page));
  expect(article.canonicalUrl).toBe(address);
  expect(article.title).toBe('A harbour by hand');
  expect(text).toContain(WORDS);
  expect(text + html).not.toContain('What nobody saw');
  expect(await shelf.pictures(article)).toEqual([hashOf(large), hashOf(shared)]);
  expect(article.original).toMatchObject({ mediaType: 'text/html', encoding: 'UTF-8' });
  // All that it shows is in the file; a site's icon is asked for as with any page of it.
  expect(site.requests.filter((path) => path !== '/favicon.ico')).toEqual([]);
  await site.close();
});

test.describe('a page with its folder', () => {
  let folder: string;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'layover-page-'));
  });
  test.afterEach(() => rmSync(folder, { recursive: true }));

  for (const [browser, parts] of [
    ['Chromium', 'A harbour_files'],
    ['Firefox in German', 'A harbour-Dateien'],
  ] as const) {
    test(`as ${browser} writes it, brings the pictures along`, async ({ shelf }) => {
      mkdirSync(join(folder, parts, 'deep'), { recursive: true });
      writeFileSync(join(folder, parts, 'one.png'), png(20, 10));
      writeFileSync(join(folder, parts, 'deep/photo(1)'), jpeg(50, 40));
      writeFileSync(join(folder, parts, 'app.js'), 'alert(1)');
      const written = parts.replace(' ', '%20');
      const pictures = `<p><img src="./${written}/one.png" alt="One"></p><p><img src="${written}/deep/photo(1)" alt="Two"></p>
<p><img src="${written}/gone.png" alt="Gone"></p>`;
      const page = Buffer.from(
        storyPage({ top: '<!-- saved from url=(0030)https://quay.example/a/harbour -->', pictures }),
      );
      writeFileSync(join(folder, 'A harbour.html'), page);
      const { article, text } = await shelf.keepSource(await readFromDisk(join(folder, 'A harbour.html')));
      expect(article.source).toBe('A harbour.html');
      expect(article.canonicalUrl).toBe('https://quay.example/a/harbour');
      expect(text).toContain(WORDS);
      expect(await shelf.pictures(article)).toEqual([png(20, 10), jpeg(50, 40)].map(hashOf));
      expect(article.report).toMatchObject({ imagesFound: 3, imagesStored: 2 });
      expect(article.original).toMatchObject({ mediaType: 'text/html', encoding: 'UTF-8', sizeBytes: page.length });
    });
  }

  test('takes nothing through a link, and nothing from outside the folder', async ({ shelf }) => {
    mkdirSync(join(folder, 'harbour_files'));
    writeFileSync(join(folder, 'secret.png'), png(33, 44));
    symlinkSync(join(folder, 'secret.png'), join(folder, 'harbour_files/linked.png'));
    writeFileSync(join(folder, 'harbour_files/own.png'), png(20, 10));
    const pictures = ['linked.png', '../secret.png', 'own.png'].map(
      (name) => `<p><img src="harbour_files/${name}"></p>`,
    );
    writeFileSync(join(folder, 'harbour.html'), storyPage({ pictures: pictures.join('') }));
    const { article } = await shelf.keepSource(await readFromDisk(join(folder, 'harbour.html')));
    expect(await shelf.pictures(article)).toEqual([hashOf(png(20, 10))]);
  });

  test('that is a link itself is left alone', async ({ shelf }) => {
    mkdirSync(join(folder, 'elsewhere'));
    writeFileSync(join(folder, 'elsewhere/one.png'), png(20, 10));
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'harbour_files'));
    writeFileSync(join(folder, 'harbour.html'), storyPage({ pictures: '<p><img src="harbour_files/one.png"></p>' }));
    const { article } = await shelf.keepSource(await readFromDisk(join(folder, 'harbour.html')));
    expect(article.images).toEqual([]);
  });
});

for (const [where, mark, code] of [
  ['before its page', 'Content-Type: text/html\r\n', 'no-content'],
  ['in the middle of its page', 'corrections in pencil', 'incomplete'],
] as const) {
  test(`a message cut off ${where} says so and stores nothing`, async ({ shelf }) => {
    const whole = mhtml([{ headers: HTML, body: storyPage() }]);
    const failure = await shelf.refused('cut.mhtml', whole.subarray(0, whole.indexOf(mark)));
    expect(failure.code).toBe(code);
    expect(failure.message).toContain('Nothing was stored');
    expect(await shelf.layover.cards()).toEqual([]);
  });
}
