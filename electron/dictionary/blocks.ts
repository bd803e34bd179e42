// Collects the lines of a definition, each bounded, all together bounded too. What is beyond the bounds is left out and told.
import type { BlockKind, DefinitionBlock, DefinitionRun, RunMark } from '#contract/dictionary.ts';

const MOST_BLOCKS = 400;
const MOST_LETTERS = 60_000;
const DEEPEST = 6;
const SPACE = /[\s\p{Cc}]+/gu;
const LEADING = /^[\s\p{Cc}]+/u;

/** A definition that is being put together. */
export interface BlockList {
  /** Begins a line; the one before it ends. Lines without text are left out. */
  begin(kind: BlockKind, depth: number, number?: number | null): void;
  /** Adds to the line; white space is folded. */
  add(text: string, mark: RunMark): void;
  /** Ends the last line. */
  finish(): { readonly blocks: readonly DefinitionBlock[]; readonly isCut: boolean };
}

/** Starts a definition. */
export function createBlocks(): BlockList {
  const blocks: DefinitionBlock[] = [];
  let [kind, depth, number]: [BlockKind, number, number | null] = ['text', 0, null];
  let runs: DefinitionRun[] = [];
  // The run that is being written, in pieces: joining a long text again for each piece takes its length every time.
  let pieces: string[] = [];
  let written: RunMark = 'plain';
  let isAfterSpace = true;
  let letters = 0;
  let isCut = false;

  function endRun(): void {
    if (pieces.length > 0) runs.push({ text: pieces.join(''), mark: written });
    pieces = [];
  }

  function end(): void {
    endRun();
    const trimmed = trim(runs);
    runs = [];
    isAfterSpace = true;
    if (trimmed.length === 0) return;
    if (blocks.length >= MOST_BLOCKS) isCut = true;
    else blocks.push({ kind, depth, number, runs: trimmed });
  }

  return {
    begin(nextKind, nextDepth, nextNumber = null) {
      end();
      [kind, depth, number] = [nextKind, Math.min(nextDepth, DEEPEST), nextNumber];
    },
    add(text, mark) {
      if (isCut) return;
      const folded = (isAfterSpace ? text.replace(LEADING, '') : text).replace(SPACE, ' ');
      if (folded === '') return;
      if (letters + folded.length > MOST_LETTERS) {
        isCut = true;
        return;
      }
      letters += folded.length;
      if (mark !== written || mark === 'see') endRun();
      written = mark;
      pieces.push(folded);
      isAfterSpace = folded.endsWith(' ');
    },
    finish() {
      end();
      return { blocks, isCut };
    },
  };
}

/** Without white space at its end, and without runs of nothing. */
function trim(runs: readonly DefinitionRun[]): readonly DefinitionRun[] {
  const last = runs.at(-1);
  if (last === undefined) return [];
  const text = last.text.trimEnd();
  if (text !== '') return [...runs.slice(0, -1), { text, mark: last.mark }];
  return trim(runs.slice(0, -1));
}
