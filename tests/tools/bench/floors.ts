// Bytes in; how long the device takes to keep them out, with nothing around it: what no store that keeps its word can undercut.
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';

let counter = 0;

/** Runs a task and answers its milliseconds. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await task();
  return performance.now() - started;
}

/** Writes each file, waits for the device, gives each its name, and waits for the names: write, fsync, rename, and one fsync of the folder. */
export async function writeBare(folder: string, files: readonly Uint8Array[]): Promise<void> {
  await Promise.all(
    files.map(async (bytes) => {
      counter += 1;
      const path = join(folder, String(counter));
      const file = await open(`${path}.tmp`, 'wx');
      await file.writeFile(bytes);
      await file.sync();
      await file.close();
      await rename(`${path}.tmp`, path);
    }),
  );
  await syncFolder(folder);
}

/** Makes a folder to be moved, outside of what is timed. */
export async function folderToMove(folder: string): Promise<string> {
  counter += 1;
  const made = join(folder, `moved-${counter}`);
  await mkdir(made);
  return made;
}

/** Moves a folder into another and waits for both: rename, and two fsyncs. */
export async function moveBare(folder: string, from: string, to: string): Promise<void> {
  counter += 1;
  await rename(folder, join(to, String(counter)));
  await Promise.all([syncFolder(from), syncFolder(to)]);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
