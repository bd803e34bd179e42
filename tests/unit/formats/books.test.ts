// Books and web archives as ways in: EPUB 2 and 3 chapter by chapter, Safari's archives in both of their forms.
import { expect } from 'playwright/test';
import { NO_FILTER } from '#contract/post.ts';
import { startSite } from '../../helpers/site.ts';
import { gif, jpeg, png } from '../capture/pictures.ts';
import { binaryPlist, epub2, epub3, xmlPlist, type Plist } from './books.ts';
import { hashOf, test } from './filesTest.ts';
import { storyPage, WORDS } from './savedPages.ts';

const BOOK = { 'OEBPS/images/wall one.png': png(20, 10), 'OEBPS/images/cover.jpg': jpeg(50, 40) };

test('an EPUB 3 book becomes one article a chapter, in order, each naming the others', async ({ shelf }) => {
  await shelf.keep('tide.epub', epub3(BOOK));
  const [cover, wall, rope, ...more] = await shelf.all();
  expect(more).toEqual([]);
  expect([cover, wall, rope].map((found) => found?.article.title)).toEqual(['The Tide Book', 'The wall', 'The rope']);
  expect(wall?.article).toMatchObject({
    byline: 'Ines Calder, Tomas Reyl',
    siteName: 'The Tide Book',
    published: '2019-03-02',
    lang: 'en-GB',
    source: 'tide.epub',
    canonicalUrl: null,
    original: { mediaType: 'application/xhtml+xml' },
    report: { imagesFound: 1, imagesStored: 1 },
  });
  expect(wall?.article.relatedLists[0]?.heading).toBe('The Tide Book');
  expect(wall?.article.relatedLists[0]?.entries.map(({ title, position }) => [title, position])).toEqual([
    ['The Tide Book', 0],
    ['The rope', 2],
  ]);
  expect(wall?.text.trim()).toBe('She wrote along the wall, from the door to the window.\n\nSee the end.');
  expect(rope?.text).toContain('The rope had a knot for every hour, as told below.');
  expect(rope?.text).toContain('The last knot was never tied.');
  expect(rope?.html).toMatch(/href="#a-end"/);
  expect(await Promise.all((await shelf.all()).map(({ article }) => shelf.pictures(article)))).toEqual([
    [hashOf(jpeg(50, 40))],
    [hashOf(png(20, 10))],
    [],
  ]);
  const all = await shelf.all();
  expect(all.map(({ text }) => text).join()).not.toContain('puts aside');
  const posts = await shelf.layover.timeline.list('saved', NO_FILTER);
  expect(posts.map(({ articleId }) => articleId !== null)).toEqual([true, true, true]);
});

test('the same book saved again refreshes its chapters and doubles nothing', async ({ shelf }) => {
  await shelf.keep('tide.epub', epub3(BOOK));
  const { progress } = await shelf.add({ from: 'file', name: 'copy of tide.epub', bytes: epub3(BOOK) });
  expect(progress).toMatchObject({ state: 'ready', outcome: 'unchanged' });
  expect(await shelf.layover.cards()).toHaveLength(3);
});

test('an EPUB 2 book is read by its NCX, its author and its day of publication', async ({ shelf }) => {
  await shelf.keep('old.epub', epub2());
  const [low, high, ...more] = await shelf.all();
  expect(more).toEqual([]);
  expect(low?.article).toMatchObject({
    title: 'Low water',
    byline: 'Ines Calder',
    published: '1998',
    siteName: 'The Tide Book',
  });
  expect(high?.article.title).toBe('High water');
  expect(high?.text.trim()).toBe('At high water they were believed in.');
});

for (const [form, write] of [
  ['binary', binaryPlist],
  ['XML', xmlPlist],
] as const) {
  test(`a Safari web archive in its ${form} form`, async ({ shelf }) => {
    const site = await startSite({});
    const resource = (path: string, type: string, data: Uint8Array): Plist => ({
      WebResourceURL: site.url(path),
      WebResourceMIMEType: type,
      WebResourceData: data,
    });
    const pictures = '<p><img src="/one.png" alt="One"></p><p><img src="in/frame.gif" alt="Two"></p>';
    const page = Buffer.from(storyPage({ pictures }).replace('charset="utf-8"', 'name="x"'), 'utf16le');
    const bytes = write({
      WebMainResource: {
        WebResourceURL: site.url('/letters/harbour'),
        WebResourceMIMEType: 'text/html',
        WebResourceTextEncodingName: 'UTF-16LE',
        WebResourceFrameName: '',
        WebResourceData: page,
      },
      WebSubresources: [
        resource('/one.png', 'image/png', png(20, 10)),
        resource('/style.css', 'text/css', Buffer.from('p{}')),
      ],
      WebSubframeArchives: [
        {
          WebMainResource: resource('/ad', 'text/html', Buffer.from('<p>Buy seeds</p>')),
          WebSubresources: [resource('/letters/in/frame.gif', 'image/gif', gif(30, 30))],
        },
      ],
    });
    const { article, text } = await shelf.keep('harbour.webarchive', bytes);
    expect(article).toMatchObject({
      title: 'A harbour by hand',
      byline: 'Ines Calder',
      canonicalUrl: site.url('/letters/harbour'),
    });
    expect(text).toContain(WORDS);
    expect(await shelf.pictures(article)).toEqual([png(20, 10), gif(30, 30)].map(hashOf));
    expect(article.original).toMatchObject({
      mediaType: 'application/x-webarchive',
      encoding: null,
      sizeBytes: bytes.length,
    });
    // All that it shows is in the file; a site's icon is asked for as with any page of it.
    expect(site.requests.filter((path) => path !== '/favicon.ico')).toEqual([]);
    await site.close();
  });
}
