// What the main process itself says to the person: in dialogs of the system and on windows that are not the app's own.

/** In English, which is said until the window has told the words of its language. */
export const SHELL_WORDS = {
  saveFiles: 'Save files to Layover',
  fileKinds: 'Pages, books and texts',
  allFiles: 'All files',
  watchFolder: 'Choose a folder to watch',
  importFiles: 'Choose what another program exported',
  writeFile: 'Choose where to write the file',
  exportFolder: 'Choose a folder to write into',
  libraryFolder: 'Choose a folder for the library',
  restore: 'Choose a backup or an exported library',
  backupFiles: 'Backups and exported libraries',
  addDictionary: 'Add a dictionary',
  dictionaryFiles: 'Dictionaries',
  savePage: 'Save this page',
  savePageInTitle: 'save this page',
  savingPage: 'Saving…',
  newSave: 'New save',
  openQueue: 'Open the queue',
  openNextTrip: 'Show the next trip',
  /** `%name%`, `%ready%` and `%items%` stand for what is of the trip. */
  notReadyTitle: '%name%: not all is ready',
  notReadyBody: 'Ready: %ready% of %items%. While there is a network, what is missing can still be fetched.',
  /** `%when%` stands for such as “in 2 hours”, in this language. */
  nextTrip: '%name% · leaves %when% · %ready% of %items% ready',
  language: 'en',
} as const;

/** The same in any language. */
export type ShellWords = { readonly [Name in keyof typeof SHELL_WORDS]: string };

const LONGEST = 200;

/** Whether something is such words: every one there, none empty or longer than a title may be. */
export function isShellWords(words: unknown): words is ShellWords {
  if (typeof words !== 'object' || words === null) return false;
  const values: readonly unknown[] = Object.keys(SHELL_WORDS).map((name) => Reflect.get(words, name));
  return values.every((value) => typeof value === 'string' && value !== '' && value.length <= LONGEST);
}
