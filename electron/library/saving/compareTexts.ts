// Two copies of a text in; their paragraphs in order out, each the same, added, cut or edited, and of an edited one which words.
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { ComparedBlock, ComparedPiece } from '#contract/versions.ts';

/** Beyond it, what changed is shown as cut and added whole: a window that hangs would tell less. */
const LONGEST_MS = 2000;
const LEAST_ALIKE = 0.4;

/** Compares copies of an article's plain text, whose paragraphs are parted by blank lines. */
export function compareTexts(older: string, newer: string): readonly ComparedBlock[] {
  const [before, after] = [paragraphsOf(older), paragraphsOf(newer)];
  const changes = diffArrays([...before], [...after], { timeout: LONGEST_MS });
  const blocks: ComparedBlock[] = [];
  const whole = (change: 'same' | 'added' | 'cut', texts: readonly string[]): ComparedBlock[] =>
    texts.map((text) => ({ change, pieces: [{ change, text }] }));
  const runs = changes ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    if (run === undefined) continue;
    const next = runs[at + 1];
    if (run.removed && next?.added === true) {
      blocks.push(...pairUp(run.value, next.value));
      at += 1;
    } else {
      blocks.push(...whole(run.added ? 'added' : run.removed ? 'cut' : 'same', run.value));
    }
  }
  return blocks;
}

/** Paragraphs that were cut where others were added: those that are alike are one that was edited. */
function pairUp(cut: readonly string[], added: readonly string[]): readonly ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  let from = 0;
  for (const text of cut) {
    const at = added.findIndex((other, index) => index >= from && likeness(text, other) >= LEAST_ALIKE);
    if (at === -1) {
      blocks.push({ change: 'cut', pieces: [{ change: 'cut', text }] });
      continue;
    }
    for (const other of added.slice(from, at))
      blocks.push({ change: 'added', pieces: [{ change: 'added', text: other }] });
    blocks.push({ change: 'edited', pieces: piecesOf(text, added[at] ?? '') });
    from = at + 1;
  }
  for (const other of added.slice(from)) blocks.push({ change: 'added', pieces: [{ change: 'added', text: other }] });
  return blocks;
}

function piecesOf(older: string, newer: string): readonly ComparedPiece[] {
  const words = diffWordsWithSpace(older, newer, { timeout: LONGEST_MS / 10 });
  if (words === undefined) {
    return [
      { change: 'cut', text: older },
      { change: 'added', text: newer },
    ];
  }
  return words.map(({ value, added, removed }) => ({
    change: added ? 'added' : removed ? 'cut' : 'same',
    text: value,
  }));
}

/** The share of the shorter paragraph's words that the other has, 0 to 1. */
function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  if (a === undefined || b === undefined || a.size === 0 || b.size === 0) return 0;
  return [...a].filter((word) => b.has(word)).length / Math.min(a.size, b.size);
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n{2,}/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
