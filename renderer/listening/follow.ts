// The sentence that is read out: marked in the document, and kept in view unless the person has scrolled away from it themselves.
import { reveal } from '../reader/place/reveal.ts';

/** Follows what is read out in one document. */
export interface Follower {
  /** Marks a sentence, and a word of it if it is known, and brings the sentence into view. */
  mark(sentence: Range, word: Range | undefined): void;
  /** Brings the sentence back into view and follows again. */
  back(): void;
  /** Takes the marks away and hears nothing more. */
  close(): void;
}

const SENTENCE = 'spoken';
const WORD = 'spoken-word';
/** A sentence is let go down to this share of the view before the view moves. */
const LOWEST_SHARE = 0.72;
const HIGHEST_SHARE = 0.06;
const SCROLL_KEYS: ReadonlySet<string> = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
]);

/** Makes a follower; `told` hears whether the person is away from what is read. */
export function createFollower(page: Document, told: (isAway: boolean) => void): Follower {
  const view = page.defaultView;
  let current: Range | undefined;
  let isAway = false;
  let isOwnMove = false;

  const setAway = (next: boolean): void => {
    if (next === isAway) return;
    isAway = next;
    told(isAway);
  };
  const moved = (): void => {
    isOwnMove = true;
  };
  const pressed = (event: KeyboardEvent): void => {
    if (SCROLL_KEYS.has(event.key)) isOwnMove = true;
  };
  const scrolled = (): void => {
    if (isOwnMove && current !== undefined) setAway(!isInView(current));
  };

  function isInView(range: Range): boolean {
    if (view === null) return false;
    const { top, bottom, left, right } = range.getBoundingClientRect();
    return bottom > 0 && top < view.innerHeight && right > 0 && left < view.innerWidth;
  }

  function isComfortable(range: Range): boolean {
    if (view === null || !isInView(range)) return false;
    const { top, bottom } = range.getBoundingClientRect();
    return (
      top >= view.innerHeight * HIGHEST_SHARE &&
      Math.min(bottom, top + view.innerHeight / 2) <= view.innerHeight * LOWEST_SHARE
    );
  }

  function show(range: Range): void {
    isOwnMove = false;
    reveal(range, { isPlace: true });
  }

  for (const name of ['wheel', 'touchmove', 'pointerdown'] as const) {
    page.addEventListener(name, moved, { capture: true, passive: true });
  }
  // Keys that scroll do so from beside the article, too.
  for (const target of [page, document]) target.addEventListener('keydown', pressed, { capture: true });
  page.addEventListener('scroll', scrolled, { passive: true });

  return {
    mark(sentence, word) {
      const isNew = current === undefined || sentence.compareBoundaryPoints(Range.START_TO_START, current) !== 0;
      current = sentence;
      paint(page, SENTENCE, sentence, -1);
      paint(page, WORD, word, 2);
      if (isNew && !isAway && !isComfortable(sentence)) show(sentence);
    },
    back() {
      setAway(false);
      if (current !== undefined) show(current);
    },
    close() {
      for (const name of [SENTENCE, WORD]) view?.CSS.highlights.delete(name);
      for (const name of ['wheel', 'touchmove', 'pointerdown'] as const) {
        page.removeEventListener(name, moved, { capture: true });
      }
      for (const target of [page, document]) target.removeEventListener('keydown', pressed, { capture: true });
      page.removeEventListener('scroll', scrolled);
      current = undefined;
    },
  };
}

function paint(page: Document, name: string, range: Range | undefined, priority: number): void {
  const view = page.defaultView;
  if (view === null) return;
  if (range === undefined) {
    view.CSS.highlights.delete(name);
    return;
  }
  const mark = new view.Highlight(range);
  mark.priority = priority;
  view.CSS.highlights.set(name, mark);
}
