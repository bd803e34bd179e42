// Highlights for tests: whole, plausible, and different only where a test says so.
import type { Highlight, HighlightTarget } from '#contract/highlight.ts';
import { anArticleId } from './articles.ts';

/** The target of a quote that stood at a place of a text of 1,000 letters. */
export function aTarget(exact = 'one line for each night', start = 40): HighlightTarget {
  return {
    quote: { exact, prefix: 'arrival down by hand, ', suffix: ', and never missed one' },
    codePointStart: start,
    position: { start, end: start + exact.length },
    version: '2026-10-01T08:00:00.000Z',
    textLength: 1000,
    refound: null,
  };
}

/** A highlight, its fields in the order in which they are read from the disk. */
export function aHighlight(change: Partial<Highlight> = {}): Highlight {
  return {
    id: '00000000000000000001',
    color: 'yellow',
    note: '',
    tags: [],
    created: '2026-10-02T08:00:00.000Z',
    changed: '2026-10-02T08:00:00.000Z',
    target: aTarget(),
    articleId: anArticleId(0),
    ...change,
  };
}
