// Rows as they were understood in; what a person is told before anything is written out. Every row is looked at, none is kept.
import type { ImportedItem, ImportFormat, ImportPreview, ImportSkip } from '#contract/imports.ts';
import { AppError } from '#contract/errors.ts';
import { foldTag } from '#contract/tags.ts';
import { canonicalAddress } from '../../capture/address.ts';
import type { ImportReading } from './importReading.ts';

/** What the counts depend on. */
export interface PreviewOptions {
  readonly id: string;
  readonly name: string;
  readonly isHere: (item: ImportedItem) => Promise<boolean>;
  /** Canonical addresses that are on their way. */
  readonly ways: ReadonlyMap<string, unknown>;
}

const MOST_UNKNOWN = 20;
const AT_ONCE = 500;

/** Counts them. Throws `bad-input` when nothing was recognised. */
export async function previewRows(reading: ImportReading, options: PreviewOptions): Promise<ImportPreview> {
  const skipped: Partial<Record<ImportSkip, number>> = {};
  const rowsOf = new Map<string, number>();
  const seen = new Set<string>();
  const tags = new Set<string>();
  const counts = { rows: 0, fresh: 0, withBody: 0, here: 0, repeated: 0, highlights: 0 };
  let [oldest, newest]: [string | null, string | null] = [null, null];
  for await (const rows of reading.rows(AT_ONCE)) {
    for (const row of rows) {
      counts.rows += 1;
      rowsOf.set(row.file, (rowsOf.get(row.file) ?? 0) + 1);
      if ('skip' in row) {
        skipped[row.skip] = (skipped[row.skip] ?? 0) + 1;
        continue;
      }
      const key = row.address === null ? undefined : canonicalAddress(row.address);
      if (key !== undefined && seen.has(key)) counts.repeated += 1;
      else if ((key !== undefined && options.ways.has(key)) || (await options.isHere(row))) counts.here += 1;
      else {
        counts.fresh += 1;
        if (row.body !== null) counts.withBody += 1;
      }
      if (key !== undefined) seen.add(key);
      for (const tag of row.tags) tags.add(foldTag(tag));
      counts.highlights += row.highlights.length;
      if (row.saved === null) continue;
      if (oldest === null || row.saved < oldest) oldest = row.saved;
      if (newest === null || row.saved > newest) newest = row.saved;
    }
  }
  const { files, unknown } = reading;
  if (files.length === 0) {
    throw new AppError(
      'bad-input',
      'Nothing in this file is known to Layover. It was not changed, and nothing was stored. Choose the file that the other program wrote as its export.',
    );
  }
  return {
    id: options.id,
    name: options.name,
    formats: [...formatsOf(files, rowsOf)].map(([format, rows]) => ({ format, rows })),
    unknown: unknown.slice(0, MOST_UNKNOWN),
    ...counts,
    skipped,
    feeds: reading.feeds.length,
    tags: tags.size,
    oldest,
    newest,
  };
}

function formatsOf(
  files: ImportReading['files'],
  rowsOf: ReadonlyMap<string, number>,
): ReadonlyMap<ImportFormat, number> {
  const rows = new Map<ImportFormat, number>();
  for (const { name, format } of files) rows.set(format, (rows.get(format) ?? 0) + (rowsOf.get(name) ?? 0));
  return rows;
}
