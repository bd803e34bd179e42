// What a queue of saves is opened with.
import type { Save, SaveState } from '#contract/save.ts';
import type { SaveRecord, SaveRecords } from './queuedSave.ts';
import type { Clock } from './saveSchedule.ts';

/** What the queue needs from the outside. */
export interface SaveQueueOptions {
  readonly records: SaveRecords;
  /** The wall clock, for what is written down. */
  readonly now: () => Date;
  /** Does the whole save; reports on the way; resolves only when the article is on disk. */
  readonly run: (save: SaveRecord, signal: AbortSignal, report: (state: SaveState) => void) => Promise<SaveState>;
  readonly changed: (save: Save) => void;
  readonly dismissed: (id: number) => void;
  /** Gets what is a bug rather than a failed save. */
  readonly report: (bug: unknown) => void;
  /** Whether to begin nothing until `setPaused(false)`. */
  readonly isPaused?: boolean;
  /** Whether to wait for the network and for busy sites, the default; otherwise such saves fail at once. */
  readonly isPatient?: boolean;
  /** Monotonic time and timers, the system's unless given. */
  readonly clock?: Clock;
  /** From 0 to 1, the system's unless given. */
  readonly random?: () => number;
  /** Whether the system has any way out, as far as it says. */
  readonly hasInterface?: () => boolean;
}
