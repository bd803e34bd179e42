// What stood before and behind a quote in; how like it is what stands around a place of a text, out. Pure.
import { preparePattern, type Pattern } from './bitDistance.ts';

/** The surroundings of a quote, ready to be compared with those of many places. */
export interface Contexts {
  readonly prefix: string;
  readonly suffix: string;
  /** Whether no letter stood right before the quote, and none right behind it. */
  readonly beginsWord: boolean;
  readonly endsWord: boolean;
  readonly before: Pattern | undefined;
  readonly behind: Pattern | undefined;
  /** At most so many candidates, those with the longest run of the same letters right around them first, then the nearest. */
  nearest<T extends { readonly start: number; readonly end: number }>(
    candidates: readonly T[],
    text: string,
    most: number,
    near: number,
  ): readonly T[];
}

/** What is compared by its edit distance, nearest the quote; farther letters count only as long as all are the same. */
const COMPARED = 32;

/** Makes the surroundings ready. */
export function createContexts(prefix: string, suffix: string): Contexts {
  const before = prefix.slice(-COMPARED);
  const behind = suffix.slice(0, COMPARED);
  return {
    prefix,
    suffix,
    beginsWord: !/[\p{L}\p{N}]$/u.test(prefix),
    endsWord: !/^[\p{L}\p{N}]/u.test(suffix),
    before: before === '' ? undefined : preparePattern(before, true),
    behind: behind === '' ? undefined : preparePattern(behind),
    nearest(candidates, text, most, near) {
      if (candidates.length <= most) return candidates;
      const runs = candidates.map((candidate) => ({
        candidate,
        run: sameBefore(prefix, text, candidate.start) + sameBehind(suffix, text, candidate.end),
      }));
      runs.sort((a, b) => b.run - a.run || Math.abs(a.candidate.start - near) - Math.abs(b.candidate.start - near));
      return runs.slice(0, most).map(({ candidate }) => candidate);
    },
  };
}

/**
 * 0 to 1: how much of the surroundings is still there, half by the letters that are the same in an unbroken run from the quote outwards, half
 * by edit distance. A side with few letters, as at the beginning of a text, counts little; 1 when there was nothing on either side.
 */
export function contextLikeness(contexts: Contexts, text: string, start: number, end: number): number {
  const { prefix, suffix, before, behind } = contexts;
  const left = weigh(before, () => [
    sameBefore(prefix, text, start) / prefix.length,
    before?.nearest(text, Math.max(0, start - 2 * COMPARED), start, true).distance ?? 0,
  ]);
  const right = weigh(behind, () => [
    sameBehind(suffix, text, end) / suffix.length,
    behind?.nearest(text, end, Math.min(text.length, end + 2 * COMPARED), true).distance ?? 0,
  ]);
  const most = together(left.weight, right.weight);
  return most === 0 ? 1 : together(left.kept, right.kept) / most;
}

function weigh(
  side: Pattern | undefined,
  compare: () => readonly [run: number, distance: number],
): { readonly weight: number; readonly kept: number } {
  if (side === undefined) return { weight: 0, kept: 0 };
  const [run, distance] = compare();
  const weight = side.length / COMPARED;
  return { weight, kept: (weight * (run + Math.max(0, 1 - distance / side.length))) / 2 };
}

/** One side that is whole says more than two that are half there: a paragraph's first words have a stranger before them once it is moved. */
function together(a: number, b: number): number {
  return Math.max(a, b) * 0.7 + Math.min(a, b) * 0.3;
}

function sameBefore(prefix: string, text: string, start: number): number {
  let same = 0;
  while (same < prefix.length && same < start && prefix.at(-1 - same) === text[start - 1 - same]) same += 1;
  return same;
}

function sameBehind(suffix: string, text: string, end: number): number {
  let same = 0;
  while (same < suffix.length && suffix[same] === text[end + same]) same += 1;
  return same;
}
