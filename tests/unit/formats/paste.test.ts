// What is copied from pages and programs, as clipboards hand it over.
import { expect } from 'playwright/test';
import { png } from '../capture/pictures.ts';
import { hashOf, test } from './filesTest.ts';
import { WORDS } from './savedPages.ts';

const TEXT = `For eleven years nobody noticed that ${WORDS}, and that the harbour ran by them.`;

test('a part of a page with the header of Windows: links lead where they led, and it does not pass for the page', async ({
  shelf,
}) => {
  const html = `Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000400\r\nStartFragment:0000000141\r\nEndFragment:0000000364\r\nSourceURL:https://quay.example/letters/harbour\r\n<html>\r\n<body>\r\n<!--StartFragment--><h1>A harbour by hand</h1><p>${TEXT} See <a href="../notes/wall">the wall</a>.</p><!--EndFragment-->\r\n</body>\r\n</html>`;
  const { article, text, html: content } = await shelf.keepSource({ from: 'paste', text: TEXT, html });
  expect(content).toContain('href="https://quay.example/notes/wall"');
  expect(text).toContain(WORDS);
  expect(text + article.title).not.toContain('StartHTML');
  expect(article).toMatchObject({ source: null, canonicalUrl: null });
});

test('pictures written into it are kept; one in a file on the disk is told as missing and never read', async ({
  shelf,
}) => {
  const picture = Buffer.concat([png(200, 100), Buffer.alloc(600)]);
  const html = `<p>${TEXT}</p><p><img src="data:image/png;base64,${picture.toString('base64')}"></p>
<p>${TEXT}</p><p><img src="file:///etc/hostname/office1.png" alt="Office"></p>`;
  const { article } = await shelf.keepSource({ from: 'paste', text: TEXT, html });
  expect(await shelf.pictures(article)).toEqual([hashOf(picture)]);
  expect(article.report).toMatchObject({
    imagesFound: 2,
    missing: [
      { url: 'cid:office1.png', code: 'not-found', reason: 'This picture did not come along with what was saved.' },
    ],
  });
});

test('a picture of five megabytes written into it is kept', async ({ shelf }) => {
  const picture = Buffer.concat([png(200, 100), Buffer.alloc(5_000_000, 7)]);
  const html = `<p>${TEXT}</p><p><img src="data:image/png;base64,${picture.toString('base64')}"></p>`;
  const { article } = await shelf.keepSource({ from: 'paste', text: TEXT, html });
  expect(await shelf.pictures(article)).toEqual([hashOf(picture)]);
  expect(article).toMatchObject({ source: null, part: null, canonicalUrl: null });
});

for (const [what, author] of [
  ['a list of authors', 'author:\n  - name: Ines Calder\n  - Tomas Reyl'],
  ['authors in brackets', 'authors: [Ines Calder, "Tomas Reyl"]'],
] as const) {
  test(`Markdown with front matter and ${what}`, async ({ shelf }) => {
    const markdown = `---\ntitle: "A harbour: by hand"\n${author}\ndate: 2021-04-09T08:00:00+01:00\nlang: en-GB\ntags: [tides, walls]\n---\n\n# A harbour: by hand\n\n${TEXT}\n\n## The wall\n\n- in pencil\n- every *winter*\n`;
    const { article, text, html } = await shelf.keep('harbour.md', Buffer.from(markdown));
    expect(article).toMatchObject({
      title: 'A harbour: by hand',
      byline: 'Ines Calder, Tomas Reyl',
      published: '2021-04-09T08:00:00+01:00',
      lang: 'en-GB',
    });
    expect(text).toContain(WORDS);
    expect(text).not.toContain('tags');
    expect(html).toContain('<li>every <em>winter</em></li>');
  });
}

test('plain text keeps its paragraphs', async ({ shelf }) => {
  const { text } = await shelf.keep(
    'harbour.txt',
    Buffer.from(`A harbour by hand\n\n${TEXT}\n\nThe keeper wrote in pencil.\n`),
  );
  expect(text).toContain(`${TEXT}\n\nThe keeper wrote in pencil.`);
});

test('a list of related posts that was copied along stands beside the article', async ({ shelf }) => {
  const posts = ['The lamps of the quay', 'Ropes and what they are for', 'Five winters of ice'].map(
    (title, place) =>
      `<li><a href="https://quay.example/${place}">${title}</a> [Last Updated On: September ${place + 4}th, 2012] [Originally Added On: September 4th, 2012]</li>`,
  );
  const html = `<h1>A harbour by hand</h1><p>${TEXT}</p><p>${TEXT}</p><h2>Related posts</h2><ul>${posts.join('')}</ul>`;
  const { article, text } = await shelf.keepSource({ from: 'paste', text: TEXT, html });
  expect(article.relatedLists.flatMap(({ entries }) => entries.map(({ title, added }) => [title, added]))).toEqual([
    ['The lamps of the quay', '2012-09-04'],
    ['Ropes and what they are for', '2012-09-04'],
    ['Five winters of ice', '2012-09-04'],
  ]);
  expect(text).not.toContain('Originally Added');
});
