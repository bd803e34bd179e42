// A page's context in, the odds that each of its lines is content out: a first look at every line, then a second one in its light.
import { HINT_NAMES } from './hints.ts';
import { FEATURES, LineFeatures } from './lineFeatures.ts';
import written from './model.json' with { type: 'json' };
import { FAR, type PageContext } from './pageContext.ts';
import { SECOND_FEATURES, SecondLook } from './secondLook.ts';
import { askTrees, readTrees, type Trees, type WrittenTree } from './trees.ts';
import { WORDING_NAMES } from './wording.ts';

/** The fitted trees, as they lie in `model.json`. */
export interface WrittenModel {
  readonly first: readonly WrittenTree[];
  /** Ask for the features of the second look, followed by those of the first. */
  readonly second: readonly WrittenTree[];
}

/** A model ready to be asked. */
export interface Model {
  readonly first: Trees;
  readonly second: Trees;
}

/** Makes a model ready. */
export function readModel({ first, second }: WrittenModel): Model {
  return { first: readTrees(first), second: readTrees(second) };
}

/** The model that `npm run fit` fitted to the development pages of public data sets. */
export const MODEL: Model = readModel(written);

/** Rows asked together: as many as stay near the processor while the trees pass by. */
const BATCH = 64;
/** A page with more lines has their features worked out twice rather than held. */
const MOST_HELD = 8000;

/** Log-odds that each line is content: the mean of both looks, corrected by what is certain. */
export function weighLines(context: PageContext, { first, second }: Model): Float64Array {
  const count = context.outline.lines.length;
  const lines = new LineFeatures(context);
  const held = count > MOST_HELD ? undefined : new Float32Array(count * FEATURES.length);
  const odds = new Float64Array(count);
  const firstBatch = new Batch(first, FEATURES.length, odds);
  for (let i = 0; i < count; i++) {
    lines.read(i);
    held?.set(lines.row, i * FEATURES.length);
    firstBatch.add(lines.row);
  }
  firstBatch.end();
  const again = new Float64Array(count);
  const secondBatch = new Batch(second, SECOND_FEATURES.length + FEATURES.length, again);
  forEachSecondRow(context, odds, (_, row) => secondBatch.add(row), held);
  secondBatch.end();
  return odds.map((each, i) => correct(context, i, (each + (again[i] ?? 0)) / 2));
}

/** Gathers rows, in order, and asks the trees for many of them at once. */
class Batch {
  private readonly trees: Trees;
  private readonly width: number;
  private readonly odds: Float64Array;
  private readonly rows: Float32Array;
  private count = 0;
  private done = 0;

  constructor(trees: Trees, width: number, odds: Float64Array) {
    this.trees = trees;
    this.width = width;
    this.odds = odds;
    this.rows = new Float32Array(BATCH * width);
  }

  add(row: Float32Array): void {
    this.rows.set(row, this.count * this.width);
    this.count++;
    if (this.count === BATCH) this.end();
  }

  end(): void {
    askTrees(this.trees, this.rows, this.odds.subarray(this.done, this.done + this.count), this.width);
    this.done += this.count;
    this.count = 0;
  }
}

const OFFER = HINT_NAMES.indexOf('offer');
const SHARE = HINT_NAMES.indexOf('share');
const OFFERS = WORDING_NAMES.indexOf('offer');
const SHARES = WORDING_NAMES.indexOf('share');
/** How many blocks above a line a hint still speaks of it. */
const NEAR = 3;
/** Taken off the odds of what its markup and its words both call an offer or a share bar. */
const CERTAIN = 3;

/** A caption goes with its figure, whatever it says; an offer that is marked as one and words one is no content. */
function correct({ outline, facts, captions, hintDistance }: PageContext, i: number, odds: number): number {
  const block = outline.lines[i]?.block ?? 0;
  if (captions[block] === 1) return 0;
  const wordings = facts[i]?.wordings ?? 0;
  const isBoth = (hint: number, wording: number): boolean =>
    ((wordings >> wording) & 1) === 1 && (hintDistance[block * HINT_NAMES.length + hint] ?? FAR) <= NEAR;
  return isBoth(OFFER, OFFERS) || isBoth(SHARE, SHARES) ? odds - CERTAIN : odds;
}

/**
 * Hands each line's features for the second look to `take`; the row is used again for the next line. `held` are the features of
 * the first look of all lines, one after the other, where they are known already.
 */
export function forEachSecondRow(
  context: PageContext,
  odds: Float64Array,
  take: (line: number, row: Float32Array) => void,
  held?: Float32Array,
): void {
  const width = FEATURES.length;
  const lines = new LineFeatures(context);
  const look = new SecondLook(context, odds);
  const row = new Float32Array(SECOND_FEATURES.length + width);
  for (let i = 0; i < odds.length; i++) {
    if (held === undefined) lines.read(i);
    look.read(i);
    row.set(look.row);
    row.set(held?.subarray(i * width, (i + 1) * width) ?? lines.row, SECOND_FEATURES.length);
    take(i, row);
  }
}
