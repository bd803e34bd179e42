// `npm run quality`: measures extraction over ../shared/extraction and prints it beside the open extractors.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { toAnswer } from './answer.ts';
import { foldTable, scoreFolds } from './folds.ts';
import { changeTable, toJson } from './jsonScores.ts';
import { parseOptions, USAGE, type Options } from './options.ts';
import { factTable, textTable, typeTable, worstTable, wrongTable, type SystemScores } from './printScores.ts';
import { readLabels, relatedTable, scoreAnswers } from './related.ts';
import type { RelatedScore } from './relatedScore.ts';
import { writeReport } from './report.ts';
import { answersOf, areAnswersKept, soakOf, speedOf, type Places } from './runSystem.ts';
import { scorePage, type MeasuredPage } from './scores.ts';
import { speedTable, summarizeSpeed, type SpeedSummary } from './speedTable.ts';
import { SYSTEM_NAMES, type SystemName } from './systems.ts';
import { findDataFolder, readPage, readTruth, type SetName } from './truth.ts';

const root = process.env['QUALITY_ROOT'] ?? process.cwd();
const options = readOptions();
const data = findDataFolder(root);
if (options !== undefined && data === undefined) {
  console.log('SKIPPED: ../shared/extraction is not there, so nothing was measured.');
} else if (options !== undefined && data !== undefined) {
  await measure(options, {
    data,
    cache: join(root, '.cache/quality'),
    programs: process.env['QUALITY_PROGRAMS'] ?? join(root, '.cache/quality/programs'),
  });
}

function readOptions(): Options | undefined {
  try {
    return parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exitCode = 2;
    return undefined;
  }
}

async function measure(wanted: Options, places: Places): Promise<void> {
  if (wanted.soak > 0) {
    console.log(await soakOf(wanted.soak, wanted.sets, places));
    return;
  }
  const systems =
    wanted.systems.length > 0 ? wanted.systems : SYSTEM_NAMES.filter((name) => isWorthwhile(name, wanted, places));
  const all: SystemScores[] = [];
  for (const system of systems) all.push(await scoreSystem(system, wanted.sets, places));
  const speeds: SpeedSummary[] = [];
  if (!wanted.isQuick) {
    for (const system of systems) speeds.push(summarizeSpeed(system, await speedOf(system, ['sh'], places)));
  }
  const ours = all.find(({ system }) => system === 'layover') ?? all[0];
  const related = ours?.system === 'layover' ? scoreLabels(ours, wanted) : [];
  const folds = ours === undefined || wanted.isQuick ? [] : scoreFolds(ours.sets);
  if (wanted.isJson) {
    console.log(JSON.stringify(toJson(all, { folds, speeds, related: Object.fromEntries(related) }), null, 2));
    return;
  }
  printTables(wanted, all, ours);
  if (related.length > 0) print(relatedTable(related));
  if (wanted.isQuick || ours === undefined) return;
  print(
    foldTable(folds),
    `${speedTable(speeds)}\nMeasured on sh: two rounds after a warming one, the better time of each page.`,
  );
  const report = writeReport(join(root, 'out/quality'), ours.sets, (page) => readPage(places.data, page));
  print(`The worst pages side by side: ${relative(root, report)}`);
}

function scoreLabels({ sets }: SystemScores, { isFinal }: Options): (readonly [string, RelatedScore])[] {
  const answers = [...sets.values()].flat().map(({ answer }) => answer);
  return (isFinal ? ['dev', 'final'] : ['dev']).flatMap((name) => {
    const score = scoreAnswers(readLabels(join(root, `tests/labels/${name}.jsonl`)), answers);
    return score === undefined ? [] : [[name, score] as const];
  });
}

/** Peers take minutes, which a quick run does not have. */
function isWorthwhile(system: SystemName, wanted: Options, places: Places): boolean {
  return !wanted.isQuick || system === 'layover' || areAnswersKept(system, wanted.sets, places);
}

function printTables(wanted: Options, all: readonly SystemScores[], ours: SystemScores | undefined): void {
  print(
    `${textTable(all, wanted.sets)}\nsh is scored without figure captions, since its truth has none; a reader keeps them.`,
  );
  if (wanted.sets.includes('wcxb')) print(typeTable(all));
  print(factTable(all, wanted.sets));
  for (const [set, pages] of ours?.sets ?? []) {
    if (pages.some(({ score }) => score.text !== undefined)) print(worstTable(set, pages));
    for (const fact of wanted.wrong) print(wrongTable(set, fact, pages));
  }
  if (wanted.against !== undefined) print(changeTable(all, JSON.parse(readFileSync(wanted.against, 'utf8'))));
}

async function scoreSystem(system: SystemName, sets: readonly SetName[], places: Places): Promise<SystemScores> {
  const scores = new Map<SetName, readonly MeasuredPage[]>();
  for (const set of sets) {
    const answers = await answersOf(system, set, places);
    const pages = readTruth(places.data, set).map((truth) => {
      const answer = answers.get(truth.id) ?? toAnswer(truth.id, null, 'no answer');
      return { truth, answer, score: scorePage(truth, answer) };
    });
    scores.set(set, pages);
  }
  return { system, sets: scores };
}

function print(...tables: readonly string[]): void {
  for (const table of tables) if (table !== '') console.log(`${table}\n`);
}
