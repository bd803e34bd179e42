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
  /** `id` for one that has one already, which is free here. */
  add(record: NewFeed, id?: FeedId): Promise<FeedRecord>;
  /** Throws `AppError`: `not-found`, `disk`, `locked`. */
  update(id: FeedId, change: (record: FeedRecord) => FeedRecord): Promise<FeedRecord>;
  /** The entries of a page, in the order in which they were seen; `undefined` when it is not there. Throws `AppError`: `unreadable`, `disk`. */
  page(id: FeedId, page: number): Promise<readonly KnownEntry[] | undefined>;
  /** Replaces a page by what `change` makes of it; the same entries again write nothing. Throws `AppError`: `unreadable`, `disk`, `locked`. */
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

  async function openPage(id: FeedId, page: number): Promise<JsonFile<FeedPage> | undefined> {
    try {
      return await openJsonFile(layout.feedPage(id, page), pageOptions);
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      if (failure.code === 'not-found') return undefined;
      if (failure.code === 'unreadable') records.damaged.set(`feeds/${id}/${page}.json`, failure.message);
      throw failure;
    }
  }

  return {
    all: () => records.all(),
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
      queue.run(`${id} ${page}`, async () => {
        options.assertWritable();
        const file = await openPage(id, page);
        const before = file?.value.entries ?? [];
        const changed = change(before);
        if (changed === before) return before;
        const entries = [...changed];
        const next: FeedPage = { ...file?.value, format: 1, feed: id, entries };
        try {
          await options.makeFolder(layout.feedPages(id), layout.feeds);
        } catch (failure) {
          throw toDiskError(failure, 'What is new in a feed could not be kept');
        }
        if (file === undefined) await createJsonFile(layout.feedPage(id, page), next, pageOptions);
        else await file.update(() => next);
        return entries;
      }),
    erase: (id) =>
      queue.run(id, async () => {
        options.assertWritable();
        // What is left of pages without a feed is nobody's.
        await records.remove(id);
        await removeQuietly(disk, layout.feedPages(id));
      }),
    unreadable: () => records.unreadable(),
    async settled() {
      await records.settled();
      await queue.settled();
    },
  };
}

type FeedPage = v.InferOutput<typeof feedPage>;

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
