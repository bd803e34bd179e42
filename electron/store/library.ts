// A library folder in; its articles, pictures, settings and pending saves out. The truth is on disk: what a promise acknowledges
// survives a crash and a power cut. Refuses a second writer, and never writes over what it could not read.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Article, ArticleId } from '#contract/article.ts';
import type { ReadOnlyReason } from '#contract/libraryInfo.ts';
import { AppError } from '#contract/errors.ts';
import type { ReadingMemory } from '#contract/readingMemory.ts';
import type { Settings } from '#contract/settings.ts';
import type { ArticleFiles, OriginalDocument } from './articleFiles.ts';
import { recoverReplaced, type Unreadable } from './articleReading.ts';
import { createArticleStore, type ArticleDraft } from './articleStore.ts';
import { createVersionStore } from './articleVersions.ts';
import { createChecker, eachArticle, type CheckRequest } from './catalogue/checker.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { openCatalogue } from './catalogue/openCatalogue.ts';
import type { ArticleKeys } from './catalogue/row.ts';
import { openAssets, type StoredAsset } from './assets.ts';
import { openConflictFiles, type ConflictFiles } from './conflictFiles.ts';
import { openDerivedFiles, type DerivedFiles } from './derivedFiles.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { usedAssets } from './usedAssets.ts';
import { openImportFiles, type ImportFiles } from './importFiles.ts';
import { openFeedFiles, type FeedFiles } from './feedFiles.ts';
import { openHighlightFiles, type HighlightFiles } from './highlightFiles.ts';
import { createHoldings, type Holdings } from './holdings.ts';
import type { Repair } from './jsonAdapter.ts';
import { readOnlyError } from './jsonFile.ts';
import { createFolderMaker, layoutOf, type Layout } from './layout.ts';
import { machineOf, systemProcesses, takeLock, type Lock } from './lock.ts';
import { libraryFile, openLibraryFile, refuseNewerLibrary } from './libraryFile.ts';
import { assertLibrary, freeBytes, makeFolders, tidy } from './libraryFolders.ts';
import { createMending, type Mending } from './mending.ts';
import { createOtherCopies, type OtherCopies } from './otherCopies.ts';
import { openOwnFiles } from './ownFiles.ts';
import { openSaveRecords, type SaveRecords } from './saveRecords.ts';
import type { LibraryOptions } from './libraryOptions.ts';
import type { StoredSettings } from './settingsSchema.ts';
import { createTaskQueue } from './taskQueue.ts';
import { openTrash, type Trash } from './trash.ts';
import { openTripFiles, type TripFiles } from './tripFiles.ts';
import { createWholeArticles, type WholeArticles } from './wholeArticles.ts';

export type { ArticleDraft } from './articleStore.ts';

