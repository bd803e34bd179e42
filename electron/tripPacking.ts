// Articles and posts of a trip in; all that is missing of them fetched, one after another, through the same queue as every save.
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { Save } from '#contract/save.ts';
import type { PackingEnd, TripItem } from '#contract/trip.ts';
import type { SaveQueue } from './capture/saveQueue.ts';
import type { SaveWatch } from './saveWatch.ts';

/** How packing goes on, and whom it tells. */
export interface PackJob {
  readonly signal: AbortSignal;
  /** Most that may be fetched; `null` for no limit. */
  readonly mostBytes: number | null;
  /** Told what is done about an item now; `done` when nothing more is. */
  readonly doing: (key: string, what: 'waiting' | 'fetching' | 'done') => void;
  readonly received: (bytes: number) => void;
}

/** Fetches what items lack. What cannot be fetched is left, and told of by the check. */
export type PackItems = (items: readonly TripItem[], job: PackJob) => Promise<PackingEnd>;

/** What packing takes. */
export interface PackingTools {
  readonly saves: Pick<SaveQueue, 'add' | 'cancel'>;
  readonly watch: Pick<SaveWatch, 'until'>;
  readonly repair: (id: ArticleId) => Promise<Save>;
}

/** Makes the packing. */
export function createTripPacking({ saves, watch, repair }: PackingTools): PackItems {
  async function begin({ articleId, url, title }: TripItem): Promise<Save | undefined> {
    if (articleId === null) return url === null ? undefined : saves.add({ from: 'address', address: url }, title);
    try {
      return await repair(articleId);
    } catch (failure) {
      // Nothing is missing of it, or nothing can be asked for.
      if (failure instanceof AppError && failure.code === 'bad-input') return undefined;
      throw failure;
    }
  }

  return async (items, { signal, doing }) => {
    for (const item of items) doing(item.key, 'waiting');
    for (const item of items) {
      if (signal.aborted) return 'cancelled';
      doing(item.key, 'fetching');
      const asked = await begin(item);
      const done = asked === undefined ? undefined : await watch.until(asked);
      doing(item.key, 'done');
      if (done?.progress.state === 'offline') return 'offline';
    }
    return 'whole';
  };
}
