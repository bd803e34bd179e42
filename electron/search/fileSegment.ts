// A segment on disk, opened: its terms and documents in memory, postings and positions read where they are asked for. What is not whole is
// answered as if it were not there.
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { DamagedFile, partReader, scanner, type ReadPart } from './blocks.ts';
import { editDistance, lettersDistance, LONGEST_LIKE } from '#contract/editDistance.ts';
import { addBeginning, matchUnit, type InvertedSegment, type TakePosting } from './matchUnit.ts';
import { PlacesReader } from './placesReader.ts';
import { decodePostings, PostingsReader, type Postings } from './postings.ts';
import { readWeights } from './readWeights.ts';
import { beginningTerm, type NearWord, type Segment, type Weighted } from './segment.ts';
import { segmentFiles, unpackTerms } from './segmentFiles.ts';
import { TermCursor } from './termCursor.ts';

/** A term that so large a share of the documents have is common. */
const COMMON = 8;
/** Eight bytes for each document that has a term: a megabyte each at most for 100,000 of them. */
const MOST_DECODED = 24;

/** A segment on disk. */
export interface FileSegment extends Segment {
  /** How many terms there are, in the order of their UTF-8 bytes. */
  readonly terms: number;
  termAt(term: number): string;
  /** Number of the first term that is a word; before it stand the beginnings that are kept. */
  readonly firstWord: number;
  /** Adds to the sums by document what all words count that begin so, times a share. */
  addBeginning(prefix: string, share: number, sums: Float32Array): void;
  postings(term: number): Postings;
  /** The bytes of the positions of a term, document by document. Holds until the next call. */
  termPositions(term: number): Uint8Array;
  /** Bytes of all three files. */
  readonly sizeBytes: number;
  /** Whether a part that was asked for could not be read as it was written; whoever asked got a `DamagedFile`. */
  readonly isDamaged: boolean;
  close(): void;
}

