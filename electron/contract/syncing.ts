// What two machines made of one library in a folder that a program keeps the same on both, and what was joined of it. Imports nothing.

/** What a second copy of a file was of. */
export const CONFLICT_KINDS = [
  'settings',
  'article',
  'content',
  'highlights',
  'trip',
  'feed',
  'entries',
  'save',
  'other',
] as const;
/** One of them. */
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** A second copy of a file that a program for keeping folders the same had left, and what became of it. */
export interface Conflict {
  readonly id: string;
  readonly kind: ConflictKind;
  /** Of the article, the trip or the feed; empty where there is none. */
  readonly title: string;
  /** The copy's name, below the library's folder, as it was found. */
  readonly name: string;
  /** Instant. */
  readonly at: string;
  /** Whether what it had was joined to what was here; otherwise it was only kept. */
  readonly isMerged: boolean;
}

/** Name of each call → what goes in and what comes out; part of `Calls`. */
export interface SyncCalls {
  /** What was found so far, the latest first, at most 200. */
  'conflicts.list': { in: void; out: readonly Conflict[] };
  /** Shows the copies, which are all kept, in the file manager. */
  'conflicts.reveal': { in: void; out: void };
}
