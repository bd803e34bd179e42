// Second copies of the library's files, which a program for keeping folders the same left, in; what they had joined to what is here, and each of them kept, out.
// What cannot be joined is kept all the same and told of. Changes nothing in a library that can only be read.
import * as v from 'valibot';
import { isArticleId, ownStateOf, type Article, type ArticleId } from '#contract/article.ts';
import { AppError, unreachable } from '#contract/errors.ts';
import { isFeedId } from '#contract/feeds.ts';
import type { Highlight } from '#contract/highlight.ts';
import type { Conflict } from '#contract/syncing.ts';
import type { LayoverOptions } from '../layoverOptions.ts';
import type { SaveQueue } from '../../capture/saveQueue.ts';
import { sumOf } from '../../store/articleFiles.ts';
import { parseArticle } from '../../store/articleSchema.ts';
import type { FoundCopy } from '../../store/conflictFiles.ts';
import { parseFeedEntries, parseFeedRecord } from '../../store/feedFiles.ts';
import type { FeedsElsewhere } from '../following/feedsElsewhere.ts';
import { checkKept } from '../../store/highlightSchema.ts';
import type { Library } from '../../store/library.ts';
import { parseSave } from '../../store/saveSchema.ts';
import { parseStoredSettings } from '../../store/settingsSchema.ts';
import { parseTripRecord, type TripRecord } from '../../store/tripFiles.ts';
import { articleOfBoth, highlightsOfBoth, settingsOfBoth, tripOfBoth } from './syncMerges.ts';

/** What joining needs. */
export interface SyncKeeperOptions {
  readonly library: Library;
  readonly saves: Pick<SaveQueue, 'add'>;
  readonly trips: { admit(coming: TripRecord, join: typeof tripOfBoth): Promise<void> };
  readonly feeds: FeedsElsewhere;
  readonly changed: (article: Article) => void;
  readonly highlights: { restored(id: ArticleId, highlights: readonly Highlight[]): void };
  /** Hears how many copies were found, when there were any, and of none when the settings are others; and of trips. */
  readonly events: Pick<LayoverOptions['events'], 'conflictsFound' | 'tripsChanged'>;
  /** Makes all that is known of the articles true to their folders; see `FolderCheck`. */
  readonly check: (readsAll: boolean) => Promise<void>;
  /** How long it is not looked again, for tests; a minute. */
  readonly againMs?: number;
}

/** Joins what two machines made of one library. */
export interface SyncKeeper {
  /** Looks for copies, joins and keeps them; answers how many there were. Throws `AppError`: `disk`, `locked`. */
  look(): Promise<number>;
  /**
   * In a library that is kept the same elsewhere, and in one that is only read because another Layover writes it, looks again whether anything came from there, also without a second copy: settings, highlights, trips,
   * feeds and articles; not more often than once a minute.
   */
  lookAgain(): Promise<void>;
  list(): Promise<readonly Conflict[]>;
}

/** What became of a copy. */
type Outcome = Pick<Conflict, 'title' | 'isMerged'>;

const KEPT: Outcome = { title: '', isMerged: false };
const MERGED: Outcome = { title: '', isMerged: true };
/** In a larger one, second copies of articles, and what another Layover changed of them, are only looked for when something says that it is kept the same elsewhere. */
const MOST_LOOKED_THROUGH = 2_000;
const AGAIN_MS = 60_000;

