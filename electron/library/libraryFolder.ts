// Where the library lies when nobody says otherwise; the window and the command line agree on it.
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * The default library folder by each system's own convention (XDG Base Directory, Apple's and Microsoft's folders for application data); absolute,
 * so that it is the same one wherever Layover is called from.
 */
export function defaultLibraryFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Layover', 'Library');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Layover', 'Library');
  const named = env['XDG_DATA_HOME'] ?? '';
  // By the specification a name that is empty or not absolute counts as none.
  return join(isAbsolute(named) ? named : join(homedir(), '.local', 'share'), 'layover', 'library');
}
