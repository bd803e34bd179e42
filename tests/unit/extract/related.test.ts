import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { RelatedList } from '#contract/article.ts';
import { FIXTURES } from '../../tools/fixture/writtenFixture.ts';
import { openPage } from '../../../electron/extract/page.ts';
import { findRelatedLists } from '../../../electron/extract/related/findRelatedLists.ts';

const ADDRESS = 'https://tidewater.example/2018/harbour-opens-its-oldest-crane';
const NOTHING_KNOWN = { title: null, published: null, lang: null };

function find(html: string, address = ADDRESS): ReturnType<typeof findRelatedLists> {
  return findRelatedLists(openPage(html, address), NOTHING_KNOWN);
}

function outline(lists: readonly RelatedList[]): readonly (readonly [string | null, ...string[]])[] {
  return lists.map((list) => [list.heading, ...list.entries.map((entry) => entry.title)] as const);
}

const prose = (about: string): string =>
  `<p>${about} was built in a year when nobody was looking, and for a long time nobody looked at it afterwards either. ` +
  'It stands behind the station, where the rails end in grass, and whoever waits there for a train waits for the wrong one.</p>';
const article = (body: string): string =>
  `<html><body><main><article><h1>The tower</h1>${prose('It')}${prose('The tower')}</article>${body}</main></body></html>`;
const items = (...titles: readonly string[]): string =>
  `<ul>${titles.map((title, index) => `<li><a href="/2019/post-number-${index}-of-many">${title}</a></li>`).join('')}</ul>`;

test('a newspaper page: several lists stay several, and nothing else is one', () => {
  const html = readFileSync(join(FIXTURES, 'newspaper-with-related', 'page.html'), 'utf8');
  const { lists } = find(html);
  expect(outline(lists)).toEqual([
    ['Read more', 'The piano that crossed the harbour'],
    [
      'Related stories',
      'How to grease a gear from 1871',
      'The last crane driver of pier two',
      'Who pays for a crane nobody needs?',
    ],
    ['Most read', "Seagull steals the mayor's chain of office", 'The ferry timetable changes, again'],
  ]);
  expect(lists[1]?.entries[0]).toEqual({
    title: 'How to grease a gear from 1871',
    url: 'https://tidewater.example/2018/how-to-grease-a-gear',
    kind: 'article',
    added: null,
    updated: null,
    published: '2018-09-07T10:00:00+02:00',
    excerpt: 'The oil is no longer made, so a chemist at the sugar works cooked some in her lunch hour.',
    image: 'https://tidewater.example/img/gear.jpg',
    position: 0,
    raw: 'How to grease a gear from 1871 The oil is no longer made, so a chemist at the sugar works cooked some in her lunch hour. 7 September 2018',
  });
  expect(lists[1]?.entries[1]).toMatchObject({ kind: 'video', published: '2018-10-01', position: 1 });
  expect(lists[1]?.entries[2]).toMatchObject({ updated: '2018-10-12', published: null });
});

test('the blocks to leave out hold the lists and none of the paragraphs', () => {
  const html = readFileSync(join(FIXTURES, 'newspaper-with-related', 'page.html'), 'utf8');
  const page = openPage(html, ADDRESS);
  const { blocks } = findRelatedLists(page, NOTHING_KNOWN);
  const gone = [...blocks].map((block) => page.$(block).text()).join(' ');
  expect(gone).toContain('The piano that crossed the harbour');
  expect(gone).toContain('Who pays for a crane nobody needs?');
  expect(gone).not.toContain('first load in 1871');
  expect(gone).not.toContain('a lottery that nobody had expected');
  expect(gone).not.toContain('four hundred people');
});

const TITLES = [
  'A lamp in every window on the hill',
  'The watchman who counted the trains',
  'What the grass remembers of the rails',
];

for (const heading of [
  'Related',
  'More on this',
  'Read next',
  'See also',
  'Recommended for you',
  'More from the tower',
  'Latest stories',
  'You might also like',
  'Ähnliche Beiträge',
  'Das könnte Sie auch interessieren',
  'Mehr zum Thema',
  'À lire aussi',
  'Articles liés',
  'Te puede interesar',
  'Artículos relacionados',
  'Leggi anche',
  'Articoli correlati',
  'Leia também',
  'Lees ook',
  'Läs också',
  'Læs også',
  'Lue myös',
  'Zobacz także',
  'Související články',
  'Kapcsolódó cikkek',
  'Citește și',
  'Читайте также',
  'Похожие статьи',
  'Читайте також',
  'Διαβάστε επίσης',
  'İlgili haberler',
  '相关文章',
  '延伸閱讀',
  '関連記事',
  'あわせて読みたい',
  '관련 기사',
  'مقالات ذات صلة',
  'כתבות נוספות',
]) {
  test(`a list under "${heading}" is found with its heading`, () => {
    expect(outline(find(article(`<div><h3>${heading}</h3>${items(...TITLES)}</div>`)).lists)).toEqual([
      [heading, ...TITLES],
    ]);
  });
}

