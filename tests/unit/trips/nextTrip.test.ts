// What stands in the tray of the next departure: only one that is near, in a line that says when it leaves and how much of it is ready.
import { expect, test } from 'playwright/test';
import { SHELL_WORDS } from '#contract/shellWords.ts';
import { isTripId, type Trip, type TripLine } from '#contract/trip.ts';
import { createNextTrip, nextTripLine, type NextTrip } from '../../../electron/library/travelling/nextTrip.ts';
import { TRIP_PLAN } from './plans.ts';

function line(letter: string, change: Partial<TripLine> = {}): TripLine {
  const id = letter.repeat(12);
  if (!isTripId(id)) throw new Error(`${id} names no trip`);
  const { name, departure } = TRIP_PLAN;
  return { id, name, departure, items: 36, ready: 34, minutes: 180, sizeBytes: 1, left: null, landed: null, ...change };
}

const at = (day: string, time: string, zone = 'Europe/Lisbon'): Pick<TripLine, 'departure'> => ({
  departure: { day, time, zone },
});

/** The line at an instant, and how many trips had to be looked at for it. */
async function shownAt(instant: string, lines: readonly TripLine[]): Promise<readonly [string | undefined, number]> {
  const shown: (NextTrip | undefined)[] = [];
  let looks = 0;
  const plans = lines.map((each): Trip => ({
    ...TRIP_PLAN,
    ...each,
    minutes: 1,
    sizeBytes: null,
    made: '',
    items: [],
    refused: [],
  }));
  const watch = createNextTrip({
    trips: {
      plans: () => Promise.resolve(plans),
      line(id) {
        looks += 1;
        const found = lines.find((each) => each.id === id);
        return found === undefined ? Promise.reject(new Error(`no trip ${id}`)) : Promise.resolve(found);
      },
    },
    now: () => new Date(instant),
    show: (next) => void shown.push(next),
    report: (bug) => {
      throw bug;
    },
  });
  await watch.look();
  expect(shown).toHaveLength(1);
  return [shown[0] && nextTripLine(shown[0], SHELL_WORDS.nextTrip, 'en'), looks];
}

test('the next departure stands there from two days before until it leaves', async () => {
  const lines = [line('a'), line('b', { name: 'Porto', ...at('2026-12-02', '07:40') })];
  expect(await shownAt('2026-11-28T07:00:00Z', lines)).toEqual([undefined, 0]);
  expect(await shownAt('2026-11-30T07:40:00Z', lines)).toEqual(['Lisbon · leaves in 24 hours · 34 of 36 ready', 1]);
  expect(await shownAt('2026-12-01T05:40:00Z', lines)).toEqual(['Lisbon · leaves in 2 hours · 34 of 36 ready', 1]);
  expect(await shownAt('2026-12-01T07:39:30Z', lines)).toEqual(['Lisbon · leaves in 1 minute · 34 of 36 ready', 1]);
  expect(await shownAt('2026-12-01T07:40:00Z', lines)).toEqual(['Porto · leaves in 24 hours · 34 of 36 ready', 1]);
});

test('nothing is said of trips that were left for, are empty, or have no departure', async () => {
  const now = '2026-12-01T05:40:00Z';
  expect((await shownAt(now, [line('a', { left: '2026-12-01T05:00:00Z' })]))[0]).toBeUndefined();
  expect((await shownAt(now, [line('a', { items: 0 })]))[0]).toBeUndefined();
  expect((await shownAt(now, [line('a', { departure: null })]))[0]).toBeUndefined();
  // The clock is that of the place: in Auckland it is evening already.
  expect((await shownAt(now, [line('a', at('2026-12-01', '19:00', 'Pacific/Auckland'))]))[0]).toContain(
    'in 20 minutes',
  );
});

test('the line is said in the language of the window, whatever a trip is called', () => {
  const next = { id: line('a').id, name: '$& %ready%', minutes: 120, ready: 1, items: 2 };
  expect(nextTripLine(next, SHELL_WORDS.nextTrip, 'en')).toBe('$& %ready% · leaves in 2 hours · 1 of 2 ready');
  expect(nextTripLine(next, '%name%: %when%', 'de')).toBe('$& %ready%: in 2 Stunden');
});