/** An open library. Everything it takes from a caller by name is an id or an asset's name of a fixed form; no path is built from anything else. */
export interface Library extends WholeArticles, Mending, OtherCopies, DerivedFiles {
  readonly folder: string;
  readonly isReadOnly: boolean;
  /** Why, if so. */
  readonly readOnlyBecause: ReadOnlyReason | null;
  /** See `LibraryInfo`. */
  readonly heldElsewhere: string | null;
  /** Throws `AppError('locked')`, with the reason, when nothing may be changed. */
  assertWritable(): void;
  /** Bytes that may still be written on the library's disk. Throws `AppError('disk')`. */
  freeBytes(): Promise<number>;
  /** What could not be read when the library was last checked; it is left as it is. */
  readonly unreadable: readonly Unreadable[];
  /** What was found damaged since the library was opened and was mended from a good copy. */
  readonly repairs: readonly Repair[];
  /** What is known of every article without reading any. */
  readonly catalogue: Pick<
    Catalogue,
    | 'columns'
    | 'bySaved'
    | 'count'
    | 'sizeBytes'
    | 'rowOf'
    | 'rowOfPacked'
    | 'idOf'
    | 'ids'
    | 'stampOf'
    | 'cards'
    | 'title'
    | 'titleRanks'
    | 'find'
  >;
  /** Whether the catalogue is whole; it is not, after it was lost, until `check` is through. */
  readonly isChecked: boolean;
  /**
   * Makes the catalogue agree with the article folders and lists in `unreadable` what cannot be read; with `readsAll` also finds what
   * other hands edited inside of them. Everything can be used meanwhile. Throws `AppError('disk')` when the folders cannot be listed.
   */
  check(options?: CheckRequest): Promise<void>;
  /** What the article's folder says. Throws `AppError`: `not-found`, `unreadable`, `disk`. */
  article(id: ArticleId): Promise<Article>;
  /** Every article that can be read, newest saved first; of the same instant, by id. */
  eachArticle(): AsyncIterable<Article>;
  /** Resolves when the article is whole on disk; before that it cannot be seen, not even after a crash. `mark` says what is made of it from its begin. Throws `AppError`: `disk`, `locked`. */
  add(draft: ArticleDraft, files: ArticleFiles, mark?: (article: Article) => Article): Promise<Article>;
  /**
   * Puts a newer copy in the place of an article; id and what the person made of it stay, `saved` becomes now. A crash leaves the old or the new one.
   * Throws `AppError`: `not-found`, `disk` (the old one is still there), `locked`.
   */
  replace(id: ArticleId, draft: ArticleDraft, files: ArticleFiles): Promise<Article>;
  /** Keeps a newer copy beside an article without putting it in its place. Throws `AppError`: `not-found`, `disk`, `locked`. */
  hold(id: ArticleId, draft: ArticleDraft, files: ArticleFiles): Promise<Article>;
  /** Copies the article as it is beside itself, so that it outlives the next `replace`. Throws as `hold`. */
  keepVersion(id: ArticleId): Promise<void>;
  /** The copies beside an article, newest first; each is told from the others by `saved`. What cannot be read is left out and left alone. Throws `AppError`: `not-found`, `disk`. */
  versions(id: ArticleId): Promise<readonly Article[]>;
  /** The plain text of a copy, or of the article itself when `saved` is its own. Throws `AppError`: `not-found`, `unreadable`, `disk`. */
  versionText(id: ArticleId, saved: string): Promise<string>;
  /** Puts a copy in the place of the article, which is kept as a copy; what the person made of it stays. Throws `AppError`: `not-found`, `unreadable`, `disk`, `locked`. */
  takeVersion(id: ArticleId, saved: string): Promise<Article>;
  /** Removes a copy for good. Throws `AppError`: `not-found`, `disk`, `locked`. */
  removeVersion(id: ArticleId, saved: string): Promise<void>;
  /** Moves a copy to `trash/`, from where `restoreVersion` brings it back. Throws `AppError`: `not-found`, `disk`, `locked`. */
  trashVersion(id: ArticleId, saved: string): Promise<void>;
  restoreVersion(id: ArticleId, saved: string): Promise<void>;
  /** Changes an article's facts; `change` gets the newest and must not alter its argument. Throws `AppError`: `not-found`, `disk`, `locked`. */
  update(id: ArticleId, change: (article: Article) => Article): Promise<Article>;
  /**
   * Writes new content and then the facts that go with it; `change` gets the newest ones. A crash in between leaves facts that claim less
   * than there is. Throws `AppError`: `not-found`, `disk`, `locked`.
   */
  amend(id: ArticleId, content: string, change: (article: Article) => Article): Promise<Article>;
  /** The stored HTML. Throws `AppError`: `not-found`, `unreadable`, `disk`. */
  content(id: ArticleId): Promise<string>;
  /** The plain text. Throws `AppError`: `not-found`, `unreadable`, `disk`. */
  text(id: ArticleId): Promise<string>;
  /** The stored HTML of the readers' comments; `null` when none are stored. Throws `AppError`: `not-found`, `unreadable`, `disk`. */
  comments(id: ArticleId): Promise<string | null>;
  /** The document as it came, of an article of several pages any of them, counted from 1. Throws `AppError`: `not-found`, `unreadable`, `disk`. */
  original(id: ArticleId, page?: number): Promise<OriginalDocument>;
  /** Stores a picture once; resolves when it is durable. Throws `AppError`: `bad-input` (no kind of picture that is kept), `disk`, `locked`. */
  putAsset(bytes: Uint8Array, mediaType: string): Promise<StoredAsset>;
  /** Names of all stored pictures. Throws `AppError('disk')`. */
  assetNames(): Promise<ReadonlySet<string>>;
  /**
   * Removes pictures that no article shows, nor one in the trash, nor a copy; none at all while anything in the library cannot be read.
   * Answers how many. Throws `AppError`: `disk`, `locked`.
   */
  sweepAssets(): Promise<number>;
  /** Absolute path of a stored picture; `undefined` for a name of any other form, and for a link. */
  assetFile(file: string): Promise<string | undefined>;
  /** Moves the article to `trash/`. Throws `AppError`: `not-found`, `disk`, `locked`. */
  remove(id: ArticleId): Promise<void>;
  /** Brings an article back from `trash/`; one that is here already is answered as it is. One `ofMany` leaves its note to `trash.forgetAll`. Throws `AppError`: `not-found`, `unreadable`, `disk`, `locked`. */
  restore(id: ArticleId, ofMany?: boolean): Promise<Article>;
  readonly trash: Pick<Trash, 'list' | 'ids' | 'discard' | 'discardOld' | 'forgetAll'>;
  /** Says before many articles are removed that they are, so that it is written down at once. Throws `AppError`: `disk`, `locked`. */
  announceRemoval(ids: readonly ArticleId[]): Promise<void>;
  /** Which files and pictures everything holds; see `createHoldings`. Throws `AppError('disk')`. */
  holdings(): Promise<Holdings>;
  settings(): Settings;
  /** Takes up what other hands made of the settings; answers whether they are others now. Throws `AppError('disk')`. */
  refreshSettings(): Promise<boolean>;
  /** Changes the named settings. Throws `AppError`: `bad-input`, `disk`, `locked`. */
  setSettings(change: Partial<Settings>): Promise<Settings>;
  /** The same for what knows the whole file, and says itself what is noted of its lists. */
  rewriteSettings(change: (here: StoredSettings) => StoredSettings): Promise<void>;
  /** Files of the watched folder that were seen, by name; each with what tells whether it is still the same. */
  watchedFiles(): Readonly<Record<string, string>>;
  /** Throws `AppError`: `disk`, `locked`. */
  setWatchedFiles(files: Readonly<Record<string, string>>): Promise<void>;
  /** Where the person was when the window was left, and how fast they read. */
  readingMemory(): ReadingMemory;
  /** Changes the named parts of it. Throws `AppError`: `disk`, `locked`. */
  remember(change: (memory: ReadingMemory) => Partial<ReadingMemory>): Promise<ReadingMemory>;
  readonly saves: SaveRecords;
  readonly imports: ImportFiles;
  /** What was highlighted, also in articles that are in the trash. */
  readonly highlights: HighlightFiles;
  /** What is followed, and all that was seen in it. */
  readonly feeds: FeedFiles;
  /** What was planned to be taken along, and what was found of it. */
  readonly trips: TripFiles;
  /** Second copies of its files that other programs left in it. */
  readonly conflicts: ConflictFiles;
  /** Waits for the changes under way, then gives up the lock; further changes are refused. */
  close(): Promise<void>;
}

