// What captures, as it stands in the files that are named here, but loaded when something is captured: it is more than half of the program, and a start
// needs none of it.
import { onDemand } from '#contract/onDemand.ts';

/** See `captureSource.ts`. */
export const captureSource = onDemand(async () => (await import('./captureSource.ts')).captureSource);

/** See `captureSource.ts`. */
export const captureFurtherPage = onDemand(async () => (await import('./captureSource.ts')).captureFurtherPage);

/** See `fetchFeed.ts`. */
export const fetchFeed = onDemand(async () => (await import('./fetchFeed.ts')).fetchFeed);

/** See `fetchImages.ts`. */
export const fetchImages = onDemand(async () => (await import('./fetchImages.ts')).fetchImages);

/** See `inspectImage.ts`. */
export const inspectImage = onDemand(async () => (await import('./inspectImage.ts')).inspectImage);

/** See `readFromDisk.ts`. */
export const readFromDisk = onDemand(async () => (await import('./readFromDisk.ts')).readFromDisk);

/** See `decodeText.ts`. */
export const decodeText = onDemand(async () => (await import('./decodeText.ts')).decodeText);
