// The shape of `article.json`, checked whenever it is read and before it is written. Fields this version does not know are kept.
// Refuses anything else, and with its own words a file made by a newer Layover.
import * as v from 'valibot';
import { isArticleId, type Article, type ArticleId } from '#contract/article.ts';
import { isPostDate } from '#contract/dates.ts';
import { AppError, type ErrorCode } from '#contract/errors.ts';
import { instant, lastChanges } from './lastChangeSchema.ts';
import { storedLook } from './lookSchema.ts';

const text = v.string();
const textOrNull = v.nullable(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const dateOrNull = v.nullable(v.pipe(text, v.check(isPostDate)));
const kind = v.picklist(['article', 'video', 'audio', 'gallery']);

const ERROR_CODES: Readonly<Record<ErrorCode, true>> = {
  'bad-input': true,
  'not-found': true,
  network: true,
  timeout: true,
  tls: true,
  redirect: true,
  portal: true,
  'http-status': true,
  gone: true,
  'sign-in': true,
  'bad-response': true,
  incomplete: true,
  'too-large': true,
  unreadable: true,
  'no-content': true,
  disk: true,
  locked: true,
  cancelled: true,
  internal: true,
};

/** Any of the closed list of error codes. */
export const errorCode = v.custom<ErrorCode>((value) => typeof value === 'string' && Object.hasOwn(ERROR_CODES, value));

/** `ab/ab12….png`: a file below `assets/`, named by the SHA-256 of its bytes. */
export const ASSET_FILE = /^([0-9a-f]{2})\/\1[0-9a-f]{62}\.[a-z0-9]{1,5}$/;

const relatedEntry = v.looseObject({
  title: text,
  url: textOrNull,
  kind,
  added: dateOrNull,
  updated: dateOrNull,
  published: dateOrNull,
  excerpt: textOrNull,
  image: textOrNull,
  position: count,
  raw: text,
});

const hash = v.pipe(text, v.regex(/^[0-9a-f]{64}$/));

const storedImage = v.looseObject({
  url: text,
  hash,
  file: v.pipe(text, v.regex(ASSET_FILE)),
  mediaType: text,
  sizeBytes: count,
  width: v.pipe(v.number(), v.minValue(0)),
  height: v.pipe(v.number(), v.minValue(0)),
});

const missingPages = v.looseObject({
  first: count,
  last: v.nullable(count),
  url: text,
  code: errorCode,
  reason: text,
});

const original = { mediaType: text, encoding: textOrNull, sizeBytes: count };

/** The name of an article. */
export const articleId = v.custom<ArticleId>((value) => typeof value === 'string' && isArticleId(value));

/** Where a link was found that was then saved. */
export const foundIn = v.object({
  articleId,
  title: text,
  sentence: textOrNull,
});

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const keptPlace = v.looseObject({ of: instant, block: count, into: share, share, quote: text });

// What has a default was not written by the first versions of this format.
const article = v.looseObject({
  format: v.literal(1),
  id: v.custom<ArticleId>((value) => typeof value === 'string' && isArticleId(value)),
  title: text,
  byline: textOrNull,
  siteName: textOrNull,
  lang: textOrNull,
  dir: v.picklist(['ltr', 'rtl']),
  excerpt: textOrNull,
  published: dateOrNull,
  updated: dateOrNull,
  canonicalUrl: textOrNull,
  leadImage: textOrNull,
  kind,
  source: textOrNull,
  privateHost: v.exactOptional(text),
  part: v.optional(textOrNull, null),
  saved: instant,
  minutes: v.pipe(v.number(), v.minValue(1)),
  images: v.array(storedImage),
  report: v.looseObject({
    words: count,
    imagesFound: count,
    imagesStored: count,
    embeds: v.optional(count, 0),
    missing: v.array(v.looseObject({ url: text, code: errorCode, reason: text })),
    missingPages: v.optional(v.nullable(missingPages), null),
    sizeBytes: count,
  }),
  sums: v.exactOptional(v.looseObject({ content: hash, text: hash, comments: v.nullable(hash) })),
  original: v.looseObject(original),
  rendered: v.optional(v.boolean(), false),
  furtherPages: v.optional(v.array(v.looseObject({ ...original, address: text })), []),
  comments: v.optional(count, 0),
  foundIn: v.optional(v.nullable(foundIn), null),
  siteIcon: v.optional(v.nullable(v.pipe(text, v.regex(ASSET_FILE))), null),
  relatedLists: v.array(
    v.looseObject({
      heading: textOrNull,
      entries: v.array(relatedEntry),
      older: v.exactOptional(text),
      onPage: v.exactOptional(count),
    }),
  ),
  reading: v.looseObject({
    progress: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    block: count,
    read: v.nullable(instant),
    archived: v.boolean(),
    places: v.exactOptional(v.array(keptPlace)),
    seconds: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  }),
  look: v.optional(v.nullable(storedLook), null),
  tags: v.optional(v.array(text), () => []),
  tagChanges: lastChanges,
  starred: v.optional(v.boolean(), false),
  opened: v.optional(v.nullable(instant), null),
  keptSince: v.optional(v.nullable(instant), null),
  note: v.optional(text, ''),
});

/** Checks the content of an `article.json`. Throws `AppError('unreadable')` for a newer format, valibot's error for anything else that is wrong. */
export function parseArticle(json: unknown): Article {
  refuseNewer(json);
  return v.parse(article, json);
}

/** Throws `AppError('unreadable')` when a file says that it has a later format than 1, the only one there is. */
export function refuseNewer(json: unknown): void {
  if (typeof json !== 'object' || json === null || !('format' in json)) return;
  if (typeof json.format === 'number' && Number.isInteger(json.format) && json.format > 1) {
    throw new AppError('unreadable', 'It was made by a newer Layover. Nothing was changed; open it with that version.');
  }
}

/** Checks a file of format 1 by its schema. Throws as `parseArticle` does. */
export function checkedBy<S extends v.GenericSchema>(schema: S): (json: unknown) => v.InferOutput<S> {
  return (json) => {
    refuseNewer(json);
    return v.parse(schema, json);
  };
}
