// An article whose page shows a part of its related list in; the article with what the list's further pages name out.
import type { Article, RelatedEntry, RelatedList } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { SaveState } from '#contract/save.ts';
import { canonicalAddress } from '../../capture/address.ts';
import type { Captured } from '../../capture/captureSource.ts';
import type { ExtractPool } from '../../extract/pool.ts';

/** What following a list takes. */
export interface OlderPostsTools {
  readonly pool: Pick<ExtractPool, 'extract'>;
  readonly signal: AbortSignal;
  readonly report: (state: SaveState) => void;
  readonly capture: (address: string) => Promise<Captured | undefined>;
  /** Changes the article on disk, as it is then. */
  readonly update: (change: (article: Article) => Article) => Promise<Article>;
}

/** As many pages of a list are read at one wish. */
const MOST_PAGES = 10;

/**
 * Reads on in the first list that goes on elsewhere, at most ten pages; what was read is on disk page by page, and so is where to go on.
 * Throws `AppError`: `bad-input` when no list goes on, whatever fetching throws, and `no-content` when a page has no such list.
 */
export async function readOlderPosts(article: Article, tools: OlderPostsTools): Promise<Article> {
  const seen = new Set<string>();
  let latest = article;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const list = latest.relatedLists.find(({ older }) => older !== undefined);
    if (list?.older === undefined || seen.has(canonicalAddress(list.older))) break;
    seen.add(canonicalAddress(list.older));
    tools.report({ state: 'pages', done: pages, total: null });
    const further = await readPage(list.older, list, tools);
    latest = await tools.update((now) => ({
      ...now,
      relatedLists: now.relatedLists.map((each) => (each.older === list.older ? joined(each, further) : each)),
    }));
  }
  if (seen.size === 0)
    throw new AppError('bad-input', 'No list of this article shows a way to older posts. Nothing was changed.');
  return latest;
}

/** Puts what older pages of an article's lists named under the lists of its newer copy, which names only the first page of each. */
export function withOlderPosts(lists: readonly RelatedList[], before: readonly RelatedList[]): readonly RelatedList[] {
  return lists.map((list) => {
    const same = before.find(({ heading, onPage }) => onPage !== undefined && heading === list.heading);
    if (same?.onPage === undefined) return list;
    const { older: _older, ...rest } = joined(list, {
      heading: list.heading,
      entries: same.entries.slice(same.onPage),
    });
    return { ...rest, ...(same.older === undefined ? {} : { older: same.older }) };
  });
}

async function readPage(address: string, list: RelatedList, tools: OlderPostsTools): Promise<RelatedList> {
  const captured = await tools.capture(address);
  if (captured === undefined) throw nothingThere(address);
  const { kind, text, fileName, facts } = captured;
  const input = { kind, text, address: captured.address, fileName, facts };
  const { relatedLists } = await tools.pool.extract(input, tools.signal);
  const byLength = relatedLists.toSorted((a, b) => b.entries.length - a.entries.length);
  const found = byLength.find(({ heading }) => heading !== null && heading === list.heading) ?? byLength[0];
  if (found === undefined) throw nothingThere(address);
  return found;
}

function nothingThere(address: string): AppError {
  return new AppError(
    'no-content',
    `No list of posts could be read at ${address}. What you have is safe; open the page in your browser to see what it has.`,
  );
}

/** A list with what its next page names; a post that it names already comes once. */
function joined(list: RelatedList, further: RelatedList): RelatedList {
  const { older: _older, ...rest } = list;
  const known = new Set(list.entries.map(keyOf));
  const added = further.entries.filter((entry) => !known.has(keyOf(entry)));
  const first = list.entries.length;
  return {
    ...rest,
    entries: [...list.entries, ...added.map((entry, index) => ({ ...entry, position: first + index }))],
    onPage: list.onPage ?? first,
    // A page without anything new leads nowhere new.
    ...(added.length === 0 || further.older === undefined ? {} : { older: further.older }),
  };
}

function keyOf({ url, title, added }: RelatedEntry): string {
  return url === null ? `${title} ${added ?? ''}` : canonicalAddress(url);
}
