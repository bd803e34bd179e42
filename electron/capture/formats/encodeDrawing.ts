// A drawing comes in; the bytes of a picture file go out: PNG where it has plain areas, JPEG where it is like a photograph.
import { encode as encodeJpeg } from 'jpeg-js';
import { encode as encodePng } from 'fast-png';
import type { EmbeddedResource } from './openedFile.ts';
import type { Drawing } from './pdfium.ts';

const JPEG_QUALITY = 82;
/** The share of pixels that differ from their neighbour above which a picture is taken for a photograph. */
const BUSY = 0.3;

/** Encodes a drawing. */
export function encodeDrawing({ width, height, pixels }: Drawing): EmbeddedResource {
  if (busyShare(pixels) > BUSY) {
    return { bytes: encodeJpeg({ width, height, data: pixels }, JPEG_QUALITY).data, mediaType: 'image/jpeg' };
  }
  const data = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < data.length; from += 4, to += 3) {
    data[to] = pixels[from] ?? 0;
    data[to + 1] = pixels[from + 1] ?? 0;
    data[to + 2] = pixels[from + 2] ?? 0;
  }
  return { bytes: encodePng({ width, height, data, channels: 3 }), mediaType: 'image/png' };
}

function busyShare(pixels: Uint8Array): number {
  let count = 0;
  let seen = 0;
  // Every thirteenth pixel is enough to tell.
  for (let at = 4; at < pixels.length; at += 52) {
    seen += 1;
    if (pixels[at] !== pixels[at - 4] || pixels[at + 1] !== pixels[at - 3]) count += 1;
  }
  return count / Math.max(1, seen);
}
