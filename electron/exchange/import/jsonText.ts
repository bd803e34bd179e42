// The bytes of a JSON file come in; where its parts lie goes out, so that each can be decoded and parsed by itself: a large file is never
// held twice, and a part that is broken costs no other. Loops only, no recursion; all of it in linear time.
import type { ImportTools } from './importTools.ts';

/** A piece of the file, [start, end). `isWhole` is false when it is cut off, too deep or torn by what is broken in it. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
  readonly isWhole: boolean;
}

/** Nothing that is nested deeper is read. */
const MOST_DEPTH = 100;
// To go on behind a broken element the rest of the file may have to be read; after so many the rest is given up.
const MOST_BROKEN = 50;

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a] as const;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d] as const;

/** JSON in UTF-8 from its first sign on, as the functions here read it. */
export type JsonBytes = Buffer;

/** A file as it is read here; one in UTF-16 is written anew. */
export function jsonBytes(bytes: Uint8Array, tools: ImportTools): JsonBytes {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const hasMark = whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf;
  const start = skipSpace(whole, hasMark ? 3 : 0);
  const isPlain = (whole[start] === OPEN_LIST || whole[start] === OPEN_OBJECT) && whole[start + 1] !== 0;
  if (isPlain) return whole.subarray(start);
  const written = Buffer.from(tools.decode(bytes, false));
  return written.subarray(skipSpace(written, 0));
}

/** Whether a file begins as JSON does, in UTF-8 or UTF-16. */
export function isJson(bytes: Uint8Array): boolean {
  const first = bytes.find((sign) => sign > 0x20 && ![0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(sign));
  return first === OPEN_LIST || first === OPEN_OBJECT;
}

/** Whether a list begins at a place. */
export function isListAt(json: JsonBytes, at: number): boolean {
  return json[at] === OPEN_LIST;
}

/** Whether an object begins at a place. */
export function isObjectAt(json: JsonBytes, at: number): boolean {
  return json[at] === OPEN_OBJECT;
}

/** The elements of the list that begins at `at`, of which those that are objects are found again behind a broken one. */
export function* elements(json: JsonBytes, at: number): Generator<JsonSpan> {
  let next = skipSpace(json, at + 1);
  let broken = 0;
  while (next < json.length && json[next] !== CLOSE_LIST) {
    const span = valueAt(json, next);
    const after = skipSpace(json, span.end);
    const sign = json[after];
    // A comma that is missing, or the end of a file that was cut off, takes nothing from the element before it.
    if (span.isWhole && (sign === COMMA || sign === CLOSE_LIST || sign === OPEN_OBJECT || sign === undefined)) {
      yield span;
      next = sign === COMMA ? skipSpace(json, after + 1) : after;
      continue;
    }
    broken += 1;
    const resumed = broken > MOST_BROKEN ? json.length : nextObject(json, next + 1);
    yield { start: next, end: resumed, isWhole: false };
    next = resumed;
  }
}

/** The members of the object that begins at `at`, up to the first that is broken. */
export function* members(json: JsonBytes, at: number): Generator<JsonSpan & { readonly key: string }> {
  let next = skipSpace(json, at + 1);
  while (json[next] === QUOTE) {
    const end = stringEnd(json, next);
    const key = parsed(json, { start: next, end, isWhole: true });
    const colon = skipSpace(json, end);
    if (typeof key !== 'string' || json[colon] !== COLON) return;
    const span = valueAt(json, skipSpace(json, colon + 1));
    yield { ...span, key };
    const after = skipSpace(json, span.end);
    if (json[after] !== COMMA) return;
    next = skipSpace(json, after + 1);
  }
}

/** The value of a piece; `undefined` when it is broken. */
export function parsed(json: JsonBytes, { start, end, isWhole }: JsonSpan): unknown {
  if (!isWhole) return undefined;
  try {
    const value: unknown = JSON.parse(json.toString('utf8', start, end));
    return value;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}

/** The beginning of a piece, to tell it by. */
export function beginningOf(json: JsonBytes, { start, end }: { readonly start: number; readonly end: number }): string {
  return json.toString('utf8', start, Math.min(end, start + 300));
}

/** The piece that the value at a place takes. */
export function valueAt(json: JsonBytes, start: number): JsonSpan {
  let at = start;
  let depth = 0;
  let deepest = 0;
  while (at < json.length) {
    const sign = json[at] ?? 0;
    if (sign === QUOTE) {
      at = stringEnd(json, at);
    } else if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      at += 1;
    } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) {
      if (depth === 0) break;
      depth -= 1;
      at += 1;
    } else if (depth === 0 && (sign === COMMA || sign <= 0x20)) {
      break;
    } else {
      at += 1;
      continue;
    }
    if (depth === 0) break;
  }
  return { start, end: at, isWhole: depth === 0 && deepest <= MOST_DEPTH && at > start };
}

/** Behind the closing mark of the string that begins at `open`; the end of the file when there is none. */
function stringEnd(json: JsonBytes, open: number): number {
  let from = open + 1;
  for (;;) {
    const mark = json.indexOf(QUOTE, from);
    if (mark < 0) return json.length;
    let slashes = 0;
    while (json[mark - 1 - slashes] === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return mark + 1;
    from = mark + 1;
  }
}

/** Where the next object of a list begins: `{` behind `},`. */
function nextObject(json: JsonBytes, from: number): number {
  for (let at = json.indexOf(CLOSE_OBJECT, from); at >= 0; at = json.indexOf(CLOSE_OBJECT, at + 1)) {
    const comma = skipSpace(json, at + 1);
    const open = skipSpace(json, comma + 1);
    if (json[comma] === COMMA && json[open] === OPEN_OBJECT) return open;
  }
  return json.length;
}

/** The first place from `at` on that is no white space. */
function skipSpace(json: Buffer, at: number): number {
  let next = at;
  while (next < json.length && (json[next] ?? 0) <= 0x20) next += 1;
  return next;
}
