// What another machine, or another Layover, wrote of the feeds while the library is open here in; the timeline and the window told of it, and what it is a
// second copy of joined with it, out. Writes nothing where it only looks.
import type { FeedId } from '#contract/feeds.ts';
import type { FeedAsking } from './feedAsking.ts';
import type { FeedEntries } from './feedEntries.ts';
import { feedOfBoth } from './feedOfBoth.ts';
import type { LibraryTimeline } from '../finding/libraryTimeline.ts';
import type { FeedFiles, FeedRecord, KnownEntry } from '../../store/feedFiles.ts';
import { mapBounded } from '../../store/taskQueue.ts';

/** What it takes. */
export interface FeedsElsewhereOptions {
  readonly files: FeedFiles;
  readonly entries: FeedEntries;
  readonly timeline: Pick<LibraryTimeline, 'renew'>;
  /** Those that are on the timeline. */
  readonly records: () => Promise<readonly FeedRecord[]>;
  readonly tellTimeline: FeedAsking['tellTimeline'];
  /** Tells the window. */
  readonly changed: () => void;
  /** Looks anew for when the next is due. */
  readonly plan: () => void;
}

/** What other hands do with feeds. */
export interface FeedsElsewhere {
  /** Takes up feeds and entries that other hands wrote, put in or took off since they were read. Throws `AppError('disk')`. */
  lookAgain(): Promise<void>;
  /** Joins the second copy of a record with the one here, and answers its title. Throws `AppError`: `not-found`, `disk`, `locked`. */
  joinRecord(theirs: FeedRecord): Promise<string>;
  /** Keeps the entries of a second copy of a page with what is known of the feed. Throws `AppError`: `not-found`, `disk`, `locked`, `unreadable`. */
  joinEntries(id: FeedId, theirs: readonly KnownEntry[]): Promise<void>;
}

const AT_ONCE = 8;

/** Makes it. */
export function createFeedsElsewhere(options: FeedsElsewhereOptions): FeedsElsewhere {
  const { files, entries, records, tellTimeline } = options;

  /** Each page is shown with the title of its feed. */
  async function lookAtEntries({ id, title, pages }: FeedRecord, shownAs: string | undefined): Promise<boolean> {
    const written = await entries.lookAgain(id);
    await tellTimeline(id, shownAs === title ? written : [...pages.keys()]);
    return written.length > 0;
  }

  return {
    async lookAgain() {
      const before = new Map((await records()).map(({ id, title }) => [id, title]));
      const others = await files.lookAgain();
      const areOther = await mapBounded(await records(), AT_ONCE, (each) => lookAtEntries(each, before.get(each.id)));
      // What came or went, and what a change made here took up on its way.
      await options.timeline.renew();
      if (others.length === 0 && !areOther.includes(true)) return;
      options.changed();
      options.plan();
    },
    async joinRecord(theirs) {
      await records();
      const { id, title, pages } = await files.update(theirs.id, (here) => feedOfBoth(here, theirs));
      await tellTimeline(id, [...pages.keys()]);
      options.changed();
      options.plan();
      return title;
    },
    async joinEntries(id, theirs) {
      await records();
      await tellTimeline(id, await entries.join(id, theirs));
      options.changed();
    },
  };
}
