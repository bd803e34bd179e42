// What the window can get over its scheme, and what it cannot, whatever it asks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Article } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { anArticle, anArticleId } from '../../helpers/articles.ts';
import { CONTENT, fillPagesFolder, openPages, SECRET } from './pagesFolder.ts';

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-pages-'));
  fillPagesFolder(folder);
});

test.afterEach(() => rmSync(folder, { recursive: true }));

const open = (change?: Partial<Article>, comments?: Promise<string | null>) => openPages(folder, change, comments);

test('the window and its files are served with a policy that lets nothing else in', async () => {
  const { get } = open();
  const window = await get('/');
  expect(window.status).toBe(200);
  expect(window.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(window.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  const script = await get('/window/main.js');
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
});

test('an article document carries its text and may run nothing', async () => {
  const { article, get } = open();
  const answer = await get(`/article/${article.id}/`);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('sandbox allow-same-origin');
  expect(policy).not.toMatch(/script|unsafe|allow-scripts/);
  const html = await answer.text();
  expect(html).toContain('<p>Stored text.</p>');
  expect(html).toContain('Above &lt;the&gt; valley');
});

test('comments are folded below the article, and counted', async () => {
  const { article, get } = open({ comments: 12 }, Promise.resolve('<ol><li><p>I was there.</p></li></ol>'));
  const html = await (await get(`/article/${article.id}/`)).text();
  expect(html).toMatch(/<\/div>\s*<details class="comments">\s*<summary[^>]*>12 comments saved with this article</);
  expect(html).toContain('<p>I was there.</p>');
  expect(await (await open({ comments: 0 }).get(`/article/${article.id}/`)).text()).not.toContain('<details');
});

test('comments that cannot be read are owned up to, and the article is served all the same', async () => {
  const lost = Promise.reject(new AppError('unreadable', 'A file of this article is missing from the library.'));
  const { article, get } = open({ comments: 2 }, lost);
  const answer = await get(`/article/${article.id}/`);
  expect(answer.status).toBe(200);
  const html = await answer.text();
  expect(html).toContain('<p>Stored text.</p>');
  expect(html).toContain('comments saved with this article could not be read');
});

test('pictures are left to the window that shows the article, and come with the document where it is to be whole', async () => {
  const { article, get } = open();
  const read = await (await get(`/article/${article.id}/`)).text();
  expect(read).toContain('<img data-picture="/assets/ab/picture.svg" alt="src=&quot;&gt;" width="20" height="10">');
  const whole = await (await get(`/article/${article.id}/whole/`)).text();
  expect(whole).toContain(CONTENT);
});

test('an article that lacks pages says so where it stops', async () => {
  const { report } = anArticle();
  const url = 'https://notes.example/a?page=3&b=<1>';
  const missingPages = { first: 3, last: 5, url, code: 'network', reason: 'The site <b>refused</b>.' } as const;
  const { article, get } = open({ report: { ...report, missingPages } });
  const html = await (await get(`/article/${article.id}/`)).text();
  expect(html.indexOf('Pages 3 to 5 are missing.')).toBeGreaterThan(html.indexOf('Stored text.'));
  expect(html).toContain('The site &lt;b&gt;refused&lt;/b&gt;.');
  expect(html).toContain('href="https://notes.example/a?page=3&amp;b=&lt;1&gt;"');
});

test('a picture is served no wider than asked for where that can be made, whole otherwise, and nothing that is not there', async () => {
  const { get } = open();
  const fitted = await get('/assets/ab/picture.svg?width=64');
  expect([await fitted.text(), fitted.headers.get('content-type')]).toEqual(['ab/picture.svg at 64', 'image/webp']);
  expect(fitted.headers.get('content-security-policy')).toContain('sandbox');
  for (const width of ['100', '0', '-5', '9999', '1e1', '064', '64&x', '']) {
    expect(await (await get(`/assets/ab/picture.svg?width=${width}`)).text()).toContain('<svg');
  }
  expect((await get('/assets/ab/other.svg?width=64')).status).toBe(404);
});

test('a stored picture is served as what it is, and an SVG by itself can run nothing', async () => {
  const { get } = open();
  const answer = await get('/assets/ab/picture.svg');
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
});

const OUTSIDE = [
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/window/../../../secret.txt',
  '/window/..%2f..%2f..%2fsecret.txt',
  '/window/%252e%252e%252fsecret.txt',
  '/assets/../secret.txt',
  '/assets/..%5c..%5csecret.txt',
  '/assets/ab/%00',
  '/assets//secret.txt',
  '/article/../../secret.txt',
  `/article/${anArticleId(9)}/`,
  '/article/AAAAAAAAAAAAAAAA/',
  '/fonts/../../secret.txt',
  '/%',
  '/\\..\\secret.txt',
  '/C:/secret.txt',
  '/con',
  '//secret.txt',
  '/window/main.js/',
  '/window/MAIN.JS',
  '/__proto__',
  '/constructor',
];

for (const path of OUTSIDE) {
  test(`nothing is found at ${path}`, async () => {
    const { get } = open();
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain(SECRET);
  });
}

test('a link that leads out of the built files is not followed', async () => {
  const { get } = open();
  expect((await get('/fonts/link.woff2')).status).toBe(404);
});

test('only reading is answered', async () => {
  const { get } = open();
  expect((await get('/', 'POST')).status).toBe(405);
});
