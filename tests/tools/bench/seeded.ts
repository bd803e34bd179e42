// A seed in; chance that is the same for the same seed out. Pure.
import { seededRandom } from '../../unit/store/drafts.ts';

/** Draws from one seeded stream. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  share(): number;
  /** True in `share` of all draws. */
  happens(share: number): boolean;
  /** A whole number from `least` up to and including `most`. */
  between(least: number, most: number): number;
  /** Throws when there is nothing to pick from. */
  pick<T>(list: readonly T[]): T;
  /** A place in a list of `size`, the first ones most often: place r with a weight of about 1 / (r + 1) (Zipf's law, exponent 1). */
  rank(size: number): number;
  /** From a log-normal distribution of this mean whose logarithm has this standard deviation. */
  spread(mean: number, deviation: number): number;
}

/** Opens a stream of its own for each pair of numbers: what `stream` is for, and which of them. */
export function chanceOf(stream: number, index: number): Chance {
  const share = seededRandom(Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(stream + 1, 0x85ebca6b));
  return {
    share,
    happens: (of) => share() < of,
    between: (least, most) => least + Math.floor(share() * (most - least + 1)),
    pick(list) {
      const picked = list[Math.floor(share() * list.length)];
      if (picked === undefined) throw new Error('there is nothing to pick from');
      return picked;
    },
    rank: (size) => Math.min(size - 1, Math.floor(Math.exp(share() * Math.log(size + 1))) - 1),
    spread(mean, deviation) {
      // Box and Muller, "A note on the generation of random normal deviates" (1958).
      const normal = Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
      return Math.exp(Math.log(mean) - (deviation * deviation) / 2 + deviation * normal);
    },
  };
}
