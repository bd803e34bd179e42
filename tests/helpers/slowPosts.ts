// What counts as the same post, worked out on whole articles and texts: slow, plain, and what the fast way is held against.
import type { Article, ArticleId, PostKind, RelatedEntry } from '#contract/article.ts';
import { dayOf, daysBetween, type Day, type PostDate } from '#contract/dates.ts';
import { earlier, later } from './mixedDates.ts';
import { addressKey, addressPostKey, titleKey, titlePostKey } from '../../electron/timeline/postKey.ts';

/** A post with all that is known of it, dates as they were written. */
export interface SlowPost {
  readonly title: string;
  readonly url: string | null;
  readonly kind: PostKind;
  readonly added: PostDate | null;
  readonly updated: PostDate | null;
  readonly published: PostDate | null;
  readonly saved: Day | null;
  readonly articleId: ArticleId | null;
  /** Saved articles whose related lists name it. */
  readonly listedBy: readonly ArticleId[];
}

/** A post being put together. */
interface Draft {
  readonly key: string;
  readonly article: Article | null;
  /** The first entry that names it, when it is not saved. */
  readonly entry: RelatedEntry | null;
  kind: PostKind;
  added: PostDate | null;
  updated: PostDate | null;
  published: PostDate | null;
  readonly listedBy: Set<ArticleId>;
}

/** An entry of a list; `title` is its normalised title when it has no address to go by. */
interface Mention {
  readonly key: string;
  readonly title: string | undefined;
  readonly entry: RelatedEntry;
}

/** The saved articles as drafts, and the ways to find them. */
interface SavedDrafts {
  readonly byArticle: ReadonlyMap<ArticleId, Draft>;
  readonly byKey: ReadonlyMap<string, Draft>;
  readonly byTitle: ReadonlyMap<string, readonly Draft[]>;
}

/**
 * Makes the posts of a library. Order: articles newest saved first, each followed by those entries of its lists that were not named
 * before, in list order. `localDay` says on which day here an ISO instant fell; only the day of saving depends on it.
 *
 * A saved article stands for its canonical address and for the one it was asked by; its title wins over a list's. Of several articles
 * with the same address the newest stands for all. An entry without an address joins the saved article of the same title unless
 * something speaks against it: several articles with that title, entries of that title with different days, another kind, another day
 * of publishing, or an article published after the entry was added.
 */
export function toSlowPosts(articles: readonly Article[], localDay: (instant: string) => Day): readonly SlowPost[] {
  const newestFirst = [...articles].sort((a, b) => compareText(b.saved, a.saved) || compareText(a.id, b.id));
  const saved = savedDrafts(newestFirst);
  const mentionsOf = new Map(newestFirst.map((article) => [article.id, mentionsIn(article)]));
  const joined = joinedByTitle([...mentionsOf.values()].flat(), saved.byTitle);
  const posts = new Map<string, Draft>();
  for (const article of newestFirst) {
    const own = saved.byArticle.get(article.id);
    if (own !== undefined) posts.set(own.key, own);
    for (const { key, title, entry } of mentionsOf.get(article.id) ?? []) {
      const known = saved.byKey.get(key) ?? (title === undefined ? undefined : joined.get(title)) ?? posts.get(key);
      const draft = known ?? newDraft(key, null, entry);
      posts.set(draft.key, draft);
      addMention(draft, entry, article.id);
    }
  }
  return [...posts.values()].map((draft) => toPost(draft, localDay));
}

function savedDrafts(newestFirst: readonly Article[]): SavedDrafts {
  const byArticle = new Map<ArticleId, Draft>();
  const byKey = new Map<string, Draft>();
  const byTitle = new Map<string, Draft[]>();
  for (const article of newestFirst) {
    const key = articleKey(article);
    const known = byKey.get(key);
    const draft = known ?? newDraft(key, article, null);
    byKey.set(key, draft);
    byArticle.set(article.id, draft);
    if (known !== undefined) continue;
    const title = titleKey(article.title);
    addTo(byTitle, title, draft);
  }
  // Only now, so that the address by which one article was asked for never takes the canonical address of another.
  for (const article of newestFirst) {
    const draft = byArticle.get(article.id);
    const asked = article.source === null ? undefined : addressKey(article.source);
    if (draft === undefined || asked === undefined || byKey.has(addressPostKey(asked))) continue;
    byKey.set(addressPostKey(asked), draft);
  }
  return { byArticle, byKey, byTitle };
}

