// The shape of a save on disk, checked whenever it is read, and the way between it and what the queue holds.
import * as v from 'valibot';
import type { ErrorReport } from '#contract/errors.ts';
import { FAILURE_CASES } from '#contract/failureDetail.ts';
import { HIGHLIGHT_COLORS } from '#contract/highlight.ts';
import type { ImportedMarks } from '#contract/imports.ts';
import type { Crawl, Portion, Save, WorkSource } from '#contract/save.ts';
import { articleId, errorCode, foundIn, refuseNewer } from './articleSchema.ts';

/** A save with what it was asked to save. */
export interface SaveRecord {
  readonly save: Save;
  readonly source: WorkSource;
  /** When it is to be tried again by itself: tries so far, the instant, and the wait that was planned in milliseconds. */
  readonly delay: { readonly tries: number; readonly until: string; readonly waitMs: number } | null;
  /** How to go on once it is saved; mostly not at all. */
  readonly crawl?: Crawl;
  /** What came with it from another program. */
  readonly imported?: ImportedMarks;
  /** All of it unless said. */
  readonly portion?: Portion;
  /** Host that may be a private one, as it was decided when the save was asked for; mostly none. */
  readonly privateHost?: string;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
// A case of a later version is as good as none.
const failureDetail = v.fallback(
  v.optional(v.object({ is: v.picklist(FAILURE_CASES), what: v.string(), number: v.number() })),
  undefined,
);
/** Why something failed, as it rests on disk. */
export const errorReport = v.pipe(
  v.object({ code: errorCode, message: v.string(), detail: failureDetail }),
  v.transform(({ detail, ...report }): ErrorReport => (detail === undefined ? report : { ...report, detail })),
);

const imported = v.object({
  importId: v.string(),
  title: v.nullable(v.string()),
  saved: v.nullable(v.string()),
  tags: v.array(v.string()),
  starred: v.boolean(),
  archived: v.boolean(),
  progress: v.nullable(v.number()),
  note: v.string(),
  highlights: v.array(
    v.object({
      quote: v.string(),
      note: v.string(),
      tags: v.array(v.string()),
      color: v.nullable(v.picklist(HIGHLIGHT_COLORS)),
      created: v.nullable(v.string()),
    }),
  ),
});

const storedSchema = v.looseObject({
  format: v.literal(1),
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  label: v.string(),
  asked: v.string(),
  progress: v.variant('state', [
    v.object({ state: v.literal('waiting') }),
    v.object({ state: v.literal('failed'), error: errorReport }),
  ]),
  // What is optional was not written by the first versions of this format.
  order: v.optional(v.number()),
  foundIn: v.optional(v.nullable(foundIn), null),
  delay: v.optional(v.nullable(v.object({ tries: count, until: v.string(), waitMs: count, error: errorReport })), null),
  crawl: v.exactOptional(v.object({ depth: positive, atMost: positive })),
  imported: v.exactOptional(imported),
  portion: v.exactOptional(v.object({ pictures: v.picklist(['none', 'images', 'all']), mostBytes: v.nullable(count) })),
  privateHost: v.exactOptional(v.string()),
  source: v.variant('from', [
    v.object({ from: v.literal('address'), address: v.string() }),
    v.object({ from: v.literal('file'), name: v.string() }),
    v.object({ from: v.literal('paste'), text: v.string(), html: v.nullable(v.string()) }),
    v.object({ from: v.literal('repair'), articleId, address: v.string() }),
    v.object({ from: v.literal('older'), articleId, address: v.string() }),
    v.object({ from: v.literal('entry'), feed: v.string(), key: v.string(), address: v.string() }),
  ]),
});
/** A save as it is written. */
export type StoredSave = v.InferOutput<typeof storedSchema>;

/** Checks what was read. Throws `AppError('unreadable')` for a newer format, valibot's error for anything else that is wrong. */
export function parseSave(json: unknown): StoredSave {
  if (isPlain(json)) return json;
  refuseNewer(json);
  return v.parse(storedSchema, json);
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (json: unknown): json is Fields => typeof json === 'object' && json !== null && !Array.isArray(json);
const isTextOrNull = (json: unknown): boolean => json === null || typeof json === 'string';

/**
 * What an import asked for, as nearly all are where there are thousands, and every start of the program reads them: told by hand, which
 * takes a tenth of the time. Whatever is not exactly this goes by the schema.
 */
function isPlain(json: unknown): json is StoredSave {
  if (!isFields(json)) return false;
  const { format, id, label, asked, order, foundIn: found, delay, progress, source, imported: marks } = json;
  return (
    format === 1 &&
    Number.isInteger(id) &&
    Number(id) >= 1 &&
    [label, asked].every((text) => typeof text === 'string') &&
    typeof order === 'number' &&
    found === null &&
    delay === null &&
    !('crawl' in json || 'portion' in json) &&
    isFields(progress) &&
    progress['state'] === 'waiting' &&
    isFields(source) &&
    source['from'] === 'address' &&
    typeof source['address'] === 'string' &&
    isFields(marks) &&
    arePlainMarks(marks)
  );
}

function arePlainMarks({
  importId,
  title,
  saved,
  tags,
  starred,
  archived,
  progress,
  note,
  highlights,
}: Fields): boolean {
  return (
    [importId, note].every((text) => typeof text === 'string') &&
    isTextOrNull(title) &&
    isTextOrNull(saved) &&
    Array.isArray(tags) &&
    tags.every((tag) => typeof tag === 'string') &&
    typeof starred === 'boolean' &&
    typeof archived === 'boolean' &&
    (progress === null || typeof progress === 'number') &&
    Array.isArray(highlights) &&
    highlights.length === 0
  );
}

/** Stands for one that cannot be read: it keeps the number taken, and lets the person see and dismiss it. */
export function damagedRecord(id: number, now: Date): SaveRecord {
  const message =
    'What was to be saved here can no longer be read. Nothing else is affected; please save it once more.';
  return {
    save: {
      id,
      label: 'A save that cannot be read',
      asked: now.toISOString(),
      order: id,
      foundIn: null,
      progress: { state: 'failed', error: { code: 'unreadable', message } },
    },
    source: { from: 'paste', text: '', html: null },
    delay: null,
  };
}

/** As it is written; of a save under way only that it waits. */
export function toStored(record: SaveRecord): StoredSave {
  const { id, label, asked, foundIn: found } = record.save;
  const { source, crawl, portion, privateHost } = record;
  return {
    format: 1,
    id,
    label,
    asked,
    foundIn: found === null ? null : { ...found },
    ...changingParts(record),
    ...(crawl === undefined ? {} : { crawl: { ...crawl } }),
    ...(portion === undefined ? {} : { portion: { ...portion } }),
    ...(privateHost === undefined ? {} : { privateHost }),
    source: source.from === 'file' ? { from: 'file', name: source.name } : { ...source },
  };
}

/** What of a save changes once it was asked for. */
export function changingParts({
  save,
  delay,
  imported: marks,
}: SaveRecord): Pick<StoredSave, 'progress' | 'order' | 'delay' | 'imported'> {
  const { progress, order } = save;
  return {
    ...(marks === undefined ? {} : { imported: copyMarks(marks) }),
    progress: progress.state === 'failed' ? { state: 'failed', error: { ...progress.error } } : { state: 'waiting' },
    order,
    delay: delay === null || progress.state !== 'postponed' ? null : { ...delay, error: { ...progress.error } },
  };
}

/** As the queue holds it. */
export function fromStored(
  {
    id,
    label,
    asked,
    progress,
    order,
    foundIn: found,
    delay,
    crawl,
    imported: marks,
    portion,
    privateHost,
  }: StoredSave,
  source: WorkSource,
): SaveRecord {
  const shown: Save['progress'] =
    delay === null ? progress : { state: 'postponed', until: delay.until, error: delay.error };
  return {
    save: { id, label, asked, order: order ?? id, foundIn: found, progress: shown },
    source,
    delay: delay === null ? null : { tries: delay.tries, until: delay.until, waitMs: delay.waitMs },
    ...(crawl === undefined ? {} : { crawl }),
    ...(marks === undefined ? {} : { imported: marks }),
    ...(portion === undefined ? {} : { portion }),
    ...(privateHost === undefined ? {} : { privateHost }),
  };
}

function copyMarks({ tags, highlights, ...marks }: ImportedMarks): NonNullable<StoredSave['imported']> {
  return { ...marks, tags: [...tags], highlights: highlights.map((each) => ({ ...each, tags: [...each.tags] })) };
}
