// A text, folded, and what is looked for in; every place of it in the original out, from first to last and apart. Pure.
import { foldText, type FoldedText } from './foldText.ts';

/** How exactly it is looked for. */
export interface FindOptions {
  readonly isCaseKept: boolean;
  /** Only where no letter or figure stands beside it; scripts without spaces between words have no such places, there all count. */
  readonly isWholeWord: boolean;
}

/** A place, from a unit of the original up to, but not with, another. */
export type FoundPlace = readonly [start: number, end: number];

const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Finds all places. `text` must be folded with the same `isCaseKept`; nothing is found for a query of white space alone. */
export function findAll(
  { text, starts, ends }: FoldedText,
  query: string,
  { isCaseKept, isWholeWord }: FindOptions,
): readonly FoundPlace[] {
  const wanted = foldText(query, isCaseKept).text;
  if (wanted.trim() === '') return [];
  const places: FoundPlace[] = [];
  let at = text.indexOf(wanted);
  while (at !== -1) {
    const end = at + wanted.length;
    const fits = !isWholeWord || (isEdge(text, at) && isEdge(text, end));
    if (fits) places.push([starts[at] ?? 0, ends[end - 1] ?? 0]);
    at = text.indexOf(wanted, fits ? end : at + 1);
  }
  return places;
}

/** Whether a word begins or ends at a place. */
function isEdge(text: string, at: number): boolean {
  const before = signBefore(text, at);
  const after = String.fromCodePoint(text.codePointAt(at) ?? 32);
  if (at === 0 || at === text.length || UNSPACED.test(before) || UNSPACED.test(after)) return true;
  return !LETTER.test(before) || !LETTER.test(after);
}

function signBefore(text: string, at: number): string {
  const isPair = /[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 2), at));
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at);
}
