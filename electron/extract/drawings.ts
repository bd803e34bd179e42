// A drawing written into a page (inline SVG) in, a picture of its own out, as a `data:` address. Refuses icons, scripts, embedded
// pages and whatever leads elsewhere; the bytes are inspected once more before they are stored.
import type { AnyNode, Element } from 'domhandler';
import { foldWhiteSpace } from './allowList.ts';

/** A drawing as a picture. */
export interface Drawing {
  /** `data:image/svg+xml,…`, percent-encoded, without white space. */
  readonly address: string;
  /** What its author calls it; empty for none. */
  readonly name: string;
}

const SVG = 'http://www.w3.org/2000/svg';
const SHAPES: ReadonlySet<string> = new Set([
  'path',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'rect',
  'text',
]);
const DROPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'foreignObject',
  'iframe',
  'image',
  'feImage',
  'audio',
  'video',
  'animate',
  'animateMotion',
  'animateTransform',
  'set',
  'handler',
  'listener',
  'title',
  'desc',
  'metadata',
]);
/** Smaller ones are signs beside text, not pictures. */
const LEAST_SIDE = 100;
const MAX_LENGTH = 400_000;
const MAX_DEPTH = 100;

/** Tells whether an element is a drawing by the parser's own namespace. */
export function isDrawing({ name, namespace }: Element): boolean {
  return name === 'svg' && namespace === SVG;
}

/**
 * Writes a drawing as a picture. `undefined` for one that is hidden, without shapes, small (under 100 pixels on its longer side, or
 * of unknown size), or so large or deep that it is none. Styles of the page do not reach it, so colours given by them are lost.
 */
export function toDrawing(svg: Element): Drawing | undefined {
  const { attribs } = svg;
  if (attribs['aria-hidden'] === 'true' || attribs['hidden'] !== undefined) return undefined;
  if (Math.max(...sidesOf(attribs)) < LEAST_SIDE) return undefined;
  const parts: string[] = [];
  const state = { length: 0, shapes: 0 };
  if (!write(svg, parts, state, 0) || state.shapes === 0) return undefined;
  const text = parts.join('');
  return text.length > MAX_LENGTH
    ? undefined
    : { address: `data:image/svg+xml,${encodeURIComponent(text)}`, name: nameOf(svg) };
}

/** False when it is too large or too deep. */
function write(element: Element, parts: string[], state: { length: number; shapes: number }, depth: number): boolean {
  if (depth > MAX_DEPTH || state.length > MAX_LENGTH) return false;
  if (SHAPES.has(element.name)) state.shapes++;
  const attributes = Object.entries(element.attribs).flatMap(([name, value]) =>
    isKept(name, value) ? [` ${name.replace(/^xlink:/, '')}="${escape(value)}"`] : [],
  );
  const put = (text: string): void => {
    parts.push(text);
    state.length += text.length;
  };
  put(`<${element.name}${depth === 0 ? ` xmlns="${SVG}"` : ''}${[...new Set(attributes)].join('')}>`);
  for (const child of element.children) {
    if (child.type === 'text') put(escape(child.data));
    else if (isPart(child) && !write(child, parts, state, depth + 1)) return false;
  }
  put(`</${element.name}>`);
  return true;
}

function isPart(node: AnyNode): node is Element {
  return 'attribs' in node && node.namespace === SVG && !DROPPED.has(node.name) && /^[a-z][a-z0-9]*$/i.test(node.name);
}

function isKept(name: string, value: string): boolean {
  if (!/^(?:xlink:href|[a-z][a-z0-9-]*)$/i.test(name) || /^(?:on|xmlns|class$|data-|aria-|tabindex)/i.test(name))
    return false;
  if (name === 'href' || name === 'xlink:href') return value.trim().startsWith('#');
  return !/url\(\s*["']?(?!#)|@import|expression\(|\\/i.test(value.replace(/url\(\s*["']?#/gi, ''));
}

function sidesOf(attribs: Readonly<Record<string, string>>): readonly number[] {
  const [, , boxWidth = 0, boxHeight = 0] = (attribs['viewBox'] ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const given = [attribs['width'], attribs['height']].map((side) =>
    /^\s*\d+(?:\.\d+)?(?:px)?\s*$/.test(side ?? '') ? Number.parseFloat(side ?? '') : 0,
  );
  return given.some((side) => side > 0) ? given : [boxWidth, boxHeight].map((side) => (side > 0 ? side : 0));
}

function nameOf(svg: Element): string {
  const title = svg.children.find((child): child is Element => 'attribs' in child && child.name === 'title');
  const written = title?.children.map((child) => (child.type === 'text' ? child.data : '')).join('');
  return foldWhiteSpace(svg.attribs['aria-label'] ?? written ?? '');
}

function escape(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const plain = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
