// Which library is in use in; its folder out, which is there. One that is not there, as on a disk that was taken out, is asked for in the language of the system:
// nothing is made in its place, and what its settings say cannot be read.
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
    if (folder === null) return usual;
    if (await isThere(folder)) return folder;
    const words = MISSING_LIBRARY[matchLanguage(systemLanguages())];
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Layover',
      message: words.message,
      // A path runs from left to right in every language.
      detail: words.detail.replace('%folder%', () => `\u2066${folder}\u2069`),
      buttons: [words.lookAgain, words.choose, words.usual, words.quit],
      defaultId: 0,
      cancelId: 3,
      noLink: true,
    });
    if (response === 3) return undefined;
    if (response === 2) await file.set({ folder: null, moved: null });
    if (response === 1) await choose(file, words);
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
