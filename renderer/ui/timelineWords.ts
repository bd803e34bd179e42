// What is said on screen about posts and the timeline.
import type { PostKind } from '#contract/article.ts';
import { codeDate, type DateCode } from '#contract/dateCode.ts';
import type { Axis, PostState } from '#contract/post.ts';
import type { FittingPosts } from '#contract/related.ts';
import type { Exported } from '#contract/exporting.ts';
import { formatCount, formatDate, formatSpan, plural } from './dates.ts';

/** The kinds of posts; part of `words`. */
export const kinds: Readonly<Record<PostKind, string>> = {
  article: 'Article',
  video: 'Video',
  audio: 'Audio',
  gallery: 'Gallery',
};

/** The dates a timeline can be ordered by; part of `words`. */
export const axes: Readonly<Record<Axis, string>> = {
  added: 'Added',
  updated: 'Updated',
  published: 'Published',
  saved: 'Saved',
};

const axisMeanings: Readonly<Record<Axis, string>> = {
  added: 'By the day each post was originally added',
  updated: 'By the day each post was last updated',
  published: 'By the day each post was published',
  saved: 'By the day you saved each article',
};

const states: Readonly<Record<PostState, string>> = {
  known: 'Only known',
  queued: 'On its way',
  failed: 'Not saved',
  saved: 'Saved here',
  partial: 'Saved in part',
  read: 'Read',
};

const posts = (count: number): string => plural(count, 'post', 'posts');
const period = (code: DateCode): string => formatDate(codeDate(code) ?? '');

/** The words of the timeline; part of `words`. */
export const timelineWords = {
  axisLabel: 'Order posts by',
  axisMeanings,
  states,
  summary: (count: number, days: number) => `${posts(count)} on ${plural(days, 'day', 'days')}`,
  summaryOf: (count: number, known: number) => `${formatCount(count)} of ${posts(known)}`,
  gap: (days: number) => `No posts for ${formatSpan(days)}`,
  posts,
  undated: (axis: Axis) =>
    axis === 'saved'
      ? 'Known, not saved'
      : `No ${axis === 'added' ? 'adding' : axis === 'updated' ? 'update' : 'publishing'} date`,
  updatedLater: (days: number) => `updated ${formatSpan(days)} later`,
  updatedSinceSaved: 'updated since you saved it',
  titleAndState: (title: string, state: string) => `${title}, ${state}`,
  rowLabel: (title: string, state: string, date: string, isSelected: boolean) =>
    [title, state, date, ...(isSelected ? ['selected'] : [])].filter((part) => part !== '').join(', '),
  loading: 'Post',
  emptyTitle: 'No posts yet',
  empty: 'Saved articles and the posts their lists name will stand here by day.',
  nothingTitle: 'No post fits',
  nothing: 'Nothing that is known fits all of what the timeline is narrowed to.',
  failed: 'The timeline could not be laid out',
  density: { day: 'Posts by day; jump to', month: 'Posts by month; jump to', year: 'Posts by year; jump to' },
  densityValue: (code: DateCode, count: number, saved: number) =>
    `${period(code)}, ${posts(count)}${saved > 0 ? `, ${formatCount(saved)} saved` : ''}`,
  densityHint: 'Arrow keys go from bar to bar; with Shift they choose a range.',
  filterLabel: 'Narrow by title or site',
  filters: { kinds: 'Kind', sites: 'Site', lists: 'List', states: 'State', range: 'Dates' },
  chosen: 'chosen',
  searchValues: (name: string) => `Find a ${name.toLowerCase()}`,
  noValues: 'Nothing to choose from.',
  noSite: 'No site',
  count: formatCount,
  textToken: (text: string) => `“${text}”`,
  listToken: (title: string) => `Listed by “${title}”`,
  rangeToken: (from: string | null, to: string | null) =>
    from === to && from !== null
      ? formatDate(from)
      : from === null
        ? `Until ${formatDate(to ?? '')}`
        : to === null
          ? `Since ${formatDate(from)}`
          : `${formatDate(from)} to ${formatDate(to)}`,
  tokens: 'Narrowed to',
  removeToken: (token: string) => `Remove: ${token}`,
  clear: 'Show all',
  from: 'From',
  to: 'To',
  apply: 'Narrow',
  jumpLabel: 'Go to a date',
  jumpPlaceholder: '2012-09, last week…',
  jumpFailed: (text: string) => `“${text}” is no date that can be understood. Try 2012, 2012-09 or 7 September 2012.`,
  jumped: (code: DateCode) => period(code),
  select: (title: string) => `Select: ${title}`,
  selected: (count: number) => `${formatCount(count)} selected`,
  selectAll: (count: number) => `Select all ${formatCount(count)}`,
  saveSelected: (count: number) => `Save ${formatCount(count)}`,
  nothingToSave: 'All of them are saved, on their way, or have no address.',
  unselect: 'Select none',
  selection: 'Selected posts',
  export: 'Export',
  exportFormats: {
    html: 'Page to print or pass on',
    csv: 'Table (CSV)',
    ics: 'Calendar (ICS)',
    json: 'Data (JSON)',
  },
  exported: ({ file, posts: count, leftOut }: Exported) =>
    `${posts(count - leftOut)} written to “${file}”.${leftOut === 0 ? '' : ` ${plural(leftOut, 'post has', 'posts have')} no day and so no place in a calendar.`}`,
};

/** The words of one post; part of `words`. */
export const postWords = {
  details: 'About this post',
  savePost: 'Save this post',
  saving: 'Saving…',
  saveFailed: 'Not saved',
  noAddress: 'The list gives no address for this post, so it cannot be fetched.',
  listedBy: 'Who lists it',
  saidBy: (heading: string | null) => (heading === null ? '' : `under “${heading}”`),
  moreLists: (count: number) => `and ${plural(count, 'article more', 'articles more')}`,
  archive: 'Save an archived copy',
  archiveHint: 'Asks the Wayback Machine at web.archive.org for its copy from that time.',
  open: 'Open',
};

/** What is said of the posts beside an article; part of `words.reader`. */
export const relatedWords = {
  savePosts: 'Save posts…',
  which: 'Which posts to save',
  allPosts: (count: number) =>
    count === 1 ? 'The one that is not saved' : `All ${formatCount(count)} that are not saved`,
  bestFor: 'The best for',
  minutes: 'minutes',
  minutesLabel: 'Minutes to read',
  fitting: ({ posts: chosen, minutes, estimatedFrom }: FittingPosts) =>
    chosen.length === 0
      ? 'None is short enough, or none has an address.'
      : `${posts(chosen.length)}, about ${plural(minutes, 'minute', 'minutes')}. An estimate${estimatedFrom === 0 ? '' : ` from ${plural(estimatedFrom, 'saved article', 'saved articles')}`}; films are left out.`,
  follow: 'And then',
  depths: ['Nothing more', 'What their lists name', 'What those lists name, and theirs'],
  atMost: 'All together at most',
  saveSo: (count: number, isMost: boolean) => (isMost ? `Save at most ${formatCount(count)}` : `Save ${posts(count)}`),
  older: 'Look for older posts',
  olderHint: 'Reads at most ten further pages of this list; nothing else is saved.',
  similar: 'Similar in your library',
  similarNote: 'This page lists nothing. Layover found these by the words they share.',
  shared: (shared: readonly string[]) => shared.join(' · '),
} as const;
