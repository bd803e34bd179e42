// A file that the person chose in; whether it is a backup, a trip pack or an exported library of Layover's own, known by its first bytes and its table and not by
// its name, and what is in it, out. It may be larger than memory: no more of it is held than one article.
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { archiveKind, BACKUP, openBackup, TRIP_PACK } from '../../exchange/export/backupArchive.ts';
import { isLibraryJson, readLibraryJson, type LibraryRecord } from '../../exchange/export/libraryJson.ts';
import type { ByteSource } from '../../exchange/export/zipReader.ts';
import { errorNameOf } from '../../store/disk.ts';

const HEAD_BYTES = 200;
const articleSchema = v.looseObject({ id: v.custom<ArticleId>((id) => typeof id === 'string' && isArticleId(id)) });

/** What the file is. Throws the system's errors. */
export async function ownFileKind(handle: FileHandle): Promise<'backup' | 'trip' | 'json' | undefined> {
  const begin = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await handle.read(begin, 0, HEAD_BYTES, 0);
  const text = begin.subarray(0, bytesRead).toString('utf8');
  if (text.startsWith('PK')) {
    const kind = await archiveKind(await byteSource(handle));
    return kind === undefined ? undefined : kind === TRIP_PACK ? 'trip' : 'backup';
  }
  return isLibraryJson(text) ? 'json' : undefined;
}

/** Whether a file is a trip pack, whole or not. What cannot be read is none: whoever reads files tells why. */
export async function isTripPack(path: string): Promise<boolean> {
  try {
    const handle = await open(path, 'r');
    try {
      return (await handle.stat()).isFile() && (await ownFileKind(handle)) === 'trip';
    } finally {
      await handle.close();
    }
  } catch (failure) {
    if (errorNameOf(failure) === undefined) throw failure;
    return false;
  }
}

/** The articles in it; `undefined` when it is none of Layover's own. Throws `unreadable` when it is damaged, and the system's errors. */
export async function articlesInOwnFile(path: string): Promise<readonly ArticleId[] | undefined> {
  const handle = await open(path, 'r');
  try {
    // A folder is no file that could be read.
    if (!(await handle.stat()).isFile()) return undefined;
    const kind = await ownFileKind(handle);
    if (kind === undefined) return undefined;
    if (kind !== 'json') return (await openBackup(await byteSource(handle), kind === 'trip' ? TRIP_PACK : BACKUP)).ids;
  } finally {
    await handle.close();
  }
  const ids: ArticleId[] = [];
  for await (const record of ownRecords(path)) {
    const article = 'picture' in record ? undefined : v.safeParse(articleSchema, record.article);
    if (article?.success === true) ids.push(article.output.id);
  }
  return ids;
}

/** The records of an exported library, each as it is read. */
export function ownRecords(path: string): AsyncGenerator<LibraryRecord, void> {
  return readLibraryJson(
    createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY }),
  );
}

/** The bytes of an open file, in parts. */
export async function byteSource(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    size,
    async read(at, length) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
      const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, at);
      return bytes.subarray(0, bytesRead);
    },
  };
}
