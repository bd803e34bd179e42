// Every `article.json` of a library in, those of the trash and of copies too; the names of the pictures they need out.
import { join } from 'node:path';
import { isArticleId, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { readArticleFolder, type ReadingOptions } from './articleReading.ts';
import { listIfThere } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { idOfTrashed } from './layout.ts';

/** The names; `undefined` when one of the files cannot be read, because then nobody knows what it needs. Throws `AppError('disk')`. */
export async function usedAssets(
  articles: Iterable<ArticleId>,
  options: ReadingOptions,
): Promise<ReadonlySet<string> | undefined> {
  const { disk, layout } = options;
  const used = new Set<string>();
  const note = ({ images, siteIcon }: Article): void => {
    for (const { file } of images) used.add(file);
    if (siteIcon !== null) used.add(siteIcon);
  };
  try {
    for (const id of articles) note(await readArticleFolder(layout.article(id), id, options));
    for (const { name, kind } of await listIfThere(disk, layout.trash)) {
      const id = kind === 'folder' ? idOfTrashed(name) : undefined;
      if (id !== undefined) note(await readArticleFolder(join(layout.trash, name), id, options));
    }
    for (const { name: id, kind } of await listIfThere(disk, layout.versions)) {
      if (kind !== 'folder' || !isArticleId(id)) continue;
      for (const version of await disk.list(layout.versionsOf(id))) {
        if (version.kind !== 'folder') continue;
        note(await readArticleFolder(join(layout.versionsOf(id), version.name), id, options));
      }
    }
  } catch (failure) {
    if (failure instanceof AppError && failure.code !== 'disk') return undefined;
    throw toDiskError(failure, 'What the library holds could not be listed');
  }
  return used;
}
