// What a highlight is, on disk and on screen: a colour, a note and tags on a piece of an article's text, and all that finds the piece again.
// The target follows the selectors of the W3C's Web Annotation Data Model (2017), sections 4.2.4 (text quote) and 4.2.5 (text position).
import type { ArticleId } from './article.ts';

/** The colours, in the order they are offered. */
export const HIGHLIGHT_COLORS = ['yellow', 'green', 'blue', 'red'] as const;
/** One of them. */
export type HighlightColor = (typeof HIGHLIGHT_COLORS)[number];

/** The piece itself and up to `CONTEXT_LENGTH` UTF-16 units of the text before and behind it, as they stood when it was chosen. */
export interface TextQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * A place [start, end) in UTF-16 units of the text as the window reads it from the article's document (`renderer/reader/frame/frameText.ts`): the
 * title, then the content. It is not a place in `content.txt`, which is folded otherwise.
 */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
}

/** A place in the text of one copy of an article, which is named by its `saved` instant. */
export interface Placement {
  readonly position: TextPosition;
  readonly version: string;
  /** How long the whole text is, so that the place can be carried over to a text of another length. */
  readonly textLength: number;
}

/** What was highlighted; the quote and the placement stay as they were made. */
export interface HighlightTarget extends Placement {
  readonly quote: TextQuote;
  /** The start in Unicode code points, in which the W3C's selector counts. */
  readonly codePointStart: number;
  /** Where it was found in a later copy; `null` while it was only ever seen in its own. */
  readonly refound: Placement | null;
}

/** A highlight. */
export interface Highlight {
  /** 20 hex digits, made at random, never reused. */
  readonly id: string;
  readonly articleId: ArticleId;
  readonly color: HighlightColor;
  /** Empty when there is none. */
  readonly note: string;
  /** As `toTag` makes them, at most `MOST_TAGS`. */
  readonly tags: readonly string[];
  /** ISO instants in UTC. */
  readonly created: string;
  readonly changed: string;
  readonly target: HighlightTarget;
}

/** What a person may change of one. */
export type HighlightChange = Partial<Pick<Highlight, 'color' | 'note' | 'tags' | 'target'>>;

/** The highlights of an article in the library, with what a list shows of it. */
export interface HighlightedArticle {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly highlights: readonly Highlight[];
}

/** All highlights, and the files of some that could not be read and were left as they are. */
export interface AllHighlights {
  readonly articles: readonly HighlightedArticle[];
  readonly unreadable: readonly string[];
}

/** Forms in which highlights leave Layover. */
export const HIGHLIGHT_FORMATS = ['markdown', 'json'] as const;
/** One of them. */
export type HighlightFormat = (typeof HIGHLIGHT_FORMATS)[number];

/** What was written. */
export interface ExportedHighlights {
  /** The file's own name. */
  readonly file: string;
  readonly highlights: number;
}

/** As much context as a quote has on each side, in UTF-16 units. */
const CONTEXT_LENGTH = 64;

/** A quote longer than this many UTF-16 units is refused: it would no longer point at anything. */
export const LONGEST_QUOTE = 50_000;
/** So many UTF-16 units a note may have. */
export const LONGEST_NOTE = 100_000;
/** So many highlights an article may have. */
export const MOST_HIGHLIGHTS = 5_000;

/** Makes the target of a place in a text; the place must not be empty. */
export function targetOf(text: string, { start, end }: TextPosition, version: string): HighlightTarget {
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
      suffix: text.slice(end, end + CONTEXT_LENGTH),
    },
    position: { start, end },
    codePointStart: codePoints(text.slice(0, start)),
    version,
    textLength: text.length,
    refound: null,
  };
}

/** How many Unicode code points a text has. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let at = 0; at + 1 < text.length; at += 1) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) count -= 1;
  }
  return count;
}
