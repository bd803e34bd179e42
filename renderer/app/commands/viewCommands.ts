// The saved views of the library, each as a command; they come and go with the views, so they are asked for and are no fixed list.
import { showView } from '../../library/savedViews.ts';
import { ViewsIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { always, type Command } from '../command.ts';
import { useMirror } from '../mirror.ts';

/** A command for each saved view there is now, in the person's order; none of them has a key. */
export function viewCommands(): readonly Command[] {
  return useMirror.getState().settings.views.map((view) => ({
    id: `view.${view.id}`,
    title: words.views.show({ name: view.name }),
    shortcuts: [],
    group: 'go',
    icon: ViewsIcon,
    isAvailable: always,
    run: () => showView(view),
  }));
}
