// What the window tells of a library as a whole: its folder and size, why nothing can be changed in it, and the room on its disk. Imports nothing.

/** Why nothing can be changed in a library: its disk can only be read, or another Layover has it open. */
export type ReadOnlyReason = 'disk' | 'other';

/** What the library is, for the settings page. */
export interface LibraryInfo {
  readonly folder: string;
  readonly articles: number;
  readonly sizeBytes: number;
  /** Free space of its disk; `null` when the system does not say. */
  readonly freeBytes: number | null;
  /** Whether nothing can be changed here. */
  readonly isReadOnly: boolean;
  /** Why, if so. */
  readonly readOnlyBecause: ReadOnlyReason | null;
  /** The machine that opened it and has not closed it, by its name, which may be empty; `null` unless that is why. */
  readonly heldElsewhere: string | null;
  /** Articles that could not be read at start, with the reason; they are left as they are. */
  readonly unreadable: readonly { readonly name: string; readonly reason: string }[];
  readonly version: string;
}

/** The room on the library's disk when it is little: less than `LEAST_ROOM_BYTES` are free. */
export interface LittleRoom {
  readonly freeBytes: number;
}

/** Below this much free room on its disk a library warns; saves and imports go on while there is any. */
export const LEAST_ROOM_BYTES = 200_000_000;
