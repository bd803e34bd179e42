// A ZIP archive of any size in, read in parts from wherever it lies; its table and the files asked for out, each checked against its size and
// checksum. Refuses what is cut off, encrypted, packed in another way than Layover packs, or named to lead out of the archive.
import { inflateRaw } from 'node:zlib';
import { promisify } from 'node:util';
import { AppError } from '#contract/errors.ts';
import {
  LARGE_END,
  LOCAL_HEADER,
  LONGEST_END,
  readLargeZipEnd,
  readLocalHeader,
  readZipEnd,
  readZipLine,
  type ZipEnd,
  type ZipLine,
} from '#contract/zipRecords.ts';
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

// Before the end stands where the record for archives beyond 32 bits is.
const LOCATOR = 20;
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
    const read = readZipLine(view, at);
    if (read === null) throw damaged('its table is damaged or cut off');
    entries.push(entryOf(read.line));
    at = read.next;
  }
  return entries;
}

/** The bytes of a file. Throws `unreadable` when they are not what the table says. */
export async function readZipEntry(source: ByteSource, entry: ZipEntry): Promise<Uint8Array> {
  if (entry.size > LARGEST_FILE || entry.packed > LARGEST_FILE) throw damaged('a file in it is too large');
  const offset = readLocalHeader(viewOf(await source.read(entry.at, LOCAL_HEADER)));
  if (offset === null) throw damaged('a file in it is not where it should be');
  const begin = entry.at + offset;
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

async function findTable(source: ByteSource): Promise<ZipEnd> {
  const from = Math.max(0, source.size - LONGEST_END - LOCATOR);
  const end = readZipEnd(viewOf(await source.read(from, source.size - from)));
  if (end === null) throw damaged('it is cut off or no archive');
  if (end.large === null) return end;
  const large = readLargeZipEnd(viewOf(await source.read(end.large, LARGE_END)));
  if (large === null) throw damaged('its table is not where it should be');
  return large;
}

function entryOf({ name: bytes, flags, method, sum, size, packedSize, header }: ZipLine): ZipEntry {
  const name = new TextDecoder().decode(bytes);
  if ((flags & 1) !== 0) throw damaged('it is locked with a password');
  if (method !== 0 && method !== 8) throw damaged('it is packed in a way that Layover does not read');
  if (name.includes('\\') || /(?:^|\/)\.\.?(?:\/|$)|^\/|\0/.test(name))
    throw damaged('it names files outside of itself');
  return { name, isPacked: method === 8, sum, size, packed: packedSize, at: header };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function damaged(how: string, cause?: unknown): AppError {
  return new AppError('unreadable', `This archive cannot be read: ${how}. Nothing in the library was changed.`, {
    cause,
  });
}
