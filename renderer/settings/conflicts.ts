// Hears that another machine's changes were joined to what is here: says so, and shows the settings as they are since.
import { attempt } from '../app/articleActions.ts';
import { call, listen } from '../app/client.ts';
import { useMirror } from '../app/mirror.ts';
import { goTo } from '../app/navigation.ts';
import { say } from '../app/toasts.ts';
import { words } from '../ui/words.ts';

/** Follows them; call once. */
export function watchConflicts(): void {
  listen((happening) => {
    if (happening.name !== 'conflicts.found') return;
    const { count } = happening.payload;
    attempt(call('settings.get').then((settings) => useMirror.setState({ settings })));
    if (count === 0) return;
    say({
      text: words.syncing.found({ count }),
      action: { label: words.syncing.show, run: () => goTo('settings') },
    });
  });
}
