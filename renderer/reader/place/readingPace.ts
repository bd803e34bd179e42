// Sightings of a text as a person moves through it in; what of it was reading, and for how long, out. Pauses, jumps and what goes by too fast
// to be read are left out. Pure; time comes from outside and stands still while nobody can be reading.

/** What is in view after a move. */
export interface Sighting {
  /** Seconds in which the window was in front and in view. */
  readonly at: number;
  /** Units of text before the top of the view. */
  readonly from: number;
  /** Units of text before its end. */
  readonly to: number;
}

/** What was read in one go. */
export interface PacedStretch {
  readonly units: number;
  readonly seconds: number;
}

/** Watches one article being read. */
export interface Pace {
  /** Notes the view after every move, however small. */
  note(sighting: Sighting): void;
  /** Says that the next move is no reading on: a link, a hit, Home or End. */
  jump(): void;
  /** Ends what is under way, as the article is left; `at` as in a sighting. */
  end(at: number): void;
  /** What was read since it was asked last. */
  take(): { readonly stretches: readonly PacedStretch[]; readonly seconds: number };
}

/** Moves that follow one another as fast as this are one. */
const SETTLED_SECONDS = 1.5;
/** But not for longer than this: some people scroll all the time. */
const LONGEST_MOVE_SECONDS = 10;
/** Nobody who reads stays longer with one view than this, or than twice as long as most people need for it. */
const PAUSE_SECONDS = 90;
/** So much is one stretch; of one that is cut short by a jump, a part of it. */
const WHOLE_UNITS = 150;
const LEAST_UNITS = 60;

/** Starts watching. Speeds are in units a minute: what most people read, and what nobody does. */
export function createPace(usual: number, fastest: number): Pace {
  /** Where the last move ended that is over. */
  let rest: Sighting | undefined;
  /** Where the move that is under way began, and has come to. */
  let moving: { readonly since: number; readonly to: Sighting } | undefined;
  let isJump = false;
  let [units, seconds] = [0, 0];
  let [done, spent]: [PacedStretch[], number] = [[], 0];

  const usualSeconds = ({ from, to }: Sighting): number => (Math.max(0, to - from) / usual) * 60;

  function cut(): void {
    if (units >= LEAST_UNITS && seconds > 0) done.push({ units, seconds });
    [units, seconds] = [0, 0];
  }

  /** What was in view was perhaps read before the person went away, and no more than that. */
  function spentOn(view: Sighting, until: number): number {
    return isPause(view, until) ? usualSeconds(view) : until - view.at;
  }

  function isPause(view: Sighting, until: number): boolean {
    return until - view.at > Math.max(PAUSE_SECONDS, 2 * usualSeconds(view));
  }

  /** Judges the way from where the person rested to where they rest now. */
  function settle(): void {
    if (moving === undefined) return;
    const [before, now] = [rest, moving.to];
    rest = now;
    moving = undefined;
    const wasJump = isJump;
    isJump = false;
    if (before === undefined) return;
    const [passed, read] = [now.at - before.at, now.from - before.from];
    spent += spentOn(before, now.at);
    const isUnseen = read > (before.to - before.from) * 1.05 + 1;
    if (isPause(before, now.at) || wasJump || isUnseen || read <= 0 || read / passed > fastest / 60) {
      cut();
      return;
    }
    units += read;
    seconds += passed;
    if (units >= WHOLE_UNITS) cut();
  }

  return {
    note(sighting) {
      if (moving === undefined) {
        moving = { since: sighting.at, to: sighting };
        // The first sighting of all is where the person begins.
        if (rest === undefined) settle();
        return;
      }
      const isOver =
        sighting.at - moving.to.at >= SETTLED_SECONDS || sighting.at - moving.since >= LONGEST_MOVE_SECONDS;
      if (isOver) settle();
      moving = { since: moving?.since ?? sighting.at, to: sighting };
    },
    jump() {
      settle();
      isJump = true;
    },
    end(at) {
      settle();
      cut();
      if (rest !== undefined) spent += spentOn(rest, at);
      rest = undefined;
    },
    take() {
      const taken = { stretches: done, seconds: spent };
      [done, spent] = [[], 0];
      return taken;
    },
  };
}
