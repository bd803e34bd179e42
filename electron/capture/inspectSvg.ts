// The bytes of an SVG drawing come in; its size goes out, if it is harmless as a picture.
// Refuses scripts, embedded pages, document types with rules of their own, entities, style sheets from elsewhere and drawings that multiply themselves.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { AppError } from '#contract/errors.ts';
import { decodeDataUrl, isDataUrl } from './dataUrl.ts';
import { wideEncodingOf } from './documentLook.ts';
import { decodeAs, encodingNamed } from './encodings.ts';
import type { PictureLimits, InspectedImage } from './inspectImage.ts';
import { countExpansion, type DrawingNode } from './svgExpansion.ts';

const MAX_ELEMENTS = 100_000;
const MAX_EXPANSION = 10_000;
const FORBIDDEN = new Set([
  'script',
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'handler',
  'listener',
]);
// Browsers give up at a few thousand, and the parser looks through all open elements for each name it meets.
const MAX_DEPTH = 500;
const PIECE = 16 * 1024;
// In these, what has meaning to an XML parser has the same bytes as in ASCII.
const ENCODINGS = new Set(['UTF-8', 'windows-1252', 'UTF-16LE', 'UTF-16BE']);
// What a browser draws when a drawing does not say its size (CSS 2.2, 10.3.2).
const DEFAULT_SIZE = { width: 300, height: 150 };

/** Tells whether bytes begin as an SVG drawing does, with or without a prolog. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  const wide = wideEncodingOf(bytes.subarray(0, 4096));
  const head = decodeAs(bytes.subarray(0, 4096), wide ?? 'UTF-8').trimStart();
  return /^<(?:[\w.-]+:)?svg[\s>/]/i.test(head) || (/^<[?!]/.test(head) && /<(?:[\w.-]+:)?svg[\s>/]/i.test(head));
}

/**
 * Inspects a drawing with a strict XML parser, so that what is judged is what a browser will draw. `pixelsOf` judges a
 * picture held inside. Throws `unreadable` or `too-large`; the message is the reason alone.
 */
export async function inspectSvg(
  bytes: Uint8Array,
  limits: PictureLimits,
  pixelsOf: (bytes: Uint8Array) => Promise<number>,
): Promise<InspectedImage> {
  if (bytes.length > limits.maxSvgBytes) throw new AppError('too-large', 'The drawing is too large to be checked.');
  const drawing = await read(decode(bytes));
  if (countExpansion(drawing.nodes, drawing.styles) > MAX_EXPANSION) {
    throw new AppError('too-large', 'The drawing repeats its parts too often to show safely.');
  }
  let pixels = 0;
  for (const address of drawing.held) {
    pixels += await pixelsOf(decodeDataUrl(address, limits.maxSvgBytes));
    if (pixels > limits.maxPixels)
      throw new AppError('too-large', 'The pictures in the drawing are too large to show safely.');
  }
  return { mediaType: 'image/svg+xml', ...within(drawing.size, limits) };
}

interface Drawing {
  readonly nodes: readonly DrawingNode[];
  /** Text of all style sheets, escapes resolved. */
  readonly styles: string;
  /** `data:` addresses of pictures. */
  readonly held: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
}

