// Which library is in use in; its folder out, which is there. One that is not there, as on a disk that was taken out, is asked for: nothing is made in its place.
import { dialog } from 'electron';
import type { FolderFile } from '../library/moving/folderInUse.ts';
import { nodeDisk } from '../store/disk.ts';
import { layoutOf } from '../store/layout.ts';
import { isLibraryFolder } from '../store/libraryFolders.ts';

const isThere = (folder: string): Promise<boolean> => isLibraryFolder(nodeDisk, layoutOf(folder));

/** Answers the folder to open, `undefined` when the person would rather quit. The usual one need not be there. Throws `AppError('disk')`. */
export async function findLibrary(file: FolderFile, usual: string): Promise<string | undefined> {
  for (;;) {
    const { folder } = file.current();
    if (folder === null) return usual;
    if (await isThere(folder)) return folder;
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Layover',
      message: 'Your library is not where it was',
      detail: `There is no library in ${folder} now. Was its disk taken out, or its folder renamed? Nothing was changed.`,
      buttons: ['Look again', 'Choose its folder…', 'Open the library in the usual place', 'Quit'],
      defaultId: 0,
      cancelId: 3,
      noLink: true,
    });
    if (response === 3) return undefined;
    if (response === 2) await file.set({ folder: null, moved: null });
    if (response === 1) await choose(file);
  }
}

/** A folder without a library changes nothing, and is asked for again. */
async function choose(file: FolderFile): Promise<void> {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'Choose the folder of your library',
    properties: ['openDirectory'],
  });
  const [folder] = filePaths;
  if (folder !== undefined && (await isThere(folder))) await file.set({ folder });
}
