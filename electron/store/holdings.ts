// What lies in a library's folders in; which files and pictures each article, each copy and the trash hold out. What was read once is read
// again only when the catalogue says that the article is another. Whatever cannot be read holds what the catalogue knows of it.
import { join } from 'node:path';
import { statfs } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as v from 'valibot';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { isThere } from '#contract/columns.ts';
import { ASSET_FILE } from './articleSchema.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import { errorNameOf, listIfThere, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { idOfTrashed, savedOfCopy, type Layout } from './layout.ts';
import { mapBounded } from './taskQueue.ts';

/** Bytes of files that nothing else has, and numbers of pictures, each once, that others may show as well. */
export interface Holding {
  readonly bytes: number;
  readonly assets: readonly number[];
}

/** A copy of an article beside the one that is read, in its place or in the trash. */
export interface HeldCopy extends Holding {
  readonly id: ArticleId;
  /** When it was saved, in milliseconds since 1970. */
  readonly saved: number;
}

/** What a library holds. */
export interface Holdings {
  /** By row. */
  readonly articles: ReadonlyMap<number, HeldArticle>;
  /** Copies of articles that are in the library, in no order. */
  readonly copies: readonly HeldCopy[];
  /** What is in the trash, and copies of what is. */
  readonly trash: readonly Holding[];
  /** How many articles the trash has. */
  readonly trashed: number;
  /** Bytes of each picture. */
  readonly assetBytes: readonly number[];
  readonly highlights: { readonly count: number; readonly bytes: number };
  /** What is known of what is followed. */
  readonly feedBytes: number;
  /** Imports and what they wrote down, and saves that wait. */
  readonly importBytes: number;
  readonly derivedBytes: number;
  /** Everything else in the library's folder: settings, dictionaries, what is being written. */
  readonly otherBytes: number;
  /** `null` when the system does not say. */
  readonly freeBytes: number | null;
}

/** The copy of an article that is read. */
export interface HeldArticle extends Holding {
  /** When this copy was saved, in milliseconds since 1970; `undefined` when it could not be read. */
  readonly saved?: number;
}

const facts = v.object({
  saved: v.string(),
  report: v.object({ sizeBytes: v.number() }),
  images: v.array(v.object({ file: v.string(), sizeBytes: v.number() })),
  siteIcon: v.optional(v.nullable(v.string()), null),
});

const AT_ONCE = 16;
const SLICE = 500;
const NOTHING: readonly number[] = [];

