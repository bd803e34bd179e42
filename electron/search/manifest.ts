// Which segments an index consists of: a small file that is replaced whole. What is not as it was written names no segment.
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** The segments of an index by their numbers, and the next number to be given. */
export interface Manifest {
  readonly next: number;
  readonly segments: readonly number[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const manifest = v.object({ version: v.literal(2), next: count, segments: v.array(count), sum: v.string() });

/** Reads the manifest of a folder; an empty one when there is none that can be read. */
export function readManifest(folder: string): Manifest {
  try {
    const { next, segments, sum } = v.parse(manifest, JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
    if (sum === sumOf({ next, segments })) return { next, segments };
    return { next: 1, segments: [] };
  } catch (failure) {
    // Whatever is wrong with it, the index is made anew.
    if (failure instanceof Error) return { next: 1, segments: [] };
    throw failure;
  }
}

/** Replaces the manifest. The segments it names must be on the device. Throws the system's error; the old one is then still there. */
export function writeManifest(folder: string, { next, segments }: Manifest): void {
  const content = JSON.stringify({ version: 2, next, segments, sum: sumOf({ next, segments }) });
  const file = join(folder, 'manifest.json');
  const temp = `${file}.new`;
  rmSync(temp, { force: true });
  const descriptor = openSync(temp, 'wx');
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temp, file);
}

/** A digit that is another one would name another segment. */
function sumOf({ next, segments }: Manifest): string {
  return createHash('sha256')
    .update(JSON.stringify([next, ...segments]))
    .digest('hex');
}
