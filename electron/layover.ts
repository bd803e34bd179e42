// Opens a library folder and joins the rooms. `save` is the whole flow of the product.
import { dirname, join } from 'node:path';
import { toCard, type Article, type ArticleCard, type ArticleId } from '#contract/article.ts';
import type { LibraryProgress } from '#contract/calls.ts';
import type { SaveState } from '#contract/save.ts';
import { createArticleHighlights } from './library/articleHighlights.ts';
import { amendArticle, olderPostsOf, repairOf, type AmendTools } from './library/saving/amendArticles.ts';
import { keysOf, partKey } from './library/saving/articleKeys.ts';
import { canonicalAddress } from './capture/address.ts';
import { captureEntry } from './library/following/captureEntry.ts';
import type { Captured } from './capture/captureSource.ts';
import type { Network } from './capture/connections.ts';
import { captureSource, fetchFeed } from './capture/onDemand.ts';
import { createMeteredWatch } from './capture/meteredNetwork.ts';
import { createFileOpener } from './capture/formats/fileOpener.ts';
import type { SaveRecord } from './capture/queuedSave.ts';
import { openSaveQueue } from './capture/saveQueue.ts';
import { createFolderCheck } from './library/care/folderCheck.ts';
import { createExtractPool } from './extract/pool.ts';
import { withNewMarks } from './library/importing/importMarks.ts';
import { createImportOpener } from './library/importing/importReading.ts';
import { createImports } from './library/importing/imports.ts';
import { createFeedEntries } from './library/following/feedEntries.ts';
import { createLibraryFeeds } from './library/following/libraryFeeds.ts';
import { createManySaves } from './library/saving/manySaves.ts';
import { createRelatedPosts } from './library/finding/relatedPosts.ts';
import { createLibrarySearch } from './library/finding/librarySearch.ts';
import { createLibraryTimeline } from './library/finding/libraryTimeline.ts';
import type { LayoverOptions } from './library/layoverOptions.ts';
import { createLibraryCare } from './library/care/libraryCare.ts';
import { keepCopy, type KeepJob, type KeepTools } from './library/saving/keepCopy.ts';
import { createSiteIcons } from './library/saving/siteIcons.ts';
import { createOwnNetwork } from './library/saving/ownNetwork.ts';
import { saveDocuments } from './library/saving/saveDocuments.ts';
import { createInspection } from './library/care/inspection.ts';
import { createRoomWatch } from './library/care/roomWatch.ts';
import { createRowChanges } from './library/care/rowChanges.ts';
import { openLibrary } from './store/library.ts';
import type { Layover } from './library/openedLibrary.ts';
import { createSyncKeeper } from './library/syncing/syncKeeper.ts';
import { openTrips } from './library/travelling/openTrips.ts';

export type { Layover } from './library/openedLibrary.ts';

// Their posts take some 20 MB; reading their lists for the first time some ten seconds behind the window.
const MOST_JOINED = 20_000;

/** Opens a library, its search and its saves. Throws `locked` when another Layover has it open, `disk` when it cannot be read. */
export async function openLayover(options: LayoverOptions): Promise<Layover> {
  const { events, now, disk, readOnly = false, takesOver = false } = options;
  const library = await openLibrary(options.folder, { now, readOnly, takesOver, keysOf, disk });
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

  const savedAt = (address: string): Promise<ArticleId | undefined> => catalogue.find(canonicalAddress(address));
  const { renderPage, measurePages } = options;
  const network: Network = options.classify === undefined ? {} : { classify: options.classify };
  const ownNetwork = createOwnNetwork(library, network);
  const siteIcons = createSiteIcons(library, network);
  const keepTools: KeepTools = {
    library,
    pool,
    siteIcons,
    openFile,
    renderPage,
    network,
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

  const room = createRoomWatch({
    library,
    tell: (little) => events.roomChanged?.(little),
    report: options.report,
    leastBytes: options.leastRoomBytes,
  });
  void room.start();

  const check = createFolderCheck({ library, search, timeline, rows: outside, tell: tellProgress });

  async function save(
    { source, save: { foundIn }, crawl, imported, portion, privateHost }: SaveRecord,
    signal: AbortSignal,
    report: (state: SaveState) => void,
  ): Promise<SaveState> {
    if (source.from === 'repair' || source.from === 'older')
      return amendArticle({ source, portion, signal, report }, amendTools);
    const captureTools = { signal, report, openFile, network, mostBytes: portion?.mostBytes ?? null };
    const documents =
      source.from === 'entry'
        ? await captureEntry(source, captureTools, (entry) => feeds.copyOf(entry))
        : await captureSource(source, { ...captureTools, privateHost: privateHost ?? null });
    const saved = await saveDocuments(documents, report, (captured, tell) =>
      keep(captured, { foundIn, imported, portion, signal, report: tell }),
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
    room.written();
  }

  const amendTools: AmendTools = {
    library,
    pool,
    keep,
    network,
    mayAsk: (host) => ownNetwork.mayAsk(host),
    capture: async (address, privateHost, signal, report) =>
      (await captureSource({ from: 'address', address }, { signal, report, openFile, network, privateHost }))[0],
    changed(article, hasLists) {
      if (hasLists) timeline.know(article);
      changed(article);
    },
  };
  const isMetered = options.isMetered ?? createMeteredWatch();
  const feeds = createLibraryFeeds({
    library,
    workerFile: options.feedWorkerFile ?? join(dirname(options.workerFile), 'feedWorker.cjs'),
    pool,
    entries: feedEntries,
    timeline,
    saves: { add: (...wish) => saves.add(...wish), list: () => saves.list() },
    isSaved: async (address) => (await savedAt(address)) !== undefined,
    maySave: async () => library.settings().feedsSaveMetered || !(await isMetered()),
    // An answer that was taken back, and what a backup says, count for nothing.
    fetch: (request) => fetchFeed({ ...request, privateHost: ownNetwork.mayAsk(request.privateHost) }, network),
    privateHostOf: (address) => ownNetwork.hostOf(address),
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

  const tripTools = { library, search, saves, savedAt, measurePages, now, report: options.report };
  const { trips, works: tripWorks } = openTrips({
    ...tripTools,
    pool,
    corrected: (article) => void changed(article),
    changed: (id) => events.tripsChanged?.(id),
  });

  const syncing = createSyncKeeper({ library, saves, trips, highlights, check, changed, events });

  const inspection = createInspection({
    library,
    pool,
    changed: (article) => void changed(article),
    before: [
      async () => void (await syncing.look()),
      () => check(),
      // Whoever opens the timeline then finds it laid out.
      async () => (catalogue.count <= MOST_JOINED ? timeline.layOut() : undefined),
      () => care.tidy(),
      () => imports.resume(),
    ],
  });

  return {
    ...inspection,
    library,
    trips,
    tripWorks,
    syncing,
    saves,
    ownNetwork,
    saveMany: (addresses, how) => many.add(addresses, how),
    related: createRelatedPosts({ library, search, savedAt }),
    imports,
    highlights,
    care,
    search,
    timeline,
    feeds,
    progress: () => progress,
    checkFolders: check,
    room: () => room.little(),
    lookOutside: async () => void (await Promise.all([room.look(), syncing.lookAgain()])),
    cards: async () => (await catalogue.cards([...catalogue.bySaved()])).map(({ card }) => card),
    article: (id) => library.article(id),
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
      room.close();
      await tripWorks.close();
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
