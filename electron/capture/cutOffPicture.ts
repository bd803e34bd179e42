// The bytes of a picture in; whether it ends before its last pixel, so that a browser draws a part of it and leaves the rest grey, out. What
// lacks only its end mark, and what follows a picture, is no fault. Refuses nothing: what is no such picture is not cut off.
import { gifEndsEarly } from './gifBlocks.ts';
import { jpegEndsEarly } from './jpegMarks.ts';
import { pngEndsEarly } from './pngRows.ts';

/** What is said of such a picture. */
export const CUT_OFF = 'Only a part of this picture came; the rest of it is grey.';

/** Tells whether a picture that `inspectImage` knows as `mediaType` was cut off. A drawing that was is no picture at all. */
export async function isCutOff(bytes: Uint8Array, mediaType: string): Promise<boolean> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (mediaType) {
    case 'image/png':
      return begins(view, '\u0089PNG') && pngEndsEarly(view);
    case 'image/jpeg':
      return begins(view, '\u00ff\u00d8') && jpegEndsEarly(view);
    case 'image/gif':
      return begins(view, 'GIF8') && gifEndsEarly(view);
    case 'image/webp':
      return begins(view, 'RIFF') && webpEndsEarly(view);
    case 'image/avif':
      return avifEndsEarly(view);
    case 'image/bmp':
      return bitmapEndsEarly(view);
    case 'image/x-icon':
      return iconEndsEarly(view);
    default:
      return false;
  }
}

function begins(view: Buffer, mark: string): boolean {
  return view.toString('latin1', 0, mark.length) === mark;
}

/** One that does not move needs nothing behind its pixels. */
function webpEndsEarly(view: Buffer): boolean {
  if (view.length < 20 || view.length >= 8 + view.readUInt32LE(4)) return false;
  for (let at = 12; at + 8 <= view.length;) {
    const type = view.toString('latin1', at, at + 4);
    const size = view.readUInt32LE(at + 4);
    if (type === 'ANIM') return true;
    if (type === 'VP8 ' || type === 'VP8L') return at + 8 + size > view.length;
    at += 8 + size + (size % 2);
  }
  return true;
}

const EMPTY_BOXES = new Set(['free', 'skip', 'uuid']);

function avifEndsEarly(view: Buffer): boolean {
  for (let at = 0; at + 8 <= view.length;) {
    const short = view.readUInt32BE(at);
    // Up to the end of the file, wherever that is.
    if (short === 0) return false;
    const isLong = short === 1 && at + 16 <= view.length;
    const size = isLong ? Number(view.readBigUInt64BE(at + 8)) : short;
    if (at + size > view.length) return !EMPTY_BOXES.has(view.toString('latin1', at + 4, at + 8));
    if (size < 8) return false;
    at += size;
  }
  return false;
}

/** Of one that is packed nothing is known. */
function bitmapEndsEarly(view: Buffer): boolean {
  if (view.length < 34 || view.readUInt32LE(14) < 40) return false;
  const [width, height] = [Math.abs(view.readInt32LE(18)), Math.abs(view.readInt32LE(22))];
  const [bits, packing] = [view.readUInt16LE(28), view.readUInt32LE(30)];
  const isPlain = packing === 0 || packing === 3;
  return isPlain && view.readUInt32LE(10) + Math.ceil((width * bits) / 32) * 4 * height > view.length;
}

/** The largest of its pictures is the one that is shown. */
function iconEndsEarly(view: Buffer): boolean {
  let largest = { side: 0, end: 0 };
  for (let at = 6; at + 16 <= view.length && at < 6 + 16 * view.readUInt16LE(4); at += 16) {
    const side = view[at] || 256;
    if (side > largest.side) largest = { side, end: view.readUInt32LE(at + 8) + view.readUInt32LE(at + 12) };
  }
  return largest.end > view.length;
}
