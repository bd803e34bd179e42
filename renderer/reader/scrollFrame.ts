// Keys that scroll, pressed while the focus is beside the article, scroll the article.

const STEP_PX = 56;

/** Scrolls the frame as the key would if the frame had the focus; leaves fields, buttons and lists their own keys. */
export function scrollFrame(frame: HTMLIFrameElement | null, event: KeyboardEvent): void {
  const root = frame?.contentDocument?.documentElement;
  if (root === undefined || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const { target } = event;
  if (target instanceof HTMLElement && target.closest('input, textarea, select, [role="dialog"], .virtual-list'))
    return;
  if (event.key === ' ' && target instanceof HTMLElement && target.closest('button') !== null) return;
  // A little is kept in view, so that the eye finds its line.
  const view = root.clientHeight - STEP_PX;
  const by = {
    ArrowDown: STEP_PX,
    ArrowUp: -STEP_PX,
    PageDown: view,
    PageUp: -view,
    ' ': event.shiftKey ? -view : view,
    Home: -root.scrollHeight,
    End: root.scrollHeight,
  }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  root.scrollBy({ top: by });
}
