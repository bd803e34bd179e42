// Places of a text that were looked for, marked in the article that is open, and the one of them one is at: what was searched for in the library,
// or what is being found in the article. One of both at a time; the later takes the place of the earlier.
import { create } from 'zustand';
import { call } from '../app/client.ts';
import { readText } from './frame/frameText.ts';
import { reveal } from './place/reveal.ts';

/** The places found. */
export interface Hits {
  /** Who looked for them; `null` while nobody does. */
  readonly by: 'search' | 'find' | null;
  readonly query: string;
  /** `undefined` until it is known. */
  readonly count: number | undefined;
  /** Which one the person is at, from 0. */
  readonly current: number;
}

const NO_HITS: Hits = { by: null, query: '', count: undefined, current: 0 };
const HIT = 'hit';
const CURRENT = 'current-hit';

let ranges: readonly Range[] = [];

/** The places, for components. */
export const useHits = create<Hits>()(() => NO_HITS);

/** Marks in a document what a query of the library's search looks for and goes to the first place. The returned function takes the marks away. */
export function showHits(page: Document, query: string): () => void {
  let isOver = false;
  closeHits();
  useHits.setState({ by: 'search', query, count: undefined, current: 0 });
  const isWanted = (): boolean => !isOver && useHits.getState().by === 'search';
  const read = readText(page);
  const mark = async (): Promise<void> => {
    const marks = await call('search.marks', { query, text: read.text });
    if (!isWanted()) return;
    const found = Array.from({ length: marks.length / 2 }, (_, hit) =>
      read.rangeOf(marks[hit * 2] ?? 0, marks[hit * 2 + 1] ?? 0),
    );
    markHits(page, 'search', query, found, 0);
  };
  // Without its marks an article is read as always.
  mark().catch(() => {
    if (isWanted()) closeHits();
  });
  return () => {
    isOver = true;
    if (useHits.getState().by === 'search') closeHits();
  };
}

/** Marks places that were found and goes to one of them; they take the place of all others. */
export function markHits(
  page: Document,
  by: 'search' | 'find',
  query: string,
  found: readonly Range[],
  first: number,
): void {
  clear();
  ranges = found;
  paint(page);
  useHits.setState({ by, query, count: found.length, current: 0 });
  if (found.length > 0) goTo(first);
}

/** Goes so many hits on; behind the last comes the first. */
export function stepHits(by: 1 | -1): void {
  const { current } = useHits.getState();
  if (ranges.length > 0) goTo((current + by + ranges.length) % ranges.length);
}

/** The place one is at, if there is any. */
export function currentHit(): Range | undefined {
  return ranges[useHits.getState().current];
}

/** Takes the marks away and forgets what was looked for. */
export function closeHits(): void {
  clear();
  ranges = [];
  useHits.setState(NO_HITS);
}

function goTo(current: number): void {
  const range = ranges[current];
  const view = range?.startContainer.ownerDocument?.defaultView;
  if (range === undefined || view == null) return;
  useHits.setState({ current });
  // One for all steps: among very many hits a new one takes long to be drawn.
  const strong = view.CSS.highlights.get(CURRENT) ?? new view.Highlight();
  strong.priority = 1;
  strong.clear();
  strong.add(range);
  view.CSS.highlights.set(CURRENT, strong);
  reveal(range);
}

function paint(page: Document): void {
  const view = page.defaultView;
  if (view === null) return;
  const all = new view.Highlight();
  // One by one, as there may be more of them than a call takes.
  for (const range of ranges) all.add(range);
  view.CSS.highlights.set(HIT, all);
}

function clear(): void {
  const view = ranges[0]?.startContainer.ownerDocument?.defaultView;
  for (const name of [HIT, CURRENT]) view?.CSS.highlights.delete(name);
}
