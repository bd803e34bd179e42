// A file's name in, as the terminal says it; the library or a part of it in that file, or what is in that file in the library, out.
import { lstat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { EXPORT_WORDS } from '#contract/exportWords.ts';
import { FORMS_OF_MANY, type LibraryJob } from '#contract/libraryExport.ts';
import { writeBackupFile } from '../library/exporting/backup.ts';
import type { Layover } from '../layover.ts';
import { destinationOf } from '../library/exporting/destination.ts';
import { exportLibrary } from '../library/exporting/libraryExport.ts';
import { createLibraryJobs, type JobWish } from '../library/exporting/libraryJobs.ts';
import { restoreFile } from '../library/restoring/restoreFile.ts';
import { newestFirst } from '../library/finding/newestFirst.ts';
import { findArticle } from './findArticle.ts';
import { createStatusLine } from './progressLine.ts';
import type { Command } from './readCommand.ts';
import { print } from './standardStreams.ts';

/** Exports and answers the exit code. Throws `AppError` when nothing could be begun. */
export async function exportArticles(layover: Layover, command: Extract<Command, { name: 'export' }>): Promise<number> {
  const { form, file, isJson } = command;
  const ids = await chosenIds(layover, command);
  if (ids.length === 0) throw new AppError('not-found', 'There is no article to export. Nothing was written.');
  const isZipped = FORMS_OF_MANY.includes(form) && /\.zip$/i.test(file);
  const wish = { scope: { ids }, form, isZipped, hasHighlights: true, hasRelated: true, words: EXPORT_WORDS };
  const place = resolve(file);
  if (destinationOf(wish, ids.length).kind === 'folder' && (await isThere(place)))
    throw new AppError(
      'bad-input',
      `"${file}" is there already. Name a folder that is not, or a file that ends with .zip.`,
    );
  return work(
    {
      kind: 'export',
      name: basename(place),
      place,
      run: (desk) => exportLibrary(wish, ids, place, desk, { layover, toPdf: noPdf, now: () => new Date() }),
    },
    isJson,
  );
}

/** Writes everything into one file, reads it back, and answers the exit code. */
export function backUp({ library }: Layover, { file, isJson }: Extract<Command, { name: 'backup' }>): Promise<number> {
  const place = resolve(file);
  const run: JobWish['run'] = (desk) => writeBackupFile(place, library, desk, new Date());
  return work({ kind: 'backup', name: basename(place), place, run }, isJson);
}

/** Joins what is in a backup or an exported library with the library, and answers the exit code. */
export function restoreFrom(
  layover: Layover,
  { file, isJson }: Pick<Extract<Command, { name: 'restore' }>, 'file' | 'isJson'>,
): Promise<number> {
  return work(restoring(layover, file), isJson);
}

/** Joins what is in a trip pack with the library; what was left out is told, the rest is the caller's to tell. Throws `AppError`. */
export function joinPack(layover: Layover, file: string): Promise<LibraryJob> {
  return carryOut(restoring(layover, file));
}

function restoring(layover: Layover, file: string): JobWish {
  const place = resolve(file);
  return { kind: 'restore', name: basename(place), place: null, run: (desk) => restoreFile(place, layover, desk) };
}

async function chosenIds(
  layover: Layover,
  { of }: Extract<Command, { name: 'export' }>,
): Promise<readonly ArticleId[]> {
  if (of === 'library') return newestFirst(layover.library.catalogue);
  if ('ids' in of) return Promise.all(of.ids.map(async (id) => (await findArticle(layover, id)).id));
  const query = 'query' in of ? of.query : viewNamed(layover, of.view);
  await layover.search.ready();
  return layover.care.idsOf({ query });
}

function viewNamed({ library }: Layover, name: string): string {
  const { views } = library.settings();
  const view = views.find((each) => each.name === name);
  if (view !== undefined) return view.query;
  const names = views.map((each) => `"${each.name}"`).join(', ');
  throw new AppError(
    'not-found',
    `There is no view "${name}". ${names === '' ? 'There are none.' : `There are: ${names}.`}`,
  );
}

async function work(wish: JobWish, isJson: boolean): Promise<number> {
  const job = await carryOut(wish);
  await print(isJson ? `${JSON.stringify(job, null, 2)}\n` : textOf(job));
  return job.leftOutCount === 0 ? 0 : 1;
}

async function carryOut(wish: JobWish): Promise<LibraryJob> {
  const line = createStatusLine(process.stderr);
  const bugs: unknown[] = [];
  const jobs = createLibraryJobs(
    ({ done, total, isVerifying }) =>
      line.show(`${isVerifying ? 'reading back' : wish.kind}: ${done}${total === 0 ? '' : ` of ${total}`} articles`),
    (bug) => bugs.push(bug),
  );
  const job = await jobs.begin(wish).over;
  line.clear();
  if (bugs.length > 0) throw bugs[0];
  for (const { title, reason } of job.leftOut) process.stderr.write(`layover: left out: ${title}: ${reason}\n`);
  if (job.error !== null) throw new AppError(job.error.code, job.error.message);
  return job;
}

function textOf({ kind, name, added, merged, done }: LibraryJob): string {
  switch (kind) {
    case 'restore':
      return `${name}: ${done} articles, ${added} new, ${merged} joined\n`;
    case 'backup':
      return `${name}: ${added} articles, read back\n`;
    default:
      return `${name}: ${added} articles\n`;
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The words were refused before. */
function noPdf(): Promise<never> {
  throw new Error('the command line cannot print');
}
