// A library folder in; its articles, pictures, settings and pending saves out. The truth is on disk: what a promise acknowledges
// survives a crash and a power cut. Refuses a second writer, and never writes over what it could not read.
import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import * as v from 'valibot';
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { DEFAULT_SETTINGS, type Settings } from '#contract/settings.ts';
import type { ArticleFiles, OriginalDocument } from './articleFiles.ts';
import { readArticles, recoverReplaced, type Unreadable } from './articleReading.ts';
import { refuseNewer } from './articleSchema.ts';
import { createArticleStore, type ArticleDraft } from './articleStore.ts';
import { createVersionStore } from './articleVersions.ts';
import { openAssets, type StoredAsset } from './assets.ts';
import { isAbsent, listIfThere, nodeDisk, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { usedAssets } from './usedAssets.ts';
import { removeQuietly, removeTemps } from './durableFile.ts';
import type { JsonFileOptions, Repair } from './jsonAdapter.ts';
import { createJsonFile, openJsonFile, readOnlyError } from './jsonFile.ts';
import { createFolderMaker, layoutOf, type Layout } from './layout.ts';
import { guardPrefix, systemProcesses, takeLock, type Lock, type Processes } from './lock.ts';
import { openSaveRecords, type SaveRecords } from './saveRecords.ts';
import { parseSettingsChange, parseStoredSettings, toSettings } from './settingsSchema.ts';
import { createTaskQueue } from './taskQueue.ts';

export type { ArticleDraft } from './articleStore.ts';

/** How to open a library. */
export interface LibraryOptions {
  readonly now: () => Date;
  /** Opens without the lock, touches nothing on the disk and refuses every change with `locked`. */
  readonly readOnly?: boolean;
  /** As many random bytes as asked for; the system's unless given. */
  readonly random?: (size: number) => Uint8Array;
  readonly disk?: Disk;
  readonly processes?: Processes;
}

/** An open library. Everything it takes from a caller by name is an id or an asset's name of a fixed form; no path is built from anything else. */
export interface Library {
  readonly folder: string;
  readonly isReadOnly: boolean;
  /** What could not be read when the library was opened; it is left as it is. */
  readonly unreadable: readonly Unreadable[];
  /** What was found damaged since the library was opened and was mended from a good copy. */
  readonly repairs: readonly Repair[];
  /** Newest saved first; of the same instant, by id. A new array after each change, the same one until then. */
  articles(): readonly Article[];
  article(id: ArticleId): Article | undefined;
  /** Resolves when the article is whole on disk; before that it cannot be seen, not even after a crash. Throws `AppError`: `disk`, `locked`. */
  add(draft: ArticleDraft, files: ArticleFiles): Promise<Article>;
  /**
   * Puts a newer copy in the place of an article; id and reading state stay, `saved` becomes now. A crash leaves the old or the new one.
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
  /** Puts a copy in the place of the article, which is kept as a copy; the reading state stays. Throws `AppError`: `not-found`, `unreadable`, `disk`, `locked`. */
  takeVersion(id: ArticleId, saved: string): Promise<Article>;
  /** Removes a copy for good. Throws `AppError`: `not-found`, `disk`, `locked`. */
  removeVersion(id: ArticleId, saved: string): Promise<void>;
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
  /** Brings an article back from `trash/`; one that is not in the trash but here is answered as it is. Throws `AppError`: `not-found`, `unreadable`, `disk`, `locked`. */
  restore(id: ArticleId): Promise<Article>;
  settings(): Settings;
  /** Changes the named settings. Throws `AppError`: `bad-input`, `disk`, `locked`. */
  setSettings(change: Partial<Settings>): Promise<Settings>;
  /** Files of the watched folder that were seen, by name; each with what tells whether it is still the same. */
  watchedFiles(): Readonly<Record<string, string>>;
  /** Throws `AppError`: `disk`, `locked`. */
  setWatchedFiles(files: Readonly<Record<string, string>>): Promise<void>;
  readonly saves: SaveRecords;
  /** Waits for the changes under way, then gives up the lock; further changes are refused. */
  close(): Promise<void>;
}

const watchedSchema = v.looseObject({ format: v.literal(1), files: v.record(v.string(), v.string()) });
const librarySchema = v.looseObject({ format: v.literal(1), created: v.string() });

/**
 * Opens the library in a folder, making both when there is none, and clears away what a crash left unfinished.
 * Throws `AppError`: `locked` (open in another process), `unreadable` (made by a newer Layover), `disk` (cannot be read, or not be
 * written; `readOnly` may still work), and for `readOnly` `not-found` when there is no library.
 */
export async function openLibrary(folder: string, options: LibraryOptions): Promise<Library> {
  const layout = layoutOf(resolve(folder));
  const disk = options.disk ?? nodeDisk;
  let lock: Lock | undefined;
  try {
    if (options.readOnly) {
      await assertLibrary(disk, layout);
    } else {
      await makeFolders(disk, layout.root);
      lock = await takeLock(layout.lockFile, disk, options.processes ?? systemProcesses);
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
  { now, random = randomBytes }: LibraryOptions,
): Promise<Library> {
  const isReadOnly = lock === undefined;
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
  const settings = await openJsonFile(layout.settingsFile, {
    ...jsonOptions,
    parse: parseStoredSettings,
    initial: () => ({ format: 1 as const, ...DEFAULT_SETTINGS }),
  });
  const watched = await openJsonFile(layout.watchedFile, {
    ...jsonOptions,
    parse: (json) => v.parse(watchedSchema, json),
    initial: () => ({ format: 1 as const, files: {} }),
  });
  const { articles, unreadable } = await readArticles(shared);
  const unreadableSaves: Unreadable[] = [];

  let isOpen = true;
  let sorted: readonly Article[] | undefined;
  const assertWritable = (): void => {
    if (isReadOnly) throw readOnlyError();
    if (!isOpen)
      throw new AppError('locked', 'This library has been closed. Nothing was changed; open it again to go on.');
  };
  const saves = await openSaveRecords({
    ...shared,
    assertWritable,
    onUnreadable: (name, reason) => void unreadableSaves.push({ name, reason }),
  });
  const queue = createTaskQueue();
  const changed = (): void => {
    sorted = undefined;
  };
  const storeOptions = { ...shared, random, makeFolder, queue, assertWritable, changed };
  const store = createArticleStore(articles, storeOptions);
  const versions = createVersionStore(articles, storeOptions);
  const assets = openAssets(layout, disk, makeFolder);

  return {
    ...store,
    ...versions,
    saves,
    repairs,
    isReadOnly,
    folder: layout.root,
    unreadable: [...unreadable, ...interrupted, ...unreadableSaves].sort((a, b) => (a.name < b.name ? -1 : 1)),
    articles: () => (sorted ??= [...articles.values()].sort(newestFirst)),
    article: (id) => articles.get(id),
    async putAsset(bytes, mediaType) {
      assertWritable();
      return await assets.put(bytes, mediaType);
    },
    assetNames: () => assets.names(),
    async sweepAssets() {
      assertWritable();
      const used = unreadable.length > 0 ? undefined : await usedAssets(articles.values(), shared);
      return used === undefined ? 0 : assets.sweep(used);
    },
    assetFile: (file) => assets.find(file),
    settings: () => toSettings(settings.value),
    async setSettings(change) {
      assertWritable();
      const checked = parseSettingsChange(change);
      return toSettings(await settings.update((value) => ({ ...value, ...checked })));
    },
    watchedFiles: () => watched.value.files,
    async setWatchedFiles(files) {
      assertWritable();
      await watched.update((value) => ({ ...value, files }));
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await Promise.all([queue.settled(), assets.settled(), saves.settled(), settings.settled(), watched.settled()]);
      await lock?.release();
    },
  };
}

function newestFirst(a: Article, b: Article): number {
  if (a.saved !== b.saved) return a.saved < b.saved ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

function libraryFile(now: () => Date) {
  return {
    parse: (json: unknown) => {
      refuseNewer(json);
      return v.parse(librarySchema, json);
    },
    initial: () => ({ format: 1 as const, created: now().toISOString() }),
  };
}

/** Before anything is touched: what a newer Layover made is left exactly as it is. */
async function refuseNewerLibrary(disk: Disk, layout: Layout, now: () => Date): Promise<void> {
  await openJsonFile(layout.libraryFile, { ...libraryFile(now), disk, now, isReadOnly: true });
}

async function openLibraryFile(
  layout: Layout,
  options: JsonFileOptions<v.InferOutput<typeof librarySchema>>,
): Promise<void> {
  const file = await openJsonFile(layout.libraryFile, options);
  if ((await options.disk?.sizeOf(layout.libraryFile)) === undefined) {
    await createJsonFile(layout.libraryFile, file.value, options);
  }
}

/** Clears away what earlier processes left unfinished, and makes the folders of a new library. */
async function tidy(
  disk: Disk,
  layout: Layout,
  makeFolder: (folder: string, parent: string) => Promise<void>,
): Promise<void> {
  for (const folder of [layout.temp, layout.articles, layout.assets, layout.saves, layout.trash, layout.versions]) {
    await makeFolder(folder, layout.root);
  }
  for (const { name } of await listIfThere(disk, layout.temp)) await removeQuietly(disk, join(layout.temp, name));
  await disk.syncFolder(layout.temp);
  const leftOver = (await disk.list(layout.root)).filter(({ name }) => name.startsWith(guardPrefix(layout.lockFile)));
  for (const { name } of leftOver) await removeQuietly(disk, join(layout.root, name));
  await removeTemps(layout.root, disk);
}

/** Makes the library's folder with all above it that is missing, durably. */
async function makeFolders(disk: Disk, folder: string): Promise<void> {
  try {
    await disk.list(folder);
    return;
  } catch (failure) {
    if (!isAbsent(failure)) throw failure;
  }
  const parent = dirname(folder);
  if (parent !== folder) await makeFolders(disk, parent);
  await disk.makeFolder(folder);
  await disk.syncFolder(parent);
}

async function assertLibrary(disk: Disk, layout: Layout): Promise<void> {
  const names = (await listIfThere(disk, layout.root)).map(({ name }) => name);
  if (names.some((name) => name.startsWith('library.json') || name === 'articles')) return;
  throw new AppError(
    'not-found',
    'There is no library in this folder. Choose another folder, or make a new library here.',
  );
}
