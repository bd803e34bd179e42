// Which of the waiting saves may begin now: a few at once, few for one site, none before its time, and only a probe while the network is away.
import type { WorkSource } from '#contract/save.ts';
import { readUrl } from './address.ts';
import type { SaveRecord } from './queuedSave.ts';

/** Monotonic time in milliseconds, and a timer that can be taken back. */
export interface Clock {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => () => void;
}

/** The system's: goes on evenly, whatever becomes of the wall clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** When saves may begin. */
export interface Schedule {
  /** The saves to begin now, in order. `waiting` must be in order; `isDown` says that the network is away. */
  choose(waiting: readonly SaveRecord[], running: readonly SaveRecord[], isDown: boolean): readonly SaveRecord[];
  /** Lets a save, or all of a host, wait for so long. */
  holdSave(id: number, ms: number): void;
  holdHost(host: string, ms: number): void;
  /** Lets a save and its host wait no longer, and the network be looked for at once. */
  release(id: number, host: string): void;
  /** The network was not there for a host; the next look comes later each time, at most a minute, unless it `isFirst`. */
  probeLater(host: string, isFirst: boolean): void;
  probeNow(): void;
  close(): void;
}

const AT_ONCE = 4;
const PER_HOST = 2;
const FIRST_PROBE_MS = 2000;
const LONGEST_PROBE_MS = 60_000;
/** Timers of Node take no more than 24 days. */
const LONGEST_TIMER_MS = 60 * 60 * 1000;

/** Makes a schedule; `isDue` is called when a wait that `choose` met is over. */
export function createSchedule(clock: Clock, isDue: () => void): Schedule {
  const saves = new Map<number, number>();
  const hosts = new Map<string, number>();
  let probe = { at: 0, afterMs: FIRST_PROBE_MS, failedHost: '' };
  let stopTimer = (): void => undefined;

  function setTimer(due: readonly number[]): void {
    stopTimer();
    const next = Math.min(...due);
    if (!Number.isFinite(next)) return;
    stopTimer = clock.after(Math.min(LONGEST_TIMER_MS, Math.max(1, next - clock.now())), isDue);
  }

  function dueAt({ save, source }: SaveRecord): number {
    return Math.max(saves.get(save.id) ?? 0, hosts.get(hostOf(source)) ?? 0);
  }

  return {
    choose(waiting, running, isDown) {
      const now = clock.now();
      const busy = new Map<string, number>();
      for (const { source } of running) busy.set(hostOf(source), (busy.get(hostOf(source)) ?? 0) + 1);
      const later: number[] = [];
      const fits = (record: SaveRecord): boolean => {
        const host = hostOf(record.source);
        if (host === '') return true;
        const due = dueAt(record);
        if (due > now) later.push(due);
        return due <= now && (busy.get(host) ?? 0) < PER_HOST;
      };
      const chosen: SaveRecord[] = [];
      const take = (record: SaveRecord): void => {
        const host = hostOf(record.source);
        busy.set(host, (busy.get(host) ?? 0) + 1);
        chosen.push(record);
      };
      for (const record of waiting) {
        if (running.length + chosen.length >= AT_ONCE) break;
        if (isDown && hostOf(record.source) !== '') continue;
        if (fits(record)) take(record);
      }
      if (isDown && !running.some(({ source }) => hostOf(source) !== '')) {
        const ready = waiting.filter((record) => hostOf(record.source) !== '' && fits(record));
        // Another site tells better whether it is the network or the site.
        const best = ready.find(({ source }) => hostOf(source) !== probe.failedHost) ?? ready[0];
        if (best !== undefined && probe.at <= now) take(best);
        else if (best !== undefined) later.push(probe.at);
      }
      setTimer(later);
      return chosen;
    },
    holdSave: (id, ms) => void saves.set(id, clock.now() + ms),
    holdHost: (host, ms) => void hosts.set(host, Math.max(hosts.get(host) ?? 0, clock.now() + ms)),
    release(id, host) {
      saves.delete(id);
      hosts.delete(host);
      probe = { ...probe, at: 0 };
    },
    probeLater(failedHost, isFirst) {
      const afterMs = isFirst ? FIRST_PROBE_MS : Math.min(LONGEST_PROBE_MS, probe.afterMs * 2);
      probe = { at: clock.now() + afterMs, afterMs, failedHost };
    },
    probeNow() {
      probe = { ...probe, at: 0, afterMs: FIRST_PROBE_MS };
    },
    close: () => stopTimer(),
  };
}

/** The host a save will ask, empty when it asks nobody. */
export function hostOf(source: WorkSource): string {
  return 'address' in source ? (readUrl(source.address.trim())?.host ?? source.address) : '';
}