/** Makes it. */
export function createSyncKeeper(options: SyncKeeperOptions): SyncKeeper {
  const { library, againMs = AGAIN_MS } = options;
  const { conflicts } = library;

  async function merge(copy: FoundCopy, json: unknown): Promise<Outcome> {
    const begin = copy.of.slice(0, copy.of.indexOf('.'));
    switch (copy.kind) {
      case 'settings': {
        const there = parseStoredSettings(json);
        const isNewer = await conflicts.isNewer(copy);
        await library.rewriteSettings((here) => settingsOfBoth(here, there, isNewer));
        return MERGED;
      }
      case 'article':
        return mergeArticle(parseArticle(json), copy);
      case 'highlights':
        return isArticleId(begin) ? mergeHighlights(begin, json) : KEPT;
      case 'trip': {
        const trip = parseTripRecord(json);
        if (trip.id !== begin) return KEPT;
        await options.trips.admit(trip, tripOfBoth);
        return { title: trip.name, isMerged: true };
      }
      case 'feed': {
        const feed = parseFeedRecord(json);
        if (feed.id !== begin) return KEPT;
        return { title: await options.feeds.joinRecord(feed), isMerged: true };
      }
      case 'entries': {
        const feed = copy.folder.slice('feeds/'.length);
        if (!isFeedId(feed)) return KEPT;
        await options.feeds.joinEntries(feed, parseFeedEntries(json));
        return MERGED;
      }
      case 'save': {
        const { source, label, foundIn } = parseSave(json);
        // The bytes of a file lie beside it, in a copy of their own; they are kept.
        if (source.from === 'file') return { title: label, isMerged: false };
        await options.saves.add(source, label, { foundIn: foundIn ?? null });
        return { title: label, isMerged: true };
      }
      case 'content':
      case 'other':
        return KEPT;
      default:
        return unreachable(copy.kind);
    }
  }

  async function mergeArticle(there: Article, copy: FoundCopy): Promise<Outcome> {
    const { id } = there;
    if (!copy.folder.endsWith(`/${id}`)) return KEPT;
    const isNewer = await conflicts.isNewer(copy);
    const sum = sumOf(new TextEncoder().encode(await library.content(id)));
    const article = await library.update(id, (here) => {
      const merged = articleOfBoth(here, there, isNewer);
      // Of two copies of the page, the facts of that one whose text is on the disk; the other one's text is kept as a copy of its own.
      const isTheirs = here.sums?.content !== sum && there.sums?.content === sum;
      return isTheirs ? { ...there, ...ownStateOf(merged) } : merged;
    });
    options.changed(article);
    return { title: article.title, isMerged: true };
  }

  async function mergeHighlights(id: ArticleId, json: unknown): Promise<Outcome> {
    const there = checkKept(id, json);
    const row = library.catalogue.rowOf(id);
    const title = row === undefined ? '' : library.catalogue.title(row);
    const { highlights } = await library.highlights.rewrite(id, title, (here) => highlightsOfBoth(here, there));
    if (row !== undefined) options.highlights.restored(id, highlights);
    return { title, isMerged: true };
  }

  /** What cannot be joined is only kept; a disk that fails, and a library that may not be written, is told. */
  async function outcomeOf(copy: FoundCopy): Promise<Outcome> {
    if (copy.isOfBackup) return KEPT;
    try {
      return await merge(copy, await conflicts.read(copy));
    } catch (failure) {
      if (failure instanceof AppError && (failure.code === 'disk' || failure.code === 'locked')) throw failure;
      if (failure instanceof AppError || v.isValiError(failure)) return KEPT;
      throw failure;
    }
  }

  async function look(): Promise<number> {
    if (library.isReadOnly) return 0;
    const isDeep = library.catalogue.count <= MOST_LOOKED_THROUGH || (await conflicts.isSynced());
    let found = await conflicts.find(isDeep);
    if (!isDeep && found.length > 0) found = await conflicts.find(true);
    for (const copy of found) await conflicts.keep(copy, await outcomeOf(copy));
    const told = found.filter(({ isOfBackup }) => !isOfBackup).length;
    if (told > 0) options.events.conflictsFound?.(told);
    return told;
  }

  let looked = performance.now();

  async function lookAgain(): Promise<void> {
    if (performance.now() - looked < againMs) return;
    looked = performance.now();
    if (!library.isReadOnly && !(await conflicts.isSynced())) return;
    await look();
    if (await library.refreshSettings()) options.events.conflictsFound?.(0);
    for (const id of await library.highlights.lookAgain()) {
      if (library.catalogue.rowOf(id) !== undefined) options.highlights.restored(id, await library.highlights.of(id));
    }
    for (const id of await library.trips.lookAgain()) options.events.tripsChanged?.(id);
    await options.feeds.lookAgain();
    // What was edited inside of a folder is not seen from its name.
    await options.check(library.isReadOnly && library.catalogue.count <= MOST_LOOKED_THROUGH);
  }

  return { look, lookAgain, list: () => conflicts.list() };
}
