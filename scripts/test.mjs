// `npm test -- ARGUMENTS`: sets up what is missing, runs the checks and the tests, and ends with `N passed, N failed`.
import { requireNode } from './setup/nodeVersion.mjs';

requireNode();
const { runScript } = await import('./setup/report.mjs');
const { testLayover } = await import('./testLayover.mjs');
await runScript(() => testLayover(process.argv.slice(2)));
