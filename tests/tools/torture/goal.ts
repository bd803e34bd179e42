// What a promise of docs/promises.md is to the harness: what is promised, with its figure, and the piece of work that puts it to the test.

/** What a machine may lack. `mounts`: may mount a tmpfs in a namespace of its own; `loop`: may mount an image of a disk. */
export type Need = 'strace' | 'faketime' | 'mounts' | 'loop' | 'electron' | 'chromium' | 'npm';

/** What a goal's run is given. */
export interface Trial {
  /** Chance follows from it alone, so that what failed can be seen again. */
  readonly seed: number;
  /** The full figures; otherwise a small form of the same, minutes at most. */
  readonly isLong: boolean;
  /** How much of the short form is done: 1 for what is written down, a small part where a test of `npm test` only looks whether what checks is alive. */
  readonly share: number;
  /** An empty folder of its own, removed afterwards; on the machine's disk. */
  readonly work: string;
  /** Why a need cannot be met here; `undefined` when it can. */
  readonly lackOf: (need: Need) => Promise<string | undefined>;
}

/** The same work done to something that must fail it, so that a check that no longer sees anything shows. */
export interface Control {
  /** What was put in the place of ours, and what was seen of it. */
  readonly tried: string;
  readonly hasFired: boolean;
}

/** What came of a run. */
export interface Showing {
  /** What was done, with its numbers. */
  readonly tried: string;
  /** What was seen, with its numbers, in the words of the figure. */
  readonly measured: string;
  /** Whether that meets the figure. */
  readonly isHeld: boolean;
  readonly control?: Control;
  /** Parts that this machine could not try, each with its reason; the rest was tried. */
  readonly leftOut?: readonly string[];
}

/** One promise. */
export interface Goal {
  /** `S1` to `S15` of what gets in, `R1` to `R14` of what gets lost. */
  readonly id: string;
  readonly goal: string;
  /** What must be measured for it to hold. */
  readonly figure: string;
  /** Without these nothing of it can be tried. */
  readonly needs: readonly Need[];
  /** After so many minutes it has failed; of the short form and of the long one. */
  readonly limitMinutes: { readonly short: number; readonly long: number };
  /** What it throws is a failure of the promise. */
  run(trial: Trial): Promise<Showing>;
}

/** A part of a showing that holds or does not, with what was seen. */
export interface Part {
  readonly measured: string;
  readonly isHeld: boolean;
}

/** Joins parts into what a showing says of all of them: it holds when each does, and those that do not come first. */
export function joinParts(parts: readonly Part[]): Part {
  const [missed, held] = [parts.filter(({ isHeld }) => !isHeld), parts.filter(({ isHeld }) => isHeld)];
  return { measured: [...missed, ...held].map(({ measured }) => measured).join('; '), isHeld: missed.length === 0 };
}
