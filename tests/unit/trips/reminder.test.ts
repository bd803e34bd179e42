// Reminding before a departure: once a day before and once some hours before, of trips that are not ready and that the person asked about.
import { expect, test } from 'playwright/test';
import { isTripId, type Trip, type TripId, type TripLine } from '#contract/trip.ts';
import { createTripReminder, type Reminder } from '../../../electron/library/travelling/tripReminder.ts';

function tripId(letter: string): TripId {
  const id = letter.repeat(12);
  if (!isTripId(id)) throw new Error(`${id} names no trip`);
  return id;
}

function line(change: Partial<TripLine> = {}): TripLine {
  return {
    id: tripId('a'),
    name: 'Lisbon',
    departure: { day: '2026-12-01', time: '07:40', zone: 'Europe/Lisbon' },
    items: 18,
    ready: 16,
    minutes: 180,
    sizeBytes: 1,
    left: null,
    landed: null,
    ...change,
  };
}

/** What is said when it is looked at these instants, one after another. */
async function saidAt(
  lines: readonly TripLine[],
  reminds: boolean,
  instants: readonly string[],
): Promise<readonly Reminder[]> {
  const said: Reminder[] = [];
  let time = '';
  const plan = { minutes: 180, sizeBytes: null, fetchBytes: null, sources: [], reminds };
  const trip = (each: TripLine): Trip => ({ ...each, ...plan, made: '', items: [], refused: [] });
  const reminder = createTripReminder({
    trips: {
      plans: () => Promise.resolve(lines.map(trip)),
      board(id) {
        const { ready, items } = lines.find((each) => each.id === id) ?? line();
        return Promise.resolve({ ready, rows: Array.from({ length: items }) });
      },
    },
    now: () => new Date(time),
    remind: (what) => void said.push(what),
    report: (bug) => {
      throw bug;
    },
  });
  for (const instant of instants) {
    time = instant;
    await reminder.look();
  }
  return said;
}

// Lisbon is at UTC in winter.
const DAYS = ['2026-11-28T07:00:00Z', '2026-11-30T07:41:00Z', '2026-11-30T20:00:00Z'];
const HOURS = ['2026-12-01T04:41:00Z', '2026-12-01T07:00:00Z', '2026-12-01T07:41:00Z'];

test('it is said a day before, and again three hours before, and not after', async () => {
  const one = { id: tripId('a'), name: 'Lisbon', ready: 16, items: 18 };
  expect(await saidAt([line()], true, DAYS)).toEqual([one]);
  expect(await saidAt([line()], true, [...DAYS, ...HOURS])).toEqual([one, one]);
  expect(await saidAt([line()], true, HOURS.slice(2))).toEqual([]);
});

test('nothing is said of what is ready, left for, without a departure, or not asked about', async () => {
  const all = [...DAYS, ...HOURS];
  expect(await saidAt([line({ ready: 18 })], true, all)).toEqual([]);
  expect(await saidAt([line({ left: '2026-11-29T10:00:00Z' })], true, all)).toEqual([]);
  expect(await saidAt([line({ departure: null })], true, all)).toEqual([]);
  expect(await saidAt([line()], false, all)).toEqual([]);
});

test('the clock is that of the place one leaves from', async () => {
  const tokyo = line({ departure: { day: '2026-12-01', time: '07:40', zone: 'Asia/Tokyo' } });
  // Nine hours earlier: a day before is 22:40 of the day before that.
  expect(await saidAt([tokyo], true, ['2026-11-29T22:39:00Z'])).toEqual([]);
  expect(await saidAt([tokyo], true, ['2026-11-29T22:41:00Z'])).toHaveLength(1);
});
