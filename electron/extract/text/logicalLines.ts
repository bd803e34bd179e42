// Raw plain text in; logical lines out, hard-wrapped ones joined to the paragraph they were.

/** A paragraph, list item or other line of its own, as the author meant it. */
export interface LogicalLine {
  readonly text: string;
  /** Whether a blank line stood before it. */
  readonly afterGap: boolean;
  /** Depth of `>` quote marks. */
  readonly quote: number;
  /** White space columns before the text. */
  readonly indent: number;
}

interface RawLine {
  readonly text: string;
  readonly quote: number;
  readonly indent: number;
  readonly length: number;
}

/** Starts of list items, which are never joined to the line before. */
export const BULLET = /^(?:[-–—*•·‣▪●○]|\(?\d{1,3}[.)]|[a-z]\))\s+(?=\S)/u;
const RULE = /^\s*([-=_*~])(?:\s*\1){2,}\s*$/;
const CJK_EDGE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}，。、！？」』）]$/u;
const WIDEST_WRAP = 110;
const NARROWEST_WRAP = 38;

/**
 * Joins lines that were broken only to fit a width (mail, terminals, typed manuscripts); where the lines are not
 * broken at a common width, each stays a paragraph.
 */
export function toLogicalLines(text: string): readonly LogicalLine[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\f\v]/g, '\n')
    .split('\n')
    .map(readRaw);
  const width = wrapWidth(lines);
  const logical: LogicalLine[] = [];
  let parts: string[] = [];
  let first: RawLine | undefined;
  let last: RawLine | undefined;
  let afterGap = true;
  const finish = (): void => {
    if (first !== undefined) logical.push({ text: join(parts), afterGap, quote: first.quote, indent: first.indent });
    [parts, first, last] = [[], undefined, undefined];
  };
  for (const line of lines) {
    if (line.text === '') {
      finish();
      afterGap = true;
      continue;
    }
    if (last !== undefined && first !== undefined && !continues(first, last, line, width)) {
      finish();
      afterGap = false;
    }
    first ??= line;
    last = line;
    parts.push(line.text);
  }
  finish();
  return logical;
}

function readRaw(line: string): RawLine {
  const quote = /^(?:\s?>)+/.exec(line)?.[0] ?? '';
  const rest = line.slice(quote.length).replace(/\t/g, '    ').trimEnd();
  const text = rest.trimStart();
  const depth = quote.replace(/[^>]/g, '').length;
  return { text, quote: depth, indent: rest.length - text.length, length: rest.length };
}

/** The column the document is broken at, or `null` when its lines are whole paragraphs. */
function wrapWidth(lines: readonly RawLine[]): number | null {
  const inner: number[] = [];
  for (let index = 0; index + 1 < lines.length; index++) {
    const [line, next] = [lines[index], lines[index + 1]];
    if (line === undefined || next === undefined || line.text === '' || next.text === '') continue;
    if (line.quote === next.quote && !BULLET.test(next.text)) inner.push(line.length);
  }
  if (inner.length < 2) return null;
  inner.sort((one, other) => one - other);
  const widest = inner[Math.floor((inner.length - 1) * 0.95)] ?? 0;
  if (widest > WIDEST_WRAP || widest < NARROWEST_WRAP) return null;
  const full = inner.filter((length) => length >= widest * 0.72).length;
  return full >= inner.length * 0.6 ? widest : null;
}

function continues(first: RawLine, last: RawLine, line: RawLine, width: number | null): boolean {
  if (width === null || line.quote !== last.quote || RULE.test(line.text) || RULE.test(last.text)) return false;
  if (BULLET.test(line.text)) return false;
  // A line that had room for the next line's first word was ended on purpose.
  const nextWord = line.text.search(/\s/);
  const room = width - last.length;
  const wordLength = nextWord === -1 ? line.text.length : nextWord;
  if (room > wordLength + 12 && /[.!?:"'”’)]$/.test(last.text)) return false;
  if (room > width * 0.5) return false;
  // An indented line opens a paragraph, except under a list item, where it goes on.
  return line.indent < last.indent + 2 || BULLET.test(first.text) || first.indent > line.indent;
}

function join(parts: readonly string[]): string {
  let text = parts[0] ?? '';
  for (const part of parts.slice(1)) {
    const isTight = /\p{L}-$/u.test(text) || CJK_EDGE.test(text);
    text += isTight ? part : ` ${part}`;
  }
  return text.replace(/[ \u00a0]{2,}/g, ' ');
}
