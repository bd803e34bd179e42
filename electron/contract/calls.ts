// Everything the window can ask, and everything the main process says unasked.
import type { BulkOutcome, BulkProgress, BulkTarget, OwnChange } from './bulk.ts';
import type { Article, ArticleCard, ArticleId, FoundIn, KeptPlace } from './article.ts';
import type { PackedColumns } from './packedColumns.ts';
import type { DeskCalls, DeskEvents } from './deskCalls.ts';
import type { Axis, PostDetails, TimelineFacets, TimelineFilter, TimelinePost, TimelineView } from './post.ts';
import type { ExportCalls } from './exportCalls.ts';
import type { Exported, ExportFormat } from './exporting.ts';
import type {
  AllHighlights,
  ExportedHighlights,
  Highlight,
  HighlightChange,
  HighlightFormat,
  Placement,
} from './highlight.ts';
import type { HealthCalls } from './health.ts';
import type { LibraryInfo, LittleRoom } from './libraryInfo.ts';
import type { LibraryJob } from './libraryExport.ts';
import type { QueryProblem } from './query/node.ts';
import type { SystemMenu } from './menu.ts';
import type { DoorState } from './door.ts';
import type { ImportCalls } from './importCalls.ts';
import type { ImportProgress } from './imports.ts';
import type { FeedCalls } from './feeds.ts';
import type { ReadingCalls } from './readingCalls.ts';
import type { ReadingMemory } from './readingMemory.ts';
import type { ReadingSpeed, Stretch } from './readingSpeed.ts';
import type { FittingPosts, SimilarArticle } from './related.ts';
import type { Crawl, Save, SaveMove, SaveSource } from './save.ts';
import type { ArticleLook, Settings } from './settings.ts';
import type { ShellWords } from './shellWords.ts';
import type { CapNotice, LibraryStorage } from './storage.ts';
import type { TrashPage } from './trash.ts';
import type { TripCalls, TripId } from './trip.ts';
import type { ArticleVersion, ComparedBlock } from './versions.ts';

/** An article of a list: the number of its row in the columns, and its card. */
export interface RowCard {
  readonly row: number;
  readonly card: ArticleCard;
}

/** What was found. */
export interface SearchResult {
  /** Rows of all articles that fit, in the order asked for; of equal ones, the newest saved first. */
  readonly rows: Uint32Array;
  /** Words that stand nowhere, and those that were looked for instead. */
  readonly corrections: readonly { readonly typed: string; readonly taken: readonly string[] }[];
  readonly problems: readonly QueryProblem[];
  /** Whether every article could be looked at; not while texts are still being read for the first time. */
  readonly isComplete: boolean;
}

