// The outline of a page in; groups of links that look like the entries of one list come out. What they mean is judged later.
import { worthOf, type LinkWorth } from './linkWorth.ts';
import { isInText } from './inText.ts';
import type { Box, PageOutline } from './pageOutline.ts';

/** A link or several to one document, with the largest element that holds nothing else of a list. */
export interface Candidate {
  readonly href: string;
  readonly first: number;
  last: number;
  /** The link whose words are the title; `null` when only pictures and "Read more" lead there. */
  title: number | null;
  /** Index of its box. */
  box: number;
}

/** Candidates of one shape side by side. `top` is the box they have in common. */
export interface Group {
  readonly candidates: Candidate[];
  top: number;
}

/** An entry's text beside its title: excerpt, byline, date. */
const LONGEST_ENTRY = 900;
const LONG_LINE = 120;
const LONGEST_LINE = 420;
const MOST_WEAK_LINKS = 12;
const HIGHEST_CLIMB = 40;
const WIDEST_LIST = 7;

/** Finds the groups, in document order; a group may have a single member. */
export function findGroups(outline: PageOutline): readonly Group[] {
  const worths = outline.links.map((link, index) => (isInText(outline, index) ? 'minor' : worthOf(link)));
  const candidates = findCandidates(outline, worths);
  const owners = ownersOf(outline, candidates);
  for (const candidate of candidates) candidate.box = climb(outline, candidate, owners);
  return group(outline, candidates);
}

function findCandidates(outline: PageOutline, worths: readonly LinkWorth[]): Candidate[] {
  const candidates: Candidate[] = [];
  let pending: { readonly href: string; readonly first: number } | null = null;
  for (const [index, link] of outline.links.entries()) {
    const worth = worths[index];
    if (worth === 'minor' || worth === undefined) continue;
    const last = candidates.at(-1);
    if (last !== undefined && last.href === link.href && index - last.last <= 8) {
      if (last.title === null && worth === 'title') last.title = index;
      else if (worth === 'title' && last.title !== null && isBetterTitle(outline, index, last.title))
        last.title = index;
      last.last = index;
    } else if (worth === 'weak') {
      if (pending === null || pending.href !== link.href) pending = { href: link.href, first: index };
    } else {
      const first =
        pending !== null && pending.href === link.href && index - pending.first <= 8 ? pending.first : index;
      candidates.push({ href: link.href, first, last: index, title: worth === 'title' ? index : null, box: link.box });
      pending = null;
    }
  }
  return candidates;
}

function isBetterTitle(outline: PageOutline, index: number, known: number): boolean {
  const [link, old] = [outline.links[index], outline.links[known]];
  return link !== undefined && old !== undefined && ((link.isHeading && !old.isHeading) || old.text === '');
}

/** For every link, the nearest candidate's index at or after it, and at or before it; -1 for none. */
interface Owners {
  readonly next: Int32Array;
  readonly previous: Int32Array;
}

function ownersOf(outline: PageOutline, candidates: readonly Candidate[]): Owners {
  const size = outline.links.length;
  const [next, previous] = [new Int32Array(size + 1).fill(-1), new Int32Array(size + 1).fill(-1)];
  for (const [index, candidate] of candidates.entries()) {
    for (let link = candidate.first; link <= candidate.last; link++) next[link] = previous[link] = index;
  }
  for (let link = size - 1; link >= 0; link--) if (next[link] === -1) next[link] = next[link + 1] ?? -1;
  for (let link = 1; link < size; link++) if (previous[link] === -1) previous[link] = previous[link - 1] ?? -1;
  return { next, previous };
}

/** The largest box around a candidate that holds no other candidate and not too much text. */
function climb(outline: PageOutline, candidate: Candidate, owners: Owners): number {
  const self = owners.next[candidate.first];
  let best = outline.links[candidate.title ?? candidate.last]?.box ?? 0;
  for (let steps = 0, index = best; index >= 0 && steps < HIGHEST_CLIMB; steps++) {
    const box: Box | undefined = outline.boxes[index];
    if (box === undefined || box.parent < 0) break;
    const isAlone = owners.next[box.link] === self && owners.previous[box.linkEnd - 1] === self;
    const isSmall = box.linkEnd - box.link <= MOST_WEAK_LINKS && isEntrySized(outline, box);
    if (steps > 0 && !(isAlone && isSmall)) break;
    best = index;
    index = box.parent;
  }
  return best;
}

