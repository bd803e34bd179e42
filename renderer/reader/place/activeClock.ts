// The time in which somebody may be reading: it stands still while the window is behind another one or out of view.

/** A clock that stands still now and then. */
export interface ActiveClock {
  /** Seconds it has gone. */
  seconds(): number;
  stop(): void;
}

/** Starts a clock for a window and the frame in it, which has a focus of its own. */
export function startActiveClock(frame: Window | null): ActiveClock {
  let gone = 0;
  let since: number | undefined;

  function look(): void {
    const isActive = document.visibilityState === 'visible' && document.hasFocus();
    if (isActive === (since !== undefined)) return;
    if (since !== undefined) gone += performance.now() - since;
    since = isActive ? performance.now() : undefined;
  }
  // While the focus goes from the window to the frame, neither has it.
  const lookSoon = (): void => void window.setTimeout(look);
  const targets = [window, ...(frame === null ? [] : [frame])];
  for (const target of targets) {
    target.addEventListener('focus', lookSoon);
    target.addEventListener('blur', lookSoon);
  }
  document.addEventListener('visibilitychange', look);
  look();
  return {
    seconds: () => (gone + (since === undefined ? 0 : performance.now() - since)) / 1000,
    stop() {
      for (const target of targets) {
        target.removeEventListener('focus', lookSoon);
        target.removeEventListener('blur', lookSoon);
      }
      document.removeEventListener('visibilitychange', look);
    },
  };
}
