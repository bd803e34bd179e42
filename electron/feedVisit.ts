// A followed feed in; what it said when it was asked, and how its record changes by that, out. One that lists posts is read as a page is.
import type { Article, RelatedEntry, RelatedList } from '#contract/article.ts';
import { AppError, toErrorReport } from '#contract/errors.ts';
import { MOST_FEED_BYTES, type FeedEntry, type FeedKind, type ParsedFeed } from '#contract/feeds.ts';
import { isWeb, readUrl } from './capture/address.ts';
import type { FeedAnswer, FeedRequest } from './capture/fetchFeed.ts';
import type { NetworkWatch } from './capture/networkWatch.ts';
import { PAGE_LIMITS } from './capture/limits.ts';
import type { ExtractPool } from './extract/pool.ts';
import type { FeedReader } from './feeds/feedReader.ts';
import { maxAgeOf, OFFLINE_MS, waitAfterAnswer, waitAfterFailure } from './feeds/schedule.ts';
import type { FeedRecord } from './store/feedFiles.ts';

/** What asking takes. */
export interface VisitTools {
  readonly fetch: (request: FeedRequest) => Promise<FeedAnswer>;
  readonly reader: Pick<FeedReader, 'parse'>;
  readonly pool: Pick<ExtractPool, 'extract'>;
  readonly watch: Pick<NetworkWatch, 'hear'>;
  readonly now: () => Date;
}

/** What came of it: entries when it said any, and what to write down. */
export interface Visit {
  readonly entries: readonly FeedEntry[] | null;
  readonly change: Partial<FeedRecord>;
}

/** As many pages of a list are read when it is asked for the first time. */
const MOST_PAGES = 10;
const LEAST_LISTED = 2;

/** Asks a feed. Throws only what says that nothing came of it: `cancelled`, and bugs. */
export async function visitFeed(record: FeedRecord, tools: VisitTools, signal: AbortSignal): Promise<Visit> {
  const { address, etag, lastModified, privateHost } = record;
  const host = new URL(address).host;
  try {
    const maxBytes = record.kind === 'feed' ? MOST_FEED_BYTES : PAGE_LIMITS.maxBytes;
    const answer = await tools.fetch({ address, etag, lastModified, privateHost, maxBytes, signal });
    tools.watch.hear(host, undefined);
    const maxAgeMs = maxAgeOf(answer.cacheControl);
    if (answer.kind === 'gone')
      return {
        entries: null,
        change: { ...WELL, isGone: true, isFollowed: false, next: null, fetched: record.fetched },
      };
    if (answer.kind === 'unchanged')
      return { entries: null, change: afterAnswer({ ...record, maxAgeMs }, tools.now()) };
    const feed =
      record.kind === 'feed'
        ? await tools.reader.parse(answer.text, answer.address)
        : await readList(record, answer, tools, signal);
    const said = { ...record, maxAgeMs, everyMinutes: feed.everyMinutes };
    return {
      entries: feed.entries,
      change: {
        ...afterAnswer(said, tools.now()),
        title: feed.title,
        site: feed.site,
        etag: answer.etag,
        lastModified: answer.lastModified,
        // Only what could be read may say that it has moved.
        ...(answer.movedTo === address ? {} : { address: answer.movedTo, movedFrom: address }),
      },
    };
  } catch (failure) {
    if (failure instanceof AppError && failure.code === 'cancelled') throw failure;
    return { entries: null, change: afterFailure(record, failure, tools, host) };
  }
}

const WELL = { failures: 0, failure: null, isOffline: false, notBefore: null } as const;

function afterAnswer(record: FeedRecord, now: Date): Partial<FeedRecord> {
  const { everyMinutes, maxAgeMs } = record;
  const next = later(now, waitAfterAnswer({ everyMinutes, maxAgeMs }));
  return { ...WELL, everyMinutes, maxAgeMs, fetched: now.toISOString(), next };
}

function afterFailure(
  record: FeedRecord,
  failure: unknown,
  { watch, now }: VisitTools,
  host: string,
): Partial<FeedRecord> {
  if (!(failure instanceof AppError)) throw failure;
  // What the network does is no fault of the feed's.
  if (watch.hear(host, failure)) return { isOffline: true, next: later(now(), OFFLINE_MS) };
  const failures = record.failures + 1;
  const { outlook } = failure;
  const retryAfterMs = outlook?.kind === 'later' ? outlook.afterMs : 0;
  const { code, message } = toErrorReport(failure);
  return {
    failures,
    failure: { code, message },
    isOffline: false,
    next: later(now(), waitAfterFailure(failures, record, retryAfterMs)),
    notBefore: retryAfterMs > 0 ? later(now(), retryAfterMs) : null,
  };
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}

