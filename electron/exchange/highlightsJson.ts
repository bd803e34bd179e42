// Highlights as the W3C's Web Annotation Data Model (Recommendation of 23 February 2017) writes them: a collection with one page, each
// highlight an annotation. Positions are counted in code points, as section 4.2.5 wants it, in the text that Layover shows. Pure.
import { createHash } from 'node:crypto';
import { codePoints, type Highlight } from '#contract/highlight.ts';
import { addressOf, type ExportedArticle, type HighlightsExport } from './highlightsExport.ts';

const COLORS = { yellow: '#fff0a3', green: '#c9ecc0', blue: '#c5e1f7', red: '#f9cfc8' } as const;

/** The text of the file. The same highlight has the same id in every export. */
export function highlightsToJson({ articles, exported }: HighlightsExport): string {
  const items = articles.flatMap(({ article, highlights }) => highlights.map((each) => annotation(article, each)));
  const id = urn(`collection ${exported} ${items.map((each) => each.id).join(' ')}`);
  const collection = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: 'Highlights from Layover',
    created: exported,
    generator: { id: 'https://layover.invalid/', type: 'Software', name: 'Layover' },
    total: items.length,
    first: { id: urn(`page ${id}`), type: 'AnnotationPage', partOf: id, startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 1)}\n`;
}

function annotation(
  article: ExportedArticle['article'],
  { id, color, note, tags, created, changed, target }: Highlight,
) {
  const { quote, version, codePointStart } = target;
  const bodies = [
    ...(note === '' ? [] : [{ type: 'TextualBody', value: note, format: 'text/plain', purpose: 'commenting' }]),
    ...tags.map((tag) => ({ type: 'TextualBody', value: tag, format: 'text/plain', purpose: 'tagging' })),
  ];
  const styleClass = `layover-${color}`;
  return {
    id: urn(`highlight ${id}`),
    type: 'Annotation',
    motivation:
      bodies.length === 0 ? 'highlighting' : ['highlighting', ...new Set(bodies.map(({ purpose }) => purpose))],
    created,
    modified: changed,
    ...(bodies.length === 0 ? {} : { body: bodies }),
    stylesheet: { type: 'CssStylesheet', value: `.${styleClass} { background-color: ${COLORS[color]}; }` },
    target: {
      type: 'SpecificResource',
      source: {
        id: addressOf(article) ?? urn(`article ${article.id}`),
        type: 'Text',
        format: 'text/html',
        title: article.title,
        ...(article.lang === null ? {} : { language: article.lang }),
        textDirection: article.dir,
      },
      styleClass,
      // The copy in which it was made.
      state: { type: 'TimeState', sourceDate: version },
      // Two ways to the same piece, either of which is enough.
      selector: [
        { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
        { type: 'TextPositionSelector', start: codePointStart, end: codePointStart + codePoints(quote.exact) },
      ],
    },
  };
}

/** A name made of a text: a UUID of version 8 (RFC 9562) as a URN. */
function urn(name: string): string {
  const bytes = createHash('sha256').update(`layover ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
