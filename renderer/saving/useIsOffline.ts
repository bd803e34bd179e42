// Whether the saves stand still because there is no network.
import { isUnderWay } from '#contract/save.ts';
import { useMirror } from '../app/mirror.ts';

/** True while one waits for the network and none gets anything: what is begun meanwhile finds out for itself. */
export function useIsOffline(): boolean {
  return useMirror(({ saves }) => {
    const states = saves.flatMap(({ progress }) => (isUnderWay(progress) ? [progress.state] : []));
    return (
      states.includes('offline') &&
      states.every((state) => state === 'offline' || state === 'waiting' || state === 'postponed')
    );
  });
}
