// The door by which other browsers hand pages over, as the window knows it.

/** The door by which other browsers hand pages over. */
export interface DoorState {
  readonly isOpen: boolean;
  /** What a browser has to show; `null` while it is closed. */
  readonly code: string | null;
  readonly port: number | null;
  /** A bookmark that hands over the page one is at. */
  readonly bookmarklet: string | null;
  /** Why it could not be opened, in words. */
  readonly failure: string | null;
}
