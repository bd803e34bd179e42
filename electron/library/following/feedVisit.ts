// A followed feed in; what it said when it was asked, and how its record changes by that, out. One that lists posts is read as a page is.
import { AppError, toErrorReport } from '#contract/errors.ts';
import { MOST_FEED_BYTES, type FeedEntry, type FeedKind } from '#contract/feeds.ts';
import type { FeedAnswer, FeedRequest } from '../../capture/fetchFeed.ts';
import type { NetworkWatch } from '../../capture/networkWatch.ts';
import { PAGE_LIMITS } from '../../capture/limits.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import { listAt, listOnPage, MOST_PAGES, noList, readOn } from './feedPages.ts';
import type { FeedReader } from '../../feeds/feedReader.ts';
import { maxAgeOf, OFFLINE_MS, waitAfterAnswer, waitAfterFailure } from '../../feeds/schedule.ts';
import type { FeedRecord } from '../../store/feedFiles.ts';

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
  /** Whether it failed in a way that the network may be to blame for, which the next requests will show. */
  readonly isInDoubt: boolean;
}

interface Read {
  readonly entries: readonly FeedEntry[];
  readonly change: Pick<FeedRecord, 'title' | 'site' | 'everyMinutes'> & Partial<Pick<FeedRecord, 'older'>>;
  /** Whether all that there is was read, so that only what changes after it is news. */
  readonly isWhole: boolean;
}

/** Asks a feed; `isKnown` tells which entries were seen before. Throws only what says that nothing came of it: `cancelled`, and bugs. */
export async function visitFeed(
  record: FeedRecord,
  isKnown: (key: string) => boolean,
  tools: VisitTools,
  signal: AbortSignal,
): Promise<Visit> {
  const { address, etag, lastModified, privateHost } = record;
  const host = new URL(address).host;
  try {
    const maxBytes = record.kind === 'feed' ? MOST_FEED_BYTES : PAGE_LIMITS.maxBytes;
    const answer = await tools.fetch({ address, etag, lastModified, privateHost, maxBytes, signal });
    tools.watch.hear(host, undefined);
    const maxAgeMs = maxAgeOf(answer.cacheControl);
    if (answer.kind === 'gone')
      return said(null, { ...WELL, isGone: true, isFollowed: false, next: null, fetched: record.fetched });
    if (answer.kind === 'unchanged') {
      if (etag === null && lastModified === null) throw unaskedUnchanged(host);
      return said(null, afterAnswer({ ...record, maxAgeMs }, tools.now()));
    }
    const { entries, change, isWhole } =
      record.kind === 'feed'
        ? await readFeed(answer, tools)
        : await readList(record, answer, isKnown, { ...tools, privateHost, signal });
    return said(entries, {
      ...afterAnswer({ ...record, maxAgeMs, everyMinutes: change.everyMinutes }, tools.now()),
      ...change,
      // What was read in part is asked for again as a whole.
      etag: isWhole ? answer.etag : null,
      lastModified: isWhole ? answer.lastModified : null,
      // Only what could be read may say that it has moved.
      ...(answer.movedTo === address ? {} : { address: answer.movedTo, movedFrom: address }),
    });
  } catch (failure) {
    return failed(record, failure, tools, host);
  }
}

/** Reads on where a list of posts goes on. Throws only `cancelled`, and bugs. */
export async function visitOlder(
  record: FeedRecord,
  from: string,
  tools: VisitTools,
  signal: AbortSignal,
): Promise<Visit & { readonly failure: AppError | null }> {
  const host = new URL(from).host;
  const pageTools = { ...tools, privateHost: record.privateHost, signal };
  try {
    const list = await listAt(from, pageTools);
    const read = await readOn(list, from, { atMost: MOST_PAGES - 1, isEnough: () => false }, pageTools);
    tools.watch.hear(host, undefined);
    return { ...said(read.entries, { older: read.older }), failure: read.failure };
  } catch (failure) {
    if (!(failure instanceof AppError) || failure.code === 'cancelled') throw failure;
    tools.watch.hear(host, failure);
    return { ...said(null, {}), failure };
  }
}

