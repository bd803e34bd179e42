// The articles of an archive in; each in the library (`restoreLibrary.ts`), with its pictures before it. Counts what became of them.
import * as v from 'valibot';
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { fromFolder, picturesOf } from './articleRecord.ts';
import { inspectImage } from '../../capture/onDemand.ts';
import { IMAGE_LIMITS } from '../../capture/limits.ts';
import type { OpenBackup } from '../../exchange/export/backupArchive.ts';
import type { JobDesk } from '../exporting/libraryJobs.ts';
import { restoreArticle, type ComingArticle, type RestoreTools } from './restoreLibrary.ts';
import type { Library } from '../../store/library.ts';

/** Puts all articles of an archive in. Throws `disk`, `locked`; what is damaged is told and left out. */
export async function restoreArchive(archive: OpenBackup, tools: RestoreTools, desk: JobDesk): Promise<void> {
  const { library } = tools;
  desk.tell({ total: archive.ids.length });
  const counter = createCounter(desk);
  // The oldest first, so that what is here at any moment is a whole library of some day.
  for (const id of [...archive.ids].reverse()) {
    await counter.count(
      id,
      async () => {
        const coming = await comingOf(archive, id);
        for (const picture of picturesOf([coming.whole, ...coming.versions].map(({ article }) => article))) {
          if ((await library.assetFile(picture)) !== undefined) continue;
          const bytes = await archive.picture(picture);
          if (bytes !== undefined) await restorePicture(picture, bytes, library);
        }
        return coming;
      },
      tools,
    );
  }
}

/** An article as it is in an archive. Throws `unreadable`. */
export async function comingOf(archive: OpenBackup, id: ArticleId): Promise<ComingArticle> {
  const { files, versions, highlights } = await archive.article(id);
  return {
    whole: fromFolder(files),
    versions: versions.map((each) => fromFolder(each.files)),
    marks: marksOf(highlights),
  };
}

/** Counts what comes back; one that is damaged is told and left out, and stops no other. */
export function createCounter(desk: JobDesk) {
  const counts = { added: 0, merged: 0, unchanged: 0 };
  let done = 0;
  return {
    async count(name: string, read: () => Promise<ComingArticle>, tools: RestoreTools): Promise<void> {
      desk.throwIfCancelled();
      let title = name;
      try {
        const coming = await read();
        ({ title } = coming.whole.article);
        counts[await restoreArticle(coming, tools)] += 1;
      } catch (failure) {
        if (!(failure instanceof AppError) || failure.code !== 'unreadable') throw failure;
        desk.leaveOut({ title, reason: failure.message });
      }
      done += 1;
      desk.tell({ done, added: counts.added, merged: counts.merged });
    },
  };
}

/** Stores a picture if it is one and what its name says; an article without it shows where it was. Throws `disk`, `locked`. */
export async function restorePicture(file: string, bytes: Uint8Array, library: Library): Promise<void> {
  if ((await library.assetFile(file)) !== undefined) return;
  try {
    const { mediaType } = await inspectImage(bytes, IMAGE_LIMITS);
    await library.putAsset(bytes, mediaType);
  } catch (failure) {
    if (!(failure instanceof AppError) || (failure.code !== 'unreadable' && failure.code !== 'too-large'))
      throw failure;
  }
}

/** What a file of an archive says; `undefined` when it is damaged, for settings are no reason to lose the articles. */
export function soundJson<T>(text: string | undefined, parse: (json: unknown) => T): T | undefined {
  if (text === undefined) return undefined;
  try {
    return parse(JSON.parse(text));
  } catch (failure) {
    if (failure instanceof SyntaxError || failure instanceof v.ValiError || failure instanceof AppError)
      return undefined;
    throw failure;
  }
}

function marksOf(text: string | null): unknown {
  // What is not there does not pass the check of highlights.
  return text === null ? { highlights: [] } : soundJson(text, (json) => json);
}
