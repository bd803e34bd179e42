// Posts on the timeline: saved articles and entries of related lists made one.
import type { ArticleId, PostKind } from './article.ts';
import type { Day, PostDate } from './dates.ts';

/** The date a timeline is ordered by. */
export type Axis = 'added' | 'updated' | 'published' | 'saved';

/** All axes, in the order they are offered. */
export const AXES: readonly Axis[] = ['added', 'updated', 'published', 'saved'];

/** One post per address or, without an address, per normalised title and day, however many lists name it. */
export interface Post {
  /** Stable for the same address or title, in any library. */
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  readonly kind: PostKind;
  readonly siteName: string | null;
  /** Earliest of all mentions. */
  readonly added: PostDate | null;
  /** Latest of all mentions. */
  readonly updated: PostDate | null;
  readonly published: PostDate | null;
  /** Local day it was saved here. */
  readonly saved: Day | null;
  /** The saved article, when there is one; else the post is only known. */
  readonly articleId: ArticleId | null;
  readonly isRead: boolean;
  /** Saved articles whose related lists name this post. */
  readonly listedBy: readonly ArticleId[];
}

/**
 * A line of the timeline, newest first: a month heading, a day heading, a post, or a silence of `days` whole days
 * between two days that have posts. Posts known only to the month follow their month's heading; those known only to the
 * year stand under a `month` that is a bare year, before that year's months. Posts without the axis's date stand last,
 * under one `undated` heading.
 */
export type TimelineRow =
  | { readonly row: 'month'; readonly month: string; readonly count: number }
  | { readonly row: 'day'; readonly day: Day; readonly count: number }
  | { readonly row: 'undated'; readonly count: number }
  | { readonly row: 'gap'; readonly days: number; readonly after: Day; readonly before: Day }
  | {
      readonly row: 'post';
      readonly post: Post;
      /** Days from added to updated, when later. */ readonly updatedAfterDays: number;
    };
