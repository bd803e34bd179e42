// HTML that is content throughout, such as a chapter of a book or a part of a page that was chosen by hand, in; its article out. Nothing in it is judged: all of it is kept that
// sanitising lets through, but for lists of related posts, which stand beside an article. Refuses what holds neither text nor pictures.
import type { AnyNode } from 'domhandler';
import { AppError } from '#contract/errors.ts';
import type { ExtractInput, Extraction } from './extraction.ts';
import { openPage } from './page.ts';
import { countWords, toPlainText } from './plainText.ts';
import { findRelatedLists } from './related/findRelatedLists.ts';
import { sanitize } from './sanitize.ts';
import { nameOf } from './text/extractText.ts';
import { directionOf, guessLanguage } from './text/guessLanguage.ts';

const LONGEST_EXCERPT = 240;
const LONGEST_TITLE = 90;

/** Takes the content as it is; a heading at its beginning that repeats the stated title is left out. Throws `no-content`. */
export function extractContent(input: ExtractInput): Extraction {
  const page = openPage(input.text, input.address);
  const body = page.body === undefined ? [] : [page.body];
  const heading = page.$('h1, h2, h3').first();
  const words = folded(heading.text());
  // A heading further down is that of a chapter.
  const isFirst = words !== '' && folded(page.$('body').text()).startsWith(words);
  const stated = input.facts?.title ?? (isFirst ? words : folded(page.$('title').first().text()));
  const related =
    input.facts?.relatedLists === undefined
      ? findRelatedLists(page, { title: stated, published: null, lang: null })
      : { lists: input.facts.relatedLists, blocks: [] };
  const dropped = new Set<AnyNode>([
    ...related.blocks,
    ...(isFirst && words === folded(stated) ? heading.toArray() : []),
  ]);
  const { html, images } = sanitize(body, dropped, page);
  const textContent = toPlainText(body, dropped);
  if (textContent.trim() === '' && images.length === 0) {
    throw new AppError(
      'no-content',
      'There is neither text nor a picture in this file. Nothing was stored; the file is unchanged.',
    );
  }
  const text = folded(textContent);
  const lang = input.facts?.lang ?? (page.$('html').attr('lang') || guessLanguage(text));
  return {
    title: [stated, nameOf(input.fileName), shorten(text, LONGEST_TITLE)].find(isFilled) ?? 'Untitled',
    byline: null,
    siteName: null,
    lang,
    dir: directionOf(text),
    excerpt: text === '' ? null : shorten(text, LONGEST_EXCERPT),
    published: null,
    updated: null,
    canonicalUrl: input.address?.replace(/#.*$/, '') ?? null,
    leadImage: null,
    icon: null,
    kind: 'article',
    contentHtml: html,
    textContent,
    words: countWords(textContent, lang),
    images,
    relatedLists: related.lists,
    comments: null,
    nextPage: null,
    nextNumber: null,
    lastPage: null,
    removed: [],
    confidence: 1,
  };
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function isFilled(text: string | null): text is string {
  return text !== null && text !== '';
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length)}…`;
}