function said(entries: readonly FeedEntry[] | null, change: Partial<FeedRecord>): Visit {
  return { entries, change, isInDoubt: false };
}

const WELL = { failures: 0, failure: null, isOffline: false, notBefore: null } as const;

function afterAnswer(record: FeedRecord, now: Date): Partial<FeedRecord> {
  const { everyMinutes, maxAgeMs } = record;
  const wait = waitAfterAnswer({ everyMinutes, maxAgeMs });
  return { ...WELL, everyMinutes, maxAgeMs, fetched: now.toISOString(), ...after(now, wait) };
}

/** How a record stands that could not be asked for want of a network. */
export function withoutNetwork(now: Date): Partial<FeedRecord> {
  return { isOffline: true, ...after(now, OFFLINE_MS) };
}

function failed(record: FeedRecord, failure: unknown, { watch, now }: VisitTools, host: string): Visit {
  if (!(failure instanceof AppError) || failure.code === 'cancelled') throw failure;
  // What the network does is no fault of the feed's.
  if (watch.hear(host, failure)) return said(null, withoutNetwork(now()));
  const failures = record.failures + 1;
  const { outlook } = failure;
  const retryAfterMs = outlook?.kind === 'later' ? outlook.afterMs : 0;
  const { code, message } = toErrorReport(failure);
  const change = {
    failures,
    failure: { code, message },
    isOffline: false,
    ...after(now(), waitAfterFailure(failures, record, retryAfterMs)),
    notBefore: retryAfterMs > 0 ? later(now(), retryAfterMs) : null,
  };
  return { entries: null, change, isInDoubt: outlook?.kind === 'unresolved' };
}

/** Asked next when so many milliseconds have passed. */
function after(now: Date, waitMs: number): Pick<FeedRecord, 'next' | 'waitMs'> {
  return { next: later(now, waitMs), waitMs };
}

function later(now: Date, ms: number): string {
  return new Date(now.getTime() + ms).toISOString();
}

async function readFeed(answer: FeedAnswer & { readonly kind: 'text' }, { reader }: VisitTools): Promise<Read> {
  const { title, site, entries, everyMinutes, isWhole } = await reader.parse(answer.text, answer.address);
  return { entries, change: { title, site, everyMinutes }, isWhole };
}

/** What a page lists, as if it were a feed: the first time with its older pages, later with those up to what is known. */
async function readList(
  record: FeedRecord,
  answer: FeedAnswer & { readonly kind: 'text' },
  isKnown: (key: string) => boolean,
  tools: VisitTools & { readonly privateHost: string | null; readonly signal: AbortSignal },
): Promise<Read> {
  const page = await listOnPage(answer.text, answer.address, tools);
  if (page === undefined) throw noList(answer.address);
  const isFirst = record.fetched === null;
  const isEnough = (entries: readonly FeedEntry[]): boolean => !isFirst && entries.some(({ key }) => isKnown(key));
  const read = await readOn(page.list, answer.address, { atMost: MOST_PAGES - 1, isEnough }, tools);
  const title = page.title === '' ? record.title : page.title;
  // Where the person may go on from, unless that is an older place already.
  const leftOver = isFirst || (read.isCutShort && record.older === null) ? { older: read.older } : {};
  return {
    entries: read.entries,
    change: { title, site: answer.address, everyMinutes: null, ...leftOver },
    isWhole: read.failure === null,
  };
}

/** A 304 for a question that named nothing to compare with; there is nothing of it to go by. */
function unaskedUnchanged(host: string): AppError {
  return new AppError(
    'bad-response',
    `${host} says that nothing has changed, without having been asked for changes (304). What was known before is safe; it is asked again.`,
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
