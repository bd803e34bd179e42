// A folder in; the real app on a library in it out, ended with the work that is done with it, whatever becomes of that.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { skipFirstSteps } from '../../helpers/firstSteps.ts';
import { startApp, type AppFolders, type RunningApp } from '../../helpers/electronApp.ts';

/** Folders for the app in the folder of a goal, which takes them away; the first steps were seen. */
export async function foldersIn(work: string): Promise<AppFolders> {
  await mkdir(work, { recursive: true });
  skipFirstSteps(join(work, 'library'));
  return { library: join(work, 'library'), profile: join(work, 'profile'), remove: () => undefined };
}

/** Does something with the running app and quits it; `more` is added to its command line. */
export async function withApp<T>(
  folders: AppFolders,
  use: (app: RunningApp) => Promise<T>,
  more: readonly string[] = [],
): Promise<T> {
  const app = await startApp(folders, more);
  try {
    const result = await use(app);
    await app.quit();
    return result;
  } catch (failure) {
    app.electron.process().kill('SIGKILL');
    throw failure;
  }
}