/** What a page lists, as if it were a feed; the first time on its older pages as well. */
async function readList(
  record: Pick<FeedRecord, 'fetched' | 'privateHost' | 'title'>,
  first: FeedAnswer & { readonly kind: 'text' },
  tools: VisitTools,
  signal: AbortSignal,
): Promise<ParsedFeed> {
  const page = await listOnPage(first.text, first.address, tools.pool, signal);
  if (page === undefined) throw noList(first.address);
  const lists = [page.list];
  const seen = new Set([first.address]);
  let older = record.fetched === null ? page.list.older : undefined;
  while (older !== undefined && lists.length < MOST_PAGES && !seen.has(older) && isOfSite(older, first.address)) {
    seen.add(older);
    const next = await olderPage(older, record.privateHost, tools, signal);
    if (next === undefined) break;
    lists.push(next);
    older = next.older;
  }
  return {
    title: page.title === '' ? record.title : page.title,
    site: first.address,
    entries: uniqueEntries(lists.flatMap(({ entries }) => entries)),
    everyMinutes: null,
  };
}

/** An older page that does not come leaves what the newer ones say. */
async function olderPage(
  address: string,
  privateHost: string | null,
  { fetch, pool }: VisitTools,
  signal: AbortSignal,
): Promise<RelatedList | undefined> {
  try {
    const request = { address, etag: null, lastModified: null, privateHost, maxBytes: PAGE_LIMITS.maxBytes, signal };
    const answer = await fetch(request);
    return answer.kind === 'text' ? (await listOnPage(answer.text, answer.address, pool, signal))?.list : undefined;
  } catch (failure) {
    if (failure instanceof AppError && failure.code !== 'cancelled') return undefined;
    throw failure;
  }
}

/** The longest list of a page with its title; `undefined` when it lists nothing. Throws what extraction throws. */
export async function listOnPage(
  text: string,
  address: string,
  pool: Pick<ExtractPool, 'extract'>,
  signal: AbortSignal,
): Promise<{ readonly title: string; readonly list: RelatedList } | undefined> {
  const extracted: Pick<Article, 'title' | 'relatedLists'> = await pool.extract(
    { kind: 'html', text, address, fileName: null, isList: true },
    signal,
  );
  const [list] = extracted.relatedLists.toSorted((a, b) => worthOf(b) - worthOf(a));
  return list === undefined || list.entries.length < LEAST_LISTED ? undefined : { title: extracted.title, list };
}

/** Posts have dates and long titles; what a menu names has neither. */
function worthOf({ entries }: RelatedList): number {
  return entries.reduce((sum, { title, added, published, updated }) => {
    const isDated = (added ?? published ?? updated) !== null;
    return sum + (isDated ? 4 : 1) + (title.length > 20 ? 2 : 0);
  }, 0);
}

function uniqueEntries(entries: readonly RelatedEntry[]): readonly FeedEntry[] {
  const found = new Map<string, FeedEntry>();
  for (const { title, url, kind, added, published, updated, excerpt } of entries) {
    const address = url === null ? null : readUrl(url);
    const key = url ?? `${title} ${added ?? published ?? ''}`.trim();
    if (found.has(key) || (address !== null && !isWeb(address))) continue;
    const nothing = { byline: null, categories: [], content: null };
    found.set(key, { key, title, url, kind, added, published, updated, excerpt, ...nothing });
  }
  return [...found.values()];
}

/** Older pages of a site's list are on that site. */
function isOfSite(address: string, of: string): boolean {
  return new URL(address).host === new URL(of).host;
}

/** What is said of a page that lists nothing. */
export function noList(address: string): AppError {
  return new AppError(
    'no-content',
    `No feed and no list of posts could be found at ${address}. Nothing was changed; open the page in your browser to see what it has.`,
  );
}

/** Whether two ways of following mean the same. */
export function isSameSource(
  one: { readonly kind: FeedKind; readonly address: string },
  other: { readonly kind: FeedKind; readonly address: string },
): boolean {
  return one.kind === other.kind && withoutScheme(one.address) === withoutScheme(other.address);
}

function withoutScheme(address: string): string {
  return address
    .replace(/^https?:\/\//i, '')
    .replace(/[#].*$/, '')
    .replace(/\/+$/, '');
}
