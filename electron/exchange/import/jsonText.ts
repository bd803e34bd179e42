// The text of a JSON file comes in; where its parts lie goes out, so that each can be parsed by itself: a large file is never held twice,
// and a part that is broken costs no other. Loops only, no recursion; all of it in linear time.

/** A piece of the text, [start, end). `isWhole` is false when it is cut off, too deep or torn by what is broken in it. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
  readonly isWhole: boolean;
}

/** Nothing that is nested deeper is read. */
const MOST_DEPTH = 100;
// To go on behind a broken element the rest of the file may have to be read; after so many the rest is given up.
const MOST_BROKEN = 50;

const QUOTE = 0x22;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/** The first place from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && (text.charCodeAt(next) <= 0x20 || text.charCodeAt(next) === 0xfeff)) next += 1;
  return next;
}

/** The elements of the array that begins at `at`, of which those that are objects are found again behind a broken one. */
export function* elements(text: string, at: number): Generator<JsonSpan> {
  let next = skipSpace(text, at + 1);
  let broken = 0;
  while (next < text.length && text.charAt(next) !== ']') {
    const span = valueAt(text, next);
    const after = skipSpace(text, span.end);
    const sign = text.charAt(after);
    // A comma that is missing, or the end of a file that was cut off, takes nothing from the element before it.
    if (span.isWhole && (sign === ',' || sign === ']' || sign === '{' || sign === '')) {
      yield span;
      next = sign === ',' ? skipSpace(text, after + 1) : after;
      continue;
    }
    broken += 1;
    const resumed = broken > MOST_BROKEN ? text.length : nextObject(text, next + 1);
    yield { start: next, end: resumed, isWhole: false };
    next = resumed;
  }
}

/** The members of the object that begins at `at`, up to the first that is broken. */
export function* members(text: string, at: number): Generator<JsonSpan & { readonly key: string }> {
  let next = skipSpace(text, at + 1);
  while (text.charCodeAt(next) === QUOTE) {
    const end = stringEnd(text, next);
    const key = parsed(text, { start: next, end, isWhole: true });
    const colon = skipSpace(text, end);
    if (typeof key !== 'string' || text.charAt(colon) !== ':') return;
    const span = valueAt(text, skipSpace(text, colon + 1));
    yield { ...span, key };
    const after = skipSpace(text, span.end);
    if (text.charAt(after) !== ',') return;
    next = skipSpace(text, after + 1);
  }
}

/** The value of a piece; `undefined` when it is broken. */
export function parsed(text: string, { start, end, isWhole }: JsonSpan): unknown {
  if (!isWhole) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(start, end));
    return value;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

/** The piece that the value at a place takes. */
export function valueAt(text: string, start: number): JsonSpan {
  let at = start;
  let depth = 0;
  let deepest = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
    } else if (OPEN.has(code)) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      at += 1;
    } else if (CLOSE.has(code)) {
      if (depth === 0) break;
      depth -= 1;
      at += 1;
    } else if (depth === 0 && (code === 0x2c || code <= 0x20)) {
      break;
    } else {
      at += 1;
      continue;
    }
    if (depth === 0) break;
  }
  return { start, end: at, isWhole: depth === 0 && deepest <= MOST_DEPTH && at > start };
}

/** Behind the closing mark of the string that begins at `open`; the end of the text when there is none. */
function stringEnd(text: string, open: number): number {
  let from = open + 1;
  for (;;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(mark - 1 - slashes) === 0x5c) slashes += 1;
    if (slashes % 2 === 0) return mark + 1;
    from = mark + 1;
  }
}

/** Where the next object of a list begins: `{` behind `},`. */
function nextObject(text: string, from: number): number {
  for (let at = text.indexOf('}', from); at >= 0; at = text.indexOf('}', at + 1)) {
    const comma = skipSpace(text, at + 1);
    const open = skipSpace(text, comma + 1);
    if (text.charAt(comma) === ',' && text.charAt(open) === '{') return open;
  }
  return text.length;
}
