// R6: a library one of whose files was damaged starts, loses at most one change of that file, and keeps the damaged bytes.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { startDamaged } from '../damagedFiles.ts';
import { joinParts, type Goal } from '../goal.ts';

const MUTATIONS = { short: 700, long: 10_000 };
const MOST_MS = 3_000;
const SHARE = 0.99;

/** Whether lowdb, as it comes, writes its defaults over a file that it could not make sense of. */
async function isDefaultWritten(file: string): Promise<boolean> {
  await writeFile(file, 'null');
  const db = await JSONFilePreset(file, { articles: 0 });
  await db.update((data) => {
    data.articles += 1;
  });
  return (await readFile(file, 'utf8')).includes('articles');
}

/** See `docs/promises.md`. */
export const r6: Goal = {
  id: 'R6',
  goal: 'broken library file',
  figure:
    'of 10,000 mutations 100 % start in ≤ 3 s; damaged bytes kept aside; last good copy used and said; ≤ 1 generation lost; ≥ 99 % of cards; never defaults over data',
  needs: [],
  limitMinutes: { short: 4, long: 40 },
  async run({ seed, isLong, share: part, work }) {
    const { tried, slowestMs, keptAside, cards, wrong } = await startDamaged(
      isLong ? MUTATIONS.long : Math.ceil(MUTATIONS.short * part),
      seed,
    );
    const hasFired = await isDefaultWritten(join(work, 'stock.json'));
    const share = cards.found / cards.all;
    return {
      tried: `${tried} mutations (cuts, zeros, flips, other types, empty, \`null\`, \`{}\`, a mark at the begin, two documents, later versions) of settings, library, trash and article files and of the catalogue`,
      ...joinParts([
        { measured: `${wrong.length} wrong ${wrong.slice(0, 3).join(' / ')}`.trim(), isHeld: wrong.length === 0 },
        { measured: `slowest start ${(slowestMs / 1_000).toFixed(2)} s`, isHeld: slowestMs <= MOST_MS },
        { measured: `${(share * 100).toFixed(2)} % of cards`, isHeld: share >= SHARE },
        { measured: `damaged bytes kept aside in ${keptAside}`, isHeld: keptAside > 0 },
      ]),
      control: {
        tried: `lowdb as it comes, on a file of \`null\`: ${hasFired ? 'wrote its defaults over it' : 'left it'}`,
        hasFired,
      },
    };
  },
};
