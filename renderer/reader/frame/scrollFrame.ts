// Keys that scroll, pressed while the focus is beside the article, scroll the article.

const STEP_PX = 56;

/** Scrolls the frame as the key would if the frame had the focus; leaves fields, buttons and lists their own keys. */
export function scrollFrame(frame: HTMLIFrameElement | null, event: KeyboardEvent): void {
  const root = frame?.contentDocument?.documentElement;
  if (root === undefined || event.defaultPrevented) return;
  const { target } = event;
  if (target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"], .virtual-list'))
    return;
  if (event.key === ' ' && target instanceof HTMLElement && target.closest('button') !== null) return;
  const by = scrollStep(root, event);
  if (by === undefined) return;
  event.preventDefault();
  root.scrollBy(by);
}

/** How far a key goes on in a document, along the way its lines follow each other; `undefined` for any other key. */
export function scrollStep(root: HTMLElement, event: KeyboardEvent): ScrollToOptions | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const { vertical } = root.dataset;
  const isSideways = vertical !== undefined;
  // A little is kept in view, so that the eye finds its line.
  const view = (isSideways ? root.clientWidth : root.clientHeight) - STEP_PX;
  const whole = isSideways ? root.scrollWidth : root.scrollHeight;
  const by = {
    ArrowDown: STEP_PX,
    ArrowUp: -STEP_PX,
    PageDown: view,
    PageUp: -view,
    ' ': event.shiftKey ? -view : view,
    Home: -whole,
    End: whole,
  }[event.key];
  if (by === undefined) return undefined;
  return isSideways ? { left: vertical === 'rl' ? -by : by } : { top: by };
}
