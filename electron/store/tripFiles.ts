// Trips, one small file each, and beside it a folder with what the departure checks found and a picture of each first screen. Refuses nothing
// that the contract allows; a file that cannot be read is left as it is, listed, and never written over.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import { isTripId, type CheckResult, type TripId } from '#contract/trip.ts';
import { checkedBy } from './articleSchema.ts';
import type { Unreadable } from './articleReading.ts';
import { toDiskError } from './diskError.ts';
import { removeQuietly, writeDurably } from './durableFile.ts';
import { createJsonFile, openJsonFile, type JsonFile } from './jsonFile.ts';
import { openRecordFiles, type KeptFilesOptions } from './recordFiles.ts';
import { createTaskQueue } from './taskQueue.ts';
import { tripChecks, tripRecord, type NewTrip, type TripRecord } from './tripSchema.ts';

export type { NewTrip, TripRecord } from './tripSchema.ts';

/** The trips of a library; what a promise acknowledges is on disk. Those that name a trip throw `AppError('not-found')` when it is gone. */
export interface TripFiles {
  /** All of them, those that were removed with them; read once and then kept. What cannot be read stands in `unreadable`. Throws `AppError('disk')`. */
  all(): Promise<readonly TripRecord[]>;
  /** Takes up what other hands made of trips and of their checks since they were read; answers which. Throws `AppError('disk')`. */
  lookAgain(): Promise<readonly TripId[]>;
  /** `id` for a trip that has one already; throws `unreadable` when its file is here and damaged. */
  add(trip: NewTrip, id?: TripId): Promise<TripRecord>;
  /** `change` must not alter its argument; what it throws changes nothing. Throws `AppError`: `disk`, `locked`. */
  update(id: TripId, change: (trip: TripRecord) => TripRecord): Promise<TripRecord>;
  /** What was found last of each article; none where it cannot be read, for then nothing is proved. Throws `AppError('disk')`. */
  checks(id: TripId): Promise<readonly CheckResult[]>;
  /** Keeps results in the place of earlier ones of the same keys. Throws `AppError`: `disk`, `locked`. */
  putChecks(id: TripId, results: readonly CheckResult[]): Promise<void>;
  /** Keeps a PNG of an article's first screen and answers its name. Throws `AppError`: `disk`, `locked`. */
  putPicture(id: TripId, key: string, png: Uint8Array): Promise<string>;
  /** Absolute path of such a picture; `undefined` for a name of any other form. */
  pictureFile(id: TripId, name: string): string | undefined;
  /** Forgets a trip and its checks. Throws `AppError`: `disk`, `locked`. */
  erase(id: TripId): Promise<void>;
  unreadable(): readonly Unreadable[];
  /** Resolves when no change is under way. */
  settled(): Promise<void>;
}

const PICTURE_NAME = /^[0-9a-f]{24}\.png$/;

type TripChecks = v.InferOutput<typeof tripChecks>;

