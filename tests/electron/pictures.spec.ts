// Pictures that are more than a window should hold, drawn from smaller ones in the text.
import { crc32, deflateSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { expect, test } from 'playwright/test';
import { openLibrary } from '../../electron/store/library.ts';
import { appFolders, startApp } from '../helpers/electronApp.ts';
import { aDraft, someFiles } from '../unit/store/drafts.ts';

const SIDE = 6_000;

test('a picture of 36 megapixels is drawn from one that is hardly larger than it stands there', async () => {
  const folders = appFolders();
  const library = await openLibrary(folders.library, { now: () => new Date() });
  const bytes = png(SIDE);
  const { file } = await library.putAsset(bytes, 'image/png');
  const { id } = await library.add(
    aDraft({
      title: 'A large one',
      images: [
        {
          url: 'https://a.example/large.png',
          hash: createHash('sha256').update(bytes).digest('hex'),
          file,
          mediaType: 'image/png',
          sizeBytes: bytes.length,
          width: SIDE,
          height: SIDE,
        },
      ],
    }),
    {
      ...someFiles(),
      content: `<p>Above.</p><p><img src="../../../assets/${file}" alt="" width="${SIDE}" height="${SIDE}"></p>`,
    },
  );
  await library.close();
  const app = await startApp(folders);
  const page = app.window;
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/library/article/${id}`);
  await page.reload();
  const picture = page.frameLocator('iframe').locator('.content img');
  const width = async (): Promise<number> => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width, { timeout: 20_000 }).toBeGreaterThan(0);
  const drawn = await picture.evaluate((image) => image.getBoundingClientRect().width * window.devicePixelRatio);
  expect(await width()).toBeGreaterThanOrEqual(Math.floor(drawn));
  expect(await width()).toBeLessThan(SIDE / 3);
  await app.quit();
  folders.remove();
});

/** A picture in stripes, in few bytes. */
function png(side: number): Buffer {
  const chunk = (type: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const row = Buffer.from(Array.from({ length: side + 1 }, (_, at) => (at === 0 ? 0 : at >> 4)));
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)), { level: 1 });
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
