// A file that the person chose in: a backup or an export as JSON, known by what is in it. Each article of it goes into the library
// (`restoreLibrary.ts`); one that is damaged is told and left out, and stops no other.
import { open } from 'node:fs/promises';
import * as v from 'valibot';
import { isArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { MOST_VIEWS } from '#contract/views.ts';
import { fromCopyRecord, fromFolder, picturesOf } from './articleRecord.ts';
import { inspectImage } from './capture/inspectImage.ts';
import { IMAGE_LIMITS } from './capture/limits.ts';
import { openBackup, type OpenBackup } from './exchange/export/backupArchive.ts';
import type { ArticleRecord } from './exchange/export/libraryJson.ts';
import type { ByteSource } from './exchange/export/zipReader.ts';
import type { Layover } from './layover.ts';
import type { JobDesk } from './libraryJobs.ts';
import { byteSource, ownFileKind, ownRecords } from './ownFile.ts';
import { restoreArticle, type ComingArticle, type RestoreTools } from './restoreLibrary.ts';
import type { Library } from './store/library.ts';
import { parseStoredSettings, toSettings } from './store/settingsSchema.ts';

/** Puts everything a file holds into the library. Throws `unreadable` when it is no such file or its end is missing, `disk`, `locked`. */
export async function restoreFile(path: string, layover: Layover, desk: JobDesk): Promise<void> {
  const { library } = layover;
  if (library.isReadOnly) {
    throw new AppError(
      'locked',
      'This library was opened for reading only, so nothing was restored. Close the other Layover that is using it, then open it again.',
    );
  }
  const tools: RestoreTools = {
    library,
    adopted: (article) => layover.care.adopted(article),
    highlighted: (id, highlights) => layover.highlights.restored(id, highlights),
    trashed: new Set(await library.trash.ids()),
  };
  const handle = await open(path, 'r');
  try {
    const kind = await ownFileKind(handle);
    if (kind === 'backup') return await restoreBackup(await byteSource(handle), tools, desk);
    if (kind === 'json') return await restoreJson(path, tools, desk);
  } finally {
    await handle.close();
  }
  throw new AppError(
    'unreadable',
    'This file is neither a backup of Layover nor a library that was exported as JSON. Nothing was changed. Other formats are opened by importing.',
  );
}

async function restoreBackup(source: ByteSource, tools: RestoreTools, desk: JobDesk): Promise<void> {
  const { library } = tools;
  const backup = await openBackup(source);
  desk.tell({ total: backup.ids.length });
  const wasEmpty = library.catalogue.count === 0;
  const counter = createCounter(desk);
  // The oldest first, so that what is here at any moment is a whole library of some day.
  for (const id of [...backup.ids].reverse()) {
    await counter.count(
      id,
      async () => {
        const { files, versions, highlights } = await backup.article(id);
        const coming: ComingArticle = {
          whole: fromFolder(files),
          versions: versions.map((each) => fromFolder(each.files)),
          highlights: highlightsOf(highlights),
        };
        for (const picture of picturesOf([coming.whole, ...coming.versions].map(({ article }) => article))) {
          if ((await library.assetFile(picture)) !== undefined) continue;
          const bytes = await backup.picture(picture);
          if (bytes !== undefined) await restorePicture(picture, bytes, library);
        }
        return coming;
      },
      tools,
    );
  }
  await restoreOwn(backup, library, wasEmpty);
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
    highlights: record.highlights,
  };
}

function createCounter(desk: JobDesk) {
  const counts = { added: 0, merged: 0, unchanged: 0 };
  let done = 0;
  return {
    async count(name: string, read: () => Promise<ComingArticle>, tools: RestoreTools): Promise<void> {
      desk.throwIfCancelled();
      let title = name;
      try {
        const coming = await read();
        ({ title } = coming.whole.article);
        counts[await restoreArticle(coming, tools)] += 1;
      } catch (failure) {
        if (!(failure instanceof AppError) || failure.code !== 'unreadable') throw failure;
        desk.leaveOut({ title, reason: failure.message });
      }
      done += 1;
      desk.tell({ done, added: counts.added, merged: counts.merged });
    },
  };
}

/** Stores a picture if it is one and what its name says; an article without it shows where it was. Throws `disk`, `locked`. */
async function restorePicture(file: string, bytes: Uint8Array, library: Library): Promise<void> {
  if ((await library.assetFile(file)) !== undefined) return;
  try {
    const { mediaType } = await inspectImage(bytes, IMAGE_LIMITS);
    await library.putAsset(bytes, mediaType);
  } catch (failure) {
    if (!(failure instanceof AppError) || (failure.code !== 'unreadable' && failure.code !== 'too-large'))
      throw failure;
  }
}

/** An empty library takes all settings over; one that is in use takes only the views and rules it does not have. */
async function restoreOwn(backup: OpenBackup, library: Library, wasEmpty: boolean): Promise<void> {
  const stored = soundJson(await backup.own('settings.json'), parseStoredSettings);
  if (stored !== undefined) {
    const { doorCode: _door, watchedFolder: _watched, backupFolder: _backup, ...settings } = toSettings(stored);
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

/** Settings that are damaged are no reason to lose the articles. */
function soundJson<T>(text: string | undefined, parse: (json: unknown) => T): T | undefined {
  if (text === undefined) return undefined;
  try {
    return parse(JSON.parse(text));
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof v.ValiError || failure instanceof AppError)
      return undefined;
    throw failure;
  }
}

function highlightsOf(text: string | null): unknown {
  if (text === null) return [];
  const file = soundJson(text, (json) => v.parse(v.looseObject({ highlights: v.unknown() }), json));
  // What is not there does not pass the check of highlights.
  return file?.highlights;
}

function titleOf({ article }: ArticleRecord): string {
  const facts = v.safeParse(v.looseObject({ title: v.string(), id: v.string() }), article);
  if (!facts.success) return '?';
  return facts.output.title === '' && isArticleId(facts.output.id) ? facts.output.id : facts.output.title;
}
