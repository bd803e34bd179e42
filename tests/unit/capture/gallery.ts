// What tests of pictures share: a store in memory, a page that names pictures, and a short way to say what became of them.
import { createHash } from 'node:crypto';
import { startSite, type Routes, type Site } from '../../helpers/site.ts';
import { fetchImages, type FetchImagesOptions, type ImageOutcome } from '../../../electron/capture/fetchImages.ts';
import { PAGE_LIMITS, type FetchLimits } from '../../../electron/capture/limits.ts';

/** The real limits, but a megabyte is much. */
export const SMALL: FetchLimits = { ...PAGE_LIMITS, maxBytes: 1024 * 1024 };
/** A minute becomes a second; only for what must run into a limit of time. */
export const SHORT: FetchLimits = { ...SMALL, firstByteMs: 1000, silenceMs: 1000 };

/** What was stored, by its hash. */
export interface Shelf {
  readonly kept: Map<string, Uint8Array>;
  readonly store: FetchImagesOptions['store'];
}

/** A store in memory. */
export function openShelf(): Shelf {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    store: (bytes) => {
      const hash = createHash('sha256').update(bytes).digest('hex');
      kept.set(hash, bytes);
      return Promise.resolve({ hash, file: `${hash.slice(0, 2)}/${hash}` });
    },
  };
}

/** Fetches pictures as a page of that site on loopback would name them. */
export async function fetchFrom(
  site: Pick<Site, 'origin'>,
  addresses: readonly string[],
  more: Partial<FetchImagesOptions> = {},
): Promise<readonly ImageOutcome[]> {
  return fetchImages(addresses, {
    referer: `${site.origin}/`,
    privateHost: '127.0.0.1',
    limits: { each: SMALL },
    store: openShelf().store,
    ...more,
  });
}

/** What a reader is told: the size of a stored picture, or the code of a missing one. */
export function told(outcomes: readonly ImageOutcome[]): string[] {
  return outcomes.map((outcome) =>
    'stored' in outcome ? `${outcome.stored.width}×${outcome.stored.height}` : outcome.missing.code,
  );
}

/** Runs a site for as long as it is used. */
export async function withSite(routes: Routes, use: (site: Site) => Promise<void>): Promise<void> {
  const site = await startSite(routes);
  try {
    await use(site);
  } finally {
    await site.close();
  }
}
