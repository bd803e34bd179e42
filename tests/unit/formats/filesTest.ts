// What tests of saved files share: a library whose workers are bundled once, and what a reader finds in it after a file was saved.
import { articlesOf } from '../store/drafts.ts';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from 'playwright/test';
import type { Article } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { Save, SaveSource } from '#contract/save.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { labelOf } from '../../../electron/serve/routes.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';

/** An article with what lies beside it on disk. */
export interface Found {
  readonly article: Article;
  readonly text: string;
  readonly html: string;
}

/** A library of one test. */
export interface Shelf {
  readonly layover: Layover;
  readonly folder: string;
  /** Saves and waits for the end, whatever it is. */
  add(source: SaveSource): Promise<Save>;
  /** Saves bytes under a file's name; throws when that fails. */
  keep(name: string, bytes: Uint8Array): Promise<Found>;
  keepSource(source: SaveSource): Promise<Found>;
  /** The failure of a save that must not succeed. */
  refused(name: string, bytes: Uint8Array): Promise<AppError>;
  /** All articles in the order they were saved. */
  all(): Promise<readonly Found[]>;
  /** SHA-256 of each stored picture as it lies on disk now, in reading order. */
  pictures(article: Article): Promise<readonly string[]>;
}

/** The tests of saved files. */
export const test = base.extend<{ shelf: Shelf }, { workers: string }>({
  workers: [
    // Playwright reads its fixtures from the parameter's pattern, so it has to be one.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'layover-workers-'));
      await buildProgram('electron/extract/worker.ts', join(folder, 'extractWorker.cjs'));
      await buildProgram('electron/library/finding/searchWorker.ts', join(folder, 'searchWorker.cjs'));
      await buildProgram('electron/capture/formats/worker.ts', join(folder, 'fileWorker.cjs'));
      copyFileSync('node_modules/@embedpdf/pdfium/dist/pdfium.wasm', join(folder, 'pdfium.wasm'));
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  shelf: async ({ workers }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'layover-files-'));
    const layover = await openLayover({
      folder,
      workerFile: join(workers, 'extractWorker.cjs'),
      classify: () => 'public',
      now: () => new Date(),
      report: (bug) => {
        throw bug;
      },
      events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
    });
    await use(shelfOf(layover, folder));
    await layover.close();
    rmSync(folder, { recursive: true });
  },
});

/** SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function shelfOf(layover: Layover, folder: string): Shelf {
  const found = async (article: Article): Promise<Found> => ({
    article,
    text: await layover.library.text(article.id),
    html: await layover.library.content(article.id),
  });
  const add = async (source: SaveSource): Promise<Save> => {
    const { id } = await layover.saves.add(source, labelOf(source));
    return layover.saves.settled(id);
  };
  const keepSource = async (source: SaveSource): Promise<Found> => {
    const { progress } = await add(source);
    if (progress.state !== 'ready') throw new Error(JSON.stringify(progress));
    return found(await layover.article(progress.articleId));
  };
  return {
    layover,
    folder,
    add,
    keepSource,
    keep: (name, bytes) => keepSource({ from: 'file', name, bytes }),
    refused: async (name, bytes) => {
      const { progress } = await add({ from: 'file', name, bytes });
      if (progress.state !== 'failed') throw new Error(`it was saved: ${JSON.stringify(progress)}`);
      return new AppError(progress.error.code, progress.error.message);
    },
    all: async () => {
      const articles = [...(await articlesOf(layover.library))].sort((a, b) => (a.saved < b.saved ? -1 : 1));
      return Promise.all(articles.map(found));
    },
    pictures: async (article) =>
      Promise.all(
        article.images.map(async ({ file }) => {
          const path = await layover.library.assetFile(file);
          return path === undefined ? 'not there' : hashOf(readFileSync(path));
        }),
      ),
  };
}
