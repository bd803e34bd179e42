// A folded text in; where something like a quote stands in it out. A quote and what is like it share runs of three letters on nearby
// diagonals of their matrix, so that only few places need to be compared letter by letter: the q-gram lemma of Jokinen & Ukkonen (MFCS 1991)
// counted in parallelograms as in Rasmussen, Stoye & Myers, "Efficient q-gram filters for finding all ε-matches over a given length"
// (Journal of Computational Biology 13(2), 2006). Nothing within the distance is missed. Pure.
import { preparePattern } from './bitDistance.ts';

/** A place [start, end) that is like a quote. */
export interface SimilarPlace {
  readonly start: number;
  readonly end: number;
  readonly distance: number;
}

/** Finds places like a quote of at least `SHORTEST_SIMILAR` letters. */
export interface SimilarPlaces {
  /** The nearest and those that are hardly farther, none farther than `most` letters. */
  find(quote: string, most: number): readonly SimilarPlace[];
  /** Where a quote of any length stands letter by letter. */
  same(quote: string): readonly number[];
}

/** Shorter quotes are like too much. */
export const SHORTEST_SIMILAR = 12;

const GRAM = 3;
const TABLE_BITS = 15;
const NARROWEST = 16;
/** Places that differ by this share of the quote more than the nearest are told as well: what stands around them may decide. */
const SLACK = 0.05;
/** With this share of its runs a quote is found that differs by no more than that share of its letters: 0.6 − 3 × 0.16 is more than nothing. */
const RARE_SHARE = 0.6;
const NEAR_SHARE = 0.16;
/** Of a run that stands more often than this, going through the text is no slower. */
const MOST_LOOKED_UP = 2000;

/** Lists where each run of three letters stands. */
export function indexPlaces(text: string): SimilarPlaces {
  const count = Math.max(0, text.length - GRAM + 1);
  const starts = new Uint32Array((1 << TABLE_BITS) + 1);
  const grams = new Uint16Array(count);
  for (let at = 0; at < count; at += 1) {
    const gram = gramAt(text, at);
    grams[at] = gram;
    starts[gram + 1] = (starts[gram + 1] ?? 0) + 1;
  }
  for (let gram = 0; gram < 1 << TABLE_BITS; gram += 1)
    starts[gram + 1] = (starts[gram + 1] ?? 0) + (starts[gram] ?? 0);
  const filled = starts.slice();
  const places = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const gram = grams[at] ?? 0;
    const slot = filled[gram] ?? 0;
    places[slot] = at;
    filled[gram] = slot + 1;
  }

  const countOf = (gram: number): number => (starts[gram + 1] ?? 0) - (starts[gram] ?? 0);

  /** How many of the chosen runs of the quote each band of `width` diagonals shares with it. */
  function countShared(runs: Uint16Array, chosen: readonly number[], length: number, bits: number): Uint32Array {
    const shared = new Uint32Array(((text.length + length) >>> bits) + 3);
    for (const from of chosen) {
      const gram = runs[from] ?? 0;
      const shift = length - from;
      const last = starts[gram + 1] ?? 0;
      for (let slot = starts[gram] ?? 0; slot < last; slot += 1) {
        const band = ((places[slot] ?? 0) + shift) >>> bits;
        shared[band] = (shared[band] ?? 0) + 1;
      }
    }
    return shared;
  }

  function within(quote: string, runs: Uint16Array, chosen: readonly number[], most: number): readonly SimilarPlace[] {
    const { length } = quote;
    // A power of two, so that no place has to be divided.
    const bits = 32 - Math.clz32(Math.max(NARROWEST - 1, most));
    const width = 1 << bits;
    const shared = countShared(runs, chosen, length, bits);
    // Each letter of difference breaks three runs at most.
    const least = Math.max(1, chosen.length - GRAM * most);
    const bands: { readonly band: number; readonly shared: number }[] = [];
    for (let band = 0; band + 1 < shared.length; band += 1) {
      // All diagonals of a match lie in two neighbouring bands.
      const both = (shared[band] ?? 0) + (shared[band + 1] ?? 0);
      if (both >= least) bands.push({ band, shared: both });
    }
    if (bands.length === 0) return [];
    bands.sort((a, b) => b.shared - a.shared);
    const forward = preparePattern(quote);
    const backward = preparePattern(quote, true);
    const slack = Math.ceil(length * SLACK);
    const found = new Map<number, SimilarPlace>();
    const compared = new Set<number>();
    // What was compared reaches beyond its bands as far as a match that shares a run with one of them.
    const isCovered = (band: number): boolean =>
      (compared.has(band + 1) && (shared[band] ?? 0) < least) ||
      (compared.has(band - 1) && (shared[band + 1] ?? 0) < least);
    let nearest = most;
    for (const { band, shared: both } of bands) {
      const limit = Math.min(most, nearest + slack);
      if ((chosen.length - both) / GRAM > limit) break;
      if (isCovered(band)) continue;
      compared.add(band);
      const begin = Math.max(0, band * width - length - most);
      const close = Math.min(text.length, (band + 2) * width + most);
      const { distance, end } = forward.nearest(text, begin, close, false);
      if (distance > limit || found.has(end)) continue;
      const { end: start } = backward.nearest(text, Math.max(0, end - length - distance), end, true);
      nearest = Math.min(nearest, distance);
      found.set(end, { start, end, distance });
    }
    return [...found.values()].filter(({ distance }) => distance <= nearest + slack);
  }

  return {
    same(quote) {
      let from = 0;
      for (let at = 1; at + GRAM <= quote.length; at += 1) {
        if (countOf(gramAt(quote, at)) < countOf(gramAt(quote, from))) from = at;
      }
      const gram = gramAt(quote, from);
      if (quote.length < GRAM || countOf(gram) > MOST_LOOKED_UP) return occurrences(text, quote);
      return [...places.subarray(starts[gram], starts[gram + 1])]
        .map((place) => place - from)
        .filter((start) => text.startsWith(quote, start));
    },
    find(quote, most) {
      const runs = new Uint16Array(Math.max(0, quote.length - GRAM + 1));
      const counts = new Uint32Array(runs.length);
      const all: number[] = [];
      for (let from = 0; from < runs.length; from += 1) {
        const gram = gramAt(quote, from);
        runs[from] = gram;
        counts[from] = countOf(gram);
        all.push(from);
      }
      // What was edited a little is found by its rarest runs alone, in a fraction of the time.
      const rare = counts.slice().sort()[Math.ceil(all.length * RARE_SHARE) - 1] ?? 0;
      const few = all.filter((from) => (counts[from] ?? 0) <= rare);
      const near = within(quote, runs, few, Math.min(most, Math.floor(quote.length * NEAR_SHARE)));
      return near.length > 0 ? near : within(quote, runs, all, most);
    },
  };
}

/** Where a quote stands in a text, letter by letter. */
export function occurrences(text: string, quote: string): readonly number[] {
  const all: number[] = [];
  if (quote === '') return all;
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) all.push(at);
  return all;
}

function gramAt(text: string, at: number): number {
  const mixed =
    Math.imul(text.charCodeAt(at), 0x9e37_79b1) ^
    Math.imul(text.charCodeAt(at + 1), 0x85eb_ca6b) ^
    Math.imul(text.charCodeAt(at + 2), 0xc2b2_ae35);
  return (mixed ^ (mixed >>> 15)) & ((1 << TABLE_BITS) - 1);
}
