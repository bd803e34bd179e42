// Sees whether what a library claims is so: one article as it is opened, or all of it behind the window.
import type { Article, ArticleId } from '#contract/article.ts';
import type { ExtractPool } from '../../extract/pool.ts';
import { lookForLost, noteAllLost } from '../saving/pictureGaps.ts';
import type { Library } from '../../store/library.ts';

/** What looking takes. */
export interface InspectionTools {
  readonly library: Library;
  readonly pool: ExtractPool;
  readonly changed: (article: Article) => void;
  /** What is done for all articles before their pictures are looked for, in this order. */
  readonly before: readonly (() => Promise<void>)[];
}

/** See `Layover`. */
export interface Inspection {
  inspect(id: ArticleId): Promise<Article>;
  inspectAll(): Promise<void>;
}

// All their facts are read in a few seconds.
const MOST_LOOKED_THROUGH = 2_000;

/** Makes it. */
export function createInspection({ library, pool, changed, before }: InspectionTools): Inspection {
  const tools = { library, pool };
  return {
    async inspect(id) {
      const claimed = await library.article(id);
      const noted = library.isReadOnly ? undefined : await lookForLost(claimed, tools);
      if (noted !== undefined) changed(noted);
      return noted ?? claimed;
    },
    async inspectAll() {
      for (const step of before) await step();
      if (library.isReadOnly || library.catalogue.count > MOST_LOOKED_THROUGH) return;
      await noteAllLost(library.eachArticle(), tools, changed);
      await library.sweepAssets();
    },
  };
}
