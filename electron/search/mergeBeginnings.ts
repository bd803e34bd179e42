// The beginnings of words that any of several segments keeps, written for all of them together.
import { TEXT_MASK } from './fields.ts';
import { LEFT_OUT, type MergedSegment } from './mergedSegment.ts';
import { beginningTerm, keptBeginning } from './segment.ts';
import type { SegmentWriter } from './segmentFiles.ts';

/** Writes them, in the order of their bytes; `numbers` has for each segment the new numbers of its documents. */
export function* mergeBeginnings(
  merged: readonly MergedSegment[],
  numbers: readonly Uint32Array[],
  writer: SegmentWriter,
): Generator<undefined, void, undefined> {
  const kept = new Set<string>();
  for (const { segment } of merged) {
    for (let term = 0; term < segment.terms; term += 1) {
      const beginning = keptBeginning(segment.termAt(term));
      // They stand before all words.
      if (beginning === undefined) break;
      kept.add(beginning);
    }
  }
  const nothing = new Uint8Array();
  for (const beginning of [...kept].sort()) {
    let hasBegun = false;
    for (const [index, { segment }] of merged.entries()) {
      const sums = new Float32Array(segment.documents.count);
      segment.addBeginning(beginning, 2, sums);
      for (let old = 0; old < sums.length; old += 1) {
        const document = numbers[index]?.[old] ?? LEFT_OUT;
        if (sums[old] === 0 || document === LEFT_OUT) continue;
        if (!hasBegun) writer.term(beginningTerm(beginning));
        hasBegun = true;
        writer.posting(document, sums[old] ?? 0, TEXT_MASK, 0, nothing);
      }
    }
    yield;
  }
}
