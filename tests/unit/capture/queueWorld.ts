// A queue of saves whose time is moved by hand and whose sites answer what a test says.
import { AppError } from '#contract/errors.ts';
import type { Save, SaveState } from '#contract/save.ts';
import type { SaveRecord } from '../../../electron/capture/queuedSave.ts';
import { openSaveQueue, type SaveQueue } from '../../../electron/capture/saveQueue.ts';
import { anArticleId } from '../../helpers/articles.ts';

/** How a save of these tests ends when nothing is in its way. */
export const READY: SaveState = { state: 'ready', articleId: anArticleId(1), outcome: 'added' };
/** When the first process of a test begins. */
export const START = Date.parse('2026-10-01T08:00:00Z');

/** A running queue and what can be done to it. */
export interface World {
  readonly queue: SaveQueue;
  /** Addresses in the order they were begun, without the scheme. */
  readonly begun: string[];
  /** What a site answers from now on; `READY` unless said. */
  readonly answers: Map<string, AppError | SaveState>;
  readonly kept: Map<number, SaveRecord>;
  add(address: string): Promise<Save>;
  stateOf(address: string): SaveState | undefined;
  /** Moves both clocks on and lets everything that is due happen. */
  pass(ms: number): Promise<void>;
  /** Lets everything under way come to its end. */
  settle(): Promise<void>;
  /** Ends the process and begins another on what is kept, `ms` later by a wall clock that may be wrong. */
  restart(ms: number): Promise<World>;
}

interface Circumstances {
  readonly kept?: Map<number, SaveRecord>;
  readonly startsAt?: number;
  readonly isPaused?: boolean;
  readonly answers?: Map<string, AppError | SaveState>;
}

/** Begins a process. */
export function begin(circumstances: Circumstances = {}): World {
  const { kept = new Map<number, SaveRecord>(), startsAt = START, isPaused = false } = circumstances;
  const answers = circumstances.answers ?? new Map<string, AppError | SaveState>();
  const begun: string[] = [];
  let now = 0;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const queue = openSaveQueue({
    records: {
      lastId: 0,
      list: () => [...kept.values()],
      putAll: async (records) => {
        for (const record of records) kept.set(record.save.id, structuredClone(record));
      },
      put: async (record) => void kept.set(record.save.id, structuredClone(record)),
      drop: async (id) => void kept.delete(id),
    },
    now: () => new Date(startsAt + now),
    run: async ({ source }) => {
      const name = source.from === 'address' ? source.address.replace(/^https?:\/\//, '') : source.from;
      begun.push(name);
      const answer = answers.get(name) ?? answers.get(name.split('/')[0] ?? '') ?? READY;
      if (answer instanceof AppError) throw answer;
      return answer;
    },
    changed: () => {},
    dismissed: () => {},
    report: (bug) => {
      throw bug;
    },
    isPaused,
    clock: {
      now: () => now,
      after: (ms, run) => {
        const timer = { at: now + ms, run };
        timers.push(timer);
        return () => {
          timers = timers.filter((each) => each !== timer);
        };
      },
    },
    random: () => 0.5,
    hasInterface: () => true,
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 200; turn++) await Promise.resolve();
  };
  const world: World = {
    queue,
    begun,
    answers,
    kept,
    async add(address) {
      const save = await queue.add({ from: 'address', address: `https://${address}` }, address);
      await settle();
      return save;
    },
    stateOf: (address) => queue.list().find(({ label }) => label === address)?.progress,
    async pass(ms) {
      const until = now + ms;
      for (;;) {
        await settle();
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = until;
      await settle();
    },
    settle,
    async restart(ms) {
      await queue.close();
      return begin({ kept, startsAt: startsAt + now + ms, answers });
    },
  };
  return world;
}
