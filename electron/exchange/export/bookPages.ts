// The documents of a book beside its articles' text: a chapter's frame with what stands around the text, the cover, the table of contents. Pure.
import { keptAt, type Article, type RelatedList } from '#contract/article.ts';
import { filled, type ExportWords } from '#contract/exportWords.ts';
import type { Highlight } from '#contract/highlight.ts';
import { bookAddress } from './bookAddress.ts';
import type { BookHeading } from './bookTree.ts';
import { webAddressOf, type ExportArticle, type ExportChoice } from './exportArticle.ts';
import type { MissingArticle } from './exportItem.ts';
import { element, languageTag, writeXml, type XElement, type XNode } from './xhtml.ts';

/** A chapter as the table of contents names it. */
export interface BookChapter {
  readonly id: string;
  readonly title: string;
  readonly lang: string | undefined;
  readonly dir: 'ltr' | 'rtl';
  readonly hasMath: boolean;
  readonly headings: readonly BookHeading[];
}

/** What the book says in its own words is in the language of the interface, whatever its articles are. */
function ours({ lang, dir }: ExportWords) {
  return { lang, 'xml:lang': lang, dir };
}

/** A whole document of XHTML. */
function bookDocument(
  { title, lang, dir, style }: { title: string; lang: string | undefined; dir: string; style: string },
  body: readonly XNode[],
  type?: string,
): string {
  const page = element(
    'html',
    {
      xmlns: 'http://www.w3.org/1999/xhtml',
      'xmlns:epub': 'http://www.idpf.org/2007/ops',
      lang,
      'xml:lang': lang,
      dir,
    },
    [
      element('head', {}, [
        element('meta', { charset: 'utf-8' }),
        element('title', {}, [oneLine(title)]),
        element('link', { rel: 'stylesheet', type: 'text/css', href: style }),
      ]),
      '\n',
      element('body', { 'epub:type': type }, body),
    ],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n${writeXml([page])}\n`;
}

/** An article's chapter. */
export function chapterPage(
  { article, highlights }: Pick<ExportArticle, 'article' | 'highlights'>,
  text: readonly XNode[],
  choice: ExportChoice,
  linkTo: (address: string) => string | undefined,
): string {
  const address = webAddressOf(article);
  const href = address === null ? undefined : bookAddress(address);
  const facts = [article.byline, article.siteName, article.published?.slice(0, 10) ?? null].flatMap((fact) =>
    fact === null || fact === '' ? [] : [fact],
  );
  const parts: XNode[] = [
    element('header', {}, [
      element('h1', {}, [oneLine(article.title)]),
      ...(facts.length === 0 ? [] : [element('p', { class: 'meta' }, [facts.join(' · ')])]),
    ]),
    '\n',
    element('div', { class: 'content' }, text),
    '\n',
    ...(choice.hasHighlights && (article.note !== '' || highlights.length > 0)
      ? [highlightPart(article.note, highlights, choice.words)]
      : []),
    ...(choice.hasRelated ? article.relatedLists.flatMap((list) => relatedPart(list, linkTo, choice.words)) : []),
    element('footer', { class: 'source', ...ours(choice.words) }, [
      element('p', {}, [
        ...(href === undefined ? [] : [element('a', { href }, [address ?? '']), ' · ']),
        filled(choice.words.saved, 'date', keptAt(article).slice(0, 10)),
      ]),
    ]),
  ];
  return bookDocument(
    { title: article.title, lang: languageTag(article.lang), dir: article.dir, style: '../style.css' },
    [element('article', { 'epub:type': 'chapter' }, parts)],
    'bodymatter',
  );
}

/** A page in the place of an article that could not be read. */
export function missingPage({ title, reason }: MissingArticle, words: ExportWords): string {
  return bookDocument(
    { title, lang: words.lang, dir: words.dir, style: '../style.css' },
    [
      element('article', { 'epub:type': 'chapter' }, [
        element('h1', {}, [oneLine(title)]),
        element('p', { class: 'missing' }, [filled(words.unreadable, 'reason', reason)]),
      ]),
    ],
    'bodymatter',
  );
}

function relatedPart(
  { heading, entries }: RelatedList,
  linkTo: (address: string) => string | undefined,
  words: ExportWords,
): XNode[] {
  if (entries.length === 0) return [];
  const items = entries.map((entry) => {
    const href = entry.url === null ? undefined : (linkTo(entry.url) ?? bookAddress(entry.url));
    const title = entry.title === '' ? (entry.url ?? '…') : entry.title;
    const date = entry.published ?? entry.added ?? entry.updated;
    return element('li', {}, [
      href === undefined ? title : element('a', { href }, [title]),
      ...(date === null ? [] : [' ', element('small', {}, [date.slice(0, 10)])]),
    ]);
  });
  const name =
    heading === null || heading.trim() === ''
      ? element('h2', ours(words), [words.related])
      : element('h2', {}, [oneLine(heading)]);
  return [element('section', { class: 'related' }, [name, element('ul', {}, items)]), '\n'];
}

function highlightPart(whole: string, highlights: readonly Highlight[], words: ExportWords): XElement {
  return element('section', { class: 'highlights' }, [
    element('h2', ours(words), [words.highlights]),
    ...notesOf(whole),
    ...highlights.flatMap(({ target, note, color }) => [
      element('blockquote', { class: color }, [element('p', {}, [target.quote.exact])]),
      ...notesOf(note),
    ]),
  ]);
}

function notesOf(note: string): readonly XElement[] {
  return note
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => element('p', { class: 'note' }, [line]));
}

/** The first page: the cover's drawing. */
export function coverPage(title: string, lang: string | undefined, dir: string): string {
  return bookDocument({ title, lang, dir, style: 'style.css' }, [
    element('section', { 'epub:type': 'cover', class: 'cover' }, [
      element('img', { src: 'cover.svg', alt: oneLine(title) }),
    ]),
  ]);
}

/** The table of contents, with the places that readers look for. */
export function contentsPage(
  { title, lang, dir }: { readonly title: string; readonly lang: string | undefined; readonly dir: 'ltr' | 'rtl' },
  chapters: readonly BookChapter[],
  words: ExportWords,
): string {
  const first = chapters[0];
  const items = chapters.map((chapter) => {
    const file = `text/${chapter.id}.xhtml`;
    const parts = chapter.headings.map(({ id, text }) =>
      element('li', {}, [element('a', { href: `${file}#${id}` }, [text])]),
    );
    return element('li', { lang: chapter.lang, 'xml:lang': chapter.lang, dir: chapter.dir }, [
      element('a', { href: file }, [oneLine(chapter.title)]),
      ...(parts.length === 0 ? [] : [element('ol', {}, parts)]),
    ]);
  });
  const mark = (type: string, href: string, name: string): XElement =>
    element('li', {}, [element('a', { 'epub:type': type, href }, [name])]);
  return bookDocument({ title, lang, dir, style: 'style.css' }, [
    element('nav', { 'epub:type': 'toc', id: 'toc', role: 'doc-toc' }, [
      element('h1', ours(words), [words.contents]),
      element('ol', {}, items),
    ]),
    '\n',
    element('nav', { 'epub:type': 'landmarks', hidden: 'hidden', ...ours(words) }, [
      element('h2', {}, [words.landmarks]),
      element('ol', {}, [
        mark('cover', 'cover.xhtml', words.cover),
        mark('toc', 'contents.xhtml', words.contents),
        ...(first === undefined ? [] : [mark('bodymatter', `text/${first.id}.xhtml`, words.begin)]),
      ]),
    ]),
  ]);
}

/** A chapter of what was exported. */
export function chapterOf(
  article: Article,
  text: { readonly hasMath: boolean; readonly headings: readonly BookHeading[] },
): BookChapter {
  const { id, title, lang, dir } = article;
  return { id, title, lang: languageTag(lang), dir, hasMath: text.hasMath, headings: text.headings };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '…' : line;
}
