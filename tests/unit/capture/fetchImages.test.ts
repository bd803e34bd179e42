// The pictures of an article from real sites: what is stored, and what is missing and why.
import { createHash } from 'node:crypto';
import { expect, test } from 'playwright/test';
import { AppError } from '#contract/errors.ts';
import { fetchFrom, openShelf, SMALL, told, withSite } from './gallery.ts';
import { gif, jpeg, png, svg } from './pictures.ts';

test('pictures are stored in the order they were named, whatever they call themselves', async () => {
  const shelf = openShelf();
  const photo = jpeg(640, 480);
  await withSite(
    {
      '/photo': { headers: { 'content-type': 'text/plain' }, body: photo },
      '/slow.gif': (_request, response) => void setTimeout(() => response.end(gif(8, 6)), 100),
      '/drawing.png': { headers: { 'content-type': 'image/png' }, body: svg('<rect/>') },
      '/sorry.jpg': { headers: { 'content-type': 'image/jpeg' }, body: '<!doctype html><p>Please sign in.' },
      '/program.png': { headers: { 'content-type': 'image/png' }, body: Buffer.from('MZ\x90\0\x03', 'latin1') },
      '/empty.png': { headers: { 'content-type': 'image/png' }, body: '' },
    },
    async (site) => {
      const addresses = [
        '/slow.gif',
        '/photo',
        '/none.png',
        '/drawing.png',
        '/sorry.jpg',
        '/program.png',
        '/empty.png',
      ].map((path) => site.url(path));
      const progress: string[] = [];
      const outcomes = await fetchFrom(site, addresses, {
        store: shelf.store,
        onProgress: (done, total) => progress.push(`${done}/${total}`),
      });
      expect(outcomes.map(({ url }) => url)).toEqual(addresses);
      expect(told(outcomes)).toEqual(['8×6', '640×480', 'gone', '40×30', 'unreadable', 'unreadable', 'unreadable']);
      const hash = createHash('sha256').update(photo).digest('hex');
      expect(outcomes[1]).toEqual({
        url: site.url('/photo'),
        stored: {
          url: site.url('/photo'),
          hash,
          file: `${hash.slice(0, 2)}/${hash}`,
          mediaType: 'image/jpeg',
          sizeBytes: photo.length,
          width: 640,
          height: 480,
        },
      });
      expect(Buffer.from(shelf.kept.get(hash) ?? [])).toEqual(photo);
      expect(shelf.kept.size).toBe(3);
      expect(outcomes[2]).toMatchObject({
        missing: { reason: expect.stringContaining('has no picture at this address (404)') },
      });
      expect(outcomes[4]).toMatchObject({ missing: { reason: 'The site sent a page instead of the picture.' } });
      expect(progress.at(-1)).toBe('7/7');
    },
  );
});

test('a picture named twice is fetched once and counted twice', async () => {
  await withSite({ '/p.png': { body: png(3, 2) } }, async (site) => {
    const outcomes = await fetchFrom(site, [site.url('/p.png'), site.url('/p.png')]);
    expect(told(outcomes)).toEqual(['3×2', '3×2']);
    expect(site.requests).toEqual(['/p.png']);
  });
});

test('pictures written into the page need no network', async () => {
  const picture = png(3, 2);
  const drawing = svg('<text>#é</text>').toString();
  const addresses = [
    `data:image/png;base64,${picture.toString('base64')}`,
    `data:text/html;charset=x;base64,${encodeURIComponent(picture.toString('base64'))}`,
    `DATA:image/svg+xml,${encodeURIComponent(drawing)}`,
    `data:image/svg+xml;utf8,${drawing}`,
    'data:image/png;base64,',
    'data:image/png',
    `data:image/svg+xml,${svg('<script>alert(1)</script>').toString()}`,
  ];
  const outcomes = await fetchFrom({ origin: 'https://example.org' }, addresses);
  expect(told(outcomes)).toEqual(['3×2', '3×2', '40×30', '40×30', 'unreadable', 'unreadable', 'unreadable']);
  expect(outcomes.map(({ url }) => url)).toEqual(addresses);
  expect(outcomes[2]).toMatchObject({ stored: { url: expect.stringMatching(/^DATA:.{50,60}…$/) } });
});

