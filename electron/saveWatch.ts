// Saves as they change in; a promise for each that somebody waits for. For work that is done when its saves are.
import { isUnderWay, type Save } from '#contract/save.ts';

/** Waits for saves. */
export interface SaveWatch {
  /** To be told of every change of every save. */
  noted(save: Save): void;
  /** To be told of every save that was taken out of the list. */
  dismissed(id: number): void;
  /** Resolves when the save is ready, failed or waits for a network, or with `undefined` when it is taken out before; `save` is what is known of it now. */
  until(save: Save): Promise<Save | undefined>;
}

/** Makes a watch. */
export function createSaveWatch(): SaveWatch {
  const waiting = new Map<number, ((save: Save | undefined) => void)[]>();

  function settle(id: number, save: Save | undefined): void {
    const all = waiting.get(id) ?? [];
    waiting.delete(id);
    for (const resolve of all) resolve(save);
  }

  return {
    noted(save) {
      if (isAtRest(save)) settle(save.id, save);
    },
    dismissed: (id) => settle(id, undefined),
    until(save) {
      if (isAtRest(save)) return Promise.resolve(save);
      return new Promise((resolve) => waiting.set(save.id, [...(waiting.get(save.id) ?? []), resolve]));
    },
  };
}

/** Nothing more comes of it by itself while the network is as it is. */
function isAtRest({ progress }: Save): boolean {
  return !isUnderWay(progress) || progress.state === 'offline' || progress.state === 'postponed';
}
