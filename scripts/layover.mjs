// `npm run -s layover -- ARGUMENTS`: the command line, on packages and a build that are seen to first. Its stdin, stdout and
// exit code are those of out/cli.cjs; set-up speaks on stderr, and only when it has something to do.
import { requireNode } from './setup/nodeVersion.mjs';

requireNode();
const { ensureBuild } = await import('./setup/build.mjs');
const { runInherited } = await import('./setup/child.mjs');
const { CLI, callerFolder, PROJECT } = await import('./setup/paths.mjs');
const { runScript } = await import('./setup/report.mjs');

await runScript(async () => {
  await ensureBuild();
  const cwd = callerFolder({ env: process.env, cwd: process.cwd(), project: PROJECT, script: 'layover' });
  const words = process.argv.slice(2);
  if (words.includes('check') && words.includes('--trip')) {
    const { checkTrip } = await import('./checkTrip.mjs');
    return checkTrip(words, cwd);
  }
  return runInherited(process.execPath, [CLI, ...words], { cwd });
});
