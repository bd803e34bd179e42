// The odds of every line after a first look in; what its surroundings say, seen in that light, out: the features of a second look.
import type { Block, Outline } from './outline.ts';
import type { PageContext } from './pageContext.ts';

const NEIGHBOURS = [-3, -2, -1, 1, 2, 3] as const;
const REACHES = [2, 5, 15] as const;
const LEVELS = 6;
/** No line stands there. */
const NONE = -9;
/** Beyond this, odds say no more. */
const SURE = 6;

/** Names of the features, in the order of their numbers. */
export const SECOND_FEATURES: readonly string[] = [
  'odds',
  ...NEIGHBOURS.map((at) => `odds at ${String(at)}`),
  ...'odds of prose before, odds of prose after'.split(', '),
  ...REACHES.map((reach) => `odds within ${String(reach)}`),
  ...'kept before, kept after, kept words, kept of page, best odds'.split(', '),
  ...Array.from({ length: LEVELS }, (_, level) =>
    ['odds', 'kept within', 'share of kept'].map((name) => `${name} ${String(level)} up`),
  ).flat(),
  ...'odds of kin, past region start, past region end, share of region'.split(', '),
];

/** Sums over what stands in each block, or over lines of one make. */
interface Sum {
  odds: number;
  weight: number;
  kept: number;
  words: number;
}

/** Writes the second features of each line of a page. */
export class SecondLook {
  /** The features of the line read last. */
  readonly row: Float32Array = new Float32Array(SECOND_FEATURES.length);
  private readonly context: PageContext;
  private readonly odds: Float64Array;
  private readonly weights: Float64Array;
  /** Sums over the lines before each line. */
  private readonly before: { readonly odds: Float64Array; readonly weight: Float64Array; readonly kept: Float64Array };
  private readonly blocks: readonly Sum[];
  private readonly kin: readonly Sum[];
  private readonly region: { readonly first: number; readonly last: number };
  private readonly kept: number;
  private readonly words: number;
  private readonly best: number;
  private at = 0;

  /** `odds` are those of the first look, in log-odds. */
  constructor(context: PageContext, odds: Float64Array) {
    this.context = context;
    this.odds = odds.map((each) => Math.max(-SURE, Math.min(SURE, each)));
    const { facts, outline } = context;
    this.weights = Float64Array.from(facts, ({ words }) => Math.sqrt(words));
    this.before = this.sumLines();
    this.blocks = this.sumBlocks(outline);
    this.kin = this.sumKin();
    this.region = this.bestRegion();
    this.kept = this.before.kept[facts.length] ?? 0;
    let [words, best] = [0, -SURE];
    for (const [i, fact] of facts.entries()) {
      words += fact.words;
      if (fact.words > 8) best = Math.max(best, this.odds[i] ?? NONE);
    }
    this.words = words;
    this.best = best;
  }

  /** Writes the features of line `i` into `row`. */
  read(i: number): void {
    const { outline, proseBefore, proseAfter, kin } = this.context;
    const count = outline.lines.length;
    const index = outline.lines[i]?.block ?? -1;
    this.at = 0;
    this.add(this.odds[i] ?? NONE);
    for (const offset of NEIGHBOURS) this.add(this.odds[i + offset] ?? NONE);
    this.add(this.odds[proseBefore[i] ?? -1] ?? NONE);
    this.add(this.odds[proseAfter[i] ?? count] ?? NONE);
    for (const reach of REACHES) {
      const [from, to] = [Math.max(0, i - reach), Math.min(count, i + reach + 1)];
      const weight = (this.before.weight[to] ?? 0) - (this.before.weight[from] ?? 0);
      this.add(((this.before.odds[to] ?? 0) - (this.before.odds[from] ?? 0)) / Math.max(1e-9, weight));
    }
    this.add((this.before.kept[i] ?? 0) / Math.max(1, this.kept));
    this.add((this.kept - (this.before.kept[i + 1] ?? 0)) / Math.max(1, this.kept));
    this.add(Math.log1p(this.kept));
    this.add(this.kept / Math.max(1, this.words));
    this.add(this.best);
    this.addAround(index);
    const own = this.kin[kin.makes[index] ?? -1];
    this.add((own?.odds ?? 0) / Math.max(1e-9, own?.weight ?? 0));
    const { first, last } = this.region;
    this.add(i - first);
    this.add(i - last);
    const inRegion = (this.before.kept[last + 1] ?? 0) - (this.before.kept[Math.max(0, first)] ?? 0);
    this.add(first === -1 ? 0 : inRegion / Math.max(1, this.kept));
  }

  private add(value: number): void {
    this.row[this.at++] = value;
  }

  private addAround(from: number): void {
    let index = from;
    for (let level = 0; level < LEVELS; level++) {
      const sum = this.blocks[index];
      this.add(sum === undefined ? NONE : sum.odds / Math.max(1e-9, sum.weight));
      this.add(sum === undefined ? -1 : sum.kept / Math.max(1e-9, sum.words));
      this.add(sum === undefined ? -1 : sum.kept / Math.max(1, this.kept));
      index = this.context.around[index] ?? -1;
    }
  }

  private sumLines(): SecondLook['before'] {
    const { facts } = this.context;
    const size = facts.length + 1;
    const [odds, weight, kept] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
    for (const [i, fact] of facts.entries()) {
      const [own, own2] = [this.odds[i] ?? 0, this.weights[i] ?? 0];
      odds[i + 1] = (odds[i] ?? 0) + own * own2;
      weight[i + 1] = (weight[i] ?? 0) + own2;
      kept[i + 1] = (kept[i] ?? 0) + (own > 0 ? fact.words : 0);
    }
    return { odds, weight, kept };
  }

  private sumBlocks({ blocks }: Outline): Sum[] {
    let total = 0;
    const words = new Float64Array(this.context.facts.length + 1);
    for (const [i, fact] of this.context.facts.entries()) words[i + 1] = total += fact.words;
    const { odds, weight, kept } = this.before;
    const within = (sums: Float64Array, { line, lineEnd }: Block): number => (sums[lineEnd] ?? 0) - (sums[line] ?? 0);
    return blocks.map((block) => ({
      odds: within(odds, block),
      weight: within(weight, block),
      kept: within(kept, block),
      words: within(words, block),
    }));
  }

  private sumKin(): Sum[] {
    const { kin, outline, facts } = this.context;
    const sums = kin.lines.map((): Sum => ({ odds: 0, weight: 0, kept: 0, words: 0 }));
    for (const [i, { block }] of outline.lines.entries()) {
      const sum = sums[kin.makes[block] ?? -1];
      if (sum === undefined) continue;
      const weight = this.weights[i] ?? 0;
      sum.odds += (this.odds[i] ?? 0) * weight;
      sum.weight += weight;
      sum.words += facts[i]?.words ?? 0;
    }
    return sums;
  }

  /** The span whose odds add up to the most (Kadane); a line far out costs no more than a doubtful one, so strong text bridges gaps. */
  private bestRegion(): { first: number; last: number } {
    let [first, sum, most] = [0, 0, 0];
    let best = { first: -1, last: -1 };
    for (let i = 0; i < this.odds.length; i++) {
      if (sum <= 0) [first, sum] = [i, 0];
      sum += Math.max(-2.5, this.odds[i] ?? 0) * (this.weights[i] ?? 0);
      if (sum <= most) continue;
      most = sum;
      best = { first, last: i };
    }
    return best;
  }
}
