// Which picture an image element stands for. In: the element with its `picture` sources and its lazy-loading attributes.
// Out: one address to store. Refuses tracking pixels and placeholders.
import type { Element } from 'domhandler';
import type { Page } from './page.ts';
import { toWebAddress } from './webAddress.ts';

/** Physical pixels that are enough: a column of 720 CSS pixels at two per pixel. */
const ENOUGH_WIDTH = 1440;

const LAZY_SETS = [
  'data-srcset',
  'data-lazy-srcset',
  'data-original-set',
  'data-image-srcset',
  'data-flickity-lazyload-srcset',
];
const LAZY_SOURCES = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-lazy',
  'data-actualsrc',
  'data-orig-src',
  'data-hi-res-src',
  'data-img-src',
  'data-image',
  'data-url',
  'data-echo',
  'data-layzr',
  'data-flickity-lazyload',
  'nitro-lazy-src',
];

const LAZY_BACKGROUNDS = ['data-bg', 'data-background', 'data-background-image', 'data-bg-url', 'data-lazy-background'];
const POSTERS = ['poster', 'data-poster', 'data-thumbnail', 'data-thumb'];

/** What the window can draw; a page may offer formats that only some browsers know. */
const SHOWN_TYPE = /^\s*image\/(?:avif|webp|png|apng|jpe?g|gif|svg\+xml|bmp)\s*(?:;|$)/i;
const NARROW_OR_PRINT =
  /\bprint\b|max-(?:device-)?width|width\s*<|prefers-color-scheme\s*:\s*dark|orientation\s*:\s*portrait/i;

const STORED_FILE = /^(?:\.\.\/)*assets\/[0-9a-f]{2}\/[0-9a-f]{8,64}\.[a-z0-9]{1,5}$/;
const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;
/** A picture written into the page in fewer characters than this only holds a place for another. */
const PLACEHOLDER_LENGTH = 500;
/** A short drawing that holds a place has no more than a rectangle in it. */
const DRAWN = /^data:image\/svg\+xml[^,]*,.*(?:%3C|<)(?:path|circle|ellipse|line|poly(?:line|gon)|text)\b/i;
const MAX_DATA_LENGTH = 4_000_000;
const PLACEHOLDER_NAME =
  /(?:^|[/_.-])(?:blank|spacer|placeholder|pixel|transparent|1x1|lazy|loading|loader|empty|grey|gray|clear|s)\.(?:gif|png|svg|jpe?g|webp)$/i;

/**
 * Chooses the address of an `img` (or `amp-img`) among its own and its `picture`'s candidates: of a `srcset` the smallest that
 * fills the column, else the largest; an address meant for lazy loading before `src`. `undefined` for a tracking pixel
 * (2 × 2 or hidden), a placeholder without anything behind it, and what is not on the web.
 */
export function chooseImage(image: Element, page: Page): string | undefined {
  const { attribs } = image;
  if (isPixel(attribs)) return undefined;
  const lazySet = LAZY_SETS.map((name) => attribs[name]).find(isFilled);
  const lazySource = LAZY_SOURCES.map((name) => attribs[name]).find(
    (value) => isFilled(value) && looksLikeAddress(value),
  );
  if (isHidden(attribs) && lazySet === undefined && lazySource === undefined) return undefined;
  const chosen =
    chooseOfPicture(image, page) ??
    chooseOfSet(lazySet, page) ??
    chooseOfSet(attribs['srcset'], page) ??
    resolve(lazySource, page) ??
    resolve(attribs['src'], page);
  if (chosen !== undefined) return chosen;
  const source = attribs['src'];
  if (source === undefined) return undefined;
  if (STORED_FILE.test(source) && page.base === null) return source;
  if (!DATA_IMAGE.test(source) || source.length >= MAX_DATA_LENGTH) return undefined;
  const written = withoutWhiteSpace(source.trim());
  return written.length > PLACEHOLDER_LENGTH || DRAWN.test(written) ? written : undefined;
}

/** In base64 white space is none of the picture's; elsewhere browsers pass over line breaks and tabs alone, and a drawing needs its spaces. */
function withoutWhiteSpace(source: string): string {
  const isBase64 = /^[^,]*;\s*base64\s*,/i.test(source);
  return isBase64 ? source.replace(/\s+/g, '') : source.replace(/[\t\n\r\f]+/g, '').replace(/\s/g, encodeURIComponent);
}

function resolve(source: string | undefined, page: Page): string | undefined {
  if (!isFilled(source)) return undefined;
  // A part of the file that the page was saved in.
  if (/^cid:[\w./~@$+%-]{1,2000}$/.test(source)) return source;
  const url = toWebAddress(page, source);
  return url === undefined || PLACEHOLDER_NAME.test(url.pathname) ? undefined : url.href;
}

