// Opens a library folder and joins the rooms. `save` is the whole flow of the product.
import { dirname, join } from 'node:path';
import { toCard, type Article, type ArticleCard, type ArticleId } from '#contract/article.ts';
import type { SearchHit } from '#contract/calls.ts';
import { localDayOf } from '#contract/dates.ts';
import { AppError } from '#contract/errors.ts';
import type { Axis, TimelineRow } from '#contract/post.ts';
import type { Save, SaveState } from '#contract/save.ts';
import { canonicalAddress } from './capture/address.ts';
import { captureSource, type Captured } from './capture/captureSource.ts';
import { fetchImages, type ImageOutcome } from './capture/fetchImages.ts';
import { createFileOpener } from './capture/formats/fileOpener.ts';
import { openSaveQueue, type SaveQueue, type SaveRecord } from './capture/saveQueue.ts';
import type { ImagePlace } from './extract/extraction.ts';
import { createExtractPool } from './extract/pool.ts';
import { followPages, type WholeArticle } from './followPages.ts';
import { saveDocuments } from './saveDocuments.ts';
import { createTextIndex } from './search/textIndex.ts';
import { openLibrary, type ArticleDraft, type Library } from './store/library.ts';
import { toPosts } from './timeline/posts.ts';
import { toRows } from './timeline/rows.ts';

/** What happens in a library that others may want to know at once. */
export interface LayoverEvents {
  readonly libraryChanged: (upserted: readonly ArticleCard[], removed: readonly ArticleId[]) => void;
  readonly saveChanged: (save: Save) => void;
  readonly saveDismissed: (id: number) => void;
}

/** How to open a library. */
export interface LayoverOptions {
  readonly folder: string;
  /** The bundled extraction worker. */
  readonly workerFile: string;
  /** The bundled worker that opens saved files; `fileWorker.cjs` beside the other when not named. */
  readonly fileWorkerFile?: string;
  readonly now: () => Date;
  /** Gets bugs; expected failures are answered, not reported. */
  readonly report: (bug: unknown) => void;
  readonly events: LayoverEvents;
  /** Opens without the lock and refuses every change. */
  readonly readOnly?: boolean;
  /** Whether saves wait for the network and for busy sites, the default, or fail at once. */
  readonly isPatient?: boolean;
}

/** An open library with everything that can be done to it. */
export interface Layover {
  readonly library: Library;
  readonly saves: SaveQueue;
  /** Newest saved first. */
  cards(): readonly ArticleCard[];
  /** Throws `not-found`. */
  article(id: ArticleId): Article;
  /** The saved article for an address, however its tracking parameters and fragment differ. */
  savedAt(address: string): ArticleId | undefined;
  change(id: ArticleId, change: (article: Article) => Article): Promise<ArticleCard>;
  remove(id: ArticleId): Promise<void>;
  restore(id: ArticleId): Promise<ArticleCard>;
  find(query: string): readonly SearchHit[];
  timeline(axis: Axis): readonly TimelineRow[];
  close(): Promise<void>;
}

const MAX_HITS = 200;

