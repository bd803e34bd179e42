// HTML that is content throughout, such as a chapter of a book, in; its article out. Nothing in it is judged: all of it is kept that
// sanitising lets through. Refuses what holds neither text nor pictures.
import type { AnyNode } from 'domhandler';
import { AppError } from '#contract/errors.ts';
import type { ExtractInput, Extraction } from './extraction.ts';
import { openPage } from './page.ts';
import { countWords, toPlainText } from './plainText.ts';
import { sanitize } from './sanitize.ts';
import { nameOf } from './text/extractText.ts';
import { directionOf, guessLanguage } from './text/guessLanguage.ts';

const LONGEST_EXCERPT = 240;

/** Takes the content as it is; a heading at its beginning that repeats the stated title is left out. Throws `no-content`. */
export function extractContent(input: ExtractInput): Extraction {
  const page = openPage(input.text, input.address);
  const body = page.body === undefined ? [] : [page.body];
  const heading = page.$('h1, h2, h3').first();
  const words = folded(heading.text());
  const title = input.facts?.title ?? (words === '' ? folded(page.$('title').first().text()) : words);
  const dropped = new Set<AnyNode>(words !== '' && words === folded(title) ? heading.toArray() : []);
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
    title: title === '' ? (nameOf(input.fileName) ?? 'Untitled') : title,
    byline: null,
    siteName: null,
    lang,
    dir: directionOf(text),
    excerpt: text === '' ? null : shorten(text),
    published: null,
    updated: null,
    canonicalUrl: input.address?.replace(/#.*$/, '') ?? null,
    leadImage: null,
    kind: 'article',
    contentHtml: html,
    textContent,
    words: countWords(textContent, lang),
    images,
    relatedLists: [],
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

function shorten(text: string): string {
  if (text.length <= LONGEST_EXCERPT) return text;
  const cut = text.slice(0, LONGEST_EXCERPT);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > LONGEST_EXCERPT / 2 ? space : LONGEST_EXCERPT)}…`;
}
