// Where things lie in a library's folder. Paths are built from checked names only: ids, hashes and the constants here.
import { join } from 'node:path';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import type { FeedId } from '#contract/feeds.ts';
import type { TripId } from '#contract/trip.ts';
import type { Disk } from './disk.ts';

/** The places of one library. */
export interface Layout {
  readonly root: string;
  readonly libraryFile: string;
  readonly settingsFile: string;
  readonly lockFile: string;
  readonly watchedFile: string;
  readonly readingFile: string;
  /** When what lies in the trash was removed. */
  readonly trashFile: string;
  readonly articles: string;
  readonly assets: string;
  readonly saves: string;
  /** Imports that were begun, a folder each. */
  readonly imports: string;
  readonly trash: string;
  /** Derived from the articles; may be deleted while the library is closed. */
  readonly catalogue: string;
  /** The full-text index; derived as well. */
  readonly index: string;
  /** Other copies of articles than those that are read. */
  readonly versions: string;
  /** Dictionaries that the person added, a folder each. */
  readonly dictionaries: string;
  /** What was highlighted in articles, apart from them, so that no newer copy and no trash can take it away. */
  readonly highlights: string;
  /** What is followed, a small file each, and beside it a folder with the pages of its entries. */
  readonly feeds: string;
  /** What was planned to be taken along, a small file each, and beside it a folder with what was checked. */
  readonly trips: string;
  /** Second copies of files that a program for keeping folders the same had left, each with a note. */
  readonly conflicts: string;
  /** What a repair could not read and put out of the way. */
  readonly aside: string;
  /** Unfinished work; emptied whenever the library is opened for writing. */
  readonly temp: string;
  /** Folder of the articles whose ids begin with the same two characters. */
  articleShard(id: ArticleId): string;
  article(id: ArticleId): string;
  trashed(id: ArticleId): string;
  /** Where a copy lies that went to the trash without its article; see `copyName`. */
  trashedCopy(id: ArticleId, copy: string): string;
  versionsOf(id: ArticleId): string;
  /** Folder of the highlights of the articles whose ids begin with the same two characters. */
  highlightShard(id: ArticleId): string;
  highlightsOf(id: ArticleId): string;
  feed(id: FeedId): string;
  feedPages(id: FeedId): string;
  /** A page of a feed's entries, counted from 0. */
  feedPage(id: FeedId, page: number): string;
  trip(id: TripId): string;
  tripFolder(id: TripId): string;
  tripChecks(id: TripId): string;
  /** Where the old version of an article waits while the new one takes its place. */
  replaced(id: ArticleId): string;
}

/** Lays out a library below an absolute folder. */
export function layoutOf(root: string): Layout {
  const articles = join(root, 'articles');
  const trash = join(root, 'trash');
  const versions = join(root, 'versions');
  const highlights = join(root, 'highlights');
  const feeds = join(root, 'feeds');
  const trips = join(root, 'trips');
  const temp = join(root, 'temp');
  const articleShard = (id: ArticleId): string => join(articles, id.slice(0, 2));
  const highlightShard = (id: ArticleId): string => join(highlights, id.slice(0, 2));
  return {
    root,
    libraryFile: join(root, 'library.json'),
    settingsFile: join(root, 'settings.json'),
    lockFile: join(root, 'lock.json'),
    watchedFile: join(root, 'watched.json'),
    readingFile: join(root, 'reading.json'),
    trashFile: join(root, 'trash.json'),
    articles,
    assets: join(root, 'assets'),
    saves: join(root, 'saves'),
    imports: join(root, 'imports'),
    trash,
    catalogue: join(root, 'catalogue'),
    index: join(root, 'index'),
    versions,
    dictionaries: join(root, 'dictionaries'),
    conflicts: join(root, 'conflicts'),
    highlights,
    feeds,
    trips,
    aside: join(root, 'aside'),
    temp,
    articleShard,
    article: (id) => join(articleShard(id), id),
    trashed: (id) => join(trash, id),
    trashedCopy: (id, copy) => join(trash, `${id}.${copy}`),
    versionsOf: (id) => join(versions, id),
    highlightShard,
    feed: (id) => join(feeds, `${id}.json`),
    feedPages: (id) => join(feeds, id),
    feedPage: (id, page) => join(feeds, id, `${page}.json`),
    trip: (id) => join(trips, `${id}.json`),
    tripFolder: (id) => join(trips, id),
    tripChecks: (id) => join(trips, id, 'checks.json'),
    highlightsOf: (id) => join(highlightShard(id), `${id}.json`),
    replaced: (id) => join(temp, `${id}.replaced`),
  };
}

/** The name of a copy by when it was saved: `20260301T100000000Z` for 10:00 on that day. Throws for what is no instant. */
export function copyName(saved: string): string {
  const name = new Date(saved).toISOString().replace(/[-:.]/g, '');
  if (savedOfCopy(name) === undefined) throw new Error(`no name for a copy of ${saved}`);
  return name;
}

/** When the copy of a name was saved; `undefined` for a name that is none of a copy. */
export function savedOfCopy(name: string): string | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(name);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second, rest] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.${rest}Z`;
}

/** Whose a folder in the trash is: an article's, or that of a copy of one; `undefined` for a name of any other form. */
export function idOfTrashed(name: string): ArticleId | undefined {
  const id = name.slice(0, 16);
  if (!isArticleId(id)) return undefined;
  return name === id || (name[16] === '.' && savedOfCopy(name.slice(17)) !== undefined) ? id : undefined;
}

/**
 * Makes folders once per process and waits until their names are durable, so that nothing acknowledged can lie in a folder
 * that a power cut takes away. Throws the system's error; a failed one is tried again at the next call.
 */
export function createFolderMaker(disk: Disk): (folder: string, parent: string) => Promise<void> {
  const made = new Map<string, Promise<void>>();
  return (folder, parent) => {
    const known = made.get(folder);
    if (known !== undefined) return known;
    const making = (async () => {
      try {
        await disk.makeFolder(folder);
        await disk.syncFolder(parent);
      } catch (failure) {
        made.delete(folder);
        throw failure;
      }
    })();
    made.set(folder, making);
    return making;
  };
}
