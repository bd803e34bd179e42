// The package document of a book (EPUB 3.2, section 3): what it is, which files it has, in which order they are read. Pure.
import type { BookChapter, FrontPage } from './bookPages.ts';
import { pictureType } from './exportArticle.ts';
import { element, writeXml, type XElement } from './xhtml.ts';

/** What is known of a book. */
export interface BookFacts {
  readonly title: string;
  /** A URN. */
  readonly identifier: string;
  readonly lang: string | undefined;
  readonly dir: 'ltr' | 'rtl';
  readonly creators: readonly string[];
  readonly publisher: string | null;
  /** Address of what it was made from, for a book of one article. */
  readonly source: string | null;
  readonly published: string | null;
  readonly subjects: readonly string[];
  /** When it was made, an ISO instant. */
  readonly exported: string;
}

/** Kinds of pictures that every reader has to know. Others get something to show in their place. */
const CORE = /\.(?:png|jpg|gif|svg)$/;

/** Name of the picture that stands in for one that a reader does not know. */
export const FALLBACK = 'images/fallback.png';

/** Tells whether any picture needs a stand-in. */
export function needsFallback(pictures: Iterable<string>): boolean {
  return [...pictures].some((file) => !CORE.test(file));
}

/** The path of a picture in the book, by its name below `assets/`. */
export function bookPicture(file: string): string {
  return `images/${file.slice(file.indexOf('/') + 1)}`;
}

/** The document. */
export function packageDocument(
  facts: BookFacts,
  chapters: readonly BookChapter[],
  pictures: Iterable<string>,
  front: readonly FrontPage[],
): string {
  const files = [...pictures];
  const item = (
    id: string,
    href: string,
    type: string,
    more: Readonly<Record<string, string | undefined>> = {},
  ): XElement => element('item', { id, href, 'media-type': type, ...more });
  const page = 'application/xhtml+xml';
  const manifest = [
    item('contents', 'contents.xhtml', page, { properties: 'nav' }),
    item('cover', 'cover.xhtml', page),
    item('cover-image', 'cover.svg', 'image/svg+xml', { properties: 'cover-image' }),
    item('style', 'style.css', 'text/css'),
    ...front.map(({ name }) => item(name, `${name}.xhtml`, page)),
    ...chapters.map(({ id, hasMath }) =>
      item(`a-${id}`, `text/${id}.xhtml`, page, { properties: hasMath ? 'mathml' : undefined }),
    ),
    ...(needsFallback(files) ? [item('fallback', FALLBACK, 'image/png')] : []),
    ...files.map((file) =>
      item(`i-${file.slice(3).replace('.', '-')}`, bookPicture(file), pictureType(file), {
        fallback: CORE.test(file) ? undefined : 'fallback',
      }),
    ),
  ];
  const spine = [
    element('itemref', { idref: 'cover' }),
    element('itemref', { idref: 'contents' }),
    ...front.map(({ name }) => element('itemref', { idref: name })),
    ...chapters.map(({ id }) => element('itemref', { idref: `a-${id}` })),
  ];
  const document = element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'book',
      'xml:lang': facts.lang,
      dir: facts.dir,
    },
    [
      element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata(facts, chapters)),
      element('manifest', {}, manifest),
      element('spine', { 'page-progression-direction': facts.dir }, spine),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeXml([document])}\n`;
}

function metadata(facts: BookFacts, chapters: readonly BookChapter[]): readonly XElement[] {
  const core = (name: string, text: string, id?: string): XElement => element(`dc:${name}`, { id }, [text]);
  const meta = (property: string, text: string): XElement => element('meta', { property }, [text]);
  const isMath = chapters.some(({ hasMath }) => hasMath);
  return [
    core('identifier', facts.identifier, 'book'),
    core('title', filled(facts.title)),
    core('language', facts.lang ?? 'und'),
    ...facts.creators.map((name) => core('creator', name)),
    ...(facts.publisher === null ? [] : [core('publisher', facts.publisher)]),
    ...(facts.source === null ? [] : [core('source', facts.source)]),
    ...(facts.published === null ? [] : [core('date', facts.published.slice(0, 10))]),
    ...facts.subjects.map((tag) => core('subject', tag)),
    meta('dcterms:modified', `${facts.exported.slice(0, 19)}Z`),
    meta('schema:accessMode', 'textual'),
    meta('schema:accessMode', 'visual'),
    meta('schema:accessModeSufficient', 'textual'),
    ...['tableOfContents', 'structuralNavigation', 'readingOrder', ...(isMath ? ['MathML'] : [])].map((feature) =>
      meta('schema:accessibilityFeature', feature),
    ),
    meta('schema:accessibilityHazard', 'unknown'),
  ];
}

function filled(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '…' : line;
}
