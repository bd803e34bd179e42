// R13: a long life leaves neither memory nor files behind.
import { join } from 'node:path';
import { joinParts, type Goal } from '../goal.ts';
import { soak } from '../soak.ts';

const SIZES = { short: { saves: 300, openings: 1_500 }, long: { saves: 1_000, openings: 5_000 } };
const MOST_GROWTH = 1.1;

const percent = (growth: number): string => `${((growth - 1) * 100).toFixed(1)} %`;

/** See `docs/promises.md`. */
export const r13: Goal = {
  id: 'R13',
  goal: 'long life',
  figure:
    '5,000 openings and closings of articles and 1,000 saves: memory growth ≤ 10 % after the first tenth, 0 stray temporary files, 0 orphan blobs',
  needs: [],
  limitMinutes: { short: 4, long: 15 },
  async run({ isLong, work }) {
    const sizes = isLong ? SIZES.long : SIZES.short;
    const { growth, strayTemps, orphans } = await soak(join(work, 'library'), sizes);
    const kept: string[] = [];
    const leaking = await soak(join(work, 'leaking'), {
      ...sizes,
      keep: (text) => kept.push(`${text}.`.toUpperCase()),
    });
    return {
      tried: `${sizes.openings.toLocaleString('en')} openings of articles and ${sizes.saves} saves, each with a picture, in one process, with as many removed for good`,
      ...joinParts([
        { measured: `memory grew by ${percent(growth)} after the first tenth`, isHeld: growth <= MOST_GROWTH },
        { measured: `${strayTemps} stray temporary files`, isHeld: strayTemps === 0 },
        { measured: `${orphans} orphan blobs after the next start`, isHeld: orphans === 0 },
      ]),
      control: {
        tried: `the same with every text that was opened held on to: ${kept.length} texts, memory grew by ${percent(leaking.growth)}`,
        hasFired: leaking.growth > MOST_GROWTH,
      },
      leftOut: ['openings in the real window'],
    };
  },
};
