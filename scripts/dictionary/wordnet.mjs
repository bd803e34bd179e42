// The database files of WordNet in; its words with their senses out, as XDXF texts in the order of a StarDict index. Formats: wndb(5WN),
// StarDict's doc/StarDictFileFormat.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = /** @type {const} */ ([
  ['noun', 'noun'],
  ['verb', 'verb'],
  ['adj', 'adjective'],
  ['adv', 'adverb'],
]);

/** @typedef {{ words: readonly string[], text: string }} Synset `text` is XDXF without the synonyms */
/** @typedef {{ part: string, uses: number, rank: number, senses: Synset[] }} Reading a word as one part of speech */

/**
 * @param {string} folder the package's `dict`
 * @returns {readonly (readonly [word: string, text: string])[]} in StarDict's order
 */
export function readWordNet(folder) {
  /** @type {Map<string, Reading[]>} */
  const words = new Map();
  for (const [rank, [file, part]] of PARTS.entries()) {
    const synsets = readSynsets(join(folder, `data.${file}`));
    for (const line of linesOf(join(folder, `index.${file}`))) {
      const fields = line.trimEnd().split(' ');
      const count = Number(fields[2]);
      const senses = fields.slice(-count).flatMap((offset) => synsets.get(offset) ?? []);
      const uses = Number(fields.at(-count - 1));
      const lemma = fields[0] ?? '';
      const readings = words.get(lemma) ?? [];
      words.set(lemma, readings);
      readings.push({ part, uses, rank, senses });
    }
  }
  return [...words]
    .map(([lemma, readings]) => /** @type {const} */ ([spelling(lemma, readings), textOf(lemma, readings)]))
    .sort(([a], [b]) => compare(a, b));
}

/**
 * @param {string} file
 * @returns {Map<string, Synset>}
 */
function readSynsets(file) {
  /** @type {Map<string, Synset>} */
  const synsets = new Map();
  for (const line of linesOf(file)) {
    const bar = line.indexOf(' | ');
    const fields = line.slice(0, bar).split(' ');
    const count = Number.parseInt(fields[3] ?? '', 16);
    const words = Array.from({ length: count }, (_, index) => wordOf(fields[4 + index * 2] ?? ''));
    synsets.set(fields[0] ?? '', { words, text: glossOf(line.slice(bar + 3)) });
  }
  return synsets;
}

/** `galore(ip)` → galore: where an adjective may stand is no part of it. @param {string} field */
function wordOf(field) {
  return field.replace(/\((?:a|p|ip)\)$/, '').replaceAll('_', ' ');
}

/** A gloss is what it means, then sentences in quotes. @param {string} gloss */
function glossOf(gloss) {
  const examples = [...gloss.matchAll(/"([^"]+)"/g)].map(([, example = '']) => example.trim());
  const meaning = gloss
    .replace(/"[^"]*"(?:\s*-\s*[A-Z][^;"]*)?/g, '')
    .replaceAll('"', '')
    .replace(/(?:\s*[;,:]\s*)+$/, '')
    .replace(/\s*;(?:\s*;)+/g, ';')
    .trim();
  return escape(meaning) + examples.map((example) => `<ex>${escape(example)}</ex>`).join('');
}

/** As its commonest sense writes it: Paris, not paris. @param {string} lemma @param {readonly Reading[]} readings */
function spelling(lemma, readings) {
  const plain = lemma.replaceAll('_', ' ');
  const written = [...readings].sort(byUse).flatMap(({ senses }) => senses.flatMap(({ words }) => words));
  return written.find((word) => word.toLowerCase() === plain) ?? plain;
}

/** @param {string} lemma @param {readonly Reading[]} readings */
function textOf(lemma, readings) {
  const plain = lemma.replaceAll('_', ' ');
  return [...readings]
    .sort(byUse)
    .map(({ part, senses }) => {
      const items = senses.map(({ words, text }) => {
        const others = words
          .filter((word) => word.toLowerCase() !== plain)
          .map((word) => `<kref>${escape(word)}</kref>`);
        return `<def>${text}${others.length === 0 ? '' : `<sr>${others.join(', ')}</sr>`}</def>`;
      });
      return `<gr>${part}</gr><def>${items.join('')}</def>`;
    })
    .join('');
}

/** @param {Reading} a @param {Reading} b */
function byUse(a, b) {
  return b.uses - a.uses || a.rank - b.rank;
}

/** As StarDict sorts: by small letters of ASCII, then by bytes. @param {string} a @param {string} b */
function compare(a, b) {
  const [lowA, lowB] = [a.toLowerCase(), b.toLowerCase()];
  return lowA === lowB ? (a < b ? -1 : 1) : lowA < lowB ? -1 : 1;
}

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Without the licence, which stands at the top of every file. @param {string} file */
function linesOf(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}

/** The licence, as it stands at the top of every file. @param {string} folder */
export function licenceOf(folder) {
  const lines = readFileSync(join(folder, 'data.noun'), 'utf8').slice(0, 10_000).split('\n');
  return `${lines
    .filter((line) => line.startsWith(' '))
    .map((line) => line.replace(/^ +\d+ ?/, '').trimEnd())
    .join('\n')
    .trim()}\n`;
}
