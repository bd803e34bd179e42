// R9: the clock of the machine jumps, and nothing is out of order, twice, or waits for years.
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { openLibrary } from '../../../../electron/store/library.ts';
import { begin, START } from '../../../unit/capture/queueWorld.ts';
import { aDraft, articlesOf, someFiles } from '../../../unit/store/drafts.ts';
import { joinParts, type Goal } from '../goal.ts';

const JUMPS: Readonly<Record<string, string>> = {
  'on time': '2026-03-29T00:30:00.000Z',
  'through the change to summer time': '2026-03-29T01:30:00.000Z',
  'back by an hour': '2026-03-29T00:30:00.000Z',
  'back by a day': '2026-03-28T00:30:00.000Z',
  'to 1970': '1970-01-01T00:00:00.000Z',
  'past 2038': '2038-01-19T03:14:08.000Z',
  'on time again': '2026-03-29T02:30:00.000Z',
};
const WAIT_MS = 600_000;
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const SHIFTS = [3_600_000, DAY_MS, YEAR_MS, 50 * YEAR_MS].flatMap((each) => [each, -each]);
const EACH = { short: 6, long: 200 };

/** What a wait is told of: time that passes, and what was begun when it was over. */
interface Waiting {
  readonly begun: readonly unknown[];
  pass(milliseconds: number): Promise<void>;
}

/** A save that its site wants to wait, and a start of the app in the middle of it under a clock that is off by so much. */
async function waitOfSave(shift: number): Promise<Waiting> {
  const world = begin();
  world.answers.set(
    'busy.example',
    new AppError('http-status', 'Too busy (429).', { outlook: { kind: 'later', afterMs: WAIT_MS, isHostWide: true } }),
  );
  await world.add('busy.example/1');
  world.answers.clear();
  return world.restart(shift);
}

/** The same by somebody who believes the clock. */
async function waitByClock(shift: number): Promise<Waiting> {
  const begun: unknown[] = [];
  let clock = START + shift;
  return {
    begun,
    pass: async (milliseconds) => {
      clock += milliseconds;
      if (begun.length === 0 && clock >= START + WAIT_MS) begun.push(clock);
    },
  };
}

/** How many of the waits ended before or after they were to. What the clock says has passed may be believed; what is left is never more than was planned. */
async function countWrong(wait: (shift: number) => Promise<Waiting>): Promise<number> {
  let wrong = 0;
  for (const shift of SHIFTS) {
    const waiting = await wait(shift);
    const left = shift >= WAIT_MS ? 1 : WAIT_MS;
    await waiting.pass(left - 1);
    const isEarly = left > 1 && waiting.begun.length > 0;
    await waiting.pass(1);
    if (isEarly || waiting.begun.length !== 1) wrong += 1;
  }
  return wrong;
}

/** See `docs/promises.md`. */
export const r9: Goal = {
  id: 'R9',
  goal: 'clock',
  figure:
    'back 1 h, 1 day, to 1970, past 2038, over a change to summer time: order stable, ids unique, no negative ages, waits on monotonic time, nothing waits longer than planned',
  needs: [],
  limitMinutes: { short: 3, long: 10 },
  async run({ isLong, share, work }) {
    const each = isLong ? EACH.long : Math.ceil(EACH.short * share);
    const folder = join(work, 'library');
    const ids: string[] = [];
    let negative = 0;
    let unordered = 0;
    let last = '';
    for (const start of Object.values(JUMPS)) {
      let next = Date.parse(start);
      const library = await openLibrary(folder, { now: () => new Date((next += 1_000)) });
      // Opened at any time, it is in the order in which it was closed.
      const opened = (await articlesOf(library)).map(({ id }) => id).join();
      if (opened !== last) unordered += 1;
      for (let number = 0; number < each; number += 1) {
        const { id, saved } = await library.add(aDraft({ title: start }), someFiles(start));
        ids.push(id);
        if (Date.parse(saved) < Date.parse(start)) negative += 1;
      }
      last = (await articlesOf(library)).map(({ id }) => id).join();
      await library.close();
    }
    const held = await openLibrary(folder, { now: () => new Date(0) });
    const [first] = held.catalogue.ids();
    if (first !== undefined) await held.remove(first);
    const found = (await articlesOf(held)).length;
    const discarded = await held.trash.discardOld();
    const inTrash = (await held.trash.ids()).length;
    await held.close();
    const late = await countWrong(waitOfSave);
    const lateByClock = await countWrong(waitByClock);
    return {
      tried: `a library opened and changed under clocks that are, one after the other, ${Object.keys(JUMPS).join(', ')}; a save that a busy site asks to wait for ten minutes, while the app is started anew under a clock that is off by an hour, a day, a year, and fifty years, both ways; that feeds wait no longer than planned either, in an app that runs and in one that is started anew, is in tests/unit/feeds/clock.test.ts`,
      ...joinParts([
        { measured: `${unordered} of ${Object.keys(JUMPS).length} openings in another order`, isHeld: unordered === 0 },
        {
          measured: `${new Set(ids).size} of ${ids.length} ids different, ${found} articles there and ${inTrash} in the trash`,
          isHeld: new Set(ids).size === ids.length && found + inTrash === ids.length && inTrash === 1,
        },
        { measured: `${negative} negative ages`, isHeld: negative === 0 },
        {
          measured: `${late} of ${SHIFTS.length} waits of saves ended early or late`,
          isHeld: late === 0,
        },
        { measured: `${discarded} thrown away by a wrong clock`, isHeld: discarded === 0 },
      ]),
      control: {
        tried: `waits that believe the clock: ${lateByClock} of ${SHIFTS.length} ended early or late`,
        hasFired: lateByClock > 0,
      },
    };
  },
};
