// What reading exports needs of other rooms, given in: how bytes become text, how an archive is opened, and what time it is.

/** An archive whose table of contents was read and found good. */
export interface ImportArchive {
  /** Paths with `/`, each once, folders left out, in the order of the archive. */
  readonly names: readonly string[];
  /** Unpacks one file; the last of those of the same name. `null` when there is none. Throws `unreadable` when it is damaged. */
  readonly read: (name: string) => Uint8Array | null;
}

/** See above. */
export interface ImportTools {
  /** The text of bytes, without a byte order mark; never fails, damaged letters become U+FFFD. */
  readonly decode: (bytes: Uint8Array, isHtml: boolean) => string;
  /** Throws `unreadable` and `too-large`. */
  readonly openArchive: (bytes: Uint8Array) => ImportArchive;
  /** Milliseconds since 1970; dates later than a day after it are not believed. */
  readonly now: number;
}
