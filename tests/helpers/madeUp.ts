// What calls could answer, made up: states that a real library takes long to come into, for tests and pictures of how they are shown.
import { isArticleId, type ArticleId } from '#contract/article.ts';
import type { ErrorReport } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { isFeedId, type Feed, type FeedChoice, type FeedId } from '#contract/feeds.ts';
import type { ImportPreview, ImportProgress } from '#contract/imports.ts';
import type { BackupState, LibraryJob } from '#contract/libraryExport.ts';
import type { Save, SaveState } from '#contract/save.ts';
import type { Rule } from '#contract/views.ts';

const HOUR_MS = 3_600_000;

/** An instant so many hours from now. */
function inHours(hours: number): string {
  return new Date(Date.now() + hours * HOUR_MS).toISOString();
}

function feedId(letter: string): FeedId {
  const id = letter.repeat(12);
  if (!isFeedId(id)) throw new Error(`${id} is no name of a feed`);
  return id;
}

function articleId(letter: string): ArticleId {
  const id = letter.repeat(16);
  if (!isArticleId(id)) throw new Error(`${id} is no name of an article`);
  return id;
}

/** The disk as it most often fails. */
export const DISK: ErrorReport = {
  code: 'disk',
  message: 'The disk is full; what was saved is safe. The trash and finished articles take 310 MB, which you can free.',
  detail: detail('roomToMake', '', 310),
};

/** A page that is not there. */
const NOT_THERE: ErrorReport = {
  code: 'http-status',
  message: 'tides.example has nothing at this address (404). Check the address, or look for a copy at web.archive.org.',
  detail: detail('notThere', 'tides.example', 404),
};

const SLOW: ErrorReport = {
  code: 'timeout',
  message: 'harbour.example did not answer in time. Your link is kept; try again when the connection is faster.',
  detail: detail('hostSlow', 'harbour.example'),
};

function feed(letter: string, title: string, told: Partial<Feed> = {}): Feed {
  return {
    id: feedId(letter),
    kind: 'feed',
    title,
    address: `https://${letter}.example/feed.xml`,
    site: `https://${letter}.example/`,
    isFollowed: true,
    hasOlder: false,
    entries: 214,
    fetched: inHours(-2),
    next: inHours(1),
    state: 'fine',
    failure: null,
    movedFrom: null,
    rule: { save: 'none' },
    ...told,
  };
}

/** A feed of each state. */
export const FEEDS: readonly Feed[] = [
  feed('a', 'Notes from the quay', { rule: { save: 'words', words: ['storm', 'ferry'] } }),
  feed('b', 'The lamp room', { state: 'fetching', rule: { save: 'newest', count: 5 } }),
  feed('c', 'Tides and timetables, a weekly letter on the sea, the railway and whoever waits for either', {
    state: 'failed',
    failure: SLOW,
    rule: { save: 'all' },
  }),
  feed('d', 'Harbour radio', { state: 'offline', entries: 38, kind: 'list' }),
  feed('e', 'مذكرات المنارة', { state: 'gone', next: null, entries: 1 }),
  feed('f', 'Old charts', { isFollowed: false, next: null }),
  feed('g', 'Fog signals', { state: 'new', entries: 0, fetched: null }),
];

/** What can be followed at an address. */
export const FEED_CHOICES: readonly FeedChoice[] = [
  {
    kind: 'feed',
    address: 'https://quay.example/feed.xml',
    title: 'Notes from the quay',
    entries: 20,
    isFollowed: false,
  },
  { kind: 'feed', address: 'https://quay.example/comments.xml', title: 'Comments', entries: null, isFollowed: true },
  { kind: 'list', address: 'https://quay.example/', title: 'What the page lists', entries: 12, isFollowed: false },
];

/** Files that were looked at, with something of every kind in them. */
export const PREVIEW: ImportPreview = {
  id: 'import-1',
  name: 'pocket.zip',
  formats: [
    { format: 'pocket', rows: 1812 },
    { format: 'opml', rows: 14 },
  ],
  unknown: ['notes.bin', 'Thumbs.db'],
  rows: 1840,
  fresh: 1650,
  withBody: 240,
  here: 96,
  repeated: 50,
  skipped: { 'no-address': 3, 'not-saved': 12, unreadable: 1 },
  feeds: 14,
  tags: 37,
  highlights: 420,
  oldest: '2013-02-11T08:00:00Z',
  newest: '2026-06-30T20:00:00Z',
};

