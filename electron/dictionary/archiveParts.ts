// A .zip, .tar or .tar.gz in; the parts of the one dictionary in it out, in memory. Names in it only say which part is which; nothing is
// written under them. Refuses archives that are too large, packed or unpacked.
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { unzip, type UnzipFileFilter } from 'fflate';
import { AppError } from '#contract/errors.ts';
import { damaged, notOne, tooLarge } from './damage.ts';
import { PARTS, type Part, type PartSource } from './opened.ts';

const MIB = 1024 * 1024;
const MOST_PACKED = 512 * MIB;
const MOST_UNPACKED = 768 * MIB;
const MOST_FILES = 20_000;
const BLOCK = 512;

/** The files of an archive that may be parts, by their path in it. */
type Files = ReadonlyMap<string, Uint8Array>;

/** Finds the parts. Throws `bad-input` when there is no dictionary in it, `unreadable`, `too-large`, the signal's reason, and the system's error. */
export async function partsInArchive(
  file: string,
  signal: AbortSignal,
): Promise<{ readonly stem: string; readonly parts: readonly PartSource[] }> {
  if ((await stat(file)).size > MOST_PACKED) throw tooLarge('This archive');
  const bytes = await readFile(file, { signal });
  const files = /\.zip$/i.test(file) ? await filesInZip(bytes, signal) : filesInTar(await tarOf(bytes, signal));
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

function filesInZip(bytes: Uint8Array, signal: AbortSignal): Promise<Files> {
  let [total, count] = [0, 0];
  const filter: UnzipFileFilter = ({ name, originalSize }) => {
    count += 1;
    if (!isPart(name)) return false;
    total += originalSize;
    return total <= MOST_UNPACKED && count <= MOST_FILES;
  };
  return new Promise((resolve, reject) => {
    const end = unzip(bytes, { filter }, (failure, files) => {
      if (total > MOST_UNPACKED || count > MOST_FILES) reject(tooLarge('What is in this archive'));
      else if (failure !== null) reject(damaged('its archive cannot be unpacked', failure));
      else resolve(new Map(Object.entries(files)));
    });
    signal.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
  });
}

async function tarOf(bytes: Buffer, signal: AbortSignal): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const pieces: Buffer[] = [];
  let total = 0;
  const take = async (unpacked: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of unpacked) {
      total += piece.byteLength;
      if (total > MOST_UNPACKED) throw tooLarge('What is in this archive');
      pieces.push(piece);
    }
  };
  try {
    await pipeline(Readable.from([bytes]), createGunzip({ chunkSize: MIB }), take, { signal });
  } catch (cause) {
    throw cause instanceof AppError || signal.aborted ? cause : damaged('its archive cannot be unpacked', cause);
  }
  return Buffer.concat(pieces, total);
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
