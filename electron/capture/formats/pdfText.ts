// Glyphs of the pages of a PDF come in; headings and paragraphs in reading order go out. A PDF knows only where each letter stands: lines
// are joined by their distance, indent and length, headings told by their size, and what repeats at the edge of every page is left out.
import type { Box, Glyph } from './pdfium.ts';

/** A line of text on a page. */
export interface TextLine {
  readonly text: string;
  readonly box: Box;
  /** Height of its letters in points. */
  readonly size: number;
  readonly page: number;
}

/** A heading, a paragraph or an item of a list; `box` and `page` are those of its first line. */
export interface TextBlock {
  readonly kind: 'h2' | 'h3' | 'p' | 'li';
  /** Line breaks stand where the author broke the line, as in verses and programs. */
  readonly text: string;
  readonly size: number;
  readonly box: Box;
  readonly page: number;
}

const LIGATURES: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };
const SLANTED = 0.05;

/** The lines of a page in the order of the file. Letters that stand at an angle, as stamps on the margin do, are left out. */
export function toLines(glyphs: readonly Glyph[], page: number): readonly TextLine[] {
  const lines: TextLine[] = [];
  let line: Glyph[] = [];
  const close = (): void => {
    const boxes = line.flatMap(({ box }) => box ?? []);
    const text = line
      .map(({ text: letter }) => LIGATURES[letter] ?? letter)
      .join('')
      .replace(/[^\P{Cc}\t]/gu, '')
      .replace(/\s+/g, ' ')
      .trim();
    line = [];
    const [first] = boxes;
    if (first === undefined || text === '') return;
    const sizes = boxes.map(({ top, bottom }) => top - bottom).sort((a, b) => a - b);
    lines.push({ text, page, size: sizes[sizes.length >> 1] ?? 0, box: boxes.reduce(union, first) });
  };
  for (const glyph of glyphs) {
    if (glyph.text === '\n') close();
    else if (glyph.box === null || Math.abs(Math.sin(glyph.angle)) < SLANTED) line.push(glyph);
  }
  close();
  return lines;
}

/** Headings and paragraphs of the whole document. `heights` are those of its pages. */
export function toBlocks(lines: readonly TextLine[], heights: readonly number[]): readonly TextBlock[] {
  const kept = withoutEdges(lines, heights);
  const body = bodySize(kept);
  const advance = usualAdvance(kept, body);
  const rightOf = columnRights(kept);
  const groups: TextLine[][] = [];
  for (const line of kept) {
    const group = groups.at(-1);
    if (group === undefined || beginsBlock(group, line, { advance, rightOf })) groups.push([line]);
    else group.push(line);
  }
  return groups.flatMap((group): TextBlock[] => {
    const [first] = group;
    if (first === undefined) return [];
    const text = joined(group, rightOf);
    const { size, box, page } = first;
    const bare = text.replace(LIST_MARK, '');
    if (bare !== text) return [{ kind: 'li', text: bare, size, box, page }];
    const isHeading = size >= body * 1.15 && text.length <= 200;
    return [{ kind: isHeading ? (size >= body * 1.5 ? 'h2' : 'h3') : 'p', text, size, box, page }];
  });
}

/** The smallest box around two. */
export function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
    top: Math.max(a.top, b.top),
  };
}

const LEAST_PAGES = 3;

/** Running titles and page numbers: the same words but for their digits at the same edge of three pages. */
function withoutEdges(lines: readonly TextLine[], heights: readonly number[]): readonly TextLine[] {
  const edgeOf = ({ box, page }: TextLine): 'top' | 'bottom' | undefined => {
    const height = heights[page] ?? 0;
    if (box.bottom > height * 0.91) return 'top';
    return box.top < height * 0.09 ? 'bottom' : undefined;
  };
  const keyOf = (line: TextLine): string | undefined => {
    const edge = edgeOf(line);
    return edge === undefined ? undefined : `${edge} ${line.text.replace(/\d+|\b[ivxlc]+\b/g, '#')}`;
  };
  const pages = new Map<string, Set<number>>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key !== undefined) pages.set(key, (pages.get(key) ?? new Set()).add(line.page));
  }
  return lines.filter((line) => (pages.get(keyOf(line) ?? '')?.size ?? 0) < LEAST_PAGES);
}

