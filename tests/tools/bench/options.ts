// The words after `npm run bench --` in; what to measure out. Refuses what it does not know. Pure.

/** What can be measured, in the order in which it is. */
export const BENCHES = [
  'store',
  'index',
  'search',
  'start',
  'packaged',
  'rebuild',
  'import',
  'timeline',
  'reader',
  'bulk',
  'highlights',
  'capture',
  'feeds',
  'trip',
  'safety',
] as const;

/** One of them. */
export type Bench = (typeof BENCHES)[number];

/** What a run is asked for. */
export interface BenchOptions {
  /** Empty when only the libraries are to be made. */
  readonly benches: readonly Bench[];
  /** Articles in a library; posts of `timeline`. */
  readonly sizes: readonly number[];
  readonly isJson: boolean;
  /** Pages that `capture` saves. */
  readonly pages: number;
}

/** How it is used, for a person. */
export const USAGE = `use: npm run bench -- [seed|${BENCHES.join('|')}] [PAGES] [--size 1000,10000,100000] [--json]\n`;

/** `undefined` when the words say nothing that can be measured. Without a name everything is; `seed` only makes the libraries. */
export function parseOptions(words: readonly string[]): BenchOptions | undefined {
  const rest = [...words];
  const isJson = take(rest, '--json', 1) !== undefined;
  const sizes = (take(rest, '--size', 2) ?? ['--size', '1000,10000,100000']).slice(1).join().split(',').map(Number);
  const [name, count = '200', ...more] = rest;
  const pages = Number(count);
  if (more.length > 0 || ![pages, ...sizes].every((number) => Number.isInteger(number) && number > 0)) return undefined;
  if (name === 'seed') return { benches: [], sizes, isJson, pages };
  if (name === undefined) return { benches: BENCHES, sizes, isJson, pages };
  const bench = BENCHES.find((each) => each === name);
  return bench === undefined ? undefined : { benches: [bench], sizes, isJson, pages };
}

/** Takes a word with what follows it out of the list; `undefined` when it is not there. */
function take(words: string[], word: string, length: number): readonly string[] | undefined {
  const at = words.indexOf(word);
  return at < 0 ? undefined : words.splice(at, length);
}
