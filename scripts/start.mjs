// `npm start -- ARGUMENTS`: sets up what is missing, then opens Layover and stays until its window is closed.
import { requireNode } from './setup/nodeVersion.mjs';

requireNode();
const { runScript } = await import('./setup/report.mjs');
const { startLayover } = await import('./startLayover.mjs');
await runScript(() => startLayover(process.argv.slice(2)));
