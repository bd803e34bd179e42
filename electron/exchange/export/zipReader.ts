// A ZIP archive of any size in, read in parts from wherever it lies; its table and the files asked for out, each checked against its size and
// checksum. Refuses what is cut off, encrypted, packed in another way than Layover packs, or named to lead out of the archive.
import { inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { AppError } from '#contract/errors.ts';
import { crc32 } from './crc32.ts';

const inflate = promisify(inflateRaw);

/** Bytes that can be read in parts. */
export interface ByteSource {
  readonly size: number;
  /** Fewer than `length` only where the bytes end. */
  read(at: number, length: number): Promise<Uint8Array>;
}

/** A line of the table. */
export interface ZipEntry {
  readonly name: string;
  readonly isPacked: boolean;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  /** Where its head is. */
  readonly at: number;
}

const END = 22;
const LONGEST_COMMENT = 0xffff;
const MOST_32 = 0xffffffff;
const LARGEST_TABLE = 1 << 30;
/** No file of a library is larger: an original may take 64 MB. */
const LARGEST_FILE = 512 * 1024 * 1024;

/** The files of an archive, in the order of its table. Throws `unreadable`. */
export async function readZipTable(source: ByteSource): Promise<readonly ZipEntry[]> {
  const { count, begin, size } = await findTable(source);
  if (size > LARGEST_TABLE || begin + size > source.size) throw damaged('its table is not where it should be');
  const view = viewOf(await source.read(begin, size));
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged('its table is damaged');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const end = at + 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
    if (end > view.byteLength) throw damaged('its table is cut off');
    entries.push(readLine(view, at, nameLength ?? 0, extraLength ?? 0));
    at = end;
  }
  return entries;
}

/** The bytes of a file. Throws `unreadable` when they are not what the table says. */
export async function readZipEntry(source: ByteSource, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.size > LARGEST_FILE || entry.packed > LARGEST_FILE) throw damaged('a file in it is too large');
  const head = viewOf(await source.read(entry.at, 30));
  if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50)
    throw damaged('a file in it is not where it should be');
  const begin = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = await source.read(begin, entry.packed);
  if (packed.byteLength !== entry.packed) throw damaged('it is cut off');
  const bytes = entry.isPacked ? await unpack(packed, entry.size) : packed;
  if (bytes.byteLength !== entry.size || crc32(bytes) !== entry.sum) throw damaged('a file in it was changed');
  return bytes;
}

async function unpack(packed: Uint8Array, size: number): Promise<Uint8Array> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    throw damaged('a file in it cannot be unpacked', cause);
  }
}

async function findTable(source: ByteSource): Promise<{ count: number; begin: number; size: number }> {
  const from = Math.max(0, source.size - END - LONGEST_COMMENT);
  const tail = viewOf(await source.read(from, source.size - from));
  let at = tail.byteLength - END;
  while (at >= 0 && tail.getUint32(at, true) !== 0x06054b50) at -= 1;
  if (at < 0) throw damaged('it is cut off or no archive');
  const small = {
    count: tail.getUint16(at + 10, true),
    size: tail.getUint32(at + 12, true),
    begin: tail.getUint32(at + 16, true),
  };
  const isLarge = at >= 20 && tail.getUint32(at - 20, true) === 0x07064b50;
  if (!isLarge) return small;
  const large = viewOf(await source.read(long(tail, at - 12), 56));
  if (large.byteLength < 56 || large.getUint32(0, true) !== 0x06064b50)
    throw damaged('its table is not where it should be');
  return { count: long(large, 32), size: long(large, 40), begin: long(large, 48) };
}

function readLine(view: DataView, at: number, nameLength: number, extraLength: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  if ((flags & 1) !== 0) throw damaged('it is locked with a password');
  if (method !== 0 && method !== 8) throw damaged('it is packed in a way that Layover does not read');
  if (name.includes('\\') || /(?:^|\/)\.\.?(?:\/|$)|^\/|\0/.test(name))
    throw damaged('it names files outside of itself');
  const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
  let extra = at + 46 + nameLength;
  const end = extra + extraLength;
  while (extra + 4 <= end && view.getUint16(extra, true) !== 1) extra += 4 + view.getUint16(extra + 2, true);
  let next = extra + 4;
  const [size, packed, place] = sizes.map((value) => {
    if (value !== MOST_32 || next + 8 > end) return value;
    next += 8;
    return long(view, next - 8);
  });
  return {
    name,
    isPacked: method === 8,
    sum: view.getUint32(at + 16, true),
    size: size ?? 0,
    packed: packed ?? 0,
    at: place ?? 0,
  };
}

function long(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(how: string, cause?: unknown): AppError {
  return new AppError('unreadable', `This archive cannot be read: ${how}. Nothing in the library was changed.`, {
    cause,
  });
}
