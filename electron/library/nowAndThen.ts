// Something to look at in; looks at it out, at once and then again and again on the monotonic clock, for as long as there is something to look at. Where there
// is nothing, no timer wakes the processor.

/** Looks that go on by themselves; the program need not stay for them. */
export interface NowAndThen {
  /** Looks at once and from then on; called again it changes nothing. */
  start(): void;
  /** There may be something to look at now: looks at once. Nothing before the start. */
  wake(): void;
  close(): void;
}

/** Runs something after so many milliseconds, and answers what gives that up. */
export type After = (run: () => void, ms: number) => () => void;

const afterOnTheClock: After = (run, ms) => {
  const timer = setTimeout(run, ms).unref();
  return () => clearTimeout(timer);
};

/**
 * Makes it; nothing is looked at before `start`. `look` answers whether it is to be looked at again after `everyMs`; else nothing happens until it is woken.
 * A look that fails is reported, and the next one comes all the same.
 */
export function lookNowAndThen(
  look: () => Promise<boolean>,
  everyMs: number,
  report: (bug: unknown) => void,
  after: After = afterOnTheClock,
): NowAndThen {
  let giveUp = (): void => undefined;
  let isStarted = false;

  async function round(): Promise<void> {
    let goesOn = true;
    try {
      goesOn = await look();
    } catch (bug) {
      report(bug);
    }
    giveUp();
    giveUp = isStarted && goesOn ? after(wake, everyMs) : () => undefined;
  }

  function wake(): void {
    if (isStarted) void round();
  }

  return {
    start() {
      if (isStarted) return;
      isStarted = true;
      wake();
    },
    wake,
    close() {
      isStarted = false;
      giveUp();
    },
  };
}
