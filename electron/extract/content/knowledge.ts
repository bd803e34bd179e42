// A page and the facts found in it in, what the search for its content may know out.
import type { Element } from 'domhandler';
import type { Page } from '../page.ts';
import { genreOf, type Genre } from './genre.ts';
import { lettersOf } from './lineFacts.ts';

/** What is known of a page beside its text. */
export interface Knowledge {
  /** Letters of the title; empty when unknown. */
  readonly title: string;
  /** Letters of the article's text as JSON-LD gives it; empty when it does not. */
  readonly stated: string;
  /** Letters of the page's description. */
  readonly description: string;
  readonly genre: Genre;
  readonly relatedBlocks: ReadonlySet<Element>;
  readonly factElements: ReadonlySet<Element>;
}

/** What other steps have found out about the page. */
export interface ContentHints {
  readonly title: string | null;
  /** Elements that hold lists of related posts. */
  readonly relatedBlocks: ReadonlySet<Element>;
  /** Elements that show the title, the byline or the date. */
  readonly factElements: ReadonlySet<Element>;
  readonly lang: string | null;
}

const LEAST_STATED = 200;

/** Gathers what is known beside the text. */
export function knowledgeOf(page: Page, hints: ContentHints): Knowledge {
  const description = page.metas.get('description') ?? page.metas.get('og:description') ?? '';
  return {
    title: lettersOf(hints.title ?? ''),
    genre: genreOf(page),
    stated: statedText(page),
    description: lettersOf(description),
    relatedBlocks: hints.relatedBlocks,
    factElements: hints.factElements,
  };
}

/** The article's text as JSON-LD gives it; some pages give only its beginning, which is no use as a measure. */
function statedText(page: Page): string {
  let longest = '';
  for (const object of page.jsonLd) {
    const body = object['articleBody'] ?? object['text'];
    if (typeof body === 'string' && body.length > longest.length) longest = body;
  }
  return longest.length < LEAST_STATED ? '' : lettersOf(longest.replace(/<[^>]*>|&[a-z#0-9]+;/gi, ' '));
}