/** Opens a segment; `undefined` when any of its files is not as it was written. With `isScan` postings are best asked for in the order of terms. */
export function openSegment(base: string, isScan = false): FileSegment | undefined {
  const [termsFile, postingsFile, positionsFile] = segmentFiles(base);
  const bytes = readIfThere(termsFile);
  const unpacked = bytes === undefined ? undefined : unpackTerms(bytes);
  if (bytes === undefined || unpacked === undefined) return undefined;
  const { documents, terms, blob, termAt, counts, postingsAt, positionsAt, postingsSums, positionsSums } = unpacked;
  const [postingsSize, positionsSize] = [postingsAt[terms] ?? 0, positionsAt[terms] ?? 0];
  if (sizeIfThere(postingsFile) !== postingsSize || sizeIfThere(positionsFile) !== positionsSize) return undefined;
  const postingsDescriptor = openSync(postingsFile, 'r');
  const positionsDescriptor = openSync(positionsFile, 'r');
  const reader = isScan ? scanner : partReader;
  const readPostings = noting(reader(postingsDescriptor, postingsSize, postingsSums));
  const readPositions = noting(reader(positionsDescriptor, positionsSize, positionsSums));
  let isDamaged = false;
  const decoder = new TextDecoder();
  // Most questions have one of few words that most articles have.
  const decoded = new Map<number, Weighted>();
  let letters: Uint32Array | undefined;
  let scratch: { readonly documents: Uint32Array; readonly weights: Float32Array } | undefined;

  function noting(read: ReadPart): ReadPart {
    return (from, length) => {
      try {
        return read(from, length);
      } catch (failure) {
        if (failure instanceof DamagedFile) isDamaged = true;
        throw failure;
      }
    };
  }

  function termOf(term: number): string {
    return decoder.decode(blob.subarray(termAt[term], termAt[term + 1]));
  }

  /** The first term that is not before these bytes, or with `isAfter` the first behind those that begin with them. */
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

  function range(prefix: string): readonly [number, number] {
    const wanted = Buffer.from(prefix);
    return [firstFrom(wanted, false), firstFrom(wanted, true)];
  }

  function bytesOf(from: number, to: number): Uint8Array {
    const begin = postingsAt[from] ?? 0;
    return readPostings(begin, (postingsAt[to] ?? 0) - begin);
  }

  function positionBytes(term: number): number {
    return (positionsAt[term + 1] ?? 0) - (positionsAt[term] ?? 0);
  }

  function weighted(term: number): Weighted {
    const size = counts[term] ?? 0;
    const known = decoded.get(term);
    if (known !== undefined) return known;
    const found = { documents: new Uint32Array(size), weights: new Float32Array(size) };
    readWeights(bytesOf(term, term + 1), 0, size, found.documents, found.weights);
    if (size * COMMON > documents.count) decoded.set(term, found);
    // The one that was decoded first goes first.
    if (decoded.size > MOST_DECODED) for (const first of [...decoded.keys()].slice(0, 1)) decoded.delete(first);
    return found;
  }

  /** The postings of neighbouring terms stand one after the other, so one read gets them all. */
  function addWeights(from: number, to: number, share: number, sums: Float32Array): void {
    const bytes = bytesOf(from, to);
    scratch ??= { documents: new Uint32Array(documents.count), weights: new Float32Array(documents.count) };
    const { documents: found, weights } = scratch;
    let at = 0;
    for (let term = from; term < to; term += 1) {
      const size = counts[term] ?? 0;
      at = readWeights(bytes, at, size, found, weights);
      for (let index = 0; index < size; index += 1) {
        const document = found[index] ?? 0;
        sums[document] = (sums[document] ?? 0) + (weights[index] ?? 0) * share;
      }
    }
  }

  function eachPosting(from: number, to: number, take: TakePosting): void {
    const reader = new PostingsReader(bytesOf(from, to));
    const places = new PlacesReader(reader, readPositions, positionsSize);
    for (let term = from; term < to; term += 1) {
      reader.begin(counts[term] ?? 0);
      places.begin(positionsAt[term] ?? 0);
      while (reader.next()) take(term, reader, places);
    }
  }

  function cursor(term: number, readsAll: boolean): TermCursor {
    const begin = positionsAt[term] ?? 0;
    return new TermCursor({
      size: counts[term] ?? 0,
      postings: bytesOf(term, term + 1),
      positionBytes: positionBytes(term),
      positions: (from, length) => readPositions(begin + from, length),
      readsAll,
    });
  }

  /** For each term which letters it has, so that most terms that are not like another need not be looked at. */
  function lettersOf(): Uint32Array {
    if (letters !== undefined) return letters;
    letters = new Uint32Array(terms);
    for (let term = 0; term < terms; term += 1) {
      letters[term] = lettersIn(blob, termAt[term] ?? 0, termAt[term + 1] ?? 0);
    }
    return letters;
  }

  function near(wanted: string, most: number): readonly NearWord[] {
    const found: NearWord[] = [];
    const all = lettersOf();
    const bytesOfWanted = Buffer.from(wanted);
    const own = lettersIn(bytesOfWanted, 0, bytesOfWanted.length);
    const codes = Uint16Array.from(wanted, (letter) => letter.charCodeAt(0));
    const isAscii = bytesOfWanted.length === wanted.length;
    // An edit changes one letter for another, which in UTF-8 takes up to four bytes.
    const width = isAscii ? 1 : 4;
    const [from, to] = range(String.fromCodePoint(wanted.codePointAt(0) ?? 0));
    for (let term = from; term < to; term += 1) {
      if (bitsIn((all[term] ?? 0) ^ own) > most * width * 2) continue;
      const [begin, end] = [termAt[term] ?? 0, termAt[term + 1] ?? 0];
      if (Math.abs(end - begin - bytesOfWanted.length) > most * width) continue;
      const distance =
        isAscii && isPlain(blob, begin, end)
          ? lettersDistance(plain, end - begin, codes, codes.length, most)
          : editDistance(termOf(term), wanted, most);
      if (distance <= most) found.push({ term: termOf(term), distance, documents: counts[term] ?? 0 });
    }
    return found;
  }

  const inverted: InvertedSegment = {
    documents,
    find,
    range,
    weighted,
    documentsOf: (term) => counts[term] ?? 0,
    eachPosting,
    cursor,
    addWeights,
  };
  return {
    documents,
    terms,
    termAt: termOf,
    firstWord: range(beginningTerm(''))[1],
    addBeginning: (prefix, share, sums) => addBeginning(inverted, prefix, share, sums),
    sizeBytes: bytes.length + postingsSize + positionsSize,
    has(term, isPrefix) {
      const [from, to] = range(term);
      return isPrefix ? to > from : find(term) >= 0;
    },
    match: (unit) => matchUnit(inverted, unit),
    near,
    postings: (term) => decodePostings(bytesOf(term, term + 1), counts[term] ?? 0),
    termPositions: (term) => readPositions(positionsAt[term] ?? 0, positionBytes(term)),
    get isDamaged() {
      return isDamaged;
    },
    close() {
      closeSync(postingsDescriptor);
      closeSync(positionsDescriptor);
    },
  };
}

function lettersIn(bytes: Uint8Array, from: number, to: number): number {
  let letters = 0;
  for (let at = from; at < to; at += 1) letters |= 1 << ((bytes[at] ?? 0) & 31);
  return letters;
}

function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

// The letters of the term that was looked at last.
const plain = new Uint16Array(LONGEST_LIKE);

/** Tells whether all letters are ASCII; they then stand in `plain`. */
function isPlain(bytes: Uint8Array, begin: number, end: number): boolean {
  if (end - begin >= LONGEST_LIKE) return false;
  for (let at = begin; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) return false;
    plain[at - begin] = byte;
  }
  return true;
}

function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (failure) {
    // What cannot be read is as good as not there.
    if (failure instanceof Error && 'code' in failure) return undefined;
    throw failure;
  }
}

function sizeIfThere(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.size;
}
