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
    isoBox('ispe', Buffer.concat([Buffer.alloc(4), uint32(width), uint32(height)])),
  );
  const meta = isoBox(
    'meta',
    Buffer.concat([Buffer.alloc(4), isoBox('iprp', isoBox('ipco', Buffer.concat(properties)))]),
  );
  return Buffer.concat([isoBox('ftyp', Buffer.from('avif\0\0\0\0avifmif1')), meta]);
}

/** A GIF of one frame whose pixels are these; each stands by itself, since the codes are cleared before a longer one would be needed. */
export function plainGif(width: number, height: number, pixels: Uint8Array): Buffer {
  const codes: number[] = [];
  for (const [at, pixel] of pixels.entries()) {
    if (at % 120 === 0) codes.push(128);
    codes.push(pixel & 127);
  }
  return framedGif(
    width,
    height,
    7,
    packCodes([...codes, 129], () => 8),
  );
}

/** A GIF of one colour, whose codes grow as long as they can be. */
export function flatGif(width: number, height: number): Buffer {
  const codes = [4, 1];
  let [left, next] = [width * height - 1, 6];
  // Each code is the one before it and one pixel more.
  for (let run = 2; left > 0; run += 1) {
    const take = Math.min(run, left);
    codes.push(take === run ? next : take === 1 ? 1 : 4 + take);
    left -= take;
    next += 1;
  }
  // The codes of a reader are one behind those of a writer.
  return framedGif(
    width,
    height,
    2,
    packCodes([...codes, 5], (at) => Math.max(3, (at + 4).toString(2).length)),
  );
}

function packCodes(codes: readonly number[], bitsOf: (at: number) => number): Buffer {
  const packed: number[] = [];
  let [held, heldBits] = [0, 0];
  for (const [at, code] of codes.entries()) {
    held |= code << heldBits;
    heldBits += bitsOf(at);
    for (; heldBits >= 8; heldBits -= 8) {
      packed.push(held & 255);
      held >>= 8;
    }
  }
  return Buffer.from([...packed, held]);
}

function framedGif(width: number, height: number, rootBits: number, packed: Buffer): Buffer {
  const colors = Buffer.from(Array.from({ length: 128 }, (_, at) => [at * 2, 255 - at, (at * 7) % 256]).flat());
  const parts = [];
  for (let at = 0; at < packed.length; at += 255) {
    const part = packed.subarray(at, at + 255);
    parts.push(Buffer.from([part.length]), part);
  }
  const bytes = Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([0, 0, 0, 0, 0x86, 0, 0]),
    colors,
    Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0, rootBits]),
    ...parts,
    Buffer.from([0, 0x3b]),
  ]);
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  bytes.writeUInt16LE(width, 13 + colors.length + 5);
  bytes.writeUInt16LE(height, 13 + colors.length + 7);
  return bytes;
}

/** A Windows bitmap of 24 bits for each pixel when it is given some, else its header. */
export function bmp(width: number, height: number, pixels?: Buffer): Buffer {
  if (pixels !== undefined) {
    const head = bmp(width, height).subarray(0, 54);
    head.writeUInt32LE(54 + pixels.length, 2);
    head.set([1, 0, 24, 0], 26);
    return Buffer.concat([head, pixels]);
  }
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

/** One box of an ISO media file. */
export function isoBox(type: string, content: Buffer): Buffer {
  return Buffer.concat([uint32(content.length + 8), Buffer.from(type), content]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** One chunk of a PNG, with its length and its sum. */
export function pngChunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content]);
  return Buffer.concat([uint32(content.length), named, uint32(crc32(named))]);
}
