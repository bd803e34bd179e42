// What an opened dictionary is, whatever its format, and what a file of a dictionary may be called.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Definition, DictionaryFacts } from '#contract/dictionary.ts';
import { openFileSource, type ByteSource } from './byteSource.ts';
import { damaged } from './damage.ts';
import { openDictzip } from './dictzip.ts';

/** A dictionary whose words can be looked up. */
export interface OpenDictionary {
  readonly facts: DictionaryFacts;
  /** At most so many definitions of words spelt so, but for capitals and accents. Throws `unreadable`. */
  define(word: string, most: number): Promise<readonly Definition[]>;
  /** See `Headwords.nearest`. */
  nearest(word: string, most: number): readonly string[];
  close(): Promise<void>;
}

/** A definition is read up to this size; what is longer is a broken index or no definition. */
export const MOST_DEFINITION = 4 * 1024 * 1024;
/** An index, unpacked. */
export const MOST_INDEX = 256 * 1024 * 1024;
/** Words of a dictionary with its synonyms. */
export const MOST_WORDS = 4_000_000;

/** The endings of a dictionary's files, those that say what it is first. */
export const PARTS = ['ifo', 'index', 'idx', 'idx.gz', 'dict', 'dict.dz', 'syn', 'syn.dz'] as const;
/** An ending of a dictionary's file. */
export type Part = (typeof PARTS)[number];

/** A part and where its bytes are. */
export type PartSource = { readonly part: Part } & ({ readonly path: string } | { readonly bytes: Uint8Array });

/** The parts that lie in a folder or beside each other: ending → path. */
export type Parts = ReadonlyMap<Part, string>;

/** The dictionary's files with one beginning to their names in a folder; capitals make no difference. Throws the system's error. */
export async function partsIn(folder: string, stem: string): Promise<Parts> {
  const names = await readdir(folder);
  const parts = new Map<Part, string>();
  for (const part of PARTS) {
    const name = names.find((each) => each.toLowerCase() === `${stem}.${part}`.toLowerCase());
    if (name !== undefined) parts.set(part, join(folder, name));
  }
  return parts;
}

/** Opens the texts, packed or not. Throws `unreadable` when they are missing or damaged. */
export async function openTexts(parts: Parts): Promise<ByteSource> {
  const plain = parts.get('dict');
  if (plain !== undefined) return openFileSource(plain);
  const packed = parts.get('dict.dz');
  if (packed === undefined) throw damaged('the file with its texts, .dict or .dict.dz, is missing');
  const source = await openFileSource(packed);
  try {
    return await openDictzip(source);
  } catch (failure) {
    await source.close();
    throw failure;
  }
}

/** What all its files take on the disk. Throws the system's error. */
export async function sizeOfParts(parts: Parts): Promise<number> {
  let size = 0;
  for (const path of parts.values()) {
    const source = await openFileSource(path);
    size += source.size;
    await source.close();
  }
  return size;
}
