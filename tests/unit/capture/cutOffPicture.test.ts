// Where formats that no browser writes end: what is cut off of their pixels, and what is none of them.
import { expect, test } from 'playwright/test';
import { isCutOff } from '../../../electron/capture/cutOffPicture.ts';
import { inspectImage } from '../../../electron/capture/inspectImage.ts';
import { IMAGE_LIMITS } from '../../../electron/capture/limits.ts';
import { avif, bmp, flatGif, gif, icon, isoBox, jpeg, png, pngChunk, webp } from './pictures.ts';

const PIXELS = isoBox('mdat', Buffer.alloc(400));
const AVIF = Buffer.concat([avif([30, 20]), PIXELS]);
const twoFrames = (end: Buffer): Buffer => {
  const frame = flatGif(9, 9);
  const body = frame.subarray(13 + 128 * 3, -1);
  const control = Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]);
  return Buffer.concat([frame.subarray(0, -1), control, body, end]);
};
const ANIMATED = Buffer.concat([
  Buffer.from('RIFF\xe8\x03\0\0WEBP', 'latin1'),
  Buffer.from('VP8X\x0a\0\0\0\x02\0\0\0\x08\0\0\x08\0\0', 'latin1'),
  Buffer.from('ANIM\x06\0\0\0\0\0\0\0\0\0', 'latin1'),
]);
const moving = png(9, 9);
const MOVING = Buffer.concat([moving.subarray(0, 33), pngChunk('acTL', Buffer.alloc(8)), moving.subarray(33)]);

const CASES: readonly (readonly [what: string, bytes: Buffer, isCut: boolean])[] = [
  ['an AVIF', AVIF, false],
  ['an AVIF without its last bytes', AVIF.subarray(0, -9), true],
  [
    'an AVIF whose pixels go on to its end',
    Buffer.concat([avif([30, 20]), Buffer.alloc(4), PIXELS.subarray(4, 99)]),
    false,
  ],
  [
    'an AVIF without some of the nothing behind it',
    Buffer.concat([AVIF, isoBox('free', Buffer.alloc(90))]).subarray(0, -50),
    false,
  ],
  ['an icon', icon(32), false],
  ['an icon without its last bytes', icon(32).subarray(0, -5), true],
  ['a GIF of two frames', twoFrames(Buffer.from([0x3b])), false],
  ['a GIF of two frames without an end', twoFrames(Buffer.alloc(0)), false],
  ['a GIF of two frames without the end of the second', twoFrames(Buffer.alloc(0)).subarray(0, -9), true],
  ['a GIF that would go on', twoFrames(Buffer.from([0x21, 0xf9, 4, 0])), true],
  ['a GIF that is followed by nothing', twoFrames(Buffer.alloc(30)), false],
  ['a WebP that moves and was cut off', ANIMATED, true],
  ['a PNG that moves', MOVING, false],
  ['a PNG that moves without an end', MOVING.subarray(0, -12), true],
  ['a PNG that does not, without an end', moving.subarray(0, -12), false],
  ...[png(30, 20), jpeg(30, 20), gif(30, 20), webp(30, 20), bmp(30, 20)].map(
    (bytes, at) => [`a small picture ${at + 1}`, bytes, false] as const,
  ),
];

for (const [what, bytes, isCut] of CASES) {
  test(`${what} is ${isCut ? 'cut off' : 'whole'}`, async () => {
    const { mediaType } = await inspectImage(bytes, IMAGE_LIMITS);
    expect(await isCutOff(bytes, mediaType)).toBe(isCut);
  });
}
