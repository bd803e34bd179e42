// A portion of an article in; how its pictures are limited out.
import type { Portion } from '#contract/save.ts';
import type { FetchImagesOptions } from './fetchImages.ts';
import { IMAGE_LIMITS } from './limits.ts';

/** How a portion of an article limits its pictures. With a limit they are fetched one after another, so that none is fetched in vain. */
export function withinPortion(portion: Portion | undefined): Pick<FetchImagesOptions, 'isEmbeddedOnly' | 'limits'> {
  if (portion === undefined) return {};
  const { pictures, mostBytes } = portion;
  return {
    isEmbeddedOnly: pictures === 'none',
    ...(mostBytes === null
      ? {}
      : { limits: { maxTotalBytes: Math.min(mostBytes, IMAGE_LIMITS.maxTotalBytes), atOnce: 1 } }),
  };
}
