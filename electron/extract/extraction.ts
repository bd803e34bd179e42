// What goes into extraction and what comes out of it.
import type { ArticleFacts, PostKind, RelatedList } from '#contract/article.ts';

/** A document to extract from; `text` is decoded already, so no byte is guessed here. */
export interface ExtractInput {
  readonly kind: 'html' | 'text';
  readonly text: string;
  /** Absolute http(s) address the document was found at; relative links are read against it. */
  readonly address: string | null;
  /** Name of the file it came from; the last resort for a title. */
  readonly fileName: string | null;
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
  /** Addresses of the content's pictures in reading order, each once; http(s) or data:. */
  readonly images: readonly string[];
  readonly relatedLists: readonly RelatedList[];
  /** What was left out of the content: the step that did it, and the first words of what it removed. */
  readonly removed: readonly { readonly step: string; readonly text: string }[];
  /** 0 (a guess) to 1 (all evidence agrees). */
  readonly confidence: number;
}

/** Where a stored picture lies, or why it does not. */
export type ImagePlace =
  | { readonly src: string; readonly width: number; readonly height: number }
  | { readonly missing: string };
