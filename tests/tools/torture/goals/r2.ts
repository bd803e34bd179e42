// R2: the power is cut while the library is at work on an ext4 of its own.
import { joinParts, type Goal } from '../goal.ts';
import { cutLibrary, cutStock } from '../powerCuts.ts';

const CUTS = { short: 50, long: 500 };
const CONTROL_CUTS = 10;

/** See `docs/promises.md`. */
export const r2: Goal = {
  id: 'R2',
  goal: 'power cut',
  figure:
    '50 cuts, 500 before a release, on ext4 as it comes and with noauto_da_alloc: 0 acknowledged changes lost, 0 unreadable',
  needs: ['loop'],
  limitMinutes: { short: 8, long: 60 },
  async run({ seed, isLong, work }) {
    const cuts = isLong ? CUTS.long : CUTS.short;
    const parts = [];
    for (const option of ['defaults', 'noauto_da_alloc'] as const) {
      const { acknowledged, wrong } = await cutLibrary(work, option, cuts / 2, seed);
      parts.push({
        measured:
          `${cuts / 2} cuts with ${option}: ${acknowledged} changes acknowledged, ${wrong.length} cuts lost or broke something ${wrong.slice(0, 2).join(' / ')}`.trim(),
        isHeld: wrong.length === 0 && acknowledged > cuts,
      });
    }
    const stock = await cutStock(work, CONTROL_CUTS, seed);
    return {
      tried: `an image of a disk copied at any moment of a loop of saves, edits, replacements and deletes, and mounted as the next start finds it`,
      ...joinParts(parts),
      control: {
        tried: `lowdb as it comes, on the same disk: ${stock.lost === undefined ? `nothing lost in ${stock.cuts} cuts` : `lost at cut ${stock.cuts}, ${stock.lost}`}`,
        hasFired: stock.lost !== undefined,
      },
    };
  },
};
