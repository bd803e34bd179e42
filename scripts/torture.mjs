// `npm run torture`: puts every promise of docs/promises.md to the test, on packages and a build that are seen to first. What cannot be had here is no
// failure: the promises that need it say so.
import { requireNode } from './setup/nodeVersion.mjs';

requireNode();
const { runScript } = await import('./setup/report.mjs');
const { ensurePackages } = await import('./setup/packages.mjs');

await runScript(async () => {
  await ensurePackages();
  const { runTorture } = await import('./tortureTool.mjs');
  return runTorture(process.argv.slice(2));
});
