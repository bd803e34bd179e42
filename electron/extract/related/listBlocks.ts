// Which elements to leave out of an article so that a list of related posts, with its heading, is gone from it.
import type { Element } from 'domhandler';
import type { GroupHeading } from './findHeading.ts';
import type { Candidate, Group } from './linkGroups.ts';
import type { PageOutline } from './pageOutline.ts';

const MOST_OTHER_TEXT = 240;
const HIGHEST = 6;

/** The one element that holds the list and little else; where there is none, the entries' own boxes and the heading. */
export function blocksOf(outline: PageOutline, group: Group, heading: GroupHeading | null): readonly Element[] {
  const first = group.candidates[0];
  const last = group.candidates.at(-1);
  if (first === undefined || last === undefined) return [];
  const headingBox = heading === null ? undefined : outline.lines[heading.line]?.box;
  const own = textOf(outline, group, headingBox);
  const alone = group.candidates.length === 1 ? lineBoxOf(outline, first) : null;
  if (alone !== null) return [alone];
  let whole: Element | null = null;
  for (let index = first.box, steps = 0; index >= 0 && steps < 4 * HIGHEST; steps++) {
    const box = outline.boxes[index];
    if (box === undefined || /^(?:body|main|html)$/.test(box.element.name)) break;
    const holdsAll = (outline.boxes[last.box]?.end ?? 0) <= box.end;
    const other = spanText(outline, box.line, box.lineEnd, own + MOST_OTHER_TEXT) - own;
    if (holdsAll && other > MOST_OTHER_TEXT) break;
    if (holdsAll) whole = box.element;
    if (holdsAll && (headingBox === undefined || (headingBox >= index && headingBox < box.end))) break;
    index = box.parent;
  }
  const boxes = whole === null ? group.candidates.map((candidate) => candidate.box) : [];
  const marked = headingBox === undefined || heading?.sense === 'open' ? [] : [headingBox];
  const parts = [...boxes, ...marked].flatMap((box) => outline.boxes[box]?.element ?? []);
  return whole === null ? parts : [whole, ...parts];
}

/** A single link's own paragraph or item, where its box holds more text than a card does. */
function lineBoxOf(outline: PageOutline, only: Candidate): Element | null {
  const box = outline.boxes[only.box];
  const line = outline.lines[outline.links[only.title ?? only.last]?.line ?? -1];
  const holder = line === undefined ? undefined : outline.boxes[line.box];
  if (box === undefined || line === undefined || holder === undefined) return null;
  const other = spanText(outline, box.line, box.lineEnd, 2000) - line.text.length;
  return other > MOST_OTHER_TEXT && holder.element !== box.element ? holder.element : null;
}

function textOf(outline: PageOutline, group: Group, headingBox: number | undefined): number {
  let length = 0;
  for (const candidate of group.candidates) {
    const box = outline.boxes[candidate.box];
    if (box !== undefined) length += spanText(outline, box.line, Math.max(box.lineEnd, box.line + 1), 5000);
  }
  const heading = headingBox === undefined ? undefined : outline.boxes[headingBox];
  return length + (heading === undefined ? 0 : spanText(outline, heading.line, heading.lineEnd, 200));
}

function spanText(outline: PageOutline, from: number, to: number, limit: number): number {
  let length = 0;
  for (let line = from; line < to && length <= limit; line++) length += outline.lines[line]?.text.length ?? 0;
  return length;
}
