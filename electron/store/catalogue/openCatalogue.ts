// A library's folder in; its catalogue out, true to the article folders but for what was changed there by other hands (`check` finds that).
import { join } from 'node:path';
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { readArticleFolder, type ReadingOptions } from '../articleReading.ts';
import { listIfThere, type Disk } from '../disk.ts';
import { removeQuietly, removeTemps } from '../durableFile.ts';
import { createCatalogue, noCheckpoint, type Catalogue } from './catalogue.ts';
import { readCheckpoint, type Checkpoint } from './checkpoint.ts';
import { openLog, openLogParts, readLog, type CatalogueLog } from './log.ts';
import { parseRow, type ArticleKeys } from './row.ts';

/** The catalogue and what belongs to its life. */
export interface OpenCatalogue {
  readonly catalogue: Catalogue;
  /** Whether it was there; else it knows nothing before the folders were read. */
  readonly wasThere: boolean;
  /** Writes the columns once enough has changed, in the background. */
  readonly checkpointSoon: () => void;
  /** Writes what is to be written, and the log anew when most of it is out of date. */
  close(): Promise<void>;
}

// A start reads about a thousand lines in the time in which a window shows.
const CHANGES_BETWEEN_CHECKPOINTS = 1_000;
const SMALLEST_WORN_LOG = 4_194_304;

/** Opens the catalogue. Damage is no error: it is then empty, and `wasThere` says so. Throws `AppError('disk')` only for writing. */
export async function openCatalogue(
  options: ReadingOptions & { readonly keysOf: (article: Article) => ArticleKeys },
): Promise<OpenCatalogue> {
  const { disk, layout, isReadOnly, keysOf } = options;
  const checkpointFile = join(layout.catalogue, 'columns');
  const logFile = (number: number): string => join(layout.catalogue, `log.${number}`);
  const there = await readTrusted(checkpointFile, logFile, disk);
  const logs = await logNumbers(layout.catalogue, disk);
  const start = there ?? noCheckpoint(Math.max(0, ...logs) + 1);
  let log = await open(start.log);
  let changes = 0;
  let writing: Promise<void> | undefined;
  const changed = (): void => {
    changes += 1;
    if (changes >= CHANGES_BETWEEN_CHECKPOINTS) checkpointSoon();
  };
  const catalogue = createCatalogue(start, {
    disk,
    checkpointFile,
    logNumber: start.log,
    log,
    keysOf,
    readArticle,
    changed,
  });
  if (there !== undefined) await replay();
  if (!isReadOnly) {
    await removeTemps(layout.catalogue, disk);
    for (const number of logs) if (number !== start.log) await removeQuietly(disk, logFile(number));
  }

  async function open(number: number): Promise<Pick<CatalogueLog, 'read' | 'close'> & Partial<CatalogueLog>> {
    if (!isReadOnly) return openLog(logFile(number), disk);
    if (there !== undefined) return openLogParts(logFile(number), disk);
    return { read: () => Promise.resolve(''), close: () => Promise.resolve() };
  }

  async function replay(): Promise<void> {
    const touched = new Set<ArticleId>();
    for await (const entry of readLog(logFile(start.log), start.position, disk)) {
      changes += 1;
      if (entry.does === 'record') {
        const row = parseRow(entry.text);
        if (row === undefined) continue;
        catalogue.replay(row, entry.place);
        touched.delete(row.card.id);
      } else if (entry.does === 'drop') {
        catalogue.forget(entry.id);
        touched.delete(entry.id);
      } else {
        touched.add(entry.id);
      }
    }
    for (const id of touched) await lookAt(id);
  }

  /** A change of the article was under way: its folder says which of the two it is. */
  async function lookAt(id: ArticleId): Promise<void> {
    const article = await readArticle(id);
    if (article === undefined) catalogue.remove(id);
    else catalogue.put(article);
  }

  async function readArticle(id: ArticleId): Promise<Article | undefined> {
    try {
      return await readArticleFolder(layout.article(id), id, options);
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      return undefined;
    }
  }

  async function putInOrder(): Promise<void> {
    const size = (await disk.sizeOf(logFile(start.log))) ?? 0;
    if (size < SMALLEST_WORN_LOG || catalogue.rowBytes() * 2 > size) {
      if (changes > 0) await catalogue.checkpoint();
      return;
    }
    const fresh = await openLog(logFile(start.log + 1), disk);
    try {
      await catalogue.moveTo(fresh, start.log + 1);
    } finally {
      await log.close();
      log = fresh;
    }
    await removeQuietly(disk, logFile(start.log));
  }

  function checkpointSoon(): void {
    if (isReadOnly || writing !== undefined) return;
    changes = 0;
    writing = catalogue
      .checkpoint()
      // What could not be written is derived; the next one is tried after as many changes again.
      .catch(unlessOfDisk)
      .finally(() => {
        writing = undefined;
      });
  }

  return {
    catalogue,
    wasThere: there !== undefined,
    checkpointSoon,
    async close() {
      await writing;
      if (!isReadOnly) await putInOrder().catch(unlessOfDisk);
      await log.close();
    },
  };
}

/** The checkpoint, when it and the log it speaks of are there. */
async function readTrusted(
  checkpointFile: string,
  logFile: (number: number) => string,
  disk: Disk,
): Promise<Checkpoint | undefined> {
  const checkpoint = await readCheckpoint(checkpointFile, disk);
  if (checkpoint === undefined) return undefined;
  const size = await disk.sizeOf(logFile(checkpoint.log));
  return size === undefined || size < checkpoint.position ? undefined : checkpoint;
}

async function logNumbers(folder: string, disk: Disk): Promise<readonly number[]> {
  return (await listIfThere(disk, folder)).flatMap(({ name }) => {
    const number = /^log\.(\d{1,9})$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
}

function unlessOfDisk(failure: unknown): void {
  if (!(failure instanceof AppError) || failure.code !== 'disk') throw failure;
}
