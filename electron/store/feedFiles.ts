// What is followed, one small file each, and what was ever seen in it, in pages of which mostly the last is written. Refuses nothing that the
// contract allows; a file that cannot be read is left as it is, listed, and never written over.
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import { isFeedId, type FeedId } from '#contract/feeds.ts';
import { checkedBy } from './articleSchema.ts';
import type { Unreadable } from './articleReading.ts';
import { toDiskError } from './diskError.ts';
import { removeQuietly } from './durableFile.ts';
import { feedPage, feedRecord, knownEntry, type FeedRecord, type KnownEntry, type NewFeed } from './feedSchema.ts';
import { createJsonFile, openJsonFile, type JsonFile } from './jsonFile.ts';
import { openRecordFiles, type KeptFilesOptions } from './recordFiles.ts';
import { createTaskQueue } from './taskQueue.ts';

export type { FeedRecord, KnownEntry, NewFeed } from './feedSchema.ts';

/** The followed feeds of a library; what a promise acknowledges is on disk. */
export interface FeedFiles {
  /** All of them, those that were taken off with them; read once and then kept. What cannot be read stands in `unreadable`. Throws `AppError('disk')`. */
  all(): Promise<readonly FeedRecord[]>;
  /** As it stands on disk; `undefined` for an id that is not there. Known only after `all`. */
  get(id: FeedId): FeedRecord | undefined;
  /** Takes up what other hands made of the records since they were read; answers of which. Throws `AppError('disk')`. */
  lookAgain(): Promise<readonly FeedId[]>;
  /** Which of a feed's pages other hands wrote since they were read or written here, each told once; it reads none of them. Throws `AppError('disk')`. */
  pagesElsewhere(id: FeedId): Promise<readonly number[]>;
  /** `id` for one that has one already, which is free here. */
  add(record: NewFeed, id?: FeedId): Promise<FeedRecord>;
  /** Throws `AppError`: `not-found`, `disk`, `locked`. */
  update(id: FeedId, change: (record: FeedRecord) => FeedRecord): Promise<FeedRecord>;
  /** The entries of a page, in the order in which they were seen; `undefined` when it is not there. Throws `AppError`: `unreadable`, `disk`. */
  page(id: FeedId, page: number): Promise<readonly KnownEntry[] | undefined>;
  /** Replaces a page by what `change` makes of it, as it stands on the disk then; the same entries again write nothing. Throws `AppError`: `unreadable`, `disk`, `locked`. */
  writePage(
    id: FeedId,
    page: number,
    change: (entries: readonly KnownEntry[]) => readonly KnownEntry[],
  ): Promise<readonly KnownEntry[]>;
  /** Forgets a feed and all that was seen in it. Throws `AppError`: `disk`, `locked`. */
  erase(id: FeedId): Promise<void>;
  unreadable(): readonly Unreadable[];
  /** Resolves when no change is under way. */
  settled(): Promise<void>;
}

