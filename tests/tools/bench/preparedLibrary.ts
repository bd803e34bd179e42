// A seeded library in; a copy of it that the app has opened once out, so that what is derived is there, and what making that cost.
import { readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { layoutOf } from '../../../electron/store/layout.ts';
import { askProcess } from './askProcess.ts';
import { copyLibrary } from './copyLibrary.ts';
import type { RebuildCost } from './layoverSearch.ts';
import type { SeededLibrary } from './seedLibrary.ts';

/** A library as it is after a start that found nothing derived. */
export interface PreparedLibrary {
  readonly seeded: SeededLibrary;
  readonly folder: string;
  readonly cost: RebuildCost;
  /** Milliseconds in which `article.json` and `content.txt` of every article are read and nothing is done with them. */
  readonly readMs: number;
  remove(): void;
}

const AT_ONCE = 16;
/** Checks what a process sent. */
export const costSchema = v.object({ catalogueMs: v.number(), indexMs: v.number() });

/** Copies and opens: a minute or two for 100,000 articles. */
export async function prepareLibrary(seeded: SeededLibrary): Promise<PreparedLibrary> {
  const copy = copyLibrary(seeded);
  try {
    const readMs = await readAll(copy.folder);
    const cost = v.parse(costSchema, await askProcess('searchProcess', [], { from: copy.folder, queries: [] }));
    return { ...copy, seeded, cost, readMs };
  } catch (failure) {
    copy.remove();
    throw failure;
  }
}

/** Bytes of all files of a folder; of one that is not there, 0. */
export function sizeOf(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce((sum, name) => {
      const facts = statSync(join(folder, name));
      return facts.isFile() ? sum + facts.size : sum;
    }, 0);
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && failure.code === 'ENOENT') return 0;
    throw failure;
  }
}

async function readAll(folder: string): Promise<number> {
  const started = performance.now();
  const { articles } = layoutOf(folder);
  const folders = readdirSync(articles).flatMap((shard) =>
    readdirSync(join(articles, shard)).map((id) => join(articles, shard, id)),
  );
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let article = folders.pop(); article !== undefined; article = folders.pop()) {
        for (const name of ['article.json', 'content.txt']) {
          const file = await open(join(article, name));
          await file.readFile();
          await file.close();
        }
      }
    }),
  );
  return performance.now() - started;
}
