// A GIF in; whether pixels of it are missing at its end out. Many lack the mark of their end, and browsers show them whole, so the pixels of the
// last picture are counted then (LZW as in the GIF89a specification, appendix F).

const MOST_CODES = 4096;
const MOST_BITS = 12;

/** Tells whether it ends early. */
export function gifEndsEarly(view: Buffer): boolean {
  let at = 13 + tableSize(view[10] ?? 0);
  let pictures = 0;
  while (at < view.length) {
    const kind = view[at];
    if (kind === 0x21) {
      const { end, isEnded } = readParts(view, at + 2);
      // What says how a picture is shown stands before it.
      if (!isEnded) return pictures === 0 || view[at + 1] === 0xf9;
      at = end;
    } else if (kind === 0x2c) {
      if (at + 11 > view.length) return true;
      const data = at + 10 + tableSize(view[at + 9] ?? 0);
      const { end, isEnded, parts } = readParts(view, data + 1);
      const pixels = view.readUInt16LE(at + 5) * view.readUInt16LE(at + 7);
      if (!isEnded) return !hasPixels(Buffer.concat(parts), view[data] ?? 0, pixels);
      pictures += 1;
      at = end;
    } else {
      // Its end, or what is none of its parts.
      return pictures === 0 && kind !== 0x3b;
    }
  }
  return pictures === 0;
}

function tableSize(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1);
}

/** Parts, each with its length before it, up to one without any. */
function readParts(
  view: Buffer,
  from: number,
): { readonly end: number; readonly isEnded: boolean; readonly parts: readonly Buffer[] } {
  const parts: Buffer[] = [];
  let at = from;
  for (let size = view[at]; size !== undefined && size !== 0; size = view[at]) {
    parts.push(view.subarray(at + 1, at + 1 + size));
    at += size + 1;
  }
  return { end: at + 1, isEnded: at < view.length, parts };
}

/** Tells whether packed data has so many pixels. */
function hasPixels(packed: Buffer, rootBits: number, wanted: number): boolean {
  const clear = 1 << rootBits;
  if (rootBits < 1 || rootBits >= MOST_BITS) return false;
  // How many pixels each code stands for.
  const lengths = new Uint16Array(MOST_CODES).fill(1, 0, clear);
  let [bits, next, before, found] = [rootBits + 1, clear + 2, -1, 0];
  let [held, heldBits] = [0, 0];
  for (const byte of packed) {
    held |= byte << heldBits;
    heldBits += 8;
    while (heldBits >= bits) {
      const code = held & ((1 << bits) - 1);
      held >>= bits;
      heldBits -= bits;
      if (code === clear + 1) return found >= wanted;
      if (code === clear) {
        [bits, next, before] = [rootBits + 1, clear + 2, -1];
        continue;
      }
      if (code > next || (code === next && before < 0)) return false;
      if (before >= 0 && next < MOST_CODES) {
        lengths[next] = (lengths[before] ?? 0) + 1;
        next += 1;
        if (next === 1 << bits && bits < MOST_BITS) bits += 1;
      }
      found += lengths[code] ?? 0;
      before = code;
      if (found >= wanted) return true;
    }
  }
  return false;
}
