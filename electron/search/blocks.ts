// Files of which parts are read, and a sum of each of their blocks, by which a block that is not as it was written is told the first time it
// is read. Reading all of a large index at every start to the same end would take longer than anything else.
import { readSync } from 'node:fs';
import { checksum } from '#contract/checksum.ts';

/** Bytes of a block; the last one of a file is shorter. */
const BLOCK = 16_384;
const WINDOW = 16 * BLOCK;

/** A block is not as it was written, or cannot be read. */
export class DamagedFile extends Error {}

/** Takes the bytes of a file in order and sums up each block. */
export class BlockSums {
  readonly #block = new Uint8Array(BLOCK);
  readonly #sums: number[] = [];
  #filled = 0;

  append(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      const part = bytes.subarray(at, at + BLOCK - this.#filled);
      this.#block.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === BLOCK) this.#finish();
    }
  }

  /** The sums of all blocks; nothing may be appended afterwards. */
  all(): readonly number[] {
    if (this.#filled > 0) this.#finish();
    return this.#sums;
  }

  #finish(): void {
    this.#sums.push(checksum(this.#block, 0, this.#filled));
    this.#filled = 0;
  }
}

/** Answers a part of a file. Throws `DamagedFile`. */
export type ReadPart = (from: number, length: number) => Uint8Array;

/** Reads parts of a file of `size` bytes wherever they lie. */
export function partReader(descriptor: number, size: number, sums: Uint32Array): ReadPart {
  const isChecked = new Uint8Array(sums.length);
  return (from, length) => {
    const [first, end] = [Math.floor(from / BLOCK), Math.ceil((from + length) / BLOCK)];
    let isNew = false;
    for (let block = first; block < end; block += 1) isNew ||= isChecked[block] === 0;
    if (!isNew) return read(descriptor, from, length);
    const begin = first * BLOCK;
    const bytes = readChecked(descriptor, first, Math.min(size, end * BLOCK) - begin, sums);
    isChecked.fill(1, first, end);
    return bytes.subarray(from - begin, from - begin + length);
  };
}

/** Reads far ahead, so that parts that follow each other cost one read together. What it answers holds until the next call. */
export function scanner(descriptor: number, size: number, sums: Uint32Array): ReadPart {
  let bytes = new Uint8Array();
  let begin = 0;
  return (from, length) => {
    if (from < begin || from + length > begin + bytes.length) {
      const first = Math.floor(from / BLOCK);
      const end = Math.ceil(Math.max(from + length, from + WINDOW) / BLOCK);
      begin = first * BLOCK;
      bytes = readChecked(descriptor, first, Math.min(size, end * BLOCK) - begin, sums);
    }
    return bytes.subarray(from - begin, from - begin + length);
  };
}

function readChecked(descriptor: number, first: number, length: number, sums: Uint32Array): Uint8Array<ArrayBuffer> {
  const bytes = read(descriptor, first * BLOCK, length);
  for (let at = 0; at < length; at += BLOCK) {
    if (checksum(bytes, at, Math.min(at + BLOCK, length)) !== sums[first + at / BLOCK]) throw new DamagedFile();
  }
  return bytes;
}

function read(descriptor: number, from: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.max(0, length));
  try {
    for (let done = 0; done < length;) {
      const count = readSync(descriptor, bytes, done, length - done, from + done);
      if (count === 0) throw new DamagedFile();
      done += count;
    }
  } catch (cause) {
    throw new DamagedFile('a part of the index cannot be read', { cause });
  }
  return bytes;
}
