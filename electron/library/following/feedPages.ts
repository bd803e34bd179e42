// A page that lists posts in, with those it goes on with; what they list, as if it were a feed, and where it goes on further, out.
import type { Article, RelatedEntry, RelatedList } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { FeedEntry } from '#contract/feeds.ts';
import { canonicalAddress, isWeb, readUrl } from '../../capture/address.ts';
import type { FeedAnswer, FeedRequest } from '../../capture/fetchFeed.ts';
import { PAGE_LIMITS } from '../../capture/limits.ts';
import type { ExtractPool } from '../../extract/pool.ts';

/** What reading takes. */
export interface PageTools {
  readonly fetch: (request: FeedRequest) => Promise<FeedAnswer>;
  readonly pool: Pick<ExtractPool, 'extract'>;
  readonly privateHost: string | null;
  readonly signal: AbortSignal;
}

/** What several pages of a list name. */
export interface ListedPages {
  /** Each post once, by its address without what only tracks. */
  readonly entries: readonly FeedEntry[];
  /** Where it goes on; `null` at its end. */
  readonly older: string | null;
  /** Whether it goes on to what nobody has read: there were more pages than asked for, or one did not come. */
  readonly isCutShort: boolean;
  /** Why a page did not come; what was read is well. */
  readonly failure: AppError | null;
}

/** As many pages of a list are read at one wish, the first included. */
export const MOST_PAGES = 10;
const LEAST_LISTED = 2;

/** The list that a page is there for, with its title; `undefined` when it lists nothing. Throws what extraction throws. */
export async function listOnPage(
  text: string,
  address: string,
  { pool, signal }: Pick<PageTools, 'pool' | 'signal'>,
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

/**
 * Reads on from a page that was read, one page after the other, `atMost` more; ends early after a page of which `isEnough` says so. Pages of
 * other sites are no pages of the list.
 */
export async function readOn(
  first: RelatedList,
  address: string,
  { atMost, isEnough }: { readonly atMost: number; readonly isEnough: (entries: readonly FeedEntry[]) => boolean },
  tools: PageTools,
): Promise<ListedPages> {
  const entries = new Map<string, FeedEntry>();
  const seen = new Set([canonicalAddress(address)]);
  let older = takePage(first, address, seen, entries);
  let isDone = isEnough([...entries.values()]);
  for (let pages = 0; pages < atMost && older !== null && !isDone; pages += 1) {
    seen.add(canonicalAddress(older));
    const page = await readPage(older, tools);
    if (page instanceof AppError) return { entries: [...entries.values()], older, isCutShort: true, failure: page };
    const before = entries.size;
    older = takePage(page, older, seen, entries);
    isDone = entries.size === before || isEnough([...entries.values()].slice(before));
    // A page past the last one says the same posts again.
    if (entries.size === before) older = null;
  }
  return { entries: [...entries.values()], older, isCutShort: older !== null && !isDone, failure: null };
}

/** Reads the page at which a list goes on. Throws whatever fetching and extraction throw, `no-content` when it lists nothing. */
export async function listAt(address: string, tools: PageTools): Promise<RelatedList> {
  const page = await readPage(address, tools);
  if (page instanceof AppError) throw page;
  return page;
}

async function readPage(address: string, tools: PageTools): Promise<RelatedList | AppError> {
  const { fetch, privateHost, signal } = tools;
  const request = { address, etag: null, lastModified: null, privateHost, maxBytes: PAGE_LIMITS.maxBytes, signal };
  try {
    const answer = await fetch(request);
    const page = answer.kind === 'text' ? await listOnPage(answer.text, answer.address, tools) : undefined;
    return page?.list ?? noList(address);
  } catch (failure) {
    if (failure instanceof AppError && failure.code !== 'cancelled') return failure;
    throw failure;
  }
}

/** Puts a page's entries to the others; answers where it goes on, `null` when it does not go on to something new. */
function takePage(
  { entries, older }: RelatedList,
  address: string,
  seen: ReadonlySet<string>,
  found: Map<string, FeedEntry>,
): string | null {
  for (const entry of entries.flatMap((each) => toEntry(each) ?? []))
    if (!found.has(entry.key)) found.set(entry.key, entry);
  const isFurther = older !== undefined && isOfSite(older, address) && !seen.has(canonicalAddress(older));
  return isFurther ? older : null;
}

function toEntry({ title, url, kind, added, published, updated, excerpt }: RelatedEntry): FeedEntry | undefined {
  const address = url === null ? null : readUrl(url);
  if (address !== null && !isWeb(address)) return undefined;
  const key = url === null ? `${title} ${added ?? published ?? ''}`.trim() : canonicalAddress(url);
  return { key, title, url, kind, added, published, updated, excerpt, byline: null, categories: [], content: null };
}

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
