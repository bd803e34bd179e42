// The articles of a library, each whole in its folder on disk. A folder appears, changes and leaves in one step.
// Refuses to show an article that is not entirely there; what cannot be read is listed and left as it is.
import { join } from 'node:path';
import {
  isArticleId,
  NOTHING_OWN,
  ownStateOf,
  type Article,
  type ArticleId,
  type CompletenessReport,
  type OriginalFacts,
  type OwnState,
} from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { withTagChanges } from '#contract/tags.ts';
import {
  contentOf,
  originalName,
  packContent,
  packFiles,
  sumOf,
  sumsOf,
  unpackOriginal,
  writeArticleFolder,
  type ArticleFiles,
  type OriginalDocument,
} from './articleFiles.ts';
import { createArticleAccess, type AccessOptions } from './articleAccess.ts';
import { parseArticle } from './articleSchema.ts';
import { hasFolder } from './disk.ts';
import { readArticleFolder } from './articleReading.ts';
import { publishVersion } from './articleVersions.ts';
import { exchange, moveFromTrash, moveToTrash, publish } from './articleSwap.ts';
import { removeQuietly, tempName, writeDurably } from './durableFile.ts';
import type { JsonFile } from './jsonFile.ts';
import { readingMinutes } from './readingMinutes.ts';
import { allDone } from './taskQueue.ts';
import type { OpenTrash } from './trash.ts';

/** What the caller knows of an article; the library adds its id, the instant, the minutes, the sizes and what the person made of it. */
export interface ArticleDraft extends Omit<
  Article,
  'format' | 'id' | 'saved' | 'minutes' | 'report' | 'sums' | 'original' | 'furtherPages' | keyof OwnState
> {
  readonly report: Omit<CompletenessReport, 'sizeBytes'>;
}

/** What the store of articles needs. */
export interface ArticleStoreOptions extends AccessOptions {
  /** As many random bytes as asked for. */
  readonly random: (size: number) => Uint8Array;
  readonly makeFolder: (folder: string, parent: string) => Promise<void>;
  readonly trash: Pick<OpenTrash, 'note' | 'forgetAll' | 'sync'>;
}

const NOT_SAVED = 'The article could not be saved';
const NOT_CHANGED = 'The article could not be changed';
const NOT_READ = 'The article could not be read';

