// What goes into extraction and what comes out of it.
import type { ArticleFacts, PostKind, RelatedList, StatedFacts } from '#contract/article.ts';

/** Comments as they are kept: a list in which answers stand below what they answer; nothing in it can run or loads anything. */
export interface Comments {
  readonly html: string;
  /** How many there are in `html`, answers included. */
  readonly count: number;
}

/** A document to extract from; `text` is decoded already, so no byte is guessed here. */
export interface ExtractInput {
  /** `content` is HTML that is content from its first word to its last: nothing in it is looked for or left out. */
  readonly kind: 'html' | 'text' | 'content';
  readonly text: string;
  /** Absolute http(s) address the document was found at; relative links are read against it. */
  readonly address: string | null;
  /** Name of the file it came from; the last resort for a title. */
  readonly fileName: string | null;
  /** Whether the page was named as one that lists posts: then its main list is one as well, and it need hold nothing else. */
  readonly isList?: boolean;
  /** What the file it lay in says of it; wins over what the text says. */
  readonly facts?: StatedFacts;
}

/** An article as extracted; nothing in it can run, and its addresses are absolute. */
export interface Extraction extends ArticleFacts {
  readonly kind: PostKind;
  /** Sanitised HTML: what `sanitize` lets through and nothing else. */
  readonly contentHtml: string;
  /** Plain text of the content, paragraphs parted by a blank line. */
  readonly textContent: string;
  /** Words by `Intl.Segmenter`'s rules for the language, so that Chinese and Thai count too. */
  readonly words: number;
  /** Absolute http(s) address of the site's icon, as the page names it or where browsers look for it. */
  readonly icon: string | null;
  /** Addresses of the content's pictures in reading order, each once; http(s), data:, or cid: for a part of the saved file. */
  readonly images: readonly string[];
  readonly relatedLists: readonly RelatedList[];
  /** Readers' comments; never part of the content, its text or its words. `null` when the page has none. */
  readonly comments: Comments | null;
  /** Address of the article's next page, which is not fetched here; `null` when this is the last or the only one. */
  readonly nextPage: string | null;
  /** The number that the page gives its next page; `null` when it gives none. */
  readonly nextNumber: number | null;
  /** The highest page number that the page's links name; `null` when they name none. */
  readonly lastPage: number | null;
  /** What was left out of the content: the step that did it, and the first words of what it removed. */
  readonly removed: readonly { readonly step: string; readonly text: string }[];
  /** 0 (a guess) to 1 (all evidence agrees). */
  readonly confidence: number;
}

/** Where a stored picture lies, or why it does not; `address` is where it was on the web when `contentHtml` no longer says so. */
export type ImagePlace =
  | { readonly src: string; readonly width: number; readonly height: number; readonly address?: string }
  | { readonly missing: string; readonly address?: string };