/** The size that most letters have. */
function bodySize(lines: readonly TextLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12;
}

/** The distance from line to line within paragraphs: the one met most often. */
function usualAdvance(lines: readonly TextLine[], body: number): number {
  const counts = new Map<number, number>();
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const distance = before === undefined || before.page !== line.page ? 0 : before.box.bottom - line.box.bottom;
    if (distance < body * 0.6 || distance > body * 2.5) continue;
    const rounded = Math.round(distance * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? body * 1.2;
}

/** For a line, how far to the right the lines go that begin near where it does. */
type RightOf = (line: TextLine) => number;

function columnRights(lines: readonly TextLine[]): RightOf {
  const pages = new Map<number, TextLine[]>();
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  const known = new Map<string, number>();
  return ({ page, box, size }) => {
    const key = `${page} ${Math.round(box.left / 4)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const column = (pages.get(page) ?? []).filter((line) => Math.abs(line.box.left - box.left) <= size * 4);
    const right = Math.max(...column.map((line) => line.box.right));
    known.set(key, right);
    return right;
  };
}

const SENTENCE_END = /[.!?:;…。！？]["'’”»)\]]*\d{0,3}$/;
const LIST_MARK = /^[•◦▪‣●○∙]\s+/;
const BULLET = /^(?:[•◦▪‣●○∙–—*-]|\(?[a-z\d]{1,3}[.)])\s/;

/** The first word of the next line would still have fitted, so the line was ended on purpose. */
function isBroken(before: TextLine, line: TextLine, rightOf: RightOf): boolean {
  const word = /^\S+/.exec(line.text)?.[0] ?? '';
  const letter = (line.box.right - line.box.left) / Math.max(1, line.text.length);
  return before.box.right + (word.length + 2) * letter < rightOf(before);
}

function beginsBlock(
  group: readonly TextLine[],
  line: TextLine,
  { advance, rightOf }: { readonly advance: number; readonly rightOf: RightOf },
): boolean {
  const before = group.at(-1);
  if (before === undefined) return true;
  if (Math.abs(line.size - before.size) > before.size * 0.12) return true;
  const distance = before.box.bottom - line.box.bottom;
  // Pieces of one line, as in a table or around a formula.
  if (line.page === before.page && Math.abs(distance) < before.size * 0.4) return false;
  const isFinished = SENTENCE_END.test(before.text);
  // Another page, or the head of another column.
  if (line.page !== before.page || distance < 0) return isFinished || /^\p{Lu}|^\d/u.test(line.text);
  if (distance > advance * 1.45) return true;
  if (BULLET.test(line.text)) return true;
  const isIndented = line.box.left - before.box.left > line.size * 0.7;
  if (isIndented && isFinished) return true;
  return isFinished && isBroken(before, line, rightOf);
}

/** Words broken at the end of a line are made whole, unless the hyphen seems to be their own. */
function joined(group: readonly TextLine[], rightOf: RightOf): string {
  let text = '';
  for (const [index, line] of group.entries()) {
    const before = group[index - 1];
    if (before === undefined) text = line.text;
    else if (text.endsWith('\u00AD')) text = text.slice(0, -1) + line.text;
    else if (/\p{Ll}[-\u2010]$/u.test(text) && /^\p{Ll}/u.test(line.text)) text = text.slice(0, -1) + line.text;
    else text = `${text}${isOfOneLine(before, line) || !isBroken(before, line, rightOf) ? ' ' : '\n'}${line.text}`;
  }
  return text.replaceAll('\u00AD', '').trim();
}

function isOfOneLine(before: TextLine, line: TextLine): boolean {
  return before.page === line.page && Math.abs(before.box.bottom - line.box.bottom) < before.size * 0.4;
}
