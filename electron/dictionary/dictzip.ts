// A gzip file in; any part of what is packed in it out. One written by dictzip carries a table of its chunks, and only those that are asked
// for are unpacked; any other is unpacked whole, if it is small. Method: RFC 1952, extra field "RA" as dictzip(1) describes it.
import { constants, gunzip, inflateRawSync } from 'node:zlib';
import { promisify } from 'node:util';
import { assertInside, memorySource, type ByteSource } from './byteSource.ts';
import { damaged, tooLarge } from './damage.ts';

const HAS_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const HEADER = 10;
const TRAILER = 8;
const MAX_HEADER_TEXT = 4096;
const KEPT_CHUNKS = 24;
/** What a gzip file without a table may unpack to. */
const MOST_WHOLE = 96 * 1024 * 1024;

const unpackWhole = promisify(gunzip);

interface ChunkTable {
  readonly chunkLength: number;
  /** Where each chunk begins in the file, and where the last one ends. */
  readonly starts: Float64Array;
}

/** Opens what is packed in `packed`, which is closed with it. Throws `unreadable`, `too-large`. */
export async function openDictzip(packed: ByteSource): Promise<ByteSource> {
  if (packed.size < HEADER + TRAILER) throw damaged('its packed text is cut off');
  const table = await readTable(packed);
  if (table === undefined) {
    const whole = memorySource(await unpackSmall(packed));
    await packed.close();
    return whole;
  }
  const { chunkLength, starts } = table;
  const chunks = starts.length - 1;
  const size = (await packed.read(packed.size - 4, 4)).readUInt32LE(0);
  if (size > chunks * chunkLength || size <= (chunks - 1) * chunkLength)
    throw damaged('its table of chunks does not fit its size');
  const kept = new Map<number, Buffer>();

  async function chunkAt(index: number): Promise<Buffer> {
    const known = kept.get(index);
    if (known !== undefined) {
      // To the end of the line: the first is let go of first.
      kept.delete(index);
      kept.set(index, known);
      return known;
    }
    const start = starts[index] ?? 0;
    const chunk = inflate(await packed.read(start, (starts[index + 1] ?? 0) - start), chunkLength);
    const expected = index === chunks - 1 ? size - index * chunkLength : chunkLength;
    if (chunk.length !== expected) throw damaged('a chunk of its text is cut off');
    kept.set(index, chunk);
    if (kept.size > KEPT_CHUNKS) {
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    }
    return chunk;
  }

  return {
    size,
    async read(at, length) {
      assertInside(at, length, size);
      const parts: Buffer[] = [];
      let [from, left] = [at, length];
      while (left > 0) {
        const index = Math.floor(from / chunkLength);
        const part = (await chunkAt(index)).subarray(from - index * chunkLength).subarray(0, left);
        parts.push(part);
        from += part.length;
        left -= part.length;
      }
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    },
    close: () => packed.close(),
  };
}

/** Unpacks a small gzip file whole. Throws `unreadable`, `too-large`. */
async function unpackSmall(packed: ByteSource, most: number = MOST_WHOLE): Promise<Buffer> {
  if (packed.size > most) throw tooLarge('A packed part of this dictionary');
  const bytes = await packed.read(0, packed.size);
  try {
    return await unpackWhole(bytes, { maxOutputLength: most });
  } catch (cause) {
    if (isTooLarge(cause)) throw tooLarge('A packed part of this dictionary');
    throw damaged('its packed text cannot be unpacked', cause);
  }
}

function inflate(bytes: Buffer, most: number): Buffer {
  try {
    // Chunks end with a flush, not with the end of a stream.
    return inflateRawSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: most });
  } catch (cause) {
    throw damaged('a chunk of its text cannot be unpacked', cause);
  }
}

function isTooLarge(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'ERR_BUFFER_TOO_LARGE';
}

async function readTable(packed: ByteSource): Promise<ChunkTable | undefined> {
  const head = await packed.read(0, HEADER);
  if (head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8) throw damaged('its text is not packed as its name says');
  const flags = head[3] ?? 0;
  if ((flags & HAS_EXTRA) === 0) return undefined;
  const extraLength = (await packed.read(HEADER, 2)).readUInt16LE(0);
  const extra = await packed.read(HEADER + 2, extraLength);
  const sizes = chunkSizes(extra);
  if (sizes === undefined) return undefined;
  let at = HEADER + 2 + extraLength;
  if (flags & HAS_NAME) at = await behindText(packed, at);
  if (flags & HAS_COMMENT) at = await behindText(packed, at);
  if (flags & HAS_CHECKSUM) at += 2;
  const starts = new Float64Array(sizes.lengths.length + 1);
  for (const [index, length] of sizes.lengths.entries()) {
    starts[index] = at;
    at += length;
  }
  starts[sizes.lengths.length] = at;
  if (at > packed.size - TRAILER) throw damaged('its packed text is cut off');
  return { chunkLength: sizes.chunkLength, starts };
}

function chunkSizes(extra: Buffer): { readonly chunkLength: number; readonly lengths: readonly number[] } | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    const field = extra.subarray(at + 4, at + 4 + length);
    if (extra[at] === 0x52 && extra[at + 1] === 0x41) return readSizes(field);
    at += 4 + length;
  }
  return undefined;
}

function readSizes(field: Buffer): { readonly chunkLength: number; readonly lengths: readonly number[] } {
  if (field.length < 6) throw damaged('its table of chunks is cut off');
  const [version, chunkLength, count] = [field.readUInt16LE(0), field.readUInt16LE(2), field.readUInt16LE(4)];
  if (version !== 1 || chunkLength === 0 || count === 0 || field.length < 6 + count * 2)
    throw damaged('its table of chunks cannot be read');
  return { chunkLength, lengths: Array.from({ length: count }, (_, index) => field.readUInt16LE(6 + index * 2)) };
}

async function behindText(packed: ByteSource, at: number): Promise<number> {
  const bytes = await packed.read(at, Math.min(MAX_HEADER_TEXT, packed.size - at));
  const end = bytes.indexOf(0);
  if (end === -1) throw damaged('its packed text has no proper beginning');
  return at + end + 1;
}
