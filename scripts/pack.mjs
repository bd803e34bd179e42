// `npm run pack`: sets up what is missing, builds, and makes the app that people install, unpacked, in dist/. `npm run pack -- TARGETS`
// makes installers: the words after `--` are electron-builder's own, such as `--linux AppImage deb`.
import { requireNode } from './setup/nodeVersion.mjs';

requireNode();
const { runScript } = await import('./setup/report.mjs');
const { packLayover } = await import('./packLayover.mjs');
await runScript(() => packLayover(process.argv.slice(2)));
