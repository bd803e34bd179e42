// The invented web in; the questions that are asked of its library out, two hundred of each kind, each in the app's words and in FTS5's.
// Words and phrases are taken from texts of the library, so that all but the misspelt ones are found. Pure.
import { wordsOf } from '../../../electron/search/words.ts';
import { chanceOf, type Chance } from './seeded.ts';
import { seededArticle, seededPicture } from './seededArticles.ts';
import type { Posts } from './seededPosts.ts';

/** One question. */
export interface BenchQuery {
  readonly kind: string;
  /** As a person writes it into the app. */
  readonly text: string;
  /** As an FTS5 expression over texts that were cut into the same words; `null` where FTS5 has no such search. */
  readonly match: string | null;
  /** Only articles of this host. */
  readonly site: string | null;
  /** Only articles saved on this day (`YYYY-MM-DD`) or later. */
  readonly since: string | null;
  readonly order: 'rank' | 'newest';
}

interface Asked {
  readonly text: string;
  readonly match: string | null;
  readonly site?: string;
  readonly since?: string;
  readonly order?: 'newest';
}

/** Places among the most frequent words of the first language. */
const BANDS = { commonest: [0, 50], common: [50, 2_000], rare: [2_000, 300_000] } as const;
const QUERIES_A_KIND = 200;
const SAMPLED = 600;
const DAY_MS = 86_400_000;

/** All questions, kind by kind; the same for the same library. */
export function inventQueries(posts: Posts): readonly BenchQuery[] {
  const ranks = new Map(posts.languages[0]?.words.map((word, rank) => [word, rank]));
  const texts = sampleTexts(posts);
  const termsOf = (chance: Chance, isPlain: boolean): readonly string[] =>
    chance.pick(texts.filter((text) => text.isPlain === isPlain)).terms;
  const termIn = (chance: Chance, [first, end]: readonly [number, number], least = 1): string => {
    for (;;) {
      const found = termsOf(chance, true).filter((term) => {
        const rank = ranks.get(term);
        return rank !== undefined && rank >= first && rank < end && term.length >= least;
      });
      if (found.length > 0) return chance.pick(found);
    }
  };
  const run = (chance: Chance, length: number): readonly string[] => {
    const terms = termsOf(chance, true);
    const at = chance.between(0, terms.length - length);
    return terms.slice(at, at + length);
  };
  const both = (terms: readonly string[]): Asked => ({ text: quoted(terms), match: quoted(terms) });
  const several = (chance: Chance): readonly string[] => {
    const terms = termsOf(chance, true);
    return Array.from({ length: chance.between(2, 3) }, () => chance.pick(terms));
  };
  const beginning = (term: string, letters: number): Asked => ({
    text: term.slice(0, letters),
    match: `"${term.slice(0, letters)}"*`,
  });

  const kinds: Readonly<Record<string, (chance: Chance) => Asked>> = {
    'one of the 50 commonest words': (chance) => both([termIn(chance, BANDS.commonest)]),
    'one common word': (chance) => both([termIn(chance, BANDS.common)]),
    'one rare word': (chance) => both([termIn(chance, BANDS.rare)]),
    'two or three words': (chance) => both(several(chance)),
    'beginning of 2 to 5 letters': (chance) => {
      const letters = chance.between(2, 5);
      return beginning(termIn(chance, [0, 300_000], letters), letters);
    },
    'a word and a beginning': (chance) => {
      const [word = '', next = ''] = run(chance, 2);
      const { text, match } = beginning(next, Math.max(2, Math.ceil(next.length / 2)));
      return { text: `"${word}" ${text}`, match: `"${word}" ${match}` };
    },
    'phrase of 2 to 4 words': (chance) => {
      const phrase = `"${run(chance, chance.between(2, 4)).join(' ')}"`;
      return { text: phrase, match: phrase };
    },
    'one letter wrong': (chance) => ({ text: misspell(chance, termIn(chance, [300, 300_000], 6), ranks), match: null }),
    'a word on one site': (chance) => {
      const { host } = posts.sites[chance.rank(posts.sites.length)] ?? { host: '' };
      const asked = both([termIn(chance, BANDS.common)]);
      return { ...asked, text: `site:${host} ${asked.text}`, site: host };
    },
    'a word since a day': (chance) => {
      const day = posts.savedMs(chance.between(0, posts.saved - 1));
      const [named = '', since = ''] = [day, day + DAY_MS].map((ms) => new Date(ms).toISOString().slice(0, 10));
      const asked = both([termIn(chance, BANDS.common)]);
      return { ...asked, text: `after:${named} ${asked.text}`, since };
    },
    'newest with a common word': (chance) => ({ ...both([termIn(chance, BANDS.common)]), order: 'newest' }),
    // A lone character at the end of an unspaced run stands for every pair that it begins, which FTS5 knows nothing of.
    'a word of another script': (chance) =>
      both([chance.pick(termsOf(chance, false).filter((term) => term.length > 1))]),
  };
  return Object.entries(kinds).flatMap(([kind, ask], index) =>
    Array.from({ length: QUERIES_A_KIND }, (_, number) => ({
      kind,
      site: null,
      since: null,
      order: 'rank' as const,
      ...ask(chanceOf(200 + index, number)),
    })),
  );
}

interface SampledText {
  /** Whether it is in the first language. */
  readonly isPlain: boolean;
  readonly terms: readonly string[];
}

/** The words of some articles from all parts of the library. */
function sampleTexts(posts: Posts): readonly SampledText[] {
  const picture = seededPicture();
  const count = Math.min(SAMPLED, posts.saved);
  return Array.from({ length: count }, (_, at) => {
    const { article, files } = seededArticle(posts, Math.floor((at * posts.saved) / count), picture);
    return { isPlain: article.lang === posts.languages[0]?.tag, terms: wordsOf(files.text).map(({ term }) => term) };
  });
}

/** In quotes, a word is asked for as it is and not as the beginning of one. */
function quoted(terms: readonly string[]): string {
  return terms.map((term) => `"${term}"`).join(' ');
}

/** Leaves a letter out, doubles one, takes another one, or exchanges two, but never the first, until it is no word. */
function misspell(chance: Chance, word: string, words: ReadonlyMap<string, number>): string {
  for (;;) {
    const at = chance.between(1, word.length - 2);
    const [before, letter, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
    const wrong = chance.pick([
      before + next + after,
      before + letter + letter + next + after,
      `${before}${chance.pick(Array.from('abcdefghijklmnopqrstuvwxyz'))}${next}${after}`,
      before + next + letter + after,
    ]);
    if (wrong !== word && !words.has(wrong)) return wrong;
  }
}
