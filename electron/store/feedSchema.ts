// The shapes of what is kept of feeds: a record each, and pages of entries. What a younger Layover wrote beside them stays.
import * as v from 'valibot';
import { isFeedId, type FeedId } from '#contract/feeds.ts';
import { POST_KINDS } from '#contract/post.ts';
import { errorCode } from './articleSchema.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const id = v.custom<FeedId>((value) => typeof value === 'string' && isFeedId(value));
const kind = v.picklist(POST_KINDS);

/** The rule of a feed, as `FeedRule`. */
export const feedRule = v.variant('save', [
  v.strictObject({ save: v.literal('none') }),
  v.strictObject({ save: v.literal('all') }),
  v.strictObject({
    save: v.literal('words'),
    words: v.pipe(v.array(v.pipe(text, v.minLength(1), v.maxLength(100))), v.maxLength(50)),
  }),
  v.strictObject({ save: v.literal('kinds'), kinds: v.pipe(v.array(kind), v.maxLength(10)) }),
  v.strictObject({ save: v.literal('newest'), count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)) }),
]);

const newFeed = v.object({
  kind: v.picklist(['feed', 'list']),
  title: text,
  address: text,
  site: v.nullable(text),
  /** Host that the person typed, which may be a private one. */
  privateHost: v.nullable(text),
  isFollowed: v.boolean(),
  /** When it was taken off with its entries, an ISO instant; it goes for good when the library is opened next. */
  removed: v.nullable(text),
  rule: feedRule,
  /** When the person last chose whether it is followed, was taken off, or what is saved of it, an ISO instant; `null` when never since it was followed. */
  chosen: v.optional(v.nullable(text), null),
  everyMinutes: v.nullable(v.number()),
  maxAgeMs: v.nullable(v.number()),
  etag: v.nullable(text),
  lastModified: v.nullable(text),
  fetched: v.nullable(text),
  /** When it is asked next. */
  next: v.nullable(text),
  /** How long it was to be left alone until then, in milliseconds; the first versions wrote nothing. */
  waitMs: v.optional(v.nullable(v.number()), null),
  /** Until when its site asked to be left alone. */
  notBefore: v.nullable(text),
  /** In a row. */
  failures: count,
  failure: v.nullable(v.object({ code: errorCode, message: text })),
  isOffline: v.boolean(),
  isGone: v.boolean(),
  movedFrom: v.nullable(text),
  /** Where a list goes on to pages that nobody has read yet. */
  older: v.optional(v.nullable(text), null),
  /** For each page of its entries how many there are, and a number that changes with them. */
  pages: v.array(v.object({ count, stamp: count })),
});

/** What is kept of a feed beside its entries. */
export const feedRecord = v.looseObject({ format: v.literal(1), id, ...newFeed.entries });

/** A feed that is about to be kept. */
export type NewFeed = v.InferOutput<typeof newFeed>;

/** A feed as it is kept. */
export type FeedRecord = v.InferOutput<typeof feedRecord>;

/** An entry, as `KnownEntry`. */
export const knownEntry = v.looseObject({
  key: text,
  title: text,
  url: v.nullable(text),
  added: v.nullable(text),
  published: v.nullable(text),
  updated: v.nullable(text),
  byline: v.nullable(text),
  excerpt: v.nullable(text),
  categories: v.pipe(v.array(text), v.readonly()),
  kind,
  content: v.nullable(text),
  /** When it was first seen, an ISO instant. */
  seen: text,
  /** Whether it came after the feed was followed, so that it was added when it was seen. */
  isNew: v.boolean(),
  /** Whether the feed's rule wants it saved, and whether it was asked for; that is done once. */
  wish: v.picklist(['none', 'wanted', 'asked']),
});

/** An entry as it is kept: what its feed tells of it, and what is known beside. */
export type KnownEntry = v.InferOutput<typeof knownEntry>;

/** A page of entries. */
export const feedPage = v.looseObject({ format: v.literal(1), feed: id, entries: v.array(knownEntry) });
