// Copies of a small file, one for each of the last days on which it was changed: the text as it was before the first change of that day. A text that was
// checked in; copies in a folder `days` beside the file out. Kept by count, so that no wrong clock takes them all.
import { basename, dirname, join } from 'node:path';
import { listIfThere, type Disk } from './disk.ts';
import { removeQuietly, writeDurably } from './durableFile.ts';

/** A copy that is there. */
export interface DayCopy {
  /** `2026-03-01`. */
  readonly day: string;
  readonly file: string;
}

/** Copies of one file that are kept. */
const DAYS_KEPT = 7;

/** The day of an instant, in UTC. */
export function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}

/** The copies of a file, the latest made first. Throws the system's error. */
export async function listDays(disk: Disk, file: string): Promise<readonly DayCopy[]> {
  const folder = daysOf(file);
  const found = (await listIfThere(disk, folder)).flatMap(({ name, kind }) => {
    const parts = kind === 'file' ? /^(.+)\.(\d{6})\.(\d{4}-\d\d-\d\d)$/.exec(name) : null;
    if (parts === null || parts[1] !== basename(file)) return [];
    return [{ day: parts[3] ?? '', number: Number(parts[2]), file: join(folder, name) }];
  });
  return found.sort((a, b) => b.number - a.number);
}

/** Keeps a copy for a day, unless the last one is of that day, and removes what is more than enough. Throws the system's error, or `AppError('disk')`. */
export async function keepDay(copy: {
  readonly disk: Disk;
  readonly file: string;
  readonly day: string;
  /** What was read and checked, or written here. */
  readonly text: string;
  readonly tempFolder: string | undefined;
}): Promise<void> {
  const { disk, file, day, text, tempFolder } = copy;
  const there = await listDays(disk, file);
  const [last] = there;
  if (last?.day === day) return;
  const folder = daysOf(file);
  if (last === undefined) {
    await disk.makeFolder(folder);
    await disk.syncFolder(dirname(folder));
  }
  const number = last === undefined ? 1 : numberOf(last.file) + 1;
  const name = `${basename(file)}.${String(number).padStart(6, '0')}.${day}`;
  await writeDurably(join(folder, name), text, { disk, ...(tempFolder === undefined ? {} : { tempFolder }) });
  for (const { file: old } of there.slice(DAYS_KEPT - 1)) await removeQuietly(disk, old);
}

/** Removes all copies of a file that is removed for good. Throws the system's error. */
export async function removeDays(disk: Disk, file: string): Promise<void> {
  for (const { file: copy } of await listDays(disk, file)) await disk.remove(copy);
}

function daysOf(file: string): string {
  return join(dirname(file), 'days');
}

function numberOf(file: string): number {
  return Number(basename(file).split('.').at(-2));
}
