// Saves asked for and not yet done: kept on disk from the asking, worked on a few at a time, in the person's order, with patience for busy
// sites and a missing network.
import { AppError, toErrorReport } from '#contract/errors.ts';
import { bySaveOrder, isUnderWay, type Save, type SaveMove, type WorkSource, type SaveState } from '#contract/save.ts';
import { createNetworkWatch } from './networkWatch.ts';
import { createSaveWaiters, hasEnded, isAtRest } from './saveWaiters.ts';
import type { SaveQueueOptions } from './saveQueueOptions.ts';
import { delayFrom, MOST_TRIES, waitAfter, waitLeft, type Delay } from './patience.ts';
import type { ImportedMarks } from '#contract/imports.ts';
import type { AddedSave, AddOptions, SaveRecord } from './queuedSave.ts';
import { lastOrder, placeAmong } from './saveOrder.ts';
import { createSchedule, hostOf, systemClock } from './saveSchedule.ts';

/** The queue. Ids that name no save are `not-found`. */
export interface SaveQueue {
  /** Resolves when the request is on disk; the save itself goes on after that. */
  add(source: WorkSource, label: string, options?: AddOptions): Promise<Save>;
  /** Asks for many, which then stand behind all others in their order; resolves when all are on disk. */
  addAll(added: readonly AddedSave[]): Promise<readonly Save[]>;
  /** One with what it was asked to save; `undefined` when it is not in the list. */
  record(id: number): SaveRecord | undefined;
  /** All with what they were asked to save, in no order. */
  records(): Iterable<SaveRecord>;
  /** In the order in which they are worked on. */
  list(): readonly Save[];
  /** Changes what goes with a save that came from another program; nothing happens once it is done. */
  mark(id: number, imported: ImportedMarks): Promise<void>;
  /** Resolves when nothing of it runs any more; it can still be tried again. */
  cancel(id: number): Promise<void>;
  /** Begins anew what failed, and does not let wait any longer what waits. */
  retry(id: number): Promise<Save>;
  /** Resolves when the new place is on disk. */
  move(id: number, to: SaveMove): Promise<Save>;
  /** Forgets a save that is done or failed. */
  dismiss(id: number): Promise<void>;
  /** While paused nothing new begins; what is under way goes on. */
  setPaused(isPaused: boolean): void;
  /** The system believes that the network is back: looks for itself at once. */
  nudge(): void;
  /** Resolves when the save is done or has failed, with how it ended. Throws `not-found` when it is taken out of the list before. */
  settled(id: number): Promise<Save>;
  /**
   * Resolves when nothing more comes of it by itself for now: it is done, has failed, or waits for a network or a busy site. `undefined`
   * when it is not in the list, or is taken out of it meanwhile.
   */
  atRest(id: number): Promise<Save | undefined>;
  /** Stops what is running; it starts again with the next queue on the same records. */
  close(): Promise<void>;
}

const KEPT_WHEN_READY = 20;

