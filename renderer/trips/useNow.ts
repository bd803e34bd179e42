// The time, for what is counted down in minutes.
import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

/** Epoch milliseconds, to the minute; draws anew as it changes. */
export function useNow(): number {
  return useSyncExternalStore(
    (changed) => {
      const timer = window.setInterval(changed, MINUTE_MS / 4);
      return () => window.clearInterval(timer);
    },
    () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS,
  );
}
