// electron-updater, as the rest knows it: a program of its own, loaded when somebody asks for a newer version and not before. Nothing is fetched or
// installed by itself. What is fetched is checked by its SHA-512, and on Windows and macOS by its signature as well; on Linux by nothing more.
import { AppImageUpdater, MacUpdater, NsisUpdater, type AppUpdater } from 'electron-updater';
import { notesText } from '../library/updating/updateConfig.ts';
import type { Updater } from '../library/updating/updateKeeper.ts';

/** Opens it; `configFile` is what electron-builder wrote into the package, where it is not looked for in its usual place. */
export function openUpdater(configFile?: string): Updater {
  const updater = makeUpdater();
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.autoRunAppAfterInstall = true;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  if (configFile !== undefined) {
    updater.forceDevUpdateConfig = true;
    updater.updateConfigPath = configFile;
  }
  // What is answered to the call is enough; without a listener Node would end the program.
  updater.on('error', () => undefined);
  return {
    async look() {
      const result = await updater.checkForUpdates();
      if (result === null || !result.isUpdateAvailable) return null;
      const { version, releaseNotes, files } = result.updateInfo;
      return { version, notes: notesText(releaseNotes), sizeBytes: files[0]?.size ?? null };
    },
    async fetch(tell) {
      const hear = ({ percent }: { readonly percent: number }): void => tell(Math.min(1, percent / 100));
      updater.on('download-progress', hear);
      try {
        await updater.downloadUpdate();
      } finally {
        updater.off('download-progress', hear);
      }
    },
    install: () => updater.quitAndInstall(false, true),
  };
}

function makeUpdater(): AppUpdater {
  if (process.platform === 'win32') return new NsisUpdater();
  return process.platform === 'darwin' ? new MacUpdater() : new AppImageUpdater();
}
