// A property list of Apple's comes in, in its binary or its XML form; the values along a path go out, read no further than they are asked
// for: a list of thousands of entries is never built as a whole, and one that refers to itself ends nowhere.
import type { Fields } from './jsonFields.ts';
import { markupTokens } from './markupTokens.ts';

/** Values of a list: texts, dates as ISO instants, arrays and objects; anything else is `null`. */
export type PlistValue = string | null | readonly PlistValue[] | Fields;

/** A binary list. Places of objects are numbers of its table; all functions answer nothing for what is damaged. */
export interface BinaryPlist {
  readonly root: number;
  /** The objects in an array. */
  readonly items: (object: number) => readonly number[];
  /** The object under a name of a dictionary. */
  readonly member: (object: number, name: string) => number | null;
  readonly text: (object: number | null) => string | null;
  /** Milliseconds since 1970. */
  readonly date: (object: number | null) => number | null;
}

const MOST_MEMBERS = 500;
const EPOCH_2001 = 978_307_200_000;

/** Opens a list in Apple's binary form (`bplist00`). */
export function openBinaryPlist(bytes: Uint8Array): BinaryPlist {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const number = (at: number, size: number): number => {
    let value = 0;
    for (let index = 0; index < size; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
    return value;
  };
  const trailer = Math.max(0, bytes.length - 32);
  const [offsetSize, referenceSize] = [bytes[trailer + 6] ?? 0, bytes[trailer + 7] ?? 0];
  const table = number(trailer + 24, 8);
  const placeOf = (object: number): number => number(table + object * offsetSize, offsetSize);

  /** Where the contents of an object begin and how many they are; `null` when it is of another kind. */
  const contents = (object: number | null, kind: number): { readonly at: number; readonly count: number } | null => {
    if (object === null || offsetSize === 0 || referenceSize === 0) return null;
    const at = placeOf(object);
    const mark = bytes[at] ?? 0;
    if (at < 8 || at >= trailer || mark >> 4 !== kind) return null;
    if ((mark & 15) !== 15) return { at: at + 1, count: mark & 15 };
    const size = 2 ** ((bytes[at + 1] ?? 0) & 15);
    return { at: at + 2 + size, count: number(at + 2, Math.min(size, 8)) };
  };
  const text = (object: number | null): string | null => {
    const ascii = contents(object, 5);
    const wide = ascii ?? contents(object, 6);
    if (wide === null) return null;
    const length = ascii === null ? wide.count * 2 : wide.count;
    if (wide.at + length > trailer) return null;
    const piece = bytes.subarray(wide.at, wide.at + length);
    return new TextDecoder(ascii === null ? 'utf-16be' : 'utf-8').decode(piece);
  };
  // Without making a text of each key, of which a damaged list may have very long ones, read again for every entry.
  const isNamed = (object: number, name: string): boolean => {
    const key = contents(object, 5);
    if (key === null || key.count !== name.length) return false;
    for (let index = 0; index < name.length; index += 1) {
      if (bytes[key.at + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  };
  return {
    root: number(trailer + 16, 8),
    items: (object) => {
      const array = contents(object, 10);
      if (array === null || array.at + array.count * referenceSize > trailer) return [];
      return Array.from({ length: array.count }, (_, index) => number(array.at + index * referenceSize, referenceSize));
    },
    member: (object, name) => {
      const dictionary = contents(object, 13);
      if (dictionary === null || dictionary.at + dictionary.count * 2 * referenceSize > trailer) return null;
      for (let index = 0; index < Math.min(dictionary.count, MOST_MEMBERS); index += 1) {
        if (!isNamed(number(dictionary.at + index * referenceSize, referenceSize), name)) continue;
        return number(dictionary.at + (dictionary.count + index) * referenceSize, referenceSize);
      }
      return null;
    },
    text,
    date: (object) => {
      const date = contents(object, 3);
      return date === null ? null : EPOCH_2001 + view.getFloat64(date.at) * 1000;
    },
  };
}

/** Reads a list in Apple's XML form. What is nested too deep is left out. */
export function readXmlPlist(text: string): PlistValue {
  const root: PlistValue[] = [];
  const open: { readonly values: PlistValue[]; readonly keys: string[]; readonly isArray: boolean }[] = [];
  let words = '';
  const add = (value: PlistValue): void => void (open.at(-1)?.values ?? root).push(value);
  for (const token of markupTokens(text, 'xml')) {
    if (token.kind === 'text') {
      words += token.text;
    } else if (token.kind === 'open') {
      words = '';
      if (token.name === 'dict' || token.name === 'array')
        open.push({ values: [], keys: [], isArray: token.name === 'array' });
      if (open.length > 100) return null;
    } else if (token.name === 'key') {
      open.at(-1)?.keys.push(words);
    } else if (token.name === 'dict' || token.name === 'array') {
      const closed = open.pop();
      if (closed !== undefined) add(closed.isArray ? closed.values : namedValues(closed.keys, closed.values));
    } else if (token.name === 'string' || token.name === 'date') {
      add(words);
    } else if (token.name !== 'plist') {
      add(null);
    }
  }
  while (open.length > 0) {
    const cut = open.pop();
    if (cut !== undefined) add(cut.isArray ? cut.values : namedValues(cut.keys, cut.values));
  }
  return root[0] ?? null;
}

function namedValues(keys: readonly string[], values: readonly PlistValue[]): Fields {
  return Object.fromEntries(keys.slice(0, values.length).map((key, index) => [key, values[index]]));
}
