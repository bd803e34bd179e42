// Articles in, the posts of their timeline out, as the app puts them together.
import type { Article, ArticleId, RelatedEntry } from '#contract/article.ts';
import { codeDate, dateCode } from '#contract/dateCode.ts';
import { NO_FILTER, type Axis, type TimelineFilter, type TimelinePost } from '#contract/post.ts';
import { stateBit } from '../../electron/timeline/narrow.ts';
import { packId } from '#contract/idTable.ts';
import { joinPosts, NO_SLOT } from '../../electron/timeline/joinPosts.ts';
import { createKeyNumbers } from '../../electron/timeline/keyNumbers.ts';
import { createMentionTable } from '../../electron/timeline/mentionTable.ts';
import {
  createTimelineIndex,
  type Selection,
  type TimelineFacts,
  type TimelineIndex,
} from '../../electron/timeline/timelineIndex.ts';
import { anArticle, anArticleId, anEntry } from './articles.ts';
import type { SlowPost } from './slowPosts.ts';

/** Runs the steps of long work at once. */
export function atOnce<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The order in which the articles' lists count: newest saved first, of the same instant by id. */
function newestFirst(articles: readonly Article[]): readonly ArticleId[] {
  return [...articles]
    .sort((a, b) => (a.saved === b.saved ? (a.id < b.id ? -1 : 1) : a.saved < b.saved ? 1 : -1))
    .map(({ id }) => id);
}

/** The posts in their own order, with what the plain way of joining tells of them. */
export function joinedPosts(articles: readonly Article[], numbers = createKeyNumbers()): readonly SlowPost[] {
  const table = createMentionTable();
  for (const article of articles) table.put(article, 1);
  const savedOn = new Map(articles.map(({ id, saved }) => [id, saved.slice(0, 10)]));
  const slots = newestFirst(articles).flatMap((id) => table.slotOf(id) ?? []);
  const posts = atOnce(joinPosts(table.mentions, Uint32Array.from(slots), numbers));
  return Array.from(posts.order, (post) => {
    const row = posts.row[post] ?? 0;
    const slot = posts.slot[post] ?? NO_SLOT;
    const articleId = slot === NO_SLOT ? null : table.idOf(slot);
    const mentions = posts.mentions.subarray(posts.mentionAt[post], posts.mentionAt[post + 1]);
    return {
      title: table.titleAt(row),
      url: table.urlAt(row),
      kind: (['article', 'video', 'audio', 'gallery'] as const)[posts.kind[post] ?? 0] ?? 'article',
      added: codeDate(posts.added[post] ?? 0),
      updated: codeDate(posts.updated[post] ?? 0),
      published: codeDate(posts.published[post] ?? 0),
      saved: articleId === null ? null : (savedOn.get(articleId) ?? null),
      articleId,
      listedBy: [...new Set(Array.from(mentions, (mention) => table.idOf(table.mentions.rows.slot[mention] ?? 0)))],
    };
  });
}

/** What the catalogue would know of articles, which are rows in the order of their numbers; days are of UTC. */
export function factsOf(articles: () => readonly Article[]): TimelineFacts {
  const ids = (): readonly ArticleId[] => articles().map(({ id }) => id);
  return {
    newestFirst: () => Uint32Array.from(newestFirst(articles()), (id) => ids().indexOf(id)),
    rowOf(...packed) {
      const row = ids().findIndex((id) => packId(id).join() === packed.join());
      return row < 0 ? undefined : row;
    },
    savedOn: (row) => dateCode(articles()[row]?.saved.slice(0, 10) ?? null),
    statesOf: () => stateBit('saved'),
    saves: () => [],
  };
}

/** An index of the articles. */
export function indexOf(articles: readonly Article[], facts: Partial<TimelineFacts> = {}): TimelineIndex {
  const index = createTimelineIndex({ ...factsOf(() => articles), ...facts });
  for (const article of articles) index.put(article, 1);
  return index;
}

/** What passes a filter. */
export function selected(index: TimelineIndex, axis: Axis, filter: Partial<TimelineFilter> = {}): Selection {
  return atOnce(index.select(axis, { ...NO_FILTER, ...filter }));
}

/** The same as posts. */
export function shown(index: TimelineIndex, axis: Axis, filter: Partial<TimelineFilter> = {}): readonly TimelinePost[] {
  return index.show(selected(index, axis, filter).posts);
}

/** Whole numbers from 0 to below `count`, the same for the same seed: a linear congruential generator with Knuth's and Lewis's numbers. */
export function seededRandom(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % count;
  };
}

/** An article without address or date that lists the entries. */
export function listing(id: number, entries: readonly Partial<RelatedEntry>[], change: Partial<Article> = {}): Article {
  return anArticle({
    id: anArticleId(id),
    title: `List ${id}`,
    canonicalUrl: `https://lists.example/${id}`,
    source: null,
    published: null,
    saved: `2026-10-01T08:00:${String(59 - id).padStart(2, '0')}.000Z`,
    relatedLists: [{ heading: null, entries: entries.map((entry, position) => anEntry({ position, ...entry })) }],
    ...change,
  });
}

/** Articles and lists of any kind, with titles and addresses that meet each other often. */
export function anyArticles(random: (count: number) => number): readonly Article[] {
  const days = [
    '2012',
    '2012-09',
    '2012-09-07',
    '2012-09-09',
    '2012-09-07T10:00:00+14:00',
    '2012-09-07T23:00:00Z',
    null,
  ];
  const titles = ['A', 'B', 'List 1', '', 'constructor', '__proto__', 'Ä “B”'];
  const urls = [
    null,
    null,
    'https://a.example/1',
    'http://www.a.example/1/',
    'https://a.example/2',
    'https://lists.example/2',
    'nonsense',
  ];
  const kinds = ['article', 'article', 'video', 'gallery'] as const;
  const one = <T>(list: readonly T[], none: T): T => list[random(list.length)] ?? none;
  return Array.from({ length: 1 + random(6) }, (_, id) =>
    listing(
      id,
      Array.from({ length: random(12) }, () => ({
        title: one(titles, ''),
        url: one(urls, null),
        kind: one(kinds, 'article'),
        added: one(days, null),
        updated: one(days, null),
        published: one(days, null),
      })),
      {
        title: one(titles, ''),
        canonicalUrl: one(urls, null),
        source: one(urls, null),
        published: one(days, null),
        updated: one(days, null),
        kind: one(kinds, 'article'),
        saved: `2026-10-0${1 + random(3)}T08:00:00.000Z`,
      },
    ),
  );
}
