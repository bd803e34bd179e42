// Many small jobs, each bound to a host: run in order, a few at a time, and not too many for one host.

/** A job and the host it will ask; an empty host asks nobody. */
export interface HostJob {
  readonly host: string;
  readonly run: () => Promise<void>;
}

/** How many at once, and how many of them for one host; the latter is asked before every job and is at least 1. */
export interface HostBounds {
  readonly atOnce: number;
  readonly perHost: (host: string) => number;
}

/** Runs all jobs, beginning them in order as far as the bounds allow. Rejects with the first failure, once nothing runs any more. */
export async function runByHost(jobs: readonly HostJob[], { atOnce, perHost }: HostBounds): Promise<void> {
  const waiting = [...jobs];
  const running = new Set<Promise<void>>();
  const busy = new Map<string, number>();
  const failures: unknown[] = [];

  /** The next job whose host is free, taken off the list. */
  function next(): HostJob | undefined {
    if (running.size >= atOnce || failures.length > 0) return undefined;
    const index = waiting.findIndex(({ host }) => (busy.get(host) ?? 0) < perHost(host));
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  }

  async function work({ host, run }: HostJob): Promise<void> {
    busy.set(host, (busy.get(host) ?? 0) + 1);
    try {
      await run();
    } catch (failure) {
      failures.push(failure);
    } finally {
      busy.set(host, (busy.get(host) ?? 1) - 1);
    }
  }

  for (;;) {
    for (let job = next(); job !== undefined; job = next()) {
      const started: Promise<void> = work(job).finally(() => running.delete(started));
      running.add(started);
    }
    if (running.size === 0) break;
    await Promise.race(running);
  }
  if (failures.length > 0) throw failures[0];
}
