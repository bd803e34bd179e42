// In: PNG pictures of one icon. Out: the files in which Windows (ICO) and macOS (ICNS) keep an icon of several sizes. Both are a table and
// the pictures as they are: https://en.wikipedia.org/wiki/ICO_(file_format), https://en.wikipedia.org/wiki/Apple_Icon_Image_format
// Refuses pictures that are no PNG, and sizes that the format has no place for.

/** Of Windows' icon; 256 is what its largest view takes. */
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];

/** What macOS calls each picture: the second ones are for screens with twice the dots. */
const ICNS_TYPES = [
  { type: 'icp4', size: 16 },
  { type: 'ic11', size: 32 },
  { type: 'icp5', size: 32 },
  { type: 'ic12', size: 64 },
  { type: 'ic07', size: 128 },
  { type: 'ic13', size: 256 },
  { type: 'ic08', size: 256 },
  { type: 'ic14', size: 512 },
  { type: 'ic09', size: 512 },
  { type: 'ic10', size: 1024 },
];

/** Every size that any system takes. Linux has a file of each. */
export const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

const PNG_MARK = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @typedef {ReadonlyMap<number, Buffer>} Pictures PNG files by the length of their side in pixels */

/**
 * @param {Pictures} pictures
 * @param {number} size
 */
function pictureOf(pictures, size) {
  const png = pictures.get(size);
  if (!png?.subarray(0, 8).equals(PNG_MARK)) throw new Error(`there is no PNG of ${size} pixels`);
  if (png.readUInt32BE(16) !== size || png.readUInt32BE(20) !== size) {
    throw new Error(`the PNG of ${size} pixels has another size`);
  }
  return png;
}

/** @param {Pictures} pictures */
export function icoFile(pictures) {
  const all = ICO_SIZES.map((size) => ({ size, png: pictureOf(pictures, size) }));
  const head = Buffer.alloc(6 + 16 * all.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(all.length, 4);
  let place = head.length;
  for (const [i, { size, png }] of all.entries()) {
    const at = 6 + 16 * i;
    // A side of 256 is written as nought.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(place, at + 12);
    place += png.length;
  }
  return Buffer.concat([head, ...all.map(({ png }) => png)]);
}

/** @param {Pictures} pictures */
export function icnsFile(pictures) {
  const parts = ICNS_TYPES.map(({ type, size }) => icnsPart(type, pictureOf(pictures, size)));
  return icnsPart('icns', Buffer.concat(parts));
}

/**
 * @param {string} type four letters
 * @param {Buffer} content
 */
function icnsPart(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(head.length + content.length, 4);
  return Buffer.concat([head, content]);
}
