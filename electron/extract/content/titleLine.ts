// An outline and the letters of the title in; the line that shows the title out, with how sure that is, from 0 to 3.
import { startOf } from './lineFacts.ts';
import type { Outline } from './outline.ts';

/** Finds the line that shows the title: a heading that is it, any line that is it, or else the first heading of the first level. */
export function findTitleLine(
  { lines, blocks }: Outline,
  title: string,
): { readonly line: number; readonly trust: number } {
  let found = { line: -1, trust: 0 };
  for (const [i, line] of lines.entries()) {
    if (line.text.length > 400) continue;
    const { name } = blocks[line.block]?.element ?? { name: '' };
    const isHeading = /^h[1-3]$/.test(name);
    if (found.trust < 3 && title !== '' && (isHeading || found.trust < 2)) {
      const start = startOf(line.text);
      const isTitle =
        start === title.slice(0, 60) ||
        (start.length >= 8 && start.length * 2 >= title.length && title.startsWith(start));
      if (isTitle) found = { line: i, trust: isHeading ? 3 : 2 };
    }
    if (name === 'h1' && found.trust === 0) found = { line: i, trust: 1 };
  }
  return found;
}
