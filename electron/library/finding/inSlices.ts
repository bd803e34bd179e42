// Long work in steps, and much to tell, in; what keeps others from neither out.
import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE_MS = 5;

/** Goes through the steps of long work without keeping others from theirs. */
export async function inSlices<T>(work: Generator<undefined, T>): Promise<T> {
  let begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < SLICE_MS) continue;
    await nextTurn();
    begun = performance.now();
  }
}

/** Calls at most once in so many milliseconds; calls between are left out. */
export function throttle(ms: number, run: (done: number) => void): (done: number) => void {
  let before = -Infinity;
  return (done) => {
    if (performance.now() - before < ms) return;
    before = performance.now();
    run(done);
  };
}
