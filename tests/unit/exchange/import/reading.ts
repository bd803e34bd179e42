// Reads fixtures as an import does and hands back what came out, kinds apart; an item is given by what differs from an empty one.
import { readFileSync } from 'node:fs';
import type { ImportedItem, ImportFile, SkippedRow } from '#contract/imports.ts';
import { readImport } from '../../../../electron/exchange/import/readImport.ts';
import { importTools } from '../../../../electron/library/importing/importTools.ts';

/** All that was found in files. */
export interface Reading {
  readonly formats: readonly string[];
  readonly items: readonly ImportedItem[];
  readonly skipped: readonly SkippedRow[];
  readonly feeds: readonly {
    readonly address: string;
    readonly title: string | null;
    readonly folders: readonly string[];
  }[];
  readonly unknown: readonly { readonly file: string; readonly reason: string | null }[];
}

/** The moment at which all tests read. */
export const NOW = Date.UTC(2026, 0, 1);

/** Reads files. */
export function readFiles(...files: readonly ImportFile[]): Reading {
  const formats: string[] = [];
  const items: ImportedItem[] = [];
  const skipped: SkippedRow[] = [];
  const feeds: Reading['feeds'][number][] = [];
  const unknown: Reading['unknown'][number][] = [];
  for (const finding of readImport(files, importTools(NOW))) {
    if (finding.kind === 'file') formats.push(finding.format);
    else if (finding.kind === 'feed')
      feeds.push({ address: finding.address, title: finding.title, folders: finding.folders });
    else if (finding.kind === 'unknown') unknown.push({ file: finding.file, reason: finding.reason });
    else if (finding.kind === 'passed') throw new Error('a row was passed by');
    else if ('skip' in finding.row) skipped.push(finding.row);
    else items.push(finding.row);
  }
  return { formats, items, skipped, feeds, unknown };
}

/** The bytes of a fixture. */
export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../../fixtures/import/${name}`, import.meta.url));
}

/** Reads a fixture under a name that tells nothing. */
export function readFixture(name: string): Reading {
  return readFiles({ name: 'export', bytes: fixture(name) });
}

/** Reads a text. */
export function readText(text: string): Reading {
  return readFiles({ name: 'export', bytes: new TextEncoder().encode(text) });
}

/** An item of the file `export`. */
export function anItem(change: Partial<ImportedItem>): ImportedItem {
  return {
    row: 1,
    file: 'export',
    address: null,
    title: null,
    byline: null,
    siteName: null,
    lang: null,
    excerpt: null,
    published: null,
    saved: null,
    tags: [],
    starred: false,
    archived: false,
    progress: null,
    note: '',
    highlights: [],
    body: null,
    ...change,
  };
}

/** A highlight's quote and note alone. */
export function aMark(quote: string, note = '', tags: readonly string[] = []) {
  return { quote, note, tags, color: null, created: null };
}

/** A skipped row of the file `export`. */
export function aSkip(row: number, skip: SkippedRow['skip'], label: string): SkippedRow {
  return { row, file: 'export', label, skip };
}

/** An ISO instant of Unix seconds. */
export function at(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
