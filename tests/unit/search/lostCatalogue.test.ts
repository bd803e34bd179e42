// A search asked while the library is still looked through anew, and what it finds afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { LibraryProgress } from '#contract/calls.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { aDraft, someFiles, tickingClock } from '../store/drafts.ts';

const ARTICLES = 230;

test('what was searched for before the articles were known again is found once they are', async () => {
  const root = mkdtempSync(join(tmpdir(), 'layover-lost-'));
  const folder = join(root, 'library');
  const library = await openLibrary(folder, { now: tickingClock() });
  for (let number = 0; number < ARTICLES; number += 1) {
    await library.add(
      aDraft({ title: `Log ${number}`, source: `https://logs.example/${number}` }),
      someFiles('A narwhal.'),
    );
  }
  await library.close();
  await buildProgram('electron/extract/worker.ts', join(root, 'worker.cjs'));
  await buildProgram('electron/library/finding/searchWorker.ts', join(root, 'searchWorker.cjs'));
  const steps: LibraryProgress[] = [];
  const told = new Set<number>();
  let layover: Layover;
  let early: Promise<unknown> | undefined;
  const open = (): Promise<Layover> =>
    openLayover({
      folder,
      workerFile: join(root, 'worker.cjs'),
      classify: () => 'public',
      now: () => new Date(),
      report: (bug) => {
        throw bug;
      },
      events: {
        libraryChanged: (upserted) => upserted.forEach(({ row }) => told.add(row)),
        saveChanged: () => {},
        saveDismissed: () => {},
        progress(progress) {
          steps.push(progress);
          if ((progress.articles?.done ?? 0) > 0) early ??= layover.search.find('narwhal');
        },
      },
    });
  // The index is whole and only the catalogue is lost, so that the index knows texts which the catalogue does not.
  layover = await open();
  await layover.search.ready();
  await layover.close();
  rmSync(layoutOf(folder).catalogue, { recursive: true });

  layover = await open();
  expect(layover.progress().articles).not.toBeNull();
  await layover.inspectAll();
  expect(await early).toBeDefined();
  const found = await layover.search.find('narwhal');
  expect(found).toMatchObject({ isComplete: true });
  expect(found.rows).toHaveLength(ARTICLES);
  expect(layover.progress()).toEqual({ articles: null, texts: null, lists: null });
  expect(steps.map(({ articles }) => articles?.done)).toContain(ARTICLES);
  await expect.poll(() => told.size).toBe(ARTICLES);
  await layover.close();
  rmSync(root, { recursive: true });
});
