// R14: the process of the window is killed while somebody reads, and the window is back at the same place.
import { joinParts, type Goal } from '../goal.ts';
import { killWindow } from '../killedWindow.ts';

const KILLS = { short: 2, long: 3 };
const MOST_MS = 3_000;

/** See `docs/promises.md`. */
export const r14: Goal = {
  id: 'R14',
  goal: 'the window dies',
  figure: 'killed or hung: back in ≤ 3 s at the same article and place, nothing lost',
  needs: ['electron'],
  limitMinutes: { short: 4, long: 5 },
  async run({ isLong }) {
    const kills = isLong ? KILLS.long : KILLS.short;
    const { backMs, places, articles } = await killWindow(kills);
    const slowest = Math.max(...backMs);
    return {
      tried: `the process of the window killed ${kills} times in the middle of an article, in the real app`,
      ...joinParts([
        { measured: `back in at most ${(slowest / 1_000).toFixed(1)} s`, isHeld: slowest <= MOST_MS },
        { measured: `at ${[...new Set(places)].join(' and ')}`, isHeld: new Set(places).size === 1 },
        { measured: `${articles} of 1 articles there`, isHeld: articles === 1 },
      ]),
      leftOut: ['a window that hangs: nothing ends it by itself yet'],
    };
  },
};
