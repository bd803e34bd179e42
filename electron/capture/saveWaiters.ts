// Who waits for a save to end, and how it ended.
import type { Save } from '#contract/save.ts';

/** Those who wait. */
export interface SaveWaiters {
  /** Resolves with the save when it is told of. */
  wait(id: number): Promise<Save>;
  /** Tells all who wait for this save. */
  tell(save: Save): void;
}

/** Nobody waits at first. */
export function createSaveWaiters(): SaveWaiters {
  const waiting = new Map<number, ((save: Save) => void)[]>();
  return {
    wait: (id) => new Promise((resolve) => waiting.set(id, [...(waiting.get(id) ?? []), resolve])),
    tell(save) {
      for (const resolve of waiting.get(save.id) ?? []) resolve(save);
      waiting.delete(save.id);
    },
  };
}
