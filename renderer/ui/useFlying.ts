// Whether a list goes by faster than anybody reads: more than a view at a time, again and again.
import { useEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';

// One leap is a jump, whose aim is to be read at once.
const AGAIN_MS = 120;
const CALM_MS = 90;

/** True from the second leap on until the list has been calm for a moment; always false when nobody wants to know. */
export function useFlying(scroller: RefObject<HTMLElement | null>, isWanted: boolean): boolean {
  const [isFlying, setFlying] = useState(false);
  useEffect(() => {
    const { current } = scroller;
    if (current === null || !isWanted) return undefined;
    let [before, leapt] = [current.scrollTop, -Infinity];
    let calm: number | undefined;
    const follow = (): void => {
      const now = current.scrollTop;
      const isLeap = Math.abs(now - before) > current.clientHeight;
      before = now;
      if (!isLeap) return;
      const isAgain = performance.now() - leapt < AGAIN_MS;
      leapt = performance.now();
      if (!isAgain) return;
      // Rows that come into view with this very event are to be drawn so already.
      if (calm === undefined) flushSync(() => setFlying(true));
      clearTimeout(calm);
      calm = window.setTimeout(() => {
        calm = undefined;
        setFlying(false);
      }, CALM_MS);
    };
    current.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => {
      clearTimeout(calm);
      current.removeEventListener('scroll', follow, { capture: true });
    };
  }, [scroller, isWanted]);
  return isFlying;
}
