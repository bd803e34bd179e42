// Every word on screen, in one place. Short, plain, in the reader's terms; counts and dates come written out from dates.ts.
import { describeMissingPages, type ArticleCard, type MissingPages, type PostKind } from '#contract/article.ts';
import { unreachable } from '#contract/errors.ts';
import type { Axis } from '#contract/post.ts';
import type { SaveState } from '#contract/save.ts';
import type { Settings, Theme } from '#contract/settings.ts';
import { formatBytes, formatClock, formatCount, formatMinutes, formatMonth, formatSpan, plural } from './dates.ts';

const kinds: Readonly<Record<PostKind, string>> = {
  article: 'Article',
  video: 'Video',
  audio: 'Audio',
  gallery: 'Gallery',
};

const axes: Readonly<Record<Axis, string>> = {
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

const themes: Readonly<Record<Theme, string>> = {
  system: 'Like the system',
  paper: 'Paper',
  sepia: 'Sepia',
  night: 'Night',
  black: 'Black',
  contrast: 'High contrast',
};

const fonts: Readonly<Record<Settings['font'], string>> = { serif: 'Literata', sans: 'Hanken Grotesk' };

/** The words, grouped by where they stand. */
export const words = {
  appName: 'Layover',
  places: { queue: 'Queue', timeline: 'Timeline', library: 'Library', settings: 'Settings' },
  placesLabel: 'Places',
  save: 'Save',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Opening…',
  tryAgain: 'Try again',
  kinds,
  axes,
  themes,
  fonts,
  commands: {
    palette: 'Find articles, places and commands',
    save: 'Save a page, a text or a file…',
    chooseFiles: 'Choose files to save…',
    search: 'Search the library',
    goTo: (place: string) => `Go to ${place}`,
    axis: (axis: string) => `Order the timeline by: ${axis.toLowerCase()}`,
    close: 'Close the article',
    read: 'Mark as read or unread',
    archive: 'Archive or take out of the archive',
    remove: 'Remove the article',
    original: 'Open the original in the browser',
    showInTimeline: 'Show its related posts in the timeline',
    related: 'Show or hide related posts',
    larger: 'Larger text',
    smaller: 'Smaller text',
    undo: 'Bring back what was removed last',
  },
  palette: {
    placeholder: 'Go to an article, a place, a command',
    nothing: (query: string) => `Nothing here is called “${query}”.`,
    searchFor: (query: string) => `Search all texts for “${query}”`,
    article: 'Article',
    command: 'Command',
  },
  actions: {
    undo: 'Undo',
    open: 'Open',
    removed: (title: string) => `Removed “${title}”.`,
    restored: (title: string) => `“${title}” is back.`,
    archived: (title: string) => `Archived “${title}”.`,
    unarchived: (title: string) => `“${title}” is out of the archive.`,
    saved: (title: string) => `Saved “${title}”.`,
    savedAgain: (title: string) => `Saved “${title}” again; you had it already.`,
    markRead: 'Mark as read',
    markUnread: 'Mark as unread',
    archive: 'Archive',
    unarchive: 'Take out of the archive',
    remove: 'Remove',
    browser: 'Open in browser',
    onTitle: (action: string, title: string) => `${action}: ${title}`,
  },
  card: {
    minutes: formatMinutes,
    minutesLeft: (minutes: number) => `${formatMinutes(minutes)} left`,
    atEnd: 'Read to the end',
    read: 'Read',
    archived: 'Archived',
    complete: 'Complete',
    textOnly: 'Text only',
    missing: (missing: number, found: number) =>
      `${formatCount(missing)} of ${plural(found, 'image', 'images')} missing`,
    missingPages: describeMissingPages,
    explainMissingPages: ({ reason }: MissingPages) =>
      `${reason} What there is of the article is on this computer; save it again to try once more.`,
    explainComplete: (card: ArticleCard) =>
      `The text and ${card.imagesFound === 1 ? 'its image are' : `all ${formatCount(card.imagesFound)} images are`} on this computer.`,
    explainTextOnly: 'The text is on this computer; the page has no images.',
    explainMissing: 'The text is on this computer; some images could not be fetched.',
    related: (count: number) => plural(count, 'related post', 'related posts'),
  },
  firstRun: {
    title: 'Save it here. Read it where there is no network.',
    lead: 'Layover keeps whole pages on this computer: the text, its pictures, and the posts it points to, laid out on a timeline. Offline, everything opens at once, and nothing asks the network.',
    label: 'Address of a page to save',
    placeholder: 'https://…',
    action: 'Save this page',
    or: 'No page at hand?',
    sample: 'Add a sample to look around',
    also: 'You can also drop files, links or text anywhere on this window, or paste them.',
  },
  queue: {
    started: 'Under way',
    next: 'Unread',
    summary: (count: number, minutes: string) => `${plural(count, 'article', 'articles')} · ${minutes} of reading`,
    emptyTitle: 'All read',
    empty: 'Nothing is waiting. What you have read stays in the library.',
  },
  library: {
    searchLabel: 'Search titles and texts',
    searchPlaceholder: 'Search titles and texts',
    clearSearch: 'Clear search',
    sortLabel: 'Order',
    filterLabel: 'Show',
    filters: { all: 'All', unread: 'Unread', started: 'Under way', read: 'Read', archived: 'Archive' },
    sorts: { saved: 'Last saved', published: 'Last published', title: 'Title', minutes: 'Shortest' },
    summary: (count: number, bytes: number) => `${plural(count, 'article', 'articles')} · ${formatBytes(bytes)}`,
    found: (count: number) => plural(count, 'article', 'articles'),
    noMatchTitle: 'Nothing found',
    noMatch: (query: string) => `No saved article has “${query}” in its title or text. Try fewer or shorter words.`,
    noneTitle: 'Nothing here',
    none: 'No article is in this state. Choose “All” to see everything you saved.',
    searchFailed: 'The search could not be done',
    size: formatBytes,
  },
  timeline: {
    axisLabel: 'Order posts by',
    axisMeanings,
    summary: (count: number, days: number) => `${plural(count, 'post', 'posts')} on ${plural(days, 'day', 'days')}`,
    gap: (days: number) => `No posts for ${formatSpan(days)}`,
    posts: (count: number) => plural(count, 'post', 'posts'),
    undated: (axis: Axis) =>
      axis === 'saved'
        ? 'Known, not saved'
        : `No ${axis === 'added' ? 'adding' : axis === 'updated' ? 'update' : 'publishing'} date`,
    updatedLater: (days: number) => `updated ${formatSpan(days)} later`,
    savedHere: 'Saved here',
    known: 'Only known from a list',
    titleAndState: (title: string, state: string) => `${title}, ${state}`,
    emptyTitle: 'No posts yet',
    empty: 'Saved articles and the posts their lists name will stand here by day.',
    failed: 'The timeline could not be laid out',
    density: 'Posts by month; jump to',
    densityYears: 'Posts by year; jump to',
    densityValue: (label: string, count: number) => `${label}, ${plural(count, 'post', 'posts')}`,
    listChip: (title: string) => `Posts listed by “${title}”`,
    clearList: 'Show all posts alike',
    jumpMonth: formatMonth,
  },
  post: {
    details: 'About this post',
    savePost: 'Save this post',
    saving: 'Saving…',
    saveFailed: 'Not saved',
    noAddress: 'The list gives no address for this post, so it cannot be fetched.',
    listedBy: 'Listed by',
    added: 'Added',
    updated: 'Updated',
    published: 'Published',
    saved: 'Saved',
  },
  reader: {
    backTo: (place: string) => `Back to ${place}`,
    frame: (title: string) => `Article: ${title}`,
    published: (date: string) => `Published ${date}`,
    updated: (date: string) => `Updated ${date}`,
    savedOn: (date: string) => `Saved ${date}`,
    failed: 'This article could not be opened',
    gone: 'This article is not in the library any more.',
    toolbar: 'Article',
    larger: 'Larger text',
    smaller: 'Smaller text',
    related: 'Related posts',
    showRelated: 'Show related posts',
    hideRelated: 'Hide related posts',
    showInTimeline: 'Show in timeline',
    undated: 'No date',
    linkTitle: 'This page is not saved here',
    saveLater: 'Save for later',
    loading: 'Opening the article…',
  },
  saving: {
    title: 'Save to Layover',
    label: 'Addresses, or a text to keep',
    placeholder: 'Paste one or more addresses, a text, or part of a page',
    understoodAddresses: (count: number) =>
      count === 1
        ? 'Will be fetched and kept as an article.'
        : `Will be fetched and kept as ${formatCount(count)} articles.`,
    understoodText: (count: number) => `Will be kept as a text of ${plural(count, 'word', 'words')}.`,
    understoodHtml: (count: number) =>
      `Will be kept as a text of ${plural(count, 'word', 'words')}, with its formatting.`,
    hint: 'Or drop files, links or text anywhere on the window.',
    chooseFiles: 'Choose files…',
    dropTitle: 'Drop to save',
    dropHint: 'Saved pages, texts, links, selected text',
    tooLarge: (name: string, limit: number) =>
      `“${name}” is larger than ${formatBytes(limit)} and was not taken. Nothing else is affected.`,
    unreadable: (name: string) => `“${name}” could not be read. A folder cannot be saved; drop the files in it.`,
    nothing: 'There was nothing in it that can be saved.',
    trayLabel: 'Saves under way',
    retry: 'Try again',
    cancel: 'Cancel',
    dismiss: 'Dismiss',
    ofSave: (action: string, label: string) => `${action}: ${label}`,
    failedCount: (count: number) => plural(count, 'save failed', 'saves failed'),
    summary: (open: number, failed: number) =>
      failed > 0 ? `${formatCount(failed)} failed` : `Saving ${formatCount(open)}`,
    state: (progress: SaveState): string => {
      switch (progress.state) {
        case 'waiting':
          return 'Waiting';
        case 'postponed':
          return `${progress.error.message} Trying again ${formatClock(progress.until)}.`;
        case 'offline':
          return progress.portal === null
            ? 'Waiting for the network'
            : 'This network wants you to sign in first. It goes on by itself after that.';
        case 'fetching':
          return progress.receivedBytes === 0 ? 'Connecting' : `Fetching · ${formatBytes(progress.receivedBytes)}`;
        case 'extracting':
          return 'Finding the article';
        case 'pages':
          return progress.total === null
            ? `Page ${formatCount(progress.done + 1)}`
            : `Page ${formatCount(progress.done + 1)} of ${formatCount(progress.total)}`;
        case 'images':
          return `Images · ${formatCount(progress.done)} of ${formatCount(progress.total)}`;
        case 'ready':
          return 'Saved';
        case 'failed':
          return progress.error.message;
        default:
          return unreachable(progress);
      }
    },
  },
  settings: {
    reading: 'Reading',
    saving: 'Saving',
    theme: 'Theme',
    font: 'Text font',
    textSize: 'Text size',
    textSizeValue: (size: number) => `${formatCount(size)} px`,
    measure: 'Line length',
    measureValue: (characters: number) => plural(characters, 'character', 'characters'),
    leading: 'Line spacing',
    leadingValue: (leading: number) => formatCount(leading),
    keepComments: 'Keep comments',
    keepCommentsHint: 'Readers’ comments are stored with the articles you save, folded below them.',
    preview: 'Preview',
    previewTitle: 'The last bar of signal',
    previewText:
      'Twenty minutes out of the city the line leaves the river and climbs. One by one the small screens stop moving. The people who saved their pages this morning turn one over, and go on reading.',
    library: 'Library',
    folder: 'Folder',
    reveal: 'Show in file manager',
    contents: 'Contents',
    articles: (count: number, bytes: number) => `${plural(count, 'article', 'articles')}, ${formatBytes(bytes)}`,
    unreadable: 'Could not be read',
    unreadableHint: 'These are left exactly as they are on disk.',
    failed: 'The facts about the library could not be read',
    shortcuts: 'Keys',
    version: (version: string) => `Layover ${version}`,
  },
  failedTitle: 'The library could not be opened',
};
