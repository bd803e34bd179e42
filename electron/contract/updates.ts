// Newer versions of Layover: whether there is one, and what the person may do about it. Imports nothing.

/** What is known of a newer version. */
export type UpdateStep =
  | { readonly is: 'unknown' | 'looking' | 'none' }
  /** There is one; nothing of it was fetched. `notes` is plain text, and may be empty. */
  | { readonly is: 'offered'; readonly version: string; readonly notes: string; readonly sizeBytes: number | null }
  /** `done` from 0 to 1. */
  | { readonly is: 'fetching'; readonly version: string; readonly notes: string; readonly done: number }
  /** It was fetched and checked, and is installed when Layover is told to start again. */
  | { readonly is: 'ready'; readonly version: string; readonly notes: string }
  | { readonly is: 'failed'; readonly message: string };

/** All that the window shows of it. */
export interface UpdateState {
  /** Whether this Layover can be updated by itself at all; without a publisher nothing is ever asked. */
  readonly isPossible: boolean;
  readonly step: UpdateStep;
}

/** Name of each call → what goes in and what comes out; part of `Calls`. */
export interface UpdateCalls {
  'update.state': { in: void; out: UpdateState };
  /** Asks the publisher whether there is a newer version; fetches nothing of it. Throws `locked` on the way and while a trip is packed. */
  'update.look': { in: void; out: UpdateState };
  /**
   * Fetches the version that is offered. Throws `locked` as `update.look`, and `network` on a network that counts its data, unless `isMeteredToo`.
   */
  'update.fetch': { in: { readonly isMeteredToo: boolean }; out: UpdateState };
  /** Installs what was fetched and starts Layover again. Throws `locked` as `update.look`, `not-found` when nothing is ready. */
  'update.install': { in: void; out: void };
}
