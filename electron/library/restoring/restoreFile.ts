// A file that the person chose in: a backup, a trip pack or an export as JSON, known by what is in it. Each article of it goes into the library
// (`restoreLibrary.ts`); one that is damaged is told and left out, and stops no other.
import { open } from 'node:fs/promises';
import * as v from 'valibot';
import { isArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { MOST_VIEWS } from '#contract/views.ts';
import { fromCopyRecord } from './articleRecord.ts';
import { openBackup, type OpenBackup } from '../../exchange/export/backupArchive.ts';
import type { ArticleRecord } from '../../exchange/export/libraryJson.ts';
import type { ByteSource } from '../../exchange/export/zipReader.ts';
import type { Layover } from '../../layover.ts';
import type { JobDesk } from '../exporting/libraryJobs.ts';
import { settingsForBackup } from '../exporting/settingsForBackup.ts';
import { byteSource, ownFileKind, ownRecords } from './ownFile.ts';
import { createCounter, restoreArchive, restorePicture, soundJson } from './restoreArticles.ts';
import type { ComingArticle, RestoreTools } from './restoreLibrary.ts';
import { restoreTrip } from './restoreTrip.ts';
import type { Library } from '../../store/library.ts';
import { parseWholeFeeds } from '../../store/feedFiles.ts';
import { parseStoredSettings, toSettings } from '../../store/settingsSchema.ts';
import { parseTripRecords } from '../../store/tripFiles.ts';

/** Puts everything a file holds into the library. Throws `unreadable` when it is no such file or its end is missing, `disk`, `locked`. */
export async function restoreFile(path: string, layover: Layover, desk: JobDesk): Promise<void> {
  const { library } = layover;
  library.assertWritable();
  const tools: RestoreTools = {
    library,
    adopted: (article) => layover.care.adopted(article),
    highlighted: (id, highlights) => layover.highlights.restored(id, highlights),
    trashed: new Set(await library.trash.ids()),
  };
  const handle = await open(path, 'r');
  try {
    const kind = await ownFileKind(handle);
    if (kind === 'backup') return await restoreBackup(await byteSource(handle), layover, tools, desk);
    if (kind === 'trip') return await restoreTrip(await byteSource(handle), layover.trips, tools, desk);
    if (kind === 'json') return await restoreJson(path, tools, desk);
  } finally {
    await handle.close();
  }
  throw new AppError(
    'unreadable',
    'This file is neither a backup of Layover nor a library that was exported as JSON, and no trip pack. Nothing was changed. Other formats are opened by importing.',
  );
}

async function restoreBackup(source: ByteSource, layover: Layover, tools: RestoreTools, desk: JobDesk): Promise<void> {
  const { library } = tools;
  const backup = await openBackup(source);
  const wasEmpty = library.catalogue.count === 0;
  await restoreArchive(backup, tools, desk);
  await restoreOwn(backup, library, wasEmpty);
  for (const feed of soundJson(await backup.own('feeds.json'), parseWholeFeeds) ?? []) {
    desk.throwIfCancelled();
    await layover.feeds.admit(feed);
  }
  for (const trip of soundJson(await backup.own('trips.json'), parseTripRecords) ?? []) {
    desk.throwIfCancelled();
    await layover.trips.admit(trip);
  }
}

async function restoreJson(path: string, tools: RestoreTools, desk: JobDesk): Promise<void> {
  const counter = createCounter(desk);
  for await (const record of ownRecords(path)) {
    desk.throwIfCancelled();
    if ('picture' in record) await restorePicture(record.picture, Buffer.from(record.bytes, 'base64'), tools.library);
    else await counter.count(titleOf(record), () => Promise.resolve(toComing(record)), tools);
  }
}

function toComing(record: ArticleRecord): ComingArticle {
  return {
    whole: fromCopyRecord(record),
    versions: record.versions.map(fromCopyRecord),
    marks: { highlights: record.highlights, changes: record.highlightChanges },
  };
}

/** An empty library takes all settings over; one that is in use takes only the views and rules it does not have. */
async function restoreOwn(backup: OpenBackup, library: Library, wasEmpty: boolean): Promise<void> {
  const stored = soundJson(await backup.own('settings.json'), parseStoredSettings);
  if (stored !== undefined) {
    const settings = settingsForBackup(toSettings(stored));
    const { views, rules } = library.settings();
    const change = wasEmpty ? settings : { views: joined(views, settings.views), rules: joined(rules, settings.rules) };
    await library.setSettings(change);
  }
  const speed = soundJson(await backup.own('reading.json'), (json) => v.parse(memorySchema, json).speed);
  if (speed !== undefined && Object.keys(library.readingMemory().speed).length === 0) {
    await library.remember(() => ({ speed }));
  }
}

const amount = v.pipe(v.number(), v.minValue(0));
const memorySchema = v.looseObject({
  speed: v.record(v.string(), v.object({ counted: amount, bins: v.array(amount) })),
});

function joined<T extends { readonly id: string }>(here: readonly T[], there: readonly T[]): readonly T[] {
  const known = new Set(here.map(({ id }) => id));
  return [...here, ...there.filter(({ id }) => !known.has(id))].slice(0, MOST_VIEWS);
}

function titleOf({ article }: ArticleRecord): string {
  const facts = v.safeParse(v.looseObject({ title: v.string(), id: v.string() }), article);
  if (!facts.success) return '?';
  return facts.output.title === '' && isArticleId(facts.output.id) ? facts.output.id : facts.output.title;
}
