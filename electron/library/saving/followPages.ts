// A captured page in; the whole article that begins on it out: its next pages captured one after another, extracted and joined.
// A page that cannot be had does not fail the save; the article is then what there is, and says what is missing.
import type { MissingPages } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { SaveState } from '#contract/save.ts';
import { canonicalAddress } from '../../capture/address.ts';
import type { Captured } from '../../capture/captureSource.ts';
import { captureFurtherPage } from '../../capture/onDemand.ts';
import type { Network } from '../../capture/connections.ts';
import { PAGE_LIMITS } from '../../capture/limits.ts';
import type { Extraction } from '../../extract/extraction.ts';
import { isFirstPageOf, isSameArticle } from '../../extract/pageAddress.ts';
import type { ExtractPool } from '../../extract/pool.ts';

/** An article of one or more pages. */
export interface WholeArticle {
  readonly extraction: Extraction;
  /** The documents of its pages after the first, in order. */
  readonly furtherPages: readonly FurtherPageDocument[];
  /** `null` when the last page is here. */
  readonly missingPages: MissingPages | null;
}

/** A later page as it came. */
export interface FurtherPageDocument {
  readonly address: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly encoding: string | null;
}

/** What following takes. */
export interface FollowTools {
  readonly pool: Pick<ExtractPool, 'extract' | 'joinPages'>;
  readonly signal: AbortSignal;
  readonly report: (state: SaveState) => void;
  readonly network?: Network | undefined;
}

/** A page's document with what was found in it. */
interface Leaf {
  readonly captured: Captured;
  readonly extraction: Extraction;
}

const MOST_PAGES = 30;

/**
 * Extracts the article and goes on to its last page, at most 30 pages and what one page may take of bytes. An address that was
 * there before ends it. Throws `AppError` when the first page fails and when it is cancelled.
 */
export async function followPages(first: Captured, tools: FollowTools): Promise<WholeArticle> {
  const leaves: Leaf[] = [{ captured: first, extraction: await extract(first, tools) }];
  const seen = new Set(first.address === null ? [] : [canonicalAddress(first.address)]);
  let missingPages: MissingPages | null = null;
  for (let url = nextOf(leaves, seen); url !== null && missingPages === null; url = nextOf(leaves, seen)) {
    seen.add(canonicalAddress(url));
    tools.report({ state: 'pages', done: leaves.length, total: lastPageOf(leaves) });
    try {
      const leaf = await fetchLeaf(url, leaves, seen, tools);
      if (leaf === undefined) break;
      leaves.push(leaf);
    } catch (failure) {
      if (tools.signal.aborted || !(failure instanceof AppError) || failure.code === 'cancelled') throw failure;
      missingPages = missingFrom(url, leaves, failure);
    }
  }
  const extractions = leaves.map(({ extraction }) => extraction);
  const [only] = extractions;
  return {
    extraction:
      only !== undefined && extractions.length === 1 ? only : await tools.pool.joinPages(extractions, tools.signal),
    furtherPages: leaves
      .slice(1)
      .map(({ captured: { address, original } }) => ({ address: address ?? '', ...original })),
    missingPages,
  };
}

async function extract(captured: Captured, { pool, signal }: FollowTools): Promise<Extraction> {
  const { kind, text, address, fileName, facts } = captured;
  const extraction = await pool.extract({ kind, text, address, fileName, facts }, signal);
  const { canonicalUrl } = extraction;
  // Later pages often state the first page's address as theirs; saved by itself, one must not pass for the whole article.
  const isLater = address !== null && canonicalUrl !== null && isFirstPageOf(new URL(address), new URL(canonicalUrl));
  return isLater ? { ...extraction, canonicalUrl: address.replace(/#.*$/, '') } : extraction;
}

function nextOf(leaves: readonly Leaf[], seen: ReadonlySet<string>): string | null {
  const url = leaves[leaves.length - 1]?.extraction.nextPage ?? null;
  return url === null || seen.has(canonicalAddress(url)) ? null : url;
}

/** Gets the next page; `undefined` when the site has no more and shows one it has shown before. Throws `AppError`. */
async function fetchLeaf(
  url: string,
  leaves: readonly Leaf[],
  seen: Set<string>,
  tools: FollowTools,
): Promise<Leaf | undefined> {
  const [first] = leaves;
  if (first === undefined) return undefined;
  if (leaves.length >= MOST_PAGES) {
    throw new AppError('too-large', `Layover takes at most ${MOST_PAGES} pages of an article.`);
  }
  const used = leaves.reduce((sum, { captured }) => sum + captured.original.bytes.byteLength, 0);
  const captured = await captureFurtherPage(url, first.captured, {
    signal: tools.signal,
    network: tools.network,
    bytesLeft: PAGE_LIMITS.maxBytes - used,
  });
  const found = canonicalAddress(captured.address);
  if (found !== canonicalAddress(url)) {
    if (seen.has(found)) return undefined;
    seen.add(found);
    if (!isSameArticle(new URL(url), new URL(captured.address))) {
      throw new AppError('redirect', 'The site sends on to another page; it may want you to sign in.');
    }
  }
  const extraction = await extract(captured, tools);
  if (leaves.some((leaf) => leaf.extraction.contentHtml === extraction.contentHtml)) {
    const last = lastPageOf(leaves);
    if (last !== null && numberOf(leaves) > last) return undefined;
    throw new AppError('bad-response', 'The site shows a page of it once more instead.');
  }
  return { captured, extraction };
}

function missingFrom(url: string, leaves: readonly Leaf[], { code, message }: AppError): MissingPages {
  const first = numberOf(leaves);
  const last = lastPageOf(leaves);
  return { first, last: last !== null && last >= first ? last : null, url, code, reason: message };
}

/** The number of the page that comes next. */
function numberOf(leaves: readonly Leaf[]): number {
  return leaves[leaves.length - 1]?.extraction.nextNumber ?? leaves.length + 1;
}

function lastPageOf(leaves: readonly Leaf[]): number | null {
  const last = Math.max(0, ...leaves.map(({ extraction }) => extraction.lastPage ?? 0));
  return last === 0 ? null : last;
}
