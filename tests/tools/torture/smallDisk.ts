// A folder in; a tmpfs of one mebibyte mounted there out, and the means to leave only so much room on it. Needs mounts of one's own.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { appendFile, open, truncate } from 'node:fs/promises';
import { join } from 'node:path';

const PAGE = 4_096;

/** A small disk. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it up but for so many pages of 4 KiB. */
  leave(pages: number): Promise<void>;
  /** Takes away what fills it. */
  clear(): void;
}

/** Mounts it; it goes with the process. Throws when it cannot be mounted. */
export function mountSmall(folder: string): SmallDisk {
  mkdirSync(folder);
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`no small disk: ${stderr}`);
  const filler = join(folder, 'filler');
  return {
    folder,
    async leave(pages) {
      const handle = await open(filler, 'w');
      await handle.close();
      const page = Buffer.alloc(PAGE, 'f');
      let filled = 0;
      for (;;) {
        try {
          await appendFile(filler, page);
          filled += 1;
        } catch (failure) {
          if (!(failure instanceof Error && 'code' in failure && failure.code === 'ENOSPC')) throw failure;
          break;
        }
      }
      await truncate(filler, Math.max(0, filled - pages) * PAGE);
    },
    clear: () => rmSync(filler, { force: true }),
  };
}
