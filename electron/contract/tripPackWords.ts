// What a trip's files say in words of their own, where people read them; what programs read is the same in every language.
import { EXPORT_WORDS, type ExportWords } from './exportWords.ts';
import type { BoardStatus } from './trip.ts';

/** Such words in English. What stands in braces is filled in by whoever writes the files. */
export const TRIP_PACK_WORDS: TripPackWords = {
  ...EXPORT_WORDS,
  trip: 'A trip',
  departs: 'Departs',
  noDeparture: 'Departure not set',
  reading: 'Reading',
  count: 'Articles',
  size: 'Size',
  proved: 'Proved',
  provedOf: '{count} of {all}',
  board: 'Departure board',
  timeline: 'Timeline',
  byAdded: 'By the day each post was originally added',
  byPublished: 'By the day each post was published',
  undated: 'Without a date',
  article: 'Article',
  status: 'Status',
  time: 'Time',
  checked: 'Checked',
  ready: 'Ready',
  imagesMissing: 'Images missing: {count}',
  textOnly: 'Text only',
  needsSignIn: 'Needs sign-in',
  notFetched: 'Not fetched',
  broken: 'Broken',
  unproved: 'Not proved',
  added: 'Added {date}',
  updated: 'Updated {date}',
  published: 'Published {date}',
  savedFrom: 'Saved from {address} on {date}',
  savedOn: 'Saved on {date}',
  inTrip: 'in this trip',
  next: 'Next',
  madeWith: 'Written with Layover on {date}',
};

/** Such words in some language. */
export interface TripPackWords extends ExportWords {
  /** Over the trip's name. */
  readonly trip: string;
  readonly departs: string;
  readonly noDeparture: string;
  readonly reading: string;
  readonly count: string;
  readonly size: string;
  readonly proved: string;
  /** With `{count}` and `{all}`. */
  readonly provedOf: string;
  readonly board: string;
  readonly timeline: string;
  readonly byAdded: string;
  readonly byPublished: string;
  readonly undated: string;
  readonly article: string;
  readonly status: string;
  readonly time: string;
  readonly checked: string;
  readonly ready: string;
  /** With `{count}`. */
  readonly imagesMissing: string;
  readonly textOnly: string;
  readonly needsSignIn: string;
  readonly notFetched: string;
  readonly broken: string;
  readonly unproved: string;
  /** These with `{date}`. */
  readonly added: string;
  readonly updated: string;
  readonly published: string;
  /** With `{address}` too. */
  readonly savedFrom: string;
  readonly savedOn: string;
  readonly inTrip: string;
  readonly next: string;
  readonly madeWith: string;
}

/** What a row of the board is called; what is done about it at the moment of writing is nothing that a file could say. */
export function statusWord(status: BoardStatus, words: TripPackWords): string {
  return status === 'waiting' || status === 'fetching' || status === 'checking' ? words.unproved : words[status];
}
