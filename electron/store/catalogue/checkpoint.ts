// The catalogue's columns as one file, so that a start reads a few megabytes and no article. It holds for the log up to a position and
// begins with a sum over all that follows; whatever is not exactly as it was written is answered as if it were not there.
import { BYTES_PER_ROW, columnsOver, copyColumns, type ArticleColumns } from '#contract/columns.ts';
import { packNames, unpackNames } from '#contract/packedColumns.ts';
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { isAbsent, type Disk } from '../disk.ts';
import { writeDurably } from '../durableFile.ts';

/** All that the catalogue has in memory, for rows 0 to `columns.size`. */
export interface Checkpoint {
  /** Number of the log the rows' texts are in, and how many of its bytes this is true for. */
  readonly log: number;
  readonly position: number;
  readonly columns: ArticleColumns;
  /** All rows that are there, newest saved first. */
  readonly bySaved: Uint32Array;
  /** Three numbers a row. */
  readonly ids: Uint32Array;
  readonly stamps: Uint32Array;
  readonly rowAt: Float64Array;
  readonly rowLength: Uint32Array;
  /** Hashes of keys, ascending, and the row of each; the highest bit says that the key is only stated. */
  readonly keyHash: Float64Array;
  readonly keyRow: Uint32Array;
  /** UTF-8 of all titles one after the other, and where each begins; one more than rows. */
  readonly titles: Uint8Array;
  readonly titleAt: Uint32Array;
}

const VERSION = 5;
const MAGIC = 0x4c41_5943;
// Sum, magic number, version, length of the header.
const LEAD = 16;

const header = v.object({
  log: v.number(),
  position: v.number(),
  size: v.number(),
  keys: v.number(),
  listed: v.number(),
  titleBytes: v.number(),
  /** As `packNames`: thousands of sites one by one through a schema are some milliseconds of a start. */
  names: v.string(),
});

/** Writes the file and waits until it is durable. Throws `AppError('disk')`; the old one is then still there. */
export async function writeCheckpoint(path: string, checkpoint: Checkpoint, disk: Disk): Promise<void> {
  await writeDurably(path, pack(checkpoint), { disk });
}

/** Reads the file; `undefined` when there is none that can be trusted. Throws the system's error. */
export async function readCheckpoint(path: string, disk: Disk): Promise<Checkpoint | undefined> {
  try {
    return unpack(await disk.read(path));
  } catch (failure) {
    if (isAbsent(failure)) return undefined;
    throw failure;
  }
}

interface Parts {
  readonly rowAt: number;
  readonly keyHash: number;
  readonly ids: number;
  readonly stamps: number;
  readonly rowLength: number;
  readonly keyRow: number;
  readonly bySaved: number;
  readonly titleAt: number;
  readonly columns: number;
  readonly titles: number;
  readonly end: number;
}

interface Counts {
  readonly size: number;
  readonly keys: number;
  readonly listed: number;
  readonly titleBytes: number;
}

function layOut(from: number, { size, keys, listed, titleBytes }: Counts): Parts {
  let next = from;
  const place = (bytes: number): number => {
    const here = next;
    next = upTo8(next + bytes);
    return here;
  };
  const places = {
    rowAt: place(size * 8),
    keyHash: place(keys * 8),
    ids: place(size * 12),
    stamps: place(size * 4),
    rowLength: place(size * 4),
    keyRow: place(keys * 4),
    bySaved: place(listed * 4),
    titleAt: place(size * 4 + 4),
    columns: place(size * BYTES_PER_ROW),
    titles: place(titleBytes),
  };
  return { ...places, end: next };
}

function pack(checkpoint: Checkpoint): Uint8Array {
  const { columns, keyHash, bySaved, titles } = checkpoint;
  const { size } = columns;
  const counts = { size, keys: keyHash.length, listed: bySaved.length, titleBytes: titles.length };
  const { log, position } = checkpoint;
  const head = new TextEncoder().encode(JSON.stringify({ log, position, ...counts, names: packNames(columns) }));
  const begin = upTo8(LEAD + head.length);
  const parts = layOut(begin, counts);
  const buffer = new ArrayBuffer(parts.end);
  const bytes = new Uint8Array(buffer);
  bytes.set(head, LEAD);
  new Float64Array(buffer, parts.rowAt, size).set(checkpoint.rowAt.subarray(0, size));
  new Float64Array(buffer, parts.keyHash, keyHash.length).set(keyHash);
  new Uint32Array(buffer, parts.ids, size * 3).set(checkpoint.ids.subarray(0, size * 3));
  new Uint32Array(buffer, parts.stamps, size).set(checkpoint.stamps.subarray(0, size));
  new Uint32Array(buffer, parts.rowLength, size).set(checkpoint.rowLength.subarray(0, size));
  new Uint32Array(buffer, parts.keyRow, keyHash.length).set(checkpoint.keyRow);
  new Uint32Array(buffer, parts.bySaved, bySaved.length).set(bySaved);
  new Uint32Array(buffer, parts.titleAt, size + 1).set(checkpoint.titleAt);
  copyColumns(columns, buffer, parts.columns, size);
  bytes.set(titles, parts.titles);
  const words = new Uint32Array(buffer);
  words.set([0, MAGIC, VERSION, head.length]);
  words[0] = sumOf(bytes);
  return bytes;
}

/** Of all that follows it: made by the system's own code, which is as fast in the first second of a program as later. */
function sumOf(bytes: Uint8Array): number {
  return createHash('sha256').update(bytes.subarray(4)).digest().readUInt32LE(0);
}

function unpack(file: Uint8Array): Checkpoint | undefined {
  if (file.byteLength < LEAD || file.byteLength % 8 !== 0) return undefined;
  const isWhole = file.byteOffset === 0 && file.buffer.byteLength === file.byteLength;
  // What a large file was read into is its own; copying it would take as much memory again.
  const { buffer } = isWhole ? file : new Uint8Array(file);
  if (!(buffer instanceof ArrayBuffer)) return undefined;
  const bytes = new Uint8Array(buffer);
  const words = new Uint32Array(buffer);
  const [sum, magic, version, headLength = 0] = words;
  if (magic !== MAGIC || version !== VERSION || sum !== sumOf(bytes)) return undefined;
  const head = readHeader(new TextDecoder().decode(bytes.subarray(LEAD, LEAD + headLength)));
  if (head === undefined) return undefined;
  const { log, position, size, keys, listed, titleBytes } = head;
  const parts = layOut(upTo8(LEAD + headLength), head);
  if (parts.end !== buffer.byteLength) return undefined;
  return {
    log,
    position,
    columns: columnsOver(buffer, parts.columns, size, { size, ...head.names }),
    bySaved: new Uint32Array(buffer, parts.bySaved, listed),
    ids: new Uint32Array(buffer, parts.ids, size * 3),
    stamps: new Uint32Array(buffer, parts.stamps, size),
    rowAt: new Float64Array(buffer, parts.rowAt, size),
    rowLength: new Uint32Array(buffer, parts.rowLength, size),
    keyHash: new Float64Array(buffer, parts.keyHash, keys),
    keyRow: new Uint32Array(buffer, parts.keyRow, keys),
    titles: new Uint8Array(buffer, parts.titles, titleBytes),
    titleAt: new Uint32Array(buffer, parts.titleAt, size + 1),
  };
}

function readHeader(text: string) {
  try {
    const parsed = v.safeParse(header, JSON.parse(text));
    return parsed.success ? { ...parsed.output, names: unpackNames(parsed.output.names) } : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

function upTo8(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
