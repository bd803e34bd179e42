// Running work in order: one after the other for the same key, a few at a time over a list, all to the end before a failure is told.

/** Runs tasks; `settled` resolves when none is left. */
export interface TaskQueue {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  settled(): Promise<void>;
}

/** Makes an empty queue. A failed task fails for its caller only; the next one of its key still runs. */
export function createTaskQueue(): TaskQueue {
  const last = new Map<string, Promise<void>>();
  return {
    run(key, task) {
      const result = (last.get(key) ?? Promise.resolve()).then(task);
      const turn: Promise<void> = result.then(ignore, ignore).finally(() => {
        if (last.get(key) === turn) last.delete(key);
      });
      last.set(key, turn);
      return result;
    },
    async settled() {
      while (last.size > 0) await Promise.all(last.values());
    },
  };
}

/** Whoever asked for the task hears how it went; the next one does not care. */
function ignore(): void {}

/**
 * Makes of a task one that many may ask for at once: whoever asks while it runs shares the next run with all others who wait, so that each gets
 * one that began after they asked. A failure is told to all who shared the run.
 */
export function shareRuns<T>(task: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> | undefined;
  let next: Promise<T> | undefined;
  function begin(): Promise<T> {
    const run = task();
    const over: Promise<void> = run.then(ignore, ignore).finally(() => {
      if (running === over) running = undefined;
    });
    running = over;
    return run;
  }
  return () => {
    if (running === undefined) return begin();
    next ??= running.then(() => {
      next = undefined;
      return begin();
    });
    return next;
  };
}

/** Runs `task` over all items, at most `limit` at a time; results keep the order of the items. The first failure ends it. */
export async function mapBounded<T, R>(
  items: readonly T[],
  limit: number,
  task: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  async function work(): Promise<void> {
    for (const [index, item] of queue) results[index] = await task(item);
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}

/**
 * Waits for all tasks, also when one has failed, and throws the first failure only then: whoever clears up after it does not
 * race with what is still being written.
 */
export async function allDone(tasks: readonly Promise<void>[]): Promise<void> {
  const outcomes = await Promise.allSettled(tasks);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
