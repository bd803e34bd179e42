// The postings of a term, looked at in a few documents, each further than the last; and its positions there.
import { ByteReader, skipNumbers } from './bytes.ts';
import { BLOCK_DOCUMENTS } from './postings.ts';

/** What a cursor reads. */
export interface CursorSource {
  /** In how many documents the term stands. */
  readonly size: number;
  /** The term's postings. */
  readonly postings: Uint8Array;
  /** How many bytes its positions have. */
  readonly positionBytes: number;
  /** A part of them. */
  readonly positions: (from: number, length: number) => Uint8Array;
  /** Whether all positions are read at once, because most of them will be needed. */
  readonly readsAll: boolean;
}

/** Goes through a term. */
export class TermCursor {
  readonly #source: CursorSource;
  readonly #lasts: Uint32Array;
  readonly #blocksAt: Uint32Array;
  readonly #positionsAt: Uint32Array;
  readonly #documents = new Uint32Array(BLOCK_DOCUMENTS);
  readonly #counts = new Uint32Array(BLOCK_DOCUMENTS);
  /** What `load` read last. */
  places: Uint32Array = new Uint32Array(64);
  #block = -1;
  #size = 0;
  #index = 0;
  #all: Uint8Array | undefined;
  /** Bytes in which the positions of the block stand, where the next of them is, and how many documents it is behind. */
  #bytes: Uint8Array = new Uint8Array();
  #at = -1;
  #passed = 0;

  constructor(source: CursorSource) {
    this.#source = source;
    const blocks = source.size > BLOCK_DOCUMENTS ? Math.ceil(source.size / BLOCK_DOCUMENTS) : 1;
    this.#lasts = new Uint32Array(blocks).fill(0xffff_ffff);
    this.#blocksAt = new Uint32Array(blocks + 1);
    this.#positionsAt = new Uint32Array(blocks + 1);
    this.#positionsAt[blocks] = source.positionBytes;
    if (blocks > 1) this.#readTable(blocks);
  }

  get size(): number {
    return this.#source.size;
  }

  #readTable(blocks: number): void {
    const reader = new ByteReader(this.#source.postings);
    let [last, at, positionsAt] = [0, 0, 0];
    for (let block = 0; block < blocks; block += 1) {
      this.#blocksAt[block] = at;
      this.#positionsAt[block] = positionsAt;
      last += reader.number();
      at += reader.number();
      positionsAt += reader.number();
      this.#lasts[block] = last;
    }
    for (let block = 0; block < blocks; block += 1) this.#blocksAt[block] = (this.#blocksAt[block] ?? 0) + reader.at;
  }

  /** Tells whether the term stands in a document; to be asked for ascending documents. */
  seek(document: number): boolean {
    let block = Math.max(0, this.#block);
    while (block < this.#lasts.length && (this.#lasts[block] ?? 0) < document) block += 1;
    if (block === this.#lasts.length) return false;
    if (block !== this.#block) this.#open(block);
    while (this.#index < this.#size && (this.#documents[this.#index] ?? 0) < document) this.#index += 1;
    return this.#index < this.#size && this.#documents[this.#index] === document;
  }

  /** Goes through all documents; inside of `take` the cursor is at the document. */
  each(take: (document: number) => void): void {
    for (let block = 0; block < this.#lasts.length; block += 1) {
      this.#open(block);
      for (; this.#index < this.#size; this.#index += 1) take(this.#documents[this.#index] ?? 0);
    }
  }

  #open(block: number): void {
    const reader = new ByteReader(this.#source.postings, this.#blocksAt[block]);
    this.#block = block;
    this.#index = 0;
    this.#at = -1;
    this.#size = Math.min(BLOCK_DOCUMENTS, this.#source.size - block * BLOCK_DOCUMENTS);
    let document = block === 0 ? 0 : (this.#lasts[block - 1] ?? 0);
    for (let index = 0; index < this.#size; index += 1) {
      document += reader.number();
      const coded = reader.number();
      this.#documents[index] = document;
      if ((coded & 1) === 0) {
        this.#counts[index] = coded >>> 1;
      } else {
        reader.number();
        this.#counts[index] = reader.number();
      }
    }
  }

  /** Goes to the positions of the document that was found last; answers how many there are. */
  #enter(): number {
    if (this.#at < 0) this.#readBlock();
    let left = 0;
    while (this.#passed < this.#index) {
      left += this.#counts[this.#passed] ?? 0;
      this.#passed += 1;
    }
    this.#at = skipNumbers(this.#bytes, this.#at, left);
    this.#passed += 1;
    return this.#counts[this.#index] ?? 0;
  }

  #readBlock(): void {
    const { positions, positionBytes, readsAll } = this.#source;
    const from = this.#positionsAt[this.#block] ?? 0;
    this.#passed = 0;
    if (readsAll) {
      this.#all ??= positions(0, positionBytes);
      this.#bytes = this.#all;
      this.#at = from;
    } else {
      this.#bytes = positions(from, (this.#positionsAt[this.#block + 1] ?? 0) - from);
      this.#at = 0;
    }
  }

  /**
   * Reads the positions in the document that was found last into `places`, each less `offset`, and leaves those out that would be below 0;
   * answers how many there are. Once a document.
   */
  load(offset: number): number {
    const count = this.#enter();
    if (this.places.length < count) this.places = new Uint32Array(count * 2);
    const { places } = this;
    const reader = new ByteReader(this.#bytes, this.#at);
    let [place, kept] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      place += reader.number();
      if (place < offset) continue;
      places[kept] = place - offset;
      kept += 1;
    }
    this.#at = reader.at;
    return kept;
  }

  /** Keeps, of ascending places, those so many positions before which the term stands in the document that was found last; once a document. */
  retain(places: Uint32Array, count: number, offset: number): number {
    let left = this.#enter();
    const reader = new ByteReader(this.#bytes, this.#at);
    let [place, kept] = [-1, 0];
    for (let index = 0; index < count; index += 1) {
      const wanted = (places[index] ?? 0) + offset;
      while (left > 0 && place < wanted) {
        place = (place < 0 ? 0 : place) + reader.number();
        left -= 1;
      }
      if (place !== wanted) continue;
      places[kept] = places[index] ?? 0;
      kept += 1;
    }
    for (; left > 0; left -= 1) reader.number();
    this.#at = reader.at;
    return kept;
  }
}
