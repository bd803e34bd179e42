// What was searched for, marked in the article that is open, and the one of those places one is at.
import { create } from 'zustand';
import { call } from '../app/client.ts';
import { readText } from './frameText.ts';
import { reveal } from './reveal.ts';

/** The places found. */
export interface Hits {
  /** What is looked for; empty while nothing is. */
  readonly query: string;
  /** `undefined` until it is known. */
  readonly count: number | undefined;
  /** Which one the person is at, from 0. */
  readonly current: number;
}

const NO_HITS: Hits = { query: '', count: undefined, current: 0 };
const HIT = 'hit';
const CURRENT = 'current-hit';

let ranges: readonly Range[] = [];

/** The places, for components. */
export const useHits = create<Hits>()(() => NO_HITS);

/** Marks in a document what a query looks for and goes to the first place. The returned function takes the marks away. */
export function showHits(page: Document, query: string): () => void {
  let isOver = false;
  useHits.setState({ query, count: undefined, current: 0 });
  const read = readText(page);
  const mark = async (): Promise<void> => {
    const marks = await call('search.marks', { query, text: read.text });
    if (isOver) return;
    ranges = Array.from({ length: marks.length / 2 }, (_, hit) =>
      read.rangeOf(marks[hit * 2] ?? 0, marks[hit * 2 + 1] ?? 0),
    );
    paint(page);
    useHits.setState({ count: ranges.length });
    if (ranges.length > 0) goTo(0);
  };
  // Without its marks an article is read as always.
  mark().catch(() => {
    if (!isOver) closeHits();
  });
  return () => {
    isOver = true;
    clear(page);
    closeHits();
  };
}

/** Goes so many hits on; behind the last comes the first. */
export function stepHits(by: 1 | -1): void {
  const { current } = useHits.getState();
  if (ranges.length > 0) goTo((current + by + ranges.length) % ranges.length);
}

/** Takes the marks away and forgets what was looked for. */
export function closeHits(): void {
  const page = ranges[0]?.startContainer.ownerDocument;
  if (page != null) clear(page);
  ranges = [];
  useHits.setState(NO_HITS);
}

function goTo(current: number): void {
  const range = ranges[current];
  const page = range?.startContainer.ownerDocument;
  const view = page?.defaultView;
  if (range === undefined || page == null || view == null) return;
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

function clear(page: Document): void {
  for (const name of [HIT, CURRENT]) page.defaultView?.CSS.highlights.delete(name);
}
