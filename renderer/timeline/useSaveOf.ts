// Whether an address is being saved at this moment, waits for the network, or could not be saved.
import { useMirror } from '../app/mirror.ts';

/** The state of the latest save of that address; a save that is done is seen in the library itself. */
export function useSaveOf(url: string | null): 'none' | 'saving' | 'offline' | 'failed' {
  return useMirror(({ saves }) => {
    const latest = url === null ? undefined : saves.findLast(({ label }) => label === url);
    if (latest === undefined || latest.progress.state === 'ready') return 'none';
    const { state } = latest.progress;
    return state === 'failed' || state === 'offline' ? state : 'saving';
  });
}
