// What commands can do to the timeline while it is on screen.

/** The timeline, for commands. */
export interface TimelineControl {
  /** Whether the person is at a post, or has selected some. */
  isAtPost(): boolean;
  hasSelection(): boolean;
  /** Saves the selected posts, or the one the person is at. */
  save(): void;
  unselect(): void;
  /** Goes to the next or the previous day or month that has posts; 1 is further down, which is older. */
  step(unit: 'day' | 'month', step: 1 | -1): void;
  /** Lets the person type a date. */
  jump(): void;
  /** Lets the person type what to narrow to. */
  filter(): void;
}

const NONE: TimelineControl = {
  isAtPost: () => false,
  hasSelection: () => false,
  save: () => {},
  unselect: () => {},
  step: () => {},
  jump: () => {},
  filter: () => {},
};

let current = NONE;

/** The timeline that is on screen; one that does nothing when there is none. */
export function timelineControl(): TimelineControl {
  return current;
}

/** Makes a timeline the one on screen until the returned function is called. */
export function showControl(control: TimelineControl): () => void {
  current = control;
  return () => {
    if (current === control) current = NONE;
  };
}
