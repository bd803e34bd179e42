// When which feed is asked: those that are due, four hosts at once and one feed of a host after the other.
import type { FeedId } from '#contract/feeds.ts';
import { AppError } from '#contract/errors.ts';
import { runByHost } from '../../capture/runByHost.ts';
import { LONGEST_MS } from '../../feeds/schedule.ts';
import type { FeedRecord } from '../../store/feedFiles.ts';
import { createTaskQueue } from '../../store/taskQueue.ts';

/** What rounds take. */
export interface FeedRoundsOptions {
  readonly records: () => Promise<readonly FeedRecord[]>;
  /** Asks one. Throws only what is not the feed's fault. */
  readonly visit: (id: FeedId) => Promise<void>;
  readonly now: () => Date;
  /** Milliseconds that go on evenly, whatever becomes of the clock; the system's unless given. */
  readonly ticks?: () => number;
  /** Something is under way now, or no more. */
  readonly changed: () => void;
  readonly report: (bug: unknown) => void;
}

/** The rounds. */
export interface FeedRounds {
  /** Asks these now; what is being asked already is not asked twice. Throws `disk`, when what came cannot be kept. */
  ask(ids: readonly FeedId[]): Promise<void>;
  isUnderWay(id: FeedId): boolean;
  /** How many milliseconds more its site asked to be left alone, also by the person; 0 when it may be asked. Never more than it asked for. */
  heldMs(record: FeedRecord): number;
  /** Goes round by itself from now on. */
  start(): void;
  /** Looks anew for when the next is due. */
  plan(): void;
  /** There may be a network again: asks at once what waits for it. */
  nudge(): void;
  close(): Promise<void>;
}

const HOSTS_AT_ONCE = 4;
// A clock that is set, or a computer that sleeps, makes no timer go off.
const LOOKS_EVERY_MS = 60_000;
// A disk that is full now is full in a minute; no site is asked again for what cannot be kept.
const REST_MS = 15 * 60_000;

/** Makes them; nothing goes round before `start`. */
export function createFeedRounds(options: FeedRoundsOptions): FeedRounds {
  const { records, visit, now, changed, report, ticks = () => performance.now() } = options;
  const dues = new Map<FeedId, { readonly next: string; readonly at: number }>();
  const underWay = new Map<FeedId, Promise<void>>();
  const hosts = createTaskQueue();
  const rests = new Map<FeedId, number>();
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  // No timer wakes the processor where no feed is followed.
  let isFollowing = true;
  let isStarted = false;
  let isClosed = false;

  function askOne({ id, address }: FeedRecord): Promise<void> {
    const running = underWay.get(id);
    if (running !== undefined) return running;
    const asking = hosts
      .run(new URL(address).host, async () => {
        if (!isClosed) await visit(id);
      })
      .catch((failure: unknown) => {
        if (isClosed && failure instanceof AppError) return;
        throw failure;
      })
      .finally(() => {
        underWay.delete(id);
        changed();
      });
    underWay.set(id, asking);
    changed();
    return asking;
  }

  async function askAll(wanted: readonly FeedRecord[]): Promise<void> {
    // One whose entries cannot be kept keeps none of the others from being asked.
    const failures: unknown[] = [];
    const ask = (record: FeedRecord): Promise<void> =>
      askOne(record).then(
        () => void rests.delete(record.id),
        (failure: unknown) => {
          rests.set(record.id, now().getTime() + REST_MS);
          failures.push(failure);
        },
      );
    const jobs = wanted.map((record) => ({ host: new URL(record.address).host, run: () => ask(record) }));
    await runByHost(jobs, { atOnce: HOSTS_AT_ONCE, perHost: () => 1 });
    if (failures.length > 0) throw failures[0];
  }

  function isResting(id: FeedId, time: number): boolean {
    const left = (rests.get(id) ?? time) - time;
    return left > 0 && left <= REST_MS;
  }

  /**
   * How long `next` is ahead. What the clock says has passed is believed, for a computer that slept. What it says is left is looked at once, is never more than
   * was planned, and then passes evenly.
   */
  function untilNext(id: FeedId, next: string, { waitMs }: Pick<FeedRecord, 'waitMs'>): number {
    const left = byClock(next);
    if (left === 0) return 0;
    const known = dues.get(id);
    if (known?.next === next) return Math.max(0, known.at - ticks());
    const wait = Math.min(left, waitMs ?? LONGEST_MS);
    dues.set(id, { next, at: ticks() + wait });
    return wait;
  }

  function byClock(moment: string): number {
    const left = Date.parse(moment) - now().getTime();
    // A clock that was far ahead must not silence a feed for a day.
    return left > LONGEST_MS * 1.1 ? 0 : Math.max(0, left);
  }

  function isDue({ id, isFollowed, next, waitMs }: FeedRecord): boolean {
    return isFollowed && next !== null && untilNext(id, next, { waitMs }) === 0;
  }

  function plan(): void {
    isFollowing = true;
    planNext();
  }

  function planNext(): void {
    clearTimeout(timer);
    if (!isStarted || isClosed || !isFollowing) return;
    timer = setTimeout(() => {
      round = goRound().finally(planNext);
    }, LOOKS_EVERY_MS).unref();
  }

  async function goRound(everythingOffline = false): Promise<void> {
    try {
      const time = now().getTime();
      const known = await records();
      isFollowing = known.some((record) => record.isFollowed);
      const due = known.filter(
        (record) => (isDue(record) && !isResting(record.id, time)) || (everythingOffline && waits(record)),
      );
      if (!isClosed) await askAll(due);
    } catch (failure) {
      // A full disk is told where feeds are listed and where the person asks for one; the next round may find room.
      if (!(failure instanceof AppError)) report(failure);
    }
  }

  return {
    async ask(ids) {
      const wanted = new Set(ids);
      await askAll((await records()).filter(({ id }) => wanted.has(id)));
      plan();
    },
    isUnderWay: (id) => underWay.has(id),
    heldMs({ id, next, waitMs, notBefore }) {
      const left = notBefore === null ? 0 : byClock(notBefore);
      if (left === 0 || notBefore === null || next === null) return left;
      // Both were planned at once, and the time until `next` is the one that passes evenly.
      const later = Date.parse(next) - Date.parse(notBefore);
      return Math.min(left, Math.max(0, untilNext(id, next, { waitMs }) - later));
    },
    start() {
      isStarted = true;
      round = goRound().finally(planNext);
    },
    plan,
    nudge() {
      if (isStarted && !isClosed) round = round.then(() => goRound(true));
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await round;
      await Promise.allSettled(underWay.values());
    },
  };
}

function waits({ isFollowed, isOffline }: FeedRecord): boolean {
  return isFollowed && isOffline;
}
