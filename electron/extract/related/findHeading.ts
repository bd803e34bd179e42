// The words that stand over a group of links, or open it; they say what the list is.
import { fold, type Line, type PageOutline } from './pageOutline.ts';
import { senseOf, type HeadingSense } from './headingWords.ts';
import type { Group } from './linkGroups.ts';
import { isCallToAction, isDate } from './linkWorth.ts';

/** A heading, its line, and how the page marks it. */
export interface GroupHeading {
  readonly text: string;
  readonly line: number;
  readonly sense: HeadingSense;
  /** By an element or class made for headings, not by its words alone. */
  readonly isMarked: boolean;
}

const LONGEST = 90;
const HEADING_CLASS =
  /title|heading|header|headline|\bhead\b|label|caption|kicker|rubric|section-name|ttl|\bhd\b|überschrift/i;
const NOISE =
  /^(?:\W*|advertisement|anzeige|werbung|publicidad|publicité|(?:search|suche|buscar|rechercher|cerca|zoeken|szukaj|поиск)\b.{0,14}|(?:no more|all) (?:posts|articles|stories|results)\b.{0,20}|leave a reply.*|.*antworten? abbrechen|cancel reply|sponsored|powered by|loading.*|\d+[\s\p{L}]{0,12}|»|ad|next|prev(?:ious)?)$/iu;
const FARTHEST = 5;

/** The heading of a group, looked for inside its first entry above the title, then above the group; `null` for none. */
export function findHeading(outline: PageOutline, group: Group): GroupHeading | null {
  const [first] = group.candidates;
  const box = first === undefined ? undefined : outline.boxes[first.box];
  if (first === undefined || box === undefined) return null;
  const titleLine = outline.links[first.title ?? first.last]?.line ?? box.line;
  const cue = readCue(outline.lines[titleLine], outline.links[first.title ?? first.last]?.text ?? '');
  if (cue !== null) return { text: withoutColon(cue), line: titleLine, sense: senseOf(cue), isMarked: false };
  for (let index = box.line; index < titleLine && group.candidates.length === 1; index++) {
    const found = asHeading(outline, index);
    if (found !== null && found.sense !== 'open') return found;
  }
  return lookAbove(outline, Math.min(box.line, titleLine));
}

function lookAbove(outline: PageOutline, start: number): GroupHeading | null {
  let isOverProse = false;
  for (let index = start - 1, seen = 0; index >= 0 && seen < FARTHEST; index--) {
    const line = outline.lines[index];
    if (line === undefined) return null;
    if (NOISE.test(line.text) && line.heading === 0) continue;
    seen++;
    const found = asHeading(outline, index);
    if (found !== null && (!isOverProse || found.sense === 'related')) return found;
    if (found !== null) return null;
    if (line.text.length > 300 || isOverProse) return null;
    // One paragraph may lead from a heading to its list.
    if (line.text.length > 110) isOverProse = true;
    // The links of another list stand between.
    else if (line.linked > line.text.length * 0.6 && line.text.length > 24) return null;
  }
  return null;
}

/** A line as a heading, when it is marked as one, or its words say what stands under it. */
export function asHeading(outline: PageOutline, index: number): GroupHeading | null {
  const line = outline.lines[index];
  if (line === undefined || line.text.length > LONGEST || line.text.length < 2) return null;
  const text = line.text.replace(/^[\s»>→•·|\-–—]+/, '').trim();
  // "More articles" is a heading, unless it is a link to them.
  if (text === '' || (line.linked > 0 && isCallToAction(text)) || isDate(text)) return null;
  const isMarked = line.heading > 0 || isMarkedByClass(outline, line);
  const sense = senseOf(text);
  const isLink = line.linked > line.text.length * 0.8;
  // An entry's own title is linked; a section's name is short.
  if (isLink && (text.length > 32 || !isMarked)) return null;
  if (isMarked || (sense !== 'open' && (text.split(/\s+/).length <= 8 || /[:：]$/.test(text))))
    return { text: withoutColon(text), line: index, sense, isMarked };
  return /[:：]$/.test(text) && text.split(/\s+/).length <= 8
    ? { text: withoutColon(text), line: index, sense, isMarked: false }
    : null;
}

function withoutColon(text: string): string {
  return text.replace(/\s*[:：]$/, '');
}

function isMarkedByClass(outline: PageOutline, line: Line): boolean {
  const element = outline.boxes[line.box]?.element;
  if (element === undefined) return false;
  if (/^(?:dt|legend|summary|caption|th)$/.test(element.name)) return true;
  if (HEADING_CLASS.test(element.attribs['class'] ?? '')) return true;
  const [only, ...others] = element.children.filter((child) => child.type !== 'text' || child.data.trim() !== '');
  return only?.type === 'tag' && others.length === 0 && /^(?:b|strong)$/.test(only.name);
}

/** "Read more: TITLE" on one line: the words before the link. */
function readCue(line: Line | undefined, title: string): string | null {
  if (line === undefined || line.before === 0 || title === '') return null;
  const at = line.text.indexOf(title);
  const before = at > 0 ? fold(line.text.slice(0, at)).replace(/[\s>»→|–—-]+$/, '') : '';
  if (before.length < 3 || before.length > 40) return null;
  const sense = senseOf(before);
  return sense === 'related' || (/[:：]$/.test(before) && sense !== 'open') ? before : null;
}
