// Rows of features with labels in, boosted regression trees out: gradient boosting of the logistic loss on histograms
// (Friedman 2001; Chen and Guestrin 2016, "XGBoost", for the gain of a split and the score of a leaf). The same rows always give
// the same trees.
import type { WrittenTree } from '../../../electron/extract/content/trees.ts';

/** Rows to learn from; all arrays have one value a row. */
export interface Rows {
  /** Row after row, `width` features each. */
  readonly values: Float32Array;
  readonly width: number;
  readonly isContent: Uint8Array;
  /** How much a row counts; 0 leaves it out. */
  readonly weights: Float64Array;
}

/** How trees are grown. */
export interface Growth {
  readonly trees: number;
  readonly depth: number;
  /** Share of each tree's scores that is taken. */
  readonly rate: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leastWeight: number;
  /** Quadratic penalty on the scores. */
  readonly penalty: number;
  readonly rowShare: number;
  readonly featureShare: number;
}

/** Features in bins: the thresholds between them, and by feature the bin of each row. */
export interface Bins {
  readonly thresholds: readonly Float32Array[];
  readonly columns: readonly Uint8Array[];
}

const MOST_BINS = 96;
const SAMPLE = 40_000;

/** Sorts every feature into at most 96 bins of about as many rows each. */
export function binRows({ values, width, isContent }: Pick<Rows, 'values' | 'width' | 'isContent'>): Bins {
  const count = isContent.length;
  const step = Math.max(1, Math.floor(count / SAMPLE));
  const thresholds: Float32Array[] = [];
  const columns: Uint8Array[] = [];
  for (let feature = 0; feature < width; feature++) {
    const sample = new Float32Array(Math.ceil(count / step));
    for (let i = 0; i < sample.length; i++) sample[i] = values[i * step * width + feature] ?? 0;
    const cuts = cutSample(sample.sort());
    thresholds.push(cuts);
    columns.push(Uint8Array.from({ length: count }, (_, row) => binOf(cuts, values[row * width + feature] ?? 0)));
  }
  return { thresholds, columns };
}

/** Cuts sorted values between distinct ones. */
function cutSample(sorted: Float32Array): Float32Array {
  const cuts: number[] = [];
  const perBin = sorted.length / MOST_BINS;
  let next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [value, after] = [sorted[i] ?? 0, sorted[i + 1] ?? 0];
    if (value === after || i + 1 < next) continue;
    cuts.push(Math.fround((value + after) / 2));
    next = i + 1 + perBin;
  }
  return Float32Array.from(cuts.length < MOST_BINS ? cuts : cuts.slice(0, MOST_BINS - 1));
}

