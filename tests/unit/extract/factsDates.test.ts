import { expect, test } from 'playwright/test';
import { findFacts, type Facts } from '../../../electron/extract/facts/findFacts.ts';
import { openPage } from '../../../electron/extract/page.ts';

interface Parts {
  readonly head?: string;
  readonly body: string;
  readonly address?: string;
  /** Attributes of the `html` element. */
  readonly html?: string;
}

function factsOf({ head = '', body, address = 'https://gazette.example/ferry', html = 'lang="en"' }: Parts): Facts {
  return findFacts(openPage(`<!doctype html><html ${html}><head>${head}</head><body>${body}</body></html>`, address));
}

const article = (inner: string): string =>
  `<main><h1>The Ferry at Dawn</h1>${inner}<p>The ferry left the quay at dawn, and nobody knew where it would go.</p></main>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
const jsonLd = (value: object): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

test.describe('published', () => {
  const cases: readonly (readonly [what: string, parts: Parts, published: string | null])[] = [
    [
      'JSON-LD, zone as found',
      { head: jsonLd({ '@type': 'Article', datePublished: '2021-03-04T23:30:00+05:30' }), body: article('') },
      '2021-03-04T23:30:00+05:30',
    ],
    ['meta, to the day', { head: meta('article:published_time', '2021-03-04'), body: article('') }, '2021-03-04'],
    [
      'time element',
      { body: article('<p><time datetime="2021-03-04T08:15Z">in spring</time></p>') },
      '2021-03-04T08:15Z',
    ],
    ['visible English', { body: article('<p>March 4, 2021</p>') }, '2021-03-04'],
    ['visible German', { body: article('<p>Veröffentlicht am 4. März 2021</p>'), html: 'lang="de"' }, '2021-03-04'],
    ['visible German numbers are day first', { body: article('<p>04.03.2021</p>'), html: 'lang="de"' }, '2021-03-04'],
    ['visible French', { body: article('<p>Publié le 4 mars 2021</p>'), html: 'lang="fr"' }, '2021-03-04'],
    ['visible Chinese', { body: article('<p>2021年3月4日</p>'), html: 'lang="zh"' }, '2021-03-04'],
    [
      'numbers are month first in the United States',
      { body: article('<p>03/04/2021</p>'), html: 'lang="en-US"' },
      '2021-03-04',
    ],
    ['numbers are day first in Britain', { body: article('<p>03/04/2021</p>'), html: 'lang="en-GB"' }, '2021-04-03'],
    ['the address', { body: article(''), address: 'https://gazette.example/2021/03/04/ferry' }, '2021-03-04'],
    [
      'the most precise wording of the day that most agree on',
      { head: meta('article:published_time', '2021-03-04T08:15:00+01:00'), body: article('<p>March 4, 2021</p>') },
      '2021-03-04T08:15:00+01:00',
    ],
    [
      'the day that is shown, not the one of another zone',
      { head: meta('article:published_time', '2021-03-03T23:30:00Z'), body: article('<p>March 4, 2021</p>') },
      '2021-03-04',
    ],
    ['no copyright', { body: article('<p>© March 4, 2021 Harbour Gazette</p>') }, null],
    ['no span of time', { body: article('<p>04.03.2021 - 09.03.2021</p>'), html: 'lang="de"' }, null],
    ['no deadline', { body: article('<p>Open until March 4, 2021</p>') }, null],
    [
      'no date of a list beside the article',
      {
        body: article(
          `<aside>${[1, 2, 3, 4].map((day) => `<p><time datetime="2021-03-0${day}">${day} March</time></p>`).join('')}</aside>`,
        ),
      },
      null,
    ],
    ['no day that does not exist', { body: article('<p>February 30, 2021</p>') }, null],
    [
      'no date inside a sentence',
      {
        body: article(
          '<p>On March 4, 2021 the ferry left the quay at dawn with nobody but its old captain and a dog.</p>',
        ),
      },
      null,
    ],
  ];
  for (const [what, parts, published] of cases) test(what, () => expect(factsOf(parts).published).toBe(published));
});

test('updated is told from published', () => {
  const facts = factsOf({
    head: meta('article:published_time', '2021-03-04T08:00Z') + meta('article:modified_time', '2021-03-09T10:00Z'),
    body: article('<p>Updated March 9, 2021</p>'),
  });
  expect([facts.published, facts.updated]).toEqual(['2021-03-04T08:00Z', '2021-03-09T10:00Z']);
});

test('a page that shows only its last update was published then', () => {
  const facts = factsOf({ body: article('<p>Last updated: March 9, 2021</p>') });
  expect([facts.published, facts.updated]).toEqual(['2021-03-09', '2021-03-09']);
});

test('an empty date that a program wrote as the beginning of 1970 is none', () => {
  const head = meta('article:published_time', '1970-01-01T01:00:00+01:00');
  expect(factsOf({ head, body: article('<p>Words.</p>') }).published).toBe(null);
});
