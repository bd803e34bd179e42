// Articles' words in, ranked hits out; all in memory, derived, and to be thrown away at will. Refuses nothing: any text is a query.
import type { ArticleId } from '#contract/article.ts';
import { parseQuery, type Unit } from './query.ts';
import { cutSnippet, type Hit, type Snippet } from './snippet.ts';
import { eachWord, isUnspaced } from './words.ts';

/** What is searched of an article. */
export interface IndexedText {
  readonly title: string;
  readonly byline: string | null;
  readonly siteName: string | null;
  readonly text: string;
}

/** An article found. The better it fits, the higher `score`; marks are [start, end) pairs in `snippet`. */
export interface TextHit extends Snippet {
  readonly id: ArticleId;
  readonly score: number;
}

/** A search index. */
export interface TextIndex {
  /** Adds an article, or puts its new text in the place of its old. */
  add(id: ArticleId, text: IndexedText): void;
  /** An unknown id is no failure. */
  remove(id: ArticleId): void;
  /** The best `limit` articles that have every word and phrase of the query and nothing it excludes; of equal ones, the last added first. */
  find(query: string, limit: number): readonly TextHit[];
}

/** Where a field's words stand among the words of its article, and what one of them counts. */
interface Field {
  readonly end: number;
  readonly weight: number;
}

interface IndexedArticle {
  readonly id: ArticleId;
  /** Numbers of the terms in order, fields parted by `BREAK`. */
  readonly terms: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly fields: readonly Field[];
  readonly text: string;
}

/** A unit of the query with the numbers of its terms. */
interface ResolvedUnit {
  readonly terms: readonly number[];
  /** 1 at the number of every term that begins like the last one; `undefined` when it must match whole. */
  readonly extensions: Uint8Array | undefined;
}

// Stands for no term, so that no phrase reaches from one field into the next.
const BREAK = 0;
const TITLE_WEIGHT = 4;
const NAME_WEIGHT = 2;
const EXTENDED_WEIGHT = 0.5;
// Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) with its usual constants.
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/**
 * Makes an empty index. Ranking: BM25 over one frequency per word or phrase, in which an occurrence counts 4 in the title, 2 in the
 * byline and site name, 1 in the text, and half of that when it only begins like the word being typed.
 */
export function createTextIndex(): TextIndex {
  let numbers = new Map<string, number>();
  let terms: string[] = [''];
  let articlesWith: number[][] = [[]];
  let articles: (IndexedArticle | undefined)[] = [];
  const placeOf = new Map<ArticleId, number>();
  let totalWords = 0;

  function numberOf(term: string): number {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const number = terms.length;
    numbers.set(term, number);
    terms.push(term);
    articlesWith.push([]);
    return number;
  }

  function insert(article: IndexedArticle): void {
    const place = articles.length;
    articles.push(article);
    placeOf.set(article.id, place);
    totalWords += article.terms.length;
    for (const number of new Set(article.terms)) if (number !== BREAK) articlesWith[number]?.push(place);
  }

  function drop(id: ArticleId): void {
    const place = placeOf.get(id);
    const article = place === undefined ? undefined : articles[place];
    if (place === undefined || article === undefined) return;
    placeOf.delete(id);
    articles[place] = undefined;
    totalWords -= article.terms.length;
    // Lists keep the places of what was dropped until that is more than half.
    if (articles.length > 2 * placeOf.size + 64) rebuild();
  }

  function rebuild(): void {
    const [left, oldTerms] = [articles, terms];
    numbers = new Map();
    terms = [''];
    articlesWith = [[]];
    articles = [];
    totalWords = 0;
    for (const article of left) {
      if (article === undefined) continue;
      const renumbered = article.terms.map((number) => (number === BREAK ? BREAK : numberOf(oldTerms[number] ?? '')));
      insert({ ...article, terms: renumbered });
    }
  }

  function resolve({ terms: wanted, isPrefix }: Unit): ResolvedUnit | undefined {
    const last = wanted.at(-1) ?? '';
    const whole = isPrefix ? wanted.slice(0, -1) : wanted;
    const known = whole.map((term) => numbers.get(term) ?? -1);
    if (known.includes(-1)) return undefined;
    if (!isPrefix) return { terms: known, extensions: undefined };
    const extensions = new Uint8Array(terms.length);
    for (let number = 1; number < terms.length; number += 1) {
      if (terms[number]?.startsWith(last)) extensions[number] = 1;
    }
    return { terms: [...known, numbers.get(last) ?? -1], extensions };
  }

  /** Places of the articles that may hold the unit. */
  function candidates({ terms: wanted, extensions }: ResolvedUnit): Iterable<number> {
    const lists = (extensions === undefined ? wanted : wanted.slice(0, -1)).map((number) => articlesWith[number] ?? []);
    const shortest = lists.reduce<readonly number[] | undefined>(
      (a, b) => (a && a.length <= b.length ? a : b),
      undefined,
    );
    if (shortest !== undefined) return shortest;
    const places = new Set<number>();
    for (let number = 1; number < (extensions?.length ?? 0); number += 1) {
      if (extensions?.[number] === 1) for (const place of articlesWith[number] ?? []) places.add(place);
    }
    return places;
  }

  /** Weighted frequency of a unit in every article that has it, by place. */
  function frequencies(resolved: ResolvedUnit | undefined): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    if (resolved === undefined) return found;
    for (const place of candidates(resolved)) {
      const article = articles[place];
      const frequency = article === undefined ? 0 : frequencyIn(article, resolved);
      if (frequency > 0) found.set(place, frequency);
    }
    return found;
  }

  return {
    add(id, { title, byline, siteName, text }) {
      drop(id);
      insert(indexArticle(id, [title, byline ?? '', siteName ?? '', text], numberOf));
    },
    remove: drop,
    find(query, limit) {
      const { wanted, excluded } = parseQuery(query);
      const units = wanted.map(resolve);
      const [first, ...others] = units.map(frequencies);
      if (first === undefined) return [];
      const unwanted = excluded.map((unit) => frequencies(resolve(unit)));
      const meanLength = totalWords / placeOf.size;
      const rarity = [first, ...others].map(({ size }) => Math.log(1 + (placeOf.size - size + 0.5) / (size + 0.5)));
      const ranked: { readonly place: number; readonly score: number }[] = [];
      for (const place of first.keys()) {
        if (others.some((found) => !found.has(place)) || unwanted.some((found) => found.has(place))) continue;
        const length =
          SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * (articles[place]?.terms.length ?? 0)) / meanLength);
        const score = [first, ...others].reduce((sum, found, unit) => {
          const frequency = found.get(place) ?? 0;
          return sum + ((rarity[unit] ?? 0) * frequency * (SATURATION + 1)) / (frequency + length);
        }, 0);
        ranked.push({ place, score });
      }
      ranked.sort((a, b) => b.score - a.score || b.place - a.place);
      const known = units.filter((unit) => unit !== undefined);
      return ranked.slice(0, Math.max(0, limit)).flatMap(({ place, score }) => {
        const article = articles[place];
        return article === undefined
          ? []
          : [{ id: article.id, score, ...cutSnippet(article.text, hitsIn(article, known)) }];
      });
    },
  };
}

