// What a document in a frame of the window looks like, asked from the window. Asked in the frame itself, Playwright would put listeners there that
// no script may run, and each press would be told as a problem.
import type { Page } from 'playwright/test';

/** The frame of the article, and that of the sample beside the settings. */
export const ARTICLE = 'iframe.article-frame';
/** See above. */
export const SAMPLE = 'iframe.look-preview';

/** A computed property of the first element that fits; empty while there is none. */
export function styleIn(page: Page, frame: string, selector: string, property: string): Promise<string> {
  return page.evaluate(
    ([of, at, name]) => {
      const inner = document.querySelector<HTMLIFrameElement>(of)?.contentDocument;
      const element = inner?.querySelector(at);
      return element == null ? '' : (inner?.defaultView?.getComputedStyle(element).getPropertyValue(name) ?? '');
    },
    [frame, selector, property] as const,
  );
}

/** Whether a typeface was asked for and has come; one that is only named is never loaded. */
export function isFaceLoaded(page: Page, frame: string, face: string): Promise<boolean> {
  return page.evaluate(
    ([of, family]) => {
      const fonts = document.querySelector<HTMLIFrameElement>(of)?.contentDocument?.fonts;
      return (
        fonts?.check(`19px "${family}"`) === true &&
        [...fonts].some((each) => each.family.replaceAll(/['"]/g, '') === family && each.status === 'loaded')
      );
    },
    [frame, face] as const,
  );
}

/** The text of what has the focus in the article. */
export function focusedIn(page: Page): Promise<string> {
  return page.evaluate(
    (of) => document.querySelector<HTMLIFrameElement>(of)?.contentDocument?.activeElement?.textContent.trim() ?? '',
    ARTICLE,
  );
}

/** The sides of the first element of the article that fits, and the view's size. */
export function boxIn(
  page: Page,
  selector: string,
  index = 0,
): Promise<{
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
}> {
  return page.evaluate(
    ([of, at, which]) => {
      const inner = document.querySelector<HTMLIFrameElement>(of)?.contentDocument;
      const root = inner?.documentElement;
      const { top, bottom, right } = inner?.querySelectorAll(at)[which]?.getBoundingClientRect() ?? new DOMRect(0, -1);
      return { top, bottom, right, width: root?.clientWidth ?? 0, height: root?.clientHeight ?? 0 };
    },
    [ARTICLE, selector, index] as const,
  );
}

/** How far something in the article is scrolled sideways, and how wide it is in and out of view. */
export function sidewaysIn(
  page: Page,
  selector: string,
): Promise<{ readonly left: number; readonly seen: number; readonly whole: number }> {
  return page.evaluate(
    ([of, at]) => {
      const element = document.querySelector<HTMLIFrameElement>(of)?.contentDocument?.querySelector(at);
      return { left: element?.scrollLeft ?? 0, seen: element?.clientWidth ?? 0, whole: element?.scrollWidth ?? 0 };
    },
    [ARTICLE, selector] as const,
  );
}

/** What is said by the note that is shown; `null` while none is. */
export function noteIn(page: Page): Promise<string | null> {
  return page.evaluate(
    (of) =>
      document.querySelector<HTMLIFrameElement>(of)?.contentDocument?.querySelector('[role="dialog"]')?.textContent ??
      null,
    ARTICLE,
  );
}

/** Presses the middle of the first element of the article that fits. */
export async function pressIn(page: Page, selector: string): Promise<void> {
  const at = await page.evaluate(
    ([of, inner]) => {
      const frame = document.querySelector<HTMLIFrameElement>(of);
      const outside = frame?.getBoundingClientRect() ?? new DOMRect();
      const inside = frame?.contentDocument?.querySelector(inner)?.getBoundingClientRect() ?? new DOMRect();
      return { x: outside.x + inside.x + inside.width / 2, y: outside.y + inside.y + inside.height / 2 };
    },
    [ARTICLE, selector] as const,
  );
  await page.mouse.click(at.x, at.y);
}
