// A file that a person chose in; the parts of the dictionary it belongs to, copied into an empty folder under names of our own, synced, and
// opened there once, out. An archive is looked through for one dictionary. Refuses what is too large and what is not whole. It ends within a piece of
// a file when it is told to.
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DictionaryFacts } from '#contract/dictionary.ts';
import { AppError } from '#contract/errors.ts';
import { partsInArchive } from './archiveParts.ts';
import { damaged, notOne, tooLarge } from './damage.ts';
import { languagesIn } from './languages.ts';
import { openFolder } from './openFolder.ts';
import { partsIn, type PartSource } from './opened.ts';

/** All parts of a dictionary together. */
const MOST_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * Copies and checks. Throws `bad-input` for a file that is of no dictionary, `unreadable`, `too-large`, `cancelled`, and the system's error;
 * what is in the folder then is the caller's to remove.
 */
export async function unpackDictionary(file: string, into: string, signal: AbortSignal): Promise<DictionaryFacts> {
  try {
    return await unpack(file, into, signal);
  } catch (failure) {
    if (!signal.aborted) throw failure;
    throw new AppError('cancelled', 'Layover was closed before the dictionary was here. Add it again to have it.', {
      cause: failure,
    });
  }
}

async function unpack(file: string, into: string, signal: AbortSignal): Promise<DictionaryFacts> {
  const name = basename(file);
  const { stem, sources } = await sourcesOf(file, name, signal);
  for (const source of sources) await copy(source, join(into, `${stem}.${source.part}`), signal);
  const folder = await open(into, 'r').catch(() => undefined);
  // Windows opens no folders.
  await folder?.sync().catch(() => undefined);
  await folder?.close();
  signal.throwIfAborted();
  const opened = await openFolder(into);
  await opened.close();
  if (opened.facts.entries === 0) throw damaged('it has no words');
  return opened.facts;
}

async function sourcesOf(
  file: string,
  name: string,
  signal: AbortSignal,
): Promise<{ readonly stem: string; readonly sources: readonly PartSource[] }> {
  if (/\.(?:zip|tar\.gz|tgz|tar)$/i.test(name)) {
    const { stem, parts } = await partsInArchive(file, signal);
    return { stem: stemOf(stem), sources: parts };
  }
  const stem = /^(.+)\.(?:ifo|index)$/i.exec(name)?.[1];
  if (stem === undefined) throw notOne();
  const parts = await partsIn(dirname(file), stem);
  const sources = [...parts].map(([part, path]) => ({ part, path }));
  let size = 0;
  for (const { path } of sources) size += (await stat(path)).size;
  if (size > MOST_BYTES) throw tooLarge('This dictionary');
  return { stem: stemOf(stem), sources };
}

/** A name of our own for the files; the languages stay in it, as some formats tell them nowhere else. */
function stemOf(name: string): string {
  const [from, to] = languagesIn(name);
  return from === null || to === null ? 'dictionary' : `${from}-${to}`;
}

async function copy(source: PartSource, to: string, signal: AbortSignal): Promise<void> {
  if ('path' in source)
    await pipeline(createReadStream(source.path), createWriteStream(to, { flags: 'wx' }), { signal });
  const handle = await open(to, 'path' in source ? 'r+' : 'wx');
  try {
    if ('bytes' in source) await handle.writeFile(source.bytes, { signal });
    signal.throwIfAborted();
    await handle.sync();
  } finally {
    await handle.close();
  }
}
