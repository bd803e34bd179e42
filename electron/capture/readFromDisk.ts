// The path of a file or folder that the person named comes in; what to save goes out, whole, so that nothing is looked for on the disk
// later. A page that a browser saved brings the folder of its parts along. Refuses what cannot be read or is too large.
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Zip, ZipPassThrough } from 'fflate';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import type { SaveSource } from '#contract/save.ts';
import { lookAtDocument } from './documentLook.ts';
import { PAGE_FOLDER_MARK } from './formats/fileFormat.ts';

const MIB = 1024 * 1024;
const MAX_FILE_BYTES = 100 * MIB;
const MAX_PARTS_BYTES = 64 * MIB;
const MAX_PARTS = 2000;
const MAX_DEPTH = 4;

/**
 * Reads a file, and for a page the pictures in the folder beside it that it names (`NAME_files`, in any language). Links are not
 * followed. Throws `not-found`, `unreadable` and `too-large`; a part that cannot be read is left out.
 */
export async function readFromDisk(path: string): Promise<SaveSource> {
  const name = basename(path);
  const bytes = await readWhole(path);
  const folder = lookAtDocument(bytes).is === 'html' ? await folderBeside(path, bytes) : undefined;
  if (folder === undefined) return { from: 'file', name, bytes };
  const parts = await readParts(join(dirname(path), folder), folder);
  return { from: 'file', name, bytes: await packPage(name, bytes, parts) };
}

/** Packs a page and its parts, by their paths beside it, into one file that is opened as such; waits between pieces. */
async function packPage(name: string, page: Uint8Array, parts: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  if (parts.size === 0) return page;
  const pieces: Uint8Array[] = [];
  const archive = new Zip((failure, piece) => {
    if (failure !== null) throw failure;
    pieces.push(piece);
  });
  const files = [[PAGE_FOLDER_MARK, new Uint8Array()], [name.replace(/[/\\]/g, '_'), page], ...parts] as const;
  for (const [path, bytes] of files) {
    const entry = new ZipPassThrough(path);
    // The same page packed twice is the same file.
    entry.mtime = '1980-01-01T12:00:00';
    archive.add(entry);
    for (let at = 0; at < bytes.length; at += MIB) {
      entry.push(bytes.subarray(at, at + MIB), false);
      await nextTurn();
    }
    entry.push(new Uint8Array(), true);
  }
  archive.end();
  return Buffer.concat(pieces);
}

async function readWhole(path: string): Promise<Uint8Array> {
  const name = basename(path);
  try {
    const file = await open(path);
    try {
      const found = await file.stat();
      if (!found.isFile()) throw new AppError('unreadable', `“${name}” is not a file. Nothing was stored.`);
      if (found.size > MAX_FILE_BYTES) {
        throw new AppError(
          'too-large',
          `“${name}” is larger than the ${MAX_FILE_BYTES / MIB} MB that a file may have. Nothing was stored; the file is unchanged.`,
          { detail: detail('largeFile', name, MAX_FILE_BYTES / MIB) },
        );
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError(
      'not-found',
      `“${name}” could not be read. Nothing was stored. Check that it is there and that you may read it.`,
      { cause, detail: detail('unreadFile', name) },
    );
  }
}

/** The folder whose name begins with the page's and stands in the page. */
async function folderBeside(path: string, page: Uint8Array): Promise<string | undefined> {
  const stem = basename(path).replace(/\.[^.]+$/, '');
  const entries = await readdir(dirname(path), { withFileTypes: true }).catch(() => []);
  const text = Buffer.from(page.buffer, page.byteOffset, page.length);
  return entries
    .filter(
      (entry) => entry.isDirectory() && entry.name.startsWith(stem) && /^[-_. ]/.test(entry.name.slice(stem.length)),
    )
    .map(({ name }) => name)
    .find((name) => [name, encodeURI(name), encodeURIComponent(name)].some((written) => text.includes(`${written}/`)));
}

async function readParts(root: string, name: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  const folders: { readonly path: string; readonly name: string; readonly depth: number }[] = [
    { path: root, name, depth: 0 },
  ];
  let left = MAX_PARTS_BYTES;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(folder.path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const part = {
        path: join(folder.path, entry.name),
        name: `${folder.name}/${entry.name}`,
        depth: folder.depth + 1,
      };
      if (entry.isDirectory() && part.depth < MAX_DEPTH) folders.push(part);
      if (!entry.isFile() || parts.size >= MAX_PARTS || !mayBePicture(entry.name)) continue;
      const bytes = await readPart(part.path, left);
      if (bytes === undefined) continue;
      left -= bytes.length;
      parts.set(part.name, bytes);
    }
  }
  return parts;
}

/** `undefined` when it cannot be read, has become a link, or does not fit in any more; its loss is told with the article. */
async function readPart(path: string, left: number): Promise<Uint8Array | undefined> {
  try {
    const { size } = await lstat(path);
    if (size > left) return undefined;
    const bytes = await readWhole(path);
    return bytes.length > left ? undefined : bytes;
  } catch (failure) {
    if (failure instanceof AppError || isSystemError(failure)) return undefined;
    throw failure;
  }
}

function mayBePicture(name: string): boolean {
  return !/\.(?:js|mjs|css|html?|json|woff2?|ttf|otf|mp4|webm|mp3|txt|download)$/i.test(name);
}

function isSystemError(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure;
}
