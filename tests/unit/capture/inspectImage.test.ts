// Bytes that say they are pictures: what they really are, how large they would become, and what they would do.
import { expect, test } from 'playwright/test';
import { inspectImage } from '../../../electron/capture/inspectImage.ts';
import { IMAGE_LIMITS } from '../../../electron/capture/limits.ts';
import { failureOf } from './failureOf.ts';
import { HOSTILE, HUGE, MULTIPLYING, uses } from './bombs.ts';
import { avif, bmp, gif, icon, jpeg, png, svg, webp } from './pictures.ts';

const KNOWN: readonly (readonly [string, Buffer, string, number, number])[] = [
  ['a PNG', png(30, 20), 'image/png', 30, 20],
  ['a JPEG', jpeg(300, 200), 'image/jpeg', 300, 200],
  ['a JPEG lying on its side', jpeg(300, 200, 6), 'image/jpeg', 200, 300],
  ['a GIF', gif(30, 20), 'image/gif', 30, 20],
  ['a WebP', webp(300, 200), 'image/webp', 300, 200],
  ['an AVIF', avif([300, 200]), 'image/avif', 300, 200],
  ['a bitmap', bmp(30, 20), 'image/bmp', 30, 20],
  ['a bitmap from top to bottom', bmp(30, -20), 'image/bmp', 30, 20],
  ['an icon', icon(32), 'image/x-icon', 32, 32],
  ['a drawing', svg('<rect width="9" height="9"/>'), 'image/svg+xml', 40, 30],
  ['a drawing with a view box', svg('<rect/>', 'viewBox="0 0 200 100"'), 'image/svg+xml', 200, 100],
  ['a drawing with one side', svg('<rect/>', 'width="50" viewBox="0 0 200 100"'), 'image/svg+xml', 50, 25],
  ['a drawing of 100 %', svg('<rect/>', 'width="100%" height="100%" viewBox="0,0,20,10"'), 'image/svg+xml', 20, 10],
  ['a drawing without a size', svg('<rect/>', ''), 'image/svg+xml', 300, 150],
  ['a huge drawing', svg('<rect/>', 'viewBox="0 0 100000 50000"'), 'image/svg+xml', 8944, 4472],
  [
    'a drawing with a prolog',
    Buffer.concat([Buffer.from('\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- by hand -->\n'), svg('<rect/>')]),
    'image/svg+xml',
    40,
    30,
  ],
  ['a drawing in UTF-16', Buffer.from(`\uFEFF${svg('<text>é</text>').toString()}`, 'utf16le'), 'image/svg+xml', 40, 30],
  [
    'a drawing with a prefix',
    Buffer.from('<s:svg xmlns:s="http://www.w3.org/2000/svg" width="4" height="3"/>'),
    'image/svg+xml',
    4,
    3,
  ],
  ['a chart of 30,000 lines', svg('<path d="M0 0h1"/>'.repeat(30_000)), 'image/svg+xml', 40, 30],
  [
    'a chart with one pattern',
    svg(`<pattern id="p"><path/><path/></pattern>${'<rect fill="url(#p)"/>'.repeat(2000)}`),
    'image/svg+xml',
    40,
    30,
  ],
  [
    'a chart with gradients',
    svg(`<linearGradient id="g"><stop/><stop/><stop/></linearGradient>${'<rect fill="url(#g)"/>'.repeat(9000)}`),
    'image/svg+xml',
    40,
    30,
  ],
  [
    'a drawing with a small picture in it',
    svg(`<image href="data:image/png;base64,${png(9, 9).toString('base64')}"/>`),
    'image/svg+xml',
    40,
    30,
  ],
];

for (const [what, bytes, mediaType, width, height] of KNOWN) {
  test(`${what} is known by its bytes`, async () => {
    expect(await inspectImage(bytes, IMAGE_LIMITS)).toEqual({ mediaType, width, height });
  });
}

for (const [what, bytes] of HUGE) {
  test(`${what} is too large`, async () => {
    const failure = await failureOf(inspectImage(bytes, IMAGE_LIMITS));
    expect(failure.code).toBe('too-large');
    expect(failure.message).toMatch(/too large|too often/);
  });
}

