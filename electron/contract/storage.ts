// What takes the room of a library, and what could go.
import type { ArticleId } from './article.ts';

/** Some things and the bytes of their files. */
export interface StoragePart {
  readonly count: number;
  readonly bytes: number;
}

/** Bytes of a site's articles. */
export interface SiteStorage {
  /** Host, or where there is none the site's name; `null` for neither. */
  readonly site: string | null;
  readonly articles: number;
  /** Files and pictures, those that other sites' articles show as well among them. */
  readonly bytes: number;
  /** What would be free if all of its articles were gone for good. */
  readonly freedBytes: number;
}

/** Bytes of an article. */
export interface ArticleStorage {
  readonly row: number;
  readonly id: ArticleId;
  readonly title: string;
  readonly bytes: number;
  /** What would be free if it were gone for good: without the pictures that others show as well, with its copies. */
  readonly freedBytes: number;
}

/** How a library stands to its limit. The trash does not count: it goes by itself. */
export interface CapState {
  readonly capBytes: number;
  /** 0 while all fits. */
  readonly overBytes: number;
  /** What could go by the rules of `whatCouldGo`, in that order. */
  readonly articles: number;
  readonly copies: number;
  readonly freedBytes: number;
}

/** All that a library takes on the disk. */
export interface LibraryStorage {
  /** Articles' own files. */
  readonly articles: StoragePart;
  /** Pictures that articles show, each once. */
  readonly pictures: StoragePart;
  /** Other copies of articles, with the pictures that only they show. */
  readonly copies: StoragePart;
  /** What was removed, with the pictures that only it shows. */
  readonly trash: StoragePart;
  readonly highlights: StoragePart;
  /** What is known of what is followed. */
  readonly feedBytes: number;
  /** Imports with their reports, and saves that wait. */
  readonly importBytes: number;
  /** What is made again when it is not there: catalogue, index, timeline. */
  readonly derivedBytes: number;
  /** Settings, dictionaries and the like. */
  readonly otherBytes: number;
  readonly totalBytes: number;
  /** Free space of the disk; `null` when the system does not say. */
  readonly freeBytes: number | null;
  /** Largest first. */
  readonly sites: readonly SiteStorage[];
  /** At most 100, largest first. */
  readonly largest: readonly ArticleStorage[];
  /** `null` without a limit. */
  readonly cap: CapState | null;
}

/** What was done or is to be said because a limit was passed. */
export interface CapNotice {
  readonly policy: 'warn' | 'trash';
  readonly capBytes: number;
  /** Before anything went. */
  readonly overBytes: number;
  /** What went, or with `warn` could go. */
  readonly articles: number;
  readonly copies: number;
  readonly freedBytes: number;
  /** For `bulk.undo`; `null` when nothing went. */
  readonly undo: number | null;
}
