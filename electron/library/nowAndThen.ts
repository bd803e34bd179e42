// Something to look at in; looks at it out, at once and then again and again on the monotonic clock, until it is closed.

/** Looks that go on by themselves; the program need not stay for them. */
export interface NowAndThen {
  /** Looks at once and from then on; called again it changes nothing. */
  start(): void;
  close(): void;
}

/** Makes it; nothing is looked at before `start`. A look that fails is reported, and the next one comes all the same. */
export function lookNowAndThen(look: () => Promise<void>, everyMs: number, report: (bug: unknown) => void): NowAndThen {
  let timer: NodeJS.Timeout | undefined;
  const lookAgain = (): void => void look().catch(report);
  return {
    start() {
      if (timer !== undefined) return;
      timer = setInterval(lookAgain, everyMs).unref();
      lookAgain();
    },
    close() {
      clearInterval(timer);
      timer = undefined;
    },
  };
}
