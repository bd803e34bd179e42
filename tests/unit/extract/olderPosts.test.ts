// Where a related list goes on: a link that says so, in the list or right under it; nothing else is taken for one.
import { expect, test } from 'playwright/test';
import { extractArticle } from '../../../electron/extract/extract.ts';

const PARAGRAPH =
  'The ferry leaves at six and the mail with it; whoever misses both waits on the pier until the evening, when the wind has turned.';

function olderOf(
  after: string,
  around: (list: string) => string = (list) => `<aside>${list}</aside>`,
): readonly unknown[] {
  const items = [1, 2, 3, 4, 5].map(
    (number) =>
      `<li><a href="/letter/${number}">Letter ${number} from the long pier</a> <time datetime="2026-06-0${number}">June ${number}</time></li>`,
  );
  const list = `<section><h2>Related posts</h2><ul>${items.join('')}</ul>${after}</section>`;
  const text = `<!doctype html><html lang="en"><head><title>The pier in winter</title></head><body><header><a href="/archive">More posts</a></header><main><article>
<h1>The pier in winter</h1>${`<p>${PARAGRAPH}</p>`.repeat(5)}</article></main>${around(list)}<footer><a href="/all">More articles</a></footer></body></html>`;
  const { relatedLists } = extractArticle({
    kind: 'html',
    text,
    address: 'https://pier.example/winter',
    fileName: null,
  });
  expect(relatedLists).toHaveLength(1);
  expect(relatedLists[0]?.entries).toHaveLength(5);
  return relatedLists.flatMap(({ older }) => older ?? []);
}

for (const [label, href] of [
  ['Older posts', '/page/2'],
  ['« Older entries', '/page/2'],
  ['Load more', '?offset=5#list'],
  ['Show more articles…', '/more'],
  ['Ältere Beiträge', '/seite/2'],
  ['Articles plus anciens', '/page/2'],
  ['もっと見る', '/page/2'],
  ['Next page', '/page/2'],
  ['Page 2', '/page/2'],
] as const) {
  test(`“${label}” leads on`, () => {
    const found = new URL(href, 'https://pier.example/winter');
    found.hash = '';
    expect(olderOf(`<p><a href="${href}">${label}</a></p>`)).toEqual([found.href]);
  });
}

for (const [label, href] of [
  ['Newer posts', '/page/0'],
  ['About us', '/about'],
  ['Older posts', 'https://elsewhere.example/page/2'],
  ['Older posts', '#older'],
  ['Older posts', 'javascript:more()'],
  ['More about the harbour and its keepers', '/harbour'],
  ['Page 7', '/page/7'],
] as const) {
  test(`“${label}” to ${href} does not`, () => {
    expect(olderOf(`<p><a href="${href}">${label}</a></p>`)).toEqual([]);
  });
}

test('a link of the header or the footer is no part of the list', () => {
  expect(olderOf('')).toEqual([]);
});

test('a link beside the list, in the block that is the list’s alone, leads on', () => {
  const beside = (list: string): string =>
    `<aside><div>${list}<nav><a href="/page/2">Older posts</a></nav></div></aside>`;
  expect(olderOf('', beside)).toEqual(['https://pier.example/page/2']);
});
