// What follows sites.
import { FeedIcon, RetryIcon } from '../../ui/icons.ts';
import { words } from '../../ui/words.ts';
import { attempt } from '../articleActions.ts';
import { call } from '../client.ts';
import type { Command } from '../command.ts';
import { useMirror } from '../mirror.ts';
import { openFollow } from '../overlays.ts';
import { say } from '../toasts.ts';

const mayChange = (): boolean => !useMirror.getState().isReadOnly;
const following = { group: 'save', menu: 'file', shortcuts: [], isAvailable: mayChange } as const;

/** Asks all that is followed, and says what came of it: nobody sees the feeds themselves from here. */
async function refreshFeeds(): Promise<void> {
  await call('feeds.refresh', { id: null });
  const followed = (await call('feeds.list')).filter(({ isFollowed }) => isFollowed);
  const count = followed.length;
  const failed = followed.filter(({ state }) => state === 'failed' || state === 'gone').length;
  if (count === 0) say({ text: words.feeds.none });
  else if (followed.some(({ state }) => state === 'offline')) say({ text: words.feeds.refreshedOffline });
  else say({ text: failed === 0 ? words.feeds.refreshed({ count }) : words.feeds.refreshedFailed({ failed, count }) });
}

/** Commands of feeds. */
export const feedCommands: readonly Command[] = [
  { id: 'feeds.follow', icon: FeedIcon, ...following, title: words.feeds.follow, run: () => openFollow() },
  {
    id: 'feeds.refresh',
    icon: RetryIcon,
    ...following,
    title: words.feeds.refreshAll,
    run: () => attempt(refreshFeeds()),
  },
];
