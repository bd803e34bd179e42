// A stored drawing in; one that the schema of SVG 1.1 takes out, as books want it: parts and attributes the schema does not know go, and with them
// nothing that shows but filters and pictures within pictures. `undefined` for what is no XML.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { writeXml, type XElement, type XNode } from './xhtml.ts';

const SVG = 'http://www.w3.org/2000/svg';
const XLINK = 'http://www.w3.org/1999/xlink';
const words = (text: string): readonly string[] => text.split(' ');

const PAINT = words(
  'class style clip-path clip-rule color color-interpolation color-rendering cursor display fill fill-opacity fill-rule image-rendering mask ' +
    'opacity pointer-events shape-rendering stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit ' +
    'stroke-opacity stroke-width text-rendering visibility',
);
const FONT = words(
  'alignment-baseline baseline-shift direction dominant-baseline font-family font-size font-size-adjust font-stretch font-style font-variant ' +
    'font-weight kerning letter-spacing text-anchor text-decoration unicode-bidi word-spacing writing-mode',
);
const MARKERS = words('marker-end marker-mid marker-start');
const ALL = [...PAINT, ...FONT, ...MARKERS, 'overflow', 'stop-color', 'stop-opacity'];
const BOX = words('x y width height');
const GRADIENT = words(
  'class style color color-interpolation gradientUnits gradientTransform spreadMethod xlink:href stop-color stop-opacity',
);
const LETTERS = [...PAINT, ...FONT, ...words('x y dx dy rotate textLength lengthAdjust')];

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  svg: [...ALL, ...BOX, 'viewBox', 'preserveAspectRatio'],
  g: [...ALL, 'transform'],
  defs: [...ALL, 'transform'],
  symbol: [...ALL, 'viewBox', 'preserveAspectRatio'],
  use: [...PAINT, ...BOX, 'transform', 'xlink:href'],
  path: [...PAINT, ...MARKERS, 'd', 'pathLength', 'transform'],
  rect: [...PAINT, ...BOX, 'rx', 'ry', 'transform'],
  circle: [...PAINT, 'cx', 'cy', 'r', 'transform'],
  ellipse: [...PAINT, 'cx', 'cy', 'rx', 'ry', 'transform'],
  line: [...PAINT, ...MARKERS, 'x1', 'y1', 'x2', 'y2', 'transform'],
  polyline: [...PAINT, ...MARKERS, 'points', 'transform'],
  polygon: [...PAINT, ...MARKERS, 'points', 'transform'],
  text: [...LETTERS, 'transform'],
  tspan: LETTERS,
  textPath: [...PAINT, ...FONT, 'startOffset', 'method', 'spacing', 'xlink:href'],
  linearGradient: [...GRADIENT, 'x1', 'y1', 'x2', 'y2'],
  radialGradient: [...GRADIENT, 'cx', 'cy', 'r', 'fx', 'fy'],
  stop: words('class style color offset stop-color stop-opacity'),
  clipPath: [...PAINT, ...FONT, 'clipPathUnits', 'transform'],
  mask: [...ALL, ...BOX, 'maskUnits', 'maskContentUnits'],
  pattern: [
    ...ALL,
    ...BOX,
    ...words('patternUnits patternContentUnits patternTransform viewBox preserveAspectRatio xlink:href'),
  ],
  marker: [...ALL, ...words('refX refY markerUnits markerWidth markerHeight orient viewBox preserveAspectRatio')],
  title: [],
  desc: [],
  style: [],
};
/** What an element is nothing without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  use: ['xlink:href'],
  path: ['d'],
  rect: ['width', 'height'],
  circle: ['r'],
  ellipse: ['rx', 'ry'],
  polyline: ['points'],
  polygon: ['points'],
  stop: ['offset'],
  textPath: ['xlink:href'],
};
const WITH_TEXT = new Set(['text', 'tspan', 'textPath', 'title', 'desc', 'style']);
const IN_TEXT = new Set(['tspan', 'textPath']);
const MOST_DEPTH = 200;

interface Open {
  readonly name: string;
  readonly attributes: XElement['attributes'];
  readonly children: XNode[];
  /** Whether it goes, and its content with it or without. */
  readonly fate: 'kept' | 'unwrapped' | 'dropped';
}

