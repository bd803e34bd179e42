// What a library holds of articles beside those that are read: kept versions, and what is in the trash. Each is found by the name of its folder and
// read whole; a name of any other form is passed over.
import { join } from 'node:path';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { readArticleFolder, type ReadingOptions } from './articleReading.ts';
import { damageIn, type DamagedFiles } from './damagedFiles.ts';
import { hasFolder, listIfThere } from './disk.ts';
import { toDiskError } from './diskError.ts';
import type { Repair } from './jsonAdapter.ts';
import { idOfTrashed, savedOfCopy } from './layout.ts';
import type { TaskQueue } from './taskQueue.ts';

/** A folder with a copy of an article. */
export interface OtherCopy {
  readonly id: ArticleId;
  readonly lies: 'versions' | 'trash';
  /** Below the library's folder, with slashes. */
  readonly place: string;
}

/** What is not as it was saved of a copy. */
export interface CopyDamage extends Pick<DamagedFiles, 'parts' | 'pictures'> {
  /** Why it cannot be read at all; `null` when it can. */
  readonly unreadable: string | null;
  /** What is damaged of its facts, of which there is a good copy; `null` when they are as they were. */
  readonly mendable: string | null;
}

/** The copies. */
export interface OtherCopies {
  /** All of them, the versions first. Throws `AppError('disk')`. */
  otherCopies(): Promise<readonly OtherCopy[]>;
  /**
   * Reads one. What is `mendable` is made good when that is wished and the library may be changed. One that is gone meanwhile is not damaged. Throws
   * `AppError('disk')`.
   */
  damageOfCopy(copy: OtherCopy, mends: boolean): Promise<CopyDamage>;
}

/** Makes what looks for them. */
export function createOtherCopies(options: ReadingOptions & { readonly queue: TaskQueue }): OtherCopies {
  const { disk, layout, queue } = options;

  async function list(): Promise<readonly OtherCopy[]> {
    const copies: OtherCopy[] = [];
    for (const { name: id, kind } of await listIfThere(disk, layout.versions)) {
      if (kind !== 'folder' || !isArticleId(id)) continue;
      for (const { name, kind: is } of await listIfThere(disk, layout.versionsOf(id))) {
        if (is === 'folder' && savedOfCopy(name) !== undefined)
          copies.push({ id, lies: 'versions', place: `versions/${id}/${name}` });
      }
    }
    for (const { name, kind } of await listIfThere(disk, layout.trash)) {
      const id = kind === 'folder' ? idOfTrashed(name) : undefined;
      if (id !== undefined) copies.push({ id, lies: 'trash', place: `trash/${name}` });
    }
    return copies;
  }

  async function read({ id, place }: OtherCopy, mends: boolean): Promise<CopyDamage> {
    const folder = join(layout.root, place);
    let mendable: string | null = null;
    const onRepair = (repair: Repair): void => {
      mendable = repair.reason;
      if (mends) options.onRepair({ ...repair, name: `${place}/article.json` });
    };
    try {
      if (!(await hasFolder(disk, folder))) return { unreadable: null, mendable, parts: [], pictures: [] };
      const reading = { ...options, isReadOnly: options.isReadOnly || !mends, onRepair };
      const article = await readArticleFolder(folder, id, reading);
      const { parts, pictures } = await damageIn(article, folder, options);
      return { unreadable: null, mendable, parts, pictures };
    } catch (failure) {
      const told = toDiskError(failure, 'A copy of an article could not be read');
      if (!(told instanceof AppError) || told.code === 'disk') throw told;
      return { unreadable: told.message, mendable, parts: [], pictures: [] };
    }
  }

  return {
    async otherCopies() {
      try {
        return await list();
      } catch (failure) {
        throw toDiskError(failure, 'The kept versions and the trash could not be listed');
      }
    },
    // Between changes, so that it never looks into the moment of one.
    damageOfCopy: (copy, mends) => queue.run(copy.id, () => read(copy, mends)),
  };
}
