// Where things are: the project, its cache, and the folder a person was in when they called a script.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, absolute. */
export const PROJECT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The command line, once it is built. */
export const CLI = join(PROJECT, 'out/cli.cjs');

/** What may be deleted at any time and is made again when needed. */
export const CACHE = join(PROJECT, '.cache');

/**
 * The folder relative arguments are meant from. `npm run` moves into the project and leaves the caller's folder in
 * INIT_CWD; a script started from inside another npm run inherits a foreign INIT_CWD, which must not be believed.
 * @param {{ env: NodeJS.ProcessEnv, cwd: string, project: string, script: string }} call `script` is the npm script's name
 */
export function callerFolder({ env, cwd, project, script }) {
  const byNpm = env['npm_lifecycle_event'] === script && cwd === project;
  return (byNpm && env['INIT_CWD']) || cwd;
}
