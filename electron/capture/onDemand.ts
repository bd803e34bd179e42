// What captures, as it stands in the files that are named here, but loaded when something is captured: it is more than half of the program, and a start
// needs none of it.
import type * as Text from './decodeText.ts';
import type * as Sources from './captureSource.ts';
import type * as Feeds from './fetchFeed.ts';
import type * as Images from './fetchImages.ts';
import type * as Image from './inspectImage.ts';
import type * as Files from './readFromDisk.ts';

/** See `captureSource.ts`. */
export const captureSource: typeof Sources.captureSource = async (...given) =>
  (await import('./captureSource.ts')).captureSource(...given);

/** See `captureSource.ts`. */
export const captureFurtherPage: typeof Sources.captureFurtherPage = async (...given) =>
  (await import('./captureSource.ts')).captureFurtherPage(...given);

/** See `fetchFeed.ts`. */
export const fetchFeed: typeof Feeds.fetchFeed = async (...given) =>
  (await import('./fetchFeed.ts')).fetchFeed(...given);

/** See `fetchImages.ts`. */
export const fetchImages: typeof Images.fetchImages = async (...given) =>
  (await import('./fetchImages.ts')).fetchImages(...given);

/** See `inspectImage.ts`. */
export const inspectImage: typeof Image.inspectImage = async (...given) =>
  (await import('./inspectImage.ts')).inspectImage(...given);

/** See `readFromDisk.ts`. */
export const readFromDisk: typeof Files.readFromDisk = async (...given) =>
  (await import('./readFromDisk.ts')).readFromDisk(...given);

/** See `decodeText.ts`; answers later. */
export async function decodeText(...given: Parameters<typeof Text.decodeText>): Promise<Text.DecodedText> {
  return (await import('./decodeText.ts')).decodeText(...given);
}
