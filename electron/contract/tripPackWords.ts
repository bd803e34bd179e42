// What a trip's files say in words of their own, where people read them; what programs read is the same in every language.
import { EXPORT_WORDS, type ExportWords } from './exportWords.ts';
import type { BoardStatus } from './trip.ts';

/** Such words in English, beside those of every exported file. `{date}`, `{count}`, `{all}` and `{address}` are filled in by whoever writes the files. */
export const TRIP_FILE_WORDS = {
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
} as const;

/** Such words in some language, all of them. */
export type TripPackWords = ExportWords & { readonly [Name in keyof typeof TRIP_FILE_WORDS]: string };

/** All of them in English. */
export const TRIP_PACK_WORDS: TripPackWords = { ...EXPORT_WORDS, ...TRIP_FILE_WORDS };

/** What a row of the board is called; what is done about it at the moment of writing is nothing that a file could say. */
export function statusWord(status: BoardStatus, words: TripPackWords): string {
  return status === 'waiting' || status === 'fetching' || status === 'checking' ? words.unproved : words[status];
}
