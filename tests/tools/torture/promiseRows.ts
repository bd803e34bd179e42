// What came of goals in; the rows of docs/promises.json and the text of docs/promises.md out. Refuses rows of any other form. Pure.
import * as v from 'valibot';
import type { Goal, Showing } from './goal.ts';

const rowSchema = v.strictObject({
  id: v.string(),
  goal: v.string(),
  figure: v.string(),
  /** `partly`: all that could be tried here held, and some of it could not be tried. */
  outcome: v.picklist(['held', 'partly', 'missed', 'not tried']),
  tried: v.string(),
  measured: v.string(),
  control: v.string(),
  date: v.string(),
  seed: v.number(),
  length: v.picklist(['short', 'long']),
  seconds: v.number(),
});

/** A line of the table. */
export type PromiseRow = v.InferOutput<typeof rowSchema>;

/** How a goal's process ended. */
export type Ending =
  | { readonly ended: 'shown'; readonly showing: Showing }
  /** It crashed, threw or took too long. */
  | { readonly ended: 'failed'; readonly reason: string }
  /** The machine lacks what it needs. */
  | { readonly ended: 'impossible'; readonly reason: string };

/** When and how a goal was run. */
export interface Run {
  /** A day, as in 2026-03-01. */
  readonly date: string;
  readonly seed: number;
  readonly isLong: boolean;
  readonly seconds: number;
}

/** The row of a goal. A control that has not fired fails it, whatever else was seen. */
export function toRow(goal: Pick<Goal, 'id' | 'goal' | 'figure'>, ending: Ending, run: Run): PromiseRow {
  const about = {
    id: goal.id,
    goal: goal.goal,
    figure: goal.figure,
    date: run.date,
    seed: run.seed,
    length: run.isLong ? 'long' : 'short',
    seconds: Math.round(run.seconds),
  } as const;
  if (ending.ended === 'impossible')
    return { ...about, outcome: 'not tried', tried: 'nothing', measured: ending.reason, control: '' };
  if (ending.ended === 'failed')
    return { ...about, outcome: 'missed', tried: 'ended before it was through', measured: ending.reason, control: '' };
  const { tried, measured, isHeld, control, leftOut = [] } = ending.showing;
  const isDead = control?.hasFired === false;
  const isWhole = leftOut.length === 0;
  return {
    ...about,
    outcome: !isHeld || isDead ? 'missed' : isWhole ? 'held' : 'partly',
    tried: [tried, ...leftOut.map((part) => `not tried here: ${part}`)].join('; '),
    measured,
    control:
      control === undefined ? 'none' : `${isDead ? 'DID NOT FIRE, so this check is dead: ' : ''}${control.tried}`,
  };
}

/** Rows by the order of ids; a row of `fresh` takes the place of the one with its id, all others stay. */
export function mergeRows(
  old: readonly PromiseRow[],
  fresh: readonly PromiseRow[],
  order: readonly string[],
): readonly PromiseRow[] {
  const rows = new Map([...old, ...fresh].map((row) => [row.id, row]));
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...rows.values()].toSorted((a, b) => place(a.id) - place(b.id));
}

/** Reads rows as they were written. Throws on anything else. */
export function parseRows(text: string): readonly PromiseRow[] {
  return v.parse(v.array(rowSchema), JSON.parse(text));
}

const HEAD = `# Promises

What the app promises of itself under attack and under accidents, and what came of putting it to the test. **This file is written by \`npm run torture\`**
(as is \`promises.json\` beside it, from which it is made); nobody writes it by hand. Run one again with \`npm run torture -- ID --seed N\`, in full with \`--long\`.

*held*: what was measured meets the figure, and the control, which does the same to something that must fail it, did fail. *partly*: so it is, but
a part could not be tried on the machine, and the row says which and why. *missed*: the figure was not met, or the control did not fire. *not tried*: the machine lacks what it needs.
A *short* run is a small form of the full one. \`npm test\` does a fiftieth of the short form of S5, S9, R6 and R9, and parts of R7, with their controls
(\`tests/unit/tools/tortureGlance.test.ts\`); the walls of the others have tests of their own, which \`threat-model.md\` names, and R1, R3, R4, R5 and R8 those in \`tests/unit/store\`.
`;

const COLUMNS = ['', 'promise', 'figure', 'outcome', 'tried', 'measured', 'control', 'when'];

/** The whole of docs/promises.md. */
export function toMarkdown(rows: readonly PromiseRow[]): string {
  const counts = (['held', 'partly', 'missed', 'not tried'] as const).map(
    (outcome) => `${rows.filter((row) => row.outcome === outcome).length} ${outcome}`,
  );
  const lines = rows.map((row) => [
    row.id,
    row.goal,
    row.figure,
    row.outcome === 'held' ? 'held' : `**${row.outcome}**`,
    row.tried,
    row.measured,
    row.control,
    `${row.date}, seed ${row.seed}, ${row.length}, ${row.seconds} s`,
  ]);
  const table = [COLUMNS, COLUMNS.map(() => '---'), ...lines].map((cells) => `| ${cells.map(toCell).join(' | ')} |`);
  return `${HEAD}\n${counts.join(', ')}.\n\n${table.join('\n')}\n`;
}

/** Words of a failure may be anything; in a table they stay on one line and in one cell. */
function toCell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;').trim();
}
