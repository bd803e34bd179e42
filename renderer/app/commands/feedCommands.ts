// What follows sites.
import { FeedIcon, RetryIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { attempt } from '../articleActions.ts';
import { call } from '../client.ts';
import type { Command } from '../command.ts';
import { useMirror } from '../mirror.ts';
import { openFollow } from '../overlays.ts';

const mayChange = (): boolean => !useMirror.getState().isReadOnly;
const following = { group: 'save', menu: 'file', shortcuts: [], isAvailable: mayChange } as const;

/** Commands of feeds. */
export const feedCommands: readonly Command[] = [
  { id: 'feeds.follow', icon: FeedIcon, ...following, title: words.feeds.follow, run: () => openFollow() },
  {
    id: 'feeds.refresh',
    icon: RetryIcon,
    ...following,
    title: words.feeds.refreshAll,
    run: () => attempt(call('feeds.refresh', { id: null })),
  },
];
