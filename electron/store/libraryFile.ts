// The file that says that a folder is a library: made when it is missing, refused when a newer Layover made it.
import * as v from 'valibot';
import { refuseNewer } from './articleSchema.ts';
import type { Disk } from './disk.ts';
import type { JsonFileOptions } from './jsonAdapter.ts';
import { createJsonFile, openJsonFile } from './jsonFile.ts';
import type { Layout } from './layout.ts';

const librarySchema = v.looseObject({ format: v.literal(1), created: v.string() });
type LibraryFile = v.InferOutput<typeof librarySchema>;

/** Before anything is touched: what a newer Layover made is left exactly as it is. Throws `AppError('unreadable')`. */
export async function refuseNewerLibrary(disk: Disk, layout: Layout, now: () => Date): Promise<void> {
  await openJsonFile(layout.libraryFile, { ...shapeOf(now), disk, now, isReadOnly: true });
}

/** Reads the file, and writes it when there is none. Throws `AppError`: `unreadable`, `disk`. */
export async function openLibraryFile(
  layout: Layout,
  given: Omit<JsonFileOptions<LibraryFile>, 'parse' | 'initial'> & { readonly disk: Disk },
): Promise<void> {
  const options = { ...given, ...shapeOf(given.now) };
  const file = await openJsonFile(layout.libraryFile, options);
  if ((await given.disk.sizeOf(layout.libraryFile)) === undefined) {
    await createJsonFile(layout.libraryFile, file.value, options);
  }
}

function shapeOf(now: () => Date) {
  return {
    parse: (json: unknown) => {
      refuseNewer(json);
      return v.parse(librarySchema, json);
    },
    initial: () => ({ format: 1 as const, created: now().toISOString() }),
  };
}