/** Writes the drawing anew. */
export function toBookDrawing(bytes: Uint8Array): Uint8Array | undefined {
  const ids = new Set<string>();
  const root: Open = { name: '', attributes: [], children: [], fate: 'kept' };
  const stack: Open[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  let isBroken = false;
  parser.on('error', () => {
    isBroken = true;
  });
  parser.on('opentag', (tag) => void stack.push(enter(tag, stack.at(-1) ?? root, ids, stack.length)));
  parser.on('text', (text) => addText(stack.at(-1), text));
  parser.on('cdata', (text) => addText(stack.at(-1), text));
  parser.on('closetag', () => {
    const done = stack.pop();
    const parent = stack.at(-1);
    if (done === undefined || parent === undefined || done.fate === 'dropped') return;
    if (done.fate === 'unwrapped') parent.children.push(...done.children);
    else parent.children.push({ name: done.name, attributes: done.attributes, children: done.children });
  });
  parser.write(new TextDecoder().decode(bytes)).close();
  const [svg] = root.children;
  if (isBroken || svg === undefined || typeof svg === 'string' || svg.name !== 'svg') return undefined;
  const named: XElement = { ...svg, attributes: [['xmlns', SVG], ['xmlns:xlink', XLINK], ...svg.attributes] };
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${writeXml([named])}\n`);
}

function addText(parent: Open | undefined, text: string): void {
  if (parent !== undefined && parent.fate !== 'dropped' && WITH_TEXT.has(parent.name)) parent.children.push(text);
}

function enter(tag: SaxesTagNS, parent: Open, ids: Set<string>, depth: number): Open {
  const name = tag.local;
  const known = ATTRIBUTES[name];
  const children: XNode[] = [];
  const gone: Open = { name, attributes: [], children, fate: 'dropped' };
  if (parent.fate === 'dropped' || tag.uri !== SVG || depth > MOST_DEPTH) return gone;
  // Links and choices go, what is in them stays.
  if (name === 'a' || name === 'switch') return { ...gone, name: parent.name, fate: 'unwrapped' };
  const isText = parent.name === 'text' || parent.name === 'tspan' || parent.name === 'textPath';
  const isLabel = name === 'title' || name === 'desc';
  if (known === undefined || (!isLabel && isText !== IN_TEXT.has(name))) return gone;
  const attributes = attributesOf(tag, known, ids);
  const has = new Set(attributes.map(([key]) => key));
  if ((NEEDED[name] ?? []).some((key) => !has.has(key))) return gone;
  return { name, attributes: name === 'style' ? [['type', 'text/css']] : attributes, children, fate: 'kept' };
}

function attributesOf(tag: SaxesTagNS, known: readonly string[], ids: Set<string>): XElement['attributes'] {
  const kept = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    const isLink = local === 'href' && (uri === XLINK || uri === '');
    const name = isLink ? 'xlink:href' : local;
    if (uri !== '' && !isLink) continue;
    if (name === 'id') {
      // Whatever is named by no name of XML cannot be meant by anything.
      if (!/^[A-Za-z_][\w.-]*$/.test(value) || ids.has(value)) continue;
      ids.add(value);
      kept.set(name, value);
    } else if (known.includes(name) && isPlain(name, value) && !kept.has(name)) kept.set(name, value.trim());
  }
  return [...kept];
}

function isPlain(name: string, value: string): boolean {
  if (name === 'xlink:href') return value.trim().startsWith('#');
  if (value.trim() === '') return false;
  return !/[{}<>\\]|url\(\s*["']?(?!#)/i.test(value.replace(/url\(\s*["']?#/gi, ''));
}
