// Files in, one after the other; a ZIP archive out, piece by piece (PKWARE's APPNOTE 6.3, with ZIP64 where an archive outgrows 4 GB or 65,535
// files, which fflate's writer does not have). Holds one file and a line for each of the others; refuses a name that was there before.
import { deflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { crc32 } from './crc32.ts';

const deflate = promisify(deflateRaw);

/** Where bytes go; resolves when the next may come. */
export interface ByteSink {
  write(bytes: Uint8Array): Promise<void>;
}

/** An archive that is being written. */
export interface ZipWriter {
  /** Adds a file; one that does not get smaller is stored. `isStored` for what must lie in the archive as it is. */
  add(name: string, bytes: Uint8Array | string, isStored?: boolean): Promise<void>;
  /** Writes the table; nothing can be added after it. */
  finish(): Promise<void>;
}

const UTF8_NAME = 0x0800;
const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;
/** Already as small as they get. */
const PACKED = /\.(?:png|jpe?g|gif|webp|avif|br|zip|gz|pdf|epub)$/i;

interface Written {
  readonly name: Uint8Array;
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Makes an archive whose files all bear the same time, in UTC, so that the same content gives the same bytes. */
export function createZipWriter(sink: ByteSink, modified: Date): ZipWriter {
  const written: Written[] = [];
  const names = new Set<string>();
  const stamp = dosTime(modified);
  let at = 0;

  async function put(bytes: Uint8Array): Promise<void> {
    await sink.write(bytes);
    at += bytes.byteLength;
  }

  return {
    async add(name, content, isStored = false) {
      if (names.has(name)) throw new Error(`two files of the name ${name} in one archive`);
      names.add(name);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const tight = isStored || PACKED.test(name) ? bytes : await deflate(bytes);
      const isPacked = tight.byteLength < bytes.byteLength;
      const body = isPacked ? tight : bytes;
      const entry: Written = {
        name: new TextEncoder().encode(name),
        method: isPacked ? 8 : 0,
        sum: crc32(bytes),
        packed: body.byteLength,
        size: bytes.byteLength,
        at,
      };
      written.push(entry);
      await put(concat([record(0x04034b50, [[20, 2]], entry, stamp, [[0, 2]]), entry.name]));
      if (body.byteLength > 0) await put(body);
    },
    async finish() {
      const begin = at;
      for (const entry of written) await put(tableLine(entry, stamp));
      await put(tableEnd(written.length, begin, at - begin));
    },
  };
}

type Field = readonly [value: number, bytes: 2 | 4 | 8];

/** What the head of a file and its line in the table have in common, between what they begin with and what they go on with. */
function record(
  sign: number,
  versions: readonly Field[],
  entry: Written,
  stamp: readonly [number, number],
  rest: readonly Field[],
): Uint8Array {
  const [time, date] = stamp;
  return fields([
    [sign, 4],
    ...versions,
    [UTF8_NAME, 2],
    [entry.method, 2],
    [time, 2],
    [date, 2],
    [entry.sum, 4],
    [entry.packed, 4],
    [entry.size, 4],
    [entry.name.byteLength, 2],
    ...rest,
  ]);
}

function tableLine(entry: Written, stamp: readonly [number, number]): Uint8Array {
  const isFar = entry.at >= MOST_32;
  const version = isFar ? 45 : 20;
  const line = record(
    0x02014b50,
    [
      [version, 2],
      [version, 2],
    ],
    entry,
    stamp,
    [
      [isFar ? 12 : 0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [isFar ? MOST_32 : entry.at, 4],
    ],
  );
  // The extra field of ZIP64 (4.5.3) has only what did not fit.
  const extra = isFar
    ? fields([
        [1, 2],
        [8, 2],
        [entry.at, 8],
      ])
    : new Uint8Array();
  return concat([line, entry.name, extra]);
}

function tableEnd(count: number, begin: number, size: number): Uint8Array {
  const isLarge = count >= MOST_16 || begin + size >= MOST_32;
  const large = isLarge
    ? fields([
        [0x06064b50, 4],
        [44, 8],
        [45, 2],
        [45, 2],
        [0, 4],
        [0, 4],
        [count, 8],
        [count, 8],
        [size, 8],
        [begin, 8],
        [0x07064b50, 4],
        [0, 4],
        [begin + size, 8],
        [1, 4],
      ])
    : new Uint8Array();
  const end = fields([
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [Math.min(count, MOST_16), 2],
    [Math.min(count, MOST_16), 2],
    [Math.min(size, MOST_32), 4],
    [Math.min(begin, MOST_32), 4],
    [0, 2],
  ]);
  return concat([large, end]);
}

function fields(all: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(all.reduce((sum, [, length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, length] of all) {
    if (length === 2) view.setUint16(at, value, true);
    else if (length === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += length;
  }
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** Two seconds are the least that DOS can tell, and 1980 its first year. */
function dosTime(date: Date): readonly [time: number, date: number] {
  const year = Math.max(1980, date.getUTCFullYear());
  return [
    (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1),
    ((year - 1980) << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate(),
  ];
}
