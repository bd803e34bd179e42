// Where a save stands among others: behind all of them, or where a person moved it to. Pure.
import type { Save, SaveMove } from '#contract/save.ts';

/** The place of the last of them; 0 when there is none. */
export function lastOrder(records: Iterable<{ readonly save: Save }>): number {
  let last = 0;
  for (const { save } of records) last = Math.max(last, save.order);
  return last;
}

/** An order that puts a save before all its peers, or past the next one before or after it. */
export function placeAmong(peers: readonly Save[], save: Save, to: SaveMove): number {
  const at = peers.findIndex(({ id }) => id === save.id);
  if (at === -1) return save.order;
  const orderAt = (index: number): number | undefined => peers[index]?.order;
  if (to === 'first') return at === 0 ? save.order : (orderAt(0) ?? 0) - 1;
  const [near, far] = to === 'earlier' ? [at - 1, at - 2] : [at + 1, at + 2];
  const beside = orderAt(near);
  if (beside === undefined) return save.order;
  return (beside + (orderAt(far) ?? beside + (to === 'earlier' ? -2 : 2))) / 2;
}
