// The bytes of a ZIP archive come in; the entries asked for go out, by name. Refuses what is cut off, encrypted, or would unpack to
// more than a file may take, before anything is unpacked; names that lead out of the archive are refused with it.
import { inflateSync } from 'fflate';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import { packedBytes, readZipTable, type ZipEntry } from './zipTable.ts';

/** What an archive may hold. Sizes in bytes after unpacking. */
export interface ArchiveLimits {
  readonly maxEntries: number;
  readonly maxEntryBytes: number;
  readonly maxTotalBytes: number;
}

const MIB = 1024 * 1024;
// Deflate makes at most 258 bytes of two bits.
const MOST_DEFLATED = 1032;
const LIMITS: ArchiveLimits = { maxEntries: 5000, maxEntryBytes: 32 * MIB, maxTotalBytes: 256 * MIB };

/** An archive whose table of contents was read and found good. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** Unpacks those of the names that are there. Throws `unreadable` when one is damaged. */
  readonly read: (names: Iterable<string>) => ReadonlyMap<string, Uint8Array>;
}

/** Reads the table of contents. Throws `unreadable` and `too-large`. Of entries of the same name the last counts. */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits = LIMITS): Archive {
  const table = readZipTable(bytes, limits.maxEntries);
  if (table === null) throw damaged('it is cut off or broken');
  const entries = new Map<string, ZipEntry>();
  let total = 0;
  for (const [index, entry] of table.entries()) {
    total += entry.size;
    if (index >= limits.maxEntries) throw tooMany(limits);
    if (isOutside(entry.name)) throw damaged('it names files outside of itself');
    if (entry.size > limits.maxEntryBytes || total > limits.maxTotalBytes) throw tooLarge(limits);
    if (entry.method !== 0 && entry.method !== 8) throw damaged('it is packed in a way nobody else reads');
    if (!entry.name.endsWith('/')) entries.set(entry.name, entry);
  }
  if (isEncrypted(bytes)) {
    throw new AppError(
      'unreadable',
      'This archive is locked with a password. Nothing was stored; the file is unchanged. Unlock it and add it again.',
      { detail: detail('lockedFile') },
    );
  }
  return {
    names: new Set(entries.keys()),
    read: (names) => {
      const unpacked = new Map<string, Uint8Array>();
      for (const name of names) {
        const entry = entries.get(name);
        if (entry !== undefined) unpacked.set(name, unpack(bytes, entry));
      }
      return unpacked;
    },
  };
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = packedBytes(bytes, entry);
  // No more than this can come of so few bytes, so no room is made for more.
  const isTooMuch = packed !== null && entry.method === 8 && entry.size > packed.length * MOST_DEFLATED + 64;
  if (packed === null || isTooMuch) throw damaged('it is cut off or broken');
  if (entry.method === 0) return packed.slice();
  try {
    // Room for what it claims and no more, so nothing else is ever unpacked.
    return inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch (failure) {
    throw damaged('it is cut off or broken', failure);
  }
}

/** The flag of the first entry; an archive is locked as a whole by every program that locks them. */
function isEncrypted(bytes: Uint8Array): boolean {
  return ((bytes[6] ?? 0) & 1) === 1;
}

function isOutside(name: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:)/.test(name) || name.split(/[\\/]/).includes('..') || name.includes('\0');
}

function damaged(why: string, cause?: unknown): AppError {
  return new AppError(
    'unreadable',
    `This archive cannot be opened: ${why}. Nothing was stored; the file is unchanged. Get the file once more and add it again.`,
    { cause, detail: detail('brokenFile') },
  );
}

function tooMany({ maxEntries }: ArchiveLimits): AppError {
  return new AppError(
    'too-large',
    `This archive holds more than ${maxEntries} files, more than any book. Nothing was stored; the file is unchanged.`,
  );
}

function tooLarge({ maxTotalBytes }: ArchiveLimits): AppError {
  return new AppError(
    'too-large',
    `This archive would unpack to more than the ${Math.round(maxTotalBytes / MIB)} MB it may have. Nothing was stored; the file is unchanged.`,
  );
}
