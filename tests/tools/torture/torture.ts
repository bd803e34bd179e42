// `npm run torture`: puts each promise, or those that are named, to the test and writes docs/promises.md. Ends with 1 when one was missed.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GOALS } from './goals.ts';
import { parseOptions } from './options.ts';
import { mergeRows, parseRows, toMarkdown, toRow, type PromiseRow } from './promiseRows.ts';
import { runGoal } from './runGoal.ts';

const IDS = GOALS.map(({ id }) => id);
const DOCS = join(process.env['QUALITY_ROOT'] ?? '.', 'docs');
const [TABLE, ROWS] = [join(DOCS, 'promises.md'), join(DOCS, 'promises.json')];

const options = parseOptions(process.argv.slice(2), IDS);
if (options === undefined) {
  process.stderr.write(`use: npm run torture -- [${IDS.join('|')}]… [--seed N] [--long]\n`);
  process.exitCode = 2;
} else {
  const { ids, seed, isLong } = options;
  const program = join(process.env['QUALITY_PROGRAMS'] ?? '', 'goalProcess.mjs');
  for (const goal of GOALS.filter(({ id }) => ids.includes(id))) {
    process.stdout.write(`${goal.id} ${goal.goal} …\n`);
    const begun = performance.now();
    const ending = await runGoal(goal, { seed, isLong, program });
    const date = new Date().toISOString().slice(0, 10);
    const row = toRow(goal, ending, { date, seed, isLong, seconds: (performance.now() - begun) / 1_000 });
    process.stdout.write(`   ${row.outcome}, ${row.seconds} s: ${row.measured}\n   control: ${row.control}\n`);
    if (row.outcome === 'missed') process.exitCode = 1;
    write(row);
  }
}

/** Right after each, so that a run that is stopped has said what it saw. */
function write(row: PromiseRow): void {
  const old = existsSync(ROWS) ? parseRows(readFileSync(ROWS, 'utf8')) : [];
  const rows = mergeRows(old, [row], IDS);
  writeFileSync(ROWS, `${JSON.stringify(rows, null, 2)}\n`);
  writeFileSync(TABLE, toMarkdown(rows));
}
