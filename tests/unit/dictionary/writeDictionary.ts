// Dictionaries written byte by byte, after the formats' own descriptions and not after our reader, in a folder of their own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A folder that is removed when the test is over. */
export function aFolder(): {
  readonly path: string;
  write(name: string, bytes: Buffer | string): string;
  remove(): void;
} {
  const path = mkdtempSync(join(tmpdir(), 'layover-dictionary-'));
  return {
    path,
    write(name, bytes) {
      writeFileSync(join(path, name), bytes);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A word and what is said of it. */
export type Entry = readonly [word: string, text: string | Buffer];

/** How a StarDict dictionary is written; what is not said is as most do it. */
export interface StarDictOptions {
  readonly bits?: 32 | 64;
  /** `null` writes every text with the kind before it, as given. */
  readonly sequence?: string | null;
  /** Another name and the number of the word it stands for. */
  readonly synonyms?: readonly (readonly [string, number])[];
  readonly ifo?: Readonly<Record<string, string | number>>;
}

/** The bytes of a StarDict dictionary's files. */
export function starDict(
  entries: readonly Entry[],
  { bits = 32, sequence = 'm', synonyms = [], ifo = {} }: StarDictOptions = {},
): { readonly ifo: string; readonly idx: Buffer; readonly dict: Buffer; readonly syn: Buffer } {
  const texts: Buffer[] = [];
  const index: Buffer[] = [];
  let at = 0;
  for (const [word, text] of entries) {
    const bytes = Buffer.from(text);
    const place = Buffer.alloc(bits / 8 + 4);
    if (bits === 32) place.writeUInt32BE(at, 0);
    else place.writeBigUInt64BE(BigInt(at), 0);
    place.writeUInt32BE(bytes.length, bits / 8);
    index.push(Buffer.from(`${word}\0`), place);
    texts.push(bytes);
    at += bytes.length;
  }
  const idx = Buffer.concat(index);
  const syn = Buffer.concat(
    synonyms.flatMap(([word, target]) => {
      const number = Buffer.alloc(4);
      number.writeUInt32BE(target);
      return [Buffer.from(`${word}\0`), number];
    }),
  );
  const facts = {
    version: '3.0.0',
    bookname: 'A small one',
    wordcount: entries.length,
    idxfilesize: idx.length,
    ...(bits === 64 ? { idxoffsetbits: 64 } : {}),
    ...(sequence === null ? {} : { sametypesequence: sequence }),
    ...(synonyms.length === 0 ? {} : { synwordcount: synonyms.length }),
    ...ifo,
  };
  const lines = Object.entries(facts).map(([name, value]) => `${name}=${value}\n`);
  return { ifo: `StarDict's dict ifo file\n${lines.join('')}`, idx, dict: Buffer.concat(texts), syn };
}

/** The bytes of a dictzip file. */
export function dictzip(bytes: Buffer, chunkLength: number, name = ''): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkLength)
    chunks.push(deflateRawSync(bytes.subarray(at, at + chunkLength), { finishFlush: constants.Z_FULL_FLUSH }));
  const field = Buffer.alloc(6 + chunks.length * 2);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(chunkLength, 2);
  field.writeUInt16LE(chunks.length, 4);
  for (const [index, chunk] of chunks.entries()) field.writeUInt16LE(chunk.length, 6 + index * 2);
  const lengths = Buffer.alloc(6);
  lengths.writeUInt16LE(field.length + 4, 0);
  lengths.write('RA', 2, 'latin1');
  lengths.writeUInt16LE(field.length, 4);
  const tail = Buffer.alloc(10);
  // An empty last block ends the stream, so that any program for gzip reads it too.
  tail.set([3, 0]);
  tail.writeUInt32LE(crc32(bytes), 2);
  tail.writeUInt32LE(bytes.length, 6);
  const flags = name === '' ? 4 : 12;
  const head = Buffer.from([0x1f, 0x8b, 8, flags, 0, 0, 0, 0, 2, 3]);
  return Buffer.concat([head, lengths, field, Buffer.from(name === '' ? '' : `${name}\0`), ...chunks, tail]);
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** A number as dictd writes it. */
function base64(number: number): string {
  const rest = Math.floor(number / 64);
  return (rest > 0 ? base64(rest) : '') + LETTERS.charAt(number % 64);
}

/** The bytes of a dictd dictionary's files. */
export function dictd(entries: readonly Entry[]): { readonly index: string; readonly dict: Buffer } {
  let at = 0;
  const lines: string[] = [];
  const texts = entries.map(([word, text]) => {
    const bytes = Buffer.from(text);
    lines.push(`${word}\t${base64(at)}\t${base64(bytes.length)}\n`);
    at += bytes.length;
    return bytes;
  });
  return { index: lines.join(''), dict: Buffer.concat(texts) };
}
