// What a dictionary calls itself in; the languages it is of and in out, as BCP 47 tags, where its name tells.

const PAIR = /(?:^|[^a-z])([a-z]{2,3})[-_](?:to[-_])?([a-z]{2,3})(?:[^a-z]|$)/i;
let names: Intl.DisplayNames | undefined;

/** Languages as `[of the words, of what is said]`; `[null, null]` when no text tells both. */
export function languagesIn(...texts: readonly string[]): readonly [from: string | null, to: string | null] {
  for (const text of texts) {
    const [, from, to] = PAIR.exec(text) ?? [];
    if (from === undefined || to === undefined) continue;
    const [first, second] = [tagOf(from), tagOf(to)];
    if (first !== null && second !== null) return [first, second];
  }
  return [null, null];
}

/** `eng` and `en` are `en`; what is no language is `null`. */
function tagOf(code: string): string | null {
  const [tag] = Intl.getCanonicalLocales(code.toLowerCase());
  // Not before the first question: to make it takes some milliseconds of the program's start.
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return tag !== undefined && names.of(tag) !== undefined ? tag : null;
}
