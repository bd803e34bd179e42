// Many addresses saved at one wish, and how saving goes on from there through related lists.
import type { Article, ArticleId } from '#contract/article.ts';
import { isUnderWay, type Crawl, type Save } from '#contract/save.ts';
import type { SaveQueue } from '../../capture/saveQueue.ts';

/** What is asked for it. */
export interface ManySavesOptions {
  readonly saves: Pick<SaveQueue, 'add' | 'list'>;
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
}

/** Many saves at once. */
export interface ManySaves {
  /**
   * Asks for all addresses that are not on their way already, in their order; resolves when the wish is on disk. With `crawl` the posts that
   * their lists name follow, `depth` lists far, and all of them together are at most `atMost`.
   */
  add(addresses: readonly string[], how?: { readonly crawl?: Crawl }): Promise<readonly Save[]>;
  /** Asks for what a saved article's lists name and what is not saved here yet. */
  follow(article: Article, crawl: Crawl): Promise<void>;
}

/** Makes it. */
export function createManySaves({ saves, savedAt }: ManySavesOptions): ManySaves {
  async function addPages(pages: readonly CrawledPage[]): Promise<readonly Save[]> {
    const added: Save[] = [];
    // One after the other, so that they stand in the queue as they were asked for.
    for (const { address, crawl } of pages)
      added.push(await saves.add({ from: 'address', address }, address.trim(), { crawl }));
    return added;
  }

  function notUnderWay(addresses: readonly string[]): readonly string[] {
    const underWay = new Set(saves.list().flatMap(({ label, progress }) => (isUnderWay(progress) ? [label] : [])));
    return [...new Set(addresses)].filter((address) => !underWay.has(address));
  }

  return {
    add(addresses, { crawl } = {}) {
      const wanted = notUnderWay(addresses);
      return addPages(
        crawl === undefined
          ? wanted.map((address) => ({ address, crawl: null }))
          : shareCrawl(wanted, { ...crawl, depth: crawl.depth + 1 }),
      );
    },
    async follow(article, crawl) {
      const listed = notUnderWay(listedAddresses(article));
      const saved = await Promise.all(listed.map(savedAt));
      await addPages(
        shareCrawl(
          listed.filter((_, index) => saved[index] === undefined),
          crawl,
        ),
      );
    },
  };
}

interface CrawledPage {
  readonly address: string;
  /** How to go on from it. */
  readonly crawl: Crawl | null;
}

/**
 * The pages that are saved, and their shares of what may be saved after them. All of them together, with all that follows from them, are
 * never more than `atMost`, however the saves run and whenever the app is closed between them; so no count has to be kept anywhere.
 */
function shareCrawl(addresses: readonly string[], { depth, atMost }: Crawl): readonly CrawledPage[] {
  const taken = addresses.slice(0, atMost);
  const left = atMost - taken.length;
  return taken.map((address, index) => {
    const share = Math.floor(left / taken.length) + (index < left % taken.length ? 1 : 0);
    return { address, crawl: depth > 1 && share > 0 ? { depth: depth - 1, atMost: share } : null };
  });
}

/** Addresses that an article's lists name, each once, those dated last first. */
function listedAddresses({ relatedLists }: Article): readonly string[] {
  const entries = relatedLists.flatMap((list) => list.entries);
  const dated = entries.map(({ url, added, updated, published }) => ({
    url,
    date: updated ?? added ?? published ?? '',
  }));
  dated.sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1));
  return [...new Set(dated.flatMap(({ url }) => (url === null ? [] : [url])))];
}
