// What can be set of a text, from where to where; the library refuses what is beyond.

/** Text size in CSS pixels. */
export const TEXT_SIZE = { from: 14, to: 32, step: 1 } as const;
/** Length of a line in characters. */
export const MEASURE = { from: 45, to: 90, step: 1 } as const;
/** Line height as a multiple of the text size. */
export const LEADING = { from: 1.2, to: 2, step: 0.05 } as const;

/** Keeps a text size within what can be set. */
export function clampTextSize(size: number): number {
  return Math.min(TEXT_SIZE.to, Math.max(TEXT_SIZE.from, size));
}
