// Bytes in; a gzip file out that is packed in chunks with a table of them, so that any part can be read without unpacking the rest. The same
// bytes always give the same file. Method: RFC 1952, extra field "RA" as dictzip(1) describes it.
import { constants, crc32, deflateRawSync } from 'node:zlib';

// What dictzip takes: a chunk that cannot be packed still fits into 16 bits.
const CHUNK = 58_315;

/**
 * @param {Buffer} bytes at most 1.9 GB
 * @returns {Buffer}
 */
export function dictzip(bytes) {
  /** @type {Buffer[]} */
  const chunks = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const isLast = at + CHUNK >= bytes.length;
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_FULL_FLUSH;
    chunks.push(deflateRawSync(bytes.subarray(at, at + CHUNK), { level: 9, finishFlush }));
  }
  const extra = Buffer.alloc(10 + chunks.length * 2);
  extra.write('RA', 0, 'latin1');
  for (const [index, value] of [extra.length - 4, 1, CHUNK, chunks.length].entries()) {
    extra.writeUInt16LE(value, 2 + index * 2);
  }
  for (const [index, chunk] of chunks.entries()) extra.writeUInt16LE(chunk.length, 10 + index * 2);
  const head = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 2, 3, extra.length & 0xff, extra.length >> 8]);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(bytes), 0);
  tail.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, extra, ...chunks, tail]);
}
