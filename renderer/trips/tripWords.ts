// What a trip and a row of its board say in words: hours, statuses, reasons, what is not ready.
import { unreachable } from '#contract/errors.ts';
import type { BoardRow, BoardStatus, Trip, TripReason, TripSource } from '#contract/trip.ts';
import type { Feed } from '#contract/feeds.ts';
import type { SavedView } from '#contract/views.ts';
import { formatInstant, formatRow } from '../ui/dates.ts';
import { once } from '../ui/once.ts';
import { words } from '../ui/words.ts';
import { locale } from '../words/language.ts';

const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));

/** Minutes as hours and minutes: "2 h 50 min", "3 h", "40 min". */
export function formatHours(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return words.trips.minutesOnly({ minutes: rest });
  return rest === 0 ? words.trips.hours({ hours }) : words.trips.hoursMinutes({ hours, minutes: rest });
}

/** Where a trip is: still being planned, on the way, or over. */
export type Phase = 'planned' | 'way' | 'landed';

/** The phase of a trip. */
export function phaseOf({ left, landed }: Pick<Trip, 'left' | 'landed'>): Phase {
  if (landed !== null) return 'landed';
  return left === null ? 'planned' : 'way';
}

/** Statuses that stand against an article whether it is proved or not. */
const TROUBLES = ['imagesMissing', 'textOnly', 'needsSignIn', 'notFetched', 'broken'] as const;

/** What a row says: its status in whole words, the same as few letters, and how it is lit. */
export interface RowState {
  readonly text: string;
  /** In capitals, for the flaps; no longer than `FLAPS`. */
  readonly flaps: string;
  /** `good` is said of what is proved and of nothing else; `open` of what is still to be read, `done` of what is. */
  readonly light: 'good' | 'trouble' | 'work' | 'none' | 'open' | 'done';
}

/** So many letters fit a status. */
export const FLAPS = 17;
const MOST_COUNTED = 99;

/** Reads it off a row; on the way it tells what is read, except of what cannot be. */
export function stateOf(row: BoardRow, phase: Phase): RowState {
  if (phase !== 'planned' && !isLost(row.status)) return readingState(row);
  const text =
    row.status === 'imagesMissing'
      ? words.tripBoard.status.imagesMissing({ count: row.missingImages })
      : words.tripBoard.status[row.status];
  const isLong = row.status === 'imagesMissing' && row.missingImages > MOST_COUNTED;
  return { text, flaps: toFlaps(isLong ? words.tripBoard.manyImages : text), light: lightOf(row.status) };
}

function isLost(status: BoardStatus): boolean {
  return status === 'notFetched' || status === 'needsSignIn' || status === 'broken' || status === 'fetching';
}

function readingState({ isFinished, progress }: BoardRow): RowState {
  const text = isFinished
    ? words.tripBoard.read
    : progress > 0
      ? words.tripBoard.reading({ percent: percent().format(progress) })
      : words.tripBoard.unread;
  return { text, flaps: toFlaps(text), light: isFinished ? 'done' : 'open' };
}

function lightOf(status: BoardStatus): RowState['light'] {
  switch (status) {
    case 'ready':
      return 'good';
    case 'imagesMissing':
    case 'textOnly':
    case 'needsSignIn':
    case 'notFetched':
    case 'broken':
      return 'trouble';
    case 'waiting':
    case 'fetching':
    case 'checking':
      return 'work';
    case 'unproved':
      return 'none';
    default:
      return unreachable(status);
  }
}

function toFlaps(text: string): string {
  return text.toLocaleUpperCase(locale);
}

/** Why an article was chosen. */
export function reasonText(reason: TripReason): string {
  const { reasons } = words.tripBoard;
  switch (reason.because) {
    case 'begun':
      return reasons.begun({ percent: percent().format(reason.progress) });
    case 'waiting':
      return reasons.waiting({ date: formatInstant(reason.since) });
    case 'site':
      return reasons.site({ site: reason.site });
    case 'kind':
      return reasons.kind({ kind: words.kinds[reason.kind] });
    case 'chosen':
    case 'short':
    case 'long':
    case 'fits':
      return reasons[reason.because];
    default:
      return unreachable(reason);
  }
}

/** What stands against the rows: "2 with images missing, 1 not fetched"; `undefined` when nothing does. */
export function troubleText(rows: readonly BoardRow[]): string | undefined {
  const parts = ([...TROUBLES, 'unproved'] as const).flatMap((status) => {
    const count = rows.filter((row) => row.status === status).length;
    return count === 0 ? [] : [words.tripBoard.counts[status]({ count })];
  });
  return parts.length === 0 ? undefined : formatRow(parts);
}

/** What sources are called by. */
export interface SourceNames {
  readonly views: readonly SavedView[];
  readonly feeds: readonly Feed[];
  readonly titles: ReadonlyMap<string, string>;
}

/** A source in words. */
export function sourceText(source: TripSource, { views, feeds, titles }: SourceNames): string {
  switch (source.from) {
    case 'queue':
      return words.trips.sourceQueue;
    case 'tag':
      return words.trips.sourceTag({ name: source.tag });
    case 'view': {
      const view = views.find(({ id }) => id === source.id);
      return view === undefined ? words.trips.sourceGone : words.trips.sourceView({ name: view.name });
    }
    case 'feed': {
      const feed = feeds.find(({ id }) => id === source.feed);
      return feed === undefined ? words.trips.sourceGone : words.trips.sourceFeed({ name: feed.title });
    }
    case 'related': {
      const title = titles.get(source.articleId);
      return title === undefined ? words.trips.sourceGone : words.trips.sourceRelated({ title });
    }
    default:
      return unreachable(source);
  }
}