function binOf(cuts: Float32Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (cuts[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A node being grown: the rows that reach it and the histogram of their gradients. */
interface Open {
  readonly rows: Int32Array;
  readonly gradient: number;
  readonly weight: number;
  readonly histogram: Float64Array;
  readonly depth: number;
}

interface Split {
  readonly gain: number;
  /** Place among the tree's features. */
  readonly slot: number;
  readonly bin: number;
}

/** Grows the trees; `told` hears of each. */
export function growTrees(rows: Omit<Rows, 'values' | 'width'>, bins: Bins, growth: Growth): WrittenTree[] {
  return new Grower(rows, bins, growth).grow();
}

class Grower {
  private readonly rows: Omit<Rows, 'values' | 'width'>;
  private readonly bins: Bins;
  private readonly growth: Growth;
  private readonly used: Int32Array;
  private readonly odds: Float64Array;
  private readonly gradients: Float64Array;
  private readonly curvatures: Float64Array;
  private readonly random = seeded(20_260_923);
  private features: readonly number[] = [];

  constructor(rows: Omit<Rows, 'values' | 'width'>, bins: Bins, growth: Growth) {
    this.rows = rows;
    this.bins = bins;
    this.growth = growth;
    const count = rows.isContent.length;
    this.used = Int32Array.from(Array.from({ length: count }, (_, i) => i).filter((i) => (rows.weights[i] ?? 0) > 0));
    this.odds = new Float64Array(count);
    this.gradients = new Float64Array(count);
    this.curvatures = new Float64Array(count);
  }

  grow(): WrittenTree[] {
    const trees: WrittenTree[] = [];
    for (let tree = 0; tree < this.growth.trees; tree++) {
      this.differentiate();
      const drawn = this.used.filter(() => this.random() < this.growth.rowShare);
      this.features = this.bins.columns.map((_, i) => i).filter(() => this.random() < this.growth.featureShare);
      const written: number[] = [];
      this.writeNode(this.open(drawn, 0), written);
      trees.push(written);
      this.addScores(written);
    }
    return trees;
  }

  private differentiate(): void {
    const { isContent, weights } = this.rows;
    for (const row of this.used) {
      const chance = 1 / (1 + Math.exp(-(this.odds[row] ?? 0)));
      const weight = weights[row] ?? 0;
      this.gradients[row] = (chance - (isContent[row] ?? 0)) * weight;
      this.curvatures[row] = chance * (1 - chance) * weight;
    }
  }

  private open(rows: Int32Array, depth: number, histogram = this.count(rows)): Open {
    let [gradient, weight] = [0, 0];
    for (const row of rows) {
      gradient += this.gradients[row] ?? 0;
      weight += this.curvatures[row] ?? 0;
    }
    return { rows, gradient, weight, histogram, depth };
  }

  /** Sums of gradients and of curvatures by feature and bin. */
  private count(rows: Int32Array): Float64Array {
    const histogram = new Float64Array(this.features.length * MOST_BINS * 2);
    for (let slot = 0; slot < this.features.length; slot++) {
      const column = this.bins.columns[this.features[slot] ?? 0];
      if (column === undefined) continue;
      const base = slot * MOST_BINS * 2;
      for (let i = 0; i < rows.length; i++) {
        const row = rows[i] ?? 0;
        const at = base + (column[row] ?? 0) * 2;
        histogram[at] = (histogram[at] ?? 0) + (this.gradients[row] ?? 0);
        histogram[at + 1] = (histogram[at + 1] ?? 0) + (this.curvatures[row] ?? 0);
      }
    }
    return histogram;
  }

  private writeNode(node: Open, written: number[]): void {
    const { penalty, rate, depth } = this.growth;
    const split = node.depth < depth ? this.bestSplit(node) : undefined;
    if (split === undefined) {
      written.push(-1, round((-rate * node.gradient) / (node.weight + penalty)));
      return;
    }
    const feature = this.features[split.slot] ?? 0;
    const column = this.bins.columns[feature] ?? new Uint8Array();
    const lesser = node.rows.filter((row) => (column[row] ?? 0) <= split.bin);
    const greater = node.rows.filter((row) => (column[row] ?? 0) > split.bin);
    const isLesserSmall = lesser.length <= greater.length;
    const small = this.open(isLesserSmall ? lesser : greater, node.depth + 1);
    // What one branch has not, the other has.
    const rest = node.histogram.map((sum, i) => sum - (small.histogram[i] ?? 0));
    const large = this.open(isLesserSmall ? greater : lesser, node.depth + 1, rest);
    written.push(feature, this.bins.thresholds[feature]?.[split.bin] ?? 0);
    this.writeNode(isLesserSmall ? small : large, written);
    this.writeNode(isLesserSmall ? large : small, written);
  }

  private bestSplit({ histogram, gradient, weight }: Open): Split | undefined {
    const { leastWeight, penalty } = this.growth;
    const whole = (gradient * gradient) / (weight + penalty);
    let best: Split | undefined;
    let most = 1e-3;
    for (let slot = 0; slot < this.features.length; slot++) {
      const cuts = this.bins.thresholds[this.features[slot] ?? 0]?.length ?? 0;
      let [leftGradient, leftWeight] = [0, 0];
      for (let bin = 0; bin < cuts; bin++) {
        const at = (slot * MOST_BINS + bin) * 2;
        leftGradient += histogram[at] ?? 0;
        leftWeight += histogram[at + 1] ?? 0;
        const rightWeight = weight - leftWeight;
        if (leftWeight < leastWeight) continue;
        if (rightWeight < leastWeight) break;
        const rightGradient = gradient - leftGradient;
        const gain =
          (leftGradient * leftGradient) / (leftWeight + penalty) +
          (rightGradient * rightGradient) / (rightWeight + penalty) -
          whole;
        if (gain <= most) continue;
        most = gain;
        best = { gain, slot, bin };
      }
    }
    return best;
  }

  /** Adds the new tree's score to every row's odds, by bins. */
  private addScores(tree: WrittenTree): void {
    const nodes = linkNodes(tree);
    const bins = nodes.map(({ feature, value }) =>
      feature === -1 ? 0 : (this.bins.thresholds[feature] ?? new Float32Array()).indexOf(value),
    );
    for (const row of this.used) {
      let at = 0;
      let node = nodes[0];
      while (node !== undefined && node.feature !== -1) {
        at = (this.bins.columns[node.feature]?.[row] ?? 0) <= (bins[at] ?? 0) ? at + 1 : node.greater;
        node = nodes[at];
      }
      this.odds[row] = (this.odds[row] ?? 0) + (node?.value ?? 0);
    }
  }
}

interface LinkedNode {
  readonly feature: number;
  readonly value: number;
  greater: number;
}

function linkNodes(tree: WrittenTree): LinkedNode[] {
  const nodes: LinkedNode[] = [];
  const open: LinkedNode[] = [];
  for (let at = 0; at < tree.length; at += 2) {
    const node = { feature: tree[at] ?? -1, value: tree[at + 1] ?? 0, greater: 0 };
    nodes.push(node);
    if (node.feature !== -1) open.push(node);
    else {
      const split = open.pop();
      if (split !== undefined) split.greater = nodes.length;
    }
  }
  return nodes;
}

function round(score: number): number {
  return Number(score.toFixed(4));
}

/** Uniform numbers from 0 to 1, the same for the same seed (Steele, Lea and Flood 2014, SplitMix, in 32 bits). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
