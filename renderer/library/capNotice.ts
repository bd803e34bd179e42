// Says that the limit of the library was passed, what went, and where to see more.
import { call, listen } from '../app/client.ts';
import { goTo } from '../app/navigation.ts';
import { say } from '../app/toasts.ts';
import { sayDone } from '../app/undo.ts';
import { formatBytes } from '../ui/dates.ts';
import { words } from '../ui/words.ts';

/** Follows the limit; call once. */
export function watchCap(): void {
  listen((happening) => {
    if (happening.name !== 'cap.passed') return;
    const { policy, overBytes, articles, copies, undo } = happening.payload;
    if (policy === 'trash' && undo !== null) {
      sayDone({ label: words.storage.capTrashed({ articles, copies }), undo: () => call('bulk.undo', { undo }) });
      return;
    }
    say({
      text: words.storage.capPassed({ over: formatBytes(overBytes) }),
      action: { label: words.storage.show, run: () => goTo('library', { part: 'storage' }) },
    });
  });
}
