// Reads article folders, and ends exchanges that a crash cut in two.
import { join } from 'node:path';
import { isArticleId, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { parseArticle } from './articleSchema.ts';
import { hasFolder, listIfThere, type Disk } from './disk.ts';
import type { JsonFileOptions, Repair } from './jsonAdapter.ts';
import { openJsonFile, type JsonFile } from './jsonFile.ts';
import type { Layout } from './layout.ts';

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

/** How an article's `article.json` is read and written. */
function articleJsonOptions(options: ReadingOptions, id: ArticleId): JsonFileOptions<Article> {
  return {
    parse: parseArticle,
    now: options.now,
    disk: options.disk,
    tempFolder: options.layout.temp,
    isWrittenAtOnce: true,
    isReadOnly: options.isReadOnly,
    onRepair: (repair) => options.onRepair({ ...repair, name: `articles/${id.slice(0, 2)}/${id}/${repair.name}` }),
  };
}

/** Reads one article from a folder. Throws `AppError`: `unreadable` (damaged or not whole), `not-found` (no such folder), `disk`. */
export async function readArticleFolder(folder: string, id: ArticleId, options: ReadingOptions): Promise<Article> {
  return (await openArticleFile(folder, id, options)).value;
}

/** The same, to be changed at once or not at all. */
export async function openArticleFile(
  folder: string,
  id: ArticleId,
  options: ReadingOptions,
): Promise<JsonFile<Article>> {
  const file = await openJsonFile(join(folder, 'article.json'), articleJsonOptions(options, id));
  const { value } = file;
  if (value.id !== id) throw new AppError('unreadable', 'The folder has the name of another article.');
  if ((await options.disk.sizeOf(join(folder, 'content.html'))) === undefined) {
    throw new AppError('unreadable', 'Its text (content.html) is missing.');
  }
  return file;
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
