// Who names a post in: articles with their lists, pages of feeds; what each of them says of it out, exactly as it is written there.
import type { Article, ArticleId } from '#contract/article.ts';
import type { PostMention } from '#contract/post.ts';
import type { PostList } from '../../timeline/mentionTable.ts';

/** What is known of followed feeds, page by page; see `feedPageId`. */
export interface FeedPages {
  /** All that are to be on the timeline, each with a number that changes with it. Throws `AppError('disk')`. */
  pages(): Promise<readonly { readonly id: ArticleId; readonly stamp: number }[]>;
  /** With the number of what it says, which is that of `pages` unless one of the two files is newer than the other. `undefined` for one that is not there or cannot be read. Throws `AppError('disk')`. */
  page(id: ArticleId): Promise<(PostList & { readonly stamp: number }) | undefined>;
}

/** How they are read; `undefined` for what is not there. */
export interface MentionSources {
  readonly article: (id: ArticleId) => Promise<Article | undefined>;
  readonly list: (id: ArticleId) => Promise<PostList | undefined>;
}

/** Reads each once; the answer tells what an entry of one says, counted over all of its lists, and nothing for what is gone. */
export async function readMentionsOf(
  ids: readonly ArticleId[],
  sources: MentionSources,
): Promise<(id: ArticleId, entry: number) => readonly PostMention[]> {
  const read = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const article = await sources.article(id);
      return { id, article, list: article === undefined ? await sources.list(id) : undefined };
    }),
  );
  const found = new Map(read.map((each) => [each.id, each]));
  return (id, entry) => {
    const { article, list } = found.get(id) ?? {};
    if (article !== undefined) return mentionIn(article, entry);
    return list === undefined ? [] : mentionInList(list, entry);
  };
}

function mentionIn({ id, title: articleTitle, relatedLists }: Article, entry: number): readonly PostMention[] {
  const said = relatedLists.flatMap(({ heading, entries }) => entries.map((each) => ({ heading, ...each })))[entry];
  if (said === undefined) return [];
  const { heading, title, kind, added, updated, published } = said;
  return [{ articleId: id, articleTitle, heading, title, kind, added, updated, published }];
}

function mentionInList({ title: articleTitle, entries }: PostList, entry: number): readonly PostMention[] {
  const said = entries[entry];
  if (said === undefined) return [];
  const { title, kind, added, updated, published } = said;
  return [{ articleId: null, articleTitle, heading: null, title, kind, added, updated, published }];
}
