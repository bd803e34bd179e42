// Where an article goes on: the address of its next page, and the many links that look like one and are not.
import { expect, test } from 'playwright/test';
import { findNextPage, type Paging } from '../../../electron/extract/nextPage.ts';
import { openPage } from '../../../electron/extract/page.ts';

const POST = 'https://tideline.example/2019/the-slow-ferry';

/** What the page at `address` with these links goes on with. */
function paging(address: string, links: string, head = '', body = ''): Paging {
  const html =
    `<html><head><title>The slow ferry</title>${head}</head><body ${body}><main><h1>The slow ferry</h1>` +
    `<p>It crosses twice a day, and nobody has ever seen it hurry.</p>${links}</main></body></html>`;
  return findNextPage(openPage(html, address));
}

const pager = (links: string): string => `<div class="pagination">${links}</div>`;
const numbers = (...hrefs: readonly string[]): string =>
  pager(hrefs.map((href, at) => (href === '' ? `<b>${at + 1}</b>` : `<a href="${href}">${at + 1}</a>`)).join(' '));

const GOES_ON: Readonly<Record<string, readonly [address: string, links: string, next: string]>> = {
  'a row of numbers with ?page=': [POST, numbers('', '?page=2', '?page=3'), `${POST}?page=2`],
  'the second page of such a row': [`${POST}?page=2`, numbers(POST, '', '?page=3'), `${POST}?page=3`],
  'a row counted from zero': [POST, numbers('', '?page=1', '?page=2'), `${POST}?page=1`],
  'the third page counted from zero': [`${POST}?page=2`, numbers(POST, '?page=1', '', '?page=3'), `${POST}?page=3`],
  'a number as a folder of its own': [`${POST}/`, numbers('', `${POST}/2/`), `${POST}/2/`],
  'the second such folder': [`${POST}/2/`, numbers(`${POST}/`, '', `${POST}/3/`), `${POST}/3/`],
  'a folder named page': [POST, `<a href="${POST}/page/2">Next page</a>`, `${POST}/page/2`],
  'an underscore': [`${POST}.html`, numbers('', `${POST}_2.html`), `${POST}_2.html`],
  'a hyphen': [`${POST}.html`, numbers('', `${POST}-2.html`), `${POST}-2.html`],
  'the third page after a hyphen': [`${POST}-2.html`, numbers(`${POST}.html`, '', `${POST}-3.html`), `${POST}-3.html`],
  'a page of an index': [`${POST}/index.html`, pager('<a href="index_2.html">下一页</a>'), `${POST}/index_2.html`],
  'a title on the link to the next page': [POST, '<a href="?page=2">Next page: Who rides it</a>', `${POST}?page=2`],
  'German words': [
    POST,
    '<p>Weiter geht es hier: <a href="?seite=2">Weiter auf Seite 2</a> <a>1</a> 2</p>',
    `${POST}?seite=2`,
  ],
  'French words': [POST, '<a href="?page=2">Page suivante »</a>', `${POST}?page=2`],
  'an arrow in a pager': [POST, pager('<span>1</span> <a href="?page=2">›</a>'), `${POST}?page=2`],
  'words for those who do not see it': [
    POST,
    '<nav aria-label="Pages"><a href="?page=2" aria-label="Next page"><svg></svg></a></nav>',
    `${POST}?page=2`,
  ],
  'other parameters that stay': [
    'https://tideline.example/story.php?id=77',
    pager('<a href="story.php?id=77&amp;page=2">2</a> <a href="story.php?id=77&amp;page=3">3</a>'),
    'https://tideline.example/story.php?id=77&page=2',
  ],
  'an address with a tracking parameter': [
    `${POST}?utm_source=letter`,
    numbers('', `${POST}?page=2`),
    `${POST}?page=2`,
  ],
  'a thread of a forum': [
    'https://boards.example/threads/ropes.812/',
    '<nav class="pageNav"><a href="/threads/ropes.812/page-2">2</a><a href="/threads/ropes.812/page-2">Next</a></nav>',
    'https://boards.example/threads/ropes.812/page-2',
  ],
  'a thread counted by posts': [
    'https://boards.example/viewtopic.php?f=3&t=99&start=25',
    pager(
      '<a href="viewtopic.php?f=3&amp;t=99">1</a> <b>2</b> <a href="viewtopic.php?f=3&amp;t=99&amp;start=50">3</a>',
    ),
    'https://boards.example/viewtopic.php?f=3&t=99&start=50',
  ],
};

