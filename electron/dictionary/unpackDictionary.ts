// A file that a person chose in; the parts of the dictionary it belongs to, copied into an empty folder under names of our own, synced, and
// opened there once, out. An archive is looked through for one dictionary. Refuses what is too large and what is not whole.
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DictionaryFacts } from '#contract/dictionary.ts';
import { partsInArchive } from './archiveParts.ts';
import { damaged, notOne, tooLarge } from './damage.ts';
import { languagesIn } from './languages.ts';
import { openFolder } from './openFolder.ts';
import { partsIn, type PartSource } from './opened.ts';

/** All parts of a dictionary together. */
const MOST_BYTES = 2 * 1024 * 1024 * 1024;

/** Copies and checks. Throws `bad-input` for a file that is of no dictionary, `unreadable`, `too-large`, and the system's error. */
export async function unpackDictionary(file: string, into: string): Promise<DictionaryFacts> {
  const name = basename(file);
  const { stem, sources } = await sourcesOf(file, name);
  for (const source of sources) await copy(source, join(into, `${stem}.${source.part}`));
  const folder = await open(into, 'r').catch(() => undefined);
  // Windows opens no folders.
  await folder?.sync().catch(() => undefined);
  await folder?.close();
  const opened = await openFolder(into);
  await opened.close();
  if (opened.facts.entries === 0) throw damaged('it has no words');
  return opened.facts;
}

async function sourcesOf(
  file: string,
  name: string,
): Promise<{ readonly stem: string; readonly sources: readonly PartSource[] }> {
  if (/\.(?:zip|tar\.gz|tgz|tar)$/i.test(name)) {
    const { stem, parts } = await partsInArchive(file);
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

async function copy(source: PartSource, to: string): Promise<void> {
  if ('path' in source) await pipeline(createReadStream(source.path), createWriteStream(to, { flags: 'wx' }));
  const handle = await open(to, 'path' in source ? 'r+' : 'wx');
  try {
    if ('bytes' in source) await handle.writeFile(source.bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
