// Whether an address is being saved at this moment, or could not be.
import { useMirror } from '../app/mirror.ts';

/** The state of the latest save of that address; a save that is done is seen in the library itself. */
export function useSaveOf(url: string | null): 'none' | 'saving' | 'failed' {
  return useMirror(({ saves }) => {
    const latest = url === null ? undefined : saves.findLast(({ label }) => label === url);
    if (latest === undefined || latest.progress.state === 'ready') return 'none';
    return latest.progress.state === 'failed' ? 'failed' : 'saving';
  });
}
