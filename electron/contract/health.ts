// How a library is and what went wrong with it lately, and what of this the person may copy. Names no address, title or file but the library's own folders.
import type { Progress } from './calls.ts';

/** Failures of one kind. */
export interface FailureCount {
  /** An `ErrorCode`, or what kind of bug it was. */
  readonly code: string;
  readonly count: number;
  /** The last one, an ISO instant. */
  readonly last: string;
}

/** What a look through everything found; the numbers are of articles unless they say otherwise. */
export interface Verified {
  /** When it was done, an ISO instant. */
  readonly done: string;
  /** Read to their end, as the next two. */
  readonly articles: number;
  /** Kept versions of articles. */
  readonly versions: number;
  /** Articles and versions that are in the trash. */
  readonly trashed: number;
  /** Articles, and copies of them, with a text or comments that are not as they were saved. */
  readonly damaged: number;
  /** Pictures that are gone or not as they were saved. */
  readonly pictures: number;
  /** What cannot be read at all. */
  readonly unreadable: number;
  /** What a repair mended: pictures linked anew, things moved aside. */
  readonly mended: number;
  /** How much of what was found is only in kept versions, and how much only in the trash. */
  readonly inVersions: number;
  readonly inTrash: number;
  /** Whether it was stopped before everything was read. */
  readonly isStopped: boolean;
}

/** What is done to a library at this moment to look whether all is well. */
export type HealthWork = 'check' | 'repair';

/** How a library is. */
export interface Health {
  readonly articles: number;
  readonly sizeBytes: number;
  readonly freeBytes: number | null;
  /** The full-text index: how large it is and when it was last written, an ISO instant; `null` when nothing was. */
  readonly index: { readonly bytes: number; readonly written: string | null };
  /** When the last backup by itself was made; `null` for none. */
  readonly backup: { readonly isOn: boolean; readonly last: string | null; readonly hasFailed: boolean };
  /** The last check since the app was started; `null` when there was none. */
  readonly verified: Verified | null;
  readonly working: { readonly work: HealthWork; readonly progress: Progress } | null;
  /** Failures of the last seven days, the most frequent first. */
  readonly failures: readonly FailureCount[];
  /** Where the log lies, and whether it can be written. */
  readonly log: { readonly place: string; readonly bytes: number; readonly isWritten: boolean };
}

/** Name of each call → what goes in and what comes out; part of `Calls`. */
export interface HealthCalls {
  'health.state': { in: void; out: Health };
  /** Reads everything and tells what is not as it was saved. Throws `locked` while such work is under way. */
  'health.check': { in: void; out: Verified };
  /** The same, and mends what can be mended from what is here; what cannot be read is moved aside. Throws as `health.check`, and `locked` when nothing may be changed. */
  'health.repair': { in: void; out: Verified };
  /** Stops such work, which then answers what it found so far; nothing when there is none. */
  'health.stop': { in: void; out: void };
  /** What is shown, and copied word for word when the person says so. */
  'diagnostics.text': { in: void; out: string };
  /** Lets the person choose where the log is written; answers the file's name, `null` when they cancel. */
  'diagnostics.saveLog': { in: void; out: string | null };
  /** Shows the log's folder in the file manager. */
  'diagnostics.reveal': { in: void; out: void };
  /** Something failed in the window itself. */
  'window.failed': { in: { readonly name: string; readonly message: string; readonly stack: string }; out: void };
}
