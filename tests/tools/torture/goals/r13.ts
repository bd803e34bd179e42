// R13: a long life leaves neither memory nor files behind.
import { join } from 'node:path';
import { joinParts, type Goal, type Part } from '../goal.ts';
import { soak } from '../soak.ts';
import { soakWindow, type WindowSoaked } from '../windowSoak.ts';

const SIZES = {
  short: { saves: 300, openings: 1_500, inWindow: 150 },
  long: { saves: 1_000, openings: 5_000, inWindow: 5_000 },
};
const LEAKING_OPENINGS = 60;
const MOST_GROWTH = 1.1;

const percent = (growth: number): string => `${((growth - 1) * 100).toFixed(1)} %`;

/** See `docs/promises.md`. */
export const r13: Goal = {
  id: 'R13',
  goal: 'long life',
  figure:
    '5,000 openings and closings of articles and 1,000 saves: memory growth ≤ 10 % after the first tenth, 0 stray temporary files, 0 orphan blobs',
  needs: [],
  limitMinutes: { short: 6, long: 60 },
  async run({ isLong, work, lackOf }) {
    const sizes = isLong ? SIZES.long : SIZES.short;
    const { growth, strayTemps, orphans } = await soak(join(work, 'library'), sizes);
    const kept: string[] = [];
    const leaking = await soak(join(work, 'leaking'), {
      ...sizes,
      keep: (text) => kept.push(`${text}.`.toUpperCase()),
    });
    const lack = await lackOf('electron');
    const window = lack === undefined ? await soakWindow(join(work, 'window'), sizes.inWindow) : undefined;
    const leakingWindow =
      lack === undefined ? await soakWindow(join(work, 'leakingWindow'), LEAKING_OPENINGS, true) : undefined;
    const isLeakSeen = leakingWindow === undefined || leakingWindow.windowGrowth > MOST_GROWTH;
    return {
      tried: `${sizes.openings.toLocaleString('en')} openings of articles and ${sizes.saves} saves, each with a picture, in one process, with as many removed for good${window === undefined ? '' : `; ${sizes.inWindow.toLocaleString('en')} openings and closings of articles in the window of the real app`}`,
      ...joinParts([
        { measured: `memory grew by ${percent(growth)} after the first tenth`, isHeld: growth <= MOST_GROWTH },
        { measured: `${strayTemps} stray temporary files`, isHeld: strayTemps === 0 },
        { measured: `${orphans} orphan blobs after the next start`, isHeld: orphans === 0 },
        ...(window === undefined ? [] : partsOf(window)),
      ]),
      control: {
        tried: `the same with every text that was opened held on to: ${kept.length} texts, memory grew by ${percent(leaking.growth)}${leakingWindow === undefined ? '' : `; a window that holds on to ${LEAKING_OPENINGS} articles: it grew by ${percent(leakingWindow.windowGrowth)}`}`,
        hasFired: leaking.growth > MOST_GROWTH && isLeakSeen,
      },
      ...(lack === undefined ? {} : { leftOut: [`openings in the real window: ${lack}`] }),
    };
  },
};

function partsOf({ windowGrowth, mainGrowth, windowMb, documents }: WindowSoaked): readonly Part[] {
  return [
    {
      measured: `the window's scripts took ${windowMb[0]} MB after the first tenth and ${windowMb[1]} MB at the end (${percent(windowGrowth)}), with ${documents[0]} and ${documents[1]} documents`,
      isHeld: windowGrowth <= MOST_GROWTH && documents[1] <= documents[0] * MOST_GROWTH,
    },
    { measured: `the main process grew by ${percent(mainGrowth)}`, isHeld: mainGrowth <= MOST_GROWTH },
  ];
}
