// Opens a library folder and joins the rooms. `save` is the whole flow of the product.
import { dirname, join } from 'node:path';
import { toCard, type Article, type ArticleCard, type ArticleId } from '#contract/article.ts';
import type { LibraryProgress } from '#contract/calls.ts';
import type { Save, SaveState } from '#contract/save.ts';
import { createArticleHighlights, type ArticleHighlights } from './articleHighlights.ts';
import { amendArticle, olderPostsOf, repairOf, type AmendTools } from './amendArticles.ts';
import { keysOf, partKey } from './articleKeys.ts';
import { canonicalAddress } from './capture/address.ts';
import { captureEntry } from './captureEntry.ts';
import { captureSource, type Captured } from './capture/captureSource.ts';
import { createFileOpener } from './capture/formats/fileOpener.ts';
import type { SaveRecord } from './capture/queuedSave.ts';
import { openSaveQueue, type SaveQueue } from './capture/saveQueue.ts';
import { createFolderCheck } from './folderCheck.ts';
import { createExtractPool } from './extract/pool.ts';
import { withNewMarks } from './importMarks.ts';
import { createImportOpener } from './importReading.ts';
import { createImports, type Imports } from './imports.ts';
import { createFeedEntries } from './feedEntries.ts';
import { createLibraryFeeds, type LibraryFeeds } from './libraryFeeds.ts';
import { createManySaves, type ManySaves } from './manySaves.ts';
import { createRelatedPosts, type RelatedPosts } from './relatedPosts.ts';
import { createLibrarySearch, type LibrarySearch } from './librarySearch.ts';
import { createLibraryTimeline, type LibraryTimeline } from './libraryTimeline.ts';
import type { LayoverOptions } from './layoverOptions.ts';
import { createLibraryCare, type LibraryCare } from './libraryCare.ts';
import { keepCopy, type KeepJob, type KeepTools } from './keepCopy.ts';
import { createSiteIcons } from './siteIcons.ts';
import { newestFirst } from './newestFirst.ts';
import { saveDocuments } from './saveDocuments.ts';
import { lookForLost, noteAllLost } from './pictureGaps.ts';
import { createRowChanges } from './rowChanges.ts';
import { openLibrary, type Library } from './store/library.ts';

/** An open library with everything that can be done to it. */
export interface Layover {
  readonly library: Library;
  readonly saves: SaveQueue;
  /** See `ManySaves.add`. */
  saveMany: ManySaves['add'];
  readonly imports: Omit<Imports, 'noteSaved' | 'close'>;
  readonly related: RelatedPosts;
  readonly highlights: ArticleHighlights;
  /** What is done with many articles at once. */
  readonly care: Omit<LibraryCare, 'mark' | 'tidy' | 'saved' | 'explain' | 'close'>;
  /** What is being made anew at this moment. */
  progress(): LibraryProgress;
  /** All of them, newest saved first; of the same instant, by id. */
  cards(): Promise<readonly ArticleCard[]>;
  /** Throws `not-found`, `unreadable`, `disk`. */
  article(id: ArticleId): Promise<Article>;
  /** The article after a look at whether its pictures are still on disk; what was lost is written down. Throws `not-found`, `disk`. */
  inspect(id: ArticleId): Promise<Article>;
  /**
   * Sees behind the window that everything is as it is claimed: folders that came or went by other hands, texts that cannot be found yet,
   * and pictures that were lost, of which a library of more than 2,000 articles is only asked as each is opened. Removes pictures that
   * nothing shows. Resolves when all is done.
   */
  inspectAll(): Promise<void>;
  /** Asks for what is missing of an article; the save is done when it was tried. Throws `not-found`, `bad-input` when nothing can be asked for. */
  repair(id: ArticleId): Promise<Save>;
  /** Asks for the older posts of an article's related list, on at most ten further pages. Throws `not-found`, `bad-input` when its list does not go on. */
  olderPosts(id: ArticleId): Promise<Save>;
  /** The saved article for an address, however its tracking parameters and fragment differ. */
  savedAt(address: string): Promise<ArticleId | undefined>;
  change(id: ArticleId, change: (article: Article) => Article): Promise<ArticleCard>;
  /** Reads another copy of an article from now on; see `Library.takeVersion`. */
  takeVersion(id: ArticleId, saved: string): Promise<ArticleCard>;
  remove(id: ArticleId): Promise<void>;
  restore(id: ArticleId): Promise<ArticleCard>;
  readonly search: Pick<LibrarySearch, 'find' | 'passages' | 'marks' | 'titles' | 'ready' | 'stats'>;
  readonly timeline: Omit<LibraryTimeline, 'know' | 'forget' | 'knowList' | 'forgetList' | 'renew' | 'close'>;
  readonly feeds: Omit<LibraryFeeds, 'copyOf' | 'close'>;
  close(): Promise<void>;
}

