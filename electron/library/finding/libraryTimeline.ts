// The posts of a library and what its lists say of them, kept true to the articles: read once, kept in a file that may be deleted, and
// changed with every save. Work goes on in slices of a few milliseconds, one piece after the other.
import type { Article, ArticleId } from '#contract/article.ts';
import type { Progress } from '#contract/calls.ts';
import { isPartialRow, NO_DATE, type ArticleColumns } from '#contract/columns.ts';
import { dateCode } from '#contract/dateCode.ts';
import { localDayOf } from '#contract/dates.ts';
import { AppError } from '#contract/errors.ts';
import {
  AXES,
  NO_FILTER,
  type Axis,
  type PostDetails,
  type TimelineFacets,
  type TimelineFilter,
  type TimelinePost,
  type TimelineView,
} from '#contract/post.ts';
import type { Save } from '#contract/save.ts';
import { inSlices, throttle } from './inSlices.ts';
import { readMentionsOf, type FeedPages } from './postMentions.ts';
import { archiveAddress } from '../../timeline/archiveAddress.ts';
import { readMentions, writeMentions } from '../../timeline/mentionFile.ts';
import { stateBit } from '../../timeline/narrow.ts';
import type { PostList } from '../../timeline/mentionTable.ts';
import { createTimelineIndex, type TimelineIndex } from '../../timeline/timelineIndex.ts';
import type { Library } from '../../store/library.ts';

/** What a timeline is asked for. */
export interface TimelineRequest {
  readonly axis: Axis;
  readonly filter: TimelineFilter;
  /** The number of a post to be kept in view. */
  readonly near: number | null;
}

/** How to open the timeline of a library. */
export interface LibraryTimelineOptions {
  readonly library: Pick<Library, 'catalogue' | 'article' | 'isReadOnly' | 'readDerived' | 'writeDerived'>;
  readonly saves: () => readonly Save[];
  /** Pages of the feeds' entries; none unless given. */
  readonly feeds?: FeedPages;
  readonly onProgress: (progress: Progress | null) => void;
  readonly report: (bug: unknown) => void;
}

/** The timeline of a library. */
export interface LibraryTimeline {
  /** Resolves when the lists of all articles are known. */
  ready(): Promise<void>;
  /** Reads what is not known yet and puts it in order on every axis, so that the next question is answered fast. */
  layOut(): Promise<void>;
  /** Takes up what an article is now. */
  know(article: Article): void;
  forget(id: ArticleId): void;
  /** Takes up a page of a feed's entries, or what became of one. */
  knowList(list: PostList, stamp: number): void;
  forgetList(id: ArticleId): void;
  /** Looks through the catalogue for what changed by other hands. */
  renew(): Promise<void>;
  view(request: TimelineRequest): Promise<TimelineView>;
  /** All posts that pass, in order, once the lists of all articles are known. */
  list(axis: Axis, filter: TimelineFilter): Promise<readonly TimelinePost[]>;
  facets(axis: Axis, filter: TimelineFilter): Promise<TimelineFacets>;
  /** Posts by number, in that order; those that are not there any more are left out. */
  posts(numbers: readonly number[]): Promise<readonly TimelinePost[]>;
  /** Throws `not-found` for a post that is not there any more. */
  details(post: number): Promise<PostDetails>;
  /** The number of the post an article stands for. */
  postOf(articleId: ArticleId): Promise<number | null>;
  close(): Promise<void>;
}

const FILE = 'posts';
// What was just begun is worth waiting for as long as nobody notices.
const PATIENCE_MS = 1_000;
const READ_AT_ONCE = 16;
// Reading so many articles at the next start takes a moment; a file of all mentions may be large.
const CHANGES_WORTH_WRITING = 200;
const SHOWN_BEFORE = 12;
// A screen and what is drawn around it; each post costs the window a little.
const SHOWN = 36;
const MOST_MENTIONS = 100;
const PROGRESS_EVERY_MS = 250;