function indexArticle(
  id: ArticleId,
  fieldTexts: readonly string[],
  numberOf: (term: string) => number,
): IndexedArticle {
  const weights = [TITLE_WEIGHT, NAME_WEIGHT, NAME_WEIGHT, 1];
  const texts = fieldTexts.map((text) => text.normalize('NFC'));
  const numbers: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const fields = texts.map((text, field) => {
    eachWord(text, (term, start, end) => {
      numbers.push(numberOf(term));
      starts.push(start);
      ends.push(end);
    });
    numbers.push(BREAK);
    starts.push(0);
    ends.push(0);
    return { end: numbers.length, weight: weights[field] ?? 1 };
  });
  return {
    id,
    terms: Uint32Array.from(numbers),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    fields,
    text: texts.at(-1) ?? '',
  };
}

/** How a unit stands at a word: 0 not at all, 1 whole, less when its last term is only the beginning of what stands there. */
function matchAt(terms: Uint32Array, at: number, { terms: wanted, extensions }: ResolvedUnit): number {
  const last = wanted.length - 1;
  for (let index = 0; index < last; index += 1) {
    if (terms[at + index] !== wanted[index]) return 0;
  }
  const standing = terms[at + last];
  if (standing === wanted[last]) return 1;
  return standing !== undefined && extensions?.[standing] === 1 ? EXTENDED_WEIGHT : 0;
}

function frequencyIn({ terms, fields }: IndexedArticle, unit: ResolvedUnit): number {
  const { extensions } = unit;
  const [first = -1, second] = unit.terms;
  let frequency = 0;
  let at = 0;
  for (const { end, weight } of fields) {
    for (; at < end; at += 1) {
      const term = terms[at] ?? BREAK;
      if (second !== undefined) frequency += term === first ? weight * matchAt(terms, at, unit) : 0;
      else if (term === first) frequency += weight;
      else if (extensions !== undefined && extensions[term] === 1) frequency += weight * EXTENDED_WEIGHT;
    }
  }
  return frequency;
}

function hitsIn({ terms, starts, ends, fields, text }: IndexedArticle, units: readonly ResolvedUnit[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (let at = fields.at(-2)?.end ?? 0; at < terms.length; at += 1) {
    units.forEach((unit, number) => {
      const term = terms[at] ?? BREAK;
      if (term !== unit.terms[0] && unit.extensions?.[term] !== 1) return;
      if (matchAt(terms, at, unit) === 0) return;
      const lastAt = at + unit.terms.length - 1;
      const lastStart = starts[lastAt] ?? 0;
      // Of a pair that was found by its first character, only that one was asked for.
      const isPair = unit.extensions !== undefined && isUnspaced(text.slice(lastStart, lastStart + 2));
      const end = isPair
        ? lastStart + String.fromCodePoint(text.codePointAt(lastStart) ?? 0).length
        : (ends[lastAt] ?? 0);
      hits.push({ start: starts[at] ?? 0, end, unit: number });
    });
  }
  return hits;
}
