// Segments in memory or on disk in, one segment on disk out, in steps of a few milliseconds so that queries are answered in between.
import { skipNumbers } from './bytes.ts';
import { FIELDS } from './fields.ts';
import { invert } from './invert.ts';
import type { MemorySegment } from './memorySegment.ts';
import { mergeBeginnings } from './mergeBeginnings.ts';
import { LEFT_OUT, type MergedSegment } from './mergedSegment.ts';
import type { SegmentDocuments } from './segment.ts';
import { createSegmentWriter } from './segmentFiles.ts';

/**
 * Work in steps; what it answers last is its result, `undefined` when it was given up before. A step that answers a promise has to wait for
 * the device.
 */
export type Steps<Result> = Generator<Promise<void> | undefined, Result | undefined, undefined>;

// About a millisecond's worth.
const NUMBERS_A_STEP = 10_000;

/** Writes a memory segment with its numbers as they are; it may be asked meanwhile, but not added to. Throws the system's error. */
export function* writeMemory(memory: MemorySegment, base: string): Steps<true> {
  const writer = createSegmentWriter(base);
  try {
    yield* invert(memory.contents(), writer);
    yield* writer.finish(memory.documents);
    return true;
  } finally {
    writer.close();
  }
}

/**
 * Writes the documents of several segments as one, in the order of the segments. Answers for each of them the new numbers of its
 * documents, `LEFT_OUT` for those that were left out. Throws the system's error.
 */
export function* mergeSegments(merged: readonly MergedSegment[], base: string): Steps<readonly Uint32Array[]> {
  const writer = createSegmentWriter(base);
  try {
    let next = 0;
    const numbers = merged.map(({ segment, isRemoved }) =>
      Uint32Array.from({ length: segment.documents.count }, (_, document) => (isRemoved(document) ? LEFT_OUT : next++)),
    );
    const cursors = merged.map(({ segment }, index) => ({
      segment,
      index,
      at: segment.firstWord,
      term: segment.firstWord < segment.terms ? segment.termAt(segment.firstWord) : undefined,
    }));
    yield* mergeBeginnings(merged, numbers, writer);
    let written = 0;
    for (let term = leastOf(cursors); term !== undefined; term = leastOf(cursors)) {
      let hasBegun = false;
      for (const cursor of cursors) {
        if (cursor.term !== term) continue;
        const { segment, index, at: number } = cursor;
        const { size, documents, weights, masks, counts } = segment.postings(number);
        const bytes = segment.termPositions(number);
        let end = 0;
        for (let at = 0; at < size; at += 1) {
          const begin = end;
          end = skipNumbers(bytes, begin, counts[at] ?? 0);
          const document = numbers[index]?.[documents[at] ?? 0] ?? LEFT_OUT;
          if (document === LEFT_OUT) continue;
          if (!hasBegun) writer.term(term);
          hasBegun = true;
          writer.posting(document, weights[at] ?? 0, masks[at] ?? 0, counts[at] ?? 0, bytes.subarray(begin, end));
        }
        cursor.at += 1;
        cursor.term = cursor.at < segment.terms ? segment.termAt(cursor.at) : undefined;
        written += size + 4;
      }
      if (written < NUMBERS_A_STEP) continue;
      written = 0;
      yield;
    }
    yield* writer.finish(joinDocuments(merged, numbers, next));
    return numbers;
  } finally {
    writer.close();
  }
}

function leastOf(cursors: readonly { readonly term: string | undefined }[]): string | undefined {
  let least: string | undefined;
  for (const { term } of cursors) {
    if (term !== undefined && (least === undefined || isBefore(term, least))) least = term;
  }
  return least;
}

/** The order of UTF-8 bytes, which is that of UTF-16 but for characters beyond the first 65,536. */
function isBefore(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one === other) continue;
    const [isPair, isOtherPair] = [one >= 0xd800 && one < 0xe000, other >= 0xd800 && other < 0xe000];
    return isPair === isOtherPair ? one < other : isOtherPair;
  }
  return a.length < b.length;
}

function joinDocuments(
  merged: readonly MergedSegment[],
  numbers: readonly Uint32Array[],
  count: number,
): SegmentDocuments {
  const fields = FIELDS.length;
  const joined = {
    count,
    ids: new Uint32Array(count * 3),
    stamps: new Uint32Array(count),
    lengths: new Uint32Array(count),
    fieldEnds: new Uint32Array(count * fields),
  };
  for (const [index, { segment }] of merged.entries()) {
    const from = segment.documents;
    for (let old = 0; old < from.count; old += 1) {
      const document = numbers[index]?.[old] ?? LEFT_OUT;
      if (document === LEFT_OUT) continue;
      joined.ids.set(from.ids.subarray(old * 3, old * 3 + 3), document * 3);
      joined.stamps[document] = from.stamps[old] ?? 0;
      joined.lengths[document] = from.lengths[old] ?? 0;
      joined.fieldEnds.set(from.fieldEnds.subarray(old * fields, (old + 1) * fields), document * fields);
    }
  }
  return joined;
}
