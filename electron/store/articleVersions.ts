// Other copies of an article than the one that is read: earlier ones, and newer ones that were not taken by themselves. Each is a whole
// article folder below `versions/ID/`, named by the instant it was saved; what is in the article's own place is never touched for it.
import { basename, join } from 'node:path';
import { ownStateOf, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { createArticleAccess, type AccessOptions } from './articleAccess.ts';
import { copyArticleFolder } from './articleFiles.ts';
import { readArticleFolder } from './articleReading.ts';
import { parseArticle } from './articleSchema.ts';
import { exchange, settle } from './articleSwap.ts';
import { errorNameOf, hasFolder, isAbsent, listIfThere, type Disk } from './disk.ts';
import { toDiskError } from './diskError.ts';
import { removeQuietly, renamePatiently, tempName } from './durableFile.ts';
import { copyName, savedOfCopy } from './layout.ts';
import type { OpenTrash } from './trash.ts';

/** What the store of versions needs. */
export interface VersionOptions extends AccessOptions {
  readonly makeFolder: (folder: string, parent: string) => Promise<void>;
  readonly trash: Pick<OpenTrash, 'note' | 'forgetAll'>;
}

const NOT_KEPT = 'A copy of the article could not be kept';
const NOT_TAKEN = 'The copy could not be put in the place of the article';
const NOT_RESTORED = 'The copy could not be brought back';
const NOT_REMOVED = 'The copy could not be removed';
const NOT_READ = 'The copies of the article could not be read';

/**
 * Moves a finished folder below `temp/` to where the copies of its article lie; a copy of the same instant that is there already is
 * the same one and stays. Throws the system's error; the folder is gone then.
 */
export async function publishVersion(
  options: Pick<VersionOptions, 'disk' | 'layout' | 'makeFolder'>,
  article: Article,
  staged: string,
): Promise<void> {
  const { disk, layout } = options;
  const folder = layout.versionsOf(article.id);
  const target = join(folder, copyName(article.saved));
  try {
    await options.makeFolder(folder, layout.versions);
    if (await hasFolder(disk, target)) {
      await removeQuietly(disk, staged);
      await disk.syncFolder(folder);
    } else {
      await moveDurably(disk, staged, target, folder);
    }
  } catch (failure) {
    await removeQuietly(disk, staged);
    throw failure;
  }
}

/** Renames a folder into or out of `synced` and waits until that is durable; on failure it is back where it was. Throws the system's error. */
async function moveDurably(disk: Disk, from: string, to: string, synced: string): Promise<void> {
  await renamePatiently(disk, from, to);
  try {
    await disk.syncFolder(synced);
  } catch (failure) {
    // Not acknowledged, so it should not turn up later either.
    await renamePatiently(disk, to, from);
    throw failure;
  }
}

/** Makes the store; see `Library` for what each method promises. */
export function createVersionStore(options: VersionOptions) {
  const { layout, disk, queue } = options;
  const { known, change, beside } = createArticleAccess(options);

  function folderOf(id: ArticleId, saved: string): string {
    return join(layout.versionsOf(id), copyName(saved));
  }

  async function keep(article: Article): Promise<void> {
    if (await hasFolder(disk, folderOf(article.id, article.saved))) return;
    await settle(options, article.id);
    const staged = join(layout.temp, tempName(article.id));
    await staging(staged, () => copyArticleFolder(disk, layout.article(article.id), staged, article));
    await publishVersion(options, article, staged);
  }

  async function staging(folder: string, write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (failure) {
      await removeQuietly(disk, folder);
      throw failure;
    }
  }

  /** Out of its place in one step, so that no half of it is ever listed. */
  async function discard(id: ArticleId, saved: string): Promise<void> {
    const away = join(layout.temp, tempName(id));
    await moveDurably(disk, folderOf(id, saved), away, layout.versionsOf(id));
    await removeQuietly(disk, away);
  }

  async function readVersion(id: ArticleId, saved: string): Promise<Article> {
    if (!(await hasFolder(disk, folderOf(id, saved)))) throw goneCopy();
    return readArticleFolder(folderOf(id, saved), id, options);
  }

  return {
    keepVersion: (id: ArticleId): Promise<void> => beside(id, NOT_KEPT, async () => keep(await known(id))),

    versions: (id: ArticleId): Promise<readonly Article[]> =>
      queue.run(id, async () => {
        const current = await known(id);
        const found: Article[] = [];
        try {
          for (const { name, kind } of await listIfThere(disk, layout.versionsOf(id))) {
            if (kind !== 'folder' || savedOfCopy(name) === undefined || name === copyName(current.saved)) continue;
            const version = await readArticleFolder(join(layout.versionsOf(id), name), id, options).catch(
              unlessDamaged,
            );
            if (version !== undefined) found.push(version);
          }
        } catch (failure) {
          throw toDiskError(failure, NOT_READ);
        }
        return found.sort((a, b) => (a.saved < b.saved ? 1 : -1));
      }),

    versionText: (id: ArticleId, saved: string): Promise<string> =>
      queue.run(id, async () => {
        const { saved: current } = await known(id);
        const folder = current === saved ? layout.article(id) : folderOf(id, saved);
        try {
          return new TextDecoder().decode(await disk.read(join(folder, 'content.txt')));
        } catch (failure) {
          throw isAbsent(failure) ? goneCopy() : toDiskError(failure, NOT_READ);
        }
      }),

    takeVersion: (id: ArticleId, saved: string): Promise<Article> =>
      change(id, NOT_TAKEN, async () => {
        const current = await known(id);
        if (current.saved === saved) return current;
        // What the person made of the article belongs to all of its copies.
        const version = parseArticle({ ...(await readVersion(id, saved)), ...ownStateOf(current) });
        await keep(current);
        const staged = join(layout.temp, tempName(id));
        await staging(staged, () => copyArticleFolder(disk, folderOf(id, saved), staged, version));
        await exchange(options, id, staged);
        // Should it stay, it is the same as the article and passed over.
        await discard(id, saved).catch(unlessOfDisk);
        return version;
      }),

    trashVersion: (id: ArticleId, saved: string): Promise<void> =>
      beside(id, NOT_REMOVED, async () => {
        await known(id);
        if (!(await hasFolder(disk, folderOf(id, saved)))) throw goneCopy();
        const trashed = layout.trashedCopy(id, copyName(saved));
        await options.trash.note([basename(trashed)]);
        await disk.remove(trashed);
        await moveDurably(disk, folderOf(id, saved), trashed, layout.versionsOf(id));
        await disk.syncFolder(layout.trash);
      }),

    restoreVersion: (id: ArticleId, saved: string): Promise<void> =>
      beside(id, NOT_RESTORED, async () => {
        const trashed = layout.trashedCopy(id, copyName(saved));
        if (!(await hasFolder(disk, trashed))) throw goneCopy();
        await options.makeFolder(layout.versionsOf(id), layout.versions);
        // The same copy may have been kept again meanwhile.
        if (await hasFolder(disk, folderOf(id, saved))) await disk.remove(trashed);
        else await moveDurably(disk, trashed, folderOf(id, saved), layout.versionsOf(id));
        await disk.syncFolder(layout.trash);
      }),

    removeVersion: (id: ArticleId, saved: string): Promise<void> =>
      beside(id, NOT_REMOVED, async () => {
        await known(id);
        if (!(await hasFolder(disk, folderOf(id, saved)))) throw goneCopy();
        await discard(id, saved);
      }),
  };
}

function goneCopy(): AppError {
  return new AppError('not-found', 'This copy of the article is not in the library any more. Nothing was changed.');
}

/** What failed was only tidying up; a bug is none of the disk's. */
function unlessOfDisk(failure: unknown): void {
  if (errorNameOf(failure) === undefined) throw failure;
}

/** What cannot be read stays where it is. */
function unlessDamaged(failure: unknown): undefined {
  if (failure instanceof AppError && failure.code === 'unreadable') return undefined;
  throw failure;
}
