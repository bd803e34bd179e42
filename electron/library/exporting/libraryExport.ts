// A wish in; a file, an archive or a folder with the articles out, in any of the forms of `exchange/export/`.
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError, unreachable } from '#contract/errors.ts';
import type { LibraryWish } from '#contract/libraryExport.ts';
import type { Settings } from '#contract/settings.ts';
import { toArticlePage } from '../../exchange/export/articlePage.ts';
import { toArticleTable } from '../../exchange/export/articleTable.ts';
import { toBookmarks } from '../../exchange/export/bookmarks.ts';
import { writeEpub } from '../../exchange/export/epub.ts';
import { isMissing, type ExportItem } from '../../exchange/export/exportItem.ts';
import { fileNames } from '../../exchange/export/fileNames.ts';
import { writeMarkdown, type FileTarget } from '../../exchange/export/markdown.ts';
import { toOpml } from '../../exchange/export/opml.ts';
import { destinationOf } from './destination.ts';
import { exportItems, pictureReader } from './exportItems.ts';
import { filesIntoArchive, filesIntoFolder, intoArchive, intoFile, textIntoFile } from './exportTarget.ts';
import type { Layover } from '../../layover.ts';
import type { JobDesk } from './libraryJobs.ts';
import { libraryToJson } from './wholeLibrary.ts';

/** What exporting needs. */
export interface ExportTools {
  readonly layover: Pick<Layover, 'library' | 'savedAt'>;
  /** The bytes of an article's PDF. */
  readonly toPdf: (article: Article, settings: Settings) => Promise<Uint8Array>;
  readonly now: () => Date;
}

/** Writes the articles; `place` is the file, or the folder that is to be made. Throws `AppError` or the system's errors; then nothing is there. */
export async function exportLibrary(
  wish: LibraryWish,
  ids: readonly ArticleId[],
  place: string,
  desk: JobDesk,
  tools: ExportTools,
): Promise<void> {
  const { layover } = tools;
  const now = tools.now();
  const exported = now.toISOString();
  const title = 'Layover';
  const readPicture = pictureReader(layover.library);
  const items = (hasText: boolean): AsyncGenerator<ExportItem, void> => exportItems(ids, layover, desk, hasText);
  desk.tell({ total: ids.length });
  switch (wish.form) {
    case 'epub':
      return intoArchive(place, now, (zip) =>
        writeEpub({ title, exported, choice: wish }, items(true), readPicture, zip),
      );
    case 'json':
      return textIntoFile(place, libraryToJson(ids, exported, desk, layover.library));
    case 'csv':
      return textIntoFile(place, toArticleTable(items(false)));
    case 'bookmarks':
      return textIntoFile(place, toBookmarks(items(false)));
    case 'opml':
      return textIntoFile(place, toOpml(items(false), title, exported));
    case 'markdown':
    case 'html':
    case 'pdf':
      return exportFiles(wish, ids, place, now, (target) => writeFiles(wish, ids, items, target, tools));
    default:
      return unreachable(wish.form);
  }
}

async function exportFiles(
  wish: LibraryWish,
  ids: readonly ArticleId[],
  place: string,
  now: Date,
  write: (target: FileTarget) => Promise<void>,
): Promise<void> {
  const destination = destinationOf(wish, ids.length);
  if (destination.kind === 'folder') return filesIntoFolder(place, write);
  if (destination.ending === 'zip') return filesIntoArchive(place, now, write);
  let only: Uint8Array | undefined;
  const encoder = new TextEncoder();
  await write({
    put(_name, content) {
      only = typeof content === 'string' ? encoder.encode(content) : content;
      return Promise.resolve();
    },
  });
  if (only === undefined)
    throw new AppError('unreadable', 'This article could not be read, so there is nothing to write.');
  const bytes = only;
  return intoFile(place, (stream) => stream.write(bytes));
}

async function writeFiles(
  wish: LibraryWish,
  ids: readonly ArticleId[],
  items: (hasText: boolean) => AsyncGenerator<ExportItem, void>,
  target: FileTarget,
  { layover: { library }, toPdf }: ExportTools,
): Promise<void> {
  const { catalogue } = library;
  const names = fileNames(ids.map((id) => [id, catalogue.title(catalogue.rowOf(id) ?? 0)] as const));
  const readPicture = pictureReader(library);
  if (wish.form === 'markdown') return writeMarkdown(items(true), wish, names, readPicture, target);
  for await (const item of items(wish.form === 'html')) {
    if (isMissing(item)) continue;
    const name = names.get(item.article.id) ?? item.article.id;
    if (wish.form === 'html') await target.put(`${name}.html`, await toArticlePage(item, wish, names, readPicture));
    else await target.put(`${name}.pdf`, await toPdf(item.article, library.settings()));
  }
}
