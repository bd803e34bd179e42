// What reads what may be followed, and writes what is, as it stands in the files that are named here, but loaded when that is asked for.
import type * as Outlines from '../../feeds/opml.ts';
import type * as Choices from './feedChoices.ts';

/** See `feedChoices.ts`. */
export const findChoices: typeof Choices.findChoices = async (...given) =>
  (await import('./feedChoices.ts')).findChoices(...given);

/** See `feeds/opml.ts`; answers later. */
export async function writeOutline(...given: Parameters<typeof Outlines.writeOutline>): Promise<string> {
  return (await import('../../feeds/opml.ts')).writeOutline(...given);
}
