// What an open library can do: the rooms joined, as everybody beside them sees it.
import type { Article, ArticleCard, ArticleId } from '#contract/article.ts';
import type { LibraryProgress } from '#contract/calls.ts';
import type { LittleRoom } from '#contract/libraryInfo.ts';
import type { Save } from '#contract/save.ts';
import type { ArticleHighlights } from './articleHighlights.ts';
import type { SaveQueue } from '../capture/saveQueue.ts';
import type { Imports } from './importing/imports.ts';
import type { LibraryCare } from './care/libraryCare.ts';
import type { LibraryFeeds } from './following/libraryFeeds.ts';
import type { LibrarySearch } from './finding/librarySearch.ts';
import type { LibraryTimeline } from './finding/libraryTimeline.ts';
import type { LibraryTrips } from './travelling/libraryTrips.ts';
import type { ManySaves } from './saving/manySaves.ts';
import type { OwnNetwork } from './saving/ownNetwork.ts';
import type { RelatedPosts } from './finding/relatedPosts.ts';
import type { Library } from '../store/library.ts';
import type { SyncKeeper } from './syncing/syncKeeper.ts';
import type { TripWorks } from './travelling/tripWork.ts';
import type { FolderCheck } from './care/folderCheck.ts';

/** An open library with everything that can be done to it. */
export interface Layover {
  readonly library: Library;
  readonly saves: SaveQueue;
  readonly syncing: SyncKeeper;
  /** See `ManySaves.add`. */
  saveMany: ManySaves['add'];
  readonly ownNetwork: OwnNetwork;
  readonly imports: Omit<Imports, 'noteSaved' | 'close'>;
  readonly related: RelatedPosts;
  readonly highlights: ArticleHighlights;
  /** What is done with many articles at once. */
  readonly care: Omit<LibraryCare, 'mark' | 'tidy' | 'saved' | 'explain' | 'close'>;
  /** What is being made anew at this moment. */
  progress(): LibraryProgress;
  readonly checkFolders: FolderCheck;
  /** The room on the disk while it is little; `null` while it is enough. */
  room(): LittleRoom | null;
  /** Looks at what other programs may have changed meanwhile: the room on the disk, and what another machine wrote. */
  lookOutside(): Promise<void>;
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
  readonly trips: LibraryTrips;
  /** What is fetched and checked for trips. */
  readonly tripWorks: Omit<TripWorks, 'workOf' | 'close'>;
  close(): Promise<void>;
}