/** A piece of an article's text, with the places in it to mark as [start, end) pairs. */
export interface SearchPassage {
  readonly row: number;
  readonly snippet: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** An article opened for reading; `page` is the path of its document below the app's own origin. */
export interface OpenArticle {
  readonly article: Article;
  readonly page: string;
  /** For addresses that the article or its lists name and that are saved here: the saved article. */
  readonly savedLinks: Readonly<Record<string, ArticleId>>;
}

/** How far a piece of work is. */
export interface Progress {
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

/** What is being made anew from the articles' folders; `null` for what is whole. */
export interface LibraryProgress {
  /** Articles that are looked through because what is known of all of them was lost; lists have what was found so far. */
  readonly articles: Progress | null;
  /** Texts that are read for the search; it finds those that were read. */
  readonly texts: Progress | null;
  /** Articles whose related lists are read for the timeline; it shows those that were read. */
  readonly lists: Progress | null;
}

/** Name of each call → what goes in and what comes out. A call fails only with an `ErrorReport`. */
export interface Calls extends ReadingCalls, ImportCalls, ExportCalls, FeedCalls, DeskCalls, TripCalls, HealthCalls {
  /** All that lists sort and filter by, once; `library.changed` tells what changes in it. */
  'library.columns': { in: void; out: PackedColumns };
  /** Cards of at most 500 rows; those that are not there any more are left out. */
  'library.rows': { in: { readonly rows: readonly number[] }; out: readonly RowCard[] };
  /** `null` for an article that is not in the library. */
  'library.card': { in: { readonly id: ArticleId }; out: RowCard | null };
  /** For each row its place among all titles, as people sort them. */
  'library.titleRanks': { in: void; out: Uint32Array };
  /** At most 40 articles in whose titles, bylines or sites' names all words stand or begin, best first. */
  'library.titles': { in: { readonly query: string }; out: readonly RowCard[] };
  'library.info': { in: void; out: LibraryInfo };
  'library.progress': { in: void; out: LibraryProgress };
  /** How much room the disk has while that is little; `null` while it is enough. */
  'library.room': { in: void; out: LittleRoom | null };
  'library.reveal': { in: void; out: void };
  'article.open': { in: { readonly id: ArticleId }; out: OpenArticle };
  /** The related posts of an article, not saved yet, that are the best for so many minutes. */
  'related.best': { in: { readonly id: ArticleId; readonly minutes: number }; out: FittingPosts };
  /** Reads on in the article's related list, on at most ten further pages; the save tells how it goes. */
  'related.older': { in: { readonly id: ArticleId }; out: Save };
  /** At most eight saved articles that use the same rare words, the likest first; none when nothing is alike. */
  'related.similar': { in: { readonly id: ArticleId }; out: readonly SimilarArticle[] };
  /** Only the named parts change. */
  'article.mark': {
    in: {
      readonly id: ArticleId;
      readonly progress?: number;
      readonly block?: number;
      readonly isRead?: boolean;
      readonly isArchived?: boolean;
      /** With `block`: the rest of the place in the copy that is read. */
      readonly place?: Omit<KeptPlace, 'block'>;
      /** Time read since the last mark. */
      readonly seconds?: number;
      readonly isStarred?: boolean;
    };
    out: ArticleCard;
  };
  /** `resumes`: whether the window should open where it was left. */
  'reading.memory': { in: void; out: ReadingMemory & { readonly resumes: boolean } };
  /** Where the person is, to be opened at the next start. */
  'reading.remember': { in: Pick<ReadingMemory, 'address' | 'article'>; out: void };
  /** Counts what was read; nothing while the setting says not to. */
  'reading.measured': { in: { readonly stretches: readonly Stretch[] }; out: ReadingSpeed };
  /** Forgets how fast the person reads. */
  'reading.forget': { in: void; out: ReadingSpeed };
  /** Sets an article otherwise than the settings say, or with `null` as they say. */
  'article.setLook': { in: { readonly id: ArticleId; readonly look: ArticleLook | null }; out: void };
  /** Fetches just what is missing of an article; the save tells how it goes. */
  'article.repair': { in: { readonly id: ArticleId }; out: Save };
  /** The copies of an article with the one that is read, newest first. */
  'article.versions': { in: { readonly id: ArticleId }; out: readonly ArticleVersion[] };
  /** What is different in the newer of two copies, each named by when it was saved. */
  'article.compare': {
    in: { readonly id: ArticleId; readonly older: string; readonly newer: string };
    out: readonly ComparedBlock[];
  };
  /** Reads another copy from now on; the one that was read is kept. */
  'article.takeVersion': { in: { readonly id: ArticleId; readonly saved: string }; out: ArticleCard };
  /** Removes a copy for good; not the one that is read. */
  'article.removeVersion': { in: { readonly id: ArticleId; readonly saved: string }; out: void };
  /** Moves the article to the library's trash; `article.restore` undoes it. */
  'article.remove': { in: { readonly id: ArticleId }; out: void };
  'article.restore': { in: { readonly id: ArticleId }; out: ArticleCard };
  /**
   * Changes many articles, several at a time, each durably; `bulk.progress` tells how far it is. Only a query that cannot be read fails as a
   * whole; an article that could not be changed is told in the answer.
   */
  'articles.change': { in: { readonly target: BulkTarget; readonly change: OwnChange }; out: BulkOutcome };
  /** Moves many articles to the trash. */
  'articles.remove': { in: { readonly target: BulkTarget }; out: BulkOutcome };
  /** Takes a wish back whole, but for what was changed otherwise since. `not-found` when it is too long ago or was taken back. */
  'bulk.undo': { in: { readonly undo: number }; out: BulkOutcome };
  /** Ends what is under way after the articles that are being changed; nothing happens when it is over. */
  'bulk.cancel': { in: { readonly job: number }; out: void };
  /** A piece of the trash, last removed first; at most 200 of them. */
  'trash.list': { in: { readonly from: number; readonly count: number }; out: TrashPage };
  'trash.restore': { in: { readonly ids: readonly ArticleId[] }; out: BulkOutcome };
  /** Removes for good, with copies and highlights; `null` all that is there. */
  'trash.empty': { in: { readonly ids: readonly ArticleId[] | null }; out: BulkOutcome };
  /** Does to all articles in the library that the rule fits what it says, whether it is on or not. `not-found` for a rule that is not in the settings. */
  'rules.apply': { in: { readonly id: string }; out: BulkOutcome };
  /** What takes how much room; counted anew only when something changed. */
  'library.storage': { in: void; out: LibraryStorage };
  /** What was found while reading goes first. Only what the person typed, pasted or dropped may be of their own network; until they allowed its host that is `bad-input` with the case `ownNetwork`. */
  'save.add': {
    in: { readonly source: SaveSource; readonly foundIn?: FoundIn; readonly isTyped?: boolean };
    out: Save;
  };
  /**
   * At most 500 addresses; those that are on their way already are left out. With `crawl` the posts that their lists name are saved as well:
   * `depth` 1 those of their own lists, 2 those of the lists of these too, and never more than `atMost` in all.
   */
  'save.addMany': { in: { readonly addresses: readonly string[]; readonly crawl?: Crawl }; out: readonly Save[] };
  /** Saves a file where it lies, with what lies beside it, or joins the trip pack that it is (`null`); only for files that the person dropped, see `Bridge.dropped`. */
  'save.dropped': { in: { readonly path: string }; out: Save | null };
  /** Lets the person choose files with the system's dialog; empty when they cancel. */
  'save.choose': { in: void; out: readonly Save[] };
  /** Opens a page in a window of its own, where the person can sign in and then save what they see; `null` when they close it. Refuses as `save.add` does. */
  'page.open': { in: { readonly url: string }; out: Save | null };
  'save.sample': { in: void; out: Save };
  'save.list': { in: void; out: readonly Save[] };
  'save.cancel': { in: { readonly id: number }; out: void };
  'save.retry': { in: { readonly id: number }; out: Save };
  'save.move': { in: { readonly id: number; readonly to: SaveMove }; out: Save };
  'save.cancelAll': { in: void; out: void };
  'save.retryFailed': { in: void; out: void };
  'save.dismiss': { in: { readonly id: number }; out: void };
  /** Addresses that links of other programs asked to save and that nobody has decided on; they are handed out once. */
  'save.proposals': { in: void; out: readonly string[] };
  'door.state': { in: void; out: DoorState };
  'door.set': { in: { readonly isOpen: boolean }; out: DoorState };
  /** Lets the person choose a folder whose new files are saved by themselves; nothing changes when they cancel. */
  'watch.choose': { in: void; out: Settings };
  'watch.stop': { in: void; out: Settings };
  'search.find': { in: { readonly query: string; readonly order?: 'rank' | 'saved' }; out: SearchResult };
  /** For at most 100 rows; those that are not there any more are left out. */
  'search.passages': {
    in: { readonly query: string; readonly rows: readonly number[] };
    out: readonly SearchPassage[];
  };
  /** Where what is looked for stands in a text: begin and end of each place in UTF-16 units, ascending and apart. */
  'search.marks': { in: { readonly query: string; readonly text: string }; out: Uint32Array };
  /** `near` is the number of a post that is to be kept in view. */
  'timeline.view': {
    in: { readonly axis: Axis; readonly filter: TimelineFilter; readonly near: number | null };
    out: TimelineView;
  };
  'timeline.facets': { in: { readonly axis: Axis; readonly filter: TimelineFilter }; out: TimelineFacets };
  /** At most 500; those that are not there any more are left out. */
  'timeline.posts': { in: { readonly posts: readonly number[] }; out: readonly TimelinePost[] };
  'timeline.details': { in: { readonly post: number }; out: PostDetails };
  /** Lets the person choose where what passes the filter is written; `null` when they cancel. */
  'timeline.export': {
    in: { readonly axis: Axis; readonly filter: TimelineFilter; readonly format: ExportFormat };
    out: Exported | null;
  };
  /** The number of the post that an article stands for. */
  'timeline.postOf': { in: { readonly id: ArticleId }; out: number | null };
  'highlights.of': { in: { readonly id: ArticleId }; out: readonly Highlight[] };
  /** Of all articles that are not in the trash, the one that was highlighted last first. */
  'highlights.all': { in: void; out: AllHighlights };
  'highlight.add': {
    in: { readonly articleId: ArticleId } & Pick<Highlight, 'color' | 'note' | 'tags' | 'target'>;
    out: Highlight;
  };
  /** Answers what it was before and is now. */
  'highlight.change': {
    in: { readonly articleId: ArticleId; readonly id: string; readonly change: HighlightChange };
    out: { readonly before: Highlight; readonly after: Highlight };
  };
  /** Answers what `highlight.restore` takes. */
  'highlight.remove': { in: { readonly articleId: ArticleId; readonly id: string }; out: Highlight };
  'highlight.restore': { in: { readonly highlight: Highlight }; out: Highlight };
  /** Keeps where highlights were found in a newer copy; what was quoted stays. */
  'highlights.refound': {
    in: {
      readonly articleId: ArticleId;
      readonly found: readonly { readonly id: string; readonly placement: Placement }[];
    };
    out: void;
  };
  /** Lets the person choose where highlights of one article or of all are written, no others than `only`; `null` when they cancel. */
  'highlights.export': {
    in: { readonly format: HighlightFormat; readonly articleId: ArticleId | null; readonly only?: readonly string[] };
    out: ExportedHighlights | null;
  };
  'settings.get': { in: void; out: Settings };
  'settings.set': { in: Partial<Settings>; out: Settings };
  /** Makes the system's menu; whoever chooses in it is heard of by `command.chosen`. */
  'menu.set': { in: { readonly menus: readonly SystemMenu[] }; out: void };
  /** The words of the window's language for what the main process says. */
  'window.words': { in: ShellWords; out: void };
  /** The window's system says that there is a network again; the saves look for themselves. */
  'network.back': { in: void; out: void };
  /** The person says that a host of their own network may be asked for what they type, from now on; or that it may not any more. */
  'network.allow': { in: { readonly host: string }; out: Settings };
  'network.forget': { in: { readonly host: string }; out: Settings };
  /** While something is read out, the keys for media are this window's, wherever the focus is; see `media.pressed`. */
  'listening.set': { in: { readonly isOn: boolean }; out: void };
  /** Opens an http(s) or mailto address in the system's browser, after the person's own click. */
  'link.open': { in: { readonly url: string }; out: void };
}

/** A key for media. */
export type MediaKey = 'playPause' | 'next' | 'previous' | 'stop';

/** Name of each event → its payload. */
export interface Events extends DeskEvents {
  'library.changed': { readonly upserted: readonly RowCard[]; readonly removed: readonly number[] };
  'library.progress': LibraryProgress;
  /** There is little room on the library's disk, or no longer. */
  'library.room': { readonly little: LittleRoom | null };
  'highlights.changed': { readonly articleId: ArticleId; readonly highlights: readonly Highlight[] };
  'save.changed': { readonly save: Save };
  'save.dismissed': { readonly id: number };
  /** A link of another program asks for a save; `save.proposals` tells which. */
  'save.proposed': Readonly<Record<string, never>>;
  'bulk.progress': BulkProgress;
  'import.progress': ImportProgress;
  /** How far an export, a backup or a restore is. */
  'export.progress': LibraryJob;
  /** Something about what is followed is otherwise than before; `feeds.list` tells what. */
  'feeds.changed': Readonly<Record<string, never>>;
  /** Something about a trip is otherwise than before, or work for it has gone on; `trip.board` tells what. */
  'trips.changed': { readonly id: TripId };
  /** A save passed the limit of the library. */
  'cap.passed': CapNotice;
  /** The person chose a command in the system's menu. */
  'command.chosen': { readonly command: string };
  /** The person chose a trip outside of the window. */
  'trip.chosen': { readonly id: TripId };
  /** The person pressed a key for media while something is read out. */
  'media.pressed': { readonly key: MediaKey };
}

/** The name of a call. */
export type CallName = keyof Calls;
/** What a call takes. */
export type In<K extends CallName> = Calls[K]['in'];
/** What a call answers. */
export type Out<K extends CallName> = Calls[K]['out'];
/** The name of an event. */
export type EventName = keyof Events;

/** What the preload puts on `window.layover`: one door each way; `call` answers a `Reply`. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
  /** Calls `save.dropped` for a file of a drop or a paste; `null` for one that lies nowhere on the disk. No other way leads to that call. */
  dropped(file: File): Promise<unknown>;
  on(listener: (name: string, payload: unknown) => void): () => void;
}
