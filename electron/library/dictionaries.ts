// The dictionaries of a library: the one that comes with Layover and those that the person added, each in a folder of its own. Joins the
// room that reads them to the library's folders and settings.
import { dirname, join } from 'node:path';
import { isDictionaryName, type DictionaryFacts, type InstalledDictionary, type LookUp } from '#contract/dictionary.ts';
import { AppError, toErrorReport } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { createDictionaryClient } from '../dictionary/dictionaryClient.ts';
import { hasFolder, listIfThere, nodeDisk } from '../store/disk.ts';
import { toDiskError } from '../store/diskError.ts';
import { removeQuietly, renamePatiently, tempName } from '../store/durableFile.ts';
import { layoutOf } from '../store/layout.ts';
import type { Library } from '../store/library.ts';

/** The dictionaries of a library. */
export interface Dictionaries {
  /** All of them, in the order in which they are asked. Throws `disk`. */
  list(): Promise<readonly InstalledDictionary[]>;
  /** Asks those that are switched on. Throws `disk`, `timeout`, `too-large`. */
  lookUp(question: { readonly word: string; readonly lang: string | null }): Promise<LookUp>;
  /**
   * Copies the dictionary that a file belongs to into the library; it is there whole or not at all. Throws `bad-input` for what is none,
   * `unreadable`, `too-large`, `disk`, `locked`.
   */
  add(file: string): Promise<InstalledDictionary>;
  /** Takes a dictionary out; `restore` brings it back until the library is closed. Throws `not-found`, `disk`, `locked`. */
  remove(name: string): Promise<void>;
  restore(name: string): Promise<void>;
  /** Gives up what is being added, and leaves nothing of it. */
  close(): Promise<void>;
}

/** What they are made of. */
export interface DictionaryTools {
  readonly library: Pick<Library, 'folder' | 'assertWritable' | 'settings'>;
  /** The bundled program of their thread. */
  readonly workerFile: string;
  /** The folder of the dictionary that comes with Layover. */
  readonly bundledFolder: string;
}

/** Its name among the others. */
const BUNDLED = 'wordnet';
const MOST_INSTALLED = 100;

/** Makes them; nothing is read before it is asked for. */
export function createDictionaries({ library, workerFile, bundledFolder }: DictionaryTools): Dictionaries {
  const layout = layoutOf(library.folder);
  const client = createDictionaryClient(workerFile);
  const known = new Map<string, DictionaryFacts>();
  const adding = new Set<Promise<unknown>>();
  const folderOf = (name: string): string => (name === BUNDLED ? bundledFolder : join(layout.dictionaries, name));
  const removedFolder = (name: string): string => join(layout.temp, `dictionary-${name}`);

  async function describe(name: string): Promise<InstalledDictionary> {
    const isOn = library.settings().dictionaries.find((each) => each.name === name)?.isOn ?? true;
    const shared = { name, isOn, isBundled: name === BUNDLED };
    try {
      const facts = known.get(name) ?? (await client.facts(folderOf(name)));
      known.set(name, facts);
      return { ...facts, ...shared, failure: null };
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
      const { message } = toErrorReport(failure);
      return { title: name, entries: 0, sizeBytes: 0, from: null, to: null, ...shared, failure: message };
    }
  }

  async function names(): Promise<readonly string[]> {
    const entries = await asDisk(listIfThere(nodeDisk, layout.dictionaries));
    const installed = entries.filter(
      ({ kind, name }) => kind === 'folder' && isDictionaryName(name) && name !== BUNDLED,
    );
    const all = [BUNDLED, ...installed.map(({ name }) => name).sort()].slice(0, MOST_INSTALLED);
    const order = library.settings().dictionaries.map(({ name }) => name);
    const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
    return all.sort((a, b) => placeOf(a) - placeOf(b));
  }

  async function list(): Promise<readonly InstalledDictionary[]> {
    return Promise.all((await names()).map(describe));
  }

  function assertWritable(): void {
    library.assertWritable();
  }

  /** Moves a dictionary's folder, durably. */
  async function move(from: string, to: string): Promise<void> {
    await nodeDisk.makeFolder(layout.dictionaries);
    await renamePatiently(nodeDisk, from, to);
    for (const folder of new Set([layout.root, dirname(from), dirname(to)])) await nodeDisk.syncFolder(folder);
  }

  async function add(file: string): Promise<InstalledDictionary> {
    const unfinished = join(layout.temp, tempName('dictionary'));
    try {
      await asDisk(nodeDisk.makeFolder(unfinished));
      const facts = await client.unpack(file, unfinished);
      const taken = await names();
      if (taken.length >= MOST_INSTALLED) throw tooMany();
      const name = nameFor(facts.title, [...taken, ...(await removedNames(layout.temp))]);
      await asDisk(move(unfinished, folderOf(name)));
      known.set(name, facts);
      return await describe(name);
    } catch (failure) {
      await removeQuietly(nodeDisk, unfinished);
      throw failure;
    }
  }

  return {
    list,
    async lookUp(question) {
      const usable = (await list()).filter(({ isOn }) => isOn);
      return client.lookUp(
        question,
        usable.map(({ title, name }) => ({ title, folder: folderOf(name) })),
      );
    },
    async add(file) {
      assertWritable();
      const work = add(file);
      adding.add(work);
      try {
        return await work;
      } finally {
        adding.delete(work);
      }
    },
    async remove(name) {
      assertWritable();
      if (name === BUNDLED || !(await names()).includes(name)) throw notThere();
      await client.release(folderOf(name));
      await asDisk(move(folderOf(name), removedFolder(name)));
      known.delete(name);
    },
    async restore(name) {
      assertWritable();
      if (!(await hasFolder(nodeDisk, removedFolder(name)))) throw notThere();
      await asDisk(move(removedFolder(name), folderOf(name)));
    },
    async close() {
      await client.close();
      // What was given up is removed before the library is another's.
      await Promise.allSettled(adding);
    },
  };
}

/** What was removed may come back, so its name is not given away. */
async function removedNames(temp: string): Promise<readonly string[]> {
  const entries = await asDisk(listIfThere(nodeDisk, temp));
  return entries.flatMap(({ name }) => (name.startsWith('dictionary-') ? [name.slice('dictionary-'.length)] : []));
}

/** A name for its folder that no other has: short, small letters, digits and dashes. */
function nameFor(title: string, taken: readonly string[]): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const stem = plain === '' ? 'dictionary' : plain;
  let name = stem;
  for (let number = 2; taken.includes(name); number += 1) name = `${stem}-${number}`;
  return name;
}

async function asDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (failure) {
    throw toDiskError(failure, 'The dictionaries could not be changed or read');
  }
}

function notThere(): AppError {
  return new AppError('not-found', 'This dictionary is not in the library any more. Nothing was changed.');
}

function tooMany(): AppError {
  return new AppError(
    'too-large',
    `There are ${MOST_INSTALLED} dictionaries already. Remove one, then add this one again.`,
    { detail: detail('mostDictionaries', '', MOST_INSTALLED) },
  );
}
