// One piece of long work with the whole library at a time: it is told how far it is, can be ended, and says what came of it. A failure is told,
// not thrown: whoever began it may be gone by then.
import { AppError, toErrorReport } from '#contract/errors.ts';
import type { LeftOut, LibraryJob, LibraryJobKind } from '#contract/libraryExport.ts';
import { toExportError } from './exportFailure.ts';

/** What the work says while it goes on. */
export interface JobDesk {
  readonly signal: AbortSignal;
  /** Changes what is known of it; told at once only when something other than numbers changed. */
  tell(change: Partial<Pick<LibraryJob, 'done' | 'total' | 'added' | 'merged' | 'isVerifying'>>): void;
  leaveOut(left: LeftOut): void;
  /** Throws when it was cancelled. */
  throwIfCancelled(): void;
}

/** What is begun. */
export interface JobWish {
  readonly kind: LibraryJobKind;
  readonly isByItself?: boolean;
  /** The file's or folder's own name. */
  readonly name: string;
  /** Where what was written lies; `null` when nothing is. */
  readonly place: string | null;
  readonly run: (desk: JobDesk) => Promise<void>;
}

/** The work of a library. */
export interface LibraryJobs {
  /** Begins; `over` resolves with how it ended. Throws `locked` while other work is under way. */
  begin(wish: JobWish): { readonly job: LibraryJob; readonly over: Promise<LibraryJob> };
  /** Throws `locked` while work is under way; to be asked before the person is. */
  assertFree(): void;
  /** Begins as soon as no other work is under way, in the order in which it was asked for; nothing once it is closed. */
  line(wish: JobWish): void;
  last(): LibraryJob | null;
  cancel(job: number): void;
  /** Where what the last one wrote lies. Throws `not-found`. */
  placeOf(job: number): string;
  /** Cancels what is under way and waits for it. */
  close(): Promise<void>;
}

const MOST_TOLD = 100;
const TELL_EVERY_MS = 100;

/** Makes the list; `tell` hears of every step, `report` of bugs. */
export function createLibraryJobs(tell: (job: LibraryJob) => void, report: (bug: unknown) => void): LibraryJobs {
  let jobs = 0;
  let last: LibraryJob | null = null;
  let place: string | null = null;
  let ending: AbortController | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let isClosed = false;
  let lined: Promise<unknown> = Promise.resolve();

  function assertFree(): void {
    if (last?.state === 'running' || isClosed) {
      throw new AppError(
        'locked',
        'Layover is still busy with another export, backup or restore. Wait until it is done, or cancel it.',
      );
    }
  }

  async function work(first: LibraryJob, run: JobWish['run'], controller: AbortController): Promise<LibraryJob> {
    let now = first;
    let told = 0;
    const show = (isUrgent: boolean): void => {
      last = now;
      if (!isUrgent && performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      tell(now);
    };
    const { signal } = controller;
    const isCancelled = (): boolean => signal.aborted;
    const desk: JobDesk = {
      signal,
      tell(change) {
        now = { ...now, ...change };
        show(change.isVerifying !== undefined || change.total !== undefined);
      },
      leaveOut(left) {
        const leftOut = now.leftOut.length < MOST_TOLD ? [...now.leftOut, left] : now.leftOut;
        now = { ...now, leftOut, leftOutCount: now.leftOutCount + 1 };
      },
      throwIfCancelled() {
        if (isCancelled()) throw new AppError('cancelled', 'It was cancelled.');
      },
    };
    show(true);
    try {
      await run(desk);
      now = { ...now, state: 'done' };
    } catch (failure) {
      const shown = toExportError(failure);
      if (!isCancelled() && !(shown instanceof AppError)) report(failure);
      now = isCancelled() ? { ...now, state: 'cancelled' } : { ...now, state: 'failed', error: toErrorReport(shown) };
    }
    now = { ...now, isVerifying: false };
    show(true);
    return now;
  }

  function begin(wish: JobWish): { readonly job: LibraryJob; readonly over: Promise<LibraryJob> } {
    assertFree();
    jobs += 1;
    const job: LibraryJob = {
      job: jobs,
      kind: wish.kind,
      isByItself: wish.isByItself ?? false,
      state: 'running',
      isVerifying: false,
      done: 0,
      total: 0,
      name: wish.name,
      added: 0,
      merged: 0,
      leftOut: [],
      leftOutCount: 0,
      error: null,
    };
    last = job;
    place = wish.place;
    ending = new AbortController();
    const over = work(job, wish.run, ending);
    running = over;
    return { job, over };
  }

  async function beginAfter(before: Promise<unknown>, wish: JobWish): Promise<void> {
    await before;
    // What was begun meanwhile goes first.
    for (let awaited: unknown; awaited !== running;) {
      awaited = running;
      await running;
    }
    if (!isClosed) await begin(wish).over;
  }

  return {
    assertFree,
    begin,
    line(wish) {
      lined = beginAfter(lined, wish);
    },
    last: () => last,
    cancel(job) {
      if (last?.job === job) ending?.abort();
    },
    placeOf(job) {
      if (last?.job !== job || last.state !== 'done' || place === null) {
        throw new AppError('not-found', 'There is nothing to show any more.');
      }
      return place;
    },
    async close() {
      isClosed = true;
      ending?.abort();
      await running;
    },
  };
}
