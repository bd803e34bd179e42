// A segment on disk: three files that are written once and never changed. The terms and the documents are held in memory while it is open,
// postings and positions are read where they are asked for. What is not whole is answered as if it were not there.
import { closeSync, fsyncSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { ByteReader, ByteWriter } from './bytes.ts';
import { FIELDS, TEXT_MASK } from './fields.ts';
import { beginningTerm, noPostings, type Postings, type Segment, type SegmentDocuments } from './segment.ts';

/** A segment on disk. */
export interface FileSegment extends Segment {
  readonly terms: number;
  termAt(term: number): string;
  /** Bytes of all three files. */
  readonly sizeBytes: number;
  close(): void;
}

/** Writes a segment; terms come in the order of their UTF-8 bytes, the documents of each ascending. */
export interface SegmentWriter {
  /** Begins a term. */
  term(term: string): void;
  /** Adds a document to the term begun last; `positions` are the bytes of its positions. */
  posting(document: number, weight: number, mask: number, positions: Uint8Array): void;
  /** When it returns, all three files are on the device. */
  finish(documents: SegmentDocuments): void;
  /** Lets go of the files; without `finish` before they are of no use. */
  close(): void;
}

const MAGIC = 0x4c59_5347;
const VERSION = 1;
const HEAD_WORDS = 8;
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
  let last = 0;

  return {
    term(term) {
      termAt.push(blob.size);
      blob.append(encoder.encode(term));
      counts.push(0);
      postingsAt.push(postings.size());
      positionsAt.push(positions.size());
      last = 0;
    },
    posting(document, weight, mask, bytes) {
      const term = counts.length - 1;
      const count = counts[term] ?? 0;
      counts[term] = count + 1;
      postings.number(count === 0 ? document : document - last);
      last = document;
      // Most words stand in the text alone; others say where.
      postings.number(mask === TEXT_MASK ? weight * 2 : weight * 2 + 1);
      if (mask !== TEXT_MASK) postings.number(mask);
      postings.number(bytes.length);
      positions.append(bytes);
    },
    finish(documents) {
      termAt.push(blob.size);
      postingsAt.push(postings.size());
      positionsAt.push(positions.size());
      postings.finish();
      positions.finish();
      writeWhole(termsFile, packTerms(documents, blob.bytes, { termAt, counts, postingsAt, positionsAt }));
    },
    close() {
      postings.close();
      positions.close();
    },
  };
}

interface Stream {
  size(): number;
  number(value: number): void;
  append(bytes: Uint8Array): void;
  finish(): void;
  close(): void;
}

function createStream(file: string): Stream {
  const descriptor = openSync(file, 'wx');
  const buffer = new ByteWriter(BUFFER);
  let written = 0;
  let isOpen = true;
  const flush = (): void => {
    writeAll(descriptor, buffer.bytes);
    written += buffer.size;
    buffer.clear();
  };
  const close = (): void => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return {
    size: () => written + buffer.size,
    number(value) {
      buffer.number(value);
      if (buffer.size > BUFFER - 8) flush();
    },
    append(bytes) {
      buffer.append(bytes);
      if (buffer.size > BUFFER - 8) flush();
    },
    finish() {
      flush();
      fsyncSync(descriptor);
      close();
    },
    close,
  };
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
}

