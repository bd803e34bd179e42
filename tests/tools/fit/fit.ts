// `npm run fit`: fits the content model to the data sets in ../shared/extraction and writes it; before that it fits five more, each
// without a fifth of the pages, and prints how well these do on the fifth they never saw. `--folds` prints only.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { FEATURES, LineFeatures } from '../../../electron/extract/content/lineFeatures.ts';
import { forEachSecondRow, readModel, type WrittenModel } from '../../../electron/extract/content/model.ts';
import { SECOND_FEATURES } from '../../../electron/extract/content/secondLook.ts';
import { askTrees, readTrees, type WrittenTree } from '../../../electron/extract/content/trees.ts';
import { FOLDS, foldTable } from '../quality/folds.ts';
import { findDataFolder } from '../quality/truth.ts';
import { binRows, growTrees, type Growth, type Rows } from './boost.ts';
import { readExamples, type Example } from './examples.ts';
import { scoreHeldOut } from './heldOut.ts';

const FIRST: Growth = {
  trees: 240,
  depth: 6,
  rate: 0.08,
  leastWeight: 20,
  penalty: 5,
  rowShare: 0.7,
  featureShare: 0.4,
};
const SECOND: Growth = { ...FIRST, trees: 130, depth: 5, rate: 0.07, leastWeight: 30, penalty: 10 };

const root = process.env['QUALITY_ROOT'] ?? process.cwd();
const folder = findDataFolder(root);
if (folder === undefined) {
  process.stderr.write('There is nothing to fit to: ../shared/extraction is absent. The model stays as it is.\n');
  process.exitCode = 1;
} else {
  fit(readExamples(folder), process.argv.includes('--folds'));
}

function fit(examples: readonly Example[], isDry: boolean): void {
  say(`${String(examples.length)} pages read`);
  const rows = toRows(examples, FEATURES.length, (example, take) => {
    const lines = new LineFeatures(example.context);
    for (let i = 0; i < example.labels.length; i++) {
      lines.read(i);
      take(lines.row);
    }
  });
  const firsts = growFolds(examples, rows, FIRST, 'first look');
  // A second look learns from odds that were given by trees which never saw the page, as it will meet them.
  const odds = examples.map((example, i) => {
    const trees = readTrees(firsts.folds[example.fold] ?? []);
    const start = rows.starts[i] ?? 0;
    const sums = new Float64Array(example.labels.length);
    askTrees(trees, rows.values.subarray(start * rows.width), sums, rows.width);
    return sums;
  });
  const width = SECOND_FEATURES.length + FEATURES.length;
  const seconds = growFolds(
    examples,
    toRows(examples, width, (example, take) => {
      forEachSecondRow(example.context, odds[examples.indexOf(example)] ?? new Float64Array(), (_, row) => {
        take(row);
      });
    }),
    SECOND,
    'second look',
  );
  const models = FOLDS.map((fold) => readModel({ first: firsts.folds[fold] ?? [], second: seconds.folds[fold] ?? [] }));
  process.stdout.write(`Pages that the model had not seen:\n${foldTable(scoreHeldOut(examples, models))}\n`);
  if (isDry) return;
  const model: WrittenModel = { first: firsts.whole.map(shorten), second: seconds.whole.map(shorten) };
  const lines = (trees: readonly WrittenTree[]): string => trees.map((tree) => JSON.stringify(tree)).join(',\n');
  const file = join(root, 'electron/extract/content/model.json');
  writeFileSync(file, `{"first": [\n${lines(model.first)}\n],\n"second": [\n${lines(model.second)}\n]}\n`);
  say(`written to ${file}`);
}

/** All pages' rows, one after another; `starts` has the first row of each. */
type PageRows = Rows & { readonly starts: readonly number[]; readonly folds: Uint8Array };

function toRows(
  examples: readonly Example[],
  width: number,
  read: (example: Example, take: (row: Float32Array) => void) => void,
): PageRows {
  const count = examples.reduce((sum, { labels }) => sum + labels.length, 0);
  const rows = {
    values: new Float32Array(count * width),
    width,
    isContent: new Uint8Array(count),
    weights: new Float64Array(count),
    folds: new Uint8Array(count),
  };
  const starts: number[] = [];
  const sum = examples.reduce((total, { weights }) => weights.reduce((all, weight) => all + weight, total), 0);
  let at = 0;
  for (const example of examples) {
    starts.push(at);
    let row = at;
    read(example, (values) => {
      rows.values.set(values, row++ * width);
    });
    for (const [i, label] of example.labels.entries()) {
      rows.isContent[at] = label === 1 ? 1 : 0;
      rows.weights[at] = ((example.weights[i] ?? 0) * count) / sum;
      rows.folds[at++] = example.fold;
    }
  }
  return { ...rows, starts };
}

/** Trees grown without each fold, and trees grown from all pages. */
function growFolds(
  examples: readonly Example[],
  rows: PageRows,
  growth: Growth,
  name: string,
): { readonly folds: readonly (readonly WrittenTree[])[]; readonly whole: readonly WrittenTree[] } {
  const bins = binRows(rows);
  const grow = (fold: number): readonly WrittenTree[] => {
    const began = performance.now();
    const weights = rows.weights.map((weight, i) => (rows.folds[i] === fold ? 0 : weight));
    const trees = growTrees({ isContent: rows.isContent, weights }, bins, growth);
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    say(
      `${name}, ${fold === -1 ? `all ${String(examples.length)} pages` : `without fold ${String(fold + 1)}`}: ${seconds} s`,
    );
    return trees;
  };
  return { folds: FOLDS.map(grow), whole: grow(-1) };
}

/** As few digits as tell two 32-bit numbers apart. */
function shorten(tree: WrittenTree): WrittenTree {
  return tree.map((value) => Number(value.toPrecision(8)));
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
