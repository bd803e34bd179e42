// Articles as they lie in their folders, taken out whole and put in whole, for backups and for what comes back from them: an article keeps its
// id, its instant and every byte. Refuses files that no article has.
import { join } from 'node:path';
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { createArticleAccess } from './articleAccess.ts';
import { isPartName, readPackedFiles, writeArticleFolder, type PackedFiles } from './articleFiles.ts';
import { readArticleFolder } from './articleReading.ts';
import { parseArticle } from './articleSchema.ts';
import type { ArticleStoreOptions } from './articleStore.ts';
import { exchange, publish } from './articleSwap.ts';
import { publishVersion } from './articleVersions.ts';
import { hasFolder } from './disk.ts';
import { removeQuietly, tempName } from './durableFile.ts';
import { createFileMarks, type FileMarks } from './fileMarks.ts';
import { copyName } from './layout.ts';

/** An article's folder: its facts, and its other files as they are. */
export interface WholeArticle {
  readonly article: Article;
  /** By name, in the order of their names. */
  readonly files: PackedFiles['files'];
}

/** The ways in and out. */
export interface WholeArticles extends FileMarks {
  /** The article's folder as it lies on the disk. Throws `AppError`: `not-found`, `unreadable`, `disk`. */
  wholeArticle(id: ArticleId): Promise<WholeArticle>;
  /** The same of a copy beside it, which is named by when it was saved. */
  wholeVersion(id: ArticleId, saved: string): Promise<WholeArticle>;
  /** Puts an article in as it is, under its own id, in the place of the one of that id if there is one. Throws `AppError`: `unreadable`, `disk`, `locked`. */
  admit(whole: WholeArticle): Promise<Article>;
  /** Puts a copy beside an article; answers whether it was not there. Throws `AppError`: `not-found`, `unreadable`, `disk`, `locked`. */
  admitVersion(whole: WholeArticle): Promise<boolean>;
}

const NOT_READ = 'The article could not be read';
const NOT_SAVED = 'The article could not be put into the library';

/** Makes them. */
export function createWholeArticles(options: ArticleStoreOptions): WholeArticles {
  const { disk, layout, catalogue } = options;
  const { known, read, changePrepared, beside } = createArticleAccess(options);
  const versionFolder = (id: ArticleId, saved: string): string => join(layout.versionsOf(id), copyName(saved));

  async function stage({
    article,
    files,
  }: WholeArticle): Promise<{ readonly folder: string; readonly article: Article }> {
    const checked = parseArticle(article);
    const folder = join(layout.temp, tempName(checked.id));
    const isWhole = files.some(([name]) => name === 'content.html') && files.every(([name]) => isPartName(name));
    if (!isWhole)
      throw new AppError('unreadable', 'The files of this article are not those of an article. It was left out.');
    const sizeBytes = files.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0);
    try {
      await writeArticleFolder(disk, folder, checked, { files, sizeBytes });
      await options.makeFolder(layout.articleShard(checked.id), layout.articles);
    } catch (failure) {
      await removeQuietly(disk, folder);
      throw failure;
    }
    return { folder, article: checked };
  }

  return {
    ...createFileMarks(options),
    wholeArticle: (id: ArticleId): Promise<WholeArticle> =>
      read(id, NOT_READ, async (article, folder) => ({ article, files: (await readPackedFiles(disk, folder)).files })),

    wholeVersion: (id: ArticleId, saved: string): Promise<WholeArticle> =>
      read(id, NOT_READ, async () => {
        const folder = versionFolder(id, saved);
        const article = await readArticleFolder(folder, id, options);
        return { article, files: (await readPackedFiles(disk, folder)).files };
      }),

    admit: (whole: WholeArticle): Promise<Article> => {
      const { id } = whole.article;
      return changePrepared(id, NOT_SAVED, {
        prepare: () => stage(whole),
        async take(staged) {
          if (catalogue.rowOf(id) !== undefined && (await hasFolder(disk, layout.article(id))))
            await exchange(options, id, staged.folder);
          else await publish(options, id, staged.folder);
          return staged.article;
        },
        discard: ({ folder }) => removeQuietly(disk, folder),
      });
    },

    admitVersion: (whole: WholeArticle): Promise<boolean> => {
      const { id, saved } = whole.article;
      return beside(id, NOT_SAVED, async () => {
        const isHere = (await known(id)).saved === saved || (await hasFolder(disk, versionFolder(id, saved)));
        if (isHere) return false;
        const staged = await stage(whole);
        await publishVersion(options, staged.article, staged.folder);
        return true;
      });
    },
  };
}
