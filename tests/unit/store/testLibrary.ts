// A test of the store, with a folder of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'playwright/test';

/** A test with an empty folder of its own, removed afterwards. */
export const test = base.extend<{ folder: string }>({
  folder: async ({ browserName: _browser }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'layover-store-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});
