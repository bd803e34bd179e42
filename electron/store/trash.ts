// What was removed from a library: listed, and after a while or at a person's wish removed for good. When each was removed stands in
// `trash.json`, written before it leaves its place. Refuses to remove anything by itself on a clock that cannot be right.
import { join } from 'node:path';
import * as v from 'valibot';
import { isArticleId, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { TRASH_DAYS } from '#contract/trash.ts';
import { readArticleFolder, type ReadingOptions } from './articleReading.ts';
import { refuseNewer } from './articleSchema.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { hasFolder, isAbsent, listIfThere } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { removeQuietly, renamePatiently, tempName } from './durableFile.ts';
import { openJsonFile, type JsonFile } from './jsonFile.ts';
import { idOfTrashed } from './layout.ts';
import { mapBounded, shareRuns, type TaskQueue } from './taskQueue.ts';
import { believedDays, dayOf, withToday } from './trashClock.ts';

const recordsSchema = v.looseObject({
  format: v.literal(1),
  /** When each was removed, by the name of its folder. */
  removed: v.record(v.string(), v.string()),
  /** Days on which Layover was used, counted from 1970. */
  days: v.array(v.number()),
});

type TrashRecords = v.InferOutput<typeof recordsSchema>;

/** Something in the trash. `article` is `undefined` when it cannot be read. */
export interface Trashed {
  readonly id: ArticleId;
  readonly article: Article | undefined;
  /** An ISO instant. */
  readonly removed: string;
  readonly daysLeft: number;
}

/** The trash of a library. */
export interface Trash {
  /** So many of it, last removed first, and how many there are. Throws `AppError('disk')`. */
  list(from: number, count: number): Promise<{ readonly total: number; readonly entries: readonly Trashed[] }>;
  /** All that is in it, in no order. Throws `AppError('disk')`. */
  ids(): Promise<readonly ArticleId[]>;
  /**
   * Removes one for good, with its copies and highlights. One `ofMany` leaves its note in the trash to `forgetAll`.
   * Throws `AppError`: `not-found`, `disk`, `locked`.
   */
  discard(id: ArticleId, ofMany?: boolean): Promise<void>;
  /** Articles, or by their folders' names copies, are back or gone for good. A note that a crash leaves behind harms nothing and goes another time. Throws `AppError`: `disk`, `locked`. */
  forgetAll(gone: ReadonlySet<string>): Promise<void>;
  /**
   * Removes for good what has been here for `TRASH_DAYS`, and takes down that Layover is used today; answers how many. Removes nothing on
   * a clock that is before the newest article or the last day of use. Throws `AppError`: `disk`, `locked`.
   */
  discardOld(): Promise<number>;
}

/** What the trash needs. */
export interface TrashOptions extends ReadingOptions {
  readonly catalogue: Pick<Catalogue, 'rowOf' | 'columns' | 'bySaved'>;
  readonly queue: TaskQueue;
  readonly assertWritable: () => void;
  /** Removes what was marked in an article; called before the article itself goes. */
  readonly removeHighlights: (id: ArticleId) => Promise<void>;
}

const NOT_LISTED = 'The trash could not be listed';
const NOT_REMOVED = 'The article could not be removed for good';
const AT_ONCE = 8;
const DAY_MS = 86_400_000;
const JUST_NOW_MS = 600_000;

/** The trash, and what the store of articles tells it. */
export interface OpenTrash extends Trash {
  /** Takes down that articles or, by their folders' names, copies are removed now; to be awaited before they are. One that was just noted costs nothing. Throws `AppError('disk')`. */
  note(names: readonly string[]): Promise<void>;
  /** Resolves when the names in the trash are on the device; many that wait share one sync. Throws the system's error. */
  readonly sync: () => Promise<void>;
  settled(): Promise<void>;
}

/** Opens the trash of a library. Throws the system's error. */
export async function openTrash(options: TrashOptions): Promise<OpenTrash> {
  const { disk, layout, catalogue, now } = options;
  const records: JsonFile<TrashRecords> = await openJsonFile(layout.trashFile, {
    ...options,
    tempFolder: layout.temp,
    keepsDays: true,
    parse: (json) => {
      refuseNewer(json);
      return v.parse(recordsSchema, json);
    },
    initial: () => ({ format: 1 as const, removed: {}, days: [] }),
  });

  /** Folders of articles and, with a name of their own, of copies. */
  async function names(): Promise<readonly string[]> {
    try {
      const found = await listIfThere(disk, layout.trash);
      return found.flatMap(({ name, kind }) => (kind === 'folder' && idOfTrashed(name) !== undefined ? [name] : []));
    } catch (failure) {
      throw toDiskError(failure, NOT_LISTED);
    }
  }

  const sync = shareRuns(() => disk.syncFolder(layout.trash));
  // Whoever empties a trash of thousands asks for each of them.
  const namesForMany = shareRuns(names);

  const ids = async (): Promise<readonly ArticleId[]> => (await names()).filter(isArticleId);

  /** What an older Layover removed counts from now, as does what was removed on a clock that ran ahead. */
  function removedAt(name: string): number {
    const noted = Date.parse(records.value.removed[name] ?? '');
    const time = now().getTime();
    return Number.isNaN(noted) || noted > time + DAY_MS ? time : noted;
  }

  const believed = (name: string): number => believedDays(removedAt(name), records.value.days, now().getTime());

  async function read(id: ArticleId): Promise<Article | undefined> {
    try {
      return await readArticleFolder(layout.trashed(id), id, options);
    } catch (failure) {
      if (failure instanceof AppError || isAbsent(failure)) return undefined;
      throw toDiskError(failure, NOT_LISTED);
    }
  }

  function discard(id: ArticleId): Promise<void> {
    return options.queue.run(id, async () => {
      options.assertWritable();
      try {
        if (!(await hasFolder(disk, layout.trashed(id)))) {
          throw new AppError('not-found', 'This article is not in the trash any more. Nothing was changed.');
        }
        // Of an article that was put back by hand the copies and highlights are its own.
        if (catalogue.rowOf(id) === undefined) {
          await options.removeHighlights(id);
          await disk.remove(layout.versionsOf(id));
        }
        const copies = (await namesForMany()).filter((name) => idOfTrashed(name) === id && name !== id);
        for (const name of [...copies, id]) await clear(name, id);
      } catch (failure) {
        throw toDiskError(failure, NOT_REMOVED);
      }
    });
  }

  /** Out of the trash in one step, so that no half of it is ever listed. */
  async function clear(name: string, id: ArticleId): Promise<void> {
    const away = join(layout.temp, tempName(id));
    await renamePatiently(disk, join(layout.trash, name), away);
    await sync();
    await removeQuietly(disk, away);
  }

  function discardCopy(name: string, id: ArticleId): Promise<void> {
    return options.queue.run(id, async () => {
      // It may have gone with its article.
      if (await hasFolder(disk, join(layout.trash, name))) await clear(name, id);
    });
  }

  async function forgetAll(gone: ReadonlySet<string>): Promise<void> {
    if (![...gone].some((id) => records.value.removed[id] !== undefined)) return;
    await records.update((value) => {
      const removed = Object.fromEntries(Object.entries(value.removed).filter(([id]) => !gone.has(id)));
      return { ...value, removed };
    });
  }

  /** Takes down today; on a plausible clock also gives everything that is there an instant, and forgets what is not there. */
  async function putInOrder(there: readonly string[], isPlausible: boolean): Promise<void> {
    const today = dayOf(now().getTime());
    if (!isPlausible) {
      await records.update((value) => ({ ...value, days: [...withToday(value.days, today)] }));
      return;
    }
    const removed = Object.fromEntries(there.map((name) => [name, new Date(removedAt(name)).toISOString()]));
    await records.update((value) => ({ ...value, removed, days: [...withToday(value.days, today)] }));
  }

  /** Somebody brought it back, or removed it, meanwhile. */
  function unlessGone(failure: unknown): void {
    if (!(failure instanceof AppError) || failure.code !== 'not-found') throw failure;
  }

  function isClockPlausible(): boolean {
    const newest = catalogue.bySaved()[0];
    const newestSaved = newest === undefined ? 0 : (catalogue.columns.saved[newest] ?? 0);
    const lastDay = Math.max(0, ...records.value.days);
    return now().getTime() >= newestSaved && dayOf(now().getTime()) >= lastDay;
  }

  return {
    ids,
    sync,
    forgetAll,
    async discard(id, ofMany = false) {
      await discard(id);
      if (!ofMany) await forgetAll(new Set([id]));
    },
    async list(from, count) {
      const all = (await ids()).map((id): [ArticleId, number] => [id, removedAt(id)]);
      all.sort(([a, removedA], [b, removedB]) => removedB - removedA || (a < b ? -1 : 1));
      const entries = await mapBounded(all.slice(from, from + count), AT_ONCE, async ([id, removed]) => ({
        id,
        article: await read(id),
        removed: new Date(removed).toISOString(),
        daysLeft: Math.max(0, TRASH_DAYS - believed(id)),
      }));
      return { total: all.length, entries };
    },
    async discardOld() {
      options.assertWritable();
      const isPlausible = isClockPlausible();
      const there = await names();
      await putInOrder(there, isPlausible);
      if (!isPlausible) return 0;
      const old = there.filter((name) => believed(name) >= TRASH_DAYS);
      await mapBounded(old, AT_ONCE, async (name) => {
        const id = idOfTrashed(name);
        if (id !== undefined) await (name === id ? discard(id) : discardCopy(name, id)).catch(unlessGone);
      });
      await forgetAll(new Set(old));
      return old.length;
    },
    async note(added) {
      const time = now().getTime();
      const unnoted = added.filter((name) => !(time - Date.parse(records.value.removed[name] ?? '') < JUST_NOW_MS));
      if (unnoted.length === 0) return;
      const instant = new Date(time).toISOString();
      const noted = Object.fromEntries(unnoted.map((name) => [name, instant]));
      await records.update((value) => ({
        ...value,
        removed: { ...value.removed, ...noted },
        days: [...withToday(value.days, dayOf(time))],
      }));
    },
    settled: () => records.settled(),
  };
}
