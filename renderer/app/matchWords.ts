// Words that were typed and a name in; whether, and how well, they fit, out. Case and accents make no difference.

/** The words of what was typed. */
export function wordsOf(typed: string): readonly string[] {
  return fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * How well words fit a name: 0 when it begins with them as they stand, 1 when each begins one of its words, 2 when each is somewhere in it.
 * `undefined` when one is not.
 */
export function rankOf(name: string, wanted: readonly string[]): 0 | 1 | 2 | undefined {
  const folded = fold(name);
  if (!wanted.every((word) => folded.includes(word))) return undefined;
  if (folded.startsWith(wanted.join(' '))) return 0;
  const begins = folded.split(/[^\p{L}\p{N}]+/u);
  return wanted.every((word) => begins.some((each) => each.startsWith(word))) ? 1 : 2;
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
