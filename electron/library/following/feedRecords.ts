// A wish to follow something in, the record that is kept of it out; and a record as the window sees it.
import type { ErrorReport } from '#contract/errors.ts';
import type { Feed, FeedKind, FeedState } from '#contract/feeds.ts';
import type { FeedRecord, NewFeed } from '../../store/feedFiles.ts';

/** A feed that was never asked and is due at once. */
export function newFeed(
  { kind, address, title }: { readonly kind: FeedKind; readonly address: string; readonly title: string },
  privateHost: string | null,
  now: Date,
): NewFeed {
  return {
    kind,
    address,
    title: title.trim() === '' ? new URL(address).host : title.trim(),
    site: null,
    privateHost,
    isFollowed: true,
    removed: null,
    rule: { save: 'none' },
    chosen: null,
    everyMinutes: null,
    maxAgeMs: null,
    etag: null,
    lastModified: null,
    fetched: null,
    next: now.toISOString(),
    waitMs: 0,
    notBefore: null,
    failures: 0,
    failure: null,
    isOffline: false,
    isGone: false,
    movedFrom: null,
    older: null,
    pages: [],
  };
}

/** What the window is told of it; `trouble` is why what it said could not be kept. */
export function toFeed(record: FeedRecord, isFetching: boolean, trouble: ErrorReport | undefined): Feed {
  const { id, kind, title, address, site, isFollowed, fetched, next, movedFrom, older, rule, pages } = record;
  const failure = trouble ?? record.failure;
  return {
    id,
    kind,
    title,
    address,
    site,
    isFollowed,
    entries: pages.reduce((sum, { count }) => sum + count, 0),
    fetched,
    next: isFollowed ? next : null,
    state: stateOf({ ...record, failure }, isFetching),
    failure,
    movedFrom,
    hasOlder: older !== null,
    rule,
  };
}

function stateOf(
  { isGone, isOffline, failure, fetched }: Omit<FeedRecord, 'failure'> & Pick<Feed, 'failure'>,
  isFetching: boolean,
): FeedState {
  if (isFetching) return 'fetching';
  if (isGone) return 'gone';
  if (isOffline) return 'offline';
  if (failure !== null) return 'failed';
  return fetched === null ? 'new' : 'fine';
}
