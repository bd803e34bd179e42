// Five fixed parts of every set, by the hash of a page's id: figures that hold in each part are not tuned to single pages.
import { createHash } from 'node:crypto';
import { mean, scoreText, type MeasuredPage } from './scores.ts';
import { formatTable, toScoreCell } from './table.ts';
import type { SetName } from './truth.ts';

/** The numbers of the folds. */
export const FOLDS = [0, 1, 2, 3, 4] as const;

/** The fold of a page, 0 to 4; it never changes. */
export function foldOf(id: string): number {
  return (createHash('sha256').update(id).digest()[0] ?? 0) % FOLDS.length;
}

/** Text F1 of a set by fold. */
export interface FoldScores {
  readonly name: string;
  readonly folds: readonly number[];
  readonly mean: number;
  /** Standard deviation over the folds. */
  readonly spread: number;
}

/** Text F1 by fold for every set that has texts, and for the articles of `wcxb`. */
export function scoreFolds(sets: ReadonlyMap<SetName, readonly MeasuredPage[]>): FoldScores[] {
  const groups = [...sets].flatMap(([set, pages]) => {
    const whole = [{ name: set, set, pages }];
    const articles = { name: 'wcxb article', set, pages: pages.filter(({ truth }) => truth.type === 'article') };
    return set === 'wcxb' ? [...whole, articles] : whole;
  });
  return groups.flatMap(({ name, set, pages }) => {
    const folds = FOLDS.flatMap((fold) => {
      const score = scoreText(
        set,
        pages.filter(({ truth }) => foldOf(truth.id) === fold).map(({ score }) => score),
      );
      return score === undefined ? [] : [score.f1];
    });
    if (folds.length === 0) return [];
    const middle = mean(folds);
    return [{ name, folds, mean: middle, spread: Math.sqrt(mean(folds.map((f1) => (f1 - middle) ** 2))) }];
  });
}

/** The folds as a table. */
export function foldTable(scores: readonly FoldScores[]): string {
  return formatTable(
    ['text F1 by fold', ...FOLDS.map((fold) => String(fold + 1)), 'mean', 'spread'],
    scores.map(({ name, folds, mean: middle, spread }) => [
      name,
      ...FOLDS.map((fold) => toScoreCell(folds[fold])),
      toScoreCell(middle),
      toScoreCell(spread),
    ]),
  );
}
