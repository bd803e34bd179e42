// What may wait until nothing else is to be done.

const LONGEST_WAIT_MS = 300;

/** Runs it once the window rests, at the latest after 300 ms; not any more when the returned function is called before. */
export function whenIdle(run: () => void): () => void {
  const asked = requestIdleCallback(run, { timeout: LONGEST_WAIT_MS });
  return () => cancelIdleCallback(asked);
}
