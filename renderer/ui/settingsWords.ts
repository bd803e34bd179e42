// What is said on screen about the settings.
import { formatBytes, formatCount, plural } from './dates.ts';

/** The words of the settings; part of `words`. */
export const settingsWords = {
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
  watched: 'Watched folder',
  watchedNone: 'None',
  watchedChoose: 'Choose…',
  watchedChange: 'Change…',
  watchedStop: 'Stop watching',
  watchedHint:
    'Pages, books, PDFs and texts that are put into this folder are saved by themselves. The files stay as they are.',
  browser: 'From a browser',
  door: 'Let browsers on this computer hand over pages',
  doorHint: 'For the Layover extension and the bookmark below. Nothing from outside this computer is let in.',
  doorCode: 'Code for the extension',
  doorCodeHint: 'Paste it into the options of the extension. Closing and opening again makes a new one.',
  bookmarklet: 'Bookmark',
  bookmarkletHint:
    'Make a bookmark in your browser and paste this as its address. It saves the page you are looking at, as you see it.',
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
};
