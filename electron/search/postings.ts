// The postings of one term as bytes. Of every document: the difference from the one before, what the term counts in it, and how often it
// stands there; in which fields as well, where that is not the text alone. Blocks of documents are preceded by a table of them, so that
// whoever looks for a few documents reads a few blocks. The positions lie in a file of their own, document by document.
import { ByteReader, ByteWriter } from './bytes.ts';
import { TEXT_MASK } from './fields.ts';

/** Documents of a block; terms that stand in no more have no table. */
export const BLOCK_DOCUMENTS = 128;

/** All that a segment says of one term. */
export interface Postings {
  readonly size: number;
  /** Ascending. */
  readonly documents: Uint32Array;
  /** What the occurrences count together, in halves; see `WEIGHTS`. */
  readonly weights: Uint32Array;
  /** A bit a field. */
  readonly masks: Uint8Array;
  /** How many positions each has. */
  readonly counts: Uint32Array;
}

/** Takes the postings of one term after the other, the documents of each ascending. */
export class PostingsWriter {
  readonly #blocks = new ByteWriter(4_096);
  readonly #table = new ByteWriter(1_024);
  #count = 0;
  #last = 0;
  #blockLast = 0;
  #blockAt = 0;
  #positionBytes = 0;

  get count(): number {
    return this.#count;
  }

  add(document: number, weight: number, mask: number, count: number, positionBytes: number): void {
    if (this.#count > 0 && this.#count % BLOCK_DOCUMENTS === 0) this.#endBlock();
    const bytes = this.#blocks;
    bytes.number(document - this.#last);
    this.#last = document;
    if (mask === TEXT_MASK) {
      // In the text alone an occurrence counts two halves; an even number says so.
      bytes.number(weight);
    } else {
      bytes.number(weight * 2 + 1);
      bytes.number(mask);
      bytes.number(count);
    }
    this.#count += 1;
    this.#positionBytes += positionBytes;
  }

  /** The bytes of the term; they hold until the next `add`. Begins the next term. */
  end(): readonly [table: Uint8Array, blocks: Uint8Array] {
    const hasTable = this.#count > BLOCK_DOCUMENTS;
    if (hasTable) this.#endBlock();
    const ended = [this.#table.bytes, this.#blocks.bytes] as const;
    this.#table.clear();
    this.#blocks.clear();
    [this.#count, this.#last, this.#blockLast, this.#blockAt, this.#positionBytes] = [0, 0, 0, 0, 0];
    return ended;
  }

  #endBlock(): void {
    this.#table.number(this.#last - this.#blockLast);
    this.#table.number(this.#blocks.size - this.#blockAt);
    this.#table.number(this.#positionBytes);
    this.#blockLast = this.#last;
    this.#blockAt = this.#blocks.size;
    this.#positionBytes = 0;
  }
}

/** Reads the postings of a term in their order: `next` and then what it found. */
export class PostingsReader {
  readonly #reader: ByteReader;
  #left = 0;
  #index = 0;
  document = 0;
  weight = 0;
  mask = 0;
  /** Positions of the document that was read last. */
  count = 0;
  /** Positions of the block that stand before those of the document. */
  before = 0;
  /** Bytes of positions of the term that stand before those of the block. */
  blockAt = 0;
  readonly #blockBytes: number[] = [];

  /** Neighbouring terms follow each other in the bytes. */
  constructor(bytes: Uint8Array) {
    this.#reader = new ByteReader(bytes);
  }

  /** Begins the next term, which stands in `size` documents. */
  begin(size: number): void {
    this.#left = size;
    this.#index = 0;
    this.document = 0;
    this.count = 0;
    this.before = 0;
    this.blockAt = 0;
    this.#blockBytes.length = 0;
    if (size <= BLOCK_DOCUMENTS) return;
    for (let block = Math.ceil(size / BLOCK_DOCUMENTS); block > 0; block -= 1) {
      this.#reader.number();
      this.#reader.number();
      this.#blockBytes.push(this.#reader.number());
    }
  }

  /** Goes on to the next document; false behind the last. */
  next(): boolean {
    if (this.#left === 0) return false;
    this.#left -= 1;
    if (this.#index > 0 && this.#index % BLOCK_DOCUMENTS === 0) {
      this.blockAt += this.#blockBytes[this.#index / BLOCK_DOCUMENTS - 1] ?? 0;
      this.before = 0;
    } else {
      this.before += this.count;
    }
    this.#index += 1;
    this.document += this.#reader.number();
    const coded = this.#reader.number();
    if ((coded & 1) === 0) {
      this.weight = coded;
      this.mask = TEXT_MASK;
      this.count = coded >>> 1;
    } else {
      this.weight = coded >>> 1;
      this.mask = this.#reader.number();
      this.count = this.#reader.number();
    }
    return true;
  }
}

/** Decodes all postings of a term. */
export function decodePostings(bytes: Uint8Array, size: number): Postings {
  const reader = new PostingsReader(bytes);
  reader.begin(size);
  const [documents, weights, counts] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
  const masks = new Uint8Array(size);
  for (let at = 0; reader.next(); at += 1) {
    documents[at] = reader.document;
    weights[at] = reader.weight;
    masks[at] = reader.mask;
    counts[at] = reader.count;
  }
  return { size, documents, weights, masks, counts };
}
