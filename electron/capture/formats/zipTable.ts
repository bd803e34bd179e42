// The bytes of a ZIP archive come in; its table of contents goes out, with the place of each entry's packed bytes, so that one entry can be
// unpacked without reading the table again (APPNOTE 6.3, sections 4.3 and 4.5.3). Refuses what has no table or one that leads out of it.
import { strFromU8 } from 'fflate';

/** An entry as the table tells of it. Sizes are what it claims. */
export interface ZipEntry {
  readonly name: string;
  /** 0 for stored, 8 for deflated, others as in section 4.4.5. */
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly header: number;
}

const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const UNKNOWN_16 = 0xffff;
const UNKNOWN_32 = 0xffffffff;

/** The entries in the order of the table; `null` when there is none, or it is cut off. Reads no further than `most` and one. */
export function readZipTable(bytes: Uint8Array, most: number): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfTable(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = end.table;
  for (let index = 0; index < end.count && index <= most; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const extra = at + 46 + nameLength;
    const next = extra + extraLength + view.getUint16(at + 32, true);
    if (next > bytes.length) return null;
    const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
    const sizes = wideSizes(view, extra, extra + extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ]);
    entries.push({
      name: strFromU8(bytes.subarray(at + 46, extra), !isUtf8),
      method: view.getUint16(at + 10, true),
      size: sizes[0],
      packedSize: sizes[1],
      header: sizes[2],
    });
    at = next;
  }
  return entries;
}

/** The packed bytes of an entry; `null` when it does not lie in the archive. */
export function packedBytes(bytes: Uint8Array, { header, packedSize }: ZipEntry): Uint8Array | null {
  if (header + 30 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(header, true) !== 0x04034b50) return null;
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  return start + packedSize > bytes.length ? null : bytes.subarray(start, start + packedSize);
}

function endOfTable(view: DataView): { readonly count: number; readonly table: number } | null {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    const count = view.getUint16(at + 10, true);
    const table = view.getUint32(at + 16, true);
    if (count !== UNKNOWN_16 && table !== UNKNOWN_32) return { count, table };
    const locator = at - 20;
    if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return { count, table };
    const wide = Number(view.getBigUint64(locator + 8, true));
    if (wide + 56 > view.byteLength || view.getUint32(wide, true) !== 0x06064b50) return null;
    return { count: Number(view.getBigUint64(wide + 32, true)), table: Number(view.getBigUint64(wide + 48, true)) };
  }
  return null;
}

/** Sizes that do not fit into 32 bits stand in the extra field of id 1, in the order size, packed size, place, those only that do not fit. */
function wideSizes(
  view: DataView,
  start: number,
  end: number,
  sizes: readonly [number, number, number],
): readonly [number, number, number] {
  if (!sizes.includes(UNKNOWN_32)) return sizes;
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const wide = (size: number): number => {
      if (size !== UNKNOWN_32 || next + 8 > end) return size;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    return [wide(sizes[0]), wide(sizes[1]), wide(sizes[2])];
  }
  return sizes;
}
