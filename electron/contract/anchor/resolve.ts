// What was highlighted and a text in; where it stands in that text out, or that it stands nowhere. In this order: at its place; word for word
// elsewhere; with other white space, quotation marks and dashes; nearly. Where it stands several times, what stood around it decides, and then
// how far it is from where it was. So Brush, Bargeron, Gupta & Cadiz, "Robust annotation positioning in digital documents" (CHI 2001), and
// Phelps & Wilensky, "Robust intra-document locations" (WWW 2000), found that readers expect it. Pure.
import type { HighlightTarget, Placement } from '#contract/highlight.ts';
import { contextLikeness, createContexts, type Contexts } from './contexts.ts';
import { foldText, type FoldedText } from './foldedText.ts';
import { indexPlaces, occurrences, SHORTEST_SIMILAR, type SimilarPlaces } from './similarPlaces.ts';

/** Where a target stands. */
export interface Resolved {
  readonly start: number;
  readonly end: number;
  /** `exact`: the same words at the same place. `moved`: the same words elsewhere. `edited`: words that differ, be it only in a dash. */
  readonly how: 'exact' | 'moved' | 'edited';
}

/** A text in which many targets are looked for. */
export interface AnchorText {
  readonly text: string;
  /** `undefined` when the target stands nowhere: never a place that is not like the quote. */
  resolve(target: HighlightTarget, version?: string): Resolved | undefined;
}

interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Of the folded quote. */
  readonly distance: number;
}

/** A quote that differs by more than this share of its letters is another. */
const MOST_DIFFERENCE = 0.25;
/** Shorter quotes stand in too many places: what is around them must agree when they stand several times, or are only similar. */
const SHORT = SHORTEST_SIMILAR;
const AGREES = 0.5;
/** Likenesses of contexts that differ by less cannot decide. */
const SAME = 0.002;
/** Of a longer quote both ends are looked for when it was edited. */
const LONGEST_COMPARED = 1200;
const ENDS = 400;
const MOST_COMPARED = 64;

/** Makes a text ready; what is only needed for edited quotes is made with the first of them. */
export function anchorText(text: string): AnchorText {
  let folded: FoldedText | undefined;
  let similar: SimilarPlaces | undefined;
  const fold = (): FoldedText => (folded ??= foldText(text));
  const index = (): SimilarPlaces => (similar ??= indexPlaces(fold().text));

  /** `near` is where it would be in a text that grew or shrank evenly. */
  function word({ quote, ...target }: HighlightTarget, near: number): Resolved | undefined {
    const all = occurrences(text, quote.exact).map((start) => ({
      start,
      end: start + quote.exact.length,
      distance: 0,
    }));
    if (all.length === 0) return undefined;
    const contexts = createContexts(quote.prefix, quote.suffix);
    const chosen = choose(all, text, contexts, near, quote.exact.length < SHORT);
    return chosen && told(chosen.start, chosen.end, { quote, ...target });
  }

  function elsewhere(target: HighlightTarget, hint: Placement): Resolved | undefined {
    const { text: plain, originalOf, foldedOf } = fold();
    const exact = foldText(target.quote.exact).text.trim();
    if (exact === '') return undefined;
    const near = placeOf(hint, text.length);
    const same = index()
      .same(exact)
      .map((start) => ({ start, end: start + exact.length, distance: 0 }));
    // What does not stand there folded does not stand there word for word.
    const found = same.length === 0 ? undefined : word(target, near);
    if (found !== undefined) return found;
    const candidates = same.length > 0 ? same : similarTo(exact, index(), plain);
    if (candidates.length === 0) return undefined;
    const contexts = createContexts(foldText(target.quote.prefix).text, foldText(target.quote.suffix).text);
    const mustAgree = exact.length < (same.length > 0 ? SHORT : 2 * SHORT);
    const chosen = choose(candidates, plain, contexts, foldedOf(near), mustAgree);
    if (chosen === undefined) return undefined;
    const [start, end] = trimmed(plain, chosen.start, chosen.end);
    if (end <= start) return undefined;
    // The last letter and not what follows it: what has no width belongs to neither.
    return told(originalOf(start), originalOf(end - 1) + 1, target);
  }

  function told(start: number, end: number, { quote, position }: HighlightTarget): Resolved {
    const isSame = text.slice(start, end) === quote.exact;
    return { start, end, how: !isSame ? 'edited' : start === position.start ? 'exact' : 'moved' };
  }

  return {
    text,
    resolve(target, version) {
      const hint = target.refound !== null && target.version !== version ? target.refound : target;
      return atPlace(target, text) ?? elsewhere(target, hint);
    },
  };
}

