// A folder with one dictionary in; the dictionary out, whichever format it has. Folders of installed dictionaries hold one each.
import { readdir } from 'node:fs/promises';
import type { DictionaryFacts } from '#contract/dictionary.ts';
import { damaged } from './damage.ts';
import { openDictd } from './dictd.ts';
import { partsIn, type OpenDictionary, type Parts } from './opened.ts';
import { openStarDict, starDictFacts } from './starDict.ts';

/** Opens the dictionary in a folder. Throws `unreadable`, `too-large` and the system's error. */
export async function openFolder(folder: string): Promise<OpenDictionary> {
  return openParts(await partsOf(folder));
}

/** The facts of the dictionary in a folder; of a StarDict one without opening it. Throws as `openFolder`. */
export async function factsOf(folder: string): Promise<DictionaryFacts> {
  const parts = await partsOf(folder);
  if (parts.has('ifo')) return starDictFacts(parts);
  const opened = await openDictd(parts);
  await opened.close();
  return opened.facts;
}

function openParts(parts: Parts): Promise<OpenDictionary> {
  return parts.has('ifo') ? openStarDict(parts) : openDictd(parts);
}

async function partsOf(folder: string): Promise<Parts> {
  for (const name of (await readdir(folder)).sort()) {
    const stem = /^(.+)\.(?:ifo|index)$/i.exec(name)?.[1];
    if (stem !== undefined) return partsIn(folder, stem);
  }
  throw damaged('its files are missing');
}
