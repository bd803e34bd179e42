// What a person follows: feeds, and pages of a site that list its posts. What was seen in them once stays known.
import { isArticleId, type ArticleId, type PostKind } from './article.ts';
import type { PostDate } from './dates.ts';
import type { ErrorReport } from './errors.ts';

declare const brand: unique symbol;

/** Names one followed feed: 12 lower-case base-32 characters, made at following, never reused. */
export type FeedId = string & { readonly [brand]: 'FeedId' };

/** Tells whether a text has the form of a `FeedId`; it may still name nothing. */
export function isFeedId(text: string): text is FeedId {
  return /^[a-z2-7]{12}$/.test(text);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** The name under which a timeline knows a page of a feed's entries, counted from 0; page 0 stands for the whole feed. */
export function feedPageId(feed: FeedId, page: number): ArticleId {
  const digits = Array.from({ length: 4 }, (_, place) => LETTERS.charAt((page >>> ((3 - place) * 5)) & 31));
  const id = `${feed}${digits.join('')}`;
  if (!isArticleId(id)) throw new Error(`${id} is no name of a page`);
  return id;
}

/** The feed and the page that such a name means. */
export function pageOfFeed(id: ArticleId): { readonly feed: FeedId; readonly page: number } {
  const feed = id.slice(0, 12);
  if (!isFeedId(feed)) throw new Error(`${id} is no name of a page`);
  const page = Array.from(id.slice(12), (letter) => LETTERS.indexOf(letter)).reduce(
    (sum, digit) => sum * 32 + digit,
    0,
  );
  return { feed, page };
}

/** One entry of a feed, as the feed tells it. `null` says that it does not. */
export interface FeedEntry {
  /** What it is told from the others of its feed by: what the feed gives as its id, else its address, else title and date. */
  readonly key: string;
  /** Plain text, never empty. */
  readonly title: string;
  /** Absolute http(s) address. */
  readonly url: string | null;
  /** When a list says that it was added; feeds do not tell. */
  readonly added: PostDate | null;
  readonly published: PostDate | null;
  readonly updated: PostDate | null;
  /** People's names, joined by a comma. */
  readonly byline: string | null;
  /** Plain text of at most 400 characters. */
  readonly excerpt: string | null;
  readonly categories: readonly string[];
  readonly kind: PostKind;
  /** The whole text as HTML with absolute addresses, where the feed has it; a stranger's markup, not cleaned. */
  readonly content: string | null;
}

/** A feed as it was read. */
export interface ParsedFeed {
  /** Plain text; the feed's host when it has none. */
  readonly title: string;
  /** Address of the site it belongs to. */
  readonly site: string | null;
  /** As the feed has them, mostly the newest first; at most `MOST_ENTRIES`. */
  readonly entries: readonly FeedEntry[];
  /** How often the feed says that it changes, in minutes. */
  readonly everyMinutes: number | null;
  /** Whether all of the answer could be read; `false` when it breaks off, or has more than `MOST_ENTRIES`. */
  readonly isWhole: boolean;
}

/** No more entries are read of one answer. */
export const MOST_ENTRIES = 20_000;
/** No larger answer is read, in bytes. */
export const MOST_FEED_BYTES = 10_000_000;
/** As many feeds can be followed. */
export const MOST_FEEDS = 2_000;

/** Which entries are saved whole by themselves, of those that are new from then on; of `newest` the last ones whenever they came. */
export type FeedRule =
  | { readonly save: 'none' }
  | { readonly save: 'all' }
  /** Those in whose title one of the words stands, whatever their case. */
  | { readonly save: 'words'; readonly words: readonly string[] }
  | { readonly save: 'kinds'; readonly kinds: readonly PostKind[] }
  | { readonly save: 'newest'; readonly count: number };

/** A feed by itself, or a page that lists posts, read as if it were one. */
export type FeedKind = 'feed' | 'list';

/** How it stands with a feed: not asked yet, being asked, well, asked in vain, no network, ended by its site (410). */
export type FeedState = 'new' | 'fetching' | 'fine' | 'failed' | 'offline' | 'gone';

/** A feed as the window sees it. */
export interface Feed {
  readonly id: FeedId;
  readonly kind: FeedKind;
  readonly title: string;
  readonly address: string;
  readonly site: string | null;
  /** Whether it is asked for what is new; entries of one that is not stay on the timeline. */
  readonly isFollowed: boolean;
  /** All that were ever seen. */
  readonly entries: number;
  /** When it last answered, an ISO instant. */
  readonly fetched: string | null;
  /** When it is asked next, an ISO instant; `null` when it is not. */
  readonly next: string | null;
  readonly state: FeedState;
  readonly failure: ErrorReport | null;
  /** Where it was followed before its site moved it for good. */
  readonly movedFrom: string | null;
  /** Whether its list goes on to older pages that were not read yet; `feeds.older` reads them. */
  readonly hasOlder: boolean;
  readonly rule: FeedRule;
}

/** Something that can be followed. */
export interface FeedChoice {
  readonly kind: FeedKind;
  readonly address: string;
  readonly title: string;
  /** How many entries it has now; `null` when it was not looked into. */
  readonly entries: number | null;
  /** Whether it is followed already. */
  readonly isFollowed: boolean;
}

/** What became of a file of feeds. */
export interface ImportedFeeds {
  /** Followed now. */
  readonly added: number;
  /** Followed before. */
  readonly known: number;
  /** Named by no address that can be followed. */
  readonly refused: number;
}

/** What the window can ask about feeds. */
export interface FeedCalls {
  'feeds.list': { in: void; out: readonly Feed[] };
  /** What can be followed at an address that the person gave: of a feed itself, or of a page, its feeds and what it lists. Never empty. */
  'feeds.look': { in: { readonly address: string }; out: readonly FeedChoice[] };
  /** Follows a choice; `typed` is the address the person gave. The answer is there before the feed was asked. */
  'feeds.follow': {
    in: { readonly typed: string; readonly address: string; readonly kind: FeedKind; readonly title: string };
    out: Feed;
  };
  /** Asks one feed now, or with `null` all that are followed; resolves when they have answered or failed. */
  'feeds.refresh': { in: { readonly id: FeedId | null }; out: void };
  /** Reads on in a list that `hasOlder` pages, at most ten of them; resolves with how many posts were new. Throws what fetching throws. */
  'feeds.older': { in: { readonly id: FeedId }; out: number };
  'feeds.setRule': { in: { readonly id: FeedId; readonly rule: FeedRule }; out: Feed };
  /** Asks it no more; its entries stay. `true` follows it again. */
  'feeds.setFollowed': { in: { readonly id: FeedId; readonly isFollowed: boolean }; out: Feed };
  /** Takes a feed and all its entries off the timeline; `feeds.restore` brings them back until the library is closed. */
  'feeds.remove': { in: { readonly id: FeedId }; out: void };
  'feeds.restore': { in: { readonly id: FeedId }; out: Feed };
  /** Follows the feeds that a file (OPML) names; none of them may be on a private network. */
  'feeds.import': { in: { readonly bytes: Uint8Array }; out: ImportedFeeds };
  /** Lets the person choose where the followed feeds are written (OPML); its name, `null` when they cancel. */
  'feeds.export': { in: void; out: string | null };
}
