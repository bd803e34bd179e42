// Bytes that grow, and whole numbers in as few of them as they need: seven bits a byte, the lowest first, the highest bit says that more follow.

/** Bytes being written. */
export class ByteWriter {
  #bytes: Uint8Array;
  #size = 0;

  constructor(capacity = 64) {
    this.#bytes = new Uint8Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** What was written so far; a view that the next write may leave behind. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#size);
  }

  clear(): void {
    this.#size = 0;
  }

  /** Writes a whole number from 0 to 2³² − 1. */
  number(value: number): void {
    if (this.#size + 5 > this.#bytes.length) this.#grow(5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#size] = (rest & 127) | 128;
      this.#size += 1;
      rest >>>= 7;
    }
    this.#bytes[this.#size] = rest;
    this.#size += 1;
  }

  append(bytes: Uint8Array): void {
    if (this.#size + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
  }

  #grow(more: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#size + more));
    grown.set(this.#bytes.subarray(0, this.#size));
    this.#bytes = grown;
  }
}

/** Reads numbers one after the other from bytes that a `ByteWriter` wrote. Past the end it reads zeros. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  number(): number {
    let byte = this.#bytes[this.at] ?? 0;
    this.at += 1;
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      value |= (byte & 127) << shift;
    }
    return value >>> 0;
  }
}

/** Where so many numbers that begin at `at` end; not behind the last byte. */
export function skipNumbers(bytes: Uint8Array, at: number, count: number): number {
  let end = at;
  for (let left = count; left > 0 && end < bytes.length; end += 1) if ((bytes[end] ?? 0) < 128) left -= 1;
  return end;
}
