// What reads what may be followed, and writes what is, as it stands in the files that are named here, but loaded when that is asked for.
import { onDemand } from '#contract/onDemand.ts';

/** See `feedChoices.ts`. */
export const findChoices = onDemand(async () => (await import('./feedChoices.ts')).findChoices);

/** See `feeds/opml.ts`. */
export const writeOutline = onDemand(async () => (await import('../../feeds/opml.ts')).writeOutline);
