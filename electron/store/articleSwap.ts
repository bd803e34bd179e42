// A finished article folder takes its place in one step, or takes the place of an older one so that a crash leaves one of the two.
import type { ArticleId } from '#contract/article.ts';
import { errorNameOf, hasFolder, type Disk } from './disk.ts';
import { removeQuietly, renamePatiently } from './durableFile.ts';
import type { Layout } from './layout.ts';

/** Where the swap happens. */
export interface SwapPlace {
  readonly disk: Disk;
  readonly layout: Layout;
}

/** Where articles go to and come from. */
export interface TrashPlace extends SwapPlace {
  /** Resolves when the names in the trash are on the device; many that wait share one sync. Throws the system's error. */
  readonly syncTrash: () => Promise<void>;
}

/** Moves a staged folder into place and waits until that is durable. On failure throws the system's error, and the article is not there. */
export async function publish({ disk, layout }: SwapPlace, id: ArticleId, staged: string): Promise<void> {
  const folder = layout.article(id);
  try {
    await renamePatiently(disk, staged, folder);
  } catch (failure) {
    await removeQuietly(disk, staged);
    throw failure;
  }
  try {
    await disk.syncFolder(layout.articleShard(id));
  } catch (failure) {
    // Not acknowledged, so it should not turn up later either.
    await renameQuietly(disk, folder, staged);
    await removeQuietly(disk, staged);
    throw failure;
  }
}

/**
 * Puts a staged folder in the place of an article's. No system renames one full folder over another, so the old one waits in
 * `temp/ID.replaced`; when the library is opened and finds it there without its article, it moves back (`recoverReplaced`).
 * On failure throws the system's error, and the old article is in its place again.
 */
export async function exchange({ disk, layout }: SwapPlace, id: ArticleId, staged: string): Promise<void> {
  const folder = layout.article(id);
  const old = layout.replaced(id);
  try {
    await settle({ disk, layout }, id);
    await renamePatiently(disk, folder, old);
  } catch (failure) {
    await removeQuietly(disk, staged);
    throw failure;
  }
  try {
    await renamePatiently(disk, staged, folder);
  } catch (failure) {
    await putBack(disk, staged, old, folder);
    throw failure;
  }
  try {
    await disk.syncFolder(layout.articleShard(id));
  } catch (failure) {
    await renameQuietly(disk, folder, staged);
    await putBack(disk, staged, old, folder);
    throw failure;
  }
  await removeQuietly(disk, old);
}

/**
 * Moves an article into the trash and waits until that is durable. An older copy of it there, brought back by hand, is replaced.
 * On failure throws the system's error; the article is then in one of the two places, the old one if possible, and asking again ends it.
 */
export async function moveToTrash(place: TrashPlace, id: ArticleId): Promise<void> {
  const { disk, layout } = place;
  await settle(place, id);
  if (await hasFolder(disk, layout.article(id))) {
    await disk.remove(layout.trashed(id));
    await renamePatiently(disk, layout.article(id), layout.trashed(id));
  }
  await syncMove(place, id, layout.trashed(id), layout.article(id));
}

/** Moves an article back from the trash, as `moveToTrash` moves it there. */
export async function moveFromTrash(place: TrashPlace, id: ArticleId): Promise<void> {
  const { disk, layout } = place;
  if (await hasFolder(disk, layout.trashed(id))) {
    await renamePatiently(disk, layout.trashed(id), layout.article(id));
  }
  await syncMove(place, id, layout.article(id), layout.trashed(id));
}

async function syncMove(
  { disk, layout, syncTrash }: TrashPlace,
  id: ArticleId,
  to: string,
  from: string,
): Promise<void> {
  try {
    await Promise.all([disk.syncFolder(layout.articleShard(id)), syncTrash()]);
  } catch (failure) {
    await renameQuietly(disk, to, from);
    throw failure;
  }
}

/** Ends an exchange that failed half-way: the old version goes back when its place is empty, and away when it is not. Throws the system's error. */
export async function settle({ disk, layout }: SwapPlace, id: ArticleId): Promise<void> {
  const [folder, old] = [layout.article(id), layout.replaced(id)];
  if (!(await hasFolder(disk, old))) return;
  if (await hasFolder(disk, folder)) await disk.remove(old);
  else await renamePatiently(disk, old, folder);
}

async function putBack(disk: Disk, staged: string, old: string, folder: string): Promise<void> {
  try {
    await renamePatiently(disk, old, folder);
  } finally {
    await removeQuietly(disk, staged);
  }
}

async function renameQuietly(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.rename(from, to);
  } catch (failure) {
    if (errorNameOf(failure) === undefined) throw failure;
  }
}
