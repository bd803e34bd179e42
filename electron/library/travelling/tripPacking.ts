// Articles and posts of a trip in; all that is missing of them fetched, in an order that makes the trip useful early: the texts of all, then
// their pictures, then the posters of films. All of it goes through the queue of saves, which is patient with sites and networks, and each
// resource is kept as it comes, so that packing that was cut off goes on behind it.
import type { Article, ArticleId } from '#contract/article.ts';
import { askedAddress } from '#contract/askedAddress.ts';
import { AppError } from '#contract/errors.ts';
import { isUnderWay, type AmendSource, type Portion, type Save } from '#contract/save.ts';
import type { PackingEnd, TripItem } from '#contract/trip.ts';
import { repairOf } from '../saving/amendArticles.ts';
import { canonicalAddress } from '../../capture/address.ts';
import type { SaveRecord } from '../../capture/queuedSave.ts';
import type { SaveQueue } from '../../capture/saveQueue.ts';
import { ifThere } from '../ifThere.ts';
import { postersIn, REFUSED_BYTES } from '../saving/pictureGaps.ts';
import type { Library } from '../../store/library.ts';

/** How packing goes on, and whom it tells. */
export interface PackJob {
  readonly signal: AbortSignal;
  /** Most that may be fetched; `null` for no limit. */
  readonly mostBytes: number | null;
  /** Keys of items whose copy here is of no use: their page is fetched once more. */
  readonly anew: ReadonlySet<string>;
  /** Told what is done about an item now; `done` when nothing more is for the moment. */
  readonly doing: (key: string, what: 'waiting' | 'fetching' | 'done') => void;
  /** Told once for each item, when no more is to be fetched of it. */
  readonly finished: () => void;
  readonly received: (bytes: number) => void;
}

/** Fetches what items lack. What cannot be fetched is left, and told of by the check. */
export type PackItems = (items: readonly TripItem[], job: PackJob) => Promise<PackingEnd>;

interface Round extends PackJob {
  /** Something did not fit into what was left. */
  readonly passedLimit: () => void;
  readonly aborted: Promise<undefined>;
}

/** What packing takes. */
export interface PackingTools {
  readonly library: Pick<Library, 'article' | 'content'>;
  readonly saves: Pick<SaveQueue, 'add' | 'cancel' | 'dismiss' | 'records' | 'atRest'>;
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
}

/** What is to be fetched of an item in one round. */
interface Wish {
  readonly source: AmendSource | { readonly from: 'address'; readonly address: string };
  readonly label: string;
  readonly portion: Portion;
  /** What was there before. */
  readonly before: Article | undefined;
}

interface Asked {
  readonly save: Save;
  readonly ending: ReturnType<SaveQueue['atRest']>;
}

/** Without a limit so many are asked for at a time; the queue itself decides how many of them are under way. */
const AT_ONCE = 12;
const ROUNDS: readonly Portion['pictures'][] = ['none', 'images', 'all'];

