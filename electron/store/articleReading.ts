// Reads every article folder of a library when it is opened. Never fails for one article: what cannot be read is listed with the
// reason and left untouched. Also ends exchanges that a crash cut in two.
import { join } from 'node:path';
import { isArticleId, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { parseArticle } from './articleSchema.ts';
import { hasFolder, listIfThere, type Disk, type FolderEntry } from './disk.ts';
import { toDiskError } from './diskError.ts';
import type { JsonFileOptions, Repair } from './jsonAdapter.ts';
import { openJsonFile } from './jsonFile.ts';
import type { Layout } from './layout.ts';
import { mapBounded } from './taskQueue.ts';

/** What reading needs. */
export interface ReadingOptions {
  readonly disk: Disk;
  readonly layout: Layout;
  readonly now: () => Date;
  readonly isReadOnly: boolean;
  readonly onRepair: (repair: Repair) => void;
}

/** Something in the library that could not be read: its place below the library folder, and why. */
export interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

const AT_ONCE = 32;

/** Reads all articles; the order of the map is of no meaning. Throws `AppError('disk')` only when `articles/` itself cannot be listed. */
export async function readArticles(
  options: ReadingOptions,
): Promise<{ readonly articles: Map<ArticleId, Article>; readonly unreadable: readonly Unreadable[] }> {
  const articles = new Map<ArticleId, Article>();
  const unreadable: Unreadable[] = [];
  const fail = (name: string, failure: unknown): void => {
    const told = toDiskError(failure, 'It could not be read');
    if (!(told instanceof AppError)) throw told;
    unreadable.push({ name, reason: told.message });
  };

  async function readShard(shard: string): Promise<void> {
    const name = `articles/${shard}`;
    let entries: readonly FolderEntry[];
    try {
      entries = await options.disk.list(join(options.layout.articles, shard));
    } catch (failure) {
      fail(name, failure);
      return;
    }
    await mapBounded(entries.filter(isOurs), AT_ONCE, async (entry) => {
      try {
        const id = idOf(entry, shard);
        articles.set(id, await readArticleFolder(options.layout.article(id), id, options));
      } catch (failure) {
        fail(`${name}/${entry.name}`, failure);
      }
    });
  }

  const shards = (await listArticles(options)).filter(isOurs);
  await mapBounded(shards, 4, async (entry) => {
    if (entry.kind === 'folder' && /^[a-z2-7]{2}$/.test(entry.name)) await readShard(entry.name);
    else fail(`articles/${entry.name}`, notAnArticle());
  });
  return { articles, unreadable };
}

/** How an article's `article.json` is read and written. */
export function articleJsonOptions(options: ReadingOptions, id: ArticleId): JsonFileOptions<Article> {
  return {
    parse: parseArticle,
    now: options.now,
    disk: options.disk,
    tempFolder: options.layout.temp,
    isReadOnly: options.isReadOnly,
    onRepair: (repair) => options.onRepair({ ...repair, name: `articles/${id.slice(0, 2)}/${id}/${repair.name}` }),
  };
}

/** Reads one article from a folder. Throws `AppError`: `unreadable` (damaged or not whole), `not-found` (no such folder), `disk`. */
export async function readArticleFolder(folder: string, id: ArticleId, options: ReadingOptions): Promise<Article> {
  const { value } = await openJsonFile(join(folder, 'article.json'), articleJsonOptions(options, id));
  if (value.id !== id) throw new AppError('unreadable', 'The folder has the name of another article.');
  if ((await options.disk.sizeOf(join(folder, 'content.html'))) === undefined) {
    throw new AppError('unreadable', 'Its text (content.html) is missing.');
  }
  return value;
}

/**
 * Moves back old versions of articles whose new version had not yet taken their place. Reading only, it moves nothing and answers
 * what it would have moved. Throws the system's error.
 */
export async function recoverReplaced({ disk, layout, isReadOnly }: ReadingOptions): Promise<readonly Unreadable[]> {
  const waiting: Unreadable[] = [];
  for (const { name, kind } of await listIfThere(disk, layout.temp)) {
    const id = name.replace(/\.replaced$/, '');
    if (kind !== 'folder' || id === name || !isArticleId(id)) continue;
    if (await hasFolder(disk, layout.article(id))) continue;
    if (await hasFolder(disk, layout.trashed(id))) continue;
    if (isReadOnly) {
      const reason = 'A change of this article was interrupted. Open the library for writing once, and it is mended.';
      waiting.push({ name: `articles/${id.slice(0, 2)}/${id}`, reason });
      continue;
    }
    await disk.rename(layout.replaced(id), layout.article(id));
    await disk.syncFolder(layout.articleShard(id));
  }
  return waiting;
}

async function listArticles({ disk, layout }: ReadingOptions): Promise<readonly FolderEntry[]> {
  try {
    return await listIfThere(disk, layout.articles);
  } catch (failure) {
    throw toDiskError(failure, 'The articles of this library could not be listed');
  }
}

/** File managers and sync programs leave hidden files, and some leave folders such as `@eaDir`. */
function isOurs({ name, kind }: FolderEntry): boolean {
  return !/^[.@]/.test(name) && kind !== 'file';
}

function idOf({ name, kind }: FolderEntry, shard: string): ArticleId {
  if (kind !== 'folder' || !isArticleId(name) || !name.startsWith(shard)) throw notAnArticle();
  return name;
}

function notAnArticle(): AppError {
  return new AppError('unreadable', 'This is not a folder that Layover made for an article.');
}
