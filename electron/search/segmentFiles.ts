// Terms with their postings in; a segment's three files out, written once and never changed: one of terms and documents, which is held in
// memory while the segment is open, one of postings and one of positions, which are read in parts.
import { closeSync, fsync, openSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { checksum } from '#contract/checksum.ts';
import { BlockSums } from './blocks.ts';
import { ByteWriter } from './bytes.ts';
import { FIELDS } from './fields.ts';
import { PostingsWriter } from './postings.ts';
import type { SegmentDocuments } from './segment.ts';

/** Writes a segment; terms come in the order of their UTF-8 bytes, the documents of each ascending. */
export interface SegmentWriter {
  /** Begins a term. */
  term(term: string): void;
  /** Adds a document to the term begun last, with the number of its positions and their bytes. */
  posting(document: number, weight: number, mask: number, count: number, positions: Uint8Array): void;
  /** To be gone through to its end, waiting for each promise; then all three files are on the device. */
  finish(documents: SegmentDocuments): Iterable<Promise<void>>;
  /** Lets go of the files; without `finish` before they are of no use. */
  close(): void;
}

const sync = promisify(fsync);
const MAGIC = 0x4c59_5347;
const VERSION = 4;
const HEAD_WORDS = 10;
const BUFFER = 262_144;

/** Names of a segment's files. */
export function segmentFiles(base: string): readonly [terms: string, postings: string, positions: string] {
  return [`${base}.terms`, `${base}.postings`, `${base}.positions`];
}

/** Begins a segment whose files must not exist. Throws the system's error, as all its methods do. */
export function createSegmentWriter(base: string): SegmentWriter {
  const [termsFile, postingsFile, positionsFile] = segmentFiles(base);
  const postings = createStream(postingsFile);
  const positions = createStream(positionsFile);
  const blob = new ByteWriter(BUFFER);
  const encoder = new TextEncoder();
  const termAt: number[] = [];
  const counts: number[] = [];
  const postingsAt: number[] = [];
  const positionsAt: number[] = [];
  const term = new PostingsWriter();

  function endTerm(): void {
    if (counts.length > 0) counts[counts.length - 1] = term.count;
    for (const bytes of term.end()) postings.append(bytes);
  }

  return {
    term(name) {
      endTerm();
      termAt.push(blob.size);
      blob.append(encoder.encode(name));
      counts.push(0);
      postingsAt.push(postings.size());
      positionsAt.push(positions.size());
    },
    posting(document, weight, mask, count, bytes) {
      term.add(document, weight, mask, count, bytes.length);
      positions.append(bytes);
    },
    *finish(documents) {
      endTerm();
      termAt.push(blob.size);
      postingsAt.push(postings.size());
      positionsAt.push(positions.size());
      // The system may take long for it, and nobody else should have to wait.
      yield postings.finish();
      yield positions.finish();
      const sums = { postingsSums: postings.sums(), positionsSums: positions.sums() };
      const bytes = packTerms(documents, blob.bytes, { termAt, counts, postingsAt, positionsAt, ...sums });
      const terms = createStream(termsFile);
      try {
        terms.append(bytes);
        yield terms.finish();
      } finally {
        terms.close();
      }
    },
    close() {
      postings.close();
      positions.close();
    },
  };
}

interface Stream {
  size(): number;
  append(bytes: Uint8Array): void;
  /** Resolves when all bytes are on the device. */
  finish(): Promise<void>;
  /** Of its blocks; to be asked for after `finish`. */
  sums(): readonly number[];
  close(): void;
}

function createStream(file: string): Stream {
  const descriptor = openSync(file, 'wx');
  const buffer = new ByteWriter(BUFFER);
  const sums = new BlockSums();
  let written = 0;
  let isOpen = true;
  const flush = (): void => {
    writeAll(descriptor, buffer.bytes);
    sums.append(buffer.bytes);
    written += buffer.size;
    buffer.clear();
  };
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return {
    size: () => written + buffer.size,
    append(bytes) {
      buffer.append(bytes);
      if (buffer.size > BUFFER - 8) flush();
    },
    async finish() {
      flush();
      await sync(descriptor);
      close();
    },
    sums: () => sums.all(),
    close,
  };
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
}

interface Dictionary {
  readonly termAt: readonly number[];
  readonly counts: readonly number[];
  readonly postingsAt: readonly number[];
  readonly positionsAt: readonly number[];
  readonly postingsSums: readonly number[];
  readonly positionsSums: readonly number[];
}

function packTerms(documents: SegmentDocuments, blob: Uint8Array, dictionary: Dictionary): Uint8Array {
  const { count } = documents;
  const terms = dictionary.counts.length;
  const blocks = [dictionary.postingsSums.length, dictionary.positionsSums.length] as const;
  const { words, views } = layOut(count, terms, blob.length, blocks);
  const buffer = new ArrayBuffer(words * 4);
  const place = (part: keyof typeof views, length: number): Uint32Array =>
    new Uint32Array(buffer, views[part] * 4, length);
  place('ids', count * 3).set(documents.ids.subarray(0, count * 3));
  place('stamps', count).set(documents.stamps.subarray(0, count));
  place('lengths', count).set(documents.lengths.subarray(0, count));
  place('fieldEnds', count * FIELDS.length).set(documents.fieldEnds.subarray(0, count * FIELDS.length));
  place('termAt', terms + 1).set(dictionary.termAt);
  place('counts', terms).set(dictionary.counts);
  place('postingsAt', terms + 1).set(dictionary.postingsAt);
  place('positionsAt', terms + 1).set(dictionary.positionsAt);
  place('postingsSums', blocks[0]).set(dictionary.postingsSums);
  place('positionsSums', blocks[1]).set(dictionary.positionsSums);
  new Uint8Array(buffer, views.blob * 4, blob.length).set(blob);
  const all = new Uint32Array(buffer);
  all.set([0, MAGIC, VERSION, count, terms, blob.length, FIELDS.length, ...blocks]);
  const bytes = new Uint8Array(buffer);
  all[0] = checksum(bytes, 4, bytes.length);
  return bytes;
}

interface Views {
  readonly ids: number;
  readonly stamps: number;
  readonly lengths: number;
  readonly fieldEnds: number;
  readonly termAt: number;
  readonly counts: number;
  readonly postingsAt: number;
  readonly positionsAt: number;
  readonly postingsSums: number;
  readonly positionsSums: number;
  readonly blob: number;
}

function layOut(
  count: number,
  terms: number,
  blobBytes: number,
  [postingsBlocks, positionsBlocks]: readonly [number, number],
): { readonly words: number; readonly views: Views } {
  let next = HEAD_WORDS;
  const place = (words: number): number => {
    const here = next;
    next += words;
    return here;
  };
  const views = {
    ids: place(count * 3),
    stamps: place(count),
    lengths: place(count),
    fieldEnds: place(count * FIELDS.length),
    termAt: place(terms + 1),
    counts: place(terms),
    postingsAt: place(terms + 1),
    positionsAt: place(terms + 1),
    postingsSums: place(postingsBlocks),
    positionsSums: place(positionsBlocks),
    blob: place(Math.ceil(blobBytes / 4)),
  };
  return { words: next, views };
}

/** The content of a terms file. */
export interface SegmentTerms {
  readonly documents: SegmentDocuments;
  readonly terms: number;
  /** UTF-8 of all terms one after the other, where each begins, and in how many documents it is. */
  readonly blob: Uint8Array;
  readonly termAt: Uint32Array;
  readonly counts: Uint32Array;
  /** Where the postings and positions of each begin in their files; the last number is the size of the file. */
  readonly postingsAt: Uint32Array;
  readonly positionsAt: Uint32Array;
  /** Sums of the blocks of these two files. */
  readonly postingsSums: Uint32Array;
  readonly positionsSums: Uint32Array;
}

/** The bytes as they are where they begin their buffer, as those of a large file do; copying them would take as much memory again. */
function bufferOf(bytes: Uint8Array): ArrayBufferLike {
  const isWhole = bytes.byteOffset === 0 && bytes.buffer.byteLength === bytes.byteLength;
  return isWhole ? bytes.buffer : new Uint8Array(bytes).buffer;
}

/** Reads a terms file; `undefined` when it is not as it was written. */
export function unpackTerms(bytes: Uint8Array): SegmentTerms | undefined {
  if (bytes.length < HEAD_WORDS * 4 || bytes.length % 4 !== 0) return undefined;
  const buffer = bufferOf(bytes);
  const all = new Uint32Array(buffer);
  const [sum, magic, version, count = 0, terms = 0, blobBytes = 0, fields, postingsBlocks = 0, positionsBlocks = 0] =
    all;
  const isWhole = sum === checksum(new Uint8Array(buffer), 4, bytes.length);
  if (magic !== MAGIC || version !== VERSION || fields !== FIELDS.length || !isWhole) return undefined;
  const { words, views } = layOut(count, terms, blobBytes, [postingsBlocks, positionsBlocks]);
  if (words !== all.length) return undefined;
  const view = (part: keyof Views, length: number): Uint32Array => new Uint32Array(buffer, views[part] * 4, length);
  return {
    documents: {
      count,
      ids: view('ids', count * 3),
      stamps: view('stamps', count),
      lengths: view('lengths', count),
      fieldEnds: view('fieldEnds', count * FIELDS.length),
    },
    terms,
    blob: new Uint8Array(buffer, views.blob * 4, blobBytes),
    termAt: view('termAt', terms + 1),
    counts: view('counts', terms),
    postingsAt: view('postingsAt', terms + 1),
    positionsAt: view('positionsAt', terms + 1),
    postingsSums: view('postingsSums', postingsBlocks),
    positionsSums: view('positionsSums', positionsBlocks),
  };
}
