// Something that scrolls and a part of it in; out how high all is that stands above the part, followed as it changes.
import { useEffect, useState, type RefObject } from 'react';

/** In CSS pixels; 0 until it is measured. */
export function useAbove(scroller: RefObject<HTMLElement | null>, part: RefObject<HTMLElement | null>): number {
  const [above, setAbove] = useState(0);
  useEffect(() => {
    const [outer, inner] = [scroller.current, part.current];
    if (outer === null || inner === null) return undefined;
    const watch = new ResizeObserver(() => {
      const distance = inner.getBoundingClientRect().top - outer.getBoundingClientRect().top;
      setAbove(Math.round(distance + outer.scrollTop));
    });
    for (const child of [outer, ...outer.children]) watch.observe(child);
    return () => watch.disconnect();
  }, [scroller, part]);
  return above;
}
