// A trip: what a person takes along before the network is gone, what of it is proved to work without one, and what came of it.
import type { ArticleId, PostKind } from './article.ts';
import type { ErrorReport } from './errors.ts';
import type { FeedId } from './feeds.ts';
import type { TripPackWords } from './tripPackWords.ts';

declare const brand: unique symbol;

/** Names one trip: 12 lower-case base-32 characters, made with it, never reused. */
export type TripId = string & { readonly [brand]: 'TripId' };

/** Tells whether a text has the form of a `TripId`; it may still name nothing. */
export function isTripId(text: string): text is TripId {
  return /^[a-z2-7]{12}$/.test(text);
}

/** When the network is gone: a day and a time as the clock shows them there, such as `2026-12-01`, `07:40`, `Europe/Lisbon`. */
export interface Departure {
  readonly day: string;
  readonly time: string;
  /** An IANA name. */
  readonly zone: string;
}

/** Where a trip draws from. `related`: the lists of an article; `queue`: what is neither finished nor archived. */
export type TripSource =
  | { readonly from: 'queue' }
  | { readonly from: 'view'; readonly id: string }
  | { readonly from: 'tag'; readonly tag: string }
  | { readonly from: 'related'; readonly articleId: ArticleId }
  | { readonly from: 'feed'; readonly feed: FeedId };

/** Limits of what a person can ask for. */
export const TRIP_LIMITS = {
  nameLength: 80,
  minutes: { least: 10, most: 6_000 },
  sizeBytes: { least: 1_000_000, most: 100_000_000_000 },
  sources: 50,
  items: 2_000,
  trips: 200,
} as const;

/** What a person says of a trip. */
export interface TripPlan {
  /** 1 to 80 characters. */
  readonly name: string;
  /** `null` while it is not known. */
  readonly departure: Departure | null;
  /** To be filled with reading. */
  readonly minutes: number;
  /** Most that its articles may take on the disk; `null` for no limit. */
  readonly sizeBytes: number | null;
  /** Most that may be fetched for it, for a network that is paid by the byte; `null` for no limit. */
  readonly fetchBytes: number | null;
  readonly sources: readonly TripSource[];
  /** Whether the person wants to be reminded before they leave when something is not ready. */
  readonly reminds: boolean;
}

/** Why an article was chosen, the most telling reason first. */
export type TripReason =
  /** The person put it in. */
  | { readonly because: 'chosen' }
  /** It was begun; so much of it was read, 0 to 1. */
  | { readonly because: 'begun'; readonly progress: number }
  /** It waits since this instant, longer than most. */
  | { readonly because: 'waiting'; readonly since: string }
  /** It is the first or only one of its site, or of its kind. */
  | { readonly because: 'site'; readonly site: string }
  | { readonly because: 'kind'; readonly kind: PostKind }
  /** Beside others that are not so short, or so long. */
  | { readonly because: 'short' }
  | { readonly because: 'long' }
  /** It fits in what was left. */
  | { readonly because: 'fits' };

/** One article of a trip, or a post that is still to be saved for it. */
export interface TripItem {
  /** Names it within the trip: the article's id, or the canonical address of a post. An article that is saved keeps the key it had as a post. */
  readonly key: string;
  /** `null` until it is saved. */
  readonly articleId: ArticleId | null;
  /** Of a post: where it is. */
  readonly url: string | null;
  readonly title: string;
  /** The site's name, or its host. */
  readonly site: string | null;
  readonly kind: PostKind;
  /** That were left to read when it was chosen, at the person's own speed; guessed for a post. */
  readonly minutes: number;
  /** On the disk; guessed for a post. */
  readonly sizeBytes: number;
  /** Stays when the trip is filled anew. */
  readonly isLocked: boolean;
  readonly reasons: readonly TripReason[];
}

/** A trip as it is kept. */
export interface Trip extends TripPlan {
  readonly id: TripId;
  /** When it was made, an ISO instant. */
  readonly made: string;
  /** In the order in which they are to be read. */
  readonly items: readonly TripItem[];
  /** Keys of what the person took out; it is not proposed again. */
  readonly refused: readonly string[];
  /** When the person said that they are on the way, and back, ISO instants. */
  readonly left: string | null;
  readonly landed: string | null;
}

/** What was counted when an article was opened without a network. */
export interface CheckEvidence {
  /** Words that the article has, and those that were laid out. */
  readonly words: number;
  readonly wordsShown: number;
  /** Pictures that the page named when it was saved, posters of films among them, and those that were decoded and drawn. */
  readonly pictures: number;
  readonly picturesShown: number;
  readonly posters: number;
  readonly postersShown: number;
  /** Typefaces that could not be loaded. */
  readonly failedFonts: readonly string[];
  /** Characters that no typeface here can draw; at most 20. */
  readonly missingGlyphs: readonly string[];
  /** Files whose bytes are gone or other than when they were saved, by their names in the library; at most 20. */
  readonly damaged: readonly string[];
  /** Path below the app's own origin of a small picture of the first screen; `null` where none could be taken. */
  readonly picture: string | null;
}

/** What a departure check found of one article. Only `ready` is ready. */
export type CheckStatus = 'ready' | 'imagesMissing' | 'textOnly' | 'needsSignIn' | 'notFetched' | 'broken';

/** The proof of one article, or what stands against it. */
export interface CheckResult {
  readonly key: string;
  readonly status: CheckStatus;
  /** With `imagesMissing`: how many. */
  readonly missingImages: number;
  /** `null` when nothing could be opened. */
  readonly evidence: CheckEvidence | null;
  /** Why, where something stands against it. */
  readonly problem: ErrorReport | null;
  /** `opened` in a window without a network; `files` were only compared with what was saved. Of `files` nothing is ever `ready`. */
  readonly way: 'opened' | 'files';
  /** When, an ISO instant. */
  readonly checked: string;
  /** What the files were then: the result means nothing once they are otherwise. */
  readonly mark: string;
}

