// Which library is in use in; its folder out, which is there. One that is not there, as on a disk that was taken out, is asked for in the language of the system:
// nothing is made in its place, and what its settings say cannot be read. So is one of which it is no longer known where it lies.
import { dialog } from 'electron';
import { matchLanguage } from '#contract/language.ts';
import type { FolderFile } from '../library/moving/folderInUse.ts';
import { nodeDisk } from '../store/disk.ts';
import { layoutOf } from '../store/layout.ts';
import { isLibraryFolder } from '../store/libraryFolders.ts';
import { MISSING_LIBRARY, type MissingLibraryWords } from './missingLibraryWords.ts';
import { systemLanguages } from './systemLanguages.ts';

const isThere = (folder: string): Promise<boolean> => isLibraryFolder(nodeDisk, layoutOf(folder));

/** Answers the folder to open, `undefined` when the person would rather quit. The usual one need not be there. Throws `AppError('disk')`. */
export async function findLibrary(file: FolderFile, usual: string): Promise<string | undefined> {
  for (;;) {
    const { folder } = file.current();
    const unread = file.unread();
    if (unread === undefined) {
      if (folder === null) return usual;
      if (await isThere(folder)) return folder;
    }
    const words = MISSING_LIBRARY[matchLanguage(systemLanguages())];
    const told = unread === undefined ? words : words.unknown;
    const answers = [
      // What cannot be read is not there a moment later either.
      ...(unread === undefined ? [{ label: words.lookAgain, take: async () => undefined }] : []),
      { label: words.choose, take: async () => choose(file, words) },
      { label: words.usual, take: async () => file.set({ folder: null, moved: null }) },
      { label: words.quit, take: undefined },
    ];
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Layover',
      message: told.message,
      // A path runs from left to right in every language.
      detail: told.detail.replace('%folder%', () => `\u2066${unread ?? folder}\u2069`),
      buttons: answers.map(({ label }) => label),
      defaultId: 0,
      cancelId: answers.length - 1,
      noLink: true,
    });
    const take = answers[response]?.take;
    if (take === undefined) return undefined;
    await take();
  }
}

/** A folder without a library changes nothing, and is asked for again. */
async function choose(file: FolderFile, words: MissingLibraryWords): Promise<void> {
  const { filePaths } = await dialog.showOpenDialog({
    title: words.chooseTitle,
    properties: ['openDirectory'],
  });
  const [folder] = filePaths;
  if (folder !== undefined && (await isThere(folder))) await file.set({ folder });
}
