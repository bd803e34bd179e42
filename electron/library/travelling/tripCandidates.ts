// Where a trip draws from in; what it could take out: articles that are not finished, at the person's own speed, and posts that would be saved
// for it.
import type { ArticleId, PostKind } from '#contract/article.ts';
import { isArchived, isThere, kindOf, NO_DATE, tagsOf, type ArticleColumns } from '#contract/columns.ts';
import { timeFactor, type ReadingSpeed } from '#contract/readingSpeed.ts';
import { foldTag } from '#contract/tags.ts';
import type { TripItem, TripReason, TripSource } from '#contract/trip.ts';
import { canonicalAddress } from '../../capture/address.ts';
import type { LibrarySearch } from '../finding/librarySearch.ts';
import { ifThere } from '../ifThere.ts';
import { postEstimates, type PostEstimates } from '../finding/postEstimates.ts';
import type { Library } from '../../store/library.ts';
import type { Candidate } from '../../trips/fillTrip.ts';

/** A candidate with what is to be kept of it when it is chosen. */
export interface TripCandidate extends Candidate {
  readonly articleId: ArticleId | null;
  readonly url: string | null;
  /** `null` for an article: its card has it. */
  readonly title: string | null;
}

/** What it takes. */
export interface TripCandidatesOptions {
  readonly library: Pick<Library, 'catalogue' | 'article' | 'feeds' | 'settings' | 'readingMemory'>;
  readonly search: Pick<LibrarySearch, 'find'>;
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
}

/** Finds candidates. */
export interface TripCandidates {
  /** Of all sources together, each once; the ones that wait longest where there are too many. What a source names and is gone is left out. */
  from(sources: readonly TripSource[]): Promise<readonly TripCandidate[]>;
  /** Of articles, whether they are finished or not; those that are gone are left out. */
  of(ids: readonly ArticleId[]): readonly TripCandidate[];
  /** What is kept of candidates. */
  items(
    chosen: readonly { readonly candidate: TripCandidate; readonly reasons: readonly TripReason[] }[],
    isLocked: boolean,
  ): Promise<readonly TripItem[]>;
}

/** So many wait long enough for every trip. */
const MOST = 3_000;

interface Post {
  readonly title: string;
  readonly url: string | null;
  readonly kind: PostKind;
  readonly since: number;
}

/** Makes the finder; nothing is kept between questions. */
export function createTripCandidates({ library, search, savedAt }: TripCandidatesOptions): TripCandidates {
  const { catalogue } = library;

  function ofRow(row: number, speed: ReadingSpeed): TripCandidate | undefined {
    const { columns } = catalogue;
    const id = isThere(columns, row) ? catalogue.idOf(row) : undefined;
    if (id === undefined) return undefined;
    const site = columns.sites[columns.site[row] ?? 0];
    const factor = timeFactor(speed, columns.langs[columns.lang[row] ?? 0] ?? null);
    const progress = (columns.progress[row] ?? 0) / 100;
    return {
      key: id,
      articleId: id,
      url: null,
      title: null,
      site: site?.name ?? site?.host ?? '',
      kind: kindOf(columns, row),
      minutes: Math.max(1, Math.round((columns.minutes[row] ?? 1) * factor * (1 - progress))),
      sizeBytes: (columns.kilobytes[row] ?? 0) * 1_024,
      since: columns.saved[row] ?? 0,
      progress,
    };
  }

  async function rowsOf(source: TripSource): Promise<Iterable<number>> {
    const { columns } = catalogue;
    const all = (): readonly number[] => Array.from({ length: columns.size }, (_, row) => row);
    switch (source.from) {
      case 'queue':
        return all().filter((row) => !isArchived(columns, row));
      case 'tag':
        return all().filter((row) => tagsOf(columns, row).some((tag) => foldTag(tag) === foldTag(source.tag)));
      case 'view': {
        const view = library.settings().views.find(({ id }) => id === source.id);
        return view === undefined ? [] : (await search.find(view.query)).rows;
      }
      default:
        return [];
    }
  }

  async function postsOf(source: TripSource): Promise<readonly Post[]> {
    if (source.from === 'related') {
      const article = await ifThere(library.article(source.articleId));
      const since = Date.parse(article?.saved ?? '');
      return (article?.relatedLists ?? []).flatMap(({ entries }) => entries.map((entry) => ({ ...entry, since })));
    }
    if (source.from !== 'feed') return [];
    await library.feeds.all();
    const pages = library.feeds.get(source.feed)?.pages.length ?? 0;
    const known = await Promise.all(
      Array.from({ length: pages }, (_, page) => ifThere(library.feeds.page(source.feed, page))),
    );
    return known.flatMap((entries) => (entries ?? []).map((entry) => ({ ...entry, since: Date.parse(entry.seen) })));
  }

  async function ofPost(post: Post, speed: ReadingSpeed, guess: PostEstimates): Promise<TripCandidate | undefined> {
    if (post.url === null) return undefined;
    const id = await savedAt(post.url);
    const row = id === undefined ? undefined : catalogue.rowOf(id);
    if (row !== undefined) return isFinished(catalogue.columns, row) ? undefined : ofRow(row, speed);
    return {
      key: canonicalAddress(post.url),
      articleId: null,
      url: post.url,
      title: post.title,
      site: new URL(post.url).hostname.replace(/^www\./, ''),
      kind: post.kind,
      minutes: Math.max(1, Math.round(guess.minutesOf(post.url) * timeFactor(speed, null))),
      sizeBytes: guess.bytesOf(post.url),
      since: post.since,
      progress: 0,
    };
  }

  return {
    async from(sources) {
      const { speed } = library.readingMemory();
      const guess = postEstimates(catalogue.columns);
      const found = new Map<string, TripCandidate>();
      for (const source of sources) {
        for (const row of await rowsOf(source)) {
          const candidate = isFinished(catalogue.columns, row) ? undefined : ofRow(row, speed);
          if (candidate !== undefined) found.set(candidate.key, candidate);
        }
        for (const post of await postsOf(source)) {
          const candidate = await ofPost(post, speed, guess);
          if (candidate !== undefined && !found.has(candidate.key)) found.set(candidate.key, candidate);
        }
      }
      const all = [...found.values()];
      if (all.length <= MOST) return all;
      // What was begun is worth more than what waits longest.
      return all.sort((a, b) => Number(b.progress > 0) - Number(a.progress > 0) || a.since - b.since).slice(0, MOST);
    },
    of(ids) {
      const { speed } = library.readingMemory();
      return ids.flatMap((id) => {
        const row = catalogue.rowOf(id);
        return (row === undefined ? undefined : ofRow(row, speed)) ?? [];
      });
    },
    async items(chosen, isLocked) {
      const rows = chosen.flatMap(({ candidate: { articleId } }) =>
        articleId === null ? [] : (catalogue.rowOf(articleId) ?? []),
      );
      const cards = new Map((await catalogue.cards(rows)).map(({ card }) => [card.id, card]));
      return chosen.map(({ candidate, reasons }) => {
        const { key, articleId, url, kind, minutes, sizeBytes } = candidate;
        const card = articleId === null ? undefined : cards.get(articleId);
        const title = card?.title ?? candidate.title ?? url ?? key;
        const site = candidate.site === '' ? null : candidate.site;
        return { key, articleId, url, title, site, kind, minutes, sizeBytes, isLocked, reasons };
      });
    },
  };
}

/** Read to its end, or said to be. */
function isFinished({ read, progress }: ArticleColumns, row: number): boolean {
  return (read[row] ?? NO_DATE) !== NO_DATE || (progress[row] ?? 0) >= 100;
}
