// Bytes that say they are pictures: what they really are, how large they would become, and what they would do.
import { expect, test } from 'playwright/test';
import { inspectImage } from '../../../electron/capture/inspectImage.ts';
import { IMAGE_LIMITS } from '../../../electron/capture/limits.ts';
import { failureOf } from './failureOf.ts';
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

const HUGE: readonly (readonly [string, Buffer])[] = [
  ['a PNG of 20,000 × 20,000', png(20_000, 20_000)],
  ['a PNG of 10,000 × 10,000', png(10_000, 10_000)],
  ['a PNG of 17,000 × 1', png(17_000, 1)],
  ['a JPEG of 65,500 × 65,500', jpeg(65_500, 65_500)],
  ['a WebP of 16,384 × 16,384', webp(16_384, 16_384)],
  ['a GIF of 30,000 × 30,000', gif(30_000, 30_000)],
  ['a GIF whose frame is larger than it says', gif(1, 1, { width: 30_000, height: 30_000 })],
  ['an AVIF of 30,000 × 30,000', avif([30_000, 30_000])],
  ['an AVIF whose second picture is huge', avif([10, 10], [60_000, 60_000])],
  ['a bitmap of 2,000,000,000 × 2', bmp(2_000_000_000, 2)],
  [
    'a drawing that holds a huge picture',
    svg(`<image href="data:image/png;base64,${png(20_000, 20_000).toString('base64')}"/>`),
  ],
  [
    'a drawing that holds many large pictures',
    svg(`<image href="data:image/png;base64,${png(5000, 5000).toString('base64')}"/>`.repeat(3)),
  ],
  [
    'a drawing whose style holds a huge picture',
    svg(`<style>rect{fill:url("data:image/png;base64,${png(20_000, 20_000).toString('base64')}")}</style>`),
  ],
];

for (const [what, bytes] of HUGE) {
  test(`${what} is too large`, async () => {
    const failure = await failureOf(inspectImage(bytes, IMAGE_LIMITS));
    expect(failure.code).toBe('too-large');
    expect(failure.message).toMatch(/too large|too often/);
  });
}

/** Levels that each use the one below ten times: 10 to the power of `levels` shapes. */
function uses(levels: number, reference: (id: string) => string): string {
  const groups = Array.from(
    { length: levels },
    (_, level) => `<g id="l${level + 1}">${reference(`l${level}`).repeat(10)}</g>`,
  );
  return `<defs><path id="l0" d="M0 0"/>${groups.join('')}</defs>${reference(`l${levels}`)}`;
}

const patterns = (levels: number): string =>
  Array.from(
    { length: levels },
    (_, level) => `<pattern id="p${level}">${`<rect fill="url(#p${level - 1})"/>`.repeat(10)}</pattern>`,
  ).join('');

const MULTIPLYING: readonly (readonly [string, Buffer])[] = [
  ['uses of uses', svg(uses(8, (id) => `<use href="#${id}"/>`))],
  ['uses in the old way', svg(uses(8, (id) => `<use xlink:href="#${id}"/>`))],
  ['uses with blanks', svg(uses(5, (id) => `<use href=" #${id} "/>`))],
  ['uses that an animation makes', svg(uses(5, (id) => `<use><set attributeName="href" to="#${id}"/></use>`))],
  ['patterns in patterns', svg(`${patterns(6)}<rect fill="url(#p5)"/>`)],
  ['patterns in a style attribute', svg(`${patterns(6)}<rect style="fill:url('#p5')"/>`)],
  [
    'patterns in style attributes, written with escapes',
    svg(patterns(6).replaceAll(/fill="url\((#p-?\d)\)"/g, 'style="fill:\\75 rl($1)"')),
  ],
  [
    'patterns in a style sheet',
    svg(
      `<style>.a{fill:url(#p1)}.b{fill:url(#p2)}.c{fill:url(#p3)}</style>${'123'.replace(/\d/g, (n) => `<pattern id="p${n}">${'<rect class="a"/>'.repeat(10)}</pattern>`)}`,
    ),
  ],
  [
    'one large pattern for all',
    svg(`<style>rect{fill:url(#p)}</style><pattern id="p">${'<path/>'.repeat(200)}</pattern>${'<rect/>'.repeat(200)}`),
  ],
  [
    'a drawing that contains itself',
    svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>'),
  ],
  ['a use of what it stands in', svg('<g id="a"><use href="#a"/></g>')],
  ['200,000 elements', svg('<a/>'.repeat(200_000))],
];

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

const ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const HOSTILE: readonly (readonly [string, Buffer | string])[] = [
  ['a script', svg('<script>alert(1)</script>')],
  ['a script in capitals', svg('<SCRIPT>alert(1)</SCRIPT>')],
  ['a script under a prefix', svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>')],
  ['a script of HTML', svg('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>')],
  ['a handler', svg('<rect onload="alert(1)"/>')],
  ['a page inside', svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>')],
  ['a frame inside', svg('<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://example.org/"/>')],
  ['entities', `${ENTITIES}${svg('<text>&b;</text>').toString()}`],
  [
    'a document type with rules of its own',
    `<!DOCTYPE svg PUBLIC "a" "b" [<!ATTLIST rect onload CDATA "x">]>${svg('<rect/>').toString()}`,
  ],
  ['an entity nobody defined', svg('<text>&nbsp;</text>')],
  ['a style sheet from elsewhere', `<?xml-stylesheet href="https://example.org/x.css"?>${svg('').toString()}`],
  ['an import', svg('<style>@import "https://example.org/x.css";</style>')],
  ['an import with escapes', svg('<style>@\\69mport "https://example.org/x.css";</style>')],
  ['a drawing inside', svg(`<image href="data:image/svg+xml;base64,${svg('').toString('base64')}"/>`)],
  ['something inside that is no picture', svg('<image href="data:text/html,x"/>')],
  ['broken markup', svg('<g><rect></g>')],
  ['a cut end', svg('<g/>').subarray(0, -4)],
  [
    'an encoding that is not looked through',
    Buffer.from(`<?xml version="1.0" encoding="Shift_JIS"?>${svg('').toString()}`),
  ],
  ['an encoding in which tags hide', Buffer.from('<?xml version="1.0" encoding="UTF-7"?>+ADw-svg/+AD4-<svg/>')],
  [
    'another encoding in which tags hide',
    Buffer.from(`<?xml version="1.0" encoding="ISO-2022-JP"?>${svg('').toString()}`),
  ],
];

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
