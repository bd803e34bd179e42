// What lists, filters and addresses need of every article, without any article being read: columns in memory, rows in a log on disk.
// All of it is derived from the article folders; `touch` before a change and `put` after it keep it true through any crash.
import type { Article, ArticleId } from '#contract/article.ts';
import type { RowCard } from '#contract/calls.ts';
import { createIdTable } from '#contract/idTable.ts';
import { orderBySaved } from '#contract/rowOrder.ts';
import { createColumnTable, isThere, noColumns, type ArticleColumns } from '#contract/columns.ts';
import type { Disk } from '../disk.ts';
import { writeCheckpoint, type Checkpoint } from './checkpoint.ts';
import { createKeyTable } from './keyTable.ts';
import type { CatalogueLog, RowPlace } from './log.ts';
import { parseRow, rowText, toRow, type ArticleKeys, type CatalogueRow } from './row.ts';
import { createTitles } from './titles.ts';

/** The catalogue of an open library. */
export interface Catalogue {
  readonly columns: ArticleColumns;
  /** How many articles there are. */
  readonly count: number;
  /** All rows that are there, newest saved first; see `orderBySaved`. The same array until something changes. */
  bySaved(): Uint32Array;
  /** Sum over all articles, in bytes, to the kilobyte. */
  readonly sizeBytes: number;
  rowOf(id: ArticleId): number | undefined;
  /** The same for an id in its three numbers; see `packId`. */
  rowOfPacked(a: number, b: number, c: number): number | undefined;
  idOf(row: number): ArticleId;
  /** Ids of all articles, the last added last. */
  ids(): readonly ArticleId[];
  /** Changes whenever what can be searched of the article does. */
  stampOf(row: number): number;
  /** To be awaited before an article is changed, added, removed or brought back. Throws `AppError('disk')`. */
  touch(id: ArticleId): Promise<void>;
  /** Takes up what an article is now. */
  put(article: Article): void;
  remove(id: ArticleId): void;
  /** Tells whether the catalogue says of an article what the article says itself. */
  isTrueTo(article: Article): Promise<boolean>;
  /** The cards of rows, in their order; one that is not there any more, or cannot be read, is left out. */
  cards(rows: readonly number[]): Promise<readonly RowCard[]>;
  title(row: number): string;
  /** As `Titles.ranks`, for all rows. */
  titleRanks(): Promise<Uint32Array>;
  /** The article that a key belongs to; see `ArticleKeys`. */
  find(key: string): Promise<ArticleId | undefined>;
  /** Writes the columns, so that the next start need not read the log up to here. Throws `AppError('disk')`. */
  checkpoint(): Promise<void>;
  /** Bytes that the rows take in the log. */
  rowBytes(): number;
  /** Copies the rows into a log that begins, and goes on with that one. Nothing may be changed meanwhile. Throws `AppError('disk')`. */
  moveTo(log: CatalogueLog, number: number): Promise<void>;
}

/** What a catalogue stands on. */
export interface CatalogueOptions {
  readonly disk: Disk;
  readonly checkpointFile: string;
  readonly logNumber: number;
  readonly log: Pick<CatalogueLog, 'read'> & Partial<CatalogueLog>;
  readonly keysOf: (article: Article) => ArticleKeys;
  /** What an article's folder says, for a row that was damaged; `undefined` when it cannot be read. */
  readonly readArticle: (id: ArticleId) => Promise<Article | undefined>;
  /** Told when rows were written and the columns are out of date. */
  readonly changed: () => void;
}

const AT_ONCE = 500;

/** Columns without articles, for a log that begins. */
export function noCheckpoint(log: number): Checkpoint {
  return {
    log,
    position: 0,
    columns: noColumns(),
    bySaved: new Uint32Array(),
    ids: new Uint32Array(),
    stamps: new Uint32Array(),
    rowAt: new Float64Array(),
    rowLength: new Uint32Array(),
    keyHash: new Float64Array(),
    keyRow: new Uint32Array(),
    titles: new Uint8Array(),
    titleAt: new Uint32Array(1),
  };
}

