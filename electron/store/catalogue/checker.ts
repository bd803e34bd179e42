// The article folders in; the catalogue made to agree with them. Folders that came, went or broke by other hands are found by name;
// what was edited inside a folder is found when every one of them is read. What cannot be read is listed and left as it is.
import { join } from 'node:path';
import { isArticleId, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { readArticleFolder, type ReadingOptions, type Unreadable } from '../articleReading.ts';
import { hasFolder, listIfThere, type FolderEntry } from '../disk.ts';
import { toDiskError } from '../diskError.ts';
import { mapBounded, type TaskQueue } from '../taskQueue.ts';
import type { Catalogue } from './catalogue.ts';

/** What a check is asked to do. */
export interface CheckRequest {
  readonly readsAll?: boolean;
  /** Told of every article that was not as the catalogue had it, or is gone. */
  readonly onChange?: ((id: ArticleId, row: number) => void) | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Stops it; what was read so far is taken up, and nothing is said of what was not. */
  readonly signal?: AbortSignal | undefined;
}

/** What checking needs. */
export interface CheckerOptions extends ReadingOptions {
  readonly catalogue: Pick<Catalogue, 'columns' | 'count' | 'ids' | 'rowOf' | 'put' | 'remove' | 'isTrueTo'>;
  readonly queue: TaskQueue;
  /** Whether the catalogue was whole when it was opened. */
  readonly isTrusted: boolean;
  /** Told after each check. */
  readonly done: () => void;
}

/** Checks a library; see `Library.check`. */
export interface Checker {
  /** What the last check could not read. */
  readonly unreadable: readonly Unreadable[];
  readonly isChecked: boolean;
  /** Tells whether there are at most so many articles. Throws `AppError('disk')`. */
  isSmall(limit: number): Promise<boolean>;
  check(request?: CheckRequest): Promise<void>;
}

type Fail = (name: string, failure: unknown) => void;

const AT_ONCE = 16;

/** Makes the checker. */
export function createChecker(options: CheckerOptions): Checker {
  const { catalogue, disk, layout, queue } = options;
  let unreadable: readonly Unreadable[] = [];
  let isChecked = options.isTrusted;

  /** Takes up what an article's folder says, after the changes of it under way. Throws when it cannot be read. */
  function lookAt(id: ArticleId, onChange: CheckRequest['onChange']): Promise<void> {
    return queue.run(id, async () => {
      const known = catalogue.rowOf(id);
      try {
        const article = await readArticleFolder(layout.article(id), id, options);
        if (await catalogue.isTrueTo(article)) return;
        catalogue.put(article);
        onChange?.(id, catalogue.rowOf(id) ?? 0);
      } catch (failure) {
        if (known !== undefined) {
          catalogue.remove(id);
          onChange?.(id, known);
        }
        if (known === undefined || (await hasFolder(disk, layout.article(id)))) throw failure;
      }
    });
  }

  return {
    get unreadable() {
      return unreadable;
    },
    get isChecked() {
      return isChecked;
    },
    async isSmall(limit) {
      if (options.isTrusted) return catalogue.count <= limit;
      return (await listArticles(options, () => {})).size <= limit;
    },
    async check({ readsAll = false, onChange, onProgress, signal } = {}) {
      const found: Unreadable[] = [];
      const fail: Fail = (name, failure) => {
        const told = toDiskError(failure, 'It could not be read');
        if (!(told instanceof AppError)) throw told;
        found.push({ name, reason: told.message });
      };
      const known = new Set(catalogue.ids());
      const there = await listArticles(options, fail);
      const toRead = readsAll ? [...there] : [...there].filter((id) => !known.has(id));
      // What was not found may have been removed meanwhile, or have come after its shard was listed.
      toRead.push(...[...known].filter((id) => !there.has(id)));
      let done = 0;
      await mapBounded(toRead, AT_ONCE, async (id) => {
        if (signal?.aborted === true) return;
        await lookAt(id, onChange).catch((failure: unknown) => fail(`articles/${id.slice(0, 2)}/${id}`, failure));
        done += 1;
        onProgress?.(done, toRead.length);
      });
      if (signal?.aborted === true) return;
      unreadable = found;
      isChecked = true;
      options.done();
    },
  };
}

/** Every article that can be read, newest saved first; of the same instant, by id. */
export async function* eachArticle(
  { columns, ids, rowOf }: Pick<Catalogue, 'columns' | 'ids' | 'rowOf'>,
  read: (id: ArticleId) => Promise<Article>,
): AsyncIterable<Article> {
  const all = ids().map((id): [ArticleId, number] => [id, columns.saved[rowOf(id) ?? 0] ?? 0]);
  for (const [id] of all.sort(([a, savedA], [b, savedB]) => savedB - savedA || (a < b ? -1 : 1))) {
    try {
      yield await read(id);
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
    }
  }
}

async function listArticles(
  { disk, layout }: Pick<ReadingOptions, 'disk' | 'layout'>,
  fail: Fail,
): Promise<ReadonlySet<ArticleId>> {
  const found = new Set<ArticleId>();
  let shards: readonly FolderEntry[];
  try {
    shards = await listIfThere(disk, layout.articles);
  } catch (failure) {
    throw toDiskError(failure, 'The articles of this library could not be listed');
  }
  await mapBounded(shards.filter(isOurs), AT_ONCE, async (shard) => {
    const place = `articles/${shard.name}`;
    if (shard.kind !== 'folder' || !/^[a-z2-7]{2}$/.test(shard.name)) {
      fail(place, notAnArticle());
      return;
    }
    try {
      for (const entry of (await disk.list(join(layout.articles, shard.name))).filter(isOurs)) {
        if (entry.kind === 'folder' && isArticleId(entry.name) && entry.name.startsWith(shard.name))
          found.add(entry.name);
        else fail(`${place}/${entry.name}`, notAnArticle());
      }
    } catch (failure) {
      fail(place, failure);
    }
  });
  return found;
}

/** File managers and sync programs leave hidden files, and some leave folders such as `@eaDir`. */
function isOurs({ name, kind }: FolderEntry): boolean {
  return !/^[.@]/.test(name) && kind !== 'file';
}

function notAnArticle(): AppError {
  return new AppError('unreadable', 'This is not a folder that Layover made for an article.');
}