/** Opens the files; none is read before it is asked for. */
export function openTripFiles(options: KeptFilesOptions): TripFiles {
  const { layout, disk } = options;
  const shared = { ...options, tempFolder: layout.temp };
  const checkOptions = { ...shared, parse: checkedBy(tripChecks) };
  const records = openRecordFiles<TripId, TripRecord>({
    disk,
    json: { ...shared, keepsDays: true, parse: checkedBy(tripRecord) },
    folder: layout.trips,
    name: 'trips',
    fileOf: (id) => layout.trip(id),
    isId: isTripId,
    problems: { read: 'The trips could not be read', remove: 'The trip could not be removed' },
  });
  const checkFiles = new Map<TripId, JsonFile<TripChecks>>();
  const queue = createTaskQueue();

  async function recordOf(id: TripId): Promise<JsonFile<TripRecord>> {
    await records.all();
    const file = records.get(id);
    if (file === undefined) throw new AppError('not-found', 'This trip is not there any more. Nothing was changed.');
    return file;
  }

  /** To be called in the queue: two that are opened at once would not know of each other's changes. */
  async function openChecks(id: TripId): Promise<JsonFile<TripChecks> | undefined> {
    const known = checkFiles.get(id);
    if (known !== undefined) return known;
    const file = await records.readable(`trips/${id}/checks.json`, () =>
      openJsonFile(layout.tripChecks(id), checkOptions),
    );
    if (file !== undefined) checkFiles.set(id, file);
    return file;
  }

  async function makeFolderOf(id: TripId): Promise<void> {
    try {
      await options.makeFolder(layout.tripFolder(id), layout.trips);
    } catch (failure) {
      throw toDiskError(failure, 'What was checked could not be written down');
    }
  }

  return {
    all: () => records.all(),
    async lookAgain() {
      const changed = new Set(await records.lookAgain());
      for (const [id, file] of checkFiles) if (await queue.run(id, () => file.refresh())) changed.add(id);
      return [...changed];
    },
    async add(trip, id = records.newId()) {
      options.assertWritable();
      await records.all();
      if (records.damaged.has(`trips/${id}.json`))
        throw new AppError('unreadable', 'The file of this trip is here and damaged, so it was not written over.');
      return records.add({ ...trip, format: 1, id });
    },
    async update(id, change) {
      options.assertWritable();
      return (await recordOf(id)).update(change);
    },
    async checks(id) {
      await recordOf(id);
      const file = checkFiles.get(id) ?? (await queue.run(id, () => openChecks(id)));
      return file?.value.checks ?? [];
    },
    putChecks: (id, results) =>
      queue.run(id, async () => {
        options.assertWritable();
        await recordOf(id);
        await makeFolderOf(id);
        const file = await openChecks(id);
        const replaced = new Set(results.map(({ key }) => key));
        const merged = (before: readonly TripChecks['checks'][number][]): TripChecks['checks'] => [
          ...before.filter(({ key }) => !replaced.has(key)),
          ...results.map(writable),
        ];
        if (file !== undefined) await file.update((known) => ({ ...known, checks: merged(known.checks) }));
        else {
          // One that cannot be read proves nothing and is made anew.
          const made: TripChecks = { format: 1, trip: id, checks: merged([]) };
          checkFiles.set(id, await createJsonFile(layout.tripChecks(id), made, checkOptions));
        }
      }),
    async putPicture(id, key, png) {
      options.assertWritable();
      await recordOf(id);
      await makeFolderOf(id);
      const name = `${createHash('sha256').update(key).digest('hex').slice(0, 24)}.png`;
      await writeDurably(join(layout.tripFolder(id), name), png, { disk, tempFolder: layout.temp });
      return name;
    },
    pictureFile: (id, name) => (PICTURE_NAME.test(name) ? join(layout.tripFolder(id), name) : undefined),
    erase: (id) =>
      queue.run(id, async () => {
        options.assertWritable();
        // What is left of checks without a trip is nobody's.
        await records.remove(id);
        checkFiles.delete(id);
        await removeQuietly(disk, layout.tripFolder(id));
      }),
    unreadable: () => records.unreadable(),
    async settled() {
      await records.settled();
      await Promise.all([...checkFiles.values()].map((file) => file.settled()));
      await queue.settled();
    },
  };
}

function writable(result: CheckResult): TripChecks['checks'][number] {
  const { evidence } = result;
  return {
    ...result,
    evidence: evidence && {
      ...evidence,
      failedFonts: [...evidence.failedFonts],
      missingGlyphs: [...evidence.missingGlyphs],
      damaged: [...evidence.damaged],
    },
    problem: result.problem && { ...result.problem },
  };
}

/** A trip's record as another library wrote it. Throws `ValiError`, and `AppError` for a newer form. */
export const parseTripRecord = (json: unknown): TripRecord => checkedBy(tripRecord)(json);

/** Trips as a backup has them; what does not have their form is left out. */
export function parseTripRecords(json: unknown): readonly TripRecord[] {
  const { trips } = v.parse(v.looseObject({ trips: v.array(v.unknown()) }), json);
  return trips.flatMap((each) => {
    const read = v.safeParse(tripRecord, each);
    return read.success ? [read.output] : [];
  });
}