function chooseOfSet(set: string | undefined, page: Page): string | undefined {
  if (!isFilled(set)) return undefined;
  const candidates = parseSrcset(set);
  candidates.sort((a, b) => a.width - b.width);
  const enough = candidates.findIndex(({ width }) => width >= ENOUGH_WIDTH);
  // From the best fit to the smallest, then what is larger than needed.
  const order =
    enough === -1
      ? candidates.reverse()
      : [...candidates.slice(enough, enough + 1), ...candidates.slice(0, enough).reverse()];
  for (const { url } of order) {
    const address = resolve(url, page);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** The first source that a browser with a wide window would take; sources for print or narrow windows are only a last resort. */
function chooseOfPicture(image: Element, page: Page): string | undefined {
  const picture = image.parent;
  if (picture === null || !('name' in picture) || picture.name !== 'picture') return undefined;
  let spare: string | undefined;
  for (const child of picture.children) {
    if (!('attribs' in child) || child.name !== 'source') continue;
    const { type, media, srcset, src } = child.attribs;
    if (type !== undefined && !SHOWN_TYPE.test(type)) continue;
    const lazySet = LAZY_SETS.map((name) => child.attribs[name]).find(isFilled);
    const chosen =
      chooseOfSet(lazySet, page) ?? chooseOfSet(srcset, page) ?? resolve(child.attribs['data-src'] ?? src, page);
    if (chosen === undefined) continue;
    if (media === undefined || !NARROW_OR_PRINT.test(media)) return chosen;
    spare ??= chosen;
  }
  const hasOwn = ['src', 'srcset', ...LAZY_SETS, ...LAZY_SOURCES].some((name) => isFilled(image.attribs[name]));
  return hasOwn ? undefined : spare;
}

/** The picture that CSS draws behind an element, from its `style` or the attributes that scripts read it from; `undefined` for none. */
export function backgroundOf({ attribs }: Element, page: Page): string | undefined {
  const style = /background(?:-image)?\s*:[^;]*?url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/i.exec(
    attribs['style'] ?? '',
  );
  const lazy = LAZY_BACKGROUNDS.map((name) => attribs[name]).find(isFilled);
  const bare = lazy?.replace(/^\s*url\(\s*["']?|["']?\s*\)\s*$/g, '');
  return resolve(bare, page) ?? resolve(style?.[1] ?? style?.[2] ?? style?.[3], page);
}

/** The still picture that a page gives a film or a sound; `undefined` for none. */
export function posterOf({ attribs }: Element, page: Page): string | undefined {
  return POSTERS.map((name) => resolve(attribs[name], page)).find((address) => address !== undefined);
}

interface Candidate {
  readonly url: string;
  /** Pixels; a density is taken as so many columns. */
  readonly width: number;
}

/** The candidates of a `srcset` (HTML, "parse a srcset attribute"): an address ends at white space, so it may hold commas. */
function parseSrcset(set: string): Candidate[] {
  const words = set.slice(0, MAX_SET_LENGTH).split(/[ \t\n\r\f]+/);
  const candidates: Candidate[] = [];
  let url: string | undefined;
  let width: number | undefined;
  const close = (): void => {
    if (url !== undefined && url !== '' && !url.startsWith('data:')) {
      candidates.push({ url, width: width ?? ENOUGH_WIDTH / 2 });
    }
    url = undefined;
    width = undefined;
  };
  for (const word of words) {
    const isLast = word.endsWith(',');
    const bare = isLast ? word.replace(/,+$/, '') : word;
    if (url === undefined) {
      url = bare.replace(/^,+/, '');
    } else {
      const [, amount, unit] = /^(\d+(?:\.\d+)?)([wx])$/.exec(bare) ?? [];
      if (amount !== undefined) width = Number(amount) * (unit === 'x' ? ENOUGH_WIDTH / 2 : 1);
    }
    if (isLast) close();
  }
  close();
  return candidates;
}

const MAX_SET_LENGTH = 20_000;

function isPixel(attribs: Readonly<Record<string, string>>): boolean {
  const width = attribs['width'] ?? '';
  const height = attribs['height'] ?? '';
  const isTiny = (size: string): boolean => /^\s*[0-2](?:px)?\s*$/.test(size);
  return (isTiny(width) || isTiny(height)) && (isTiny(width) || width === '') && (isTiny(height) || height === '');
}

function isHidden(attribs: Readonly<Record<string, string>>): boolean {
  return (
    attribs['hidden'] !== undefined || /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribs['style'] ?? '')
  );
}

function isFilled(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '' && !value.includes('{');
}

function looksLikeAddress(value: string): boolean {
  return /^(?:https?:)?\/\/|\//i.test(value) || /\.(?:jpe?g|png|webp|gif|avif|svg)(?:[?#]|$)/i.test(value);
}

/** Tells whether the address of a picture is not yet that of a stored file. */
export function isToBePlaced(src: string): boolean {
  return /^(?:https?|data|cid):/.test(src);
}
