// A PNG in; whether rows of its pixels are missing at its end out. One that lacks only its end mark is whole when its pixels can be unpacked.
import { constants, createInflate } from 'node:zlib';

const HEAD = 8;
/** Length and name before what a chunk holds, and a sum behind it. */
const AROUND = 12;

/** Tells whether it ends early. */
export async function pngEndsEarly(view: Buffer): Promise<boolean> {
  const packed: Buffer[] = [];
  for (let at = HEAD; at + 8 <= view.length;) {
    const size = view.readUInt32BE(at);
    const name = view.toString('latin1', at + 4, at + 8);
    if (name === 'IEND') return false;
    // More pictures follow the first.
    if (name === 'acTL') return !hasEnd(view, at);
    if (name === 'IDAT') packed.push(view.subarray(at + 8, Math.min(at + 8 + size, view.length)));
    at += size + AROUND;
  }
  return packed.length === 0 || view.length < 33 || !(await unpacks(packed, bytesOf(view)));
}

function hasEnd(view: Buffer, from: number): boolean {
  for (let at = from; at + 8 <= view.length; at += view.readUInt32BE(at) + AROUND) {
    if (view.toString('latin1', at + 4, at + 8) === 'IEND') return true;
  }
  return false;
}

/** Across and down: where the pixels of each pass of an interlaced picture begin, and how far they are from each other. */
const PASSES = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const;
/** By the kind of colour. */
const CHANNELS = [1, 0, 3, 1, 2, 0, 4] as const;

/** Bytes of all its rows, each with one before it. */
function bytesOf(view: Buffer): number {
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)];
  const bits = (view[24] ?? 0) * (CHANNELS[view[25] ?? 0] ?? 0);
  const rows = (across: number, down: number): number =>
    across <= 0 || down <= 0 ? 0 : down * (1 + Math.ceil((across * bits) / 8));
  if (view[28] !== 1) return rows(width, height);
  return PASSES.reduce(
    (sum, [x, stepX, y, stepY]) => sum + rows(Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)),
    0,
  );
}

/** Tells whether so many bytes are packed there; what comes of it is thrown away at once. */
function unpacks(packed: readonly Buffer[], wanted: number): Promise<boolean> {
  return new Promise((resolve) => {
    // So that what came before the cut is unpacked too.
    const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
    let size = 0;
    const end = (isWhole: boolean): void => {
      inflate.destroy();
      resolve(isWhole);
    };
    inflate.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size >= wanted) end(true);
    });
    inflate.on('end', () => end(false));
    inflate.on('error', () => end(false));
    for (const piece of packed) inflate.write(piece);
    inflate.end();
  });
}
