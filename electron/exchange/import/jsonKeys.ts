// The beginning of a JSON file comes in, however it ends; the names of its outermost members go out, and those of the objects in its
// outermost lists.

/** Names of members. */
export interface JsonKeys {
  /** Of the object that the file is; none when it is a list. */
  readonly top: ReadonlySet<string>;
  /** Of the objects in the list that the file is, or in lists that are members of the object. */
  readonly inner: ReadonlySet<string>;
}

/** Reads them in linear time; what is cut off ends it. */
export function keysOf(text: string): JsonKeys {
  const top = new Set<string>();
  const inner = new Set<string>();
  // The brackets that are open; deeper ones are only counted.
  let open = '';
  let depth = 0;
  let word: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"') {
      const end = stringEnd(text, at);
      word = end - at < 100 ? text.slice(at + 1, end) : null;
      at = end;
    } else if (sign === ':') {
      if (word !== null && depth === open.length && open === '{') top.add(word);
      if (word !== null && depth === open.length && (open === '[{' || open === '{[{')) inner.add(word);
      word = null;
    } else if (sign === '{' || sign === '[') {
      if (depth === open.length && depth < 4) open += sign;
      depth += 1;
      word = null;
    } else if (sign === '}' || sign === ']') {
      depth = Math.max(0, depth - 1);
      open = open.slice(0, depth);
    }
  }
  return { top, inner };
}

/** The closing mark of the string that begins at `open`. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '"') return at;
  }
  return text.length;
}