/** Opens the files; none is read before it is asked for. */
export function openFeedFiles(options: KeptFilesOptions): FeedFiles {
  const { layout, disk } = options;
  const shared = { ...options, tempFolder: layout.temp };
  const pageOptions = { ...shared, parse: checkedBy(feedPage) };
  const records = openRecordFiles<FeedId, FeedRecord>({
    disk,
    json: { ...shared, keepsDays: true, parse: checkedBy(feedRecord) },
    folder: layout.feeds,
    name: 'feeds',
    fileOf: (id) => layout.feed(id),
    isId: isFeedId,
    problems: { read: 'What is followed could not be read', remove: 'The feed could not be removed' },
  });
  const queue = createTaskQueue();
  /** Of each page as it was read or written here last. */
  const stamps = new Map<string, string | undefined>();
  /** Pages that other hands wrote, of which nobody was told yet. */
  const elsewhere = new Map<FeedId, Set<number>>();
  const pageName = (id: FeedId, page: number): string => `${id} ${page}`;

  function note(id: FeedId, page: number, stamp: string | undefined): void {
    const name = pageName(id, page);
    if (stamps.has(name) && stamps.get(name) !== stamp) noteElsewhere(id, page);
    stamps.set(name, stamp);
  }

  function noteElsewhere(id: FeedId, page: number): void {
    elsewhere.set(id, (elsewhere.get(id) ?? new Set()).add(page));
  }

  function noteAbsent(id: FeedId, page: number): void {
    const name = pageName(id, page);
    if (!stamps.has(name)) stamps.set(name, undefined);
  }

  /** Answers whether there may be one behind it. */
  async function lookAtPage(id: FeedId, page: number): Promise<boolean> {
    const isKnown = page < (records.get(id)?.value.pages.length ?? 0);
    const stamp = await disk.stampOf(layout.feedPage(id, page));
    // What is not there at this moment is no sign that it was removed.
    if (stamp === undefined) return isKnown;
    // One that nobody has read is as its record says, unless that knows none of it.
    if (!isKnown) noteAbsent(id, page);
    note(id, page, stamp);
    return true;
  }

  async function openPage(id: FeedId, page: number): Promise<JsonFile<FeedPage> | undefined> {
    try {
      const file = await openJsonFile(layout.feedPage(id, page), pageOptions);
      note(id, page, file.stamp);
      return file;
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      if (failure.code === 'not-found') {
        noteAbsent(id, page);
        return undefined;
      }
      if (failure.code === 'unreadable') records.damaged.set(`feeds/${id}/${page}.json`, failure.message);
      throw failure;
    }
  }

  return {
    all: () => records.all(),
    lookAgain: () => records.lookAgain(),
    async pagesElsewhere(id) {
      try {
        for (let page = 0; await queue.run(pageName(id, page), () => lookAtPage(id, page)); page += 1);
      } catch (failure) {
        throw toDiskError(failure, 'What is new in a feed could not be read');
      }
      const pages = [...(elsewhere.get(id) ?? [])].sort((a, b) => a - b);
      elsewhere.delete(id);
      return pages;
    },
    get: (id) => records.get(id)?.value,
    async add(record, id = records.newId()) {
      options.assertWritable();
      return records.add({ ...record, format: 1, id });
    },
    async update(id, change) {
      options.assertWritable();
      const file = records.get(id);
      if (file === undefined) throw new AppError('not-found', 'This is not followed any more. Nothing was changed.');
      return file.update(change);
    },
    page: async (id, page) => (await openPage(id, page))?.value.entries,
    writePage: (id, page, change) =>
      queue.run(pageName(id, page), async () => {
        options.assertWritable();
        const file = await openPage(id, page);
        const changed = (before: FeedPage): FeedPage => {
          const after = change(before.entries);
          return after === before.entries ? before : { ...before, entries: [...after] };
        };
        const before: FeedPage = file?.value ?? { format: 1, feed: id, entries: [] };
        const next = changed(before);
        if (next === before) return before.entries;
        try {
          await options.makeFolder(layout.feedPages(id), layout.feeds);
        } catch (failure) {
          throw toDiskError(failure, 'What is new in a feed could not be kept');
        }
        const written = file ?? (await createJsonFile(layout.feedPage(id, page), next, pageOptions));
        if (file === undefined) noteAbsent(id, page + 1);
        else
          await file.update((there) => {
            if (there === before) return next;
            // Other hands wrote it after it was read.
            noteElsewhere(id, page);
            return changed(there);
          });
        stamps.set(pageName(id, page), written.stamp);
        return written.value.entries;
      }),
    erase: (id) =>
      queue.run(id, async () => {
        options.assertWritable();
        // What is left of pages without a feed is nobody's.
        await records.remove(id);
        await removeQuietly(disk, layout.feedPages(id));
        for (const name of stamps.keys()) if (name.startsWith(id)) stamps.delete(name);
        elsewhere.delete(id);
      }),
    unreadable: () => records.unreadable(),
    async settled() {
      await records.settled();
      await queue.settled();
    },
  };
}

type FeedPage = v.InferOutput<typeof feedPage>;

/** A record as another library wrote it. Throws `ValiError`, and `AppError` for a newer form. */
export const parseFeedRecord = (json: unknown): FeedRecord => checkedBy(feedRecord)(json);

/** The entries of a page as another library wrote it. Throws `ValiError`, and `AppError` for a newer form. */
export const parseFeedEntries = (json: unknown): readonly KnownEntry[] => checkedBy(feedPage)(json).entries;

const wholeFeed = v.looseObject({ record: feedRecord, pages: v.array(v.array(knownEntry)) });

/** Feeds as a backup has them; what does not have their form is left out. */
export function parseWholeFeeds(
  json: unknown,
): readonly { readonly record: FeedRecord; readonly pages: readonly (readonly KnownEntry[])[] }[] {
  const { feeds } = v.parse(v.looseObject({ feeds: v.array(v.unknown()) }), json);
  return feeds.flatMap((each) => {
    const read = v.safeParse(wholeFeed, each);
    return read.success ? [read.output] : [];
  });
}
