// Pages that look as if they had a list, or as if they had none: one small page for each way to be taken in.
import { expect, test } from 'playwright/test';
import { openPage } from '../../../electron/extract/page.ts';
import { findRelatedLists } from '../../../electron/extract/related/findRelatedLists.ts';

const ADDRESS = 'https://tidewater.example/2018/harbour-opens-its-oldest-crane';
const TITLES = [
  'A lamp in every window on the hill',
  'The watchman who counted the trains',
  'What the grass remembers of the rails',
  'Why the ferry turns back at noon',
];

const prose = (about: string): string =>
  `<p>${about} was built in a year when nobody was looking, and for a long time nobody looked at it afterwards either. ` +
  'It stands behind the station, where the rails end in grass, and whoever waits there for a train waits for the wrong one.</p>';
const article = (body: string): string =>
  `<html><body><main><article><h1>The tower</h1>${prose('It')}${prose('The tower')}</article>${body}</main></body></html>`;
const post = (title: string): string => `/2019/${title.toLowerCase().replaceAll(' ', '-')}`;
const links = (titles: readonly string[], addressOf = post): string =>
  `<ul>${titles.map((title) => `<li><a href="${addressOf(title)}">${title}</a></li>`).join('')}</ul>`;

function titlesOf(html: string, address: string | null = ADDRESS, title: string | null = null): readonly string[][] {
  const { lists } = findRelatedLists(openPage(html, address), { title, published: null, lang: null });
  return lists.map((list) => list.entries.map((entry) => entry.title));
}

for (const heading of [
  'Mehr Reportagen',
  'Más reportajes',
  'Altre storie',
  'Autres récits',
  'Meer verhalen',
  'Outras histórias',
]) {
  test(`"${heading}" is a heading of more posts, even over entries whose shape says little`, () => {
    const rows = links(['Salz', 'Zwei Türme', 'Der Wärter'], (title) => `/2019/${title.slice(0, 4)}`);
    expect(titlesOf(article(`<div><h3>${heading}</h3>${rows}</div>`))).toHaveLength(1);
  });
}

test('"More information" is no list of posts', () => {
  const rows = links(
    ['Opening hours of the tower', 'Getting there by ferry today'],
    (title) => `/visit/${title.length}`,
  );
  expect(titlesOf(article(`<div><h3>More Information</h3>${rows}</div>`))).toEqual([]);
});

test('a forum keeps its threads under "topic"; a topic of a magazine is no post', () => {
  const threads = links(TITLES, (title) => `/topic/${3100 + title.length}${post(title).slice(5).replace('/', '-')}/`);
  expect(titlesOf(article(`<div><h3>Latest threads</h3>${threads}</div>`))).toEqual([TITLES]);
  const topics = links(
    ['Lamps and lanterns today', 'Trains and rails today'],
    (title) => `/topic/${title.slice(0, 5)}/`,
  );
  expect(titlesOf(article(`<div><h3>Latest threads</h3>${topics}</div>`))).toEqual([]);
});

test('a theme may mark its newest posts as navigation', () => {
  const list = `<aside><section><h2>Latest posts</h2><nav>${links(TITLES)}</nav></section></aside>`;
  expect(titlesOf(article(list))).toEqual([TITLES]);
});

test('what the navigation links to is no list of posts elsewhere either', () => {
  const services = ['Restoring old cranes by hand', 'Building new lamps of brass', 'Moving towers in one piece'];
  const addressOf = (title: string): string => `/services/${title.toLowerCase().replaceAll(' ', '-')}`;
  const menu = `<nav>${links(services, addressOf)}</nav>`;
  const again = `<div><h3>What we do</h3>${links(services, addressOf)}</div>`;
  expect(titlesOf(article('').replace('<body>', `<body>${menu}`).replace('</main>', `${again}</main>`))).toEqual([]);
});

test('a menu is one by its class too, however deep its columns lie', () => {
  const column = `<div><div><div><div>${links(TITLES, (title) => `/harbour${post(title)}`)}</div></div></div></div>`;
  const menu = `<div class="main-menu"><ul><li><a href="/rules">Rules of the harbour</a><div>${column}</div></li></ul></div>`;
  expect(titlesOf(article('').replace('<body>', `<body>${menu}`))).toEqual([]);
});

test('banners in a row with the lists of a sidebar are none of their entries', () => {
  const widget = (body: string): string => `<aside class="widget">${body}</aside>`;
  const banner = (name: string): string =>
    widget(
      `<a href="https://shop.example/${name}/2019"><img src="/${name}.png" alt="Our ${name} on your telephone, now new"></a>`,
    );
  const sidebar = TITLES.map((title) => widget(`<a href="${post(title)}">${title}</a>`)).join('');
  const html = article(`<div><h3>Most read</h3>${sidebar}${banner('app')}${banner('paper')}</div>`);
  expect(titlesOf(html)).toEqual([TITLES]);
});

test('the link to the section of a list is not one of its entries', () => {
  const address = (title: string): string =>
    title === 'The harbour and all its people' ? '/harbour' : `/harbour${post(title)}`;
  const list = links(['The harbour and all its people', ...TITLES], (title) => address(title).replace('/2019', ''));
  expect(titlesOf(article(`<div class="latest">${list}</div>`))).toEqual([TITLES]);
});

