// An open library and the log in; how both are, and the work that looks through or mends the library, one piece at a time, out.
import { AppError } from '#contract/errors.ts';
import type { Health, HealthWork, Verified } from '#contract/health.ts';
import type { BackupKeeper } from '../exporting/backupKeeper.ts';
import { diagnosticsText, type ProgramFacts } from '../../diagnostics/diagnosticsText.ts';
import type { Log } from '../../diagnostics/log.ts';
import type { Layover } from '../openedLibrary.ts';
import { verifyLibrary } from './verifyLibrary.ts';

/** Looks after a library's health. */
export interface HealthKeeper {
  state(): Promise<Health>;
  /** Throws `locked` while such work is under way or, for a repair, when nothing may be changed; `disk`. */
  verify(work: HealthWork): Promise<Verified>;
  /** Stops what is under way, which then answers what it found so far. */
  stop(): void;
  /** What may be copied for whoever is asked for help. */
  text(): Promise<string>;
  readonly log: Pick<Log, 'text' | 'folder' | 'failure'>;
  /** Ends what is under way. */
  close(): Promise<void>;
}

/** What it needs. */
export interface HealthOptions {
  readonly layover: Layover;
  readonly log: Log;
  readonly backups: Pick<BackupKeeper, 'state'>;
  readonly program: ProgramFacts;
  readonly now: () => Date;
}

type Recent = Awaited<ReturnType<Log['recent']>>;

const RECENT_MS = 7 * 86_400_000;
const LOOK_AGAIN_MS = 5_000;

/** What the log says of a library that was opened. */
export function libraryFacts({ catalogue, isReadOnly, unreadable }: Layover['library']): {
  readonly articles: number;
  readonly sizeBytes: number;
  readonly isReadOnly: boolean;
  readonly unreadable: number;
  readonly ms: number;
} {
  const { count, sizeBytes } = catalogue;
  const ms = Math.round(performance.now());
  return { articles: count, sizeBytes, isReadOnly, unreadable: unreadable.length, ms };
}

/** Makes the keeper. */
export function createHealthKeeper({ layover, log, backups, program, now }: HealthOptions): HealthKeeper {
  const { library } = layover;
  let stopping = new AbortController();
  let verified: Verified | null = null;
  let working: Health['working'] = null;
  let underWay: Promise<unknown> = Promise.resolve();

  let lately: Promise<Recent> | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;

  /** The log is read no more often than it is likely to have changed, also while somebody watches a check go on. */
  function recent(): Promise<Recent> {
    const isFresh = working !== null && performance.now() - lookedAt < LOOK_AGAIN_MS;
    if (lately !== undefined && isFresh) return lately;
    lookedAt = performance.now();
    lately = log.recent(new Date(now().getTime() - RECENT_MS));
    return lately;
  }

  async function state(): Promise<Health> {
    const [index, backup, { failures, bytes }, freeBytes] = await Promise.all([
      library.indexFacts(),
      backups.state(),
      recent(),
      // A network disk may not say; all else is known all the same.
      library.freeBytes().catch(unlessDisk),
    ]);
    return {
      articles: library.catalogue.count,
      sizeBytes: library.catalogue.sizeBytes,
      freeBytes: freeBytes ?? null,
      index,
      backup: { isOn: backup.folder !== null, last: backup.last, hasFailed: backup.failure !== null },
      verified,
      working,
      failures,
      log: { place: log.folder, bytes, isWritten: log.isWritten },
    };
  }

  async function run(work: HealthWork): Promise<Verified> {
    const started = performance.now();
    try {
      stopping = new AbortController();
      const { findings: _findings, ...found } = await verifyLibrary(layover, {
        repairs: work === 'repair',
        now,
        signal: stopping.signal,
        onProgress: (progress) => {
          working = { work, progress };
        },
      });
      const { articles, damaged, pictures, unreadable, mended } = found;
      const ms = Math.round(performance.now() - started);
      log.note({ event: 'verified', articles, damaged, pictures, unreadable, mended, ms });
      verified = found;
      return found;
    } finally {
      working = null;
    }
  }

  return {
    state,
    async verify(work) {
      if (working !== null)
        throw new AppError('locked', 'The library is being looked through already. Wait until that is done.');
      working = { work, progress: { done: 0, total: 0 } };
      const running = run(work);
      underWay = running.catch(() => undefined);
      return running;
    },
    stop: () => stopping.abort(),
    text: async () => diagnosticsText({ ...program, ...(await state()) }, await log.text(), now()),
    log,
    async close() {
      stopping.abort();
      await underWay;
    },
  };
}

function unlessDisk(failure: unknown): undefined {
  if (!(failure instanceof AppError) || failure.code !== 'disk') throw failure;
  return undefined;
}
