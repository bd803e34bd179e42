// Highlights in other hands: Markdown that says what was said and nothing else, and annotations as the W3C's model wants them.
import MarkdownIt from 'markdown-it';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import * as cheerio from 'cheerio';
import { highlightsToJson } from '../../../electron/exchange/highlightsJson.ts';
import { highlightsToMarkdown } from '../../../electron/exchange/highlightsMarkdown.ts';
import { anArticle, anArticleId } from '../../helpers/articles.ts';
import { aHighlight, aTarget } from '../../helpers/highlights.ts';

const NASTY = '# Not *a* heading & <b>no</b> [link](https://evil.example) `code` \\ | ~~x~~ &copy; _y_ ![z](q)';
const EXPORT = {
  exported: '2026-11-28T10:00:00.000Z',
  articles: [
    {
      article: anArticle({ title: NASTY, byline: '1. Ada *Marsh*' }),
      highlights: [
        aHighlight({
          target: aTarget(`${NASTY}\n1) A second paragraph\n\n+ and a third\n- - -`),
          note: '> Not a quotation\n===\n\n    not code\n12. not a list',
          tags: ['*bold*', 'salt roads'],
        }),
        aHighlight({ id: '00000000000000000002', color: 'blue', target: aTarget('😀 night', 41) }),
      ],
    },
    {
      article: anArticle({ id: anArticleId(1), title: 'Pasted', canonicalUrl: null, source: null, byline: null }),
      highlights: [aHighlight({ id: '00000000000000000003', articleId: anArticleId(1), color: 'green' })],
    },
  ],
};

test('Markdown shows every letter that was quoted and written, and no markup that was not meant', () => {
  const text = highlightsToMarkdown(EXPORT);
  const page = cheerio.load(new MarkdownIt('commonmark').render(text));
  expect(page('h1').text()).toBe('Highlights');
  expect(page('h2').first().text()).toBe(NASTY);
  expect(page('h2, h1')).toHaveLength(3);
  const quote = page('blockquote').first();
  expect(
    quote
      .find('p')
      .toArray()
      .map((each) => page(each).text()),
  ).toEqual([NASTY, '1) A second paragraph', '+ and a third', '- - -']);
  const note = quote
    .nextUntil('p:has(em)', 'p')
    .toArray()
    .map((each) => page(each).text());
  expect(note).toEqual(['> Not a quotation\n===', 'not code\n12. not a list']);
  expect(page('em').first().text()).toBe('yellow · 2026-10-02 · tags: *bold*, salt roads');
  expect(
    page('a')
      .toArray()
      .map((each) => page(each).attr('href')),
  ).toEqual(['https://notes.example/last-signal']);
  expect(page('img, code, pre, ul, ol, hr, b, strong')).toHaveLength(0);
});

const iri = v.pipe(
  v.string(),
  v.regex(/^(https?:\/\/|urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$)/),
);
const instant = v.pipe(v.string(), v.isoTimestamp());
const textualBody = v.object({
  type: v.literal('TextualBody'),
  value: v.string(),
  format: v.literal('text/plain'),
  purpose: v.picklist(['commenting', 'tagging']),
});
const natural = v.pipe(v.number(), v.integer(), v.minValue(0));
/** What the recommendation demands of an annotation: its name, its type, and one target at least; the rest as this program uses it. */
const annotation = v.object({
  id: iri,
  type: v.literal('Annotation'),
  motivation: v.union([v.literal('highlighting'), v.array(v.picklist(['highlighting', 'commenting', 'tagging']))]),
  created: instant,
  modified: instant,
  body: v.exactOptional(v.pipe(v.array(textualBody), v.minLength(1))),
  stylesheet: v.object({ type: v.literal('CssStylesheet'), value: v.string() }),
  target: v.object({
    type: v.literal('SpecificResource'),
    source: v.object({ id: iri }),
    styleClass: v.string(),
    state: v.object({ type: v.literal('TimeState'), sourceDate: instant }),
    selector: v.tuple([
      v.object({ type: v.literal('TextQuoteSelector'), exact: v.string(), prefix: v.string(), suffix: v.string() }),
      v.object({ type: v.literal('TextPositionSelector'), start: natural, end: natural }),
    ]),
  }),
});
const collection = v.object({
  '@context': v.literal('http://www.w3.org/ns/anno.jsonld'),
  id: iri,
  type: v.literal('AnnotationCollection'),
  total: natural,
  first: v.object({
    id: iri,
    type: v.literal('AnnotationPage'),
    partOf: iri,
    startIndex: v.literal(0),
    items: v.array(annotation),
  }),
});

test('JSON is a collection of annotations as the W3C has them, the same names in every export', () => {
  const read = v.parse(collection, JSON.parse(highlightsToJson(EXPORT)));
  const { items, partOf } = read.first;
  expect(partOf).toBe(read.id);
  expect(read.total).toBe(3);
  const [first, second, third] = items;
  expect(new Set(items.map(({ id }) => id)).size).toBe(3);
  expect(first?.body?.map(({ purpose, value }) => [purpose, value])).toEqual([
    ['commenting', '> Not a quotation\n===\n\n    not code\n12. not a list'],
    ['tagging', '*bold*'],
    ['tagging', 'salt roads'],
  ]);
  expect(first?.target.source.id).toBe('https://notes.example/last-signal');
  expect(first?.stylesheet.value).toContain(`.${first?.target.styleClass}`);
  // A letter beyond the first plane is one code point and two units of UTF-16.
  expect(second?.target.selector[1]).toMatchObject({ start: 41, end: 48 });
  expect(second?.motivation).toBe('highlighting');
  expect(second?.body).toBeUndefined();
  expect(third?.target.source.id).toMatch(/^urn:uuid:/);
  const later = v.parse(collection, JSON.parse(highlightsToJson({ ...EXPORT, exported: '2026-12-01T10:00:00.000Z' })));
  expect(later.first.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
});
