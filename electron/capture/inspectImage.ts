// The bytes of a picture come in; its true type and its size as shown go out. Nothing is decoded: headers are enough.
// Refuses what is no picture of a known type and what would take too much memory to show.
import { fileTypeFromBuffer } from 'file-type/core';
import { disableTypes, imageSize } from 'image-size';
import { AppError } from '#contract/errors.ts';
import { inspectSvg, looksLikeSvg } from './inspectSvg.ts';
import type { ImageLimits } from './limits.ts';

/** A picture that may be stored. Sizes in CSS pixels, turned as its EXIF orientation says. */
export interface InspectedImage {
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

/** What a picture may be at most. */
export type PictureLimits = Pick<ImageLimits, 'maxPixels' | 'maxSide' | 'maxSvgBytes'>;

const MEDIA_TYPES = new Map([
  ['image/png', 'image/png'],
  ['image/apng', 'image/png'],
  ['image/jpeg', 'image/jpeg'],
  ['image/gif', 'image/gif'],
  ['image/webp', 'image/webp'],
  ['image/avif', 'image/avif'],
  ['image/bmp', 'image/bmp'],
  ['image/x-icon', 'image/x-icon'],
]);

// Its other readers parse formats that no browser shows; what is not parsed cannot be attacked.
disableTypes(['cur', 'dds', 'icns', 'j2c', 'jp2', 'jxl', 'jxl-stream', 'ktx', 'pnm', 'psd', 'svg', 'tga', 'tiff']);

/** Inspects a picture. Throws `unreadable` when it is not one, `too-large` beyond the limits; the message is the reason alone. */
export async function inspectImage(bytes: Uint8Array, limits: PictureLimits): Promise<InspectedImage> {
  const raster = await inspectRaster(bytes, limits);
  if (raster !== null) return raster;
  if (!looksLikeSvg(bytes)) throw new AppError('unreadable', notAPicture(bytes));
  return inspectSvg(bytes, limits, async (inner) => {
    const image = await inspectRaster(inner, limits);
    if (image === null) throw new AppError('unreadable', 'The drawing holds something that is not a plain picture.');
    return image.width * image.height;
  });
}

async function inspectRaster(bytes: Uint8Array, limits: PictureLimits): Promise<InspectedImage | null> {
  const mediaType = MEDIA_TYPES.get(await mimeOf(bytes));
  if (mediaType === undefined) return null;
  const size = sizeOf(bytes);
  if (size === null || !(size.width > 0) || !(size.height > 0))
    throw new AppError('unreadable', 'The picture is damaged.');
  const sides = [size, ...hiddenSizes(bytes, mediaType)];
  for (const { width, height } of sides) refuseHuge(width, height, limits);
  return { mediaType, ...size };
}

async function mimeOf(bytes: Uint8Array): Promise<string> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? '';
  } catch (failure) {
    // The library reads past the end of what is cut off.
    if (failure instanceof Error) return '';
    throw failure;
  }
}

function refuseHuge(width: number, height: number, { maxPixels, maxSide }: PictureLimits): void {
  if (width * height <= maxPixels && Math.max(width, height) <= maxSide) return;
  throw new AppError('too-large', `The picture is too large to show safely (${width} × ${height} pixels).`);
}

function sizeOf(bytes: Uint8Array): { readonly width: number; readonly height: number } | null {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    return orientation >= 5 ? { width: height, height: width } : { width, height };
  } catch (failure) {
    // The library throws plain errors and range errors alike for headers that make no sense.
    if (failure instanceof Error) return null;
    throw failure;
  }
}

/** Sizes that a decoder may allocate although the header names a smaller one. */
function hiddenSizes(bytes: Uint8Array, mediaType: string): { readonly width: number; readonly height: number }[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (mediaType === 'image/gif') return gifFrameSizes(view);
  if (mediaType !== 'image/avif') return [];
  const sizes: { readonly width: number; readonly height: number }[] = [];
  const head = view.subarray(0, 65_536);
  for (let at = head.indexOf('ispe'); at >= 0 && at + 16 <= head.length; at = head.indexOf('ispe', at + 4)) {
    sizes.push({ width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) });
  }
  return sizes;
}

/** Browsers let the first frame of a GIF grow the canvas that its header announces. */
function gifFrameSizes(view: Buffer): { readonly width: number; readonly height: number }[] {
  const flags = view[10] ?? 0;
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  while (at + 10 <= view.length) {
    if (view[at] === 0x2c) {
      const edge = (offset: number): number => view.readUInt16LE(at + offset) + view.readUInt16LE(at + offset + 4);
      return [{ width: edge(1), height: edge(3) }];
    }
    if (view[at] !== 0x21) return [];
    at += 2;
    while (at < view.length && view[at] !== 0) at += (view[at] ?? 0) + 1;
    at += 1;
  }
  return [];
}

function notAPicture(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (bytes.length === 0) return 'The site sent an empty file instead of the picture.';
  if (/<(?:!doctype html|html|head|body|script|title)[\s>]/i.test(head))
    return 'The site sent a page instead of the picture.';
  return 'What came is not a picture of a kind that can be shown.';
}
