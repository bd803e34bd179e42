// Parts of a file that is as it was written are answered as written; a part of a damaged block never is.
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { BlockSums, DamagedFile, partReader, scanner } from '../../../electron/search/blocks.ts';
import { seededRandom } from '../store/drafts.ts';
import { test } from './libraries.ts';

const SIZE = 300_001;

for (const [name, open] of [
  ['wherever they lie', partReader],
  ['one after the other', scanner],
] as const) {
  test(`parts read ${name} are as they were written, or refused`, ({ folder }) => {
    const random = seededRandom(1);
    const written = Uint8Array.from({ length: SIZE }, () => Math.floor(random() * 256));
    const sums = new BlockSums();
    for (let at = 0; at < SIZE; at += 7_919) sums.append(written.subarray(at, at + 7_919));
    const file = join(folder, 'file');
    const damagedAt = 200_000;
    const damaged = written.slice();
    damaged[damagedAt] = (damaged[damagedAt] ?? 0) ^ 16;
    let refused = 0;
    for (const [bytes, hurts] of [
      [written, () => false],
      [damaged, (to: number) => to > damagedAt],
      [written.subarray(0, damagedAt), (to: number) => to > damagedAt],
    ] as const) {
      writeFileSync(file, bytes);
      const descriptor = openSync(file, 'r');
      const read = open(descriptor, SIZE, Uint32Array.from(sums.all()));
      for (let from = 0; from < SIZE - 90_000; from += Math.floor(random() * 9_000)) {
        const length = Math.floor(random() * 80_000);
        const is = (): boolean => Buffer.compare(read(from, length), written.subarray(from, from + length)) === 0;
        if (!hurts(from + length)) {
          // Whoever reads far ahead, or for the first time, may meet damage that lies behind.
          if (bytes === written) expect(is()).toBe(true);
          continue;
        }
        if (from > damagedAt) continue;
        refused += 1;
        expect(is).toThrow(DamagedFile);
      }
      closeSync(descriptor);
    }
    expect(refused).toBeGreaterThan(10);
  });
}
