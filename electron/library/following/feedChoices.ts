// An address that a person gave in; what can be followed there out: the feed that it is, the feeds that its page names, the posts it lists.
import { AppError } from '#contract/errors.ts';
import { MOST_FEED_BYTES, type FeedChoice } from '#contract/feeds.ts';
import { parseAddress } from '../../capture/address.ts';
import type { FeedAnswer, FeedRequest } from '../../capture/fetchFeed.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import { usualFeeds, type DeclaredFeed } from '../../feeds/discover.ts';
import type { FeedReader } from '../../feeds/feedReader.ts';
import { looksLikeFeed } from '../../feeds/parseFeed.ts';
import { listOnPage, noList } from './feedPages.ts';

/** What looking takes. */
export interface ChoiceTools {
  readonly fetch: (request: FeedRequest) => Promise<FeedAnswer>;
  readonly reader: Pick<FeedReader, 'parse' | 'discover'>;
  readonly pool: Pick<ExtractPool, 'extract'>;
  /** See `OwnNetwork.hostOf`. */
  readonly privateHostOf: (address: string) => Promise<string | null>;
}

type Found = Omit<FeedChoice, 'isFollowed'>;

/** Looks. Never empty; throws whatever fetching throws, `no-content` when there is nothing to follow, `bad-input` for what is no address, and for a private host of which the person has not said that it may be asked. */
export async function findChoices(typed: string, tools: ChoiceTools, signal: AbortSignal): Promise<readonly Found[]> {
  const asked = parseAddress(typed.trim().replace(/^feed:(?:\/\/)?(?=https?:)/i, ''));
  // Whatever its page names lies on the same private host or on none.
  const privateHost = await tools.privateHostOf(asked.href);
  const request = (address: string): FeedRequest => ({
    address,
    etag: null,
    lastModified: null,
    privateHost,
    maxBytes: MOST_FEED_BYTES,
    signal,
  });
  const answer = await tools.fetch(request(asked.href));
  if (answer.kind !== 'text') throw ended(asked.host);
  if (looksLikeFeed(answer.text)) return [await feedAt(answer, tools)];
  const declared = await tools.reader.discover(answer.text, answer.address);
  const feeds = declared.length > 0 ? declared.map(named) : await lookInUsualPlaces(answer.address, request, tools);
  const listed = await listAt(answer, tools, signal);
  const found = [...feeds, ...listed];
  if (found.length === 0) throw noList(answer.address);
  return found;
}

async function feedAt(
  { text, address, movedTo }: FeedAnswer & { readonly kind: 'text' },
  { reader }: ChoiceTools,
): Promise<Found> {
  const { title, entries } = await reader.parse(text, address);
  return { kind: 'feed', address: movedTo, title, entries: entries.length };
}

function named({ address, title }: DeclaredFeed): Found {
  const { host, pathname } = new URL(address);
  return { kind: 'feed', address, title: title === '' ? `${host}${pathname}` : title, entries: null };
}

/** One after the other, until there is one. */
async function lookInUsualPlaces(
  page: string,
  request: (address: string) => FeedRequest,
  tools: ChoiceTools,
): Promise<readonly Found[]> {
  for (const address of usualFeeds(page)) {
    try {
      const answer = await tools.fetch(request(address));
      if (answer.kind === 'text' && looksLikeFeed(answer.text)) return [await feedAt(answer, tools)];
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code === 'cancelled') throw failure;
      // A site that asks to be left alone is left alone.
      if (failure.outlook !== undefined) return [];
    }
  }
  return [];
}

async function listAt(
  { text, address }: FeedAnswer & { readonly kind: 'text' },
  { pool }: ChoiceTools,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  try {
    const found = await listOnPage(text, address, { pool, signal });
    return found === undefined
      ? []
      : [{ kind: 'list', address, title: found.title, entries: found.list.entries.length }];
  } catch (failure) {
    // A page that cannot be taken apart may still name feeds.
    if (failure instanceof AppError && failure.code !== 'cancelled') return [];
    throw failure;
  }
}

function ended(host: string): AppError {
  return new AppError(
    'gone',
    `${host} says that this is gone for good (410). Nothing was changed; look for its new address.`,
  );
}