/** Makes the packing. */
export function createTripPacking({ library, saves, savedAt }: PackingTools): PackItems {
  async function articleOf({ articleId, url }: TripItem): Promise<Article | undefined> {
    const id = articleId ?? (url === null ? undefined : await savedAt(url));
    if (id === undefined) return undefined;
    // What cannot be read is fetched anew where that is possible.
    return ifThere(library.article(id));
  }

  /** `undefined` when an item lacks nothing that this round fetches. */
  async function wishFor(item: TripItem, portion: Portion, anew: PackJob['anew']): Promise<Wish | undefined> {
    const { pictures } = portion;
    const before = await articleOf(item);
    const label = before?.title ?? item.title;
    if (before === undefined) {
      if (pictures !== 'none' || item.url === null) return undefined;
      return { source: { from: 'address', address: item.url }, label, portion, before };
    }
    const address = anew.has(item.key) && pictures === 'none' ? askedAddress(before) : undefined;
    // Its pictures may be what is damaged.
    if (address !== undefined)
      return { source: { from: 'address', address }, label, portion: { ...portion, pictures: 'all' }, before };
    if (!(await lacks(before, pictures))) return undefined;
    try {
      return { source: repairOf(before), label, portion, before };
    } catch (failure) {
      // Nothing can be asked for.
      if (failure instanceof AppError) return undefined;
      throw failure;
    }
  }

  async function lacks({ id, report }: Article, pictures: Portion['pictures']): Promise<boolean> {
    if (pictures === 'none') return report.missingPages !== null;
    if (pictures === 'all') return report.missing.length > 0;
    const posters = report.missing.length === 0 ? undefined : postersIn(await library.content(id));
    return posters !== undefined && report.missing.some(({ url }) => !posters.has(url));
  }

  /** Tells why packing has to end after it, if it has to. */
  async function fetchOne(item: TripItem, portion: Portion, job: Round): Promise<PackingEnd | undefined> {
    const wish = await wishFor(item, portion, job.anew);
    if (wish === undefined) return undefined;
    job.doing(item.key, 'fetching');
    const { save, ending } = await ask(wish);
    const ended = await Promise.race([ending, job.aborted]);
    job.doing(item.key, 'done');
    if (job.signal.aborted) {
      await cancel(save);
      return 'cancelled';
    }
    const after = await articleOf(item);
    if (after !== undefined) job.received(bytesBetween(wish.before, after));
    const refused = portion.mostBytes === null ? 0 : countRefused(ended, after);
    if (refused > 0) job.passedLimit();
    job.received(refused * REFUSED_BYTES);
    if (ended?.progress.state === 'offline') {
      // A post is fetched once the network is back; a picture by the next packing.
      if (wish.before !== undefined) await cancel(save);
      return 'offline';
    }
    return ended?.progress.state === 'failed' && ended.progress.error.code === 'disk' ? 'disk' : undefined;
  }

  /** Waits for a save of the same that is under way already, and takes the place of those that came to nothing. */
  async function ask({ source, label, portion }: Wish): Promise<Asked> {
    const same = source.from === 'address' ? [...saves.records()].filter((record) => isOf(record, source.address)) : [];
    const underWay = same.find(({ save: { progress } }) => isUnderWay(progress) && !isPutOff(progress));
    if (underWay !== undefined) return { save: underWay.save, ending: saves.atRest(underWay.save.id) };
    const foundIn = same.find(({ save }) => save.foundIn !== null)?.save.foundIn ?? null;
    const save = await saves.add(source, label, { portion, foundIn });
    // It may end before the others are gone.
    const ending = saves.atRest(save.id);
    for (const { save: old } of same) {
      await cancel(old);
      await saves.dismiss(old.id);
    }
    return { save, ending };
  }

  async function cancel({ id }: Save): Promise<void> {
    try {
      await saves.cancel(id);
    } catch (failure) {
      // It was done, or taken out, a moment ago.
      if (!(failure instanceof AppError)) throw failure;
    }
  }

  return async (items, job) => {
    for (const item of items) job.doing(item.key, 'waiting');
    let left = job.mostBytes;
    let isWhole = true;
    const finished = new Set<string>();
    const round: Round = {
      ...job,
      aborted: whenAborted(job.signal),
      passedLimit: () => {
        isWhole = false;
      },
      received(bytes) {
        if (left !== null) left = Math.max(0, left - bytes);
        job.received(bytes);
      },
    };
    for (const pictures of ROUNDS) {
      // With a limit one after another, so that what is left of it is known.
      const atOnce = left === null ? AT_ONCE : 1;
      for (let from = 0; from < items.length; from += atOnce) {
        if (job.signal.aborted) return 'cancelled';
        const piece = items.slice(from, from + atOnce);
        const whole: Portion = { pictures: 'all', mostBytes: left };
        const none: PackJob['anew'] = new Set();
        if (left === 0) {
          for (const item of items) if ((await wishFor(item, whole, none)) !== undefined) return 'limit';
          return 'whole';
        }
        const ends = await Promise.all(
          piece.map(async (item) => {
            const ended = await fetchOne(item, { pictures, mostBytes: left }, round);
            const isDone = pictures === 'all' || (await wishFor(item, whole, none)) === undefined;
            if (isDone && !finished.has(item.key)) {
              finished.add(item.key);
              job.finished();
            }
            return ended;
          }),
        );
        const end = ends.find((each) => each !== undefined);
        if (end !== undefined) return end;
      }
    }
    return isWhole ? 'whole' : 'limit';
  };
}

/** A save of what is at an address, and nothing more than that. */
function isOf({ source, imported, crawl, save }: SaveRecord, address: string): boolean {
  if (source.from !== 'address' || imported !== undefined || crawl !== undefined) return false;
  return save.progress.state !== 'ready' && canonicalAddress(source.address) === canonicalAddress(address);
}

/** It waits for its time, or for a network. */
function isPutOff({ state }: Save['progress']): boolean {
  return state === 'postponed' || state === 'offline';
}

/** What did not fit into what was left. */
function countRefused(ended: Save | undefined, after: Article | undefined): number {
  const isRefused = ended?.progress.state === 'failed' && ended.progress.error.code === 'too-large';
  return Number(isRefused) + (after?.report.missing.filter(({ code }) => code === 'too-large').length ?? 0);
}

/** What a save has brought, as far as it can be known afterwards: pages as they came, and pictures that were not there. */
function bytesBetween(before: Article | undefined, after: Article): number {
  const had = new Set(before?.images.map(({ hash }) => hash));
  const pictures = after.images.filter(({ hash }) => !had.has(hash));
  const isSamePage = before !== undefined && before.saved === after.saved;
  const pages = isSamePage ? [] : [after.original, ...after.furtherPages];
  return [...pages, ...pictures].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}

function whenAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