const outcomes = { kept: 240, queued: 1100, merged: 12, unchanged: 84, skipped: 16, failed: 3 } as const;

/** Imports under way and over, one of them stopped. */
export const IMPORTS: readonly ImportProgress[] = [
  {
    id: 'import-2',
    name: 'pocket.zip',
    state: 'running',
    done: 700,
    total: 1840,
    outcomes,
    followed: 0,
    failure: null,
  },
  {
    id: 'import-3',
    name: 'instapaper-export.csv',
    state: 'done',
    done: 1455,
    total: 1455,
    outcomes,
    followed: 0,
    failure: null,
  },
  { id: 'import-4', name: '', state: 'cancelled', done: 120, total: 1840, outcomes, followed: 0, failure: null },
  {
    id: 'import-5',
    name: 'raindrop.csv',
    state: 'failed',
    done: 80,
    total: 900,
    outcomes,
    followed: 0,
    failure: DISK.message,
  },
];

/** A piece of work under way; what is named is otherwise. */
export function job(told: Partial<LibraryJob>): LibraryJob {
  return {
    job: 1,
    kind: 'export',
    isByItself: false,
    state: 'running',
    isVerifying: false,
    done: 12,
    total: 40,
    name: 'Layover.epub',
    added: 38,
    merged: 0,
    leftOut: [],
    leftOutCount: 0,
    error: null,
    ...told,
  };
}

/** Two articles that an export could not read. */
export const LEFT_OUT = {
  leftOut: [
    { title: 'Plates of the bay', reason: 'Its text is damaged on the disk.' },
    { title: 'حارس المنارة والبحر', reason: 'Its text is damaged on the disk.' },
  ],
  leftOutCount: 2,
} as const;

/** Backups that are made by themselves, the last of them in vain. */
export const BACKUPS: BackupState = {
  folder: '/home/ada/Backups/Layover',
  count: 6,
  last: inHours(-30),
  next: inHours(18),
  failure: 'The folder for backups is not there. Plug in its disk, or choose another folder.',
};

/** A rule that works and one that cannot be read. */
export const RULES: readonly Rule[] = [
  {
    id: 'one',
    name: 'From the harbour office',
    isOn: true,
    when: 'site:harbour.example',
    actions: { addTags: ['sea'], star: true },
  },
  { id: 'two', name: 'Long reads', isOn: false, when: 'words:>many', actions: { addTags: ['long'] } },
];

/** A save of each state, in the order in which they are worked on. */
export const SAVES: readonly Save[] = (
  [
    ['harbour.example/winter-quarters', { state: 'fetching', receivedBytes: 184_000 }],
    ['harbour.example/plates', { state: 'images', done: 7, total: 31 }],
    ['tides.example/serial', { state: 'pages', done: 3, total: 12 }],
    ['tides.example/app', { state: 'rendering' }],
    ['harbour.example/slow', { state: 'postponed', until: inHours(0.2), error: SLOW }],
    ['hotel.example/reading', { state: 'offline', portal: 'https://hotel.example/sign-in' }],
    ['quay.example/offline', { state: 'offline', portal: null }],
    [
      'quay.example/a-very-long-address/with-many-parts/that-does-not-fit-into-a-line.html?and=more',
      { state: 'waiting' },
    ],
    ['tides.example/gone', { state: 'failed', error: NOT_THERE }],
    ['tides.example/full', { state: 'failed', error: DISK }],
  ] satisfies readonly (readonly [string, SaveState])[]
).map(([address, progress], at) => ({
  id: 900 + at,
  label: `https://${address}`,
  asked: inHours(-1),
  order: at,
  foundIn:
    at === 0
      ? { articleId: articleId('a'), title: 'Lamp oil', sentence: 'They spent it in their winter quarters.' }
      : null,
  progress,
}));
