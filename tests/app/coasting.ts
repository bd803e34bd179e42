// A list that still coasts, as after a turn of the wheel.
import { expect, type Locator, type Page } from 'playwright/test';

/**
 * Presses a control while what `scroller` selects is scrolled to and fro by one point, so that the control stays under the pointer; `still` is what
 * takes no pointer meanwhile. The returned function lets it come to rest.
 */
export async function pressCoasting(
  page: Page,
  control: Locator,
  { scroller, still }: { readonly scroller: string; readonly still: Locator },
): Promise<() => Promise<void>> {
  await control.click({ trial: true });
  const box = await control.boundingBox();
  if (box === null) throw new Error('the row is not there');
  const coasting = await page.evaluateHandle((selector) => {
    const coaster = document.querySelector(selector);
    let by = 1;
    return setInterval(() => coaster?.scrollBy(0, (by = -by)), 30);
  }, scroller);
  await expect(still).toHaveCSS('pointer-events', 'none');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  return () => coasting.evaluate(clearInterval);
}