/** An entry has an excerpt at most; a page's title, or one paragraph after the other, is the article. */
function isEntrySized(outline: PageOutline, box: Box): boolean {
  let [length, long] = [0, 0];
  for (let index = box.line; index < box.lineEnd; index++) {
    const line = outline.lines[index];
    if (line === undefined) break;
    length += line.text.length;
    if (line.text.length > LONG_LINE) long++;
    if (length > LONGEST_ENTRY || long > 2 || line.text.length > LONGEST_LINE || line.heading === 1) return false;
  }
  return true;
}

function group(outline: PageOutline, candidates: readonly Candidate[]): Group[] {
  const groups: Group[] = [];
  for (const candidate of candidates) {
    const current = groups.at(-1);
    const last = current?.candidates.at(-1);
    const top = last === undefined ? null : commonTop(outline, last.box, candidate.box);
    if (
      current !== undefined &&
      last !== undefined &&
      top !== null &&
      !isParted(outline, last, candidate) &&
      !isOtherList(outline, current, candidate, top)
    ) {
      current.candidates.push(candidate);
      current.top = outer(outline, current.top, top);
    } else groups.push({ candidates: [candidate], top: candidate.box });
  }
  return groups;
}

/** A list has its entries at one depth; what follows it further out and at another depth belongs to something else. */
function isOtherList(outline: PageOutline, known: Group, candidate: Candidate, top: number): boolean {
  const [first, second] = known.candidates;
  if (first === undefined || second === undefined || outer(outline, known.top, top) === known.top) return false;
  const depthOf = (one: Candidate): number => outline.boxes[one.box]?.depth ?? 0;
  return depthOf(first) === depthOf(second) && depthOf(candidate) !== depthOf(first);
}

function outer(outline: PageOutline, one: number, other: number): number {
  return (outline.boxes[one]?.depth ?? 0) < (outline.boxes[other]?.depth ?? 0) ? one : other;
}

/** The box two candidates share, when they stand in it as things of one kind; else `null`. */
function commonTop(outline: PageOutline, one: number, other: number): number | null {
  let [left, right] = [one, other];
  for (let steps = 0; steps < 2 * WIDEST_LIST; steps++) {
    const [leftBox, rightBox] = [outline.boxes[left], outline.boxes[right]];
    if (leftBox === undefined || rightBox === undefined) return null;
    if (leftBox.parent === rightBox.parent) return isAlike(leftBox, rightBox) ? leftBox.parent : null;
    if (leftBox.depth >= rightBox.depth) left = leftBox.parent;
    if (leftBox.depth <= rightBox.depth) right = rightBox.parent;
    if (left < 0 || right < 0) return null;
  }
  return null;
}

function isAlike(left: Box, right: Box): boolean {
  if (left.element.name !== right.element.name) return false;
  const [one, other] = [left.element.attribs['class'] ?? '', right.element.attribs['class'] ?? ''];
  if (one === other || one.trim() === '' || other.trim() === '') return true;
  const known = new Set(one.split(/\s+/, 20));
  return (
    other.split(/\s+/, 20).some((token) => known.has(token)) ||
    left.element.name === 'li' ||
    left.element.name === 'article'
  );
}

/** A heading or prose between two candidates parts them. */
function isParted(outline: PageOutline, left: Candidate, right: Candidate): boolean {
  const [from, to] = [outline.boxes[left.box]?.lineEnd ?? 0, outline.boxes[right.box]?.line ?? 0];
  if (to - from > 12) return true;
  for (let index = from; index < to; index++) {
    const line = outline.lines[index];
    if (line !== undefined && (line.heading > 0 || line.text.length > 160)) return true;
  }
  return false;
}