const LOOKED_AT = 200;

/**
 * Opens the library in a folder, making both when there is none, and clears away what a crash left unfinished.
 * Throws `AppError`: `locked` (open in another process), `unreadable` (made by a newer Layover), `disk` (cannot be read, or not be
 * written; `readOnly` may still work), and for `readOnly` `not-found` when there is no library.
 */
export async function openLibrary(folder: string, options: LibraryOptions): Promise<Library> {
  const layout = layoutOf(resolve(folder));
  const disk = options.disk ?? nodeDisk;
  const { processes = systemProcesses } = options;
  let lock: Lock | undefined;
  try {
    if (options.readOnly) {
      await assertLibrary(disk, layout);
    } else {
      await makeFolders(disk, layout.root);
      lock = await takeLock(layout.lockFile, disk, processes, options);
    }
    return await openHeld(layout, disk, lock, options);
  } catch (failure) {
    await lock?.release();
    throw toDiskError(failure, 'The library could not be opened');
  }
}

async function openHeld(
  layout: Layout,
  disk: Disk,
  lock: Lock | undefined,
  { now, random = randomBytes, keysOf = noKeys, looksAtUpTo = LOOKED_AT, processes = systemProcesses }: LibraryOptions,
): Promise<Library> {
  const isReadOnly = lock === undefined;
  const readOnlyBecause = isReadOnly ? ((await disk.isReadOnly(layout.root)) ? 'disk' : 'other') : null;
  const heldElsewhere = readOnlyBecause === 'other' ? await machineOf(layout.lockFile, disk, processes) : null;
  const repairs: Repair[] = [];
  const shared = { disk, layout, now, isReadOnly, onRepair: (repair: Repair) => void repairs.push(repair) };
  const jsonOptions = { ...shared, tempFolder: layout.temp };
  const makeFolder = createFolderMaker(disk);

  await refuseNewerLibrary(disk, layout, now);
  const interrupted = await recoverReplaced(shared);
  if (!isReadOnly) {
    await tidy(disk, layout, makeFolder);
    await openLibraryFile(layout, { ...jsonOptions, ...libraryFile(now) });
  }
  const { catalogue, wasThere, ...held } = await openCatalogue({ ...shared, keysOf });
  const unreadableSaves: Unreadable[] = [];
  let isOpen = true;
  const assertWritable = (): void => {
    if (readOnlyBecause !== null) throw readOnlyError(readOnlyBecause);
    if (!isOpen)
      throw new AppError('locked', 'This library has been closed. Nothing was changed; open it again to go on.');
  };
  const { settled, ...own } = await openOwnFiles({ ...jsonOptions, assertWritable });
  const saves = await openSaveRecords({
    ...shared,
    assertWritable,
    onUnreadable: (name, reason) => void unreadableSaves.push({ name, reason }),
  });
  const queue = createTaskQueue();
  const fileTools = { ...shared, makeFolder, assertWritable };
  const highlights = openHighlightFiles(fileTools);
  const [feeds, trips] = [openFeedFiles(fileTools), openTripFiles(fileTools)];
  // The one place where what was marked in an article goes with it.
  const { removeHighlights } = highlights;
  const trash = await openTrash({ ...fileTools, catalogue, queue, removeHighlights });
  const storeOptions = { trash, ...fileTools, catalogue, random, queue };
  const store = createArticleStore(storeOptions);
  const versions = createVersionStore(storeOptions);
  const assets = openAssets(layout, disk, makeFolder);

  const checker = createChecker({ ...shared, catalogue, queue, isTrusted: wasThere, done: held.checkpointSoon });
  if (await checker.isSmall(looksAtUpTo)) await checker.check({ readsAll: true });

  return {
    ...store,
    ...versions,
    ...createWholeArticles(storeOptions),
    ...own,
    catalogue,
    check: (request) => checker.check(request),
    get isChecked() {
      return checker.isChecked;
    },
    eachArticle: () => eachArticle(catalogue, store.article),
    saves,
    imports: openImportFiles(fileTools),
    highlights,
    feeds,
    trips,
    conflicts: openConflictFiles(fileTools),
    repairs,
    isReadOnly,
    readOnlyBecause,
    heldElsewhere,
    assertWritable,
    freeBytes: () => freeBytes(disk, layout.root),
    folder: layout.root,
    get unreadable() {
      return [
        ...checker.unreadable,
        ...interrupted,
        ...unreadableSaves,
        ...[highlights, feeds, trips].flatMap((files) => files.unreadable()),
      ].sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async putAsset(bytes, mediaType) {
      assertWritable();
      return await assets.put(bytes, mediaType);
    },
    assetNames: () => assets.names(),
    async sweepAssets() {
      assertWritable();
      if (!checker.isChecked || checker.unreadable.length > 0) return 0;
      const used = await usedAssets(catalogue.ids(), shared);
      return used === undefined ? 0 : assets.sweep(used);
    },
    assetFile: (file) => assets.find(file),
    trash,
    async announceRemoval(ids) {
      assertWritable();
      await trash.note(ids);
    },
    holdings: createHoldings(disk, layout, catalogue),
    ...openDerivedFiles(disk, layout, assertWritable),
    ...createMending(fileTools),
    ...createOtherCopies(storeOptions),
    async close() {
      if (!isOpen) return;
      isOpen = false;
      const used = [queue, assets, saves, highlights, feeds, trips, trash];
      await Promise.all([settled(), ...used.map((each) => each.settled())]);
      await held.close();
      await lock?.release();
    },
  };
}

function noKeys(): ArticleKeys {
  return { own: [], stated: null };
}
