// Damaged exports of every format: whatever was done to a file, reading it ends soon, throws nothing, and gives only rows that hold what the
// contract says. 2,000 files of each format, in some forty seconds; `LAYOVER_FUZZ` sets another number. The seed is fixed.
import { readdirSync } from 'node:fs';
import { expect, test } from 'playwright/test';
import type { ImportedItem } from '#contract/imports.ts';
import { unreachable } from '#contract/errors.ts';
import { isPostDate } from '#contract/dates.ts';
import { isTag, MOST_TAGS } from '#contract/tags.ts';
import type { ImportFinding } from '../../../../electron/exchange/import/finding.ts';
import { readImport } from '../../../../electron/exchange/import/readImport.ts';
import { importTools } from '../../../../electron/importTools.ts';
import { omnivoreArchive, safariList, zipOf } from './binaries.ts';
import { fixture, NOW } from './reading.ts';

const FILES_EACH = Number(process.env['LAYOVER_FUZZ'] ?? 2000);
const LONGEST_MS = 5000;

const folder = new URL('../../../fixtures/import/', import.meta.url);
const sources = new Map<string, Buffer>(readdirSync(folder).map((name) => [name, Buffer.from(fixture(name))]));
sources.set(
  'omnivore.zip',
  Buffer.from(omnivoreArchive(fixture('omnivore-metadata.json'), fixture('omnivore-highlights.md'))),
);
sources.set(
  'pocket.zip',
  Buffer.from(
    zipOf([
      ['annotations/part_000000.json', fixture('pocket-annotations.json')],
      ['part_000000.csv', fixture('pocket.csv')],
    ]),
  ),
);
sources.set('safari-binary.plist', Buffer.from(safariList()));
const all = [...sources.values()];

for (const [name, source] of sources) {
  test(`${name}, damaged in ${FILES_EACH} ways, is read to its end`, () => {
    test.setTimeout(60_000 + FILES_EACH * 100);
    const random = randomNumbers(name);
    const tools = importTools(NOW);
    for (let count = 0; count < FILES_EACH; count += 1) {
      const bytes = damaged(source, random);
      const began = performance.now();
      const faults = [...readImport([{ name, bytes }], tools)].flatMap(faultsOf);
      const took = performance.now() - began;
      if (faults.length > 0 || took > LONGEST_MS) {
        expect({ count, faults, took, file: bytes.toString('latin1').slice(0, 2000) }).toEqual({});
      }
    }
  });
}

/** What is wrong with a finding. */
function faultsOf(finding: ImportFinding): readonly string[] {
  switch (finding.kind) {
    case 'feed':
      return isWebAddress(finding.address) ? [] : [`feed ${finding.address}`];
    case 'row': {
      const { row } = finding;
      if (!Number.isInteger(row.row) || row.row < 0 || row.file === '') return ['row without a place'];
      if ('skip' in row) return row.label.length <= 80 ? [] : ['long label'];
      return faultsOfItem(row);
    }
    case 'file':
    case 'unknown':
      return finding.file === '' ? ['no file'] : [];
    default:
      return unreachable(finding);
  }
}

function faultsOfItem(item: ImportedItem): readonly string[] {
  const isInstant = (date: string | null): boolean => date === null || new Date(date).toISOString() === date;
  const checks: readonly (readonly [string, boolean])[] = [
    ['address', item.address === null ? item.body !== null : isWebAddress(item.address)],
    [
      'title',
      item.title === null || (item.title.trim() === item.title && item.title !== '' && item.title.length <= 1000),
    ],
    ['saved', isInstant(item.saved) && (item.saved ?? '1990') >= '1990' && (item.saved ?? '') < '2026-01-03'],
    ['published', item.published === null || isPostDate(item.published)],
    ['tags', item.tags.length <= MOST_TAGS && item.tags.every(isTag)],
    ['progress', item.progress === null || (item.progress >= 0 && item.progress <= 1)],
    [
      'highlights',
      item.highlights.every(({ quote, tags, created }) => quote !== '' && tags.every(isTag) && isInstant(created)),
    ],
  ];
  return checks.filter(([, isGood]) => !isGood).map(([what]) => `${what} ${JSON.stringify(item).slice(0, 500)}`);
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/./.test(address) && URL.canParse(address);
}

/** Numbers from 0 up to 1, the same for the same name: Mulberry32 by T. Ettinger. */
function randomNumbers(name: string): () => number {
  let state = Buffer.from(name).reduce((hash, sign) => Math.imul(hash ^ sign, 0x01000193), 0x811c9dc5);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The file with one to four damages. */
function damaged(source: Buffer, random: () => number): Buffer {
  let bytes: Buffer = Buffer.from(source);
  for (let count = Math.floor(random() * 4); count >= 0; count -= 1) bytes = damagedOnce(bytes, random);
  return bytes;
}

function damagedOnce(bytes: Buffer, random: () => number): Buffer {
  const place = (): number => Math.floor(random() * (bytes.length + 1));
  const [start = 0, end = 0] = [place(), place()].toSorted((a, b) => a - b);
  const piece = bytes.subarray(start, end);
  const insert = (text: string | Buffer): Buffer =>
    Buffer.concat([bytes.subarray(0, start), Buffer.from(text), bytes.subarray(start)]);
  const one = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];
  switch (Math.floor(random() * 9)) {
    case 0: {
      const copy = Buffer.from(bytes);
      for (let count = 0; count < 8 && copy.length > 0; count += 1) {
        copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
      }
      return copy;
    }
    case 1:
      return Buffer.from(bytes.subarray(0, start));
    case 2:
      return insert(Buffer.concat(Array.from({ length: Math.ceil(random() * 3) }, () => piece)));
    case 3:
      return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
    case 4: {
      const [from, to] = [
        one([',', ';', '|', '"', '\n', '\t', '<', '>', '[', '{', ':']),
        one([',', ';', '"', '\n', '\r', '<', '}', ']', ' ']),
      ];
      return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');
    }
    case 5:
      return insert(one(['9'.repeat(400), '-1', '1e309', '0'.repeat(100), '18446744073709551616', 'NaN']));
    case 6:
      return insert(
        one(['[', '{"a":', '<dl>', '<outline>', '"', '<![CDATA[', '(', '&', '\\']).repeat(Math.floor(random() * 3000)),
      );
    case 7: {
      const other = all[Math.floor(random() * all.length)] ?? bytes;
      return Buffer.concat([bytes.subarray(0, start), other.subarray(Math.floor(random() * other.length))]);
    }
    default:
      return insert(
        one(['\u0000', '\uFEFF', '\u2028', '\uD800', '"",""', '\r', ']]>', '<!--', '-->', '__proto__', 'constructor']),
      );
  }
}
