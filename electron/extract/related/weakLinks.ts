// Links with too few words to be titles by themselves: beside entries of the same make, or under a heading that says what they are.
import { asHeading, type GroupHeading } from './findHeading.ts';
import { senseOf } from './headingWords.ts';
import type { Candidate, Group } from './linkGroups.ts';
import { worthOf } from './linkWorth.ts';
import type { PageOutline } from './pageOutline.ts';

const MOST_CHILDREN = 400;
const MOST_LINES = 40;
const LONGEST_ITEM = 160;
const HIGHEST_LIST = 4;

/** Adds to each group its siblings of the same element and class whose links are short, each parent looked at once. */
export function addShortSiblings(outline: PageOutline, groups: readonly Group[]): void {
  const seen = new Set<number>();
  for (const group of groups) {
    const first = group.candidates[0];
    const box = first === undefined ? undefined : outline.boxes[first.box];
    const parent = box === undefined ? undefined : outline.boxes[box.parent];
    if (box === undefined || parent === undefined || group.candidates.length < 3 || seen.has(box.parent)) continue;
    seen.add(box.parent);
    const taken = new Set(group.candidates.map((candidate) => candidate.box));
    const last = group.candidates.at(-1)?.box ?? 0;
    const start = first?.box ?? 0;
    for (let index = box.parent + 1, count = 0; index < parent.end && count < MOST_CHILDREN; count++) {
      const child = outline.boxes[index];
      if (child === undefined) break;
      const isSibling =
        child.element.name === box.element.name && child.element.attribs['class'] === box.element.attribs['class'];
      const isNear = index > start - 60 && index < last + 60;
      const weak = isSibling && isNear && !taken.has(index) ? onlyWeakLink(outline, child.link, child.linkEnd) : null;
      if (weak !== null) group.candidates.push({ ...weak, box: index });
      index = child.end;
    }
    group.candidates.sort((one, other) => one.first - other.first);
  }
}

function onlyWeakLink(outline: PageOutline, from: number, to: number): Candidate | null {
  const found: Candidate[] = [];
  for (let index = from; index < to && index < from + 8; index++) {
    const link = outline.links[index];
    if (link === undefined || worthOf(link) !== 'weak') continue;
    const title = link.text === '' ? null : index;
    const [only] = found;
    if (only === undefined) found.push({ href: link.href, first: index, last: index, title, box: link.box });
    else if (only.href !== link.href) return null;
    else [only.last, only.title] = [index, only.title ?? title];
  }
  return found[0] ?? null;
}

function isInMenu(outline: PageOutline, start: number): boolean {
  for (let index = start, steps = 0; index >= 0 && steps < 60; steps++) {
    const box = outline.boxes[index];
    if (box === undefined || /^(?:nav|footer|header)$/.test(box.element.name)) return true;
    index = box.parent;
  }
  return false;
}

/**
 * Lists that only their heading makes lists: links too short to be titles, and items that lead into their link with other
 * words, under a heading of related posts.
 */
export function findShortLists(
  outline: PageOutline,
  isTaken: (line: number) => boolean,
): readonly { readonly group: Group; readonly heading: GroupHeading }[] {
  const lists: { readonly group: Group; readonly heading: GroupHeading }[] = [];
  for (const [index, line] of outline.lines.entries()) {
    if (line.text.length > 60 || line.linked > 0 || senseOf(line.text) !== 'related') continue;
    const heading = asHeading(outline, index);
    if (heading === null || isInMenu(outline, outline.boxes[line.box]?.parent ?? -1)) continue;
    const candidates = readBelow(outline, index, isTaken);
    const first = candidates[0];
    const isCard = first !== undefined && heading.isMarked && outline.links[first.first]?.isHeading === true;
    if (first === undefined || (candidates.length < 3 && !isCard) || isInMenu(outline, first.box)) continue;
    lists.push({ group: { candidates, top: outline.boxes[first.box]?.parent ?? first.box }, heading });
  }
  return lists;
}

/** Entries of one list share an element a few levels up. */
function areNear(outline: PageOutline, one: number, other: number): boolean {
  let top = one;
  for (let steps = 0; steps < HIGHEST_LIST; steps++) top = Math.max(0, outline.boxes[top]?.parent ?? 0);
  return other > top && other < (outline.boxes[top]?.end ?? 0);
}

function readBelow(outline: PageOutline, start: number, isTaken: (line: number) => boolean): Candidate[] {
  const candidates: Candidate[] = [];
  for (let index = start + 1; index < outline.lines.length && index < start + MOST_LINES; index++) {
    const line = outline.lines[index];
    if (line === undefined || isTaken(index)) break;
    const box = outline.boxes[line.box];
    const isItem = box?.element.name === 'li' && line.linkEnd > line.link && line.text.length <= LONGEST_ITEM;
    const isLinked = line.linked >= line.text.length * 0.8 && line.linkEnd - line.link === 1;
    // Cards put other words around a linked heading.
    if (!isLinked && !isItem && line.heading === 0 && candidates.length === 0 && index < start + 8) continue;
    if ((!isLinked && !isItem) || (line.heading > 0 && candidates.length > 0)) break;
    const link = outline.links[line.link];
    const worth = link === undefined ? 'minor' : worthOf(link);
    if (link === undefined || worth === 'more' || candidates.some((known) => known.href === link.href)) break;
    if (worth === 'minor') continue;
    const first = candidates[0];
    if (first !== undefined && !areNear(outline, first.box, isLinked ? link.box : line.box)) break;
    // Where the words before the link are the longer part, they belong to the title.
    const title = line.linked >= line.text.length * 0.5 ? line.link : null;
    candidates.push({ href: link.href, first: line.link, last: line.link, title, box: isLinked ? link.box : line.box });
  }
  return candidates;
}
