// The words after `npm run torture --` in; which promises to put to the test, and how, out. Refuses what it does not know. Pure.

/** What a run is asked for. */
export interface TortureOptions {
  /** In the order of the list. */
  readonly ids: readonly string[];
  readonly seed: number;
  readonly isLong: boolean;
}

/** `undefined` when the words say nothing that can be done. Without an id all are meant; ids may be written small. */
export function parseOptions(words: readonly string[], known: readonly string[]): TortureOptions | undefined {
  const named: string[] = [];
  let [seed, isLong] = [1, false];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--long') isLong = true;
    else if (word === '--seed') seed = Number(words[(at += 1)] ?? Number.NaN);
    else if (known.includes(word.toUpperCase())) named.push(word.toUpperCase());
    else return undefined;
  }
  if (!Number.isSafeInteger(seed) || seed < 0) return undefined;
  return { ids: known.filter((id) => named.length === 0 || named.includes(id)), seed, isLong };
}
