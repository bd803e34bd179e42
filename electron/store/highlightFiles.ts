// What was highlighted in articles, one small file for each article, apart from its folder: no newer copy, no version and no trash touches it.
// Refuses nothing that the contract allows; a file that cannot be read is left as it is, listed, and never written over.
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ArticleId } from '#contract/article.ts';
import { isArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import type { Highlight } from '#contract/highlight.ts';
import { checkedBy } from './articleSchema.ts';
import type { Unreadable } from './articleReading.ts';
import { listIfThere, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import {
  highlightsFile,
  NO_HIGHLIGHTS,
  noted,
  toKept,
  toStored,
  type KeptHighlights,
  type StoredHighlights,
} from './highlightSchema.ts';
import { createJsonFile, holdJsonFile, openJsonFile, removeJsonFile, type JsonFile } from './jsonFile.ts';
import type { Layout } from './layout.ts';
import type { KeptFilesOptions } from './recordFiles.ts';
import { createTaskQueue, mapBounded } from './taskQueue.ts';

/** The highlights of a library; what a promise acknowledges is on disk. */
export interface HighlightFiles {
  /** Of one article, in the order in which they were made; none is no failure. Throws `AppError`: `unreadable`, `disk`. */
  of(id: ArticleId): Promise<readonly Highlight[]>;
  /** Of every article that has any, read once and then kept. What cannot be read is left out and stands in `unreadable`. Throws `AppError('disk')`. */
  all(): Promise<ReadonlyMap<ArticleId, readonly Highlight[]>>;
  /**
   * Replaces the highlights of an article by what `change` makes of them; what it throws changes nothing. `title` is written beside them, for
   * whoever reads the file without the article. What is removed by it is noted. Throws `AppError`: `unreadable`, `disk`, `locked`.
   */
  update(
    id: ArticleId,
    title: string,
    change: (highlights: readonly Highlight[]) => readonly Highlight[],
  ): Promise<readonly Highlight[]>;
  /** The same for what says itself what is noted; the same object changes nothing. */
  rewrite(id: ArticleId, title: string, change: (here: KeptHighlights) => KeptHighlights): Promise<KeptHighlights>;
  /**
   * Takes up what other hands wrote since it was read, of articles whose highlights somebody asked for; answers of which. Throws `AppError('disk')`.
   */
  lookAgain(): Promise<readonly ArticleId[]>;
  /** As `of`, with what is noted. */
  kept(id: ArticleId): Promise<KeptHighlights>;
  /** For when an article is removed for good: forgets what was highlighted in it. None is no failure. Throws `AppError`: `disk`, `locked`. */
  readonly removeHighlights: (id: ArticleId) => Promise<void>;
  /** Files that could not be read so far. */
  unreadable(): readonly Unreadable[];
  /** Resolves when no change is under way. */
  settled(): Promise<void>;
}

const AT_ONCE = 32;

/** Opens the files; none is read before it is asked for. */
export function openHighlightFiles(options: KeptFilesOptions): HighlightFiles {
  const { layout, disk } = options;
  const jsonOptions = { ...options, parse: checkedBy(highlightsFile), tempFolder: layout.temp, keepsDays: true };
  const values = new Map<ArticleId, StoredHighlights>();
  const files = new Map<ArticleId, JsonFile<StoredHighlights>>();
  /** Of what stands in `values`; see `JsonFile`. */
  const stamps = new Map<ArticleId, string | undefined>();
  /** Asked for, and there was nothing. */
  const absent = new Set<ArticleId>();
  const damaged = new Map<ArticleId, string>();
  const queue = createTaskQueue();
  let listing: Promise<void> | undefined;

  /** `undefined` when the article has none. */
  async function read(id: ArticleId): Promise<StoredHighlights | undefined> {
    const known = files.get(id)?.value ?? values.get(id);
    if (known !== undefined) return known;
    try {
      const { value, stamp } = await openJsonFile(layout.highlightsOf(id), jsonOptions);
      values.set(id, value);
      stamps.set(id, stamp);
      absent.delete(id);
      damaged.delete(id);
      return value;
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      if (failure.code === 'not-found') {
        absent.add(id);
        return undefined;
      }
      if (failure.code !== 'unreadable') throw failure;
      damaged.set(id, failure.message);
      throw new AppError(
        'unreadable',
        'The highlights of this article cannot be read. Their file was left as it is, and the article itself is not affected.',
        { cause: failure },
      );
    }
  }

  async function readAll(): Promise<void> {
    try {
      const ids = await listIds(disk, layout);
      await mapBounded(ids, AT_ONCE, (id) => queue.run(id, () => readQuietly(id)));
    } catch (failure) {
      listing = undefined;
      throw toDiskError(failure, 'The highlights could not be read');
    }
  }

  async function readQuietly(id: ArticleId): Promise<void> {
    try {
      await read(id);
    } catch (failure) {
      if (!(failure instanceof AppError) || failure.code !== 'unreadable') throw failure;
    }
  }

  /** Takes up what others wrote of one; answers whether that is anything else than what is known. */
  async function takeUp(id: ArticleId): Promise<boolean> {
    const file = files.get(id);
    if (file !== undefined) return file.refresh();
    const before = values.get(id);
    const wasAsked = before !== undefined || listing !== undefined || absent.has(id) || damaged.has(id);
    const stamp = wasAsked ? await disk.stampOf(layout.highlightsOf(id)) : undefined;
    if (stamp === undefined || (before !== undefined && stamp === stamps.get(id))) return false;
    values.delete(id);
    await readQuietly(id);
    const after = values.get(id);
    // What was good stays shown when what came in its place cannot be read.
    if (after === undefined && before !== undefined) values.set(id, before);
    return after !== undefined && !isDeepStrictEqual(after, before);
  }

  async function create(id: ArticleId, next: StoredHighlights): Promise<void> {
    try {
      await options.makeFolder(layout.highlightShard(id), layout.highlights);
    } catch (failure) {
      throw toDiskError(failure, 'The highlight could not be kept');
    }
    files.set(id, await createJsonFile(layout.highlightsOf(id), next, jsonOptions));
  }

  function known(id: ArticleId): JsonFile<StoredHighlights> | undefined {
    const value = values.get(id);
    if (value === undefined) return undefined;
    const file = holdJsonFile(layout.highlightsOf(id), value, jsonOptions);
    files.set(id, file);
    return file;
  }

  const current = (id: ArticleId): StoredHighlights | undefined => files.get(id)?.value ?? values.get(id);

  function rewrite(
    id: ArticleId,
    title: string,
    change: (here: KeptHighlights) => KeptHighlights,
  ): Promise<KeptHighlights> {
    return queue.run(id, async () => {
      options.assertWritable();
      const stored = await read(id);
      const file = files.get(id) ?? known(id);
      if (file === undefined) {
        const before = toKept(stored);
        const after = change(before);
        if (after !== before) await create(id, toStored(id, title, after, stored));
        return after;
      }
      let after = NO_HIGHLIGHTS;
      // Of what stands on the disk then, which another machine may have written.
      await file.update((current) => {
        const before = toKept(current);
        after = change(before);
        return after === before ? current : toStored(id, title, after, current);
      });
      return after;
    });
  }

  return {
    of: (id) => queue.run(id, async () => toKept(await read(id)).highlights),
    async all() {
      listing ??= readAll();
      await listing;
      const ids = new Set([...values.keys(), ...files.keys()]);
      return new Map(
        [...ids].flatMap((id) => {
          const stored = current(id);
          return stored === undefined || stored.highlights.length === 0 ? [] : [[id, toKept(stored).highlights]];
        }),
      );
    },
    async update(id, title, change) {
      const after = await rewrite(id, title, (here) => {
        const highlights = change(here.highlights);
        return highlights === here.highlights ? here : { highlights, changes: noted(here, highlights, options.now()) };
      });
      return after.highlights;
    },
    rewrite,
    async lookAgain() {
      try {
        const ids = await listIds(disk, layout);
        const isOther = await mapBounded(ids, AT_ONCE, (id) => queue.run(id, () => takeUp(id)));
        return ids.filter((_, index) => isOther[index] === true);
      } catch (failure) {
        throw toDiskError(failure, 'The highlights could not be read');
      }
    },
    kept: (id) => queue.run(id, async () => toKept(await read(id))),
    removeHighlights: (id) =>
      queue.run(id, async () => {
        options.assertWritable();
        await removeJsonFile(disk, layout.highlightsOf(id), 'The highlights could not be removed');
        files.delete(id);
        values.delete(id);
        damaged.delete(id);
      }),
    unreadable: () => [...damaged].map(([id, reason]) => ({ name: `highlights/${id.slice(0, 2)}/${id}.json`, reason })),
    settled: () => queue.settled(),
  };
}

async function listIds(disk: Disk, layout: Layout): Promise<readonly ArticleId[]> {
  const shards = (await listIfThere(disk, layout.highlights)).filter(({ kind }) => kind === 'folder');
  const names = await mapBounded(shards, AT_ONCE, ({ name }) => disk.list(join(layout.highlights, name)));
  const ids = names.flat().flatMap(({ name }) => {
    const id = /^(.{16})\.json(?:\.bak)?$/.exec(name)?.[1];
    return id !== undefined && isArticleId(id) ? [id] : [];
  });
  return [...new Set(ids)];
}
