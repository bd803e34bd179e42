// A file as Firefox packs its own backups (`.jsonlz4`, `.baklz4`) comes in: a mark of eight bytes, the size in four, and one block of LZ4 as its
// format's description has it; what was packed goes out. Refuses what is damaged, and sizes that no such block can have.

const MARK = Buffer.from('mozLz40\0', 'latin1');
const HEAD = MARK.length + 4;
/** A byte of a block stands for no more than so many. */
const MOST_OF_A_BYTE = 255;
const SHORTEST_MATCH = 4;

/** Whether a file is packed so. */
export function isMozLz4(bytes: Uint8Array): boolean {
  return bytes.length >= HEAD && MARK.every((sign, at) => bytes[at] === sign);
}

/** What is in it; `null` when it is damaged or would be larger than `mostBytes`. */
export function unpackMozLz4(bytes: Uint8Array, mostBytes: number): Uint8Array | null {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(MARK.length, true);
  const block = bytes.subarray(HEAD);
  if (size > mostBytes || size > block.length * MOST_OF_A_BYTE) return null;
  const out = new Uint8Array(size);
  let at = 0;
  let end = 0;

  /** A length of four bits goes on in bytes for as long as they are full; `null` where the block ends before it. */
  function lengthOf(bits: number): number | null {
    let length = bits;
    if (bits < 15) return length;
    for (;;) {
      const more = block[at];
      if (more === undefined) return null;
      at += 1;
      length += more;
      if (more < 255) return length;
    }
  }

  while (at < block.length) {
    const token = block[at] ?? 0;
    at += 1;
    const literals = lengthOf(token >>> 4);
    if (literals === null || at + literals > block.length || end + literals > size) return null;
    out.set(block.subarray(at, at + literals), end);
    at += literals;
    end += literals;
    // The last sequence is literals alone.
    if (at === block.length) break;
    const back = (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8);
    at += 2;
    const more = lengthOf(token & 15);
    if (more === null || back === 0 || back > end || at > block.length) return null;
    const length = more + SHORTEST_MATCH;
    if (end + length > size) return null;
    // What is copied may reach into what is being written.
    for (const stop = end + length; end < stop; end += 1) out[end] = out[end - back] ?? 0;
  }
  return end === size ? out : null;
}
