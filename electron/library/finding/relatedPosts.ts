// What can be said of an article's related posts from the rest of the library: which fit a time, and what is like an article that has none.
import type { Article, ArticleId } from '#contract/article.ts';
import type { RowCard } from '#contract/calls.ts';
import type { FittingPosts, SimilarArticle } from '#contract/related.ts';
import { wordsOf } from '../../search/words.ts';
import type { LibrarySearch } from './librarySearch.ts';
import type { Library } from '../../store/library.ts';
import { bestFit } from '../../timeline/bestFit.ts';
import { postEstimates } from './postEstimates.ts';

/** What is asked for it. */
export interface RelatedPostsOptions {
  readonly library: Pick<Library, 'catalogue' | 'text'>;
  readonly search: Pick<LibrarySearch, 'find'>;
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
}

/** Answers about related posts. */
export interface RelatedPosts {
  /** Which of an article's related posts that are not saved here are the best for so many minutes; see `bestFit`. */
  best(article: Article, minutes: number): Promise<FittingPosts>;
  /**
   * At most eight saved articles that use the same telling words, the likest first: of words that an article uses often and few others at
   * all (term frequency by inverse document frequency, as in Salton and Buckley 1988) they share at least three and a fifth of the weight.
   */
  similar(article: Article): Promise<readonly SimilarArticle[]>;
}

const MOST_SIMILAR = 8;
const LOOKED_AT = 48;
const TELLING = 16;
const LEAST_SHARED = 3;
const LEAST_SHARE = 0.2;
// Beginnings say what a text is about, and a book need not be cut into all its words.
const MOST_CHARACTERS = 40_000;
const TITLE_COUNTS = 4;
// A word that so many articles have tells nothing of one.
const COMMON_ROWS = 40;
const COMMON_SHARE = 0.05;

/** Makes the answers; nothing is kept between them. */
export function createRelatedPosts({ library, search, savedAt }: RelatedPostsOptions): RelatedPosts {
  const { catalogue } = library;
  return {
    async best(article, minutes) {
      const entries = article.relatedLists.flatMap((list) => list.entries);
      const saved = await Promise.all(entries.map(async ({ url }) => (url === null ? undefined : savedAt(url))));
      const { minutesOf, estimatedFrom } = postEstimates(catalogue.columns);
      const posts = bestFit(
        entries.filter((_, index) => saved[index] === undefined),
        { minutes, about: `${article.title} ${article.excerpt ?? ''}`, minutesOf },
      );
      return { posts, minutes: posts.reduce((sum, post) => sum + post.minutes, 0), estimatedFrom };
    },
    async similar(article) {
      const own = catalogue.rowOf(article.id);
      const telling = await tellingWords(`${article.title}\n`.repeat(TITLE_COUNTS) + (await library.text(article.id)));
      const total = telling.reduce((sum, { weight }) => sum + weight, 0);
      const found = new Map<number, { score: number; readonly shared: string[] }>();
      for (const { word, weight, rows } of telling) {
        for (const row of rows) {
          const one = found.get(row) ?? { score: 0, shared: [] };
          found.set(row, { score: one.score + weight, shared: [...one.shared, word] });
        }
      }
      const likest = [...found]
        .filter(
          ([row, { score, shared }]) => row !== own && shared.length >= LEAST_SHARED && score >= total * LEAST_SHARE,
        )
        .sort(([, a], [, b]) => b.score - a.score)
        .slice(0, MOST_SIMILAR);
      const cards = new Map(
        (await catalogue.cards(likest.map(([row]) => row))).map((each): [number, RowCard] => [each.row, each]),
      );
      return likest.flatMap(([row, { shared }]) => {
        const card = cards.get(row);
        return card === undefined ? [] : [{ ...card, shared }];
      });
    },
  };

  async function tellingWords(text: string): Promise<readonly TellingWord[]> {
    const uses = new Map<string, { word: string; count: number }>();
    const cut = text.slice(0, MOST_CHARACTERS);
    for (const { term, start, end } of wordsOf(cut)) {
      if (/^(?:[a-z]{1,3}|\p{N}+)$/u.test(term)) continue;
      const use = uses.get(term);
      if (use === undefined) uses.set(term, { word: cut.slice(start, end), count: 1 });
      else use.count += 1;
    }
    const often = [...uses.values()].sort((a, b) => b.count - a.count).slice(0, LOOKED_AT);
    const weighed = await Promise.all(
      often.map(async ({ word, count }): Promise<TellingWord> => {
        const { rows } = await search.find(`"${word}"`);
        return { word, rows, weight: (1 + Math.log(count)) * Math.log(catalogue.count / Math.max(1, rows.length)) };
      }),
    );
    return weighed
      .filter(
        ({ rows, weight }) =>
          rows.length > 1 && rows.length <= Math.max(COMMON_ROWS, catalogue.count * COMMON_SHARE) && weight > 0,
      )
      .sort((a, b) => b.weight - a.weight)
      .slice(0, TELLING);
  }
}

interface TellingWord {
  readonly word: string;
  readonly weight: number;
  readonly rows: Uint32Array;
}
