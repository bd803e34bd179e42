// Saves asked for and not yet done: kept on disk from the asking, worked on a few at a time, in the order they were asked.
import { AppError, toErrorReport } from '#contract/errors.ts';
import type { Save, SaveSource, SaveState } from '#contract/save.ts';

/** A save with what it was asked to save. */
export interface SaveRecord {
  readonly save: Save;
  readonly source: SaveSource;
}

/** Where records outlive the process. Every method resolves when it is on disk. */
export interface SaveRecords {
  readonly list: () => readonly SaveRecord[];
  readonly put: (record: SaveRecord) => Promise<void>;
  readonly drop: (id: number) => Promise<void>;
}

/** What the queue needs from the outside. */
export interface SaveQueueOptions {
  readonly records: SaveRecords;
  readonly now: () => Date;
  /** Does the whole save; reports on the way; resolves only when the article is on disk. */
  readonly run: (source: SaveSource, signal: AbortSignal, report: (state: SaveState) => void) => Promise<SaveState>;
  readonly changed: (save: Save) => void;
  readonly dismissed: (id: number) => void;
  /** Gets what is a bug rather than a failed save. */
  readonly report: (bug: unknown) => void;
}

/** The queue. Ids that name no save are `not-found`. */
export interface SaveQueue {
  /** Resolves when the request is on disk; the save itself goes on after that. */
  add(source: SaveSource, label: string): Promise<Save>;
  list(): readonly Save[];
  cancel(id: number): Promise<void>;
  retry(id: number): Promise<Save>;
  /** Forgets a save that is done or failed. */
  dismiss(id: number): Promise<void>;
  /** Resolves when the save is done or has failed, with how it ended. */
  settled(id: number): Promise<Save>;
  /** Stops what is running; it starts again with the next queue on the same records. */
  close(): Promise<void>;
}

const AT_ONCE = 3;
const KEPT_WHEN_READY = 20;

/** Opens the queue and goes on with whatever an earlier process left undone. */
export function openSaveQueue(options: SaveQueueOptions): SaveQueue {
  const entries = new Map<number, SaveRecord>(options.records.list().map((record) => [record.save.id, record]));
  const running = new Map<number, { readonly abort: AbortController; readonly done: Promise<void> }>();
  const waiters = new Map<number, ((save: Save) => void)[]>();
  let lastId = Math.max(0, ...entries.keys());
  let closed = false;

  function entry(id: number): SaveRecord {
    const found = entries.get(id);
    if (found === undefined) throw new AppError('not-found', 'This save is no longer in the list.');
    return found;
  }

  /** Progress is shown at once; only what must outlive the process is written. */
  function show(id: number, progress: SaveState): SaveRecord | undefined {
    const record = entries.get(id);
    if (record === undefined) return undefined;
    const next = { ...record, save: { ...record.save, progress } };
    entries.set(id, next);
    options.changed(next.save);
    return next;
  }

  async function work(id: number, signal: AbortSignal): Promise<void> {
    let ended: SaveState;
    try {
      ended = await options.run(entry(id).source, signal, (state) => void show(id, state));
    } catch (failure) {
      if (closed) return;
      if (!(failure instanceof AppError)) options.report(failure);
      ended = { state: 'failed', error: toErrorReport(failure) };
    }
    const record = show(id, ended);
    if (record === undefined) return;
    if (ended.state === 'ready') {
      await options.records.drop(id);
      forgetOldest();
    } else {
      await options.records.put(record);
    }
    for (const resolve of waiters.get(id) ?? []) resolve(record.save);
    waiters.delete(id);
  }

  function forgetOldest(): void {
    const ready = [...entries.values()].filter((record) => record.save.progress.state === 'ready');
    for (const record of ready.slice(0, Math.max(0, ready.length - KEPT_WHEN_READY))) {
      entries.delete(record.save.id);
      options.dismissed(record.save.id);
    }
  }

  function startNext(): void {
    if (closed) return;
    for (const [id, record] of entries) {
      if (running.size >= AT_ONCE) return;
      if (record.save.progress.state !== 'waiting' || running.has(id)) continue;
      const abort = new AbortController();
      const done = work(id, abort.signal)
        .catch(options.report)
        .finally(() => {
          running.delete(id);
          startNext();
        });
      running.set(id, { abort, done });
    }
  }

  for (const record of entries.values()) {
    if (record.save.progress.state !== 'failed') show(record.save.id, { state: 'waiting' });
  }
  startNext();

  return {
    async add(source, label) {
      lastId += 1;
      const record: SaveRecord = {
        save: { id: lastId, label, asked: options.now().toISOString(), progress: { state: 'waiting' } },
        source,
      };
      await options.records.put(record);
      entries.set(record.save.id, record);
      options.changed(record.save);
      startNext();
      return record.save;
    },
    list: () => [...entries.values()].map((record) => record.save),
    async cancel(id) {
      const job = running.get(entry(id).save.id);
      if (job !== undefined) {
        job.abort.abort();
        await job.done;
      } else if (entry(id).save.progress.state === 'waiting') {
        const error = toErrorReport(
          new AppError('cancelled', 'Cancelled before it began. Try again whenever you like.'),
        );
        const record = show(id, { state: 'failed', error });
        if (record !== undefined) await options.records.put(record);
      }
    },
    async retry(id) {
      const { save } = entry(id);
      if (save.progress.state !== 'failed') return save;
      const record = show(id, { state: 'waiting' });
      if (record !== undefined) await options.records.put(record);
      startNext();
      return entry(id).save;
    },
    async dismiss(id) {
      const { progress } = entry(id).save;
      if (progress.state !== 'ready' && progress.state !== 'failed') {
        throw new AppError('bad-input', 'This save is still running; cancel it first.');
      }
      await options.records.drop(id);
      entries.delete(id);
      options.dismissed(id);
    },
    settled(id) {
      const { save } = entry(id);
      if (save.progress.state === 'ready' || save.progress.state === 'failed') return Promise.resolve(save);
      return new Promise((resolve) => waiters.set(id, [...(waiters.get(id) ?? []), resolve]));
    },
    async close() {
      closed = true;
      for (const job of running.values()) job.abort.abort();
      await Promise.all([...running.values()].map((job) => job.done));
    },
  };
}
