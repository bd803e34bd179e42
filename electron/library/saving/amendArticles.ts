// What is asked for of articles that are here: to fetch what they lack, and to read on in their related lists.
import type { Article } from '#contract/article.ts';
import { askedAddress, isWebAddress } from '#contract/askedAddress.ts';
import { AppError } from '#contract/errors.ts';
import type { AmendSource, Portion, SaveState } from '#contract/save.ts';
import type { Captured } from '../../capture/captureSource.ts';
import type { Network } from '../../capture/connections.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import type { KeepJob } from './keepCopy.ts';
import { readOlderPosts } from './olderPosts.ts';
import { canFillGaps, fillGaps } from './pictureGaps.ts';
import type { Library } from '../../store/library.ts';

/** What amending takes. */
export interface AmendTools {
  readonly library: Library;
  readonly pool: ExtractPool;
  readonly network: Network;
  /** The host again if it may be asked though it is a private one. */
  readonly mayAsk: (privateHost: string | null) => string | null;
  readonly capture: (
    address: string,
    privateHost: string | null,
    signal: AbortSignal,
    report: (state: SaveState) => void,
  ) => Promise<Captured | undefined>;
  /** Keeps a page as a save of its own would. */
  readonly keep: (captured: Captured, job: KeepJob) => Promise<SaveState>;
  /** Told of each change; `hasLists` when it may be one of the related lists. */
  readonly changed: (article: Article, hasLists: boolean) => void;
}

/** What is asked for, with how to go on. */
export interface AmendJob {
  readonly source: AmendSource;
  /** All of it unless said. */
  readonly portion?: Portion | undefined;
  readonly signal: AbortSignal;
  readonly report: (state: SaveState) => void;
}

/** Does it. Throws `not-found` when the article is gone, and whatever fetching and storing throw; what is there stays. */
export async function amendArticle(
  { source, portion, signal, report }: AmendJob,
  tools: AmendTools,
): Promise<SaveState> {
  const { library, pool, network, capture, keep, changed } = tools;
  const article = await library.article(source.articleId);
  const privateHost = tools.mayAsk(article.privateHost ?? null);
  if (source.from === 'older') {
    await readOlderPosts(article, {
      pool,
      signal,
      report,
      capture: (address) => capture(address, privateHost, signal, report),
      async update(change) {
        const updated = await library.update(article.id, change);
        changed(updated, true);
        return updated;
      },
    });
    return { state: 'ready', articleId: article.id, outcome: 'listed' };
  }
  // Pictures alone are fetched alone; for anything else the page is fetched again, which never makes the copy worse.
  if (!(await canFillGaps(article, tools))) {
    const page = await capture(source.address, privateHost, signal, report);
    if (page !== undefined) return keep(page, { foundIn: null, portion, signal, report });
  }
  changed(await fillGaps(article, { library, pool, portion, signal, report, privateHost, network }), false);
  return { state: 'ready', articleId: article.id, outcome: 'repaired' };
}

/** What to ask for to have what an article lacks. Throws `bad-input` when nothing is missing or nothing can be asked for. */
export function repairOf({ id, canonicalUrl, source, report }: Article): AmendSource {
  const address = askedAddress({ source, canonicalUrl }) ?? report.missing.find(({ url }) => isWebAddress(url))?.url;
  if (report.missing.length === 0 && report.missingPages === null)
    throw new AppError('bad-input', 'Nothing is missing of this article.');
  if (address === undefined)
    throw new AppError(
      'bad-input',
      'What is missing has no address on the web, so it cannot be fetched. What you have is safe.',
    );
  return { from: 'repair', articleId: id, address };
}

/** What to ask for to read on in an article's related list. Throws `bad-input` when none goes on. */
export function olderPostsOf({ id, relatedLists }: Pick<Article, 'id' | 'relatedLists'>): AmendSource {
  const address = relatedLists.find(({ older }) => older !== undefined)?.older;
  if (address === undefined)
    throw new AppError('bad-input', 'No list of this article shows a way to older posts. Nothing was changed.');
  return { from: 'older', articleId: id, address };
}
