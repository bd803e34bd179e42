/** What two machines made of one library in a folder that is kept the same on both. */
export const syncing = {
  found:
    '{count, plural, one {Another computer had changed # thing at the same time. Both are joined, and nothing was lost.} other {Another computer had changed # things at the same time. Both are joined, and nothing was lost.}}',
  show: 'Show',
  title: 'Changed on two computers',
  hint: 'When a library lies in a folder that is kept the same on several computers, both may change the same thing. What could be joined is joined; every second copy is kept as it came.',
  kinds: {
    settings: 'Settings',
    article: 'Article',
    content: 'Text of an article',
    highlights: 'Highlights',
    trip: 'Trip',
    feed: 'Followed feed',
    entries: 'Entries of a feed',
    save: 'Save',
    other: 'Another file',
  },
  merged: 'joined on {date}',
  kept: 'kept aside on {date}, nothing to join',
  reveal: 'Show the copies',
} as const;
