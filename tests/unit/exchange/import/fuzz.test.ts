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
import { importTools } from '../../../../electron/library/importing/importTools.ts';
import { omnivoreArchive, safariList, zipOf } from './binaries.ts';
import { damageBytes, randomNumbers } from '../../../helpers/damageBytes.ts';
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
      const bytes = damageBytes(source, all, random);
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
    case 'passed':
      return ['a row that was passed by'];
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
