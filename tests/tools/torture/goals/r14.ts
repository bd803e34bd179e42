// R14: the process of the window is killed, or hangs, while somebody reads, and the window is back at the same place.
import { joinParts, type Goal, type Part } from '../goal.ts';
import { hangWindow, killWindow, type Hang } from '../killedWindow.ts';

const TIMES = { short: { kills: 2, hangs: 1 }, long: { kills: 3, hangs: 3 } };
const MOST_MS = 3_000;
// Once Chromium says that it hangs, which it does when an input was not answered for fifteen seconds.
const MOST_HANGING_MS = 10_000;

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);

function partsOf(name: string, backMs: readonly number[], isThere: boolean): readonly Part[] {
  const slowest = Math.max(...backMs);
  return [
    { measured: `${name}: back at the same paragraph in at most ${seconds(slowest)} s`, isHeld: slowest <= MOST_MS },
    { measured: isThere ? 'the article there' : 'the article LOST', isHeld: isThere },
  ];
}

/** See `docs/promises.md`. */
export const r14: Goal = {
  id: 'R14',
  goal: 'the window dies',
  figure: 'killed or hung: back in ≤ 3 s at the same article and place, nothing lost',
  needs: ['electron'],
  limitMinutes: { short: 6, long: 10 },
  async run({ isLong }) {
    const { kills, hangs } = isLong ? TIMES.long : TIMES.short;
    const killed = await killWindow(kills);
    const hung: Hang[] = [];
    for (let time = 0; time < hangs; time += 1) hung.push(await hangWindow(true));
    const ended = Math.max(...hung.map(({ endedMs }) => endedMs));
    const uncared = await hangWindow(false);
    return {
      tried: `the process of the window killed ${kills} times, and ${hangs} times hung in a script without end, each in the middle of an article, in the real app; after a hang the time counts from when its process is ended; that Chromium notices a hang is said in its place, since it does not while a test's debugger is attached`,
      ...joinParts([
        ...partsOf('killed', killed.backMs, killed.isThere),
        {
          measured: `at ${[...new Set(killed.places)].join(' and ')}`,
          isHeld: new Set(killed.places).size === 1 && killed.places[0] !== '',
        },
        ...partsOf(
          'hung',
          hung.map(({ backMs }) => backMs ?? Number.POSITIVE_INFINITY),
          hung.every(({ isThere }) => isThere),
        ),
        {
          measured: `a process that hung was ended ${seconds(ended)} s after that was noticed`,
          isHeld: ended <= MOST_HANGING_MS,
        },
      ]),
      control: {
        tried: `the same hang in a window that nobody looks after: ${uncared.backMs === null ? `still hung after ${seconds(uncared.endedMs)} s` : 'back'}`,
        hasFired: uncared.backMs === null,
      },
    };
  },
};
