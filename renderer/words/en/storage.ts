import type { Settings } from '#contract/settings.ts';

/** What takes how much room, and the limit. */
export const storage = {
  total: '{size} in all',
  free: '{size} free on this disk',
  failed: 'What the library takes could not be counted',
  counting: 'Counting…',
  parts: {
    articles: 'Articles’ texts',
    pictures: 'Pictures',
    copies: 'Other copies',
    trash: 'Trash',
    highlights: 'Highlights',
    feeds: 'Feeds and their entries',
    imports: 'Imports, and saves that wait',
    derived: 'Search and lists, made again when missing',
    other: 'Settings, dictionaries and the like',
  },
  partsTitle: 'What there is',
  part: 'What',
  count: 'How many',
  bytes: 'Size',
  freed: 'Would be free',
  sitesTitle: 'By site',
  site: 'Site',
  noSite: 'Without a site',
  articles: 'Articles',
  largestTitle: 'The largest articles',
  article: 'Article',
  more: 'Show all {count, number}',
  capTitle: 'A limit for this library',
  capOn: 'Keep the library below',
  capUnit: 'GB',
  capLabel: 'Gigabytes',
  policies: {
    warn: 'Say so when it is passed',
    trash: 'Move what is finished with to the trash',
  } as const satisfies Readonly<Record<Settings['capPolicy'], string>>,
  policyLabel: 'When it is passed',
  policyExplained:
    'Other copies go first, then articles that are finished or archived, oldest first, until all fits. Unread articles, and those with a star, a tag or a highlight, never go. What went is in the trash for 30 days.',
  over: 'Passed by {size}.',
  couldGo:
    '{articles, plural, one {# article} other {# articles}} and {copies, plural, one {# copy} other {# copies}} could go, which frees {size}.',
  nothingCouldGo: 'Nothing could go by these rules. Remove something yourself, or raise the limit.',
  capPassed: 'Your library is {over} over its limit.',
  capTrashed:
    'Your library had passed its limit. {articles, plural, one {# article} other {# articles}} and {copies, plural, one {# copy} other {# copies}} went to the trash.',
  show: 'Show',
} as const;
