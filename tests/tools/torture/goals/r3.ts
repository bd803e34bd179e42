// R3: every state that a crash can leave of a simulated disk opens as the old or as the new library.
import { crashLives, crashOnLiar } from '../../../unit/store/crashes.ts';
import { joinParts, type Goal } from '../goal.ts';

const FULL = { states: 5_000, seconds: 60 };
/** The part of it that the short form does. */
const SHORT = 0.25;
/** No two seeds share a life. */
const MOST_LIVES = 100;

/** See `docs/promises.md`. */
export const r3: Goal = {
  id: 'R3',
  goal: 'all states a crash can leave',
  figure: '≥ 5,000 states in ≤ 60 s, each opens as the old or the new library',
  needs: [],
  limitMinutes: { short: 5, long: 15 },
  async run({ seed, isLong }) {
    const share = isLong ? 1 : SHORT;
    const begun = performance.now();
    const { states, wrong } = await crashLives(1 + (seed - 1) * MOST_LIVES, { states: FULL.states * share });
    const seconds = (performance.now() - begun) / 1_000;
    const liars = [await crashOnLiar('sync', seed), await crashOnLiar('syncFolder', seed)];
    const say = (figure: number): string => Math.round(figure).toLocaleString('en');
    return {
      tried: `lives of 12 changes, each crashed after every operation with unsynced bytes kept, lost, torn or zeroed and unsynced names kept or lost from four places on${isLong ? '' : `; a short run must reach ${say(FULL.states * share)} states in ${say(FULL.seconds * share)} s`}`,
      ...joinParts([
        { measured: `${say(states)} states`, isHeld: states >= FULL.states * share },
        { measured: `${seconds.toFixed(1)} s`, isHeld: seconds <= FULL.seconds * share },
        {
          measured: `${wrong.length} neither old nor new ${wrong.slice(0, 2).join(' / ')}`.trim(),
          isHeld: wrong.length === 0,
        },
      ]),
      control: {
        tried: `disks that say they synced bytes, or names, and did not: ${liars.map((each) => say(each.wrong.length)).join(' and ')} states were wrong`,
        hasFired: liars.every((liar) => liar.wrong.length > 0),
      },
    };
  },
};
