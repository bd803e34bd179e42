// A plain text document, an e-mail or a Markdown document in; an extraction out. Refuses only what holds no text.
import type { AnyNode } from 'domhandler';
import { AppError } from '#contract/errors.ts';
import type { RelatedList } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import type { ExtractInput, Extraction } from '../extraction.ts';
import { openPage, type Page } from '../page.ts';
import { countWords, toPlainText } from '../plainText.ts';
import { findRelatedLists } from '../related/findRelatedLists.ts';
import { sanitize } from '../sanitize.ts';
import { toHtml } from './blocks.ts';
import { directionOf, guessLanguage } from './guessLanguage.ts';
import { headerOf, toHeaderDate } from './headers.ts';
import { toLogicalLines } from './logicalLines.ts';
import { readMail } from './mail.ts';
import { isMarkdown, renderMarkdown } from './markdown.ts';
import { readPlainDocument, type TextDocument } from './plainDocument.ts';
import { isCredit, isPromotion } from './textLines.ts';

/** A document made a page, with what it tells of itself. */
interface OpenedText {
  readonly page: Page;
  readonly dropped: ReadonlySet<AnyNode>;
  readonly title: string | null;
  readonly siteName: string | null;
  readonly byline: string | null;
  readonly excerpt: string | null;
  readonly lang: string | null;
  readonly published: PostDate | null;
  readonly updated: PostDate | null;
  readonly address: string | null;
  readonly relatedLists: readonly RelatedList[];
  readonly removed: readonly { readonly step: string; readonly text: string }[];
}

const LONGEST_EXCERPT = 240;
const LONGEST_TITLE = 90;

/**
 * Reads a text document: a post as plain text, hard-wrapped or not, an e-mail, a transcript, or Markdown. The content is
 * HTML made from it and sanitised like any page's. Throws `no-content` when there is nothing but white space.
 */
export function extractText(input: ExtractInput): Extraction {
  const text = input.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (text.trim() === '') {
    throw new AppError(
      'no-content',
      'This document holds no text, so there is nothing to read. Nothing was saved; the file is unchanged.',
    );
  }
  const mail = readMail(text);
  const opened =
    mail !== null || !isMarkdown(text, input.fileName)
      ? openPlain(mail ?? readPlainDocument(toLogicalLines(text)), input)
      : openMarkdown(text, input);
  const body = opened.page.body === undefined ? [] : [opened.page.body];
  const { html, images } = sanitize(body, opened.dropped, opened.page);
  const textContent = toPlainText(body, opened.dropped);
  const words = textContent.replace(/\s+/g, ' ').trim();
  const lang = opened.lang ?? guessLanguage(words);
  return {
    title: opened.title ?? nameOf(input.fileName) ?? shorten(words === '' ? text.trim() : words, LONGEST_TITLE),
    byline: opened.byline,
    siteName: opened.siteName,
    lang,
    dir: directionOf(words),
    excerpt: opened.excerpt ?? (words === '' ? null : shorten(words, LONGEST_EXCERPT)),
    published: opened.published,
    updated: opened.updated,
    canonicalUrl: opened.address ?? input.address?.replace(/#.*$/, '') ?? null,
    leadImage: images.find((image) => /^https?:/.test(image)) ?? null,
    icon: null,
    kind: 'article',
    contentHtml: html,
    textContent,
    words: countWords(textContent, lang),
    images,
    relatedLists: opened.relatedLists,
    comments: null,
    nextPage: null,
    nextNumber: null,
    lastPage: null,
    removed: opened.removed,
    confidence: opened.title === null ? 0.5 : 0.9,
  };
}

function openPlain(document: TextDocument, input: ExtractInput): OpenedText {
  const page = openPage(toHtml(document.blocks), input.address ?? document.address);
  return { ...document, page, dropped: new Set(), excerpt: null, lang: null, updated: null };
}

/** Markdown's own lists of links are looked for as on any page; promotions go, the first heading is the title. */
function openMarkdown(text: string, input: ExtractInput): OpenedText {
  const { html, headers } = renderMarkdown(text);
  const address = headerOf(headers, 'canonical', 'canonical_url', 'url', 'source', 'link');
  const web = address !== null && /^https?:\/\//.test(address) ? address : null;
  const page = openPage(html, input.address ?? web);
  const published = toHeaderDate(headerOf(headers, 'date', 'published', 'pubdate', 'created'));
  const lang = headerOf(headers, 'lang', 'language', 'locale');
  const heading = page.$('h1').first();
  const title = headerOf(headers, 'title') ?? (heading.length > 0 ? heading.text().replace(/\s+/g, ' ').trim() : null);
  const related = findRelatedLists(page, { title, published, lang });
  const dropped = new Set<AnyNode>(related.blocks);
  const removed: { readonly step: string; readonly text: string }[] = [];
  const [first] = heading.toArray();
  // A title further down is the heading of a chapter.
  if (first !== undefined && heading.prevAll().length <= 1) dropped.add(first);
  for (const paragraph of page.$('p').toArray()) {
    const words = page.$(paragraph).text().replace(/\s+/g, ' ').trim();
    const step = isPromotion(words) ? 'promotion' : isCredit(words) ? 'credit' : null;
    if (step === null) continue;
    dropped.add(paragraph);
    removed.push({ step, text: words.slice(0, 80) });
  }
  return {
    page,
    dropped,
    title,
    siteName: headerOf(headers, 'site', 'sitename', 'site_name', 'publication'),
    byline: headerOf(headers, 'author', 'authors', 'byline', 'by'),
    excerpt: headerOf(headers, 'description', 'excerpt', 'summary'),
    lang,
    published,
    updated: toHeaderDate(headerOf(headers, 'updated', 'lastmod', 'last_modified', 'modified')),
    address: web,
    relatedLists: related.lists,
    removed,
  };
}

/** A file's name as a title: without folder and ending, with spaces for what stands for them; `null` when nothing is left. */
export function nameOf(fileName: string | null): string | null {
  const name =
    fileName
      ?.replace(/^.*[\\/]/, '')
      .replace(/\.[a-z0-9]{1,8}$/i, '')
      .replace(/[_-]+/g, ' ')
      .trim() ?? '';
  return name === '' ? null : name;
}

function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > length / 2 ? space : length)}…`;
}