/** Writes a new file; when it returns, its bytes are on the device. Throws the system's error. */
export function writeWhole(file: string, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'wx');
  try {
    writeAll(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

interface Dictionary {
  readonly termAt: readonly number[];
  readonly counts: readonly number[];
  readonly postingsAt: readonly number[];
  readonly positionsAt: readonly number[];
}

function packTerms(documents: SegmentDocuments, blob: Uint8Array, dictionary: Dictionary): Uint8Array {
  const { count } = documents;
  const terms = dictionary.counts.length;
  const { words, views } = layOut(count, terms, blob.length);
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
  new Uint8Array(buffer, views.blob * 4, blob.length).set(blob);
  const all = new Uint32Array(buffer);
  all.set([0, MAGIC, VERSION, count, terms, blob.length, FIELDS.length, 0]);
  all[0] = sumOf(all);
  return new Uint8Array(buffer);
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
  readonly blob: number;
}

function layOut(count: number, terms: number, blobBytes: number): { readonly words: number; readonly views: Views } {
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
    blob: place(Math.ceil(blobBytes / 4)),
  };
  return { words: next, views };
}

/** Opens a segment; `undefined` when any of its files is not as it was written. With `isScan` terms are best asked for in their order. */
export function openSegment(base: string, isScan = false): FileSegment | undefined {
  const [termsFile, postingsFile, positionsFile] = segmentFiles(base);
  const bytes = readIfThere(termsFile);
  if (bytes === undefined || bytes.length < HEAD_WORDS * 4 || bytes.length % 4 !== 0) return undefined;
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  const all = new Uint32Array(buffer);
  const [sum, magic, version, count = 0, terms = 0, blobBytes = 0, fields] = all;
  if (magic !== MAGIC || version !== VERSION || fields !== FIELDS.length || sum !== sumOf(all)) return undefined;
  const { words, views } = layOut(count, terms, blobBytes);
  if (words !== all.length) return undefined;
  const view = (part: keyof Views, length: number): Uint32Array => new Uint32Array(buffer, views[part] * 4, length);
  const documents: SegmentDocuments = {
    count,
    ids: view('ids', count * 3),
    stamps: view('stamps', count),
    lengths: view('lengths', count),
    fieldEnds: view('fieldEnds', count * FIELDS.length),
  };
  const [termAt, counts] = [view('termAt', terms + 1), view('counts', terms)];
  const [postingsAt, positionsAt] = [view('postingsAt', terms + 1), view('positionsAt', terms + 1)];
  const blob = new Uint8Array(buffer, views.blob * 4, blobBytes);
  const [postingsSize, positionsSize] = [postingsAt[terms] ?? 0, positionsAt[terms] ?? 0];
  if (sizeIfThere(postingsFile) !== postingsSize || sizeIfThere(positionsFile) !== positionsSize) return undefined;
  const postingsDescriptor = openSync(postingsFile, 'r');
  const positionsDescriptor = openSync(positionsFile, 'r');
  const readPostings = isScan ? scanner(postingsDescriptor) : partReader(postingsDescriptor);
  const readOfPositions = isScan ? scanner(positionsDescriptor) : partReader(positionsDescriptor);
  const decoder = new TextDecoder();

  function termOf(term: number): string {
    return decoder.decode(blob.subarray(termAt[term], termAt[term + 1]));
  }

  /** The first term that is not before these bytes, or with `isAfter` the first that does not begin with them and stands after those that do. */
  function firstFrom(wanted: Uint8Array, isAfter: boolean): number {
    let [low, high] = [0, terms];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = compareTerm(middle, wanted, isAfter);
      if (order < 0 || (isAfter && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function compareTerm(term: number, wanted: Uint8Array, isPrefix: boolean): number {
    const [from, to] = [termAt[term] ?? 0, termAt[term + 1] ?? 0];
    const length = Math.min(to - from, wanted.length);
    for (let at = 0; at < length; at += 1) {
      const difference = (blob[from + at] ?? 0) - (wanted[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return isPrefix && to - from >= wanted.length ? 0 : to - from - wanted.length;
  }

  function find(term: string): number {
    const wanted = Buffer.from(term);
    const at = firstFrom(wanted, false);
    return at < terms && compareTerm(at, wanted, false) === 0 ? at : -1;
  }

  function postings(term: number): Postings {
    const size = counts[term] ?? 0;
    if (size === 0) return noPostings();
    const from = postingsAt[term] ?? 0;
    const reader = new ByteReader(readPostings(from, (postingsAt[term + 1] ?? 0) - from));
    const [found, weights] = [new Uint32Array(size), new Uint32Array(size)];
    const [masks, ends] = [new Uint8Array(size), new Uint32Array(size + 1)];
    let [document, end] = [0, 0];
    for (let at = 0; at < size; at += 1) {
      document += reader.number();
      const coded = reader.number();
      found[at] = document;
      weights[at] = coded >>> 1;
      masks[at] = (coded & 1) === 0 ? TEXT_MASK : reader.number();
      end += reader.number();
      ends[at + 1] = end;
    }
    const begin = positionsAt[term] ?? 0;
    const read = (): Uint8Array => readOfPositions(begin, end);
    return { size, documents: found, weights, masks, positionsAt: ends, positions: read };
  }

  return {
    documents,
    terms,
    termAt: termOf,
    sizeBytes: bytes.length + postingsSize + positionsSize,
    find,
    documentsWith: (term) => counts[term] ?? 0,
    beginningWith(prefix) {
      const wanted = Buffer.from(prefix);
      const [from, to] = [firstFrom(wanted, false), firstFrom(wanted, true)];
      return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
    },
    *similar(term, lengthBy) {
      const first = Buffer.from(String.fromCodePoint(term.codePointAt(0) ?? 0));
      const bytesLong = Buffer.byteLength(term);
      const to = firstFrom(first, true);
      for (let at = firstFrom(first, false); at < to; at += 1) {
        const long = (termAt[at + 1] ?? 0) - (termAt[at] ?? 0);
        // A character takes at most four bytes.
        if (Math.abs(long - bytesLong) <= lengthBy * 4) yield [at, termOf(at)];
      }
    },
    postings,
    shortPrefix(prefix) {
      const term = find(beginningTerm(prefix));
      return term < 0 ? undefined : postings(term);
    },
    close() {
      closeSync(postingsDescriptor);
      closeSync(positionsDescriptor);
    },
  };
}

function readPart(descriptor: number, from: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    const read = readSync(descriptor, bytes, done, length - done, from + done);
    if (read === 0) return bytes.subarray(0, done);
    done += read;
  }
  return bytes;
}

type ReadPart = (from: number, length: number) => Uint8Array;

function partReader(descriptor: number): ReadPart {
  return (from, length) => readPart(descriptor, from, length);
}

/** Reads far ahead, so that parts that follow each other cost one read together. What it answers holds until the next call. */
function scanner(descriptor: number): ReadPart {
  let window: Uint8Array = new Uint8Array();
  let at = 0;
  return (from, length) => {
    if (from < at || from + length > at + window.length) {
      window = readPart(descriptor, from, Math.max(length, BUFFER));
      at = from;
    }
    return window.subarray(from - at, from - at + length);
  };
}

function readIfThere(file: string): Uint8Array | undefined {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(file) : undefined;
}

function sizeIfThere(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}

/** Two running sums over the words after the first, as Fletcher's checksum has them. */
function sumOf(words: Uint32Array): number {
  let [a, b] = [1, 0];
  for (let at = 1; at < words.length; at += 1) {
    a = (a + (words[at] ?? 0)) | 0;
    b = (b + a) | 0;
  }
  return (a ^ Math.imul(b, 0x9e37_79b1)) >>> 0;
}
