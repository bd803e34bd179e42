// Imports: files of other programs in; their items in the library, on their way to it, or named with the reason why not, out. Rows are done
// piece by piece; each piece is written down once it is done, so an import goes on where it was, whatever ended the process.
import { randomBytes } from 'node:crypto';
import { AppError, toErrorReport } from '#contract/errors.ts';
import type {
  ImportedMarks,
  ImportFile,
  ImportLine,
  ImportPreview,
  ImportProgress,
  NamedFeed,
  RowOutcome,
} from '#contract/imports.ts';
import type { SaveState } from '#contract/save.ts';
import type { OutlinedFeed } from '../../feeds/opml.ts';
import { previewRows } from './importPreview.ts';
import type { OpenImport } from './importReading.ts';
import { createImportRows, type ImportRowsOptions } from './importRows.ts';
import type { ImportRecord } from '../../store/importFiles.ts';
import { mapBounded } from '../../store/taskQueue.ts';

/** What imports need. */
export interface ImportsOptions extends ImportRowsOptions {
  readonly openImport: OpenImport;
  /** Follows feeds; `added` were not followed before. Throws `AppError`: `too-large`, `disk`, `locked`. */
  readonly followAll: (feeds: readonly OutlinedFeed[]) => Promise<{ readonly added: number }>;
  readonly tell: (progress: ImportProgress) => void;
  readonly now: () => Date;
  readonly report: (bug: unknown) => void;
}

/** Imports. Throws `AppError`: `not-found`, `bad-input`, `unreadable`, `disk`, `locked`. */
export interface Imports {
  /** Looks at files without writing anything. Throws `bad-input` when nothing in them is known. */
  preview(name: string, files: readonly ImportFile[]): Promise<ImportPreview>;
  /** Begins what was looked at, and with `follows` follows the feeds that it names afterwards; resolves when it is sure to go on even if the process ends. */
  start(id: string, follows: boolean): Promise<ImportProgress>;
  /** Ends an import after the rows that are being done; what came stays. Nothing happens when it is over. */
  cancel(id: string): Promise<void>;
  /** Forgets what was looked at, or the report of an import that is over. */
  forget(id: string): Promise<void>;
  /** Those that are under way or over, the last begun first. */
  list(): Promise<readonly ImportProgress[]>;
  /** What became of the rows of an import, piece by piece. */
  lines(id: string): AsyncIterable<readonly ImportLine[]>;
  /** Resolves when an import is over. */
  settled(id: string): Promise<ImportProgress>;
  /** An import of the same files that was begun and is not over, here or in an earlier process, and that `follows` if this is asked for. */
  begun(files: readonly ImportFile[], follows: boolean): Promise<string | undefined>;
  /** Goes on with what an earlier process left undone. */
  resume(): Promise<void>;
  /** A page that was queued by an import is saved: what the new article could not take from its begin is added. */
  noteSaved(saved: SaveState & { readonly state: 'ready' }, marks: ImportedMarks): Promise<void>;
  close(): Promise<void>;
}

const PIECE = 200;
const NOTHING: Readonly<Record<RowOutcome, number>> = {
  kept: 0,
  queued: 0,
  merged: 0,
  unchanged: 0,
  skipped: 0,
  failed: 0,
};

interface Running {
  progress: ImportProgress;
  readonly abort: AbortController;
  done: Promise<void>;
}

