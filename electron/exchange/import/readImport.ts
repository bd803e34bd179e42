// Files of a person's own choosing come in, such as exports of other programs, archives of them, or saved pages; everything that was kept in
// them goes out row by row, as it is asked for. Refuses no file for one of its rows, and no set of files for one of them.
import { AppError } from '#contract/errors.ts';
import type { ImportFile, ImportFormat } from '#contract/imports.ts';
import type { Draft, ImportFinding } from './finding.ts';
import { finishRow } from './finishRow.ts';
import type { ImportTools } from './importTools.ts';
import { judgeAddress } from './importedAddress.ts';
import { isMozLz4, unpackMozLz4 } from './mozLz4.ts';
import { readFormat } from './readFormat.ts';
import { isClaimed, isForeign, openParts, partFolder, partOf, type Parts } from './parts.ts';
import { recognise, type Recognised } from './recognise.ts';

/** More rows than this are not read. */
export const MOST_ROWS = 500_000;

// By it a backup of Layover's own is known (docs/export-format.md); its rooms read it, not this one.
const OWN_BACKUP = 'layover-backup.json';
// An archive in an archive is looked into, one in that is not.
const MOST_NESTED = 2;
// Longer texts do not fit into a string.
const MOST_BYTES = 400 * 1024 * 1024;

const DAMAGED_BACKUP =
  'This backup of Firefox is damaged or cut off. Nothing of it was stored; choose an older one, or export the bookmarks as HTML.';

interface Reading {
  readonly tools: ImportTools;
  readonly mostRows: number;
  readonly isPassing: () => boolean;
  rows: number;
}

/**
 * Reads the files in their order; archives are looked into. `bytes` of a file may be read from the disk when they are asked for: they are asked
 * for one file after the other, and not held longer than it takes. The same files give the same rows in the same order, so an import can
 * go on where it stopped: while `isPassing`, rows are only counted. Rows come in the order of their file. Never throws for what is in a file;
 * `mostRows` is for tests.
 */
export function* readImport(
  files: readonly ImportFile[],
  tools: ImportTools,
  mostRows = MOST_ROWS,
  isPassing = () => false,
): Generator<ImportFinding> {
  const byName = new Map<string, ImportFile>();
  for (const file of files) {
    let { name } = file;
    // Files of several folders may have the same name.
    for (let count = 2; byName.has(name); count += 1) name = `${file.name} (${count})`;
    byName.set(name, file);
  }
  const parts: Parts = { names: [...byName.keys()], read: (name) => byName.get(name)?.bytes ?? null };
  yield* readParts(parts, '', { tools, mostRows, isPassing, rows: 0 }, 0);
}

function* readParts(parts: Parts, archive: string, reading: Reading, depth: number): Generator<ImportFinding> {
  const claimed = new Set<string>();
  // Texts and highlights that belong to a list come after it, whatever the order of the archive.
  const isBeside = (name: string): boolean => /(?:^|\/)(?:content|highlights|annotations)\/[^/]*$/.test(name);
  const names = parts.names.filter((name) => !isForeign(name, parts.names.length > 1));
  for (const name of [...names.filter((each) => !isBeside(each)), ...names.filter(isBeside)]) {
    if (isClaimed(name, claimed)) continue;
    const file = archive === '' ? name : `${archive}/${name}`;
    const { bytes: stored, reason } = partOf(parts, name);
    const bytes = stored !== null && isMozLz4(stored) ? unpackMozLz4(stored, MOST_BYTES) : stored;
    if (bytes === null) {
      yield { kind: 'unknown', file, reason: stored === null ? reason : DAMAGED_BACKUP };
      continue;
    }
    const format = recognise(bytes, reading.tools);
    if (format === 'omnivore') claimed.add(partFolder(name));
    yield* format === 'archive'
      ? readArchive(bytes, file, reading, depth)
      : readFile({ name, bytes }, file, format, parts, reading);
    if (reading.rows >= reading.mostRows) return;
  }
}

function* readArchive(bytes: Uint8Array, file: string, reading: Reading, depth: number): Generator<ImportFinding> {
  if (depth >= MOST_NESTED) {
    yield { kind: 'unknown', file, reason: null };
    return;
  }
  const { parts, reason } = openParts(bytes, reading.tools);
  if (parts === null) yield { kind: 'unknown', file, reason };
  else if (parts.names.includes(OWN_BACKUP)) yield { kind: 'file', file, format: 'layover' };
  else yield* readParts(parts, file, reading, depth + 1);
}

function* readFile(
  part: ImportFile,
  file: string,
  format: Exclude<Recognised, 'archive'>,
  parts: Parts,
  reading: Reading,
): Generator<ImportFinding> {
  if (format === 'unknown') {
    yield { kind: 'unknown', file, reason: null };
    return;
  }
  if (part.bytes.length > MOST_BYTES) {
    const reason = 'This file is larger than the 400 MB that are read at once. Split the export and add its parts.';
    yield { kind: 'unknown', file, reason };
    return;
  }
  yield { kind: 'file', file, format };
  let last = 0;
  const rest = (row: number, label: string): ImportFinding => ({
    kind: 'row',
    format,
    row: { row, file, label, skip: 'too-large' },
  });
  try {
    for (const draft of readFormat(part, format, parts, reading.tools)) {
      if (draft.kind !== 'feed') last = draft.row;
      if (reading.rows >= reading.mostRows) {
        yield rest(draft.kind === 'feed' ? 0 : last, `More than ${reading.mostRows} rows`);
        return;
      }
      const isPassed = draft.kind !== 'feed' && reading.isPassing();
      const finding: ImportFinding | null = isPassed
        ? { kind: 'passed' }
        : findingOf(draft, format, file, reading.tools.now);
      if (finding === null) continue;
      reading.rows += 1;
      yield finding;
    }
  } catch (failure) {
    if (!(failure instanceof AppError) || failure.code !== 'too-large') throw failure;
    reading.rows += 1;
    yield rest(last + 1, 'An entry of too many character references; the rest was left out');
  }
}

function findingOf(draft: Draft, format: ImportFormat, file: string, now: number): ImportFinding | null {
  if (draft.kind !== 'feed') return { kind: 'row', format, row: finishRow(draft, file, now) };
  const typed = draft.address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'https:');
  const { address } = judgeAddress(typed);
  const title = draft.title?.slice(0, 1000).replace(/\s+/g, ' ').trim() ?? '';
  return address === null
    ? null
    : { kind: 'feed', file, address, title: title === '' ? null : title, folders: draft.folders };
}
