// Imports that were begun: the chosen files, what each is, and what became of its rows, a folder each below `imports/`. A piece of rows is
// written down once all of it is done, so an import that was cut off goes on behind the last such piece.
import { join } from 'node:path';
import * as v from 'valibot';
import { AppError, ERROR_CODES } from '#contract/errors.ts';
import { IMPORT_SKIPS, type ImportFile, type ImportLine, type RowOutcome } from '#contract/imports.ts';
import { articleId } from './articleSchema.ts';
import { isAbsent, listIfThere, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { removeQuietly, writeDurably } from './durableFile.ts';
import type { Layout } from './layout.ts';
import { mapBounded } from './taskQueue.ts';

/** An import as it is written down. */
export interface ImportRecord {
  /** 16 hex digits. */
  readonly id: string;
  readonly name: string;
  /** When it was begun, an ISO instant. */
  readonly begun: string;
  readonly total: number;
  /** Whether the feeds that its files name are to be followed. */
  readonly follows: boolean;
  /** How many of them are followed since. */
  readonly followed: number;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  /** Why it failed, or not all feeds are followed; `null` otherwise. */
  readonly failure: string | null;
}

/** The imports of a library. Every promise resolves when the change is on disk. Throws `AppError`: `disk`, `locked`, `unreadable`. */
export interface ImportFiles {
  /** Those that can be read, the last begun first. */
  list(): Promise<readonly ImportRecord[]>;
  /** Keeps the files and then that the import was begun; before that nothing of it is there. */
  begin(record: ImportRecord, files: readonly ImportFile[]): Promise<void>;
  /** The chosen files, in their order. */
  files(id: string): Promise<readonly ImportFile[]>;
  /** Changes the state; once it is over, the files are removed. */
  change(record: ImportRecord): Promise<void>;
  /** Writes down what became of the next piece of rows. */
  addPiece(id: string, piece: number, lines: readonly ImportLine[]): Promise<void>;
  /** How many pieces are written down, all from the first on. */
  pieces(id: string): Promise<number>;
  /** What became of all rows, and nothing else of them, piece by piece. */
  outcomes(id: string): AsyncIterable<readonly RowOutcome[]>;
  /** What became of all rows, piece by piece. */
  lines(id: string): AsyncIterable<readonly ImportLine[]>;
  /** Forgets an import; nothing that came with it goes. */
  forget(id: string): Promise<void>;
}

const recordSchema = v.looseObject({
  format: v.literal(1),
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  name: v.string(),
  begun: v.string(),
  total: v.pipe(v.number(), v.integer(), v.minValue(0)),
  follows: v.optional(v.boolean(), false),
  followed: v.optional(v.number(), 0),
  state: v.picklist(['running', 'done', 'cancelled', 'failed']),
  failure: v.nullable(v.string()),
  files: v.array(v.string()),
});

const outcome = v.picklist(['kept', 'queued', 'merged', 'unchanged', 'skipped', 'failed']);
// Read at each start of an import that goes on, so nothing more of a row is looked at.
const outcomeSchema = v.array(
  v.pipe(
    v.object({ outcome }),
    v.transform((line) => line.outcome),
  ),
);
const lineSchema = v.array(
  v.object({
    row: v.number(),
    file: v.string(),
    title: v.string(),
    address: v.nullable(v.string()),
    outcome,
    articleId: v.nullable(articleId),
    // Not in reports of before there were codes; those have a sentence instead, which is let go.
    skip: v.optional(v.nullable(v.picklist(IMPORT_SKIPS)), null),
    failure: v.optional(v.nullable(v.object({ code: v.picklist(ERROR_CODES), message: v.string() })), null),
  }),
);

const PIECE = /^(\d{7})\.json$/;

/** Gives access to them; `makeFolder` makes a folder and its name durable. */
export function openImportFiles({
  layout,
  disk,
  makeFolder,
  assertWritable,
}: {
  readonly layout: Pick<Layout, 'imports' | 'root' | 'temp'>;
  readonly disk: Disk;
  readonly makeFolder: (folder: string, parent: string) => Promise<void>;
  readonly assertWritable: () => void;
}): ImportFiles {
  const folderOf = (id: string): string => join(layout.imports, id);
  const piecesOf = (id: string): string => join(folderOf(id), 'pieces');
  const durably = { disk, tempFolder: layout.temp };

  async function read<T>(path: string, parse: (json: unknown) => T): Promise<T | undefined> {
    try {
      return parse(JSON.parse(new TextDecoder().decode(await disk.read(path))));
    } catch (failure) {
      if (isAbsent(failure)) return undefined;
      if (failure instanceof SyntaxError || v.isValiError(failure))
        throw new AppError(
          'unreadable',
          'What is written down of an import cannot be read. Nothing that came with it is lost; choose its file once more.',
          { cause: failure },
        );
      throw toDiskError(failure, 'What is written down of an import could not be read');
    }
  }

  async function write(record: ImportRecord, files: readonly string[]): Promise<void> {
    await writeDurably(
      join(folderOf(record.id), 'import.json'),
      JSON.stringify({ format: 1, ...record, files }),
      durably,
    );
  }

  const readRecord = (id: string): Promise<v.InferOutput<typeof recordSchema> | undefined> =>
    read(join(folderOf(id), 'import.json'), (json) => v.parse(recordSchema, json));

  async function names(folder: string): Promise<readonly string[]> {
    try {
      return (await listIfThere(disk, folder)).map(({ name }) => name);
    } catch (failure) {
      throw toDiskError(failure, 'What is written down of imports could not be read');
    }
  }

  async function pieces(id: string): Promise<number> {
    const numbers = new Set((await names(piecesOf(id))).flatMap((name) => PIECE.exec(name)?.[1] ?? []).map(Number));
    let count = 0;
    while (numbers.has(count)) count += 1;
    return count;
  }

  async function* eachPiece<T>(id: string, parse: (json: unknown) => readonly T[]): AsyncGenerator<readonly T[]> {
    const count = await pieces(id);
    for (let piece = 0; piece < count; piece += 1)
      yield (await read(join(piecesOf(id), `${String(piece).padStart(7, '0')}.json`), parse)) ?? [];
  }

  return {
    async list() {
      const records = await mapBounded(await names(layout.imports), 8, async (name) => {
        if (!/^[0-9a-f]{16}$/.test(name)) return undefined;
        // One that cannot be read hides no other; its rows are in the library or can be chosen again.
        return readRecord(name).catch((failure: unknown) => {
          if (failure instanceof AppError) return undefined;
          throw failure;
        });
      });
      return records
        .flatMap((record) => (record === undefined ? [] : [record]))
        .map(({ format: _format, files: _files, ...record }) => record)
        .toSorted((a, b) => (a.begun < b.begun ? 1 : -1));
    },
    async begin(record, files) {
      assertWritable();
      await makeFolder(layout.imports, layout.root);
      await makeFolder(folderOf(record.id), layout.imports);
      await makeFolder(piecesOf(record.id), folderOf(record.id));
      for (const [at, { bytes }] of files.entries())
        await writeDurably(join(folderOf(record.id), `${at}.bin`), bytes, durably);
      await write(
        record,
        files.map(({ name }) => name),
      );
    },
    async files(id) {
      const record = await readRecord(id);
      if (record === undefined) throw new AppError('not-found', 'This import is not there any more.');
      try {
        return await mapBounded([...record.files.entries()], 4, async ([at, name]) => ({
          name,
          bytes: await disk.read(join(folderOf(id), `${at}.bin`)),
        }));
      } catch (failure) {
        throw toDiskError(failure, 'The files of an import could not be read');
      }
    },
    async change(record) {
      assertWritable();
      const before = await readRecord(record.id);
      if (before === undefined) return;
      await write(record, before.files);
      if (record.state === 'running') return;
      for (const at of before.files.keys()) await removeQuietly(disk, join(folderOf(record.id), `${at}.bin`));
    },
    async addPiece(id, piece, lines) {
      assertWritable();
      const name = `${String(piece).padStart(7, '0')}.json`;
      await writeDurably(join(piecesOf(id), name), JSON.stringify(lines), durably);
    },
    pieces,
    outcomes: (id) => eachPiece(id, (json) => v.parse(outcomeSchema, json)),
    lines: (id) => eachPiece(id, (json) => v.parse(lineSchema, json)),
    async forget(id) {
      assertWritable();
      await removeQuietly(disk, folderOf(id));
    },
  };
}