/** Makes them over a library. */
export function createImports(options: ImportsOptions): Imports {
  const { library, now } = options;
  const doing = createImportRows(options);
  const looked = new Map<string, { readonly preview: ImportPreview; readonly files: readonly ImportFile[] }>();
  const running = new Map<string, Running>();
  let isClosed = false;

  async function run(record: ImportRecord, job: Running): Promise<void> {
    try {
      const ended = await readAll(record, job);
      // What was cut off by the end of the process goes on at the next start.
      if (!isClosed) await end(ended, job);
    } catch (failure) {
      if (!(failure instanceof AppError)) options.report(failure);
      if (!isClosed) await fail(record, job, failure);
    }
  }

  async function readAll(record: ImportRecord, job: Running): Promise<ImportRecord> {
    const { id } = record;
    const isCancelled = (): boolean => job.abort.signal.aborted;
    const reading = options.openImport(await library.imports.files(id), Date.parse(record.begun));
    try {
      let piece = await library.imports.pieces(id);
      const ways = doing.waiting();
      for await (const rows of reading.rows(PIECE, piece)) {
        if (isCancelled()) break;
        const lines = await doing.doPiece(rows, id, ways, job.abort.signal);
        await library.imports.addPiece(id, piece, lines);
        count(job, lines);
        piece += 1;
      }
      if (isCancelled()) return { ...record, state: 'cancelled' };
      return { ...record, state: 'done', ...(record.follows ? await followAll(reading.feeds) : {}) };
    } finally {
      await reading.close();
    }
  }

  async function end(ended: ImportRecord, job: Running): Promise<void> {
    await library.imports.change(ended);
    const { state, followed, failure } = ended;
    job.progress = { ...job.progress, state, followed, failure };
    options.tell(job.progress);
  }

  /** On a disk without room even that it failed cannot be written down; then it stays begun, and goes on at the next start. */
  async function fail(record: ImportRecord, job: Running, failure: unknown): Promise<void> {
    if (job.abort.signal.aborted) return end({ ...record, state: 'cancelled' }, job);
    const { code, message } = toErrorReport(failure);
    if (code !== 'disk') return end({ ...record, state: 'failed', failure: message }, job);
    const why = `${message} This import goes on by itself when Layover is opened the next time.`;
    job.progress = { ...job.progress, state: 'failed', failure: why };
    options.tell(job.progress);
  }

  /** Too many of them do not make the import fail: the articles are here. */
  async function followAll(feeds: readonly NamedFeed[]): Promise<Pick<ImportRecord, 'followed' | 'failure'>> {
    const outlined = feeds.map(({ address, title }) => ({ address, title: title ?? '', site: null }));
    try {
      return { followed: (await options.followAll(outlined)).added, failure: null };
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code !== 'too-large') throw failure;
      return { followed: 0, failure: failure.message };
    }
  }

  function count(job: Running, lines: readonly ImportLine[]): void {
    const outcomes = { ...job.progress.outcomes };
    for (const { outcome } of lines) outcomes[outcome] += 1;
    job.progress = { ...job.progress, done: job.progress.done + lines.length, outcomes };
    options.tell(job.progress);
  }

  async function progressOf(record: ImportRecord): Promise<ImportProgress> {
    const outcomes = { ...NOTHING };
    let done = 0;
    for await (const piece of library.imports.outcomes(record.id)) {
      for (const outcome of piece) outcomes[outcome] += 1;
      done += piece.length;
    }
    const { id, name, state, total, followed, failure } = record;
    return { id, name, state, done, total, outcomes, followed, failure };
  }

  /** Of one whose files are gone it is told when it goes on. */
  function filesOf(id: string): Promise<readonly ImportFile[]> {
    return library.imports.files(id).catch((failure: unknown) => {
      if (failure instanceof AppError) return [];
      throw failure;
    });
  }

  async function begin(record: ImportRecord): Promise<Running> {
    const job: Running = {
      progress: await progressOf(record),
      abort: new AbortController(),
      done: Promise.resolve(),
    };
    running.set(record.id, job);
    job.done = run(record, job).catch(options.report);
    return job;
  }

  return {
    async preview(name, files) {
      const reading = options.openImport(files, now().getTime());
      try {
        const preview = await previewRows(reading, {
          id: randomBytes(8).toString('hex'),
          name,
          isHere: async (item) => (await doing.findHere(item)) !== undefined,
          ways: doing.waiting(),
        });
        looked.set(preview.id, { preview, files });
        return preview;
      } finally {
        await reading.close();
      }
    },
    async start(id, follows) {
      const found = looked.get(id);
      if (found === undefined) throw new AppError('not-found', 'This file was put aside. Choose it once more.');
      const { preview, files } = found;
      const record: ImportRecord = {
        id,
        name: preview.name,
        begun: now().toISOString(),
        total: preview.rows,
        follows,
        followed: 0,
        state: 'running',
        failure: null,
      };
      await library.imports.begin(record, files);
      looked.delete(id);
      return (await begin(record)).progress;
    },
    async cancel(id) {
      const job = running.get(id);
      job?.abort.abort();
      await job?.done;
    },
    async forget(id) {
      looked.delete(id);
      if (running.get(id)?.progress.state === 'running')
        throw new AppError('bad-input', 'This import is still running; cancel it first.');
      running.delete(id);
      if (!library.isReadOnly) await library.imports.forget(id);
    },
    async list() {
      const records = await library.imports.list();
      return mapBounded(records, 4, async (record) => running.get(record.id)?.progress ?? progressOf(record));
    },
    lines: (id) => library.imports.lines(id),
    async settled(id) {
      const job = running.get(id);
      if (job === undefined) throw new AppError('not-found', 'This import is not there any more.');
      await job.done;
      return job.progress;
    },
    async begun(files, follows) {
      for (const record of await library.imports.list())
        if (record.state === 'running' && (record.follows || !follows) && isSame(await filesOf(record.id), files))
          return record.id;
      return undefined;
    },
    async resume() {
      if (library.isReadOnly) return;
      for (const record of await library.imports.list())
        if (record.state === 'running' && !running.has(record.id)) await begin(record);
    },
    async noteSaved({ articleId, outcome }, marks) {
      if (outcome === 'added') await doing.addHighlights(await library.article(articleId), marks);
      else await doing.merge(articleId, marks);
    },
    async close() {
      isClosed = true;
      for (const { abort } of running.values()) abort.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

function isSame(some: readonly ImportFile[], others: readonly ImportFile[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ name, bytes }, at) => {
      const other = others[at];
      return other !== undefined && name === other.name && Buffer.compare(bytes, other.bytes) === 0;
    })
  );
}
