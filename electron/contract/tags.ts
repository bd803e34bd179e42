// A tag as a person types it in; whether two are the same, and lists of them added to and taken from. Pure.
// Refuses what could not be written in a query or in a list with commas.

/** Most tags that one article has. */
export const MOST_TAGS = 50;

/** Letters of the longest tag, in UTF-16 units. */
export const LONGEST_TAG = 60;

/** The form in which tags are compared: two that differ only in case or in how an accent is written are one. */
export function foldTag(tag: string): string {
  return tag.normalize('NFC').toLowerCase();
}

/** The tag of what was typed, white space at its ends left out and inside made one space; `undefined` when it is empty, longer than `LONGEST_TAG`, or has a comma, a quotation mark or a control character in it. */
export function toTag(typed: string): string | undefined {
  const tag = typed
    .normalize('NFC')
    .replace(/[^\S\r\n]+/gu, ' ')
    .trim();
  return tag === '' || tag.length > LONGEST_TAG || /[,"“”„\p{Cc}\u2028\u2029]/u.test(tag) ? undefined : tag;
}

/** Tells whether a text is a tag in the form in which tags are kept. */
export function isTag(text: string): boolean {
  return toTag(text) === text;
}

/** The tags with others added behind them; one that is there already, however it is written, stays as it is. Not more than `MOST_TAGS`. */
export function withTags(tags: readonly string[], added: readonly string[]): readonly string[] {
  const known = new Set(tags.map(foldTag));
  const next = [...tags];
  for (const tag of added) {
    if (known.has(foldTag(tag)) || next.length >= MOST_TAGS) continue;
    known.add(foldTag(tag));
    next.push(tag);
  }
  return next.length === tags.length ? tags : next;
}

/** The tags without some, however they are written. */
export function withoutTags(tags: readonly string[], removed: readonly string[]): readonly string[] {
  const gone = new Set(removed.map(foldTag));
  const next = tags.filter((tag) => !gone.has(foldTag(tag)));
  return next.length === tags.length ? tags : next;
}
