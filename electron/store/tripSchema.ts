// The shapes of what is kept of trips: a record each, and beside it what the departure checks found. What a younger Layover wrote beside them stays.
import * as v from 'valibot';
import { isFeedId, type FeedId } from '#contract/feeds.ts';
import { POST_KINDS } from '#contract/post.ts';
import { isTripId, TRIP_LIMITS, type TripId } from '#contract/trip.ts';
import { articleId } from './articleSchema.ts';
import { lastChanges } from './lastChangeSchema.ts';
import { errorReport } from './saveSchema.ts';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const kind = v.picklist(POST_KINDS);
const instant = v.pipe(text, v.isoTimestamp());
const { minutes, sizeBytes, nameLength, sources, items } = TRIP_LIMITS;

/** See `TripId`. */
export const tripId = v.custom<TripId>((value) => typeof value === 'string' && isTripId(value));

/** An IANA name that this system knows. */
const zone = v.pipe(
  text,
  v.check((name) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
    } catch {
      // It throws for any other name.
      return false;
    }
  }),
);

const source = v.variant('from', [
  v.strictObject({ from: v.literal('queue') }),
  v.strictObject({ from: v.literal('view'), id: v.pipe(text, v.maxLength(40)) }),
  v.strictObject({ from: v.literal('tag'), tag: v.pipe(text, v.minLength(1), v.maxLength(200)) }),
  v.strictObject({ from: v.literal('related'), articleId }),
  v.strictObject({
    from: v.literal('feed'),
    feed: v.custom<FeedId>((value) => typeof value === 'string' && isFeedId(value)),
  }),
]);

const bytes = v.nullable(v.pipe(count, v.minValue(sizeBytes.least), v.maxValue(sizeBytes.most)));

/** What a person says of a trip, field by field; see `TripPlan`. */
export const tripPlan = {
  name: v.pipe(text, v.trim(), v.minLength(1), v.maxLength(nameLength)),
  departure: v.nullable(
    v.strictObject({ day: v.pipe(text, v.isoDate()), time: v.pipe(text, v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)), zone }),
  ),
  minutes: v.pipe(count, v.minValue(minutes.least), v.maxValue(minutes.most)),
  sizeBytes: bytes,
  fetchBytes: bytes,
  sources: v.pipe(v.array(source), v.maxLength(sources)),
  reminds: v.boolean(),
};

const reason = v.variant('because', [
  v.looseObject({ because: v.picklist(['chosen', 'short', 'long', 'fits']) }),
  v.looseObject({ because: v.literal('begun'), progress: share }),
  v.looseObject({ because: v.literal('waiting'), since: instant }),
  v.looseObject({ because: v.literal('site'), site: text }),
  v.looseObject({ because: v.literal('kind'), kind }),
]);

const item = v.looseObject({
  key: v.pipe(text, v.minLength(1)),
  articleId: v.nullable(articleId),
  url: v.nullable(text),
  title: text,
  site: v.nullable(text),
  kind,
  minutes: v.pipe(v.number(), v.minValue(0)),
  sizeBytes: count,
  isLocked: v.boolean(),
  reasons: v.array(reason),
});

const newTrip = v.object({
  ...tripPlan,
  made: instant,
  /** When its plan was changed last, and when what is in it and in which order; `made` counts where one is not there. */
  planned: v.exactOptional(instant),
  arranged: v.exactOptional(instant),
  items: v.pipe(v.array(item), v.maxLength(items)),
  refused: v.array(text),
  /** What of `items` came and went, by its key; see `joinLists`. */
  changes: lastChanges,
  left: v.nullable(instant),
  landed: v.nullable(instant),
  /** When it was removed, an ISO instant; it goes for good when the library is opened next. */
  removed: v.nullable(instant),
  /** How long each article had been read when the person left, in seconds, by its key. */
  secondsBefore: v.exactOptional(v.record(text, count)),
  /** What had been read, in articles and seconds, and which links, as canonical addresses, had been put into the outbox when the person landed. */
  atLanding: v.exactOptional(v.object({ finished: count, begun: count, seconds: count, outbox: v.array(text) })),
  packed: v.nullable(v.picklist(['whole', 'limit', 'offline', 'disk', 'cancelled'])),
});

/** What is kept of a trip. */
export const tripRecord = v.looseObject({ format: v.literal(1), id: tripId, ...newTrip.entries });

const evidence = v.looseObject({
  words: count,
  wordsShown: count,
  pictures: count,
  picturesShown: count,
  posters: count,
  postersShown: count,
  failedFonts: v.array(text),
  missingGlyphs: v.array(text),
  damaged: v.array(text),
  picture: v.nullable(text),
});

const check = v.looseObject({
  key: text,
  status: v.picklist(['ready', 'imagesMissing', 'textOnly', 'needsSignIn', 'notFetched', 'broken']),
  missingImages: count,
  evidence: v.nullable(evidence),
  problem: v.nullable(errorReport),
  way: v.picklist(['opened', 'files']),
  checked: instant,
  mark: text,
});

/** What was found at the last check of each article of a trip. */
export const tripChecks = v.looseObject({ format: v.literal(1), trip: tripId, checks: v.array(check) });

/** A trip that is about to be kept. */
export type NewTrip = v.InferOutput<typeof newTrip>;

/** A trip as it is kept. */
export type TripRecord = v.InferOutput<typeof tripRecord>;
