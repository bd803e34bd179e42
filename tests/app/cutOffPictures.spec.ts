// Pictures cut off at all sorts of places: what is told of their bytes is what a browser draws of them.
import { encode } from 'fast-png';
import { isCutOff } from '../../electron/capture/cutOffPicture.ts';
import { expect, test } from '../helpers/appPage.ts';
import { bmp, flatGif, plainGif } from '../unit/capture/pictures.ts';

const SIZE = { width: 96, height: 64 };
/** Bytes that are taken from the end, and shares of the file that are left. */
const TAKEN = [0, 1, 2, 3, 4, 8, 11, 12, 13, 16, 20, 40];
const LEFT = [0.97, 0.8, 0.5, 0.3];

/** No two neighbours alike, so that no row of it can be guessed. */
function noise(channels: number): Uint8Array {
  let seed = 7;
  return Uint8Array.from({ length: SIZE.width * SIZE.height * channels }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed >> 16;
  });
}

test('a picture is said to be cut off where a browser does not draw all of it, and nowhere else', async ({
  browser,
}) => {
  const page = await browser.newPage();
  /** As the browser itself writes it. */
  const written = async (type: string, quality: number): Promise<Buffer> =>
    Buffer.from(
      await page.evaluate(
        ([data, { width, height }, mediaType, how]) => {
          const canvas = document.createElement('canvas');
          Object.assign(canvas, { width, height });
          const pixels = new ImageData(Uint8ClampedArray.from(data), width, height);
          canvas.getContext('2d')?.putImageData(pixels, 0, 0);
          return canvas.toDataURL(mediaType, how).split(',')[1] ?? '';
        },
        [Array.from(noise(4), (value, at) => (at % 4 === 3 ? 255 : value)), SIZE, type, quality] as const,
      ),
      'base64',
    );
  /** The pixels that are drawn, as a text; what is no picture has none. */
  const drawn = (bytes: Buffer, mediaType: string): Promise<string> =>
    page.evaluate(
      async ([data, type]) => {
        const image = new Image();
        image.src = `data:${type};base64,${data}`;
        try {
          await image.decode();
        } catch {
          return '';
        }
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        return context?.getImageData(0, 0, canvas.width, canvas.height).data.join() ?? '';
      },
      [bytes.toString('base64'), mediaType] as const,
    );

  const rgb = { ...SIZE, channels: 3 as const, data: noise(3) };
  const jpegs = await written('image/jpeg', 0.9);
  const pictures: readonly (readonly [name: string, mediaType: string, bytes: Buffer])[] = [
    ['a PNG', 'image/png', Buffer.from(encode(rgb))],
    ['a PNG of the browser', 'image/png', await written('image/png', 1)],
    ['a JPEG', 'image/jpeg', jpegs],
    ['a JPEG of few bytes', 'image/jpeg', await written('image/jpeg', 0.1)],
    ['a WebP', 'image/webp', await written('image/webp', 0.8)],
    ['a WebP without loss', 'image/webp', await written('image/webp', 1)],
    ['a GIF', 'image/gif', plainGif(SIZE.width, SIZE.height, noise(1))],
    ['a GIF that is packed', 'image/gif', flatGif(SIZE.width, SIZE.height)],
    ['a bitmap', 'image/bmp', bmp(SIZE.width, SIZE.height, Buffer.from(noise(3)))],
  ];
  const wrong: string[] = [];
  const counted = new Map<string, { whole: number; cut: number }>();
  for (const [name, mediaType, bytes] of pictures) {
    const whole = await drawn(bytes, mediaType);
    expect(whole.length, name).toBeGreaterThan(SIZE.width * SIZE.height * 4);
    const cases: (readonly [what: string, bytes: Buffer])[] = [
      ['with bytes behind it', Buffer.concat([bytes, Buffer.from('and more of something else')])],
      ['with zeros behind it', Buffer.concat([bytes, Buffer.alloc(5_000)])],
      ...TAKEN.map((less) => [`without ${less} bytes`, bytes.subarray(0, bytes.length - less)] as const),
      ...LEFT.map((share) => [`of ${share}`, bytes.subarray(0, Math.floor(bytes.length * share))] as const),
    ];
    const count = { whole: 0, cut: 0 };
    for (const [what, some] of cases) {
      const isWhole = (await drawn(some, mediaType)) === whole;
      count[isWhole ? 'whole' : 'cut'] += 1;
      if ((await isCutOff(some, mediaType)) === isWhole) wrong.push(`${name} ${what} is ${isWhole ? 'whole' : 'cut'}`);
    }
    counted.set(name, count);
  }
  await page.close();
  expect(wrong).toEqual([]);
  for (const [name, { whole, cut }] of counted) {
    expect(whole, name).toBeGreaterThanOrEqual(3);
    expect(cut, name).toBeGreaterThanOrEqual(4);
  }
});