for (const [name, [address, links, next]] of Object.entries(GOES_ON)) {
  test(`an article goes on: ${name}`, () => expect(paging(address, links).nextPage).toBe(next));
}

test('the page’s own statement of its next page counts, in the head and in the body', () => {
  expect(paging(POST, '', '<link rel="next" href="?page=2">').nextPage).toBe(`${POST}?page=2`);
  expect(paging(`${POST}/`, '<link rel="next" href="/2019/the-slow-ferry/2/">').nextPage).toBe(`${POST}/2/`);
});

test('pages are counted as far as their numbers go', () => {
  expect(paging(POST, numbers('', '?page=2', '?page=3', '?page=4', '?page=5'))).toEqual({
    nextPage: `${POST}?page=2`,
    nextNumber: 2,
    lastPage: 5,
  });
});

test('the last page has no next page, though it links to those before it', () => {
  const links = numbers(POST, '?page=2', '');
  expect(paging(`${POST}?page=3`, links, `<link rel="canonical" href="${POST}">`).nextPage).toBeNull();
});

const ENDS: Readonly<Record<string, readonly [address: string, links: string, head?: string, body?: string]>> = {
  'the next article': [POST, '<a rel="next" href="/2019/the-slower-ferry">Next article</a>'],
  'the next article by its title': [POST, pager('<a rel="next" href="/2019/ropes">Next: Ropes</a>')],
  'another post of the same name': [`${POST}/`, '<link rel="next" href="/2019/the-slow-ferry-2/">'],
  'the next number of a comic': [
    'https://lines.example/comic/12/',
    '<a rel="next" href="/comic/13/">Next &gt;</a> <a href="/comic/1/">First</a>',
  ],
  'the next chapter': ['https://tideline.example/log/chapter-1.html', '<a rel="next" href="chapter-2.html">Next</a>'],
  'the next day': ['https://tideline.example/log/day/3', '<a href="/log/day/4">Next</a>'],
  'the next month': ['https://tideline.example/2019/03', '<a rel="next" href="/2019/04">Next</a>'],
  'the next post by its number': ['https://tideline.example/?p=41', '<a rel="next" href="/?p=42">Next</a>'],
  'another host': [POST, numbers('', 'https://mirror.example/2019/the-slow-ferry?page=2')],
  'pages of comments': [
    `${POST}/`,
    `<div class="nav-links"><a href="${POST}/comment-page-2/#comments">Next page</a></div>`,
  ],
  'pages within the comments': [POST, `<section id="comments">${numbers('', '?page=2')}</section>`],
  'a number in a sentence': [POST, '<p>The fare was <a href="?page=2">2</a> coins in her day, she says.</p>'],
  'the front page': [
    'https://tideline.example/',
    '<link rel="next" href="/page/2/">',
    '<link rel="next" href="/page/2/">',
  ],
  'the front page’s second page': ['https://tideline.example/page/2/', numbers('/', '', '/page/3/')],
  'a category': ['https://tideline.example/category/ferries/', numbers('', '/category/ferries/page/2/')],
  'a list that says so of itself': ['https://tideline.example/ferries', numbers('', '?page=2'), '', 'class="archive"'],
  'a list by its look': [
    'https://tideline.example/ferries',
    ['Ropes', 'Lamps', 'Fog'].map((title) => `<article><h2><a href="/${title}">${title}</a></h2></article>`).join('') +
      numbers('', '?page=2'),
  ],
  'a list that gives each entry a heading': [
    'https://tideline.example/ferries',
    Array.from({ length: 8 }, (_, at) => `<div><h3><a href="/ferry-${at}">Ferry ${at}</a></h3></div>`).join('') +
      numbers('', '?page=2'),
  ],
  'goods in a shop': [
    'https://tideline.example/ropes',
    numbers('', '?page=2'),
    '<meta property="og:type" content="product">',
  ],
  'a search': ['https://tideline.example/search?q=ferry', numbers('', '?q=ferry&page=2')],
};

for (const [name, [address, links, head, body]] of Object.entries(ENDS)) {
  test(`an article does not go on with ${name}`, () => expect(paging(address, links, head, body).nextPage).toBeNull());
}

test('a page whose address is not known has no next page', () => {
  expect(findNextPage(openPage('<p>One.</p><a href="https://a.example/b?page=2">Next page</a>', null))).toEqual({
    nextPage: null,
    nextNumber: null,
    lastPage: null,
  });
});
