// One runner for everything: `unit` in plain Node, `app` = the built window in Chromium, `electron` = the real thing.
import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env['CI']),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  // A missing expectation is a failure, not something to be written down as right.
  updateSnapshots: 'none',
  reporter: [['list'], ['./tests/helpers/tallyReporter.ts']],
  projects: [
    { name: 'unit', testMatch: 'unit/**/*.test.ts' },
    { name: 'app', testMatch: 'app/**/*.spec.ts' },
    { name: 'electron', testMatch: 'electron/**/*.spec.ts', workers: 1 },
  ],
});
