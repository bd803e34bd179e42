// A number of words in; a text of so many and the same text edited out, always the same ones. Pure.

/** So many words of two to nine letters, and the same with every eighth exchanged for one that stood nowhere. */
export function longText(count: number, seed = 1): { readonly text: string; readonly after: string } {
  let state = seed;
  const next = (most: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % most;
  };
  const letters = 'etaoinshrdlucmfwypvbgkjqxz';
  const made = (): string =>
    Array.from({ length: 2 + next(8) }, () => letters.charAt(Math.min(next(26), next(26)))).join('');
  const vocabulary = Array.from({ length: 4000 }, made);
  const words = Array.from({ length: count }, () => vocabulary[Math.min(next(4000), next(4000))] ?? '');
  const text = words.join(' ');
  return { text, after: words.map((word, i) => (i % 8 === 3 ? made() : word)).join(' ') };
}
