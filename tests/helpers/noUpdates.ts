// What a Layover without a publisher has of updates: nothing.
import type { UpdateKeeperOptions } from '../../electron/library/updating/updateKeeper.ts';

/** Options of a keeper that can ask nobody. */
export const NO_UPDATES: Omit<UpdateKeeperOptions, 'trips'> = {
  open: undefined,
  isPacking: () => false,
  isMetered: () => Promise.resolve(false),
  looksByItself: () => true,
  endFor: (install) => install(),
  changed: () => undefined,
  now: () => new Date(),
  report: (bug) => {
    throw bug;
  },
};
