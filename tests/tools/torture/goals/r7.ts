// R7: what is backed up comes back, and a copy is never refreshed from what is damaged.
import { joinParts, type Goal } from '../goal.ts';
import { drill, isBlindCopyLost, refreshCopies, useDays, useHighlightDays } from '../restoreDrill.ts';

const SIZES = { short: { days: 10, times: 15 }, long: { days: 60, times: 500 } };

/** See `docs/promises.md`. */
export const r7: Goal = {
  id: 'R7',
  goal: 'backups',
  figure: 'last good copy, 7 daily ones, one before each migration; refreshed only from a checked file; restore drill',
  needs: [],
  limitMinutes: { short: 3, long: 15 },
  async run({ isLong, work }) {
    const { days, times } = isLong ? SIZES.long : SIZES.short;
    const parts = [
      ...(await drill(work, days)),
      await refreshCopies(work, times),
      await useDays(work),
      await useHighlightDays(work),
    ];
    const hasFired = await isBlindCopyLost(work);
    return {
      tried: `a library with a new article and a backup every day for ${days} days, in a folder that the person chose, and both ends of what is kept restored into empty libraries; settings damaged between starts; settings changed, and a highlight made, every day, then damaged with their good copies. Saves on their way have a good copy and no copies of days, since one that is done must not come back; library.json never changes. There is no migration to back up before: the first format of the library is still its only one`,
      ...joinParts(parts),
      control: {
        tried: `a copier that does not look at what it copies: the good copy is ${hasFired ? 'lost' : 'there'}`,
        hasFired,
      },
    };
  },
};
