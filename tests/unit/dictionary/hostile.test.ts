// Hundreds of broken dictionaries, the same every time: each is refused in words or read, in bounded time, and nothing outside of it is.
import { expect, test } from 'playwright/test';
import { AppError } from '#contract/errors.ts';
import { createBlocks } from '../../../electron/dictionary/blocks.ts';
import { openFolder } from '../../../electron/dictionary/openFolder.ts';
import { readMarkup } from '../../../electron/dictionary/readMarkup.ts';
import { readPlain } from '../../../electron/dictionary/readPlain.ts';
import { aFolder, dictd, dictzip, starDict, type Entry } from './writeDictionary.ts';

const WORDS: readonly Entry[] = Array.from({ length: 60 }, (_, i) => [
  `word${i}`,
  `what is said of word ${i}, <b>at length</b>`,
]);

/** Numbers that look random, from a seed. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return state % below;
  };
}

function broken(bytes: Buffer, next: (below: number) => number): Buffer {
  const copy = Buffer.from(bytes);
  for (let change = 1 + next(4); change > 0; change -= 1) copy[next(copy.length)] = [0, 255, next(256)][next(3)] ?? 0;
  return next(4) === 0 ? copy.subarray(0, next(copy.length + 1)) : copy;
}

async function tryAll(path: string): Promise<'read' | 'refused'> {
  try {
    const dictionary = await openFolder(path);
    try {
      for (const word of ['word1', 'word59', 'none']) {
        for (const { blocks } of await dictionary.define(word, 4)) {
          expect(blocks.length).toBeLessThanOrEqual(400);
        }
        dictionary.nearest(word, 4);
      }
    } finally {
      await dictionary.close();
    }
    return 'read';
  } catch (failure) {
    if (failure instanceof AppError || failure instanceof RangeError) return 'refused';
    throw failure;
  }
}

for (const format of ['StarDict', 'StarDict of 64 bits, packed', 'dictd'] as const) {
  test(`200 broken dictionaries in the format ${format}`, async () => {
    const next = random(format.length);
    const outcomes = { read: 0, refused: 0 };
    for (let round = 0; round < 200; round += 1) {
      const folder = aFolder();
      const which = next(3);
      const maybe = (part: number, bytes: Buffer | string): Buffer =>
        part === which ? broken(Buffer.from(bytes), next) : Buffer.from(bytes);
      if (format === 'dictd') {
        const files = dictd(WORDS);
        folder.write('d.index', maybe(next(2) === 0 ? which : 0, files.index));
        folder.write('d.dict.dz', maybe(1, dictzip(files.dict, 100)));
      } else {
        const isPacked = format !== 'StarDict';
        const files = starDict(WORDS, { bits: isPacked ? 64 : 32, sequence: isPacked ? 'h' : 'm' });
        folder.write('d.ifo', maybe(0, files.ifo));
        folder.write('d.idx', maybe(1, files.idx));
        if (isPacked) folder.write('d.dict.dz', maybe(2, dictzip(files.dict, 100)));
        else folder.write('d.dict', maybe(2, files.dict));
      }
      outcomes[await tryAll(folder.path)] += 1;
      folder.remove();
    }
    // Both happen, or the changes were none that matter.
    expect(outcomes.refused).toBeGreaterThan(20);
    expect(outcomes.read).toBeGreaterThan(20);
  });
}

for (const [what, text] of [
  ['tags that never end', '<a'.repeat(200_000)],
  ['quotes that never end', '<a b="'.repeat(60_000)],
  ['lists within lists', '<ul><li>x'.repeat(40_000)],
  ['comments that never end', '<!--'.repeat(100_000)],
  ['braces', '{'.repeat(400_000)],
  ['names of every object', '<constructor>x</constructor><__proto__>y</__proto__>&constructor;'],
] as const) {
  test(`a text of ${what} is read in no time`, () => {
    // What this costs, however busy the machine is.
    const began = process.cpuUsage();
    const markup = createBlocks();
    readMarkup(text, markup, true);
    const plain = createBlocks();
    readPlain(text, plain, true);
    for (const { blocks } of [markup.finish(), plain.finish()]) {
      const letters = blocks.flatMap(({ runs }) => runs.map((run) => run.text.length)).reduce((a, b) => a + b, 0);
      expect(letters).toBeLessThanOrEqual(60_000);
      expect(blocks.every(({ depth, runs }) => depth <= 6 && runs.every((run) => typeof run.mark === 'string'))).toBe(
        true,
      );
    }
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(1_500);
  });
}