/** Takes up the catalogue from where a checkpoint left it; `replay` then adds what the log says since. */
export function createCatalogue(
  start: Checkpoint,
  options: CatalogueOptions,
): Catalogue & {
  /** Takes up a row that stands in the log already. */
  replay(row: CatalogueRow, place: RowPlace): void;
  /** Takes an article out that the log says is gone. */
  forget(id: ArticleId): void;
} {
  const { keysOf } = options;
  let { log, logNumber } = options;
  const table = createColumnTable(start.columns);
  const ids = createIdTable(start.ids, (row) => isThere(table.columns, row));
  const keys = createKeyTable(start);
  const titles = createTitles(start.titles, start.titleAt);
  let { stamps, rowAt, rowLength } = start;
  let count = 0;
  let bySaved: Uint32Array | undefined = start.bySaved;
  // Rows whose text is not in the log yet, or could not be written there.
  const unwritten = new Map<number, string>();
  // Where the log says that articles are about to change of which it does not say yet what they are since.
  const touched = new Map<ArticleId, number>();
  for (let row = 0; row < start.columns.size; row += 1) if (isThere(start.columns, row)) count += 1;

  const listed = (): Uint32Array => (bySaved ??= orderBySaved(table.columns));

  function extend(row: number): void {
    if (row < stamps.length) return;
    const room = Math.max(64, Math.ceil((row + 1) * 1.5));
    [stamps, rowLength] = [grow(stamps, new Uint32Array(room)), grow(rowLength, new Uint32Array(room))];
    rowAt = grow(rowAt, new Float64Array(room));
  }

  function take({ card, keys: ownKeys, stamp }: CatalogueRow): number {
    const known = ids.rowOf(card.id);
    const row = known ?? ids.add(card.id);
    if (known === undefined) count += 1;
    extend(row);
    table.set(row, card);
    bySaved = undefined;
    titles.put(row, card.title);
    keys.put(row, ownKeys);
    stamps[row] = stamp;
    return row;
  }

  function locate(row: number, { at, length }: RowPlace): void {
    rowAt[row] = at;
    rowLength[row] = length;
  }

  function forget(id: ArticleId): void {
    const row = ids.rowOf(id);
    if (row === undefined) return;
    ids.remove(row);
    table.remove(row);
    bySaved = undefined;
    unwritten.delete(row);
    count -= 1;
  }

  function record(row: number): void {
    const text = unwritten.get(row);
    if (text === undefined) return;
    void log.record?.(text).then((place) => place && written(row, text, place));
  }

  function written(row: number, text: string, place: RowPlace): void {
    if (unwritten.get(row) !== text) return;
    locate(row, place);
    unwritten.delete(row);
  }

  function put(article: Article): void {
    const taken = toRow(article, keysOf);
    const row = take(taken);
    unwritten.set(row, rowText(taken));
    record(row);
    touched.delete(article.id);
    options.changed();
  }

  async function textOf(row: number): Promise<string | undefined> {
    if (!isThere(table.columns, row)) return undefined;
    return unwritten.get(row) ?? (await log.read({ at: rowAt[row] ?? 0, length: rowLength[row] ?? 0 }));
  }

  async function read(row: number): Promise<CatalogueRow | undefined> {
    if (!isThere(table.columns, row)) return undefined;
    const id = ids.idOf(row);
    const found = parseRow((await textOf(row)) ?? '');
    if (found?.card.id === id) return found;
    const article = await options.readArticle(id);
    if (article === undefined || !isThere(table.columns, row)) return undefined;
    put(article);
    return toRow(article, keysOf);
  }

  async function checkpoint(): Promise<void> {
    for (const row of unwritten.keys()) record(row);
    const size = (await log.settled?.()) ?? 0;
    const { columns } = table;
    // What the disk does not take now is tried again next time; until then the old columns and the whole log say the same.
    if (unwritten.size > 0) return;
    const position = Math.min(size, ...touched.values());
    const checkpoint: Checkpoint = {
      log: logNumber,
      position,
      columns,
      bySaved: listed(),
      ids: ids.packed,
      stamps,
      rowAt,
      rowLength,
      ...keys.pack((row) => isThere(columns, row)),
      ...titles.pack(columns.size),
    };
    await writeCheckpoint(options.checkpointFile, checkpoint, options.disk);
  }

  return {
    get columns() {
      return table.columns;
    },
    get count() {
      return count;
    },
    bySaved: listed,
    get sizeBytes() {
      let sum = 0;
      for (let row = 0; row < table.columns.size; row += 1) {
        if (isThere(table.columns, row)) sum += table.columns.kilobytes[row] ?? 0;
      }
      return sum * 1_024;
    },
    rowOf: (id) => ids.rowOf(id),
    rowOfPacked: (a, b, c) => ids.rowOfPacked(a, b, c),
    idOf: (row) => ids.idOf(row),
    ids() {
      const found: ArticleId[] = [];
      for (let row = 0; row < table.columns.size; row += 1) if (isThere(table.columns, row)) found.push(ids.idOf(row));
      return found;
    },
    stampOf: (row) => stamps[row] ?? 0,
    async touch(id) {
      const position = await log.touch?.(id);
      if (position !== undefined && !touched.has(id)) touched.set(id, position);
    },
    put,
    remove(id) {
      forget(id);
      touched.delete(id);
      log.drop?.(id);
      options.changed();
    },
    async isTrueTo(article) {
      const row = ids.rowOf(article.id);
      return row !== undefined && (await textOf(row)) === rowText(toRow(article, keysOf));
    },
    async cards(rows) {
      const found = await Promise.all(rows.map(read));
      return found.flatMap((one, index) => (one === undefined ? [] : [{ row: rows[index] ?? 0, card: one.card }]));
    },
    title: (row) => titles.at(row),
    titleRanks: () => titles.ranks(table.columns.size),
    async find(key) {
      for (const row of keys.candidates(key)) {
        const found = await read(row);
        if (found !== undefined && (found.keys.own.includes(key) || found.keys.stated === key)) return found.card.id;
      }
      return undefined;
    },
    checkpoint,
    rowBytes() {
      let sum = 0;
      for (let row = 0; row < table.columns.size; row += 1) {
        if (isThere(table.columns, row)) sum += rowLength[row] ?? 0;
      }
      return sum;
    },
    async moveTo(newLog, number) {
      const moved: [number, RowPlace][] = [];
      for (let begin = 0; begin < table.columns.size; begin += AT_ONCE) {
        const rows = Array.from({ length: Math.min(AT_ONCE, table.columns.size - begin) }, (_, index) => begin + index);
        const places = rows.map(async (row): Promise<[number, RowPlace] | undefined> => {
          const text = await textOf(row);
          const place = text === undefined ? undefined : await newLog.record(text);
          return place && [row, place];
        });
        for (const place of await Promise.all(places)) if (place !== undefined) moved.push(place);
      }
      // Only now, so that rows can be read from the old log until all are in the new one.
      for (const [row, place] of moved) locate(row, place);
      log = newLog;
      logNumber = number;
      await checkpoint();
    },
    replay(row, place) {
      locate(take(row), place);
    },
    forget,
  };
}

function grow<T extends Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
