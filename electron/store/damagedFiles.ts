// An article's folder in; which of its files and pictures are not as they were saved out. Refuses nothing: what cannot be read is told of as damaged.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Article } from '#contract/article.ts';
import { sumOf } from './articleFiles.ts';
import { errorNameOf, type Disk } from './disk.ts';
import type { Layout } from './layout.ts';
import { mapBounded } from './taskQueue.ts';

/** Tells whether the bytes of a picture end before the picture does. */
export type JudgePicture = (bytes: Uint8Array, mediaType: string) => Promise<boolean>;

/** What is damaged of an article. */
export interface DamagedFiles {
  /** Its content, its text, its comments. */
  readonly parts: readonly string[];
  /** Of its pictures, as `StoredImage.file`. */
  readonly pictures: readonly string[];
  /** Of its other pictures those that are cut off, where somebody judged them. */
  readonly cutOff: readonly string[];
}

/** Name of an article's content in its folder. */
export const CONTENT = 'content.html';
const READS_AT_ONCE = 4;

/** Reads all of it; see `FileMarks.damagedFiles`. Throws nothing of the disk. */
export async function damageIn(
  { sums, comments, images, report }: Article,
  folder: string,
  { disk, layout }: { readonly disk: Disk; readonly layout: Layout },
  isCutOff?: JudgePicture,
): Promise<DamagedFiles> {
  const parts: (readonly [name: string, sum: string | null | undefined])[] = [
    [CONTENT, sums?.content],
    // A gallery may have no text, and says so by its sum.
    ...(sums === undefined && report.words === 0 ? [] : [['content.txt', sums?.text] as const]),
    ...(comments === 0 ? [] : [['comments.html', sums?.comments] as const]),
  ];
  const damagedParts: string[] = [];
  for (const [name, sum] of parts) if (!(await isPartAsSaved(disk, join(folder, name), sum))) damagedParts.push(name);
  const pictures = [...new Map(images.map((image) => [image.file, image])).values()];
  const checked = await mapBounded(pictures, READS_AT_ONCE, async ({ file, hash, mediaType }) => {
    const bytes = await bytesOf(disk, join(layout.assets, file));
    const isAsSaved = bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === hash;
    return { file, isAsSaved, isCut: isAsSaved && (await isCutOff?.(bytes, mediaType)) === true };
  });
  return {
    parts: damagedParts,
    pictures: checked.flatMap(({ file, isAsSaved }) => (isAsSaved ? [] : [file])),
    cutOff: checked.flatMap(({ file, isCut }) => (isCut ? [file] : [])),
  };
}

/** Whether a text has the bytes of its sum; where none was noted, whether it is there and not empty. */
export async function isPartAsSaved(disk: Disk, path: string, sum: string | null | undefined): Promise<boolean> {
  const bytes = await bytesOf(disk, path);
  if (bytes === undefined) return false;
  return sum === undefined || sum === null ? bytes.byteLength > 0 : sumOf(bytes) === sum;
}

async function bytesOf(disk: Disk, path: string): Promise<Uint8Array | undefined> {
  try {
    return await disk.read(path);
  } catch (failure) {
    // Whatever keeps it from being read keeps it from being shown.
    if (errorNameOf(failure) !== undefined) return undefined;
    throw failure;
  }
}