// All their facts are read in a few seconds.
const MOST_LOOKED_THROUGH = 2_000;
// Their posts take some 20 MB; reading their lists for the first time some ten seconds behind the window.
const MOST_JOINED = 20_000;

/** Opens a library, its search and its saves. Throws `locked` when another Layover has it open, `disk` when it cannot be read. */
export async function openLayover(options: LayoverOptions): Promise<Layover> {
  const { events, now, disk, readOnly = false } = options;
  const library = await openLibrary(options.folder, { now, readOnly, keysOf, disk });
  const { catalogue } = library;
  const pool = createExtractPool(options.workerFile);
  const openFile = createFileOpener(options.fileWorkerFile ?? join(dirname(options.workerFile), 'fileWorker.cjs'));
  const search = createLibrarySearch({
    library,
    workerFile: options.searchWorkerFile ?? join(dirname(options.workerFile), 'searchWorker.cjs'),
    now,
    onProgress: (done, total) => tellProgress({ texts: done < total ? { done, total } : null }),
    report: options.report,
  });

  const feedEntries = createFeedEntries(library.feeds, now);
  const timeline = createLibraryTimeline({
    library,
    feeds: feedEntries,
    saves: () => saves.list(),
    onProgress: (lists) => tellProgress({ lists }),
    report: options.report,
  });

  const gapTools = { library, pool };
  const savedAt = (address: string): Promise<ArticleId | undefined> => catalogue.find(canonicalAddress(address));
  const { renderPage } = options;
  const siteIcons = createSiteIcons(library);
  const keepTools: KeepTools = {
    library,
    pool,
    siteIcons,
    openFile,
    renderPage,
    savedAt,
    savedAs: (part) => catalogue.find(partKey(part)),
    // What the person's rules say counts after what they had said elsewhere.
    mark: (article, imported) => care.mark(imported === undefined ? article : withNewMarks(article, imported)),
  };

  function changed(article: Article): ArticleCard {
    const card = toCard(article);
    const row = catalogue.rowOf(article.id);
    if (row !== undefined) events.libraryChanged([{ row, card }], []);
    return card;
  }

  let progress: LibraryProgress = {
    articles: library.isChecked ? null : { done: 0, total: 0 },
    texts: null,
    lists: null,
  };
  function tellProgress(change: Partial<LibraryProgress>): void {
    progress = { ...progress, ...change };
    events.progress?.(progress);
  }

  const outside = createRowChanges({ catalogue, tell: events.libraryChanged, report: options.report });
  const care = createLibraryCare({
    library,
    search,
    timeline,
    now,
    rows: outside,
    tell: (bulk) => events.bulkProgress?.(bulk),
    tellCap: (notice) => events.capPassed?.(notice),
    report: options.report,
  });

  const check = createFolderCheck({ library, search, timeline, rows: outside, tell: tellProgress });

  async function save(
    { source, save: { foundIn }, crawl, imported }: SaveRecord,
    signal: AbortSignal,
    report: (state: SaveState) => void,
  ): Promise<SaveState> {
    if (source.from === 'repair' || source.from === 'older')
      return amendArticle({ source, signal, report }, amendTools);
    const captureTools = { signal, report, openFile };
    const documents =
      source.from === 'entry'
        ? await captureEntry(source, captureTools, (entry) => feeds.copyOf(entry))
        : await captureSource(source, captureTools);
    const saved = await saveDocuments(documents, report, (captured, tell) =>
      keep(captured, { foundIn, imported, signal, report: tell }),
    );
    if (imported !== undefined && saved.state === 'ready') await imports.noteSaved(saved, imported);
    if (crawl !== undefined && saved.state === 'ready')
      await many.follow(await library.article(saved.articleId), crawl);
    return saved;
  }

  async function keep(captured: Captured, job: KeepJob): Promise<SaveState> {
    const { article, outcome } = await keepCopy(captured, job, keepTools).catch(async (failure: unknown) => {
      throw await care.explain(failure);
    });
    know(article);
    return { state: 'ready', articleId: article.id, outcome };
  }

  /** An article came or is another now; all that lists and finds learns of it. */
  function know(article: Article): void {
    search.know(article.id);
    timeline.know(article);
    changed(article);
    care.saved();
  }

  const amendTools: AmendTools = {
    library,
    pool,
    keep,
    capture: async (address, signal, report) =>
      (await captureSource({ from: 'address', address }, { signal, report, openFile }))[0],
    changed(article, hasLists) {
      if (hasLists) timeline.know(article);
      changed(article);
    },
  };
  const feeds = createLibraryFeeds({
    library,
    workerFile: options.feedWorkerFile ?? join(dirname(options.workerFile), 'feedWorker.cjs'),
    pool,
    entries: feedEntries,
    timeline,
    saves: { add: (...wish) => saves.add(...wish), list: () => saves.list() },
    isSaved: async (address) => (await savedAt(address)) !== undefined,
    now,
    changed: () => events.feedsChanged?.(),
    report: options.report,
  });
  const saves = openSaveQueue({
    records: library.saves,
    now,
    run: save,
    changed: events.saveChanged,
    dismissed: events.saveDismissed,
    report: options.report,
    // What waits is the business of whoever may write.
    isPaused: options.savesWait === true || library.isReadOnly || library.settings().savesPaused,
    isPatient: options.isPatient ?? true,
  });

  const many = createManySaves({ saves, savedAt });
  const highlights = createArticleHighlights({ library, now, changed: events.highlightsChanged ?? (() => {}) });
  const imports = createImports({
    library,
    saves,
    pool,
    openFile,
    openImport: createImportOpener(options.importWorkerFile ?? join(dirname(options.workerFile), 'importWorker.cjs')),
    followAll: (named) => feeds.followAll(named),
    highlights,
    savedAt,
    savedAs: (key) => catalogue.find(key),
    mark: (article) => care.mark(article),
    kept: know,
    changed: (article) => void changed(article),
    tell: (importing) => events.importProgress?.(importing),
    now,
    report: options.report,
  });

  return {
    library,
    saves,
    saveMany: (addresses, how) => many.add(addresses, how),
    related: createRelatedPosts({ library, search, savedAt }),
    imports,
    highlights,
    care,
    search,
    timeline,
    feeds,
    progress: () => progress,
    cards: async () => (await catalogue.cards(newestFirst(catalogue))).map(({ card }) => card),
    article: (id) => library.article(id),
    async inspect(id) {
      const claimed = await library.article(id);
      const noted = library.isReadOnly ? undefined : await lookForLost(claimed, gapTools);
      if (noted !== undefined) changed(noted);
      return noted ?? claimed;
    },
    async inspectAll() {
      await check();
      // Whoever opens the timeline then finds it laid out.
      if (catalogue.count <= MOST_JOINED) await timeline.layOut();
      await care.tidy();
      await imports.resume();
      if (library.isReadOnly || catalogue.count > MOST_LOOKED_THROUGH) return;
      await noteAllLost(library.eachArticle(), gapTools, (noted) => void changed(noted));
      await library.sweepAssets();
    },
    async repair(id) {
      const article = await library.article(id);
      return saves.add(repairOf(article), article.title);
    },
    async olderPosts(id) {
      const article = await library.article(id);
      return saves.add(olderPostsOf(article), article.title);
    },
    savedAt,
    async change(id, change) {
      return changed(await library.update(id, change));
    },
    async takeVersion(id, saved) {
      const taken = await library.takeVersion(id, saved);
      search.know(id);
      timeline.know(taken);
      return changed(taken);
    },
    async remove(id) {
      const row = catalogue.rowOf(id);
      await library.remove(id);
      search.forget(id);
      timeline.forget(id);
      if (row !== undefined) events.libraryChanged([], [row]);
    },
    async restore(id) {
      const restored = await library.restore(id);
      search.know(id);
      timeline.know(restored);
      return changed(restored);
    },
    async close() {
      await imports.close();
      await feeds.close();
      await saves.close();
      await pool.close();
      await care.close();
      await search.close();
      await timeline.close();
      await library.close();
    },
  };
}