/** Opens the queue and goes on with whatever an earlier process left undone. */
export function openSaveQueue(options: SaveQueueOptions): SaveQueue {
  const { clock = systemClock, random = Math.random, isPatient = true } = options;
  const entries = new Map<number, SaveRecord>(options.records.list().map((record) => [record.save.id, record]));
  const running = new Map<number, { readonly abort: AbortController; readonly done: Promise<void> }>();
  const waiters = createSaveWaiters();
  // Failed since a site answered: the first sign of an outage looks like a misspelt name.
  const unnamed = new Set<number>();
  const watch = createNetworkWatch(options.hasInterface);
  const schedule = createSchedule(clock, startNext);
  let lastId = [...entries.keys()].reduce((a, b) => Math.max(a, b), options.records.lastId);
  let isPaused = options.isPaused ?? false;
  let closed = false;

  function entry(id: number): SaveRecord {
    const found = entries.get(id);
    if (found === undefined) throw notInList();
    return found;
  }

  function inOrder(): readonly SaveRecord[] {
    return [...entries.values()].sort((a, b) => bySaveOrder(a.save, b.save));
  }

  /** Progress is shown at once; only what must outlive the process is written. */
  function show(id: number, change: Partial<Save>, delay?: Delay | null): SaveRecord | undefined {
    const record = entries.get(id);
    if (record === undefined) return undefined;
    const next = { ...record, save: { ...record.save, ...change }, delay: delay === undefined ? record.delay : delay };
    entries.set(id, next);
    options.changed(next.save);
    return next;
  }

  async function put(record: SaveRecord | undefined): Promise<void> {
    if (record !== undefined) await options.records.put(record);
  }

  async function work(id: number, signal: AbortSignal): Promise<void> {
    const host = hostOf(entry(id).source);
    let ended: SaveState;
    let delay: Delay | null = null;
    try {
      ended = await options.run(entry(id), signal, (progress) => void show(id, { progress }));
      hear(host, undefined);
    } catch (failure) {
      if (closed) return;
      [ended, delay] = judge(id, host, failure);
    }
    const record = show(id, { progress: ended }, delay);
    if (record === undefined) return;
    const written = ended.state === 'ready' ? options.records.drop(id) : put(record);
    // Nobody waits for ever because it could not be written down.
    await written.finally(() => waiters.tell(record.save));
    if (ended.state === 'ready') forgetOldest();
  }

  /** What becomes of a save that did not work out. */
  function judge(id: number, host: string, failure: unknown): [SaveState, Delay | null] {
    if (!(failure instanceof AppError)) options.report(failure);
    const failed: SaveState = { state: 'failed', error: toErrorReport(failure) };
    if (!(failure instanceof AppError) || !isPatient) return [failed, null];
    const wasDown = watch.outage() !== undefined;
    const isOfNetwork = hear(host, failure);
    const { outlook } = failure;
    const tries = (entry(id).delay?.tries ?? 0) + 1;
    // Another site answered while this one still shows a sign-in page: it is the site's own.
    if (isOfNetwork && (wasDown || outlook?.kind !== 'portal' || tries < MOST_TRIES)) {
      const portal = watch.outage()?.portal ?? null;
      return [
        { state: 'offline', portal },
        outlook?.kind === 'portal' && !wasDown ? delayFrom(options.now(), tries, 0) : entry(id).delay,
      ];
    }
    if (outlook?.kind === 'unresolved') unnamed.add(id);
    if (outlook?.kind !== 'later' || tries >= MOST_TRIES) return [failed, null];
    const waitMs = waitAfter(tries, outlook, random);
    schedule.holdSave(id, waitMs);
    if (outlook.isHostWide) schedule.holdHost(host, waitMs);
    const delay = delayFrom(options.now(), tries, waitMs);
    return [{ state: 'postponed', until: delay.until, error: failed.error }, delay];
  }

  /** Passes on how a request ended, and shows all that wait for the network whether it is there. */
  function hear(host: string, failure: AppError | undefined): boolean {
    if (host === '') return false;
    const before = watch.outage();
    const isOfNetwork = watch.hear(host, failure);
    const outage = watch.outage();
    if (outage !== undefined) schedule.probeLater(host, before === undefined);
    else if (failure === undefined) unnamed.clear();
    if (before?.portal === outage?.portal && (before === undefined) === (outage === undefined)) return isOfNetwork;
    for (const { save, source } of entries.values()) {
      if (running.has(save.id) || hostOf(source) === '') continue;
      const { state } = save.progress;
      if (outage !== undefined && (state === 'waiting' || state === 'offline')) showOffline(save.id, outage.portal);
      if (outage === undefined && state === 'offline') show(save.id, { progress: { state: 'waiting' } });
      if (outage !== undefined && unnamed.delete(save.id) && state === 'failed')
        put(showOffline(save.id, outage.portal)).catch(options.report);
    }
    return isOfNetwork;
  }

  function forgetOldest(): void {
    const ready = [...entries.values()].filter((record) => record.save.progress.state === 'ready');
    for (const record of ready.slice(0, Math.max(0, ready.length - KEPT_WHEN_READY))) {
      forget(record.save.id);
    }
  }

  /** Who still waits for what is forgotten hears that it is gone. */
  function forget(id: number): void {
    entries.delete(id);
    waiters.tellGone(id);
    options.dismissed(id);
  }

  /** What waits for a network has come to rest; so hears whoever waits for that. */
  function showOffline(id: number, portal: string | null): SaveRecord | undefined {
    const record = show(id, { progress: { state: 'offline', portal } });
    if (record !== undefined) waiters.tell(record.save);
    return record;
  }

  function startNext(): void {
    if (closed || isPaused) return;
    const outage = watch.outage();
    const waiting = inOrder().filter(({ save }) => isUnderWay(save.progress) && !running.has(save.id));
    for (const { save } of schedule.choose(waiting, [...running.keys()].map(entry), outage !== undefined)) {
      const abort = new AbortController();
      const done = work(save.id, abort.signal)
        .catch(options.report)
        .finally(() => {
          running.delete(save.id);
          startNext();
        });
      running.set(save.id, { abort, done });
    }
  }

  function recordOf(
    { source, label, foundIn = null, crawl = null, imported, portion, privateHost = null }: AddedSave,
    order: number,
  ): SaveRecord {
    lastId += 1;
    const outage = hostOf(source) === '' ? undefined : watch.outage();
    const progress: SaveState =
      outage === undefined ? { state: 'waiting' } : { state: 'offline', portal: outage.portal };
    return {
      save: { id: lastId, label, asked: options.now().toISOString(), order, foundIn, progress },
      source,
      delay: null,
      ...(crawl === null ? {} : { crawl }),
      ...(portion === undefined ? {} : { portion }),
      ...(imported === undefined ? {} : { imported }),
      ...(privateHost === null ? {} : { privateHost }),
    };
  }

  async function enter(records: readonly SaveRecord[]): Promise<void> {
    const [only] = records;
    if (only !== undefined && records.length === 1) await options.records.put(only);
    else await options.records.putAll(records);
    for (const record of records) {
      entries.set(record.save.id, record);
      options.changed(record.save);
    }
    startNext();
  }

  // Nobody has seen them yet, so nobody need hear of it.
  for (const [id, record] of entries) {
    if (record.save.progress.state === 'failed') continue;
    const left = record.delay === null ? 0 : waitLeft(record.delay, options.now());
    schedule.holdSave(id, left);
    if (left <= 0) entries.set(id, { ...record, save: { ...record.save, progress: { state: 'waiting' } } });
  }
  startNext();

  return {
    async add(source, label, more = {}) {
      const record = recordOf({ source, label, ...more }, lastOrder(entries.values()) + 1);
      await enter([record]);
      return record.save;
    },
    async addAll(added) {
      const order = lastOrder(entries.values());
      const records = added.map((each, at) => recordOf(each, order + 1 + at));
      await enter(records);
      return records.map(({ save }) => save);
    },
    record: (id) => entries.get(id),
    records: () => entries.values(),
    async mark(id, imported) {
      const record = entries.get(id);
      if (record === undefined || record.save.progress.state === 'ready') return;
      const marked = { ...record, imported };
      entries.set(id, marked);
      await options.records.put(marked);
    },
    list: () => inOrder().map((record) => record.save),
    async cancel(id) {
      const job = running.get(entry(id).save.id);
      if (job !== undefined) {
        job.abort.abort();
        await job.done;
      } else if (isUnderWay(entry(id).save.progress)) {
        const error = toErrorReport(
          new AppError('cancelled', 'Cancelled before it began. Try again whenever you like.'),
        );
        await put(show(id, { progress: { state: 'failed', error } }, null));
        waiters.tell(entry(id).save);
      }
    },
    async retry(id) {
      const { save } = entry(id);
      if (save.progress.state === 'ready' || (running.has(id) && isUnderWay(save.progress))) return save;
      schedule.release(id, hostOf(entry(id).source));
      if (save.progress.state !== 'offline') await put(show(id, { progress: { state: 'waiting' } }, null));
      startNext();
      return entry(id).save;
    },
    async move(id, to) {
      const { save } = entry(id);
      const peers = inOrder()
        .map((record) => record.save)
        .filter((each) => isUnderWay(each.progress) && (each.foundIn === null) === (save.foundIn === null));
      await put(show(id, { order: placeAmong(peers, save, to) }));
      return entry(id).save;
    },
    async dismiss(id) {
      if (isUnderWay(entry(id).save.progress)) {
        throw new AppError('bad-input', 'This save is still running; cancel it first.');
      }
      // How it ended is still being written down, perhaps.
      await running.get(id)?.done;
      await options.records.drop(id);
      forget(id);
    },
    setPaused(next) {
      isPaused = next;
      startNext();
    },
    nudge() {
      schedule.probeNow();
      startNext();
    },
    async settled(id) {
      const { save } = entry(id);
      const ended = hasEnded(save) ? save : await waiters.ended(id);
      if (ended === undefined) throw notInList();
      return ended;
    },
    async atRest(id) {
      const save = entries.get(id)?.save;
      return save === undefined || isAtRest(save) ? save : waiters.atRest(id);
    },
    async close() {
      closed = true;
      schedule.close();
      for (const job of running.values()) job.abort.abort();
      await Promise.all([...running.values()].map((job) => job.done));
    },
  };
}

function notInList(): AppError {
  return new AppError('not-found', 'This save is no longer in the list.');
}
