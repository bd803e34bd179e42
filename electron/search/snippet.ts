// A text and the places of its hits in; the piece of it around the thickest cluster of hits, with those hits marked, out. Pure.

/** A hit in the text, [start, end) in UTF-16 units; `unit` tells which part of the query it answers. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly unit: number;
}

/** A piece of a text on one line; `marks` are [start, end) pairs in it, ascending and apart. */
export interface Snippet {
  readonly snippet: string;
  readonly marks: readonly (readonly [number, number])[];
}

const LENGTH = 220;
const LEAD = 60;

/**
 * Cuts a snippet of about 220 characters, at white space where there is some. `hits` ascend by start. The window with the most
 * different parts of the query wins, then the one with the most hits, then the first; without hits it is the beginning of the text.
 */
export function cutSnippet(text: string, hits: readonly Hit[]): Snippet {
  const first = bestWindow(hits);
  const from = startNear(text, Math.max(0, (first?.start ?? 0) - LEAD));
  const to = endNear(text, Math.min(text.length, from + LENGTH));
  const marks = joinOverlaps(hits.filter((hit) => hit.start >= from && hit.end <= to));
  return onOneLine(text, from, to, marks);
}

function bestWindow(hits: readonly Hit[]): Hit | undefined {
  let best: Hit | undefined;
  let bestUnits = 0;
  let bestCount = 0;
  const inside = new Map<number, number>();
  let end = 0;
  hits.forEach((hit, index) => {
    for (let next = hits[end]; next !== undefined && next.end <= hit.start + LENGTH - LEAD; next = hits[end]) {
      inside.set(next.unit, (inside.get(next.unit) ?? 0) + 1);
      end += 1;
    }
    const count = end - index;
    if (inside.size > bestUnits || (inside.size === bestUnits && count > bestCount)) {
      [best, bestUnits, bestCount] = [hit, inside.size, count];
    }
    const left = (inside.get(hit.unit) ?? 0) - 1;
    if (left > 0) inside.set(hit.unit, left);
    else inside.delete(hit.unit);
    end = Math.max(end, index + 1);
  });
  return best;
}

/** The next beginning of a word within reach, so that the snippet does not begin in the middle of one. */
function startNear(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, at + LEAD / 2).search(/\s\S/u);
  if (space >= 0) return at + space + 1;
  return isInsidePair(text, at) ? at + 1 : at;
}

function endNear(text: string, at: number): number {
  if (at === text.length) return at;
  const tail = text.slice(at - LEAD / 2, at);
  const space = tail.search(/\s\S*$/u);
  if (space >= 0) return at - tail.length + space;
  return isInsidePair(text, at) ? at - 1 : at;
}

function isInsidePair(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
}

/** Where hits stand, ascending and apart. */
export function joinOverlaps(hits: readonly Hit[]): readonly (readonly [number, number])[] {
  const marks: [number, number][] = [];
  for (const { start, end } of hits) {
    const last = marks.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}

/** Folds white space, puts an ellipsis where something is left out, and moves the marks along. */
function onOneLine(text: string, from: number, to: number, marks: readonly (readonly [number, number])[]): Snippet {
  let snippet = from > 0 ? '… ' : '';
  const moved: (readonly [number, number])[] = [];
  let at = from;
  const add = (end: number): void => {
    const piece = text.slice(at, end).replace(/\s+/gu, ' ');
    snippet += snippet.endsWith(' ') || snippet === '' ? piece.trimStart() : piece;
    at = end;
  };
  for (const [start, end] of marks) {
    add(start);
    const markStart = snippet.length;
    add(end);
    moved.push([markStart, snippet.length]);
  }
  add(to);
  return { snippet: to < text.length ? `${snippet.trimEnd()} …` : snippet.trimEnd(), marks: moved };
}
