// A trip and what was checked of it in; the departure board out. A check counts for as long as the article's files are what they were then.
import type { ArticleCard, ArticleId } from '#contract/article.ts';
import { timeFactor } from '#contract/readingSpeed.ts';
import { isUnderWay, type Save } from '#contract/save.ts';
import type {
  BoardRow,
  BoardStatus,
  CheckResult,
  Trip,
  TripBoard,
  TripItem,
  TripLine,
  TripWork,
} from '#contract/trip.ts';
import type { Library } from '../../store/library.ts';
import type { TripRecord } from '../../store/tripFiles.ts';

/** What is done for a trip at this moment: the work, and the rows that it is about. */
export interface WorkNow {
  readonly work: TripWork;
  readonly rows: ReadonlyMap<string, 'waiting' | 'fetching' | 'checking'>;
}

/** What a board is made from. */
export interface TripBoardOptions {
  readonly library: Pick<Library, 'catalogue' | 'trips' | 'readingMemory'>;
  readonly saves: { list(): readonly Save[] };
  /** Tells what the files of an article are at this moment; another text as soon as any is otherwise. `undefined` when it is gone. */
  readonly markOf: (id: ArticleId) => Promise<string | undefined>;
  readonly workOf: (trip: Trip) => WorkNow | undefined;
}

/** Makes boards. Those that name a trip throw `AppError('not-found')` when it is gone. */
export interface TripBoards {
  /** `items` are the trip's, as they are saved now. */
  of(trip: TripRecord, items: readonly TripItem[]): Promise<TripBoard>;
  /**
   * What was proved when the trip's files were looked at last, which a board does; those of an article that the library knows otherwise since then
   * are looked at again.
   */
  line(trip: TripRecord, items: readonly TripItem[]): Promise<TripLine>;
}

// Looking at a few hundred files takes no time; at those of thousands one after another it would.
const AT_ONCE = 8;

/** Makes them. */
export function createTripBoards({ library, saves, markOf, workOf }: TripBoardOptions): TripBoards {
  const { catalogue } = library;
  const seen = new Map<ArticleId, { readonly facts: string; readonly mark: string | undefined }>();

  async function lookAt(card: ArticleCard): Promise<string | undefined> {
    const mark = await markOf(card.id);
    seen.set(card.id, { facts: factsOf(card), mark });
    return mark;
  }

  async function recall(card: ArticleCard): Promise<string | undefined> {
    const known = seen.get(card.id);
    return known?.facts === factsOf(card) ? known.mark : lookAt(card);
  }

  async function rowsOf(
    trip: TripRecord,
    items: readonly TripItem[],
    markNow: (card: ArticleCard) => Promise<string | undefined>,
  ): Promise<readonly BoardRow[]> {
    const rows = items.flatMap(({ articleId }) => (articleId === null ? [] : (catalogue.rowOf(articleId) ?? [])));
    const cards = new Map((await catalogue.cards(rows)).map(({ card }): [ArticleId, ArticleCard] => [card.id, card]));
    const checks = new Map((await library.trips.checks(trip.id)).map((check) => [check.key, check]));
    const now = workOf(toTrip(trip))?.rows;
    const boardRows: BoardRow[] = [];
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const piece = items.slice(from, from + AT_ONCE);
      boardRows.push(
        ...(await Promise.all(
          piece.map(async (item) => {
            const card = item.articleId === null ? undefined : cards.get(item.articleId);
            return rowOf(item, card, await valid(checks.get(item.key), card, markNow), now?.get(item.key));
          }),
        )),
      );
    }
    return boardRows;
  }

  /** What was found of a post that could not be fetched counts until it is here. */
  async function valid(
    check: CheckResult | undefined,
    card: ArticleCard | undefined,
    markNow: (card: ArticleCard) => Promise<string | undefined>,
  ): Promise<CheckResult | null> {
    if (check === undefined) return null;
    if (card === undefined) return check.mark === '' ? check : null;
    return check.mark !== '' && check.mark === (await markNow(card)) ? check : null;
  }

  function rowOf(
    item: TripItem,
    card: ArticleCard | undefined,
    check: CheckResult | null,
    doing: 'waiting' | 'fetching' | 'checking' | undefined,
  ): BoardRow {
    const { speed } = library.readingMemory();
    const progress = card?.reading.progress ?? 0;
    const isFinished = card !== undefined && (card.reading.read !== null || progress >= 1);
    const own = card === undefined ? item.minutes : card.minutes * timeFactor(speed, card.lang) * (1 - progress);
    const unchecked: BoardStatus = card === undefined ? 'notFetched' : 'unproved';
    return {
      ...item,
      articleId: card?.id ?? null,
      title: card?.title ?? item.title,
      site: card === undefined ? item.site : (card.siteName ?? card.host),
      sizeBytes: card?.sizeBytes ?? item.sizeBytes,
      status: doing ?? check?.status ?? unchecked,
      missingImages: check?.missingImages ?? 0,
      minutesLeft: isFinished ? 0 : Math.max(1, Math.round(own)),
      progress,
      isFinished,
      check,
      isRepairable: card === undefined ? item.url !== null : check !== null && check.status !== 'ready',
    };
  }

  return {
    async of(trip, items) {
      const rows = await rowsOf(trip, items, lookAt);
      return {
        trip: { ...toTrip(trip), items },
        rows,
        minutes: sum(rows, ({ minutesLeft }) => minutesLeft),
        sizeBytes: sum(rows, ({ sizeBytes }) => sizeBytes),
        ready: rows.filter(({ status }) => status === 'ready').length,
        proved: provedAt(rows),
        work: workOf(toTrip(trip))?.work ?? null,
        packed: trip.packed,
        outbox: saves.list().filter((save) => isUnderWay(save.progress)).length,
      };
    },
    async line(trip, items) {
      const rows = await rowsOf(trip, items, recall);
      return {
        id: trip.id,
        name: trip.name,
        departure: trip.departure,
        items: rows.length,
        ready: rows.filter(({ status }) => status === 'ready').length,
        minutes: sum(rows, ({ minutesLeft }) => minutesLeft),
        sizeBytes: sum(rows, ({ sizeBytes }) => sizeBytes),
        left: trip.left,
        landed: trip.landed,
      };
    },
  };
}

/** Of an article, what is another whenever the library itself wrote anything of it that reading shows. */
function factsOf({ saved, title, sizeBytes, imagesStored, imagesFound }: ArticleCard): string {
  return JSON.stringify([saved, title, sizeBytes, imagesStored, imagesFound]);
}

/** What the window is told of a trip that is kept. */
export function toTrip(record: TripRecord): Trip {
  const { id, made, items, refused, left, landed, name, departure, minutes, sizeBytes, fetchBytes, sources, reminds } =
    record;
  const plan = { name, departure, minutes, sizeBytes, fetchBytes, sources, reminds };
  return { id, made, items, refused, left, landed, ...plan };
}

/** The earliest check, for a board is as old as its oldest proof. */
function provedAt(rows: readonly BoardRow[]): string | null {
  const times = rows.flatMap(({ check }) => (check === null ? [] : [check.checked])).sort();
  return times.length === rows.length ? (times[0] ?? null) : null;
}

function sum(rows: readonly BoardRow[], of: (row: BoardRow) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
