// Files of a person's own choosing come in, such as exports of other programs, archives of them, or saved pages; everything that was kept in
// them goes out row by row, as it is asked for. Refuses no file for one of its rows, and no set of files for one of them.
import { AppError } from '#contract/errors.ts';
import type { ImportFile, ImportFormat } from '#contract/imports.ts';
import type { Draft, ImportFinding } from './finding.ts';
import { finishRow } from './finishRow.ts';
import type { ImportTools } from './importTools.ts';
import { judgeAddress } from './importedAddress.ts';
import { readFormat } from './readFormat.ts';
import { isClaimed, isForeign, partFolder, partOf, type Parts } from './parts.ts';
import { recognise, type Recognised } from './recognise.ts';

/** More rows than this are not read. */
export const MOST_ROWS = 500_000;

// An archive in an archive is looked into, one in that is not.
const MOST_NESTED = 2;
// Longer texts do not fit into a string.
const MOST_BYTES = 400 * 1024 * 1024;

/**
 * Reads the files in their order; archives are looked into. `bytes` of a file may be read from the disk when they are asked for: they are asked
 * for one file after the other, and not held longer than it takes. The same files give the same rows in the same order, so an import can
 * go on where it stopped. Never throws for what is in a file.
 */
export function* readImport(files: readonly ImportFile[], tools: ImportTools): Generator<ImportFinding> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const parts: Parts = { names: [...byName.keys()], read: (name) => byName.get(name)?.bytes ?? null };
  const limits = { rows: 0 };
  yield* readParts(parts, '', tools, limits, 0);
}

function* readParts(
  parts: Parts,
  archive: string,
  tools: ImportTools,
  limits: { rows: number },
  depth: number,
): Generator<ImportFinding> {
  const claimed = new Set<string>();
  // Texts and highlights that belong to a list come after it, whatever the order of the archive.
  const isBeside = (name: string): boolean => /(?:^|\/)(?:content|highlights)\/[^/]*$/.test(name);
  const names = parts.names.filter((name) => !isForeign(name, parts.names.length > 1));
  for (const name of [...names.filter((each) => !isBeside(each)), ...names.filter(isBeside)]) {
    if (isClaimed(name, claimed)) continue;
    const file = archive === '' ? name : `${archive}/${name}`;
    const part = partOf(parts, name);
    if (part.bytes === null) {
      yield { kind: 'unknown', file, reason: part.reason };
      continue;
    }
    const format = recognise(part.bytes, tools);
    if (format === 'omnivore') claimed.add(partFolder(name));
    yield* format === 'archive'
      ? readArchive(part.bytes, file, tools, limits, depth)
      : readFile({ name, bytes: part.bytes }, file, format, parts, tools, limits);
    if (limits.rows > MOST_ROWS) return;
  }
}

function* readArchive(
  bytes: Uint8Array,
  file: string,
  tools: ImportTools,
  limits: { rows: number },
  depth: number,
): Generator<ImportFinding> {
  if (depth >= MOST_NESTED) {
    yield { kind: 'unknown', file, reason: null };
    return;
  }
  try {
    const archive = tools.openArchive(bytes);
    yield* readParts(archive, file, tools, limits, depth + 1);
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    yield { kind: 'unknown', file, reason: failure.message };
  }
}

function* readFile(
  part: ImportFile,
  file: string,
  format: Exclude<Recognised, 'archive'>,
  parts: Parts,
  tools: ImportTools,
  limits: { rows: number },
): Generator<ImportFinding> {
  if (format === 'unknown') {
    yield { kind: 'unknown', file, reason: null };
    return;
  }
  if (part.bytes.length > MOST_BYTES) {
    yield {
      kind: 'unknown',
      file,
      reason: 'This file is larger than the 400 MB that are read at once. Split the export and add its parts.',
    };
    return;
  }
  yield { kind: 'file', file, format };
  for (const draft of readFormat(part, format, parts, tools)) {
    const finding = findingOf(draft, format, file, tools.now);
    if (finding === null) continue;
    yield finding;
    limits.rows += 1;
    if (limits.rows <= MOST_ROWS) continue;
    const label = `More than ${MOST_ROWS} rows`;
    yield {
      kind: 'row',
      format,
      row: { row: draft.kind === 'feed' ? 0 : draft.row + 1, file, label, skip: 'too-large' },
    };
    return;
  }
}

function findingOf(draft: Draft, format: ImportFormat, file: string, now: number): ImportFinding | null {
  if (draft.kind !== 'feed') return { kind: 'row', format, row: finishRow(draft, file, now) };
  const { address } = judgeAddress(
    draft.address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'https:'),
  );
  const title = draft.title?.replace(/\s+/g, ' ').trim().slice(0, 1000) ?? '';
  return address === null
    ? null
    : { kind: 'feed', file, address, title: title === '' ? null : title, folders: draft.folders };
}
