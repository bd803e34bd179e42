// What looks by itself, and what wakes no processor where there is nothing to look at.
import { expect, test } from 'playwright/test';
import { lookNowAndThen, type After } from '../../../electron/library/nowAndThen.ts';

const MINUTE_MS = 60_000;

test('it is looked at again for as long as there is something, then not before it is woken, and never once it is closed', async () => {
  const timers = new Map<() => void, number>();
  const after: After = (run, ms) => {
    timers.set(run, ms);
    return () => timers.delete(run);
  };
  const passes = async (): Promise<void> => {
    const due = [...timers.keys()];
    timers.clear();
    for (const run of due) run();
    await settled();
  };
  let [looks, left] = [0, 3];
  const bugs: unknown[] = [];
  const look = (): Promise<boolean> => {
    looks += 1;
    left -= 1;
    return looks === 2 ? Promise.reject(new Error('the disk was away')) : Promise.resolve(left > 0);
  };
  const watch = lookNowAndThen(look, MINUTE_MS, (bug) => void bugs.push(bug), after);
  watch.wake();
  expect([looks, timers.size]).toEqual([0, 0]);
  watch.start();
  watch.start();
  await settled();
  expect([looks, [...timers.values()]]).toEqual([1, [MINUTE_MS]]);
  await passes();
  // A look that failed ends nothing.
  expect([looks, bugs.length, timers.size]).toEqual([2, 1, 1]);
  await passes();
  expect([looks, timers.size]).toEqual([3, 0]);
  left = 2;
  watch.wake();
  await settled();
  expect([looks, timers.size]).toEqual([4, 1]);
  watch.close();
  expect(timers.size).toBe(0);
  watch.wake();
  expect(looks).toBe(4);
});

/** All that was promised by now has come. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
