// One runner for everything: `unit` in plain Node, `app` = the built window in Chromium, `electron` = the real thing.
import { defineConfig } from 'playwright/test';

/** How often a test with a window may be tried again; 0 unless the whole run on a shared machine asks for it, and each one that needed it is named at the end. */
const retries = Number(process.env['LAYOVER_RETRIES'] ?? 0);

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  // More than the two processors that are meant: half of the time of a test with a window is waiting.
  workers: 3,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  // A missing expectation is a failure, not something to be written down as right.
  updateSnapshots: 'none',
  reporter: [['list'], ['./tests/helpers/tallyReporter.ts']],
  // The real app first: one window of it at a time leaves the other workers to the rest, so that neither waits for the other at the end.
  projects: [
    { name: 'electron', testMatch: 'electron/**/*.spec.ts', workers: 1, retries },
    { name: 'unit', testMatch: 'unit/**/*.test.ts' },
    { name: 'app', testMatch: 'app/**/*.spec.ts', retries },
  ],
});
