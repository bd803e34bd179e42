// Our labels of related lists and a system's answers in, a table out. `final` is looked at only for a final figure.
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Answer } from './answer.ts';
import { scoreRelated, type RelatedLabel, type RelatedScore } from './relatedScore.ts';
import { formatTable, toScoreCell } from './table.ts';

const Label = v.object({
  set: v.string(),
  id: v.string(),
  lists: v.array(
    v.object({
      heading: v.nullable(v.string()),
      entries: v.array(v.object({ url: v.nullable(v.string()), title: v.string(), date: v.exactOptional(v.string()) })),
    }),
  ),
});

/** Reads a file of labels, one page a line; none when it does not exist. */
export function readLabels(file: string): RelatedLabel[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => v.parse(Label, JSON.parse(line)));
}

/** Scores the labelled pages that were measured; `undefined` when there is none. */
export function scoreAnswers(labels: readonly RelatedLabel[], answers: readonly Answer[]): RelatedScore | undefined {
  const predicted = new Map(answers.map(({ id, related }) => [id, [{ entries: related }]]));
  const measured = labels.filter(({ id }) => predicted.has(id));
  return measured.length === 0 ? undefined : scoreRelated(measured, predicted);
}

/** The scores as a table. */
export function relatedTable(scores: readonly (readonly [name: string, score: RelatedScore])[]): string {
  return formatTable(
    ['related lists, Layover', 'pages', 'entries', 'F1', 'precision', 'recall', 'dates exact'],
    scores.map(([name, score]) => [
      name,
      String(score.pages),
      String(score.entries),
      toScoreCell(score.f1),
      toScoreCell(score.precision),
      toScoreCell(score.recall),
      toScoreCell(score.datesExact),
    ]),
  );
}
