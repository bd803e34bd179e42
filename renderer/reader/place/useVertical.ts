// Lines from top to bottom follow each other sideways, so the wheel and the keys that go on in a text go sideways there.
import { useEffect } from 'react';
import { scrollStep } from '../frame/scrollFrame.ts';

const LINE_PX = 40;

/** Listens in a document while its lines run so; where they do not, the wheel must not wait for anybody. */
export function useVertical(page: Document, isVertical: boolean): void {
  useEffect(() => {
    if (!isVertical) return undefined;
    const root = page.documentElement;
    const onward = (): number => ({ rl: -1, lr: 1 })[root.dataset['vertical'] ?? ''] ?? 0;
    const wheel = (event: WheelEvent): void => {
      const side = onward();
      if (side === 0 || event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      root.scrollBy({ left: side * event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1) });
    };
    const press = (event: KeyboardEvent): void => {
      if (onward() === 0 || event.defaultPrevented) return;
      const by = scrollStep(root, event);
      if (by === undefined) return;
      event.preventDefault();
      root.scrollBy(by);
    };
    page.addEventListener('wheel', wheel, { passive: false });
    page.addEventListener('keydown', press);
    return () => {
      page.removeEventListener('wheel', wheel);
      page.removeEventListener('keydown', press);
    };
  }, [page, isVertical]);
}
