// What other programs exported in, as the terminal names it; in the library or on its way to it, with the count of what became of it, out.
import { basename } from 'node:path';
import { AppError } from '#contract/errors.ts';
import type { ImportPreview, ImportProgress } from '#contract/imports.ts';
import { readChosen } from '../capture/readChosen.ts';
import { toExportError } from '../library/exporting/exportFailure.ts';
import type { Layover } from '../layover.ts';
import { articlesInOwnFile } from '../library/restoring/ownFile.ts';
import { restoreFrom } from './libraryWork.ts';
import { print } from './standardStreams.ts';

/** How to import. */
export interface ImportAllOptions {
  readonly isJson: boolean;
  /** Whether only to tell what is in the files. */
  readonly isPreview: boolean;
  /** Whether to follow the feeds that they name; those of a file that holds nothing else are followed anyway. */
  readonly follows: boolean;
}

/** Finishes what an import before left undone, then does this one; answers the exit code. Throws `AppError` when nothing could be read. */
export async function importAll(
  layover: Layover,
  paths: readonly string[],
  { isJson, isPreview, follows }: ImportAllOptions,
): Promise<number> {
  const { imports } = layover;
  const [file, ...more] = paths;
  const own = file === undefined || more.length > 0 ? undefined : await lookAtOwn(file);
  if (file !== undefined && own !== undefined) {
    if (!isPreview) return restoreFrom(layover, { file, isJson });
    const fresh = own.filter((id) => layover.library.catalogue.rowOf(id) === undefined).length;
    const found = { name: basename(file), articles: own.length, fresh };
    await print(isJson ? `${JSON.stringify(found, null, 2)}\n` : `layover: ${own.length} articles\n${fresh} new\n`);
    return 0;
  }
  const files = await readChosen(paths);
  if (!isPreview) {
    // Asked for again because it was cut off, it is not done a second time once it is through.
    const begun = await imports.begun(files, follows);
    await imports.resume();
    for (const { id, state } of await imports.list()) if (state === 'running') await imports.settled(id);
    if (begun !== undefined) return tellEnd(await imports.settled(begun), isJson);
  }
  const preview = await imports.preview(basename(paths[0] ?? ''), files);
  if (isPreview) {
    await print(isJson ? `${JSON.stringify(preview, null, 2)}\n` : previewText(preview));
    return 0;
  }
  await imports.start(preview.id, follows || (preview.feeds > 0 && preview.rows === 0));
  return tellEnd(await imports.settled(preview.id), isJson);
}

async function tellEnd(progress: ImportProgress, isJson: boolean): Promise<number> {
  await print(isJson ? `${JSON.stringify(progress, null, 2)}\n` : progressText(progress));
  return progress.state === 'done' ? 0 : 1;
}

function lookAtOwn(file: string): ReturnType<typeof articlesInOwnFile> {
  return articlesInOwnFile(file).catch((failure: unknown) => {
    const shown = toExportError(failure);
    // What is not there is told by whoever reads files.
    if (shown instanceof AppError && shown.code === 'disk') return undefined;
    throw shown;
  });
}

function previewText({
  feeds,
  formats,
  rows,
  fresh,
  withBody,
  here,
  repeated,
  skipped,
  unknown,
}: ImportPreview): string {
  const leftOut = Object.entries(skipped).map(([skip, count]) => `${count} ${skip}`);
  return [
    `${formats.map(({ format }) => format).join(', ')}: ${rows} rows`,
    `${fresh} new, ${withBody} of them with their text; ${here} here already; ${repeated} repeated`,
    ...(leftOut.length === 0 ? [] : [`left out: ${leftOut.join(', ')}`]),
    ...(feeds === 0 ? [] : [`feeds: ${feeds}`]),
    ...(unknown.length === 0 ? [] : [`not known: ${unknown.join(', ')}`]),
    '',
  ].join('\n');
}

function progressText({ state, done, total, outcomes, followed, failure }: ImportProgress): string {
  const { kept, queued, merged, unchanged, skipped, failed } = outcomes;
  return [
    `${state}: ${done} of ${total} rows`,
    `${kept} kept with their text, ${queued} on their way, ${merged} joined, ${unchanged} as they were, ${skipped} left out, ${failed} failed`,
    ...(queued === 0 ? [] : ['What is on its way is fetched when Layover is open.']),
    ...(followed === 0 ? [] : [`feeds followed: ${followed}`]),
    ...(failure === null ? [] : [failure]),
    '',
  ].join('\n');
}