test('a short list ends with the element that holds it', () => {
  const list = `<div><div><div><h3>Read next</h3>${links(['No. 34', 'No. 32', 'No. 31'], (title) => `/2018/${title.slice(-2)}`)}</div></div></div>`;
  const below = `<div><ul><li><a href="/service/how-to-reach-us-2019">How to reach us</a></li><li><a href="/service/data-2019">Data protection here</a></li></ul></div>`;
  expect(titlesOf(article(`${list}<div><div>${below}</div></div>`))).toEqual([['No. 34', 'No. 32', 'No. 31']]);
});

test('links that ask for something are no posts', () => {
  const shops = ['Check price at the harbour shop', 'Check the latest price at Brass & Sons'];
  const html = article(
    shops
      .map((shop) => `<div><h4>Lamp 55</h4><p><a href="https://shop.example/click/20190101">${shop}</a></p></div>`)
      .join(''),
  );
  expect(titlesOf(html)).toEqual([]);
  const rows = links(
    ['See all statements that were mostly true', 'See all statements that were not'],
    (title) => `/2019/${title.length}-a-b-c`,
  );
  expect(titlesOf(article(`<div class="latest"><h3>Statements</h3>${rows}</div>`))).toEqual([]);
});

test('citations are no posts, whatever stands over them', () => {
  const works = [
    'Marek P, Vogel H, Chen XQ. Lamps of the northern harbours. J Lamp. 1994 Sep;8(9):3027',
    'Sorens GD, Pribish DM, Vale FH. Oil, gas and brass in lamps. Lamp Hist. 1996;5(1):67',
    'Minato T, Yamas N, Ochi A. Brass in the rain, and salt. Lamp Res. 1998;60(2):41',
  ];
  expect(
    titlesOf(article(`<div><h3>Books and papers</h3>${links(works, (title) => `/out/20190${title.length}`)}</div>`)),
  ).toEqual([]);
});

test('what a page of a listing lists is its content', () => {
  const cards = [...TITLES, ...TITLES.map((title) => `${title} again`)].map(
    (title) => `<li><h3><a href="${post(title)}">${title}</a></h3><p>Dec. 19, 2018</p></li>`,
  );
  const html = `<html><body><main><h1>Lamps</h1><ul>${cards.join('')}</ul></main></body></html>`;
  expect(titlesOf(html, 'https://tidewater.example/lamps')).toEqual([]);
});

test('a page without a known address is known by its title', () => {
  const html = article(
    `<div><h3>Most read</h3>${links(TITLES, (title) => `https://tidewater.example${post(title)}`)}</div>`,
  );
  expect(titlesOf(html, null, TITLES[0] ?? null)).toEqual([TITLES.slice(1)]);
});

test('a headline may name a sum; things for sale show a price', () => {
  const sums = ['Crane sold for $690 to a museum', 'Mayor finds $12 in the lamp', 'Ferry tickets rise by 3 € in May'];
  expect(titlesOf(article(`<div><h3>Latest stories</h3>${links(sums)}</div>`))).toEqual([sums]);
});

test('a list without dates has those that the page shows for the same posts elsewhere', () => {
  const dated = TITLES.map((title) => `<li><a href="${post(title)}">${title}</a> <span>3 February 2018</span></li>`);
  const html = article(
    `<div><h3>Related</h3>${links(TITLES)}</div><div><h3>More stories</h3><ul>${dated.join('')}</ul></div>`,
  );
  const { lists } = findRelatedLists(openPage(html, ADDRESS), { title: null, published: null, lang: null });
  expect(lists.map((list) => list.heading)).toEqual(['Related']);
  expect(lists[0]?.entries.map((entry) => entry.published)).toEqual(TITLES.map(() => '2018-02-03'));
});

for (const [name, entry, title] of [
  [
    'over the title, inside its heading',
    '<h4><span>Interview | 01.11.2018</span> <span>The watchman who counted the trains</span></h4>',
    'The watchman who counted the trains',
  ],
  ['in a title that is little else', 'No. 34 of 1 November 2018', 'No. 34 of 1 November 2018'],
] as const) {
  test(`a date is read ${name}`, () => {
    const rows = [entry, entry].map((row, index) => `<li><a href="/2018/row-${index}-of-the-list">${row}</a></li>`);
    const html = article(`<div><h3>Read next</h3><ul>${rows.join('')}</ul></div>`);
    const { lists } = findRelatedLists(openPage(html, ADDRESS), { title: null, published: null, lang: 'de' });
    expect(lists[0]?.entries.map((found) => [found.title, found.published])).toEqual([
      [title, '2018-11-01'],
      [title, '2018-11-01'],
    ]);
  });
}

test('a date below its title is read although elements that nobody closed part the two', () => {
  const [first = '', second = ''] = TITLES;
  const row = (title: string): string =>
    `<a href="${post(title)}">${title}</a><span><br><em>1 November 2018</em><br><br>Some words of the post, few enough.<div></div><hr>`;
  const html = article(`<div><h3>Read next</h3><div>${row(first)}${row(second)}</div></div>`);
  const { lists } = findRelatedLists(openPage(html, ADDRESS), { title: null, published: null, lang: null });
  const dates = lists.flatMap((list) => list.entries.map((entry) => entry.published));
  expect(dates).toEqual(['2018-11-01', '2018-11-01']);
});
