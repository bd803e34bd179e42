// A feed that is to be left alone for an hour, under clocks that jump: it is never left alone for longer, and jumps are no reason to ask it earlier.
import { expect, test } from 'playwright/test';
import { isFeedId, type FeedId } from '#contract/feeds.ts';
import { newFeed } from '../../../electron/library/following/feedRecords.ts';
import { createFeedRounds, type FeedRounds } from '../../../electron/library/following/feedRounds.ts';
import type { FeedRecord } from '../../../electron/store/feedFiles.ts';

const START = Date.parse('2026-03-29T00:30:00.000Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

for (const jump of [0, -HOUR, -DAY, -1000 * DAY]) {
  for (const when of ['while the app runs', 'before it is started anew'] as const) {
    test(`the clock goes by ${jump / HOUR} hours ${when}`, async () => {
      const world = begin(when === 'while the app runs' ? 0 : jump);
      // So far off that it cannot be: it is asked at once rather than believed.
      const isAbsurd = jump < -DAY * 1.1;
      if (when === 'while the app runs') {
        await world.look();
        expect(world.asked).toEqual([]);
        world.wall += jump;
      }
      if (!isAbsurd) {
        await world.look();
        world.pass(HOUR - 1);
        await world.look();
        expect(world.asked).toEqual([]);
        world.pass(1);
      }
      await world.look();
      expect(world.asked).toHaveLength(1);
      await world.close();
    });
  }
}

test('a computer that slept asks as soon as it is awake, though nothing has ticked meanwhile', async () => {
  const world = begin(0);
  await world.look();
  world.wall += HOUR;
  await world.look();
  expect(world.asked).toHaveLength(1);
  await world.close();
});

test('who asks by hand waits no longer than the site asked for either, and no shorter', async () => {
  for (const jump of [0, -HOUR / 2, -HOUR, -DAY / 2]) {
    const world = begin(0);
    await world.look();
    world.pass(HOUR / 4);
    world.wall += jump;
    expect(world.held()).toBe(HOUR / 4);
    world.pass(HOUR / 4 - 1);
    expect(world.held()).toBe(1);
    world.pass(1);
    expect(world.held()).toBe(0);
    await world.close();
  }
  // In an app that is started anew, the clock is all that is known, and what was planned.
  const anew = begin(-DAY / 2);
  await anew.look();
  expect(anew.held()).toBe(HOUR / 2);
  await anew.close();
});

interface World {
  wall: number;
  readonly asked: readonly FeedId[];
  pass(milliseconds: number): void;
  look(): Promise<void>;
  /** How long its site, which asked for half an hour, is still to be left alone. */
  held(): number | undefined;
  close(): Promise<void>;
}

/** A feed that was asked at `START`, in an app that is started just then under a clock that is off by so much. */
function begin(shift: number): World {
  const id = 'abcdefgh2345';
  if (!isFeedId(id)) throw new Error('this is no id');
  const fresh = newFeed({ kind: 'feed', address: 'https://quay.example/feed', title: 'Quay' }, null, new Date(START));
  const record: FeedRecord = {
    ...fresh,
    format: 1,
    id,
    next: new Date(START + HOUR).toISOString(),
    waitMs: HOUR,
    notBefore: new Date(START + HOUR / 2).toISOString(),
  };
  const asked: FeedId[] = [];
  let ticks = 5;
  let rounds: FeedRounds | undefined;
  const world: World = {
    wall: START + shift,
    asked,
    pass(milliseconds) {
      ticks += milliseconds;
      world.wall += milliseconds;
    },
    async look() {
      const before = looks;
      if (rounds === undefined) {
        rounds = createFeedRounds({
          records: () => {
            looks += 1;
            return Promise.resolve([record]);
          },
          visit: (each) => {
            if (asked.length === 0) asked.push(each);
            return Promise.resolve();
          },
          now: () => new Date(world.wall),
          ticks: () => ticks,
          changed: () => undefined,
          report: (bug) => {
            throw bug;
          },
        });
        rounds.start();
      } else rounds.nudge();
      await expect.poll(() => looks).toBeGreaterThan(before);
      await new Promise((done) => setImmediate(done));
    },
    held: () => rounds?.heldMs(record),
    close: async () => rounds?.close(),
  };
  let looks = 0;
  return world;
}
