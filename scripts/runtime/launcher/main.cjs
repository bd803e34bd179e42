// Copied into the fallback runtime as its app: runs the app folder named on the command line, as Electron's default app
// would. Refuses a command line without one. Follows default_app/main.ts of the Electron sources.
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { app } = require('electron');
const { parseArguments } = require('./arguments.cjs');

const { preloads, appFolder } = parseArguments(process.argv);
for (const file of preloads) require(file);

try {
  if (appFolder === undefined) throw new Error('no app folder (one with a package.json) on the command line');
  const manifest = JSON.parse(readFileSync(path.join(appFolder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  // @ts-expect-error: not in Electron's documentation, but what its own default app calls
  app.setVersion(manifest.version ?? '');
  app.setName(manifest.productName ?? manifest.name ?? 'Electron');
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`);
  // @ts-expect-error: as above
  app.setAppPath(appFolder);
  require(path.join(appFolder, manifest.main ?? 'index.js'));
} catch (error) {
  // To stderr and out: a dialog would wait for a click that nobody can make on a virtual display.
  process.stderr.write(`The app could not be started: ${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
}
