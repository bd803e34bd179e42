// `npm run bench`: measures the app and its rooms, on packages, a build, an Electron and a display that are seen to first.
import { requireNode } from './setup/nodeVersion.mjs';

requireNode();
const { runScript } = await import('./setup/report.mjs');
const { ensurePackages } = await import('./setup/packages.mjs');

await runScript(async () => {
  await ensurePackages();
  const { benchLayover } = await import('./benchLayover.mjs');
  return benchLayover(process.argv.slice(2));
});
