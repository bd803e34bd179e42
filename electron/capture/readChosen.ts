// Paths that the person chose in; the files there, with all that lie in chosen folders, read whole. Links are not followed. Refuses what is
// more than can be held.
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '#contract/errors.ts';

/** A file that was read; its name is relative to what was chosen, with `/` between its parts. */
export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MIB = 1024 * 1024;
const MAX_TOTAL_BYTES = 1024 * MIB;
const MAX_FILES = 20_000;
const MAX_DEPTH = 12;

/** Reads them in the order of their names. Throws `not-found`, `unreadable` and `too-large`; what is hidden in a folder is passed over. */
export async function readChosen(paths: readonly string[]): Promise<readonly ChosenFile[]> {
  const found: { readonly name: string; readonly path: string }[] = [];
  let total = 0;

  async function collect(path: string, name: string, depth: number): Promise<void> {
    const facts = await lstat(path);
    if (facts.isDirectory() && depth < MAX_DEPTH) {
      const names = (await readdir(path)).filter((each) => !each.startsWith('.'));
      for (const each of names.toSorted()) await collect(join(path, each), `${name}/${each}`, depth + 1);
    } else if (facts.isFile()) {
      total += facts.size;
      found.push({ name, path });
      if (total > MAX_TOTAL_BYTES || found.length > MAX_FILES) throw tooLarge();
    }
  }

  try {
    for (const path of paths) await collect(path, basename(path), 0);
    const files: ChosenFile[] = [];
    for (const { name, path } of found) files.push({ name, bytes: await readFile(path) });
    return files;
  } catch (failure) {
    if (failure instanceof AppError) throw failure;
    const isGone = failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';
    throw isGone
      ? new AppError('not-found', 'The file is not there any more. Nothing was changed; choose it again.', {
          cause: failure,
        })
      : new AppError(
          'unreadable',
          'The file could not be read. Nothing was changed; check whether it may be opened, and choose it again.',
          { cause: failure },
        );
  }
}

function tooLarge(): AppError {
  return new AppError(
    'too-large',
    `These are more than ${MAX_FILES} files or ${MAX_TOTAL_BYTES / MIB} MB. Nothing was changed; choose a part of them, and then the next.`,
  );
}
