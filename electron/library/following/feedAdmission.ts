// A feed as another library kept it in; followed here with all that was seen in it: as it is, or joined with the one of the same address.
import { MOST_FEEDS, type FeedId } from '#contract/feeds.ts';
import { isSameSource } from './feedVisit.ts';
import type { FeedAsking } from './feedAsking.ts';
import type { FeedEntries } from './feedEntries.ts';
import type { FeedFiles, FeedRecord, KnownEntry } from '../../store/feedFiles.ts';

/** A feed with its entries, page by page, in the order in which they were seen. */
export interface WholeFeed {
  readonly record: FeedRecord;
  readonly pages: readonly (readonly KnownEntry[])[];
}

/** What taking one in needs. */
export interface AdmissionTools {
  readonly files: FeedFiles;
  readonly entries: FeedEntries;
  readonly records: () => Promise<readonly FeedRecord[]>;
  readonly tellTimeline: FeedAsking['tellTimeline'];
  readonly now: () => Date;
}

/** Every feed that is on the timeline, one after another; entries that cannot be read are left out. Throws `AppError('disk')`. */
export async function* eachWholeFeed(files: FeedFiles): AsyncGenerator<WholeFeed, void> {
  for (const record of (await files.all()).filter(({ removed }) => removed === null)) {
    const pages: (readonly KnownEntry[])[] = [];
    for (const page of record.pages.keys()) pages.push((await files.page(record.id, page)) ?? []);
    yield { record, pages };
  }
}

/** Takes it in; tells whether anything was changed. What is here already stays as it is. Throws `AppError`: `disk`, `locked`, `unreadable`. */
export async function admitFeed({ record: coming, pages }: WholeFeed, tools: AdmissionTools): Promise<boolean> {
  const { files, entries, records, tellTimeline } = tools;
  const all = await records();
  const same = all.find((each) => isSameSource(each, coming));
  if (same === undefined) {
    if (all.length >= MOST_FEEDS) return false;
    const id = await keep(coming, pages, null, tools);
    await tellTimeline(id, [...pages.keys()]);
    return true;
  }
  const isKnown = await entries.known(same.id);
  if (pages.every((page) => page.every(({ key }) => isKnown(key)))) return false;
  // It lies beside the other until all of it is there, and would go for good if that were cut off.
  const id = await keep(coming, pages, tools.now().toISOString(), tools);
  await tellTimeline(same.id, await entries.adopt(same.id, id));
  await files.erase(id);
  return true;
}

/** Keeps it under its own name where that is free. */
async function keep(
  { id, format: _format, ...record }: FeedRecord,
  pages: readonly (readonly KnownEntry[])[],
  removed: string | null,
  { files, entries }: AdmissionTools,
): Promise<FeedId> {
  const free = files.get(id) === undefined ? id : undefined;
  const made = await files.add({ ...record, pages: [], removed }, free);
  for (const [page, known] of pages.entries()) await files.writePage(made.id, page, () => known);
  // It writes down how many there are on each page.
  await entries.known(made.id);
  return made.id;
}
