import { FILE_WORDS } from '#contract/exportWords.ts';

/** Taking articles out of Layover, backups, and bringing them back. */
export const exporting = {
  command: 'Export…',
  commandArticle: 'Export the article…',
  commandBackup: 'Back the whole library up to a file…',
  commandRestore: 'Restore from a backup or an exported library…',
  title: 'Export',
  what: 'What',
  whats: {
    library: '{count, plural, one {The whole library: # article} other {The whole library: # articles}}',
    shown: '{count, plural, one {What is shown now: # article} other {What is shown now: # articles}}',
    selection: '{count, plural, one {The selection: # article} other {The selection: # articles}}',
    article: 'This article: {title}',
  },
  form: 'Form',
  forms: {
    epub: 'EPUB book',
    markdown: 'Markdown notes',
    html: 'HTML pages',
    pdf: 'PDF files',
    json: 'JSON, complete',
    csv: 'CSV table',
    bookmarks: 'Bookmarks',
    opml: 'OPML outline',
  },
  hints: {
    epub: 'For e-readers: pictures inside, contents, and links between the articles.',
    markdown: 'For Obsidian and other notes: one file for each article, its facts before it, pictures beside it.',
    html: 'For any browser: one file for each article that needs nothing else.',
    pdf: 'For printing and passing on: one file for each article.',
    json: 'Everything, with pictures and highlights. Layover can restore it without loss.',
    csv: 'For spreadsheets: a row for each article, without its text.',
    bookmarks: 'For browsers: addresses, dates and tags.',
    opml: 'For outliners: a list of links.',
  },
  options: 'Options',
  hasHighlights: 'With highlights and notes',
  hasRelated: 'With the lists of related posts',
  isZipped: 'All files in one ZIP archive, instead of a folder',
  go: 'Choose where and export',
  cancel: 'Cancel',
  empty: 'There is no article to export yet. Save one first.',
  running: {
    export:
      '{total, plural, =0 {Exporting articles…} one {Exporting: {done, number} of # article} other {Exporting: {done, number} of # articles}}',
    backup:
      '{total, plural, =0 {Backing up…} one {Backing up: {done, number} of # article} other {Backing up: {done, number} of # articles}}',
    restore:
      '{total, plural, =0 {Restoring: {done, number} so far} one {Restoring: {done, number} of # article} other {Restoring: {done, number} of # articles}}',
    move: '{total, plural, =0 {Looking at what there is to move…} one {Copying and reading back: {done, number} of # file} other {Copying and reading back: {done, number} of # files}}',
  },
  verifying: 'Reading the backup back to be sure: {done, number} of {total, number}',
  done: {
    export: '{added, plural, one {Written: {name}, with # article.} other {Written: {name}, with # articles.}}',
    backup:
      '{added, plural, one {Backed up and read back: {name}, with # article.} other {Backed up and read back: {name}, with # articles.}}',
    restore:
      'Restored from {name}: {added, plural, =0 {no article is new} one {# article is new} other {# articles are new}}, {merged, plural, =0 {none that was here had to be changed} one {# that was here took something over} other {# that were here took something over}}.',
    move: 'The copy in {name} is complete and was read back. Layover now starts again with the library there.',
  },
  cancelled: {
    export: 'The export was cancelled. Nothing was written.',
    backup: 'The backup was cancelled. Nothing was written, and older backups are as they were.',
    restore: 'The restore was cancelled. What had come back by then stays.',
    move: 'The move was cancelled. The library is where it was, and nothing was left elsewhere.',
  },
  failed: {
    export: 'The export failed. {reason}',
    backup: 'The backup failed. {reason}',
    restore: 'The restore did not get to its end. {reason}',
    move: 'The library was not moved. {reason}',
  },
  leftOut:
    '{count, plural, one {# article could not be read and was left out:} other {# articles could not be read and were left out:}}',
  leftOutMore: '{count, plural, one {and # more} other {and # more}}',
  files: FILE_WORDS,
  reveal: 'Show in folder',
  again: 'Another export',
  backups: 'Backups',
  backupsHint:
    'A backup is one file with everything: articles with their pictures, other copies, highlights and settings. It is called done only after it was read back. Restoring adds and joins; nothing that is here is lost.',
  write: 'Back up to a file…',
  restore: 'Restore…',
  readOnly: {
    disk: 'The disk of this library can only be read, so nothing can be restored into it, and no backups are made by themselves.',
    other:
      'Another Layover has this library open, so nothing can be restored into it, and no backups are made by themselves.',
  },
  folder: 'Backups made by themselves',
  noFolder: 'No folder chosen',
  chooseFolder: 'Choose a folder…',
  changeFolder: 'Change…',
  stop: 'Stop',
  every: 'How often',
  intervals: { never: 'Never', day: 'Every day', week: 'Every week' },
  kept: 'How many are kept',
  now: 'Back up now',
  state:
    '{count, plural, =0 {There is no backup yet.} one {There is # backup; the last was made on {last}.} other {There are # backups; the last was made on {last}.}}',
  next: 'The next is due on {next}.',
  autoFailed: 'The last backup failed. {reason}',
} as const;
