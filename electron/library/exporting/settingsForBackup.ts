// Settings in; those of them that a backup carries out.
import type { Settings } from '#contract/settings.ts';

/** All but what is true of this computer alone: its folders, its own network, and the code by which a browser is let in. */
export function settingsForBackup({
  privateHosts: _hosts,
  doorCode: _door,
  watchedFolder: _watched,
  backupFolder: _backup,
  ...settings
}: Settings): Omit<Settings, 'privateHosts' | 'doorCode' | 'watchedFolder' | 'backupFolder'> {
  return settings;
}
