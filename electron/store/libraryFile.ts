// `library.json`, which says what the folder is. Refuses, before anything is touched, a library that a newer Layover made.
import * as v from 'valibot';
import { refuseNewer } from './articleSchema.ts';
import type { Disk } from './disk.ts';
import type { JsonFileOptions } from './jsonAdapter.ts';
import { createJsonFile, openJsonFile } from './jsonFile.ts';
import type { Layout } from './layout.ts';

const librarySchema = v.looseObject({ format: v.literal(1), created: v.string() });

/** How the file is read and written. */
export function libraryFile(now: () => Date) {
  return {
    parse: (json: unknown) => {
      refuseNewer(json);
      return v.parse(librarySchema, json);
    },
    initial: () => ({ format: 1 as const, created: now().toISOString() }),
  };
}

/** Before anything is touched: what a newer Layover made is left exactly as it is. Throws `AppError('unreadable')` for it. */
export async function refuseNewerLibrary(disk: Disk, layout: Layout, now: () => Date): Promise<void> {
  await openJsonFile(layout.libraryFile, { ...libraryFile(now), disk, now, isReadOnly: true });
}

/** Writes the file when it is not there. Throws `AppError('disk')`. */
export async function openLibraryFile(
  layout: Layout,
  options: JsonFileOptions<v.InferOutput<typeof librarySchema>>,
): Promise<void> {
  const file = await openJsonFile(layout.libraryFile, options);
  if ((await options.disk?.sizeOf(layout.libraryFile)) === undefined) {
    await createJsonFile(layout.libraryFile, file.value, options);
  }
}
