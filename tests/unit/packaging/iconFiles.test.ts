// Icons for Windows and macOS: what is read back from their heads is what was put in.
import { expect, test } from 'playwright/test';
import { icnsFile, icoFile, ICO_SIZES, ICON_SIZES } from '../../../scripts/packaging/iconFiles.mjs';
import { png } from '../capture/pictures.ts';

const PICTURES = new Map(ICON_SIZES.map((size) => [size, png(size, size)]));

/** Width and height as a PNG's own head says them. */
const sidesOf = (picture: Buffer): readonly number[] => [picture.readUInt32BE(16), picture.readUInt32BE(20)];

test('an ICO lists every size, 256 as nought, each with the place of its PNG', () => {
  const file = icoFile(PICTURES);
  expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, ICO_SIZES.length]);
  let end = 6 + 16 * ICO_SIZES.length;
  for (const [i, size] of ICO_SIZES.entries()) {
    const at = 6 + 16 * i;
    expect([file[at], file[at + 1]]).toEqual(size === 256 ? [0, 0] : [size, size]);
    const [length, place] = [file.readUInt32LE(at + 8), file.readUInt32LE(at + 12)];
    expect(place).toBe(end);
    expect(sidesOf(file.subarray(place, place + length))).toEqual([size, size]);
    end = place + length;
  }
  expect(file).toHaveLength(end);
});

test('an ICNS holds each picture under its type, for screens of both kinds', () => {
  const file = icnsFile(PICTURES);
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
  const found: [string, number | undefined][] = [];
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    found.push([file.toString('latin1', at, at + 4), sidesOf(file.subarray(at + 8))[0]]);
  }
  expect(found).toEqual([
    ['icp4', 16],
    ['ic11', 32],
    ['icp5', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic13', 256],
    ['ic08', 256],
    ['ic14', 512],
    ['ic09', 512],
    ['ic10', 1024],
  ]);
});

test('a picture that is missing, no PNG, or of another size is refused', () => {
  const withSmallest = (picture: Buffer): Map<number, Buffer> => new Map(PICTURES).set(16, picture);
  expect(() => icoFile(new Map())).toThrow(/no PNG of 16/);
  expect(() => icnsFile(withSmallest(Buffer.from('GIF89a')))).toThrow(/no PNG of 16/);
  expect(() => icoFile(withSmallest(png(17, 16)))).toThrow(/another size/);
});