/** Looks for one target; for many in the same text see `anchorText`. */
export function resolve(target: HighlightTarget, text: string): Resolved | undefined {
  return anchorText(text).resolve(target);
}

/** The quote at its place, with all that was around it. */
function atPlace({ quote, position: { start, end } }: HighlightTarget, text: string): Resolved | undefined {
  const around = quote.prefix + quote.exact + quote.suffix;
  return quote.exact !== '' && start >= quote.prefix.length && text.startsWith(around, start - quote.prefix.length)
    ? { start, end, how: 'exact' }
    : undefined;
}

/** Where the place would be in a text that grew or shrank evenly. */
function placeOf({ position: { start }, textLength }: Placement, length: number): number {
  return textLength === 0 ? start : (start / textLength) * length;
}

/** The candidate whose surroundings are most alike; of those that are alike, the least edited and then the nearest. */
function choose(
  candidates: readonly Candidate[],
  text: string,
  contexts: Contexts,
  near: number,
  mustAgree: boolean,
): Candidate | undefined {
  const [only] = candidates;
  if (only === undefined) return undefined;
  if (candidates.length === 1 && only.distance === 0 && isWhole(only, text, contexts)) return only;
  const judged = contexts
    .nearest(candidates, text, MOST_COMPARED, near)
    .map((candidate) => ({ candidate, likeness: contextLikeness(contexts, text, candidate.start, candidate.end) }));
  const best = judged.reduce((most, { likeness }) => Math.max(most, likeness), 0);
  if (mustAgree && best < AGREES) return undefined;
  const [chosen] = judged
    .filter(({ likeness }) => likeness >= best - SAME)
    .sort(
      (a, b) =>
        a.candidate.distance - b.candidate.distance ||
        Math.abs(a.candidate.start - near) - Math.abs(b.candidate.start - near),
    );
  return chosen?.candidate;
}

/** Whether a quote that began and ended with a word does so here: "the" within "other" is no "the". */
function isWhole({ start, end }: Candidate, text: string, contexts: Contexts): boolean {
  return (
    (contexts.beginsWord ? !isLetter(text.charAt(start - 1)) : true) &&
    (contexts.endsWord ? !isLetter(text.charAt(end)) : true)
  );
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter);
}

function similarTo(quote: string, places: SimilarPlaces, text: string): readonly Candidate[] {
  if (quote.length < SHORTEST_SIMILAR) return [];
  if (quote.length <= LONGEST_COMPARED) return places.find(quote, Math.floor(quote.length * MOST_DIFFERENCE));
  const most = Math.floor(ENDS * MOST_DIFFERENCE);
  const heads = places.find(quote.slice(0, ENDS), most);
  const tails = places.find(quote.slice(-ENDS), most);
  return heads.flatMap((head) =>
    tails.flatMap((tail) => {
      const length = tail.end - head.start;
      const grown = Math.abs(length - quote.length);
      return tail.start < head.start || tail.end > text.length || grown > quote.length * MOST_DIFFERENCE
        ? []
        : [{ start: head.start, end: tail.end, distance: head.distance + tail.distance + grown }];
    }),
  );
}

function trimmed(text: string, start: number, end: number): readonly [number, number] {
  let [first, last] = [start, end];
  while (first < last && text.charAt(first) === ' ') first += 1;
  while (last > first && text.charAt(last - 1) === ' ') last -= 1;
  return [first, last];
}
