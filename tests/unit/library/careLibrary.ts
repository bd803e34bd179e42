// A library with everything joined, for tests of what is done with many articles at once.
import { join } from 'node:path';
import type { ArticleId, OwnState } from '#contract/article.ts';
import type { BulkProgress } from '#contract/bulk.ts';
import type { CapNotice } from '#contract/storage.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { aDraft, someFiles } from '../store/drafts.ts';

/** The built programs. */
const OUT = join(import.meta.dirname, '../../../out');

/** A library that is open, with what it told. */
export interface CaredFor {
  readonly layover: Layover;
  readonly told: BulkProgress[];
  readonly notices: CapNotice[];
  readonly bugs: unknown[];
}

/** Opens a library. */
export async function openCared(
  folder: string,
  onProgress: (progress: BulkProgress) => void = () => {},
): Promise<CaredFor> {
  const [told, notices, bugs]: [BulkProgress[], CapNotice[], unknown[]] = [[], [], []];
  const layover = await openLayover({
    folder,
    workerFile: join(OUT, 'extractWorker.cjs'),
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => void bugs.push(bug),
    events: {
      libraryChanged: () => {},
      saveChanged: () => {},
      saveDismissed: () => {},
      bulkProgress(progress) {
        told.push(progress);
        onProgress(progress);
      },
      capPassed: (notice) => void notices.push(notice),
    },
  });
  return { layover, told, notices, bugs };
}

/** Fills a folder with articles `Boat 0`, `Boat 1` …; `ownOf` says what the person made of each. */
export async function fillLibrary(
  folder: string,
  count: number,
  ownOf: (number: number) => Partial<OwnState> = () => ({}),
): Promise<readonly ArticleId[]> {
  let at = Date.parse('2026-03-01T10:00:00.000Z');
  const library = await openLibrary(folder, { now: () => new Date((at += 1_000)) });
  const ids: ArticleId[] = [];
  for (let number = 0; number < count; number += 1) {
    const draft = aDraft({
      title: `Boat ${number}`,
      canonicalUrl: `https://${number % 2 === 0 ? 'even' : 'odd'}.example/${number}`,
      source: null,
    });
    ids.push((await library.add(draft, someFiles(), (article) => ({ ...article, ...ownOf(number) }))).id);
  }
  await library.close();
  return ids;
}
