// Everything that a library has of its articles, one after the other: as lines of JSON, or as the files of a backup. What cannot be read is told
// and left out.
import type { ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { picturesOf, toCopyRecord } from '../restoring/articleRecord.ts';
import { TRIP_PACK, writeBackup, type BackupArticle, type FolderFiles } from '../../exchange/export/backupArchive.ts';
import { JSON_END, jsonHead, jsonLine } from '../../exchange/export/libraryJson.ts';
import type { ZipWriter } from '../../exchange/export/zipWriter.ts';
import { pictureReader } from './exportItems.ts';
import type { JobDesk } from './libraryJobs.ts';
import { settingsForBackup } from './settingsForBackup.ts';
import { newestFirst } from '../finding/newestFirst.ts';
import { eachWholeFeed } from '../following/feedAdmission.ts';
import { checkKept, type KeptHighlights } from '../../store/highlightSchema.ts';
import { toJsonText } from '../../store/jsonAdapter.ts';
import { copyName } from '../../store/layout.ts';
import type { TripRecord } from '../../store/tripFiles.ts';
import type { Library } from '../../store/library.ts';
import type { WholeArticle } from '../../store/wholeArticles.ts';

interface Whole {
  readonly id: ArticleId;
  readonly whole: WholeArticle;
  readonly versions: readonly WholeArticle[];
  readonly marks: KeptHighlights;
  readonly pictures: readonly string[];
}

/** The document, in pieces: each article, and before it the pictures that it is the first to show. */
export async function* libraryToJson(
  ids: readonly ArticleId[],
  exported: string,
  desk: JobDesk,
  library: Library,
): AsyncGenerator<string, void> {
  const readPicture = pictureReader(library);
  const written = new Set<string>();
  let isFirst = true;
  yield jsonHead(exported);
  for await (const { whole, versions, marks, pictures } of eachWhole(ids, desk, library)) {
    for (const picture of pictures) {
      if (written.has(picture)) continue;
      written.add(picture);
      const bytes = await readPicture(picture);
      if (bytes === undefined) continue;
      yield jsonLine({ picture, bytes: Buffer.from(bytes).toString('base64') }, isFirst);
      isFirst = false;
    }
    const { highlights, changes } = marks;
    const copies = versions.map(toCopyRecord);
    yield jsonLine({ ...toCopyRecord(whole), highlights, highlightChanges: changes, versions: copies }, isFirst);
    isFirst = false;
  }
  yield JSON_END;
}

/** Writes a backup of all articles that are not in the trash, with what is followed, trips, settings and what is remembered of reading. */
export async function libraryToBackup(library: Library, desk: JobDesk, created: string, zip: ZipWriter): Promise<void> {
  const ids = newestFirst(library.catalogue);
  desk.tell({ total: ids.length });
  const settings = settingsForBackup(library.settings());
  const { speed } = library.readingMemory();
  await writeBackup(
    created,
    backupArticles(ids, desk, library),
    [
      ['settings.json', toJsonText({ format: 1, ...settings })],
      ['reading.json', toJsonText({ format: 1, speed })],
      ['feeds.json', toJsonText({ format: 1, feeds: await toList(eachWholeFeed(library.feeds)) })],
      [
        'trips.json',
        toJsonText({ format: 1, trips: (await library.trips.all()).filter(({ removed }) => removed === null) }),
      ],
    ],
    pictureReader(library),
    zip,
  );
}

async function toList<T>(each: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const one of each) all.push(one);
  return all;
}

/** Writes the articles of a trip, without their other copies, and what is kept of the trip. */
export function tripToPack(
  trip: TripRecord,
  ids: readonly ArticleId[],
  library: Library,
  desk: JobDesk,
  created: string,
  zip: ZipWriter,
): Promise<void> {
  const { secondsBefore: _seconds, atLanding: _landing, ...record } = trip;
  const own = toJsonText({ ...record, packed: null, removed: null });
  return writeBackup(
    created,
    backupArticles(ids, desk, library, false),
    [['trip.json', own]],
    pictureReader(library),
    zip,
    TRIP_PACK,
  );
}

async function* backupArticles(
  ids: readonly ArticleId[],
  desk: JobDesk,
  library: Library,
  hasCopies = true,
): AsyncGenerator<BackupArticle, void> {
  for await (const { id, whole, versions, marks, pictures } of eachWhole(ids, desk, library, hasCopies)) {
    const { changes } = marks;
    const highlights = marks.highlights.map(({ articleId: _id, ...each }) => each);
    const isEmpty = highlights.length === 0 && changes.length === 0;
    yield {
      id,
      files: toFolder(whole),
      versions: versions.map((each) => ({ name: copyName(each.article.saved), files: toFolder(each) })),
      highlights: isEmpty ? null : toJsonText({ format: 1, id, title: whole.article.title, highlights, changes }),
      pictures,
    };
  }
}

function toFolder({ article, files }: WholeArticle): FolderFiles {
  return [['article.json', new TextEncoder().encode(toJsonText(article))], ...files];
}

async function* eachWhole(
  ids: readonly ArticleId[],
  desk: JobDesk,
  library: Library,
  hasCopies = true,
): AsyncGenerator<Whole, void> {
  let added = 0;
  for (const [index, id] of ids.entries()) {
    desk.throwIfCancelled();
    let read: Whole | undefined;
    try {
      read = await readWhole(id, library, hasCopies);
    } catch (failure) {
      const isOfArticle =
        failure instanceof AppError && (failure.code === 'unreadable' || failure.code === 'not-found');
      if (!isOfArticle) throw failure;
      const row = library.catalogue.rowOf(id);
      desk.leaveOut({ title: row === undefined ? id : library.catalogue.title(row), reason: failure.message });
    }
    if (read !== undefined) {
      yield read;
      added += 1;
    }
    desk.tell({ done: index + 1, added });
  }
}

/** Highlights in the form in which they lie on the disk, so that the same ones are always written in the same way. */
async function readWhole(id: ArticleId, library: Library, hasCopies: boolean): Promise<Whole> {
  const whole = await library.wholeArticle(id);
  const marks = checkKept(id, await library.highlights.kept(id));
  const versions: WholeArticle[] = [];
  const copies = hasCopies ? await library.versions(id) : [];
  for (const { saved } of copies) versions.push(await library.wholeVersion(id, saved));
  const pictures = picturesOf([whole, ...versions].map(({ article }) => article));
  return { id, whole, versions, marks, pictures };
}
