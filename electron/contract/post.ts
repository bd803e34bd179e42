// Posts on the timeline: saved articles and entries of related lists made one.
import type { ArticleId, PostKind } from './article.ts';
import type { PostDate } from './dates.ts';
import type { ErrorReport } from './errors.ts';

/** The date a timeline is ordered by. */
export type Axis = 'added' | 'updated' | 'published' | 'saved';

/** All axes, in the order they are offered. */
export const AXES: readonly Axis[] = ['added', 'updated', 'published', 'saved'];

/** What a post can mainly be. */
export const POST_KINDS: readonly PostKind[] = ['article', 'video', 'audio', 'gallery'];

/**
 * Where a post stands: only known; on its way; asked for in vain; saved. Of the saved ones some lack pictures or pages, and some were read:
 * as a filter `saved` has them all, for one post the most telling word is taken.
 */
export type PostState = 'known' | 'queued' | 'failed' | 'saved' | 'partial' | 'read';

/** All states, in the order they are offered. */
export const POST_STATES: readonly PostState[] = ['known', 'queued', 'failed', 'saved', 'partial', 'read'];

/** What a timeline is narrowed to; a post has to fit each part, and of a part with several values any. Empty parts ask for nothing. */
export interface TimelineFilter {
  readonly kinds: readonly PostKind[];
  /** Hosts, as `TimelinePost.site`. */
  readonly sites: readonly string[];
  /** Saved articles whose related lists name the post, and feeds that have it, by the name of their first page. */
  readonly lists: readonly ArticleId[];
  readonly states: readonly PostState[];
  /** Bounds of the axis's date, both of them within: `2012-09` begins with its first day and ends with its last. */
  readonly from: PostDate | null;
  readonly to: PostDate | null;
  /** Each of its words has to stand in the title or the site, as a part of a word at least; case and accents do not count. */
  readonly text: string;
}

/** A filter that every post passes. */
export const NO_FILTER: TimelineFilter = {
  kinds: [],
  sites: [],
  lists: [],
  states: [],
  from: null,
  to: null,
  text: '',
};

/** One post per address or, without an address, per normalised title and day, however many lists name it. */
export interface TimelinePost {
  /** Its number for as long as a library is open; the same post keeps it whatever happens. */
  readonly post: number;
  readonly title: string;
  readonly url: string | null;
  readonly kind: PostKind;
  /** Host of its address without `www.`; the name of its site for an article without one; else empty. */
  readonly site: string;
  /** Earliest of all mentions; to the day at most, as all dates here. */
  readonly added: PostDate | null;
  /** Latest of all mentions. */
  readonly updated: PostDate | null;
  readonly published: PostDate | null;
  /** Local day it was saved here. */
  readonly saved: PostDate | null;
  /** The saved article, when there is one. */
  readonly articleId: ArticleId | null;
  readonly state: PostState;
  /** Whole days from added to updated, 0 when not later. */
  readonly updatedAfterDays: number;
  /** Whole days from the day it was saved to its last update, 0 when not later: what is here is then older than what is there. */
  readonly updatedSinceSavedDays: number;
  /** How many saved articles name it in their lists. */
  readonly lists: number;
  /** The title of a feed that has it; `null` when none has. */
  readonly feed: string | null;
}

/** How many posts each date of an axis has, newest first; the undated, if any, last, as `NO_CODE`. */
export interface TimelinePeriods {
  /** `DateCode`s of days, and of months and years where nothing more is known, descending. */
  readonly periods: Int32Array;
  readonly counts: Uint32Array;
  /** How many of them are saved. */
  readonly saved: Uint32Array;
}

/** Posts that pass a filter, on an axis. Posts of the same date keep the order of the lists that name them. */
export interface TimelineView extends TimelinePeriods {
  /** Numbers of the posts, in the order of `periods`. */
  readonly posts: Uint32Array;
  /** The same without the filter's range, for what shows the whole span; `null` when there is no range. */
  readonly span: TimelinePeriods | null;
  /** All posts that are known, whatever the filter. */
  readonly known: number;
  /** The place in `posts` of the post that was to be kept in view; `null` when it is not among them. */
  readonly place: number | null;
  /** Posts around that place, or the first ones, so that they need not be asked for. */
  readonly shown: readonly TimelinePost[];
  /** How far the lists of articles have been looked through; `null` when all were. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** A value of a filter, and how many posts fit that pass all other parts of the filter. */
export interface FacetValue {
  readonly value: string;
  /** The title of the article for a list; else the value itself. */
  readonly label: string;
  readonly count: number;
}

/** What a timeline can be narrowed to, the values with most posts first. */
export interface TimelineFacets {
  readonly kinds: readonly FacetValue[];
  readonly states: readonly FacetValue[];
  /** At most 500. */
  readonly sites: readonly FacetValue[];
  /** Ids of articles, at most 500. */
  readonly lists: readonly FacetValue[];
}

/** What one list says of a post, exactly as it was written. */
export interface PostMention {
  /** The article whose list it is; `null` for an entry of a feed. */
  readonly articleId: ArticleId | null;
  /** The title of the article or of the feed. */
  readonly articleTitle: string;
  readonly heading: string | null;
  readonly title: string;
  readonly kind: PostKind;
  readonly added: PostDate | null;
  readonly updated: PostDate | null;
  readonly published: PostDate | null;
}

/** A post with everybody who names it. */
export interface PostDetails {
  readonly post: TimelinePost;
  /** At most 100, of the articles saved last and then of feeds; `post.lists` tells of how many articles. */
  readonly mentions: readonly PostMention[];
  /** Why it could not be saved, when it was asked for in vain. */
  readonly failure: ErrorReport | null;
  /** Where an archive may have a copy from the time the post is from, for one with an address. */
  readonly archive: string | null;
}
