// The files of a StarDict dictionary in; its words and what it says of them out. Refuses files that do not fit together. Format: StarDict's
// own doc/StarDictFileFormat, versions 2.4.2 and 3.0.0.
import { basename } from 'node:path';
import type { Definition, DictionaryFacts } from '#contract/dictionary.ts';
import { openFileSource, type ByteSource } from './byteSource.ts';
import { damaged, tooLarge } from './damage.ts';
import { openDictzip } from './dictzip.ts';
import { createHeadwords } from './headwords.ts';
import { languagesIn } from './languages.ts';
import { MOST_INDEX, openTexts, sizeOfParts, type OpenDictionary, type Part, type Parts } from './opened.ts';
import { readRecord } from './starDictRecord.ts';
import { createEntries, type EntryList } from './wordEntries.ts';

const MAX_IFO = 64 * 1024;
/** The format allows 255; a longer one is a broken index. */
const LONGEST_WORD = 1024;

/** What the `.ifo` file says. */
interface Ifo extends Pick<DictionaryFacts, 'title' | 'from' | 'to'> {
  readonly words: number;
  readonly synonyms: number;
  readonly indexSize: number;
  /** Bytes of a place in the texts: 4 or 8. */
  readonly offsetBytes: 4 | 8;
  /** The kinds of the fields of every text; `null` when each tells its own. */
  readonly sequence: string | null;
}

/** The facts of a dictionary, without its words. Throws `unreadable` and the system's error. */
export async function starDictFacts(parts: Parts): Promise<DictionaryFacts> {
  const { title, from, to, words } = await readIfo(parts);
  return { title, from, to, entries: words, sizeBytes: await sizeOfParts(parts) };
}

/** Opens a dictionary. Throws `unreadable`, `too-large` and the system's error. */
export async function openStarDict(parts: Parts): Promise<OpenDictionary> {
  const ifo = await readIfo(parts);
  const texts = await openTexts(parts);
  try {
    const index = await readWhole(parts, 'idx', 'idx.gz');
    if (index === undefined) throw damaged('its index, .idx or .idx.gz, is missing');
    if (index.length < ifo.indexSize) throw damaged('its index is cut off');
    // What it says of itself is believed as far as its bytes allow.
    const entries = createEntries(
      texts.size,
      Math.min(ifo.words, index.length / 10) + Math.min(ifo.synonyms, index.length),
    );
    readIndex(index, ifo.offsetBytes, entries);
    if (entries.count < ifo.words) throw damaged('its index has fewer words than it says');
    const synonyms = (ifo.synonyms > 0 && (await readWhole(parts, 'syn', 'syn.dz'))) || Buffer.alloc(0);
    readSynonyms(synonyms, index.length, entries);
    const { offsets, lengths, targets, ...words } = entries.finish(Buffer.concat([index, synonyms]));
    const headwords = createHeadwords(words);
    const facts = await starDictFacts(parts);
    return {
      facts,
      async define(word, most) {
        const seen = new Set<number>();
        const found: Definition[] = [];
        for (const at of headwords.find(word, most)) {
          const target = targets[at] ?? 0;
          if (seen.has(target)) continue;
          seen.add(target);
          const record = await texts.read(offsets[at] ?? 0, lengths[at] ?? 0);
          found.push({ headword: headwords.word(target), ...readRecord(record, ifo.sequence) });
        }
        return found;
      },
      nearest: (word, most) => headwords.nearest(word, most),
      close: () => texts.close(),
    };
  } catch (failure) {
    await texts.close();
    throw failure;
  }
}

async function readIfo(parts: Parts): Promise<Ifo> {
  const path = parts.get('ifo');
  if (path === undefined) throw damaged('the file that describes it, .ifo, is missing');
  const source = await openFileSource(path);
  try {
    if (source.size > MAX_IFO) throw damaged('the file that describes it is none');
    return parseIfo((await source.read(0, source.size)).toString('utf8'), basename(path));
  } finally {
    await source.close();
  }
}

function parseIfo(text: string, name: string): Ifo {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (!/^StarDict's (?:dict|treedict) ifo file/i.test(lines[0] ?? ''))
    throw damaged('the file that describes it is none');
  const facts = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf('=');
    if (at > 0) facts.set(line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim());
  }
  const bits = facts.get('idxoffsetbits') ?? '32';
  if (bits !== '32' && bits !== '64') throw damaged('its index is of an unknown kind');
  const title = (facts.get('bookname') ?? '').slice(0, 200);
  const [from, to] = languagesIn(facts.get('lang') ?? '', title, name);
  return {
    title: title === '' ? name.replace(/\.ifo$/i, '') : title,
    from,
    to,
    words: count(facts.get('wordcount')),
    synonyms: count(facts.get('synwordcount') ?? '0'),
    indexSize: count(facts.get('idxfilesize')),
    offsetBytes: bits === '64' ? 8 : 4,
    sequence: facts.get('sametypesequence') ?? null,
  };
}

function count(text: string | undefined): number {
  if (text === undefined || !/^\d{1,12}$/.test(text))
    throw damaged('the file that describes it does not say how large it is');
  return Number(text);
}

async function readWhole(parts: Parts, plain: Part, packed: Part): Promise<Buffer | undefined> {
  const path = parts.get(plain) ?? parts.get(packed);
  if (path === undefined) return undefined;
  let source: ByteSource = await openFileSource(path);
  try {
    if (parts.get(plain) === undefined) source = await openDictzip(source);
    if (source.size > MOST_INDEX) throw tooLarge('The index of this dictionary');
    return await source.read(0, source.size);
  } finally {
    await source.close();
  }
}

function readIndex(bytes: Buffer, offsetBytes: 4 | 8, entries: EntryList): void {
  let at = 0;
  while (at < bytes.length) {
    const end = endOfWord(bytes, at, offsetBytes + 4);
    const offset = offsetBytes === 4 ? bytes.readUInt32BE(end + 1) : Number(bytes.readBigUInt64BE(end + 1));
    entries.add(at, end, offset, bytes.readUInt32BE(end + 1 + offsetBytes));
    at = end + 1 + offsetBytes + 4;
  }
}

function readSynonyms(bytes: Buffer, base: number, entries: EntryList): void {
  let at = 0;
  while (at < bytes.length) {
    const end = endOfWord(bytes, at, 4);
    entries.addSynonym(base + at, base + end, bytes.readUInt32BE(end + 1));
    at = end + 5;
  }
}

function endOfWord(bytes: Buffer, at: number, behind: number): number {
  const end = bytes.indexOf(0, at);
  if (end === -1 || end - at > LONGEST_WORD || end + 1 + behind > bytes.length)
    throw damaged('its index is cut off or broken');
  return end;
}
