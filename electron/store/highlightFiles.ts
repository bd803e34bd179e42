// What was highlighted in articles, one small file for each article, apart from its folder: no newer copy, no version and no trash touches it.
// Refuses nothing that the contract allows; a file that cannot be read is left as it is, listed, and never written over.
import { join } from 'node:path';
import * as v from 'valibot';
import type { ArticleId } from '#contract/article.ts';
import { isArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { HIGHLIGHT_COLORS, type Highlight } from '#contract/highlight.ts';
import { noteChanges, type LastChange } from '#contract/lastChanges.ts';
import { articleId, checkedBy } from './articleSchema.ts';
import type { Unreadable } from './articleReading.ts';
import { listIfThere, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { createJsonFile, holdJsonFile, openJsonFile, removeJsonFile, type JsonFile } from './jsonFile.ts';
import { lastChanges } from './lastChangeSchema.ts';
import type { Layout } from './layout.ts';
import type { KeptFilesOptions } from './recordFiles.ts';
import { createTaskQueue, mapBounded } from './taskQueue.ts';

/** The highlights of an article, and which of them were removed, or put back after that, and when; see `joinLists`. */
export interface KeptHighlights {
  readonly highlights: readonly Highlight[];
  readonly changes: readonly LastChange[];
}

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
  /** As `of`, with what is noted. */
  kept(id: ArticleId): Promise<KeptHighlights>;
  /** For when an article is removed for good: forgets what was highlighted in it. None is no failure. Throws `AppError`: `disk`, `locked`. */
  readonly removeHighlights: (id: ArticleId) => Promise<void>;
  /** Files that could not be read so far. */
  unreadable(): readonly Unreadable[];
  /** Resolves when no change is under way. */
  settled(): Promise<void>;
}

const place = v.pipe(v.number(), v.integer(), v.minValue(0));
const position = v.looseObject({ start: place, end: place });
const placement = { position, version: v.string(), textLength: place };
const highlight = v.looseObject({
  id: v.string(),
  color: v.picklist(HIGHLIGHT_COLORS),
  note: v.string(),
  tags: v.array(v.string()),
  created: v.string(),
  changed: v.string(),
  target: v.looseObject({
    quote: v.looseObject({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
    codePointStart: place,
    ...placement,
    refound: v.nullable(v.looseObject(placement)),
  }),
});
const storedSchema = v.looseObject({
  format: v.literal(1),
  id: articleId,
  title: v.string(),
  highlights: v.array(highlight),
  changes: lastChanges,
});
type Stored = v.InferOutput<typeof storedSchema>;

const keptSchema = v.looseObject({ highlights: v.array(highlight), changes: lastChanges });

/** Checks what comes from elsewhere as the content of the file of an article's highlights. Throws `AppError('unreadable')`. */
export function checkKept(id: ArticleId, json: unknown): KeptHighlights {
  const result = v.safeParse(keptSchema, json);
  if (!result.success)
    throw new AppError('unreadable', 'What was highlighted in this article is damaged, so the article was left out.');
  const { highlights, changes } = result.output;
  return { highlights: highlights.map((each) => ({ ...each, articleId: id })), changes };
}

const AT_ONCE = 32;

/** Opens the files; none is read before it is asked for. */
export function openHighlightFiles(options: KeptFilesOptions): HighlightFiles {
  const { layout, disk } = options;
  const jsonOptions = { ...options, parse: checkedBy(storedSchema), tempFolder: layout.temp, keepsDays: true };
  const values = new Map<ArticleId, Stored>();
  const files = new Map<ArticleId, JsonFile<Stored>>();
  const damaged = new Map<ArticleId, string>();
  const queue = createTaskQueue();
  let listing: Promise<void> | undefined;

  /** `undefined` when the article has none. */
  async function read(id: ArticleId): Promise<Stored | undefined> {
    const known = files.get(id)?.value ?? values.get(id);
    if (known !== undefined) return known;
    try {
      const { value } = await openJsonFile(layout.highlightsOf(id), jsonOptions);
      values.set(id, value);
      damaged.delete(id);
      return value;
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      if (failure.code === 'not-found') return undefined;
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

  async function create(id: ArticleId, next: Stored): Promise<void> {
    try {
      await options.makeFolder(layout.highlightShard(id), layout.highlights);
    } catch (failure) {
      throw toDiskError(failure, 'The highlight could not be kept');
    }
    files.set(id, await createJsonFile(layout.highlightsOf(id), next, jsonOptions));
  }

  function known(id: ArticleId): JsonFile<Stored> | undefined {
    const value = values.get(id);
    if (value === undefined) return undefined;
    const file = holdJsonFile(layout.highlightsOf(id), value, jsonOptions);
    files.set(id, file);
    return file;
  }

  const current = (id: ArticleId): Stored | undefined => files.get(id)?.value ?? values.get(id);

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
      let after = NONE;
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

const NONE: KeptHighlights = { highlights: [], changes: [] };

function toKept(stored: Stored | undefined): KeptHighlights {
  return stored === undefined ? NONE : (kept.get(stored) ?? keep(stored));
}

// The same highlights stay the same object, so that whoever changes nothing is known by it.
const kept = new WeakMap<Stored, KeptHighlights>();
function keep(stored: Stored): KeptHighlights {
  const { changes } = stored;
  const highlights = stored.highlights.map((each) => ({ ...each, articleId: stored.id }));
  const both = { highlights, changes };
  kept.set(stored, both);
  return both;
}

/** What is noted when highlights become others. One that is made needs no note: its id is new, and it has its own instants. */
function noted(before: KeptHighlights, after: readonly Highlight[], now: Date): readonly LastChange[] {
  const names = new Set(after.map(({ id }) => id));
  const was = new Map(before.highlights.map(({ id, changed }) => [id, changed]));
  const gone = [...was.keys()].filter((id) => !names.has(id));
  const there = before.changes.flatMap(({ name }) => (names.has(name) && !was.has(name) ? [name] : []));
  return noteChanges(before.changes, { gone, there, names }, now, (id) => was.get(id));
}

/** Fields of a younger Layover that were read stay where they are. */
function toStored(
  id: ArticleId,
  title: string,
  { highlights, changes }: KeptHighlights,
  before: Stored | undefined,
): Stored {
  return {
    ...before,
    format: 1,
    id,
    title,
    highlights: highlights.map(({ articleId: _id, ...each }) => ({
      ...each,
      tags: [...each.tags],
      target: {
        ...each.target,
        quote: { ...each.target.quote },
        position: { ...each.target.position },
        refound: each.target.refound && { ...each.target.refound, position: { ...each.target.refound.position } },
      },
    })),
    changes: changes.map((each) => ({ ...each })),
  };
}