for (const [name, html] of [
  [
    'navigation',
    `<nav><h3>More from us</h3>${items('Our work in the valley', 'People of the valley office', 'How to find the office')}</nav>`,
  ],
  ['categories', `<div><h3>Categories</h3>${items(...TITLES)}</div>`],
  [
    'a tag cloud',
    `<div class="tagcloud">${TITLES.map((title) => `<a href="/tag/${title.length}">${title}</a> `).join('')}</div>`,
  ],
  [
    'comments',
    `<div><h3>Recent comments</h3>${items('Ada on The watchman who counted trains', 'Bo on A lamp in every window')}</div>`,
  ],
  ['links in sentences', prose('The <a href="/2019/the-old-station-house">old station house by the river</a>')],
  [
    'footnotes',
    `<h2>References</h2><ol><li><a href="https://elsewhere.example/a-long-book-about-towers">A long book about towers</a></li><li><a href="https://elsewhere.example/another-book-about-rails">Another book about rails</a></li></ol>`,
  ],
  [
    'a footer',
    `</main><footer>${items('About us and our towers', 'Press office of the towers', 'Terms of use of the towers')}</footer>`,
  ],
  [
    'things for sale',
    `<div><h3>For you</h3>${items('Tower of wood, three parts 12,00 €', 'Tower of stone, nine parts 45,00 €', 'Tower of paper, one part 3,00 €')}</div>`,
  ],
] as const) {
  test(`${name}: no related list`, () => {
    expect(outline(find(article(html)).lists)).toEqual([]);
  });
}

test('items that lead into their link, and links too short to be titles, are a list under a heading that says so', () => {
  const sentences = `<h3>More great stories</h3><ul>
    <li>The strange and long life of <a href="/2019/the-watchman">the watchman</a></li>
    <li>How it came that the station <a href="/2019/lost-its-clock">lost its clock</a> twice</li>
    <li>What to pack for <a href="/2019/the-long-night">the long night</a></li></ul>`;
  expect(outline(find(article(sentences)).lists)).toEqual([
    [
      'More great stories',
      'The strange and long life of the watchman',
      'How it came that the station lost its clock twice',
      'What to pack for the long night',
    ],
  ]);
  const short = `<h2>More about lamps</h2><ul><li><a href="/2019/oil">Oil</a></li><li><a href="/2019/gas">Gas light</a></li>
    <li><a href="/2019/electric">Electric lamps and their switches</a></li></ul>`;
  expect(outline(find(article(short)).lists)).toEqual([
    ['More about lamps', 'Oil', 'Gas light', 'Electric lamps and their switches'],
  ]);
});

test('a heading without a link is the title of the "Read more" below it', () => {
  const card = (title: string, path: string): string =>
    `<div><h3>${title}</h3><p>An excerpt of a few words that says what the post is about, and then it stops. <a href="${path}">Read more</a></p></div>`;
  const list = `<h2>Latest news</h2>${card('The clock is found again', '/2019/clock-found')}${card('A lamp goes out for good', '/2019/lamp-out')}`;
  expect(outline(find(article(`<aside>${list}</aside>`)).lists)).toEqual([
    ['Latest news', 'The clock is found again', 'A lamp goes out for good'],
  ]);
});

test('a page with no list has none', () => {
  expect(find(article('')).lists).toEqual([]);
  expect(find('').lists).toEqual([]);
});

test('bracketed dates are read from items with and without links, and from broken lines', () => {
  const line = (title: string): string =>
    `${title} [Last Updated On: May 3rd, 2013] [Originally Added On: May 1st, 2013]`;
  const list = `<ul><li><a href="/fox">A fox - Video</a>${line('')}</li><li>${line('A heron')}</li></ul>`;
  const expected = [
    {
      title: 'A fox',
      url: 'https://tidewater.example/fox',
      kind: 'video',
      added: '2013-05-01',
      updated: '2013-05-03',
      position: 0,
    },
    { title: 'A heron', url: null, kind: 'article', added: '2013-05-01', updated: '2013-05-03', position: 1 },
  ];
  expect(find(article(list)).lists[0]?.entries).toMatchObject(expected);
  const broken = `<p>- <a href="/fox">A fox - Video</a>${line('')}<br>- ${line('A heron')}</p>`;
  expect(find(article(broken)).lists[0]?.entries).toMatchObject(expected);
});

test('a list of the sample document as HTML gives what its text gives', () => {
  const sample = join('..', 'shared', 'samples', 'space-station-post.txt');
  let text = '';
  try {
    text = readFileSync(sample, 'utf8');
  } catch {
    test.skip(true, 'the shared sample document is not here');
  }
  const lines = text.split('\n').filter((line) => line.startsWith('- '));
  const list = lines.map((line, index) =>
    index % 2 === 0 ? `<li>${line}</li>` : `<li><a href="/${index}">${line.slice(2).replace(' [', '</a> [')}</li>`,
  );
  const { lists } = find(`<html><body><article><p>Text</p><ul>${list.join('\n')}</ul></article></body></html>`);
  expect(lists).toHaveLength(1);
  const entries = lists[0]?.entries ?? [];
  expect(entries).toHaveLength(80);
  expect(entries.filter((entry) => entry.kind === 'video')).toHaveLength(21);
  expect(new Set(entries.map((entry) => entry.added)).size).toBe(23);
  expect(entries.map((entry) => entry.position)).toEqual(entries.map((_, index) => index));
  expect([entries[0]?.added, entries[79]?.updated]).toEqual(['2012-09-07', '2012-10-07']);
});

test('hostile pages end: deep nesting, very many links, very many lines', () => {
  const deep = `${'<div>'.repeat(10_000)}<a href="/a-post-down-in-the-deep">A post down in the deep</a>`;
  expect(find(deep).lists).toEqual([]);
  const links = Array.from(
    { length: 20_000 },
    (_, index) => `<a href="/p/${index}">Link number ${index} of very many</a>`,
  );
  expect(find(`<body>${links.join(' ')}</body>`).lists.length).toBeLessThan(3);
  const lines = 'x [Last Updated On: <br>'.repeat(20_000);
  expect(find(`<body>${lines}</body>`).lists).toEqual([]);
});