/** Finds for titles of entries without an address the one saved article they mean, if nothing speaks against it. */
function joinedByTitle(
  mentions: readonly Mention[],
  byTitle: ReadonlyMap<string, readonly Draft[]>,
): ReadonlyMap<string, Draft> {
  const entriesByTitle = new Map<string, RelatedEntry[]>();
  for (const { title, entry } of mentions) {
    if (title !== undefined && title !== '' && byTitle.has(title)) addTo(entriesByTitle, title, entry);
  }
  const joined = new Map<string, Draft>();
  for (const [title, entries] of entriesByTitle) {
    const [draft, ...others] = byTitle.get(title) ?? [];
    if (draft?.article == null || others.length > 0) continue;
    const { article } = draft;
    const hasOneDay = new Set(entries.map((entry) => entry.added?.slice(0, 10))).size === 1;
    if (hasOneDay && entries.every((entry) => isSame(article, entry))) joined.set(title, draft);
  }
  return joined;
}

function isSame(article: Article, entry: RelatedEntry): boolean {
  if (entry.kind !== article.kind) return false;
  const published = article.published === null ? undefined : dayOf(article.published);
  const [listed, added] = [entry.published, entry.added].map((date) => (date === null ? undefined : dayOf(date)));
  if (published === undefined) return true;
  if (listed !== undefined && listed !== published) return false;
  // A day of tolerance, since the two days may have been written in different zones.
  return added === undefined || daysBetween(added, published) <= 1;
}

function articleKey(article: Article): string {
  const address = [article.canonicalUrl, article.source].map((text) => (text === null ? undefined : addressKey(text)));
  const key = address[0] ?? address[1];
  if (key !== undefined) return addressPostKey(key);
  return titlePostKey(titleKey(article.title), article.published);
}

function mentionsIn(article: Article): readonly Mention[] {
  return article.relatedLists.flatMap((list) =>
    list.entries.map((entry) => {
      const address = entry.url === null ? undefined : addressKey(entry.url);
      if (address !== undefined) return { key: addressPostKey(address), title: undefined, entry };
      const title = titleKey(entry.title);
      return { key: titlePostKey(title, entry.added), title, entry };
    }),
  );
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function newDraft(key: string, article: Article | null, entry: RelatedEntry | null): Draft {
  return {
    key,
    article,
    entry,
    kind: article?.kind ?? 'article',
    added: null,
    updated: article?.updated ?? null,
    published: null,
    listedBy: new Set(),
  };
}

function addMention(draft: Draft, entry: RelatedEntry, listedBy: ArticleId): void {
  draft.listedBy.add(listedBy);
  draft.added = earlier(draft.added, entry.added);
  draft.updated = later(draft.updated, entry.updated);
  draft.published = earlier(draft.published, entry.published);
  // `article` is also what a list says when it says nothing.
  if (draft.kind === 'article') draft.kind = entry.kind;
}

function toPost(draft: Draft, localDay: (instant: string) => Day): SlowPost {
  const { article, entry } = draft;
  const asked = article?.source != null && addressKey(article.source) !== undefined ? article.source : null;
  const url = article === null ? (entry?.url ?? null) : (article.canonicalUrl ?? asked);
  return {
    title: article?.title ?? entry?.title ?? '',
    url,
    kind: draft.kind,
    added: draft.added,
    updated: draft.updated,
    published: article?.published ?? draft.published,
    saved: article === null ? null : localDay(article.saved),
    articleId: article?.id ?? null,
    listedBy: [...draft.listedBy],
  };
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
