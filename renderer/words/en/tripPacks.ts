import type { TripPack } from '#contract/trip.ts';
import { TRIP_FILE_WORDS } from '#contract/tripPackWords.ts';

/** Trips that are written to files, and what stands in them. */
export const tripPacks = {
  commands: {
    html: 'Write the trip to one HTML file…',
    epub: 'Write the trip as a book (EPUB)…',
    layover: 'Write the trip as a pack for another Layover…',
  } as const satisfies Readonly<Record<TripPack, string>>,
  preview: '{name}: {count, plural, one {a trip with # article} other {a trip with # articles}}.',
  ...TRIP_FILE_WORDS,
} as const;
