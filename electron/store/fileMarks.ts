// What reading an article needs of the disk: whether it is still what it was, told without reading a file of it, and whether its bytes are those
// that were saved. Refuses nothing: what cannot be read is told of as damaged.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Article, ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { createArticleAccess, type AccessOptions } from './articleAccess.ts';
import { CONTENT, damageIn, isPartAsSaved, type DamagedFiles, type JudgePicture } from './damagedFiles.ts';
import { mapBounded } from './taskQueue.ts';

/** The looks. */
export interface FileMarks {
  /**
   * A short text that is another as soon as anything is otherwise that reading the article shows: its facts (not what the person made of it),
   * its text, its comments, its pictures, also when they are lost. `undefined` when the article is not in the library. Throws `AppError('disk')`.
   */
  fileMark(id: ArticleId): Promise<string | undefined>;
  /**
   * Names, below the library's folder or the article's, of the files whose bytes are gone or other than when they were saved. An article of
   * the first versions has no sums of its text; that must be there and not be empty. `isCutOff` judges pictures whose bytes are as they were
   * saved. Throws `AppError`: `not-found`, `unreadable`, `disk`.
   */
  damagedFiles(id: ArticleId, isCutOff?: JudgePicture): Promise<DamagedFiles>;
  /** Of these only whether the content has the bytes it was saved with; no other file is read. Throws as `damagedFiles` does. */
  isContentAsSaved(id: ArticleId): Promise<boolean>;
}

/** What a mark is made of, for as long as `article.json` is the same file. */
interface KnownFacts {
  readonly stamp: string;
  readonly facts: string;
  /** Absolute paths. */
  readonly files: readonly string[];
}

const CHECK_PROBLEM = 'The article could not be checked';
const STATS_AT_ONCE = 16;
/** Some 5 kB each with many pictures. */
const MOST_KNOWN = 2_000;

/** Makes them. */
export function createFileMarks(options: AccessOptions): FileMarks {
  const { disk, layout, catalogue, queue } = options;
  const { known, read } = createArticleAccess(options);
  const knownFacts = new Map<ArticleId, KnownFacts>();

  async function factsOf(id: ArticleId): Promise<KnownFacts> {
    const folder = layout.article(id);
    const stamp = await disk.stampOf(join(folder, 'article.json'));
    const before = knownFacts.get(id);
    if (stamp !== undefined && before?.stamp === stamp) return before;
    const article = await known(id);
    const facts: KnownFacts = { stamp: stamp ?? '', facts: digest(shownFacts(article)), files: filesOf(article) };
    if (knownFacts.size >= MOST_KNOWN) knownFacts.clear();
    knownFacts.set(id, facts);
    return facts;
  }

  function filesOf({ id, comments, images }: Article): readonly string[] {
    const folder = layout.article(id);
    const parts = [CONTENT, 'content.txt', ...(comments === 0 ? [] : ['comments.html'])];
    const pictures = [...new Set(images.map(({ file }) => file))];
    return [...parts.map((name) => join(folder, name)), ...pictures.map((file) => join(layout.assets, file))];
  }

  return {
    // Between changes, so that it never looks into the moment of one.
    fileMark: (id) =>
      queue.run(id, async () => {
        if (catalogue.rowOf(id) === undefined) return undefined;
        try {
          const { facts, files } = await factsOf(id);
          const stamps = await mapBounded(files, STATS_AT_ONCE, async (path) => (await disk.stampOf(path)) ?? 'gone');
          return digest([facts, ...stamps]);
        } catch (failure) {
          if (!(failure instanceof AppError) || failure.code === 'disk') throw failure;
          return digest(['not readable', failure.code]);
        }
      }),

    isContentAsSaved: (id) =>
      read(id, CHECK_PROBLEM, ({ sums }, folder) => isPartAsSaved(disk, join(folder, CONTENT), sums?.content)),
    damagedFiles: (id, isCutOff) =>
      read(id, CHECK_PROBLEM, (article, folder) => damageIn(article, folder, options, isCutOff)),
  };
}

/** All of an article but what the person made of it and what stands beside it, such as its related lists. */
function shownFacts(article: Article): readonly unknown[] {
  const { id, saved, title, byline, siteName, lang, dir, published, canonicalUrl, comments, images, report, sums } =
    article;
  const pictures = images.map(({ file, hash, width, height }) => [file, hash, width, height]);
  return [id, saved, title, byline, siteName, lang, dir, published, canonicalUrl, comments, pictures, report, sums];
}

function digest(what: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 24);
}
