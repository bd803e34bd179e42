// What sites ask of those who want their pictures, and files that lie on the web.
import { expect } from 'playwright/test';
import { startSite } from '../../helpers/site.ts';
import { png } from '../capture/pictures.ts';
import { epub2 } from '../formats/books.ts';
import { test } from '../formats/filesTest.ts';
import { PARAGRAPHS, reportPdf } from '../formats/pdfs.ts';

const PROSE = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>Sheet ${at + 1} of the chart shows the sound at low water, with the rocks that the ferry keeps to its left.</p>`,
).join('');
const page = (pictures: string): string =>
  `<!doctype html><html lang="en"><title>The chart</title><main><article><h1>The chart</h1>${PROSE}${pictures}</article></main></html>`;

test('pictures come from sites that ask where one comes from, and for the cookies that the page gave', async ({
  shelf,
}) => {
  const seen = new Map<string, { readonly referer: string | undefined; readonly cookie: string | undefined }>();
  const other = await startSite(
    {
      '/far.png': ({ headers }, response) => {
        seen.set('/far.png', { referer: headers.referer, cookie: headers.cookie });
        response.setHeader('content-type', 'image/png').end(png(300, 200));
      },
    },
    { host: '127.0.0.1' },
  );
  const site = await startSite({
    '/chart': {
      headers: { 'set-cookie': 'ticket=42; Path=/; HttpOnly' },
      body: page(
        `<img src="/hot.png" alt="One"><img src="/held.png" alt="Two"><img src="${other.url('/far.png')}" alt="Three">`,
      ),
    },
    '/hot.png': ({ headers }, response) => {
      const isFromHere = headers.referer?.endsWith('/chart') === true;
      response.writeHead(isFromHere ? 200 : 403, { 'content-type': 'image/png' }).end(png(310, 200));
    },
    '/held.png': ({ headers }, response) => {
      const hasTicket = headers.cookie === 'ticket=42';
      response.writeHead(hasTicket ? 200 : 403, { 'content-type': 'image/png' }).end(png(320, 200));
    },
  });
  const { article } = await shelf.keepSource({ from: 'address', address: site.url('/chart') });
  expect(article.report.missing).toEqual([]);
  expect(article.images.map(({ width }) => width)).toEqual([310, 320, 300]);
  // Another site learns where one comes from and no more; cookies know no ports, so it is the same host here.
  expect(seen.get('/far.png')?.referer).toBe(`${site.origin}/`);
  await site.close();
  await other.close();
});

test('a cookie of one save is not there in the next', async ({ shelf }) => {
  const cookies: (string | undefined)[] = [];
  const site = await startSite({
    '/chart': ({ headers }, response) => {
      cookies.push(headers.cookie);
      response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'visit=1; Max-Age=99999' }).end(page(''));
    },
  });
  for (let saves = 0; saves < 2; saves += 1) await shelf.keepSource({ from: 'address', address: site.url('/chart') });
  expect(cookies).toEqual([undefined, undefined]);
  await site.close();
});

test('a PDF on the web is saved as one that was dropped, under its address', async ({ shelf }) => {
  const body = await reportPdf();
  const site = await startSite({
    '/report.pdf': { headers: { 'content-type': 'application/pdf' }, body },
  });
  const { article, text } = await shelf.keepSource({ from: 'address', address: site.url('/report.pdf') });
  expect(article).toMatchObject({
    title: 'A wall of tides',
    canonicalUrl: site.url('/report.pdf'),
    source: site.url('/report.pdf'),
  });
  expect(text).toContain(PARAGRAPHS[1]);
  expect(await shelf.layover.savedAt(site.url('/report.pdf#page=2'))).toBe(article.id);
  await shelf.keepSource({ from: 'address', address: site.url('/report.pdf') });
  expect(await shelf.layover.cards()).toHaveLength(1);
  await site.close();
});

test('a book on the web becomes its chapters, each an article', async ({ shelf }) => {
  const body = epub2();
  const site = await startSite({ '/tide.epub': { headers: { 'content-type': 'application/epub+zip' }, body } });
  await shelf.keepSource({ from: 'address', address: site.url('/tide.epub') });
  const before = (await shelf.all()).map(({ article }) => article.title);
  expect(before.length).toBeGreaterThan(1);
  await shelf.keepSource({ from: 'address', address: site.url('/tide.epub') });
  expect((await shelf.all()).map(({ article }) => article.title).toSorted()).toEqual(before.toSorted());
  await site.close();
});

test('the icon of a site is kept with its articles and asked for once; what is no picture is none', async ({
  shelf,
}) => {
  const site = await startSite({
    '/one': { body: page('').replace('<title>', '<link rel="shortcut icon" href="/mark.png"><title>') },
    '/two': {
      body: page('')
        .replace('<title>', '<link rel="icon" type="image/png" href="mark.png"><title>')
        .replace('The chart', 'The log'),
    },
    '/bare': { body: page('').replaceAll('The chart', 'The bare page') },
    '/lying': {
      body: page('').replace('<title>', '<link rel="icon" href="/two"><title>').replaceAll('The chart', 'The lie'),
    },
    '/mark.png': { headers: { 'content-type': 'image/png' }, body: png(32, 32) },
    '/favicon.ico': { headers: { 'content-type': 'image/x-icon' }, body: png(16, 16) },
  });
  const icons: (string | null)[] = [];
  for (const path of ['/one', '/two', '/bare', '/lying']) {
    const { article } = await shelf.keepSource({ from: 'address', address: site.url(path) });
    expect(article.report).toMatchObject({ imagesFound: 0, missing: [] });
    icons.push(article.siteIcon);
  }
  expect(icons[0]).toMatch(/\.png$/);
  expect(icons[1]).toBe(icons[0]);
  expect(icons[2]).toMatch(/\.png$/);
  expect(icons[2]).not.toBe(icons[0]);
  expect(icons[3]).toBeNull();
  expect((await shelf.layover.cards()).find(({ title }) => title === 'The chart')?.siteIcon).toBe(icons[0]);
  expect(site.requests.filter((path) => path === '/mark.png')).toHaveLength(1);
  await site.close();
});