/** Makes what looks; what it answers is as of the moment at which it was asked, or a little later. Throws `AppError('disk')`. */
export function createHoldings(
  disk: Disk,
  layout: Layout,
  catalogue: Pick<Catalogue, 'columns' | 'idOf' | 'rowOf'>,
): () => Promise<Holdings> {
  const numbers = new Map<string, number>();
  const assetBytes: number[] = [];
  let known = new Map<string, { readonly stamp: string; readonly holding: HeldArticle }>();

  async function numberOf(file: string, sizeBytes: number | undefined): Promise<number> {
    const number = numbers.get(file);
    if (number !== undefined) return number;
    const bytes = sizeBytes ?? (await disk.sizeOf(join(layout.assets, file))) ?? 0;
    const taken = numbers.get(file) ?? assetBytes.push(bytes) - 1;
    numbers.set(file, taken);
    return taken;
  }

  async function read(folder: string): Promise<HeldArticle | undefined> {
    try {
      const text = new TextDecoder().decode(await disk.read(join(folder, 'article.json')));
      const parsed = v.safeParse(facts, JSON.parse(text));
      if (!parsed.success) return undefined;
      const { saved, images, siteIcon, report } = parsed.output;
      const sizes = new Map(images.map(({ file, sizeBytes }) => [file, sizeBytes]));
      const pictures = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
      const assets = await Promise.all([...sizes].map(([file, bytes]) => numberOf(file, bytes)));
      if (siteIcon !== null && ASSET_FILE.test(siteIcon)) assets.push(await numberOf(siteIcon, undefined));
      return {
        saved: Date.parse(saved),
        bytes: Math.max(0, report.sizeBytes - pictures) + text.length,
        assets: assets.length === 0 ? NOTHING : [...new Set(assets)],
      };
    } catch (failure) {
      if (failure instanceof SyntaxError || errorNameOf(failure) !== undefined) return undefined;
      throw failure;
    }
  }

  async function holdingOf(folder: string, stamp: string, next: typeof known): Promise<HeldArticle | undefined> {
    const before = known.get(folder);
    const holding = before?.stamp === stamp ? before.holding : await read(folder);
    if (holding !== undefined) next.set(folder, { stamp, holding });
    return holding;
  }

  async function folderNames(folder: string): Promise<readonly string[]> {
    const entries = await listIfThere(disk, folder);
    return entries.flatMap(({ name, kind }) => (kind === 'folder' ? [name] : []));
  }

  async function look(): Promise<Holdings> {
    const next: typeof known = new Map();
    const { columns } = catalogue;
    const articles = new Map<number, HeldArticle>();
    const rows = Array.from({ length: columns.size }, (_, row) => row).filter((row) => isThere(columns, row));
    for (let begin = 0; begin < rows.length; begin += SLICE) {
      await mapBounded(rows.slice(begin, begin + SLICE), AT_ONCE, async (row) => {
        const stamp = `${columns.saved[row]} ${columns.kilobytes[row]} ${columns.imagesMissing[row]}`;
        const holding = await holdingOf(layout.article(catalogue.idOf(row)), stamp, next);
        articles.set(row, holding ?? { bytes: (columns.kilobytes[row] ?? 0) * 1_024, assets: NOTHING });
      });
      // What is known already costs no wait, so others get their turn here.
      await nextTurn();
    }
    const copies: HeldCopy[] = [];
    const trash: Holding[] = [];
    let trashed = 0;
    await mapBounded(await folderNames(layout.trash), AT_ONCE, async (name) => {
      if (idOfTrashed(name) === undefined) return;
      const holding = await holdingOf(join(layout.trash, name), '', next);
      if (holding !== undefined) trash.push(holding);
      if (isArticleId(name)) trashed += 1;
    });
    const withCopies = (await folderNames(layout.versions)).filter(isArticleId);
    await mapBounded(withCopies, AT_ONCE, async (id) => {
      for (const name of await folderNames(layout.versionsOf(id))) {
        const saved = savedOfCopy(name);
        const holding = await holdingOf(join(layout.versionsOf(id), name), '', next);
        if (saved === undefined || holding === undefined) continue;
        if (catalogue.rowOf(id) === undefined) trash.push(holding);
        else copies.push({ ...holding, id, saved: Date.parse(saved) });
      }
    });
    known = next;
    return {
      articles,
      copies,
      trash,
      trashed,
      assetBytes,
      highlights: await sizeOfAll(layout.highlights),
      feedBytes: await bytesOf(layout.feeds),
      importBytes: await bytesOf(layout.imports, layout.saves),
      derivedBytes: await bytesOf(layout.catalogue, layout.index),
      otherBytes: await otherBytes(),
      freeBytes: await freeBytesAt(layout.root),
    };
  }

  async function bytesOf(...folders: readonly string[]): Promise<number> {
    let bytes = 0;
    for (const folder of folders) bytes += (await sizeOfAll(folder)).bytes;
    return bytes;
  }

  async function otherBytes(): Promise<number> {
    const { articles, assets, versions, trash, highlights, feeds, imports, saves, index } = layout;
    const counted = new Set([
      articles,
      assets,
      versions,
      trash,
      highlights,
      feeds,
      imports,
      saves,
      layout.catalogue,
      index,
    ]);
    let bytes = 0;
    for (const { name, kind } of await listIfThere(disk, layout.root)) {
      const path = join(layout.root, name);
      if (!counted.has(path)) bytes += kind === 'folder' ? await bytesOf(path) : ((await disk.sizeOf(path)) ?? 0);
    }
    return bytes;
  }

  async function sizeOfAll(folder: string): Promise<{ readonly count: number; readonly bytes: number }> {
    let [count, bytes] = [0, 0];
    for (const { name, kind } of await listIfThere(disk, folder)) {
      const path = join(folder, name);
      const inside = kind === 'folder' ? await sizeOfAll(path) : { count: 1, bytes: (await disk.sizeOf(path)) ?? 0 };
      count += inside.count;
      bytes += inside.bytes;
    }
    return { count, bytes };
  }

  let looking: Promise<Holdings> | undefined;
  return () => {
    looking ??= look()
      .catch((failure: unknown) => {
        throw toDiskError(failure, 'What the library takes could not be measured');
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
}

async function freeBytesAt(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (failure) {
    if (errorNameOf(failure) === undefined) throw failure;
    return null;
  }
}