async function read(text: string): Promise<Drawing> {
  const parser = new SaxesParser({ xmlns: true });
  const nodes: DrawingNode[] = [];
  const open: number[] = [];
  const held: string[] = [];
  let styles = '';
  let size = DEFAULT_SIZE;
  const addStyle = (css: string): void => {
    const plain = withoutEscapes(css);
    if (/@import|expression\(/i.test(plain)) refuse('loads a style sheet from elsewhere');
    styles += `${plain}\n`;
    held.push(...dataUrlsIn(plain));
  };

  parser.on('error', () => refuse('is not well-formed'));
  // Drawing programs name the standard's document type, which no browser fetches; one with rules of its own could make text multiply.
  parser.on('doctype', (declared) => {
    if (declared.includes('[')) refuse('brings its own document type');
  });
  parser.on('processinginstruction', ({ target }) => {
    if (target.toLowerCase() === 'xml-stylesheet') refuse('loads a style sheet from elsewhere');
  });
  parser.on('opentag', (tag) => {
    const name = tag.local.toLowerCase();
    if (FORBIDDEN.has(name)) refuse(name === 'script' ? 'contains a script' : `contains <${name}>`);
    if (nodes.length >= MAX_ELEMENTS || open.length >= MAX_DEPTH)
      throw new AppError('too-large', 'The drawing has too many parts to show safely.');
    if (nodes.length === 0) size = sizeOf(tag);
    const node: DrawingNode = { name, id: null, references: [], children: [] };
    for (const { local, value } of Object.values(tag.attributes)) {
      if (/^on/i.test(local)) refuse('contains a script');
      const plain = local === 'style' ? withoutEscapes(value) : value;
      if (local === 'id') node.id = value;
      node.references.push(...referencesIn(name, local, plain));
      if (isDataUrl(value.trim()) && local === 'href') held.push(value.trim());
      else held.push(...dataUrlsIn(plain));
    }
    const parent = open.at(-1);
    if (parent !== undefined) nodes[parent]?.children.push(nodes.length);
    open.push(nodes.length);
    nodes.push(node);
  });
  parser.on('closetag', () => void open.pop());
  const inStyle = (css: string): void => {
    const current = nodes[open.at(-1) ?? -1];
    if (current?.name === 'style') addStyle(css);
  };
  parser.on('text', inStyle);
  parser.on('cdata', inStyle);

  for (let at = 0; at < text.length; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    // Lets the rest of the app go on between two pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
  parser.close();
  return { nodes, styles, held, size };
}

function refuse(what: string): never {
  throw new AppError('unreadable', `The drawing ${what}, so it was not stored.`);
}

function decode(bytes: Uint8Array): string {
  const wide = wideEncodingOf(bytes);
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString('latin1');
  const declared = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? 'utf-8';
  const encoding = wide ?? encodingNamed(declared);
  if (encoding === null || !ENCODINGS.has(encoding)) refuse('is written in an unusual encoding');
  return decodeAs(bytes, encoding);
}

function referencesIn(element: string, attribute: string, value: string): string[] {
  const painted = [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/gi)].map((match) => match[1] ?? '');
  const isCopy = element === 'use' && attribute === 'href';
  // An animation can put a reference where there was none.
  const isMoved =
    (element === 'set' || element.startsWith('animate')) && ['to', 'from', 'by', 'values'].includes(attribute);
  if (!isCopy && !isMoved) return painted;
  const named = value.split(';').flatMap((part) => (part.trim().startsWith('#') ? [part.trim().slice(1)] : []));
  return [...painted, ...named];
}

function dataUrlsIn(text: string): string[] {
  return [...text.matchAll(/url\(\s*(?:"(data:[^"]*)"|'(data:[^']*)'|(data:[^)\s]*))/gi)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

/** CSS lets any character be written as an escape, `u\72l(` for instance. */
function withoutEscapes(css: string): string {
  return css.replace(/\\([0-9a-f]{1,6})\s?|\\(.)/gi, (_, hex: string | undefined, plain: string | undefined) => {
    const code = hex === undefined ? undefined : Number.parseInt(hex, 16);
    return code === undefined ? (plain ?? '') : code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function sizeOf(root: SaxesTagNS): { readonly width: number; readonly height: number } {
  const value = (name: string): string => root.attributes[name]?.value ?? '';
  const [, , boxWidth = 0, boxHeight = 0] = value('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const hasBox = boxWidth > 0 && boxHeight > 0 && Number.isFinite(boxWidth * boxHeight);
  const width = pixelsIn(value('width'));
  const height = pixelsIn(value('height'));
  if (width > 0 && height > 0) return { width, height };
  if (!hasBox) return { width: width || DEFAULT_SIZE.width, height: height || DEFAULT_SIZE.height };
  if (width > 0) return { width, height: (width * boxHeight) / boxWidth };
  if (height > 0) return { width: (height * boxWidth) / boxHeight, height };
  return { width: boxWidth, height: boxHeight };
}

function pixelsIn(length: string): number {
  return /^\s*\d+(?:\.\d+)?(?:px)?\s*$/.test(length) ? Number.parseFloat(length) : 0;
}

/** A drawing has no pixels of its own, so one that calls itself huge is shown smaller instead of refused. */
function within(
  { width, height }: { readonly width: number; readonly height: number },
  limits: PictureLimits,
): { readonly width: number; readonly height: number } {
  const shrink = Math.min(1, limits.maxSide / Math.max(width, height), Math.sqrt(limits.maxPixels / (width * height)));
  return { width: Math.max(1, Math.round(width * shrink)), height: Math.max(1, Math.round(height * shrink)) };
}
