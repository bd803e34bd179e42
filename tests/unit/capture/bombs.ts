// Pictures made to do harm: huge once they are decoded, drawings that multiply themselves, and drawings that run or load something.
import { avif, bmp, gif, jpeg, png, svg, webp } from './pictures.ts';

/** Too large to decode, by what their headers say. */
export const HUGE: readonly (readonly [string, Buffer])[] = [
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

/** Levels that each use the one below ten times: 10 to the power of `levels` shapes. */
export function uses(levels: number, reference: (id: string) => string): string {
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

/** Drawings of few bytes that stand for very many shapes. */
export const MULTIPLYING: readonly (readonly [string, Buffer])[] = [
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

const ENTITIES = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
/** Drawings that run something, load something or hide something. */
export const HOSTILE: readonly (readonly [string, Buffer | string])[] = [
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
