// Pictures written byte by byte: headers with any size one likes, as hostile sites write them.
import { crc32, deflateSync } from 'node:zlib';

/** A PNG whose header names this size; its pixels are there only for small ones. */
export function png(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const pixels = width * height > 1_000_000 ? Buffer.alloc(0) : deflateSync(Buffer.alloc((width + 1) * height));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A JPEG with the EXIF orientation given. */
export function jpeg(width: number, height: number, orientation = 1): Buffer {
  const exif = Buffer.from(
    `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0${String.fromCharCode(orientation)}\0\0\0\0\0\0`,
    'latin1',
  );
  const app1 = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif]);
  const frame = Buffer.from([
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 0xff,
    width >> 8,
    width & 0xff,
    1,
    1,
    0x11,
    0,
  ]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app1, frame, Buffer.from([0xff, 0xd9])]);
}

/** A GIF of one frame, which may be larger than the screen it announces. */
export function gif(
  width: number,
  height: number,
  frame: { readonly width: number; readonly height: number } = { width, height },
): Buffer {
  const bytes = Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([0, 0, 0, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]),
    Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 0x44, 1, 0, 0x3b]),
  ]);
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  const at = bytes.indexOf(0x2c, 19);
  bytes.writeUInt16LE(frame.width, at + 5);
  bytes.writeUInt16LE(frame.height, at + 7);
  return bytes;
}

/** A lossless WebP header. */
export function webp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(32, 4);
  bytes.write('WEBPVP8L', 8);
  bytes.writeUInt32LE(20, 16);
  bytes[20] = 0x2f;
  bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
  return bytes;
}

/** An AVIF whose size properties are these, in order. */
export function avif(...sizes: readonly (readonly [number, number])[]): Buffer {
  const properties = sizes.map(([width, height]) =>
    box('ispe', Buffer.concat([Buffer.alloc(4), uint32(width), uint32(height)])),
  );
  const meta = box('meta', Buffer.concat([Buffer.alloc(4), box('iprp', box('ipco', Buffer.concat(properties)))]));
  return Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avifmif1')), meta]);
}

/** A Windows bitmap header. */
export function bmp(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(60);
  bytes.write('BM', 0);
  bytes.writeUInt32LE(60, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  return bytes;
}

/** An icon with one picture in it. */
export function icon(side: number): Buffer {
  const bytes = Buffer.alloc(70);
  bytes.set([0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0, 48, 0, 0, 0, 22]);
  return bytes;
}

/** A drawing with this content. */
export function svg(content: string, attributes = 'width="40" height="30"'): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`,
  );
}

function box(type: string, content: Buffer): Buffer {
  return Buffer.concat([uint32(content.length + 8), Buffer.from(type), content]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** A chunk with its length and its sum. */
export function pngChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  return Buffer.concat([uint32(content.length), named, uint32(crc32(named))]);
}
