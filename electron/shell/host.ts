// What only a desktop can do for a call: the file dialog, the browser, the file manager.
import { basename, extname } from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import { SHELL_WORDS, type ShellWords } from '#contract/shellWords.ts';
import { readSample } from '../library/sample.ts';
import { writeDurably } from '../store/durableFile.ts';
import { copyText } from './copyText.ts';
import { createMediaKeys } from './mediaKeys.ts';
import { setMenu } from './menu.ts';
import { openableAddress } from './openableAddress.ts';
import { openPage } from './openPage.ts';
import { articleToPdf, printArticle } from './printArticle.ts';
import type { Host } from '../serve/routes.ts';
import type { Reminder } from '../library/travelling/tripReminder.ts';
import { showTripNotice } from './tripNotice.ts';

const FILE_ENDINGS = 'html htm xhtml mhtml mht webarchive epub pdf txt md markdown eml zip layover'.split(' ');

/** A host that can also say something by itself. */
export interface WindowHost extends Host {
  /** See `showTripNotice`. */
  remind(reminder: Reminder): void;
  /** What it says now, in the language of the window. */
  words(): ShellWords;
}

/** Makes the host of one window; `choose` hears which command is chosen in the system's menu, `spoken` in which words the window speaks. */
export function createHost(
  window: BrowserWindow,
  builtFolder: string,
  choose: (command: string) => void,
  spoken: (words: ShellWords) => void,
): WindowHost {
  let words: ShellWords = SHELL_WORDS;
  return {
    version: app.getVersion(),
    remind: (reminder) => showTripNotice(reminder, words, window),
    words: () => words,
    speak: (next) => {
      words = next;
      spoken(next);
    },
    sample: () => readSample(builtFolder),
    chooseFiles: async () => {
      const choice = await dialog.showOpenDialog(window, {
        title: words.saveFiles,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: words.fileKinds, extensions: FILE_ENDINGS },
          { name: words.allFiles, extensions: ['*'] },
        ],
      });
      return choice.filePaths;
    },
    chooseImport: async (what) => {
      const choice = await dialog.showOpenDialog(window, {
        title: words.importFiles,
        properties: what === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
      });
      return choice.filePaths;
    },
    chooseFolder: async () => {
      const choice = await dialog.showOpenDialog(window, {
        title: words.watchFolder,
        properties: ['openDirectory', 'createDirectory'],
      });
      return choice.filePaths[0] ?? null;
    },
    writeFile: async (name, content) => {
      const file = await chooseTarget(window, words, name);
      if (file === null) return null;
      await writeDurably(file, content);
      return basename(file);
    },
    chooseDictionary: async () => {
      const choice = await dialog.showOpenDialog(window, {
        title: words.addDictionary,
        properties: ['openFile'],
        filters: [
          { name: words.dictionaryFiles, extensions: ['ifo', 'index', 'zip', 'gz', 'tgz', 'tar'] },
          { name: words.allFiles, extensions: ['*'] },
        ],
      });
      return choice.filePaths[0] ?? null;
    },
    chooseTarget: (name) => chooseTarget(window, words, name),
    chooseTargetFolder: async () => {
      const choice = await dialog.showOpenDialog(window, {
        title: words.exportFolder,
        properties: ['openDirectory', 'createDirectory'],
      });
      return choice.filePaths[0] ?? null;
    },
    chooseBackup: async () => {
      const choice = await dialog.showOpenDialog(window, {
        title: words.restore,
        properties: ['openFile'],
        filters: [
          { name: words.backupFiles, extensions: ['layover-backup', 'layover', 'json'] },
          { name: words.allFiles, extensions: ['*'] },
        ],
      });
      return choice.filePaths[0] ?? null;
    },
    print: (job) => printArticle(job, window.webContents.session),
    toPdf: (job) => articleToPdf(job, window.webContents.session),
    copy: copyText,
    openLink: async (address) => {
      await shell.openExternal(openableAddress(address));
    },
    openPage: (address, privateHost) => openPage(address, privateHost, window, words),
    takeMediaKeys: createMediaKeys(window),
    setMenu: (menus) => setMenu(menus, choose),
    revealFolder: (folder) => {
      shell.showItemInFolder(folder);
    },
    chooseLibrary: async () => {
      const choice = await dialog.showOpenDialog(window, {
        title: words.libraryFolder,
        properties: ['openDirectory', 'createDirectory'],
      });
      return choice.filePaths[0] ?? null;
    },
    trashFolder: (folder) => shell.trashItem(folder),
  };
}

/** Lets the person choose where a file goes; `null` when they cancel. */
async function chooseTarget(window: BrowserWindow, words: ShellWords, name: string): Promise<string | null> {
  const choice = await dialog.showSaveDialog(window, {
    title: words.writeFile,
    defaultPath: name,
    filters: [{ name: extname(name).slice(1).toUpperCase(), extensions: [extname(name).slice(1)] }],
  });
  return choice.canceled || choice.filePath === undefined || choice.filePath === '' ? null : choice.filePath;
}
