// Files of five formats, damaged in so many ways each; how our readers took them out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#contract/errors.ts';
import { openMhtml } from '../../../electron/capture/formats/mhtml.ts';
import { readImport } from '../../../electron/exchange/import/readImport.ts';
import { extractArticle } from '../../../electron/extract/extract.ts';
import { readOutline } from '../../../electron/feeds/opml.ts';
import { parseFeed } from '../../../electron/feeds/parseFeed.ts';
import { importTools } from '../../../electron/library/importing/importTools.ts';
import { PAGES } from '../../fixtures/content/pages.ts';
import { damageBytes, randomNumbers } from '../../helpers/damageBytes.ts';
import { mhtml, storyPage } from '../../unit/formats/savedPages.ts';

const FIXTURES = join(process.env['QUALITY_ROOT'] ?? '.', 'tests/fixtures');
const ADDRESS = 'https://a.example/page';
const NOW = Date.UTC(2026, 0, 1);

/** What was seen of one format. */
export interface Malformed {
  readonly format: string;
  readonly files: number;
  /** Files refused in words. */
  readonly refused: number;
  readonly slowestMs: number;
  /** What broke, with the file's number. */
  readonly wrong: readonly string[];
  /** Files at which a reader that trusts its input throws. */
  readonly trustingFails: number;
}

interface Format {
  readonly name: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  read(bytes: Buffer, name: string): void;
  /** A reader that trusts its input. */
  readonly trust?: (text: string) => unknown;
}

function fixtures(folder: string, ending: RegExp): Format['files'] {
  const names = readdirSync(join(FIXTURES, folder)).filter((name) => ending.test(name));
  return names.map((name) => ({ name, bytes: readFileSync(join(FIXTURES, folder, name)) }));
}

/** As an import reads it, to its last row. */
import { collectGarbage } from './collectGarbage.ts';
function readRows(bytes: Buffer, name: string): void {
  for (const finding of readImport([{ name, bytes }], importTools(NOW))) if (finding.kind === 'row') continue;
}

function formats(): readonly Format[] {
  return [
    {
      name: 'HTML',
      files: PAGES.map(({ name, html }) => ({ name, bytes: Buffer.from(html) })),
      read: (bytes) =>
        void extractArticle({ kind: 'html', text: bytes.toString('utf8'), address: ADDRESS, fileName: null }),
    },
    { name: 'JSON', files: fixtures('import', /\.json$/), read: readRows, trust: (text) => JSON.parse(text) },
    { name: 'CSV', files: fixtures('import', /\.csv$/), read: readRows },
    {
      name: 'XML and OPML',
      files: [...fixtures('feeds', /\.(xml|opml)$/), ...fixtures('import', /\.(xml|opml|plist)$/)],
      read(bytes, name) {
        const text = bytes.toString('utf8');
        readRows(bytes, name);
        if (name.endsWith('.opml')) readOutline(text);
        else if (/^(rss|atom|rdf)/.test(name)) parseFeed(text, ADDRESS);
      },
    },
    {
      name: 'MHTML',
      files: [
        {
          name: 'saved.mht',
          bytes: mhtml([
            { headers: { 'content-type': 'text/html', 'content-location': ADDRESS }, body: storyPage({}) },
          ]),
        },
      ],
      read: (bytes) => void openMhtml(bytes),
    },
  ];
}

const COLLECTED_EACH = 100;

/** Damages each format in so many ways; what it has left is collected after every hundred files. */
export function readMalformed(each: number, seed: number): readonly Malformed[] {
  return formats().map((format) => {
    const random = randomNumbers(`${format.name} ${seed}`);
    const all = format.files.map(({ bytes }) => bytes);
    // What is damaged is a file that can be read.
    for (const { bytes, name } of format.files) format.read(bytes, name);
    const wrong: string[] = [];
    let [refused, slowestMs, trustingFails] = [0, 0, 0];
    for (let number = 0; number < each; number += 1) {
      // Otherwise what the files before have left is taken for what these need.
      if (number % COLLECTED_EACH === 0) collectGarbage(1);
      const source = format.files[number % format.files.length];
      if (source === undefined) throw new Error(`there is no ${format.name} to damage`);
      const bytes = damageBytes(source.bytes, all, random);
      const begun = performance.now();
      try {
        format.read(bytes, source.name);
      } catch (failure) {
        if (failure instanceof AppError) refused += 1;
        else wrong.push(`file ${number} of ${format.name}: ${String(failure).slice(0, 120)}`);
      }
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      if (!isReadable(format, bytes)) trustingFails += 1;
    }
    return { format: format.name, files: each, refused, slowestMs, wrong, trustingFails };
  });
}

function isReadable({ trust }: Format, bytes: Buffer): boolean {
  try {
    trust?.(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
