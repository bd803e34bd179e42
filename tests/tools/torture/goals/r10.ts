// R10: a library on a disk that can only be read is read all the same.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinParts, type Goal } from '../goal.ts';
import { showReadOnly, useReadOnly } from '../readOnlyDisk.ts';

/** See `docs/promises.md`. */
export const r10: Goal = {
  id: 'R10',
  goal: 'read-only disk',
  figure:
    'opens, reads, searches, exports; writing commands off with the reason; 0 exceptions; 0 write calls tried twice',
  needs: ['mounts'],
  limitMinutes: { short: 3, long: 3 },
  async run({ work, lackOf }) {
    const lack = await lackOf('electron');
    const parts = [...(await useReadOnly(work)), ...(lack === undefined ? [await showReadOnly(work)] : [])];
    const file = join(work, 'library', 'control');
    const failure = await Promise.resolve()
      .then(() => writeFileSync(file, 'x'))
      .catch((thrown: unknown) => thrown);
    const hasFired = failure instanceof Error && 'code' in failure && failure.code === 'EROFS' && !existsSync(file);
    return {
      tried:
        'a library of 12 articles, mounted for reading only: opened for writing, opened for reading, listed, read, searched, changed, exported by the command line, and opened by the app',
      ...joinParts(parts),
      control: { tried: `a plain write there ${hasFired ? 'is refused by the system' : 'goes through'}`, hasFired },
    };
  },
};
