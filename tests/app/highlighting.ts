// What a test sees of highlights in the open article, and how it selects a passage there.
import type { Page } from 'playwright/test';
import { HIGHLIGHT_COLORS } from '#contract/highlight.ts';

/** What is drawn in each colour; `undefined` before anything was. */
export function painted(page: Page): Promise<Readonly<Record<string, readonly string[]>> | undefined> {
  return page
    .frameLocator('iframe')
    .locator('body')
    .evaluate(
      (body, colors) => {
        const drawn = body.ownerDocument.defaultView?.CSS.highlights;
        if (drawn?.has('mark-yellow') !== true) return undefined;
        const entries = colors.map((color) => [
          color,
          [...(drawn.get(`mark-${color}`) ?? [])].map((range) =>
            range instanceof Range ? range.toString().replaceAll('\u00AD', '') : '',
          ),
        ]);
        return Object.fromEntries(entries.filter(([, texts]) => texts?.length));
      },
      [...HIGHLIGHT_COLORS],
    );
}

/** Selects a passage with the pointer: a click at its first letter, and one with Shift at its last. (What drives the browser puts a script into every frame it drags in, and none may run in this one.) */
export async function select(page: Page, passage: string): Promise<void> {
  const box = await page
    .frameLocator('iframe')
    .locator('p', { hasText: passage })
    .first()
    .evaluate((block, wanted) => {
      const { ownerDocument: doc } = block;
      block.scrollIntoView({ block: 'center', behavior: 'instant' });
      const node = block.firstChild;
      if (node === null) throw new Error('no text');
      const { 0: found = '', index: at } = new RegExp(Array.from(wanted).join('\u00AD?')).exec(block.textContent) ?? {
        index: -1,
      };
      const range = doc.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + found.length);
      const lines = [...range.getClientRects()];
      const [first, last] = [lines[0], lines.at(-1)];
      return { x: first?.left ?? 0, y: first?.top ?? 0, right: last?.right ?? 0, bottom: last?.bottom ?? 0 };
    }, passage);
  const frame = await page.locator('iframe').boundingBox();
  await page.mouse.click((frame?.x ?? 0) + box.x + 1, (frame?.y ?? 0) + box.y + 10);
  await page.keyboard.down('Shift');
  await page.mouse.click((frame?.x ?? 0) + box.right - 1, (frame?.y ?? 0) + box.bottom - 10);
  await page.keyboard.up('Shift');
}
