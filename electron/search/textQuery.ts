// What is looked for in texts, as a tree; and its words, phrases and beginnings as the index knows them. Pure.
import { fieldNumber, type Field } from './fields.ts';
import type { TermUnit } from './segment.ts';
import { isUnspaced, wordsOf } from './words.ts';

/** A word or phrase: a text that is cut into words, which must stand one after the other. */
export interface UnitQuery {
  readonly is: 'unit';
  readonly text: string;
  /** Whether the last word may go on after its end. */
  readonly isPrefix: boolean;
  /** The one part of articles to look in; `null` for all. */
  readonly field: Field | null;
}

/** What is looked for. A unit without any word in it is everywhere; `not` alone is all but what it holds. */
export type TextQuery =
  | UnitQuery
  | { readonly is: 'and' | 'or'; readonly of: readonly TextQuery[] }
  | { readonly is: 'not'; readonly of: TextQuery };

/** The terms of a unit; `undefined` when there is no word in it. In scripts without spaces any piece of a run is found. */
export function toTermUnit({ text, isPrefix, field }: UnitQuery): TermUnit | undefined {
  const normal = text.normalize('NFC');
  const words = wordsOf(normal);
  const last = words.at(-1);
  if (last === undefined) return undefined;
  const terms = words.map((word) => word.term);
  const rest = { instead: [], field: field === null ? null : fieldNumber(field) };
  if (!isUnspaced(normal.slice(last.start))) return { terms, isPrefix, ...rest };
  // The last character of an unspaced run is in the pair before it already; a lone one is found in every pair it begins.
  const isInPair = words.at(-2)?.end === last.end;
  return isInPair ? { terms: terms.slice(0, -1), isPrefix: false, ...rest } : { terms, isPrefix: true, ...rest };
}
