// What is drawn on what: every pair of tokens that meet on screen, and the least contrast (WCAG 2.2) between them. One list for all themes.

/** A token that is drawn on another. */
export interface Pair {
  readonly drawn: string;
  readonly ground: string;
  /** Text is read; a line or a mark only has to be seen. */
  readonly as: 'text' | 'line';
}

const GROUNDS = ['ground', 'ground-low', 'ground-high', 'hover'] as const;

function each(as: Pair['as'], drawn: string, grounds: readonly string[]): readonly Pair[] {
  return grounds.map((ground) => ({ drawn, ground, as }));
}

/** All pairs. */
export const PAIRS: readonly Pair[] = [
  // The window.
  ...each('text', 'ink', [...GROUNDS, 'signal-wash', 'danger-wash']),
  ...each('text', 'ink-soft', [...GROUNDS, 'signal-wash', 'danger-wash']),
  ...each('text', 'signal-ink', ['ground', 'ground-low', 'ground-high', 'signal-wash']),
  ...each('text', 'danger-ink', ['ground', 'ground-low', 'ground-high', 'danger-wash']),
  ...each('text', 'good-ink', ['ground', 'ground-low', 'ground-high']),
  // The loud button, the count of what fits, what is selected by the mouse.
  ...each('text', 'on-signal', ['signal']),
  // Edges of fields and buttons; the ring of the focus and of what is chosen.
  ...each('line', 'line-strong', ['ground', 'ground-low', 'ground-high']),
  ...each('line', 'signal-ink', ['ground', 'ground-low', 'ground-high', 'hover', 'signal-wash']),
  // The article: its text, its code and what is posted from elsewhere, marked words, notes, links and the stop before a saved one.
  ...each('text', 'ink-text', ['ground', 'ground-block', 'signal-wash']),
  ...each('text', 'ink-soft', ['ground-block']),
  ...each('text', 'ink', ['ground-high']),
  ...each('line', 'signal-ink', ['ground-block']),
  ...each('line', 'line-strong', ['ground-block']),
  // The departure board: what is said, what is proved, what stands against it, on the board and on its flaps.
  ...['board-ink', 'board-soft', 'board-good', 'board-trouble'].flatMap((drawn) =>
    each('text', drawn, ['board', 'board-flap', 'board-flap-high']),
  ),
];

/** The least contrast of each; in the theme that is for contrast, text has to have more. */
export const LEAST = { text: 4.5, line: 3, textOfContrast: 7 } as const;
