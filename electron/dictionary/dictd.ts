// The files of a dictionary for dictd in; its words and what it says of them out. Refuses files that do not fit together. Format: dictfmt(1)
// and dictd(8): lines of word, place and length, tabs between, numbers in base 64.
import { basename } from 'node:path';
import type { Definition, DictionaryFacts } from '#contract/dictionary.ts';
import { createBlocks } from './blocks.ts';
import { openFileSource, type ByteSource } from './byteSource.ts';
import { damaged, tooLarge } from './damage.ts';
import { createHeadwords } from './headwords.ts';
import { languagesIn } from './languages.ts';
import { MOST_INDEX, openTexts, sizeOfParts, type OpenDictionary, type Parts } from './opened.ts';
import { readPlain } from './readPlain.ts';
import { createEntries } from './wordEntries.ts';

const [TAB, LINE_END, RETURN] = [0x09, 0x0a, 0x0d];
const LONGEST_LINE = 4096;
const LONGEST_NUMBER = 8;
/** Entries about the dictionary itself; older files write them without the zeros. */
const ABOUT =
  /^(?:00-?database-?|00-?)(short|info|utf8|allchars|alphabet|url|mime|8bit|8bitnew|default|windowsapi|case)/i;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS = new Int8Array(256).fill(-1);
for (let value = 0; value < 64; value += 1) DIGITS[LETTERS.charCodeAt(value)] = value;

/** Opens a dictionary. Throws `unreadable`, `too-large` and the system's error. */
export async function openDictd(parts: Parts): Promise<OpenDictionary> {
  const path = parts.get('index');
  if (path === undefined) throw damaged('its index, .index, is missing');
  const texts = await openTexts(parts);
  try {
    const index = await readIndexFile(path);
    const entries = createEntries(texts.size, index.length / 24);
    let short: readonly [at: number, length: number] | undefined;
    for (let at = 0; at < index.length;) {
      const line = readLine(index, at);
      at = line.next;
      if (line.wordEnd === line.at) continue;
      const about = ABOUT.exec(index.toString('latin1', line.at, Math.min(line.wordEnd, line.at + 40)));
      if (about === null) entries.add(line.at, line.wordEnd, line.offset, line.length);
      else if (about[1]?.toLowerCase() === 'short') short = [line.offset, line.length];
    }
    const { offsets, lengths, ...words } = entries.finish(index);
    const headwords = createHeadwords(words);
    const name = basename(path).replace(/\.index$/i, '');
    const facts = await dictdFacts(parts, name, { texts, short, count: words.starts.length });
    return {
      facts,
      async define(word, most) {
        const seen = new Set<number>();
        const found: Definition[] = [];
        for (const at of headwords.find(word, most)) {
          const offset = offsets[at] ?? 0;
          if (seen.has(offset)) continue;
          seen.add(offset);
          const blocks = createBlocks();
          readPlain((await texts.read(offset, lengths[at] ?? 0)).toString('utf8'), blocks, true);
          found.push({ headword: headwords.word(at), ...blocks.finish() });
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

interface Found {
  readonly texts: ByteSource;
  readonly short: readonly [at: number, length: number] | undefined;
  readonly count: number;
}

async function dictdFacts(parts: Parts, name: string, { texts, short, count }: Found): Promise<DictionaryFacts> {
  const said = short === undefined ? '' : (await texts.read(short[0], Math.min(short[1], 1000))).toString('utf8');
  // The entry begins with its own name.
  const title = said
    .replace(/^\s*00-?database-?short\s*/i, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
  const [from, to] = languagesIn(name, title);
  return { title: title === '' ? name : title, from, to, entries: count, sizeBytes: await sizeOfParts(parts) };
}

async function readIndexFile(path: string): Promise<Buffer> {
  const source = await openFileSource(path);
  try {
    if (source.size > MOST_INDEX) throw tooLarge('The index of this dictionary');
    return await source.read(0, source.size);
  } finally {
    await source.close();
  }
}

interface IndexLine {
  readonly at: number;
  readonly wordEnd: number;
  readonly offset: number;
  readonly length: number;
  readonly next: number;
}

function readLine(bytes: Buffer, at: number): IndexLine {
  const found = bytes.indexOf(LINE_END, at);
  const next = found === -1 ? bytes.length : found + 1;
  const end = found === -1 ? bytes.length : found;
  if (end === at) return { at, wordEnd: at, offset: 0, length: 0, next };
  if (end - at > LONGEST_LINE) throw damaged('its index is no index');
  const wordEnd = bytes.indexOf(TAB, at);
  const middle = wordEnd === -1 || wordEnd >= end ? -1 : bytes.indexOf(TAB, wordEnd + 1);
  if (middle === -1 || middle >= end) throw damaged('a line of its index is cut off');
  const third = bytes.indexOf(TAB, middle + 1);
  // A fourth column is the word as it is written, where the first one is folded.
  const lengthEnd = third === -1 || third > end ? end : third;
  const offset = readNumber(bytes, wordEnd + 1, middle);
  return { at, wordEnd, offset, length: readNumber(bytes, middle + 1, lengthEnd), next };
}

function readNumber(bytes: Buffer, from: number, to: number): number {
  const end = bytes[to - 1] === RETURN ? to - 1 : to;
  if (end <= from || end - from > LONGEST_NUMBER) throw damaged('a number in its index cannot be read');
  let number = 0;
  for (let at = from; at < end; at += 1) {
    const digit = DIGITS[bytes[at] ?? 0] ?? -1;
    if (digit < 0) throw damaged('a number in its index cannot be read');
    number = number * 64 + digit;
  }
  return number;
}
