// Ids in; the articles to be exported out, one after the other, each with its text, its highlights and its links to the others. One that cannot
// be read comes as such and is told.
import { readFile } from 'node:fs/promises';
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { ExportArticle, ReadPicture } from '../../exchange/export/exportArticle.ts';
import type { ExportItem } from '../../exchange/export/exportItem.ts';
import type { JobDesk } from './libraryJobs.ts';
import { isAbsent } from '../../store/disk.ts';
import type { Library } from '../../store/library.ts';

/** What reading needs. */
export interface ItemSource {
  readonly library: Library;
  readonly savedAt: (address: string) => Promise<ArticleId | undefined>;
}

/** The articles in the order of their ids; with `hasText` their texts and links too. */
export async function* exportItems(
  ids: readonly ArticleId[],
  { library, savedAt }: ItemSource,
  desk: JobDesk,
  hasText: boolean,
): AsyncGenerator<ExportItem, void> {
  const wanted = new Set(ids);
  let added = 0;
  for (const [index, id] of ids.entries()) {
    desk.throwIfCancelled();
    try {
      yield await read(id);
      added += 1;
    } catch (failure) {
      if (!(failure instanceof AppError) || !isOfArticle(failure)) throw failure;
      const row = library.catalogue.rowOf(id);
      const title = row === undefined ? id : library.catalogue.title(row);
      desk.leaveOut({ title, reason: failure.message });
      yield { id, title, reason: failure.message };
    }
    desk.tell({ done: index + 1, added });
  }

  async function read(id: ArticleId): Promise<ExportArticle> {
    const article = await library.article(id);
    const content = hasText ? await library.content(id) : '';
    const marks = await library.highlights.of(id);
    const highlights = [...marks].sort((a, b) => a.target.position.start - b.target.position.start);
    const links = hasText ? await linksOf(article, content) : new Map<string, ArticleId>();
    return { article, content, highlights, links };
  }

  async function linksOf(article: Article, content: string): Promise<ReadonlyMap<string, ArticleId>> {
    const links = new Map<string, ArticleId>();
    for (const address of addressesOf(article, content)) {
      const id = await savedAt(address);
      if (id !== undefined && wanted.has(id)) links.set(address, id);
    }
    return links;
  }
}

/** Web addresses that an article's text or lists name. Stored content is our own serialisation, where an address is always written this way. */
export function addressesOf({ relatedLists }: Article, content: string): ReadonlySet<string> {
  const listed = relatedLists.flatMap(({ entries }) => entries.flatMap(({ url }) => url ?? []));
  const named = [...content.matchAll(/ href="(https?:[^"]*)"/g)].flatMap(
    ([, href]) => href?.replaceAll('&amp;', '&') ?? [],
  );
  return new Set([...listed, ...named]);
}

/** Reads stored pictures; one that is gone is no failure. */
export function pictureReader(library: Pick<Library, 'assetFile'>): ReadPicture {
  return async (file) => {
    const path = await library.assetFile(file);
    if (path === undefined) return undefined;
    try {
      return await readFile(path);
    } catch (failure) {
      if (isAbsent(failure)) return undefined;
      throw failure;
    }
  };
}

function isOfArticle({ code }: AppError): boolean {
  return code === 'unreadable' || code === 'not-found';
}
