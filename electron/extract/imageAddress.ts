// Which picture an image element stands for. In: the element with its `picture` sources and its lazy-loading attributes.
// Out: one address to store. Refuses tracking pixels and placeholders.
import type { Element } from 'domhandler';
import type { Page } from './page.ts';
import { toWebAddress } from './webAddress.ts';

/** Physical pixels that are enough: a column of 700 CSS pixels at two per pixel. */
const ENOUGH_WIDTH = 1400;

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

const STORED_FILE = /^(?:\.\.\/)*assets\/[0-9a-f]{2}\/[0-9a-f]{8,64}\.[a-z0-9]{1,5}$/;
const DATA_IMAGE = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;
/** A picture written into the page in fewer characters than this only holds a place for another. */
const PLACEHOLDER_LENGTH = 500;
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
    chooseOfSet(lazySet, page) ??
    chooseOfSet(attribs['srcset'], page) ??
    resolve(lazySource, page) ??
    resolve(attribs['src'], page) ??
    chooseOfPicture(image, page);
  if (chosen !== undefined) return chosen;
  const source = attribs['src'];
  if (source === undefined) return undefined;
  if (STORED_FILE.test(source) && page.base === null) return source;
  const isPicture = DATA_IMAGE.test(source) && source.length > PLACEHOLDER_LENGTH && source.length < MAX_DATA_LENGTH;
  return isPicture ? source.replace(/\s+/g, '') : undefined;
}

function resolve(source: string | undefined, page: Page): string | undefined {
  if (!isFilled(source)) return undefined;
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

function chooseOfPicture(image: Element, page: Page): string | undefined {
  const picture = image.parent;
  if (picture === null || !('name' in picture) || picture.name !== 'picture') return undefined;
  for (const child of picture.children) {
    if (!('attribs' in child) || child.name !== 'source') continue;
    const chosen =
      chooseOfSet(child.attribs['srcset'] ?? child.attribs['data-srcset'], page) ??
      resolve(child.attribs['data-src'] ?? child.attribs['src'], page);
    if (chosen !== undefined) return chosen;
  }
  return undefined;
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
