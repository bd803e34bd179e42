// Positions beside postings that are read in their order: only those of documents somebody asks for are read.
import type { ReadPart } from './blocks.ts';
import { ByteReader, skipNumbers } from './bytes.ts';
import type { PostingsReader } from './postings.ts';

const WINDOW = 16_384;

/** The positions of the document that the postings are at. */
export class PlacesReader {
  readonly #postings: PostingsReader;
  readonly #read: ReadPart;
  readonly #fileSize: number;
  #window: Uint8Array = new Uint8Array();
  #windowAt = 0;
  #termAt = 0;
  /** The block it is in, the next byte of it, and how many of its positions stand before that. */
  #blockAt = -1;
  #at = 0;
  #passed = 0;

  constructor(postings: PostingsReader, read: ReadPart, fileSize: number) {
    this.#postings = postings;
    this.#read = read;
    this.#fileSize = fileSize;
  }

  /** Begins a term, whose positions begin there in the file. */
  begin(at: number): void {
    this.#termAt = at;
    this.#blockAt = -1;
  }

  /** Calls with each position, ascending; to be asked once a document. */
  each(take: (place: number) => void): void {
    const { blockAt, before, count } = this.#postings;
    if (blockAt !== this.#blockAt) {
      this.#blockAt = blockAt;
      this.#at = this.#termAt + blockAt;
      this.#passed = 0;
    }
    // A position takes five bytes at most.
    this.#reach((before - this.#passed + count) * 5);
    const begin = skipNumbers(this.#window, this.#at - this.#windowAt, before - this.#passed);
    const reader = new ByteReader(this.#window, begin);
    let place = 0;
    for (let index = 0; index < count; index += 1) {
      place += reader.number();
      take(place);
    }
    this.#at = this.#windowAt + reader.at;
    this.#passed = before + count;
  }

  /** Positions of neighbouring terms stand one after the other; read one by one, those of a short beginning would take a second. */
  #reach(length: number): void {
    const isThere = this.#at >= this.#windowAt && this.#at + length <= this.#windowAt + this.#window.length;
    if (isThere || this.#at >= this.#fileSize) return;
    this.#windowAt = this.#at;
    this.#window = this.#read(this.#at, Math.min(Math.max(length, WINDOW), this.#fileSize - this.#at));
  }
}
