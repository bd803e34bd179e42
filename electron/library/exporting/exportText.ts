// What passes a filter as the text of one file, for the window and the command line alike.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Exported, ExportFormat } from '#contract/exporting.ts';
import type { Axis, TimelineFilter } from '#contract/post.ts';
import { exportTimeline, leftOutOf } from '../../exchange/exportTimeline.ts';
import type { Layover } from '../../layover.ts';

/** What is to be written. */
export interface ExportWish {
  readonly axis: Axis;
  readonly filter: TimelineFilter;
  readonly format: ExportFormat;
}

/** The whole text of an export; work of others goes on in between. */
export async function exportText(
  { axis, filter, format }: ExportWish,
  layover: Layover,
): Promise<Omit<Exported, 'file'> & { readonly text: string }> {
  const posts = await layover.timeline.list(axis, filter);
  let text = '';
  for (const piece of exportTimeline(format, { axis, filter, posts, exported: new Date().toISOString() })) {
    text += piece;
    await nextTurn();
  }
  return { text, posts: posts.length, leftOut: leftOutOf(format, { axis, posts }) };
}
