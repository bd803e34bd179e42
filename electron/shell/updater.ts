// electron-updater, as the rest knows it: a program of its own, loaded when somebody asks for a newer version and not before. Nothing is fetched or
// installed by itself. What is fetched is checked by its SHA-512, and on Windows and macOS by its signature as well; on Linux by nothing more.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppImageUpdater, MacUpdater, NsisUpdater, type AppUpdater } from 'electron-updater';
import { notesText, publisherHosts } from '../library/updating/updateConfig.ts';
import type { Updater } from '../library/updating/updateKeeper.ts';
import { withWayOut } from './updateSession.ts';

/** Opens it; `configFile` is what electron-builder wrote into the package, where it is not looked for in its usual place. Throws where it names no publisher. */
export function openUpdater(configFile?: string): Updater {
  const hosts = publisherHosts(readFileSync(configFile ?? join(process.resourcesPath, 'app-update.yml'), 'utf8'));
  if (hosts === undefined) throw new Error('the package names no publisher that could be asked');
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
      const result = await withWayOut(updater.netSession, hosts, () => updater.checkForUpdates());
      if (result === null || !result.isUpdateAvailable) return null;
      const { version, releaseNotes, files } = result.updateInfo;
      return { version, notes: notesText(releaseNotes), sizeBytes: files[0]?.size ?? null };
    },
    async fetch(tell) {
      const hear = ({ percent }: { readonly percent: number }): void => tell(Math.min(1, percent / 100));
      updater.on('download-progress', hear);
      try {
        await withWayOut(updater.netSession, hosts, () => updater.downloadUpdate());
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
