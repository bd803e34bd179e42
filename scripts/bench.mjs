// `npm run bench`: measures the app and its rooms, on packages, a build, an Electron and a display that are seen to first.
import { requireNode } from './setup/nodeVersion.mjs';

requireNode();
const { runScript } = await import('./setup/report.mjs');
const { ensurePackages } = await import('./setup/packages.mjs');

await runScript(async () => {
  await ensurePackages();
  const { runWindowTool } = await import('./windowTool.mjs');
  return runWindowTool('bench', process.argv.slice(2));
});