for (const [what, bytes] of MULTIPLYING) {
  test(`${what} (${bytes.length} bytes) is refused`, async () => {
    expect((await failureOf(inspectImage(bytes, IMAGE_LIMITS))).code).toBe('too-large');
  });
}

test('uses within reason are let through', async () => {
  const drawing = svg(uses(3, (id) => `<use href="#${id}"/>`));
  expect(await inspectImage(drawing, IMAGE_LIMITS)).toMatchObject({ mediaType: 'image/svg+xml' });
});

test('a drawing that names the document type of the standard is let through', async () => {
  const type = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  const drawing = Buffer.from(`<?xml version="1.0"?>\n${type}\n${svg('<rect/>').toString()}`);
  expect(await inspectImage(drawing, IMAGE_LIMITS)).toMatchObject({ mediaType: 'image/svg+xml' });
});

for (const [what, drawing] of HOSTILE) {
  test(`a drawing with ${what} is refused`, async () => {
    const failure = await failureOf(inspectImage(Buffer.from(drawing), IMAGE_LIMITS));
    expect(failure.code).toBe('unreadable');
    expect(failure.message).toMatch(/drawing/);
  });
}

test('a drawing of many megabytes is not even read', async () => {
  expect((await failureOf(inspectImage(svg(' '.repeat(5 * 1024 * 1024)), IMAGE_LIMITS))).code).toBe('too-large');
});

test('a drawing nested 99,000 deep is refused', async () => {
  const deep = svg(`${'<g>'.repeat(99_000)}${'</g>'.repeat(99_000)}`);
  expect((await failureOf(inspectImage(deep, IMAGE_LIMITS))).code).toBe('too-large');
});

const NOT_PICTURES: readonly (readonly [string, Buffer, RegExp])[] = [
  ['a page', Buffer.from('<!doctype html><p>Sorry'), /page instead of the picture/],
  ['nothing', Buffer.alloc(0), /empty file/],
  ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), /not a picture/],
  ['a TIFF', Buffer.from('II*\0\x08\0\0\0\0\0\0\0\0\0', 'latin1'), /not a picture/],
  ['text', Buffer.from('not found'), /not a picture/],
  ['half a PNG', png(30, 20).subarray(0, 12), /damaged|not a picture/],
  ['half a JPEG', jpeg(30, 20).subarray(0, 20), /damaged|not a picture/],
  ['a PNG of no size', png(0, 0), /damaged/],
];

for (const [what, bytes, words] of NOT_PICTURES) {
  test(`${what} is not a picture`, async () => {
    const failure = await failureOf(inspectImage(bytes, IMAGE_LIMITS));
    expect(failure.code).toBe('unreadable');
    expect(failure.message).toMatch(words);
  });
}

test('two thousand broken pictures each get an answer', async () => {
  const seeds = [
    png(30, 20),
    jpeg(300, 200),
    gif(30, 20),
    webp(300, 200),
    avif([30, 20], [3, 2]),
    bmp(30, 20),
    icon(32),
    svg(uses(2, (id) => `<use href="#${id}"/>`)),
  ];
  let state = 20_120_907;
  // A small fixed generator (Numerical Recipes), so that a failing case can be found again.
  const random = (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state % below;
  };
  const ends = new Map<string, number>();
  for (let index = 0; index < 2000; index += 1) {
    const seed = seeds[index % seeds.length] ?? Buffer.alloc(0);
    const bytes = Buffer.from(random(4) === 0 ? seed.subarray(0, random(seed.length)) : seed);
    for (let flips = random(6); flips > 0 && bytes.length > 0; flips -= 1) bytes[random(bytes.length)] = random(256);
    const end = await inspectImage(bytes, IMAGE_LIMITS).then(
      (image) => image.mediaType,
      (failure: unknown) =>
        failure instanceof Error && 'code' in failure
          ? String(failure.code)
          : `bug in case ${index}: ${String(failure)}`,
    );
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const known = [
    'unreadable',
    'too-large',
    'image/png',
    'image/jpeg',
    'image/gif',
    'image/webp',
    'image/avif',
    'image/bmp',
    'image/x-icon',
    'image/svg+xml',
  ];
  expect([...ends.keys()].filter((end) => !known.includes(end))).toEqual([]);
});
