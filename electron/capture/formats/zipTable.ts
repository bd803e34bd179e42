// The bytes of a ZIP archive come in; its table of contents goes out, with the place of each entry's packed bytes, so that one entry can be
// unpacked without reading the table again (APPNOTE 6.3, sections 4.3 and 4.5.3). Refuses what has no table or one that leads out of it.
import { strFromU8 } from 'fflate';
import {
  LARGE_END,
  LOCAL_HEADER,
  readLargeZipEnd,
  readLocalHeader,
  readZipEnd,
  readZipLine,
  type ZipEnd,
  type ZipLine,
} from '#contract/zipRecords.ts';

/** An entry as the table tells of it. Sizes are what it claims. */
export interface ZipEntry extends Pick<ZipLine, 'method' | 'packedSize' | 'size' | 'header'> {
  readonly name: string;
}

/** The entries in the order of the table; `null` when there is none, or it is cut off. Reads no further than `most` and one. */
export function readZipTable(bytes: Uint8Array, most: number): readonly ZipEntry[] | null {
  const view = viewOf(bytes);
  const end = endOfTable(bytes);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = end.begin;
  for (let index = 0; index < end.count && index <= most; index += 1) {
    const read = readZipLine(view, at);
    if (read === null) return null;
    const { name, flags, method, packedSize, size, header } = read.line;
    // Bit 11 says that a name is in UTF-8; others are taken letter by letter.
    entries.push({ name: strFromU8(name, (flags & 0x800) === 0), method, packedSize, size, header });
    at = read.next;
  }
  return entries;
}

/** The packed bytes of an entry; `null` when it does not lie in the archive. */
export function packedBytes(bytes: Uint8Array, { header, packedSize }: ZipEntry): Uint8Array | null {
  const offset = readLocalHeader(viewOf(bytes.subarray(header, header + LOCAL_HEADER)));
  if (offset === null) return null;
  const start = header + offset;
  return start + packedSize > bytes.length ? null : bytes.subarray(start, start + packedSize);
}

function endOfTable(bytes: Uint8Array): ZipEnd | null {
  const end = readZipEnd(viewOf(bytes));
  if (end === null || end.large === null) return end;
  return readLargeZipEnd(viewOf(bytes.subarray(end.large, end.large + LARGE_END)));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
