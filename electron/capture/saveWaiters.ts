// What became of saves in; a promise for each that somebody waits for out. Nobody waits for one that was taken out of the list.
import { AppError } from '#contract/errors.ts';
import { isUnderWay, type Save } from '#contract/save.ts';

/** Those who wait. All resolve with the save as it was told of, or with `undefined` when it was taken out before. */
export interface SaveWaiters {
  /** Until it is done or has failed. */
  ended(id: number): Promise<Save | undefined>;
  /** Until nothing more comes of it by itself while the network is as it is. */
  atRest(id: number): Promise<Save | undefined>;
  /** Tells all whose waiting this ends. */
  tell(save: Save): void;
  /** Tells all who wait for this save that it was taken out. */
  tellGone(id: number): void;
}

interface Waiting {
  readonly isMet: (save: Save) => boolean;
  readonly resolve: (save: Save | undefined) => void;
}

/** Nobody waits at first. */
export function createSaveWaiters(): SaveWaiters {
  const waiting = new Map<number, readonly Waiting[]>();

  function wait(id: number, isMet: Waiting['isMet']): Promise<Save | undefined> {
    return new Promise((resolve) => waiting.set(id, [...(waiting.get(id) ?? []), { isMet, resolve }]));
  }

  function settle(id: number, save: Save | undefined): void {
    const all = waiting.get(id) ?? [];
    const left = save === undefined ? [] : all.filter(({ isMet }) => !isMet(save));
    if (left.length === 0) waiting.delete(id);
    else waiting.set(id, left);
    for (const each of all) if (!left.includes(each)) each.resolve(save);
  }

  return {
    ended: (id) => wait(id, hasEnded),
    atRest: (id) => wait(id, isAtRest),
    tell: (save) => settle(save.id, save),
    tellGone: (id) => settle(id, undefined),
  };
}

/** Done, or failed. */
export function hasEnded({ progress }: Save): boolean {
  return !isUnderWay(progress);
}

/** Ended, or waiting for a network or for a site that is busy. */
export function isAtRest(save: Save): boolean {
  return hasEnded(save) || save.progress.state === 'offline' || save.progress.state === 'postponed';
}

/** What whoever asks for a save hears that is not in the list, or not any more. */
export function notInList(): AppError {
  return new AppError('not-found', 'This save is no longer in the list.');
}
