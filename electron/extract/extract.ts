// A decoded document in, its article out: every step of extraction in the order it runs.
import { AppError } from '#contract/errors.ts';
import { extractContent } from './extractContent.ts';
import type { ExtractInput, Extraction } from './extraction.ts';
import { findFacts } from './facts/findFacts.ts';
import { findComments } from './findComments.ts';
import { findContent } from './findContent.ts';
import { findNextPage } from './nextPage.ts';
import { openPage } from './page.ts';
import { countWords, toPlainText } from './plainText.ts';
import { findRelatedLists } from './related/findRelatedLists.ts';
import { sanitize } from './sanitize.ts';
import { extractText } from './text/extractText.ts';

/**
 * Extracts the article. Throws `no-content` when there is nothing to read: a page of scripts or pictures of no consequence
 * alone. Time is linear in the document; nesting of any depth is survived.
 */
export function extractArticle(input: ExtractInput): Extraction {
  return { ...extracted(input), ...input.facts };
}

function extracted(input: ExtractInput): Extraction {
  if (input.kind === 'text') return extractText(input);
  if (input.kind === 'content') return extractContent(input);
  const page = openPage(input.text, input.address);
  const facts = findFacts(page);
  const { isList = false } = input;
  const related = findRelatedLists(page, { title: facts.title, published: facts.published, lang: facts.lang, isList });
  const content = findContent(page, {
    title: facts.title,
    relatedBlocks: related.blocks,
    factElements: facts.elements,
    lang: facts.lang,
  });
  // Title, byline and date are facts; the reader shows them above the content, once.
  const dropped = new Set([...content.dropped, ...facts.elements]);
  const { html, images } = sanitize(content.roots, dropped, page);
  const textContent = toPlainText(content.roots, dropped);
  if (textContent.trim() === '' && images.length === 0 && !isList) {
    throw new AppError('no-content', 'There is nothing to read on this page. Nothing was stored; the link is kept.');
  }
  const { keywords: _keywords, firstPublished: _first, provenance: _provenance, elements: _elements, ...kept } = facts;
  return {
    ...kept,
    title: facts.title ?? input.fileName ?? 'Untitled',
    contentHtml: html,
    textContent,
    words: countWords(textContent, facts.lang),
    images,
    relatedLists: related.lists,
    comments: findComments(page, { roots: content.roots, dropped }),
    ...findNextPage(page),
    removed: content.removed,
    confidence: Math.min(facts.confidence, content.confidence),
  };
}