/** Where a row of the board stands: as it was checked; `unproved` since it was never checked, or changed after; or what is done about it now. */
export type BoardStatus = CheckStatus | 'unproved' | 'waiting' | 'fetching' | 'checking';

/** A row of the departure board. */
export interface BoardRow extends TripItem {
  readonly status: BoardStatus;
  readonly missingImages: number;
  /** Minutes that are left to read now. */
  readonly minutesLeft: number;
  /** 0 to 1. */
  readonly progress: number;
  readonly isFinished: boolean;
  /** The last check; `null` where there was none, or what it said does not count any more. */
  readonly check: CheckResult | null;
  /** Whether something can be fetched or tried again for it. */
  readonly isRepairable: boolean;
}

/** What is being done for a trip. */
export interface TripWork {
  readonly kind: 'packing' | 'checking' | 'repairing';
  readonly done: number;
  readonly total: number;
  readonly receivedBytes: number;
}

/** Why packing ended early: the limit of bytes was reached, the network went, the disk is full, or the person ended it. */
export type PackingEnd = 'whole' | 'limit' | 'offline' | 'disk' | 'cancelled';

/** The departure board. */
export interface TripBoard {
  readonly trip: Trip;
  /** In the order of the trip. */
  readonly rows: readonly BoardRow[];
  /** Left to read. */
  readonly minutes: number;
  readonly sizeBytes: number;
  readonly ready: number;
  /** The earliest check that counts of all rows; `null` unless every row was checked. */
  readonly proved: string | null;
  readonly work: TripWork | null;
  /** How the last packing ended; `null` before the first. */
  readonly packed: PackingEnd | null;
  /** Links that wait for the next network. */
  readonly outbox: number;
}

/** A trip in a list. */
export interface TripLine {
  readonly id: TripId;
  readonly name: string;
  readonly departure: Departure | null;
  readonly items: number;
  readonly ready: number;
  readonly minutes: number;
  readonly sizeBytes: number;
  readonly left: string | null;
  readonly landed: string | null;
}

/** What came of a trip. */
export interface Landing {
  readonly finished: number;
  readonly begun: number;
  readonly leftOver: number;
  /** Minutes read on the way. */
  readonly minutes: number;
  readonly highlights: number;
  /** Links that were put into the outbox on the way: those that are here since, those that still wait, and those that could not be fetched. */
  readonly fetched: number;
  readonly waiting: number;
  readonly failed: number;
}

/** How a trip is written to a file: as one HTML file, as a book, or as a pack that another Layover takes in. */
export type TripPack = 'html' | 'epub' | 'layover';

/** What is to be written of a trip. */
export interface TripExport {
  readonly id: TripId;
  readonly pack: TripPack;
  /** What the file says in words of its own; a pack for another Layover says nothing. */
  readonly words: TripPackWords;
}

type OfTrip = { readonly id: TripId };
type OfItem = OfTrip & { readonly key: string };

/** Calls about trips. All that name a trip fail with `not-found` when it is gone; all that change one answer it as it is then. */
export interface TripCalls {
  /** Those that lie ahead first, the next departure first. */
  'trips.list': { in: void; out: readonly TripLine[] };
  'trip.make': { in: { readonly plan: TripPlan }; out: Trip };
  /** Only the named parts change. */
  'trip.change': { in: OfTrip & { readonly plan: Partial<TripPlan> }; out: Trip };
  'trip.remove': { in: OfTrip; out: void };
  /** Brings back what was removed since the library was opened. */
  'trip.restore': { in: OfTrip; out: Trip };
  /** Proposes what is not locked anew. */
  'trip.fill': { in: OfTrip; out: Trip };
  'trip.lock': { in: OfItem & { readonly isLocked: boolean }; out: Trip };
  /** Puts another in its place that fits, and does not propose it again. Fails with `no-content` when there is none. */
  'trip.swap': { in: OfItem; out: Trip };
  /** Puts articles in, locked; those that are in it already are left where they are. */
  'trip.add': { in: OfTrip & { readonly articleIds: readonly ArticleId[] }; out: Trip };
  /** Takes one out; it is not proposed again. */
  'trip.drop': { in: OfItem; out: Trip };
  /** Moves one to a place among the others, counted from 0. */
  'trip.move': { in: OfItem & { readonly to: number }; out: Trip };
  /** Looks whether files are still what they were when they were checked. */
  'trip.board': { in: OfTrip; out: TripBoard };
  /** Fetches what is missing, and then checks. Returns once it has begun; `trips.changed` tells how far it is. */
  'trip.pack': { in: OfTrip; out: void };
  /** Checks every article. */
  'trip.check': { in: OfTrip; out: void };
  /** Tries again all that can be repaired, and checks that; with a key only that one. */
  'trip.repair': { in: OfTrip & { readonly key: string | null }; out: void };
  /** Ends what is done for the trip after what is being done now. */
  'trip.stop': { in: OfTrip; out: void };
  /** Says that the person is on the way (`false`), or back (`true`); who was back is on the same way again. */
  'trip.leave': { in: OfTrip & { readonly isBack: boolean }; out: Trip };
  /** Takes back that the person is on the way: the trip is planned again. */
  'trip.stay': { in: OfTrip; out: Trip };
  'trip.landing': { in: OfTrip; out: Landing };
}
