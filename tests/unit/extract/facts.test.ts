import { expect, test } from 'playwright/test';
import { findFacts, type Facts } from '../../../electron/extract/facts/findFacts.ts';
import { openPage } from '../../../electron/extract/page.ts';

const ADDRESS = 'https://www.harbour-gazette.example/stories/ferry';
const TEXT = 'The ferry left the quay at dawn, and nobody on the shore had been told where it would go.';

interface Parts {
  readonly head?: string;
  readonly body?: string;
  readonly address?: string | null;
  /** Attributes of the `html` element. */
  readonly html?: string;
}

function factsOf({ head = '', body = '', address = ADDRESS, html = 'lang="en"' }: Parts): Facts {
  const source = `<!doctype html><html ${html}><head>${head}</head><body>${body}</body></html>`;
  return findFacts(openPage(source, address));
}

const article = (inner: string): string => `<main><h1>The Ferry at Dawn</h1>${inner}<p>${TEXT}</p></main>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const jsonLd = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

test.describe('title', () => {
  const cases: readonly (readonly [what: string, parts: Parts, title: string | null])[] = [
    [
      'the heading',
      { head: '<title>The Ferry at Dawn | Harbour Gazette</title>', body: article('') },
      'The Ferry at Dawn',
    ],
    [
      "without the site's name, when only the title element tells",
      {
        head: `<title>The Ferry at Dawn – Harbour Gazette</title>${meta('og:site_name', 'Harbour Gazette')}`,
        body: `<p>${TEXT}</p>`,
      },
      'The Ferry at Dawn',
    ],
    [
      "without the host's name at the front",
      { head: '<title>Harbour Gazette: The Ferry at Dawn</title>', body: `<p>${TEXT}</p>` },
      'The Ferry at Dawn',
    ],
    [
      'the heading of an article, though search engines are told another',
      {
        head: meta('og:type', 'article') + meta('og:title', 'Ferry leaves the harbour: all you must know'),
        body: article(''),
      },
      'The Ferry at Dawn',
    ],
    [
      'the statements of a first page, whose heading is a slogan',
      {
        head: meta('og:title', 'Harbour Weather and Tides'),
        body: `<h1>Never miss a boat again</h1><p>${TEXT}</p>`,
        address: 'https://tides.example/',
      },
      'Harbour Weather and Tides',
    ],
    [
      "not the heading that is the site's name",
      {
        head: `<title>The Ferry at Dawn</title>${meta('og:site_name', 'Harbour Gazette')}`,
        body: `<h1>Harbour Gazette</h1><h2>The Ferry at Dawn</h2><p>${TEXT}</p>`,
      },
      'The Ferry at Dawn',
    ],
    [
      'not a title element that is only the name of the site',
      { head: '<title>Harbour Gazette</title>', body: article('') },
      'The Ferry at Dawn',
    ],
    [
      'not a lower heading that only shares words with the statement',
      {
        head: meta('og:title', '5 Ferries That Leave at Dawn in Spring'),
        body: `<h1>Five Early Boats for the Season</h1><p>${TEXT}</p><h2>5 ferries that leave at dawn</h2>`,
      },
      '5 Ferries That Leave at Dawn in Spring',
    ],
    ['nothing on a page without any', { body: `<p>${TEXT}</p>` }, null],
  ];
  for (const [what, parts, title] of cases) test(what, () => expect(factsOf(parts).title).toBe(title));
});

test.describe('byline', () => {
  const cases: readonly (readonly [what: string, parts: Parts, byline: string | null])[] = [
    ['without "By"', { body: article('<p>By Mara Lindqvist</p>') }, 'Mara Lindqvist'],
    [
      'several authors, each once',
      { body: article('<p>By Mara Lindqvist, Tom Okafor and Mara Lindqvist</p>') },
      'Mara Lindqvist, Tom Okafor',
    ],
    [
      'several authors of JSON-LD that the page shows',
      {
        head: jsonLd({
          '@type': 'NewsArticle',
          author: [
            { '@type': 'Person', name: 'Mara Lindqvist' },
            { '@type': 'Person', name: 'Tom Okafor' },
          ],
        }),
        body: article('<p>Mara Lindqvist, Tom Okafor</p>'),
      },
      'Mara Lindqvist, Tom Okafor',
    ],
    [
      'without an office',
      { body: article('<p class="byline">By Mara Lindqvist, Senior Reporter</p>') },
      'Mara Lindqvist',
    ],
    ['German', { body: article('<p>Von Jürgen Ahlers</p>') }, 'Jürgen Ahlers'],
    ['French', { body: article('<p>Par Hélène Moreau</p>') }, 'Hélène Moreau'],
    [
      'Chinese',
      { body: '<h1>渡轮在黎明出发</h1><p>作者：王晓明</p><p>码头上没有人知道它要去哪里。</p>', html: 'lang="zh"' },
      '王晓明',
    ],
    [
      'Chinese reporter without the place',
      { body: '<h1>渡轮在黎明出发</h1><p>本报记者 王晓明 青岛港报道</p>', html: 'lang="zh"' },
      '王晓明',
    ],
    [
      'family name first, as catalogues write',
      { head: '<meta name="dc.creator" content="Lindqvist, Mara">', body: article('<p>Mara Lindqvist</p>') },
      'Mara Lindqvist',
    ],
    ['one word after "Posted by"', { body: article('<p>Posted by Konrad on 3 May 2019 in Boats</p>') }, 'Konrad'],
    ['a name beside the date', { body: article('<p>3 May 2019 · Mara Lindqvist</p>') }, 'Mara Lindqvist'],
    [
      'a month without a year is no name',
      { body: article('<p>By Mara Lindqvist March 18 at 3:57 PM</p>') },
      'Mara Lindqvist',
    ],
    [
      'a label at the end of a long article',
      { body: article(`${`<p>${TEXT}</p>`.repeat(30)}<p>Author: Mara Lindqvist</p>`) },
      'Mara Lindqvist',
    ],
    ['no administrator', { head: meta('author', 'admin'), body: article('<p>Posted by admin</p>') }, null],
    [
      'no handle',
      { head: '<meta name="twitter:creator" content="@Harbourgirl">', body: article('<p>By @Harbourgirl</p>') },
      null,
    ],
    ['no address', { head: meta('article:author', 'https://www.facebook.com/harbour'), body: article('') }, null],
    [
      'no site',
      {
        head: meta('og:site_name', 'Harbour Gazette') + '<meta name="author" content="Harbour Gazette">',
        body: article('<p>By Harbour Gazette</p>'),
      },
      null,
    ],
    [
      'no one whom the page never shows',
      { head: '<meta name="author" content="Web Builder">', body: article('') },
      null,
    ],
    [
      'no commenter',
      { body: `${article('')}<div class="comments"><p class="author">By Nosy Neighbour</p></div>` },
      null,
    ],
  ];
  for (const [what, parts, byline] of cases) test(what, () => expect(factsOf(parts).byline).toBe(byline));
});

test.describe('language and direction', () => {
  const arabic = '<p>غادرت العبارة الرصيف عند الفجر ولم يكن أحد على الشاطئ يعرف إلى أين ستذهب في ذلك اليوم البعيد.</p>';
  const cases: readonly (readonly [what: string, parts: Parts, lang: string | null, dir: 'ltr' | 'rtl'])[] = [
    ['stated, with a hyphen', { html: 'lang="pt_BR"', body: article('') }, 'pt-BR', 'ltr'],
    ['og:locale', { html: '', head: meta('og:locale', 'de_AT'), body: `<p>Die Fähre.</p>` }, 'de-AT', 'ltr'],
    ['right to left by language', { html: 'lang="ar"', body: arabic }, 'ar', 'rtl'],
    ['direction as stated', { html: 'lang="en" dir="rtl"', body: article('') }, 'en', 'rtl'],
    [
      'the script tells where a template was left as it was',
      { html: 'lang="en"', body: `<p>${'渡轮在黎明离开码头，岸上没有人知道它要去哪里。'.repeat(8)}</p>` },
      'zh',
      'ltr',
    ],
  ];
  for (const [what, parts, lang, dir] of cases) {
    test(what, () => {
      const facts = factsOf(parts);
      expect([facts.lang, facts.dir]).toEqual([lang, dir]);
    });
  }
});

test('the site is named without its slogan', () => {
  const head = `<title>The Ferry at Dawn | Harbour Gazette</title>${meta('og:site_name', 'Harbour Gazette | News from the quay')}`;
  expect(factsOf({ head: head + meta('og:title', 'The Ferry at Dawn'), body: article('') }).siteName).toBe(
    'Harbour Gazette',
  );
});

test('keywords are listed once, whatever names them', () => {
  const head = `${meta('article:tag', 'Ferries')}<meta name="keywords" content="ferries, dawn;  Harbour &amp; quay">`;
  expect(factsOf({ head, body: article('') }).keywords).toEqual(['Ferries', 'dawn', 'Harbour & quay']);
});

test('address, picture and excerpt', () => {
  const facts = factsOf({
    head:
      `<title>The Early Ferry at Dawn</title><link rel="canonical" href="/stories/ferry-at-dawn#top"><meta name="description" content="The Early Ferry at Dawn">` +
      meta('og:image', '/pictures/ferry.jpg') +
      meta('og:description', 'A boat leaves before the town is awake.'),
    body: `<h1>The Early Ferry at Dawn</h1><p>${TEXT}</p>`,
  });
  expect(facts.canonicalUrl).toBe('https://www.harbour-gazette.example/stories/ferry-at-dawn');
  expect(facts.leadImage).toBe('https://www.harbour-gazette.example/pictures/ferry.jpg');
  expect(facts.excerpt).toBe('A boat leaves before the town is awake.');
});

test('a picture of another scheme is refused', () => {
  expect(factsOf({ head: meta('og:image', 'javascript:alert(1)'), body: article('') }).leadImage).toBeNull();
});

test.describe('first publication', () => {
  const cases: readonly (readonly [what: string, line: string, first: Facts['firstPublished']])[] = [
    [
      'with its link',
      '<p>This story was originally published at <a href="https://quay.example/ferry">The Quay Review</a>.</p>',
      { name: 'The Quay Review', url: 'https://quay.example/ferry' },
    ],
    ['by name alone', '<p>Zuerst erschienen in Hafenblatt.</p>', { name: 'Hafenblatt', url: null }],
    ['none', '<p>It was first seen at dawn.</p>', null],
  ];
  for (const [what, line, first] of cases)
    test(what, () => expect(factsOf({ body: article(line) }).firstPublished).toEqual(first));
});

test('provenance names the sources that agree', () => {
  const { provenance } = factsOf({
    head:
      meta('og:title', 'The Ferry at Dawn') +
      meta('article:published_time', '2021-03-04T08:15:00Z') +
      '<meta name="author" content="Mara Lindqvist">',
    body: article('<p>By Mara Lindqvist</p><p>March 4, 2021</p>'),
  });
  expect(provenance['title']).toEqual(['h1', 'og:title']);
  expect(provenance['byline']).toEqual(expect.arrayContaining(['author', 'text']));
  expect(provenance['published']).toEqual(expect.arrayContaining(['article:published_time', 'text']));
  expect(provenance['lang']).toEqual(['html lang']);
});

test('disagreement lowers confidence', () => {
  const page = (shown: string, named: string): number =>
    factsOf({
      head: meta('article:published_time', '2021-03-04') + `<meta name="author" content="${named}">`,
      body: article(`<p>By Mara Lindqvist</p><p>${shown}</p><p>${TEXT} Tom Okafor knew.</p>`),
    }).confidence;
  const agreed = page('March 4, 2021', 'Mara Lindqvist');
  expect(page('June 20, 2020', 'Mara Lindqvist')).toBeLessThan(agreed);
  expect(page('March 4, 2021', 'Tom Okafor')).toBeLessThan(agreed);
});

test('the elements that show facts are named, the article itself is not', () => {
  const { elements } = factsOf({ body: article('<p class="byline">By Mara Lindqvist</p><p>March 4, 2021</p>') });
  expect([...elements].map(({ name }) => name).sort()).toEqual(['h1', 'p', 'p']);
});

test('nesting of any depth is survived', () => {
  const body = `${'<div class="author date">'.repeat(5000)}By Mara Lindqvist${'</div>'.repeat(5000)}`;
  expect(() => factsOf({ head: '<title>Deep</title>', body })).not.toThrow();
});