test('what is no address of the web is refused without asking anybody', async () => {
  const outcomes = await fetchFrom({ origin: 'https://example.org' }, [
    'file:///etc/hostname',
    'javascript:alert(1)',
    'nothing',
    '',
    'ftp://example.org/x.png',
    'blob:x',
  ]);
  expect(told(outcomes)).toEqual(Array.from({ length: 6 }, () => 'bad-input'));
});

test('bombs are refused by what their headers say, and too many bytes by their number', async () => {
  await withSite(
    {
      '/bomb.png': { body: png(20_000, 20_000) },
      '/fat.jpg': { body: Buffer.concat([jpeg(9, 9), Buffer.alloc(2 * 1024 * 1024)]) },
    },
    async (site) => {
      const written = `data:image/jpeg;base64,${Buffer.concat([jpeg(9, 9), Buffer.alloc(2 * 1024 * 1024)]).toString('base64')}`;
      const outcomes = await fetchFrom(site, [site.url('/bomb.png'), site.url('/fat.jpg'), written]);
      expect(told(outcomes)).toEqual(['too-large', 'too-large', 'too-large']);
      expect(outcomes[0]).toMatchObject({
        missing: { reason: 'The picture is too large to show safely (20000 × 20000 pixels).' },
      });
      expect(outcomes[1]).toMatchObject({
        missing: { reason: expect.stringContaining('larger than the 1 MB that a picture may have') },
      });
    },
  );
});

test('beyond the number of pictures the rest is named, and not asked for', async () => {
  await withSite({ '/p.png': { body: png(3, 2) } }, async (site) => {
    const addresses = Array.from({ length: 60 }, (_, index) => site.url(`/p.png?${index}`));
    const outcomes = await fetchFrom(site, addresses, { limits: { each: SMALL, maxImages: 50 } });
    expect(told(outcomes)).toEqual([
      ...Array.from({ length: 50 }, () => '3×2'),
      ...Array.from({ length: 10 }, () => 'too-large'),
    ]);
    expect(outcomes[55]).toMatchObject({
      missing: { reason: 'The page has more than 50 pictures; only the first ones are stored.' },
    });
    expect(site.requests.length).toBe(50);
    expect(site.connections).toBeLessThanOrEqual(6);
  });
});

test('beyond the bytes of an article the rest is named', async () => {
  const picture = Buffer.concat([jpeg(9, 9), Buffer.alloc(400_000)]);
  await withSite({ '/p.jpg': { body: picture } }, async (site) => {
    const addresses = Array.from({ length: 8 }, (_, index) => site.url(`/p.jpg?${index}`));
    const outcomes = await fetchFrom(site, addresses, { limits: { each: SMALL, maxTotalBytes: 1_000_000, atOnce: 1 } });
    expect(told(outcomes).filter((each) => each === '9×9').length).toBe(2);
    expect(told(outcomes).filter((each) => each === 'too-large').length).toBe(6);
  });
});

const full = (): Promise<never> => Promise.reject(new AppError('disk', 'The disk is full.'));
const broken = (): Promise<never> => Promise.reject(new TypeError('a bug'));

test('a full disk makes pictures missing, a bug does not pass for one', async () => {
  await withSite({ '/p.png': { body: png(3, 2) } }, async (site) => {
    expect(told(await fetchFrom(site, [site.url('/p.png')], { store: full }))).toEqual(['disk']);
    await expect(fetchFrom(site, [site.url('/p.png')], { store: broken })).rejects.toThrow('a bug');
  });
});

test('an article without pictures asks for none', async () => {
  expect(await fetchFrom({ origin: 'https://example.org' }, [])).toEqual([]);
});