/** Makes the timeline; it reads nothing before it is asked for something. */
export function createLibraryTimeline(options: LibraryTimelineOptions): LibraryTimeline {
  const { library } = options;
  const { catalogue } = library;
  let index: TimelineIndex | undefined;
  let opening: Promise<void> | undefined;
  let progress: Progress | null = null;
  let changes = 0;
  // One change or question at a time, since each may take several turns.
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: (posts: TimelineIndex) => Promise<T> | T): Promise<T> {
    const done = last.then(async () => work((index ??= await load())));
    last = done.catch(() => undefined);
    return done;
  }

  async function load(): Promise<TimelineIndex> {
    const file = await library.readDerived(FILE);
    return createTimelineIndex(
      {
        newestFirst: () => catalogue.bySaved(),
        rowOf: (a, b, c) => catalogue.rowOfPacked(a, b, c),
        savedOn: (row) => dateCode(localDayOf(new Date(catalogue.columns.saved[row] ?? 0))),
        statesOf: (row) => statesOf(catalogue.columns, row),
        saves: () => options.saves().flatMap(waitingSave),
      },
      file === undefined ? undefined : readMentions(file),
    );
  }

  /** Reads the lists of all articles that are not as they are known, and forgets those that are gone. */
  async function agree(): Promise<void> {
    const toRead = await inTurn((posts) => {
      for (const id of posts.ids()) if (catalogue.rowOf(id) === undefined) posts.remove(id);
      return catalogue.ids().filter((id) => posts.stampOf(id) !== catalogue.stampOf(catalogue.rowOf(id) ?? 0));
    });
    const told = throttle(PROGRESS_EVERY_MS, (done: number) => tell({ done, total: toRead.length }));
    for (let begin = 0; begin < toRead.length; begin += READ_AT_ONCE) {
      const read = await Promise.all(toRead.slice(begin, begin + READ_AT_ONCE).map(readIfThere));
      await inTurn((posts) => {
        for (const article of read) if (article !== undefined) put(posts, article);
      });
      told(begin);
    }
    await agreeOnFeeds();
    if (progress !== null) tell(null);
    if (changes >= CHANGES_WORTH_WRITING) await write();
  }

  async function agreeOnFeeds(): Promise<void> {
    if (options.feeds === undefined) return;
    const pages = await options.feeds.pages();
    const there = new Set(pages.map(({ id }) => id));
    const toRead = await inTurn((posts) => {
      for (const id of posts.lists()) if (!there.has(id)) posts.remove(id);
      return pages.filter(({ id, stamp }) => posts.stampOf(id) !== stamp);
    });
    for (const { id } of toRead) {
      const list = await options.feeds.page(id);
      if (list !== undefined) await inTurn((posts) => putList(posts, list, list.stamp));
    }
  }

  function putList(posts: TimelineIndex, list: PostList, stamp: number): void {
    posts.putList(list, stamp);
    changes += list.entries.length;
  }

  async function readIfThere(id: ArticleId): Promise<Article | undefined> {
    try {
      return await library.article(id);
    } catch (failure) {
      // What cannot be read is told where the library is checked; its posts are not known then.
      if (!(failure instanceof AppError)) throw failure;
      return undefined;
    }
  }

  function put(posts: TimelineIndex, article: Article): void {
    const row = catalogue.rowOf(article.id);
    if (row === undefined) return;
    posts.put(article, catalogue.stampOf(row));
    changes += 1;
  }

  function tell(now: Progress | null): void {
    progress = now;
    options.onProgress(now);
  }

  async function write(): Promise<void> {
    if (library.isReadOnly) return;
    changes = 0;
    await inTurn((posts) => library.writeDerived(FILE, writeMentions(posts.mentions)));
  }

  function ready(): Promise<void> {
    opening ??= agree().catch((failure: unknown) => {
      opening = undefined;
      throw failure;
    });
    return opening;
  }

  async function settle(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([ready(), patience]);
    clearTimeout(timer);
  }

  async function readArticle(id: ArticleId): Promise<Article | undefined> {
    return catalogue.rowOf(id) === undefined ? undefined : readIfThere(id);
  }

  function note(work: Promise<unknown>): void {
    work.catch(options.report);
  }

  return {
    ready,
    async layOut() {
      await ready();
      for (const axis of AXES) await inTurn((posts) => inSlices(posts.select(axis, NO_FILTER)));
    },
    know(article) {
      // What is not open yet will find the article by itself.
      if (opening !== undefined) note(inTurn((posts) => put(posts, article)));
    },
    forget(id) {
      if (opening === undefined) return;
      note(
        inTurn((posts) => {
          posts.remove(id);
          changes += 1;
        }),
      );
    },
    knowList(list, stamp) {
      if (opening !== undefined) note(inTurn((posts) => putList(posts, list, stamp)));
    },
    forgetList(id) {
      if (opening !== undefined) note(inTurn((posts) => posts.remove(id)));
    },
    async renew() {
      if (opening === undefined) return;
      await opening;
      await agree();
    },
    async view({ axis, filter, near }) {
      await settle();
      return inTurn(async (posts) => {
        const selection = await inSlices(posts.select(axis, filter));
        const at = near === null ? -1 : selection.posts.indexOf(near);
        const begin = Math.max(0, at - SHOWN_BEFORE);
        return {
          ...selection,
          place: at < 0 ? null : at,
          shown: posts.show(selection.posts.subarray(begin, begin + SHOWN)),
          progress,
        };
      });
    },
    async list(axis, filter) {
      await ready();
      return inTurn(async (posts) => posts.show((await inSlices(posts.select(axis, filter))).posts));
    },
    async facets(axis, filter) {
      await settle();
      return inTurn((posts) => inSlices(posts.facets(axis, filter)));
    },
    posts: (numbers) =>
      inTurn(async (posts) => {
        await inSlices(posts.prepare());
        return posts.show(numbers);
      }),
    async details(number) {
      const { post, mentions } = await inTurn(async (posts) => {
        await inSlices(posts.prepare());
        return { post: posts.show([number])[0], mentions: posts.mentionsOf(number).slice(0, MOST_MENTIONS) };
      });
      if (post === undefined)
        throw new AppError('not-found', 'No list names this post any more. Nothing else changed.');
      const readMentions = await readMentionsOf(
        mentions.map(({ articleId }) => articleId),
        { article: readArticle, list: async (id) => options.feeds?.page(id) },
      );
      const failed = options.saves().findLast(({ label }) => label === post.url)?.progress;
      return {
        post,
        mentions: mentions.flatMap(({ articleId, entry }) => readMentions(articleId, entry)),
        failure: failed?.state === 'failed' ? failed.error : null,
        archive: post.url === null ? null : archiveAddress(post.url, post.added ?? post.published ?? post.updated),
      };
    },
    async postOf(articleId) {
      await settle();
      return inTurn((posts) => posts.find({ articleId }) ?? null);
    },
    async close() {
      await opening?.catch(() => undefined);
      await last;
      if (index !== undefined && changes >= CHANGES_WORTH_WRITING) await write();
    },
  };
}

const SAVED = stateBit('saved');
const PARTIAL = stateBit('partial');
const READ = stateBit('read');

function statesOf(columns: ArticleColumns, row: number): number {
  const isRead = (columns.read[row] ?? NO_DATE) !== NO_DATE;
  return SAVED | (isPartialRow(columns, row) ? PARTIAL : 0) | (isRead ? READ : 0);
}

function waitingSave({ label, progress: { state } }: Save): readonly { url: string; state: 'queued' | 'failed' }[] {
  if (state === 'ready' || !/^https?:/.test(label)) return [];
  return [{ url: label, state: state === 'failed' ? 'failed' : 'queued' }];
}
