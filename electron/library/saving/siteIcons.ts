// The icon of a site in, as a page names it; the stored picture out. Each is asked for once while the program runs, whatever came of it:
// two hundred pages of one site need no two hundred icons, and an icon that fails is no reason for anything else to.
import { AppError } from '#contract/errors.ts';
import type { Captured } from '../../capture/captureSource.ts';
import type { Network } from '../../capture/connections.ts';
import { fetchImages } from '../../capture/onDemand.ts';
import { IMAGE_LIMITS } from '../../capture/limits.ts';
import type { Library } from '../../store/library.ts';

/** The icons of sites. */
export interface SiteIcons {
  /** Name of the stored icon below `assets/`; `null` when there is none that can be shown. Throws `cancelled` only. */
  obtain(page: Captured, icon: string | null, signal: AbortSignal): Promise<string | null>;
}

const MOST_KNOWN = 500;
const LIMITS = { maxSvgBytes: 64 * 1024, maxPixels: 1024 * 1024, totalMs: 10_000 };
const MOST_BYTES = 256 * 1024;

/** Makes them over a library. */
export function createSiteIcons(library: Pick<Library, 'putAsset' | 'assetFile'>, network: Network = {}): SiteIcons {
  const known = new Map<string, string | null>();
  return {
    async obtain(page, icon, signal) {
      if (icon === null || page.address === null) return null;
      const before = known.get(icon);
      if (before !== undefined && (before === null || (await library.assetFile(before)) !== undefined)) return before;
      const [outcome] = await fetchImages([icon], {
        referer: page.address,
        privateHost: page.privateHost,
        embedded: page.resources,
        cookies: page.cookies,
        signal,
        network,
        limits: { ...LIMITS, each: { ...IMAGE_LIMITS.each, maxBytes: MOST_BYTES } },
        store: (bytes, image) => library.putAsset(bytes, image.mediaType),
      });
      if (signal.aborted) throw new AppError('cancelled', 'Cancelled. Nothing was stored; your link is kept.');
      const file = outcome !== undefined && 'stored' in outcome ? outcome.stored.file : null;
      if (known.size >= MOST_KNOWN) known.clear();
      known.set(icon, file);
      return file;
    },
  };
}