/** Makes the store of articles; see `Library` for what each method promises. */
export function createArticleStore(options: ArticleStoreOptions) {
  const { layout, disk, catalogue } = options;
  const { known, knownFile, read, change, changePrepared, beside } = createArticleAccess(options);
  const discard = (staged: { readonly folder: string }): Promise<void> => removeQuietly(disk, staged.folder);

  /** Writes the article into a new folder below `temp/`, all but visible. */
  async function stage(
    article: Article,
    files: ArticleFiles,
    mark = asItIs,
  ): Promise<{ readonly folder: string; readonly article: Article }> {
    const packed = await packFiles(files, article);
    const sizeBytes = packed.sizeBytes + picturesSize(article);
    const measured = parseArticle({
      ...article,
      original: factsOf(files.original),
      furtherPages: files.furtherPages.map((page) => ({ address: page.address, ...factsOf(page) })),
      report: { ...article.report, sizeBytes },
      sums: sumsOf(packed.files),
    });
    const whole = mark(measured);
    const folder = join(layout.temp, tempName(article.id));
    try {
      await allDone([
        writeArticleFolder(disk, folder, whole, packed),
        options.makeFolder(layout.articleShard(article.id), layout.articles),
      ]);
    } catch (failure) {
      await removeQuietly(disk, folder);
      throw failure;
    }
    return { folder, article: whole };
  }

  function complete(draft: ArticleDraft, id: ArticleId, own: OwnState): Article {
    return {
      ...draft,
      format: 1,
      id,
      saved: options.now().toISOString(),
      minutes: readingMinutes(draft.report.words, draft.lang),
      report: { ...draft.report, sizeBytes: 0 },
      original: { mediaType: '', encoding: null, sizeBytes: 0 },
      furtherPages: [],
      ...ownStateOf(own),
    };
  }

  function rewrite(file: JsonFile<Article>, alter: (article: Article) => Article): Promise<Article> {
    return file.update((article) => {
      const altered = alter(article);
      if (altered.id !== article.id) throw new Error('an article keeps its id');
      // Here passes whatever changes tags, so that nobody who does can forget to note it.
      return altered === article ? article : withTagChanges(article, altered, options.now());
    });
  }

  return {
    article: (id: ArticleId): Promise<Article> => read(id, NOT_READ, (article) => Promise.resolve(article)),

    add(draft: ArticleDraft, files: ArticleFiles, mark = asItIs): Promise<Article> {
      const id = newId(options.random, (each) => catalogue.rowOf(each) !== undefined);
      return changePrepared(id, NOT_SAVED, {
        prepare: () => stage(complete(draft, id, NOTHING_OWN), files, mark),
        async take(staged) {
          await publish(options, id, staged.folder);
          return staged.article;
        },
        discard,
      });
    },

    replace(id: ArticleId, draft: ArticleDraft, files: ArticleFiles): Promise<Article> {
      return changePrepared(id, NOT_CHANGED, {
        async prepare() {
          const old = await known(id);
          return stage({ ...old, ...complete(draft, id, old) }, files);
        },
        async take(staged) {
          await exchange(options, id, staged.folder);
          return staged.article;
        },
        discard,
      });
    },

    update(id: ArticleId, alter: (article: Article) => Article): Promise<Article> {
      return change(id, NOT_CHANGED, async () => rewrite(await knownFile(id), alter));
    },

    amend(id: ArticleId, content: string, alter: (article: Article) => Article): Promise<Article> {
      return change(id, NOT_CHANGED, async () => {
        const file = await knownFile(id);
        const path = join(layout.article(id), 'content.html');
        const before = (await disk.sizeOf(path)) ?? 0;
        const bytes = packContent(content, file.value);
        await writeDurably(path, bytes, { disk, tempFolder: layout.temp });
        return rewrite(file, (article) => {
          const altered = alter(article);
          const files = article.report.sizeBytes - picturesSize(article) + bytes.byteLength - before;
          return {
            ...altered,
            report: { ...altered.report, sizeBytes: files + picturesSize(altered) },
            // Text and comments stay; an article without sums gets none, for nobody knows what its text was.
            ...(altered.sums && { sums: { ...altered.sums, content: sumOf(bytes) } }),
          };
        });
      });
    },

    hold(id: ArticleId, draft: ArticleDraft, files: ArticleFiles): Promise<Article> {
      return beside(id, NOT_SAVED, async () => {
        const old = await known(id);
        const staged = await stage({ ...old, ...complete(draft, id, old) }, files);
        await publishVersion(options, staged.article, staged.folder);
        return staged.article;
      });
    },

    async remove(id: ArticleId): Promise<void> {
      await change(id, NOT_CHANGED, async () => {
        await known(id);
        await options.trash.note([id]);
        await moveToTrash({ ...options, syncTrash: options.trash.sync }, id);
        return null;
      });
    },

    restore(id: ArticleId, ofMany = false): Promise<Article> {
      return change(id, 'The article could not be brought back', async () => {
        if (catalogue.rowOf(id) !== undefined) return known(id);
        // Already in its place when an earlier attempt moved it and could not be sure that it was durable.
        const isInTrash = await hasFolder(disk, layout.trashed(id));
        const folder = isInTrash ? layout.trashed(id) : layout.article(id);
        if (!(await hasFolder(disk, folder))) {
          throw new AppError('not-found', 'This article is not in the trash any more. Nothing was changed.');
        }
        const article = await readArticleFolder(folder, id, options);
        await options.makeFolder(layout.articleShard(id), layout.articles);
        await moveFromTrash({ ...options, syncTrash: options.trash.sync }, id);
        if (!ofMany) await options.trash.forgetAll(new Set([id])).catch(unlessOfDisk);
        return article;
      });
    },

    content: (id: ArticleId): Promise<string> =>
      read(id, NOT_READ, async (_, folder) => contentOf(toText(await disk.read(join(folder, 'content.html'))))),

    text: (id: ArticleId): Promise<string> =>
      read(id, NOT_READ, async (_, folder) => toText(await disk.read(join(folder, 'content.txt')))),

    comments: (id: ArticleId): Promise<string | null> =>
      read(id, NOT_READ, async ({ comments }, folder) =>
        comments === 0 ? null : contentOf(toText(await disk.read(join(folder, 'comments.html')))),
      ),

    original: (id: ArticleId, page = 1): Promise<OriginalDocument> =>
      read(id, NOT_READ, async ({ original, furtherPages }, folder) => {
        const facts = page === 1 ? original : furtherPages[page - 2];
        if (facts === undefined) throw new AppError('not-found', `This article has no page ${page}.`);
        const { mediaType, encoding, sizeBytes } = facts;
        const bytes = await unpackOriginal(await disk.read(join(folder, originalName(page))), sizeBytes);
        return { mediaType, encoding, bytes };
      }),
  };
}

/** Each picture counts once, however often the article shows it. */
function picturesSize({ images }: Article): number {
  const sizes = new Map(images.map((image) => [image.file, image.sizeBytes]));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}

/** A note in the trash that nothing belongs to is cleared away another time. */
function unlessOfDisk(failure: unknown): void {
  if (!(failure instanceof AppError) || failure.code !== 'disk') throw failure;
}

function asItIs(article: Article): Article {
  return article;
}

function factsOf({ bytes, mediaType, encoding }: OriginalDocument): OriginalFacts {
  return { mediaType, encoding, sizeBytes: bytes.byteLength };
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

const BASE_32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** 80 random bits as 16 characters (RFC 4648 alphabet, lower case). */
function newId(random: (size: number) => Uint8Array, isTaken: (id: ArticleId) => boolean): ArticleId {
  for (;;) {
    const bits = [...random(10)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
    const id = (bits.match(/.{5}/g) ?? []).map((five) => BASE_32[Number.parseInt(five, 2)] ?? '').join('');
    if (isArticleId(id) && !isTaken(id)) return id;
  }
}
