// Makes backups by itself, as often as the settings say, in the folder that the person chose; keeps as many as they want, and removes the oldest only
// when a newer one is there and proved. What hinders it is told in the settings, and it tries again.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import type { BackupInterval, BackupState, LibraryJob } from '#contract/libraryExport.ts';
import { writeBackupFile } from './onDemand.ts';
import type { LibraryJobs } from './libraryJobs.ts';
import { nodeDisk } from '../../store/disk.ts';
import type { Library } from '../../store/library.ts';

/** Keeps backups. */
export interface BackupKeeper {
  /** Looks from now on whether one is due. */
  start(): void;
  state(): Promise<BackupState>;
  /** Chooses the folder, or with `null` none. Throws `disk`, `locked`. */
  choose(folder: string | null): Promise<BackupState>;
  /** Makes one now. Throws `bad-input` when there is no folder, `locked` while other work is under way. */
  now(): LibraryJob;
  /** Makes one if it is due; answers how it ended. */
  look(): Promise<LibraryJob | undefined>;
  close(): Promise<void>;
}

/** What it needs. */
export interface BackupKeeperOptions {
  readonly library: Library;
  readonly jobs: LibraryJobs;
  readonly now: () => Date;
  readonly report: (bug: unknown) => void;
  /** Time between two looks in milliseconds. */
  readonly everyMs?: number;
}

interface Kept {
  readonly name: string;
  readonly made: Date;
}

const DAY_MS = 86_400_000;
const INTERVALS: Readonly<Record<BackupInterval, number>> = {
  never: Number.POSITIVE_INFINITY,
  day: DAY_MS,
  week: 7 * DAY_MS,
};
const EVERY_MS = 5 * 60_000;
const AGAIN_MS = 60 * 60_000;
const ENDING = 'layover-backup';

/** Makes the keeper; it does nothing by itself until `start`. */
export function createBackupKeeper({
  library,
  jobs,
  now,
  report,
  everyMs = EVERY_MS,
}: BackupKeeperOptions): BackupKeeper {
  // Two libraries may have their backups in one folder.
  const mark = createHash('sha256').update(library.folder).digest('hex').slice(0, 6);
  const pattern = new RegExp(String.raw`^Layover (\d{4})-(\d\d)-(\d\d) (\d\d)(\d\d)(\d\d) ${mark}\.${ENDING}$`);
  let failure: string | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  /** Newest first; `undefined` when the folder cannot be read. */
  async function list(folder: string): Promise<readonly Kept[] | undefined> {
    try {
      const found = (await nodeDisk.list(folder)).flatMap(({ name, kind }) => {
        const parts = kind === 'file' ? pattern.exec(name)?.slice(1).map(Number) : undefined;
        if (parts === undefined) return [];
        const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
        return [{ name, made: new Date(year, month - 1, day, hour, minute, second) }];
      });
      return found.sort((a, b) => b.made.getTime() - a.made.getTime());
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause) return undefined;
      throw cause;
    }
  }

  function begin(
    folder: string,
    isByItself: boolean,
  ): { readonly job: LibraryJob; readonly over: Promise<LibraryJob> } {
    const made = now();
    const name = `Layover ${stamp(made)} ${mark}.${ENDING}`;
    const begun = jobs.begin({
      kind: 'backup',
      isByItself,
      name,
      place: join(folder, name),
      async run(desk) {
        await writeBackupFile(join(folder, name), library, desk, made);
        await removeOld(folder);
      },
    });
    const over = begun.over.then((job) => {
      if (job.state !== 'cancelled') failure = job.error?.message ?? null;
      failedAt = job.state === 'done' ? Number.NEGATIVE_INFINITY : now().getTime();
      return job;
    });
    return { job: begun.job, over };
  }

  async function removeOld(folder: string): Promise<void> {
    const kept = (await list(folder)) ?? [];
    for (const { name } of kept.slice(library.settings().backupsKept)) await nodeDisk.remove(join(folder, name));
  }

  async function dueAt(): Promise<number> {
    const { backupFolder, backupEvery } = library.settings();
    if (backupFolder === null || library.isReadOnly) return Number.POSITIVE_INFINITY;
    const [last] = (await list(backupFolder)) ?? [];
    // A clock that was put back must not keep backups waiting for years.
    const made = last === undefined ? 0 : Math.min(last.made.getTime(), now().getTime());
    const regular = last === undefined && backupEvery !== 'never' ? 0 : made + INTERVALS[backupEvery];
    return Math.max(regular, failedAt + AGAIN_MS);
  }

  async function look(): Promise<LibraryJob | undefined> {
    const { backupFolder } = library.settings();
    if (isClosed || backupFolder === null || (await dueAt()) > now().getTime()) return undefined;
    try {
      return await begin(backupFolder, true).over;
    } catch (busy) {
      if (busy instanceof AppError && busy.code === 'locked') return undefined;
      throw busy;
    }
  }

  function schedule(): void {
    if (isClosed) return;
    timer = setTimeout(() => {
      looking = look().catch(report).finally(schedule);
    }, everyMs);
  }

  async function state(): Promise<BackupState> {
    const folder = library.settings().backupFolder;
    const kept = folder === null ? [] : await list(folder);
    const due = await dueAt();
    const isGone = folder !== null && kept === undefined;
    return {
      folder,
      count: kept?.length ?? 0,
      last: kept?.[0]?.made.toISOString() ?? null,
      next: Number.isFinite(due) ? new Date(Math.max(due, now().getTime())).toISOString() : null,
      failure: isGone
        ? 'The folder for backups is not there; is its disk taken out? Put it back, or choose another folder.'
        : failure,
    };
  }

  return {
    start: schedule,
    state,
    async choose(folder) {
      await library.setSettings({ backupFolder: folder });
      failure = null;
      failedAt = Number.NEGATIVE_INFINITY;
      return state();
    },
    now() {
      const folder = library.settings().backupFolder;
      if (folder === null) throw new AppError('bad-input', 'Choose a folder for backups first.');
      const { job, over } = begin(folder, false);
      over.catch(report);
      return job;
    },
    look,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

/** The local time, as a name of a file has it. */
function stamp(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}
