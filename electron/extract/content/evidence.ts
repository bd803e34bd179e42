// What is known of a page before its lines are weighed, and what is found on them.
import type { Element } from 'domhandler';
import type { Candidates, Sums } from './candidates.ts';
import type { Genre } from './genre.ts';
import type { LineFacts } from './lineFacts.ts';

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

/** The features of all lines: those of line `i` are `ids[starts[i]]` up to `ids[starts[i + 1]]`. */
export interface Evidence {
  readonly ids: Uint16Array;
  readonly starts: Uint32Array;
  readonly facts: readonly LineFacts[];
  readonly sums: Sums;
  readonly candidates: Candidates;
  /** By line: what kind it is, and its shape. */
  readonly kinds: Uint8Array;
  readonly shapes: Uint8Array;
  /** By block: what it repeats, and the number of its make. */
  readonly repeats: Uint8Array;
  readonly makes: Int32Array;
  /** The line that shows the title, or -1; and from 0 to 3 how sure that is. */
  readonly titleLine: number;
  readonly titleTrust: number;
}
