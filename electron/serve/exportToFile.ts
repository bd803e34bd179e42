// What passes a filter written where the person wants it.
import type { Exported } from '#contract/exporting.ts';
import { exportText, type ExportWish } from '../library/exporting/exportText.ts';
import type { Layover } from '../layover.ts';
import type { Host } from './routes.ts';

/** Writes an export to a file that the person chooses; `null` when they choose none. Throws `disk`. */
export async function exportToFile(
  wish: ExportWish,
  layover: Layover,
  host: Pick<Host, 'writeFile'>,
): Promise<Exported | null> {
  const { text, posts, leftOut } = await exportText(wish, layover);
  const file = await host.writeFile(`timeline.${wish.format}`, text);
  return file === null ? null : { file, posts, leftOut };
}
