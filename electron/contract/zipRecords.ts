// The records of a ZIP archive as bytes in; what they say out, nothing of it believed (APPNOTE 6.3, sections 4.3 and 4.5.3). Pure.

/** Where the table of an archive is, as its end says. */
export interface ZipEnd {
  readonly count: number;
  readonly begin: number;
  readonly size: number;
}

/** A line of the table. */
export interface ZipLine {
  readonly name: Uint8Array;
  /** Bit 0 for encrypted, bit 11 for a name in UTF-8. */
  readonly flags: number;
  /** 0 for stored, 8 for deflated, others as in section 4.4.5. */
  readonly method: number;
  /** The file's CRC-32. */
  readonly sum: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly header: number;
}

/** The end stands at most so many bytes before the end of the archive. */
export const LONGEST_END = 22 + 65_535;
/** Bytes of the record that says it for archives beyond 32 bits. */
export const LARGE_END = 56;
/** Bytes of a local header before its name. */
export const LOCAL_HEADER = 30;

const END = 22;
const LINE = 46;
const UNKNOWN_16 = 0xffff;
const UNKNOWN_32 = 0xffffffff;

/** Finds the end in the last bytes of an archive; `large` is where the record for archives beyond 32 bits is, when it has one. `null` for what is no archive. */
export function readZipEnd(tail: DataView): (ZipEnd & { readonly large: number | null }) | null {
  let at = tail.byteLength - END;
  const first = Math.max(0, tail.byteLength - LONGEST_END);
  while (at >= first && tail.getUint32(at, true) !== 0x06054b50) at -= 1;
  if (at < first) return null;
  const count = tail.getUint16(at + 10, true);
  const size = tail.getUint32(at + 12, true);
  const begin = tail.getUint32(at + 16, true);
  const isUnsaid = count === UNKNOWN_16 || size === UNKNOWN_32 || begin === UNKNOWN_32;
  const isLarge = isUnsaid && at >= 20 && tail.getUint32(at - 20, true) === 0x07064b50;
  return { count, begin, size, large: isLarge ? long(tail, at - 12) : null };
}

/** Reads the record for archives beyond 32 bits; `null` when it is none. */
export function readLargeZipEnd(record: DataView): ZipEnd | null {
  if (record.byteLength < LARGE_END || record.getUint32(0, true) !== 0x06064b50) return null;
  return { count: long(record, 32), size: long(record, 40), begin: long(record, 48) };
}

/** Reads the line at a place and where the next one is; `null` where none is, or it is cut off. */
export function readZipLine(table: DataView, at: number): { readonly line: ZipLine; readonly next: number } | null {
  if (at + LINE > table.byteLength || table.getUint32(at, true) !== 0x02014b50) return null;
  const nameLength = table.getUint16(at + 28, true);
  const extra = at + LINE + nameLength;
  const extraEnd = extra + table.getUint16(at + 30, true);
  const next = extraEnd + table.getUint16(at + 32, true);
  if (next > table.byteLength) return null;
  const [size, packedSize, header] = wideSizes(table, extra, extraEnd, [
    table.getUint32(at + 24, true),
    table.getUint32(at + 20, true),
    table.getUint32(at + 42, true),
  ]);
  const line = {
    name: new Uint8Array(table.buffer, table.byteOffset + at + LINE, nameLength),
    flags: table.getUint16(at + 8, true),
    method: table.getUint16(at + 10, true),
    sum: table.getUint32(at + 16, true),
    packedSize,
    size,
    header,
  };
  return { line, next };
}

/** Where the packed bytes begin, counted from the local header; `null` when that is none. */
export function readLocalHeader(header: DataView): number | null {
  if (header.byteLength < LOCAL_HEADER || header.getUint32(0, true) !== 0x04034b50) return null;
  return LOCAL_HEADER + header.getUint16(26, true) + header.getUint16(28, true);
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
      return long(view, next - 8);
    };
    return [wide(sizes[0]), wide(sizes[1]), wide(sizes[2])];
  }
  return sizes;
}

function long(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