/** Opens a library, its search and its saves. Throws `locked` when another Layover has it open, `disk` when it cannot be read. */
export async function openLayover(options: LayoverOptions): Promise<Layover> {
  const { events, now } = options;
  const library = await openLibrary(options.folder, { now, readOnly: options.readOnly ?? false });
  const pool = createExtractPool(options.workerFile);
  const openFile = createFileOpener(options.fileWorkerFile ?? join(dirname(options.workerFile), 'fileWorker.cjs'));
  const index = createTextIndex();
  const byAddress = new Map<string, ArticleId>();
  const byPart = new Map<string, ArticleId>();

  function know(article: Article, text: string): void {
    index.add(article.id, { title: article.title, byline: article.byline, siteName: article.siteName, text });
    if (article.part !== null) byPart.set(article.part, article.id);
    const further = article.furtherPages.map(({ address }) => address);
    for (const address of [article.canonicalUrl, article.source, ...further]) {
      // A source may also be the name of a file.
      if (address !== null && /^https?:/.test(address)) byAddress.set(canonicalAddress(address), article.id);
    }
  }

  function forget(article: Article): void {
    index.remove(article.id);
    if (article.part !== null) byPart.delete(article.part);
    for (const [address, id] of byAddress) if (id === article.id) byAddress.delete(address);
  }

  function article(id: ArticleId): Article {
    const found = library.article(id);
    if (found === undefined) throw new AppError('not-found', 'This article is not in the library any more.');
    return found;
  }

  /** Saving a part again must not take the place of the whole. */
  function refuseLaterPage(address: string | null): void {
    const found = address === null ? undefined : byAddress.get(canonicalAddress(address));
    if (address === null || found === undefined) return;
    const { title, furtherPages } = article(found);
    if (furtherPages.some((page) => canonicalAddress(page.address) === canonicalAddress(address))) {
      throw new AppError(
        'bad-input',
        `This is a later page of “${title}”, which you have. Your copy was kept as it is; to refresh it, save its first page.`,
      );
    }
  }

  async function save(
    { source }: SaveRecord,
    signal: AbortSignal,
    report: (state: SaveState) => void,
  ): Promise<SaveState> {
    const documents = await captureSource(source, { signal, report, openFile });
    return saveDocuments(documents, report, (captured, tell) => keep(captured, signal, tell));
  }

  async function keep(captured: Captured, signal: AbortSignal, report: (state: SaveState) => void): Promise<SaveState> {
    report({ state: 'extracting' });
    refuseLaterPage(captured.address);
    const whole = await followPages(captured, { pool, signal, report });
    const { extraction } = whole;
    const outcomes = await fetchImages(extraction.images, {
      referer: captured.address,
      privateHost: captured.privateHost,
      embedded: captured.resources,
      signal,
      onProgress: (done, total) => report({ state: 'images', done, total }),
      store: (bytes, image) => library.putAsset(bytes, image.mediaType),
    });
    const content = await pool.placeImages(extraction.contentHtml, placesOf(outcomes), signal);
    const comments = library.settings().keepComments ? extraction.comments : null;
    const draft = draftOf(whole, {
      source: captured.source,
      part: captured.part,
      outcomes,
      comments: comments?.count ?? 0,
    });
    const files = {
      content,
      text: extraction.textContent,
      original: captured.original,
      furtherPages: whole.furtherPages,
      comments: comments?.html ?? null,
    };
    const { canonicalUrl } = extraction;
    const known =
      (canonicalUrl === null ? undefined : byAddress.get(canonicalAddress(canonicalUrl))) ??
      (captured.part === null ? undefined : byPart.get(captured.part));
    if (known !== undefined) refuseWorse(article(known), draft, whole.furtherPages.length);
    const saved = known === undefined ? await library.add(draft, files) : await library.replace(known, draft, files);
    know(saved, extraction.textContent);
    events.libraryChanged([toCard(saved)], []);
    return { state: 'ready', articleId: saved.id, wasKnown: known !== undefined };
  }

  for (const each of library.articles()) know(each, await library.text(each.id));
  const saves = openSaveQueue({
    records: library.saves,
    now,
    run: save,
    changed: events.saveChanged,
    dismissed: events.saveDismissed,
    report: options.report,
    isPaused: library.settings().savesPaused,
    isPatient: options.isPatient ?? true,
  });

  return {
    library,
    saves,
    cards: () => library.articles().map(toCard),
    article,
    savedAt: (address) => byAddress.get(canonicalAddress(address)),
    async change(id, change) {
      article(id);
      const card = toCard(await library.update(id, change));
      events.libraryChanged([card], []);
      return card;
    },
    async remove(id) {
      const removed = article(id);
      await library.remove(id);
      forget(removed);
      events.libraryChanged([], [id]);
    },
    async restore(id) {
      const restored = await library.restore(id);
      know(restored, await library.text(id));
      const card = toCard(restored);
      events.libraryChanged([card], []);
      return card;
    },
    find: (query) =>
      index.find(query, MAX_HITS).map(({ id, snippet, marks }) => ({ card: toCard(article(id)), snippet, marks })),
    timeline: (axis) =>
      toRows(
        toPosts(library.articles(), (instant) => localDayOf(new Date(instant))),
        axis,
      ),
    async close() {
      await saves.close();
      await pool.close();
      await library.close();
    },
  };
}

/** A page that has lost most of its text since it was saved is more likely a login wall or an error than an edit. */
function refuseWorse(old: Article, draft: ArticleDraft, furtherPages: number): void {
  const { missingPages } = draft.report;
  if (missingPages !== null && furtherPages < old.furtherPages.length) {
    throw new AppError(
      missingPages.code,
      `Not all pages of this article could be fetched now: ${missingPages.reason} Your copy has more of them and was kept as it is. Try again later.`,
    );
  }
  if (draft.report.words * 2 < old.report.words) {
    throw new AppError(
      'no-content',
      'The page now shows less than half the text of the copy you have, so your copy was kept as it is.',
    );
  }
}

function draftOf(
  { extraction, missingPages }: WholeArticle,
  {
    source,
    part,
    outcomes,
    comments,
  }: {
    readonly source: string | null;
    readonly part: string | null;
    readonly outcomes: readonly ImageOutcome[];
    readonly comments: number;
  },
): ArticleDraft {
  const {
    contentHtml: _html,
    textContent: _text,
    words,
    images: _images,
    relatedLists,
    removed: _removed,
    confidence: _confidence,
    comments: _comments,
    nextPage: _nextPage,
    nextNumber: _nextNumber,
    lastPage: _lastPage,
    ...facts
  } = extraction;
  const images = outcomes.flatMap((outcome) => ('stored' in outcome ? [outcome.stored] : []));
  const missing = outcomes.flatMap((outcome) => ('missing' in outcome ? [outcome.missing] : []));
  return {
    ...facts,
    source,
    part,
    images,
    relatedLists,
    comments,
    report: { words, imagesFound: outcomes.length, imagesStored: images.length, missing, missingPages },
  };
}

/** Content lies at `articles/ab/<id>/content.html`, so the same path leads to a picture from disk and over the app's scheme. */
function placesOf(outcomes: readonly ImageOutcome[]): ReadonlyMap<string, ImagePlace> {
  return new Map(
    outcomes.map((outcome) => [
      outcome.url,
      'stored' in outcome
        ? { src: `../../../assets/${outcome.stored.file}`, width: outcome.stored.width, height: outcome.stored.height }
        : { missing: outcome.missing.reason },
    ]),
  );
}
