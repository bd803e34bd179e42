// What goes into a merge.
import type { FileSegment } from './fileSegment.ts';

/** A segment to be merged, and the documents of it that are left out. */
export interface MergedSegment {
  readonly segment: FileSegment;
  readonly isRemoved: (document: number) => boolean;
}

/** Stands in a list of new numbers for a document that was left out. */
export const LEFT_OUT = 0xffff_ffff;
