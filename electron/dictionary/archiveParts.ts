// A .zip, .tar or .tar.gz in; the parts of the one dictionary in it out, in memory. Names in it only say which part is which; nothing is
// written under them. Refuses archives that are too large, packed or unpacked.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { gunzip } from 'node:zlib';
import { promisify } from 'node:util';
import { unzip, type UnzipFileFilter } from 'fflate';
import { damaged, notOne, tooLarge } from './damage.ts';
import { PARTS, type Part, type PartSource } from './opened.ts';

const MIB = 1024 * 1024;
const MOST_PACKED = 512 * MIB;
const MOST_UNPACKED = 768 * MIB;
const MOST_FILES = 20_000;
const BLOCK = 512;

const unpackGzip = promisify(gunzip);

/** The files of an archive that may be parts, by their path in it. */
type Files = ReadonlyMap<string, Uint8Array>;

/** Finds the parts. Throws `bad-input` when there is no dictionary in it, `unreadable`, `too-large`, and the system's error. */
export async function partsInArchive(
  file: string,
): Promise<{ readonly stem: string; readonly parts: readonly PartSource[] }> {
  if ((await stat(file)).size > MOST_PACKED) throw tooLarge('This archive');
  const bytes = await readFile(file);
  const files = /\.zip$/i.test(file) ? await filesInZip(bytes) : filesInTar(await tarOf(bytes));
  const first = [...files.keys()].sort().find((path) => /\.(?:ifo|index)$/i.test(path));
  if (first === undefined) throw notOne();
  const stem = first.replace(/\.(?:ifo|index)$/i, '');
  const parts = PARTS.flatMap((part): readonly PartSource[] => {
    const path = [...files.keys()].find((each) => each.toLowerCase() === `${stem}.${part}`.toLowerCase());
    const content = path === undefined ? undefined : files.get(path);
    return content === undefined ? [] : [{ part, bytes: content }];
  });
  return { stem: basename(stem), parts };
}

function isPart(path: string): boolean {
  const name = path.toLowerCase();
  return PARTS.some((part: Part) => name.endsWith(`.${part}`));
}

function filesInZip(bytes: Uint8Array): Promise<Files> {
  let [total, count] = [0, 0];
  const filter: UnzipFileFilter = ({ name, originalSize }) => {
    count += 1;
    if (!isPart(name)) return false;
    total += originalSize;
    return total <= MOST_UNPACKED && count <= MOST_FILES;
  };
  return new Promise((resolve, reject) => {
    unzip(bytes, { filter }, (failure, files) => {
      if (total > MOST_UNPACKED || count > MOST_FILES) reject(tooLarge('What is in this archive'));
      else if (failure !== null) reject(damaged('its archive cannot be unpacked', failure));
      else resolve(new Map(Object.entries(files)));
    });
  });
}

async function tarOf(bytes: Buffer): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await unpackGzip(bytes, { maxOutputLength: MOST_UNPACKED });
  } catch (cause) {
    const isLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    throw isLarge ? tooLarge('What is in this archive') : damaged('its archive cannot be unpacked', cause);
  }
}

/** Method: POSIX.1-1988 ustar; the longer names of later formats are not needed, since only their ends are read. */
function filesInTar(tar: Buffer): Files {
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at + BLOCK <= tar.length && files.size < MOST_FILES;) {
    const head = tar.subarray(at, at + BLOCK);
    const name = textIn(head, 0, 100);
    if (name === '') break;
    const size = Number.parseInt(textIn(head, 124, 12).trim() || '0', 8);
    if (!Number.isSafeInteger(size) || size < 0 || at + BLOCK + size > tar.length)
      throw damaged('its archive is cut off or broken');
    const isFile = head[156] === 0x30 || head[156] === 0;
    if (isFile && isPart(name)) files.set(name, tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function textIn(bytes: Buffer, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}
