// A save: one thing a person asked to keep, from the asking until it is kept or has failed.
import type { ArticleId, FoundIn } from './article.ts';
import type { ErrorReport } from './errors.ts';

/** What to save: an address, a file's bytes, or text or HTML that was pasted. */
export type SaveSource =
  | { readonly from: 'address'; readonly address: string }
  | { readonly from: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly from: 'paste'; readonly text: string; readonly html: string | null };

/** What is missing of a saved article that was found at `address`, to be fetched once more. */
export interface RepairSource {
  readonly from: 'repair';
  readonly articleId: ArticleId;
  readonly address: string;
}

/** A saved article whose related list is to be read on, on the pages that follow the first, which is at `address`. */
export interface OlderPostsSource {
  readonly from: 'older';
  readonly articleId: ArticleId;
  readonly address: string;
}

/** What is asked for of an article that is here. */
export type AmendSource = RepairSource | OlderPostsSource;

/** An entry of a feed that its rule wants saved: its page, or what the feed itself has of it where there is none. */
export interface EntrySource {
  readonly from: 'entry';
  readonly feed: string;
  readonly key: string;
  /** Of its page; empty when it has none. */
  readonly address: string;
}

/** All that a save can be made of. */
export type WorkSource = SaveSource | AmendSource | EntrySource;

/** How to go on from a save: the posts that the saved article's lists name are saved as well, those of their lists while `depth` lasts, `atMost` in all. */
export interface Crawl {
  /** At least 1. */
  readonly depth: number;
  /** At least 1. */
  readonly atMost: number;
}

/**
 * How much of an article is fetched now: no pictures, those of its text, or its films' posters as well; and at most so many bytes. What is left
 * out is told of as missing, and can be fetched later.
 */
export interface Portion {
  readonly pictures: 'none' | 'images' | 'all';
  /** `null` for no limit. */
  readonly mostBytes: number | null;
}

/**
 * What a save did: a new article; a newer copy in the place of the old one, which is kept beside it; the same text again; only what was
 * missing of it; a newer copy that looks worse and was put beside the one that is there; or the older posts of its lists.
 */
export type SaveOutcome = 'added' | 'refreshed' | 'unchanged' | 'repaired' | 'held' | 'listed';

/** Where a save stands. `ready` means on disk; `failed` keeps the source so that it can be tried again. */
export type SaveState =
  | { readonly state: 'waiting' }
  /** It failed in a way that may pass, and is tried again by itself at this instant or soon after. */
  | { readonly state: 'postponed'; readonly until: string; readonly error: ErrorReport }
  /** It waits for the network; `portal` is the address where the network wants its user to sign in, if that is all that is missing. */
  | { readonly state: 'offline'; readonly portal: string | null }
  | { readonly state: 'fetching'; readonly receivedBytes: number }
  | { readonly state: 'extracting' }
  /** A browser opens the page, because a script builds it. */
  | { readonly state: 'rendering' }
  /** An article of several pages: so many are here; `total` is `null` when the site does not say. */
  | { readonly state: 'pages'; readonly done: number; readonly total: number | null }
  | { readonly state: 'images'; readonly done: number; readonly total: number }
  | { readonly state: 'ready'; readonly articleId: ArticleId; readonly outcome: SaveOutcome }
  | { readonly state: 'failed'; readonly error: ErrorReport };

/** A save as the window and the command line see it. */
export interface Save {
  /** Counts up from 1 for each library. */
  readonly id: number;
  /** The address, the file's name, or the first words of what was pasted. */
  readonly label: string;
  /** When it was asked for, an ISO instant. */
  readonly asked: string;
  /** Its place among the saves: lower ones come first. What was found while reading comes before all others. */
  readonly order: number;
  readonly foundIn: FoundIn | null;
  readonly progress: SaveState;
}

/** Whether a save may still become an article by itself. */
export function isUnderWay({ state }: SaveState): boolean {
  return state !== 'ready' && state !== 'failed';
}

/** Where to move a save among those that wait. */
export type SaveMove = 'first' | 'earlier' | 'later';

/** The order in which saves are worked on: what was found while reading first, then as the person arranged them. */
export function bySaveOrder(one: Save, other: Save): number {
  const [a, b] = [one.foundIn === null ? 1 : 0, other.foundIn === null ? 1 : 0];
  return a - b || one.order - other.order || one.id - other.id;
}
