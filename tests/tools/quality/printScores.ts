// Scores in, the tables that are printed out. Pure.
import { answerOf, FACTS, isWrong, truthOf, type Fact } from './factMeasures.ts';
import { scoreFact, scoreText, worstPages, type MeasuredPage, type PageScore } from './scores.ts';
import { formatTable, toPercentCell, toScoreCell } from './table.ts';
import type { SetName } from './truth.ts';

/** The scores of one system, by set. */
export interface SystemScores {
  readonly system: string;
  readonly sets: ReadonlyMap<SetName, readonly MeasuredPage[]>;
}

function scoresOf({ sets }: SystemScores, set: SetName): PageScore[] {
  return (sets.get(set) ?? []).map(({ score }) => score);
}

/** Text F1, precision and recall per set and system. */
export function textTable(all: readonly SystemScores[], sets: readonly SetName[]): string {
  const rows = sets.flatMap((set) =>
    all.flatMap((scores) => {
      const { system } = scores;
      const pages = scoresOf(scores, set);
      const score = scoreText(set, pages);
      if (score === undefined) return [];
      const kept = set === 'sh' ? scoreText(set, pages, 'with') : undefined;
      return [
        [
          `${set} ${system}`,
          String(pages.length),
          toScoreCell(score.f1),
          toScoreCell(score.precision),
          toScoreCell(score.recall),
          String(pages.filter((page) => page.error !== null).length),
          ...(kept === undefined
            ? []
            : [`${toScoreCell(kept.f1)} / ${toScoreCell(kept.precision)} / ${toScoreCell(kept.recall)}`]),
        ],
      ];
    }),
  );
  return formatTable(['text', 'pages', 'F1', 'precision', 'recall', 'failed', 'captions kept: F1 / P / R'], rows);
}

/** Text F1 of `wcxb` per type of page; the number of pages stands in the head. */
export function typeTable(all: readonly SystemScores[]): string {
  const first = all[0] === undefined ? [] : scoresOf(all[0], 'wcxb');
  const types = [...new Set(first.map((page) => page.type))].sort(
    (a, b) => countOf(first, b) - countOf(first, a) || (a < b ? -1 : 1),
  );
  const rows = all.map((scores) => [
    scores.system,
    ...types.map((type) => {
      const pages = scoresOf(scores, 'wcxb').filter((page) => page.type === type);
      return toScoreCell(scoreText('wcxb', pages)?.f1);
    }),
  ]);
  return formatTable(['wcxb F1 by type', ...types.map((type) => `${type} ${String(countOf(first, type))}`)], rows);
}

/** Per cent right of the pages that have the fact, and per cent given of those that have none (`spurious`); empty when no fact was judged. */
export function factTable(all: readonly SystemScores[], sets: readonly SetName[]): string {
  const columns = sets.flatMap((set) => FACTS.map((fact) => ({ set, fact })));
  const scoreOf = (scores: SystemScores | undefined, { set, fact }: (typeof columns)[number]) =>
    scores === undefined ? undefined : scoreFact(fact, scoresOf(scores, set));
  const rows = columns.flatMap((column) => {
    const first = scoreOf(all[0], column);
    if (first === undefined) return [];
    const right =
      first.told === 0
        ? []
        : [
            [
              `${column.set} ${column.fact}`,
              String(first.told),
              ...all.map((scores) => {
                const score = scoreOf(scores, column);
                return toPercentCell(score?.right ?? 0, score?.told ?? 0);
              }),
            ],
          ];
    // A handful of pages says nothing about how often a fact is made up.
    const spurious =
      first.silent < 5
        ? []
        : [
            [
              `${column.set} ${column.fact} spurious`,
              String(first.silent),
              ...all.map((scores) => {
                const score = scoreOf(scores, column);
                return toPercentCell(score?.spurious ?? 0, score?.silent ?? 0);
              }),
            ],
          ];
    return [...right, ...spurious];
  });
  if (rows.length === 0) return '';
  return formatTable(['facts, %', 'pages', ...all.map(({ system }) => system)], rows);
}

/** The worst pages of a set, worst first. */
export function worstTable(set: SetName, pages: readonly MeasuredPage[]): string {
  const rows = worstPages(pages, 10).map(({ truth, score }) => [
    truth.id,
    truth.type,
    toScoreCell(score.text?.f1),
    toScoreCell(score.text?.precision),
    toScoreCell(score.text?.recall),
    score.error?.slice(0, 60) ?? hostOf(truth.url),
  ]);
  return formatTable([`worst of ${set}`, 'type', 'F1', 'precision', 'recall', 'host or error'], rows);
}

/** Every page of a set on which a fact is not right: the truth, then what was answered. */
export function wrongTable(set: SetName, fact: Fact, pages: readonly MeasuredPage[]): string {
  const rows = pages
    .filter(({ score }) => isWrong(score.facts.get(fact)))
    .map(
      ({ truth, answer }) =>
        `${truth.id}\n    truth ${truthOf(fact, truth) ?? ''}\n    ours  ${answerOf(fact, answer) ?? ''}`,
    );
  return [`${set} ${fact} not right on ${String(rows.length)} pages`, ...rows].join('\n');
}

function hostOf(url: string | null | undefined): string {
  return /^https?:\/\/([^/]+)/.exec(url ?? '')?.[1] ?? '';
}

function countOf(pages: readonly PageScore[], type: string): number {
  return pages.filter((page) => page.type === type).length;
}
