// HTML and a way to find parts of its file come in; the same HTML comes out with its pictures named by those parts. Everything else
// stays byte for byte as it was: only the places of attributes and elements are written over.
import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** How parts are found. */
export interface PartFinder {
  /** The name of the part that a reference as written in the page means; `undefined` when it is not in the file. */
  readonly find: (reference: string) => string | undefined;
  /** Tells a part that only holds the place of a picture to be loaded later. */
  readonly isPlaceholder?: (part: string) => boolean;
  /** What a link within the file is to lead to instead. */
  readonly findLink?: (reference: string) => string | undefined;
  /** The part that an element's style shows. */
  readonly findInStyle?: (style: string) => string | undefined;
  /** Elements to leave out whole. */
  readonly isLeftOut?: (element: HtmlElement) => boolean;
}

/** What a finder is told of an element. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LAZY =
  /^data-(?:.*-)?(?:src|srcset|original|original-set|lazy|actualsrc|image|url|echo|layzr|flickity-lazyload)$/;

/**
 * Gives every picture that has a candidate in the file that one as its only address: what the file holds is what was shown when
 * it was saved. A drawing that only frames a picture (as on the covers of books) becomes the picture. Linear in the document.
 */
export function pointAtParts(html: string, finder: PartFinder): string {
  const edits: Edit[] = [];
  const stack: Node[] = [parse(html, { sourceCodeLocationInfo: true })];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if ('tagName' in node && editElement(node, finder, edits)) continue;
    if ('content' in node) stack.push(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) stack.push(child);
  }
  return applied(html, edits);
}

/** Tells whether the element was dealt with, its content included. */
function editElement(element: Element, finder: PartFinder, edits: Edit[]): boolean {
  const attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
  if (finder.isLeftOut?.({ name: element.tagName, attributes }) === true) return replace(element, '', edits);
  switch (element.tagName) {
    case 'img':
    case 'amp-img':
      editImage(element, attributes, finder, edits);
      return false;
    case 'svg': {
      const part = framedPart(element, finder);
      return part !== undefined && replace(element, `<img src="${escaped(part)}" alt="">`, edits);
    }
    case 'a': {
      const link = finder.findLink?.(attributes.get('href') ?? '');
      if (link !== undefined) setAttribute(element, 'href', link, edits);
      return false;
    }
    case 'video': {
      const poster = attributes.get('poster');
      const part = poster === undefined ? undefined : finder.find(poster);
      if (part !== undefined) setAttribute(element, 'poster', part, edits);
      return false;
    }
    default:
      editStyle(element, attributes.get('style'), finder, edits);
      return false;
  }
}

function editImage(image: Element, attributes: ReadonlyMap<string, string>, finder: PartFinder, edits: Edit[]): void {
  const style = attributes.get('style');
  const lazy = [...attributes].filter(([name]) => LAZY.test(name));
  const sources = pictureSources(image);
  const references = [
    ...(attributes.get('src') === undefined ? [] : [attributes.get('src') ?? '']),
    ...addressesOf(attributes.get('srcset')),
    ...lazy.flatMap(([, value]) => addressesOf(value)),
    ...sources.flatMap((source) => source.attrs.flatMap(({ value }) => addressesOf(value))),
  ];
  const shown = style === undefined ? undefined : finder.findInStyle?.(style);
  const found = shown ?? firstOf(references, finder);
  if (found === undefined) return;
  if (shown === undefined && finder.isPlaceholder?.(found) === true && lazy.length > 0) return;
  setAttribute(image, 'src', found, edits);
  for (const name of ['srcset', ...lazy.map(([each]) => each)]) dropAttribute(image, name, edits);
  for (const source of sources) replace(source, '', edits);
}

function firstOf(references: readonly string[], { find, isPlaceholder }: PartFinder): string | undefined {
  const parts = references.flatMap((reference) => find(reference) ?? []);
  return parts.find((part) => isPlaceholder?.(part) !== true) ?? parts[0];
}

function pictureSources(image: Element): readonly Element[] {
  const parent = image.parentNode;
  if (parent === null || !('tagName' in parent) || parent.tagName !== 'picture') return [];
  return parent.childNodes.flatMap((node) => ('tagName' in node && node.tagName === 'source' ? [node] : []));
}

/** An address, or those of a `srcset`. */
function addressesOf(value: string | undefined): readonly string[] {
  if (value === undefined || value.length > 20_000) return [];
  return [value.trim(), ...value.split(/,\s+|\s+/).filter((word) => !/^\d+(?:\.\d+)?[wx],?$/.test(word))];
}

/** A drawing whose only shape is one picture. */
function framedPart(svg: Element, { find }: PartFinder): string | undefined {
  const images: Element[] = [];
  const stack: Node[] = [...svg.childNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('tagName' in node)) continue;
    if (node.tagName === 'image') images.push(node);
    else if (!['g', 'title', 'desc', 'defs'].includes(node.tagName)) return undefined;
    for (const child of node.childNodes) stack.push(child);
  }
  const [only, ...more] = images;
  const reference = only?.attrs.find(({ name }) => name === 'href')?.value;
  return reference === undefined || more.length > 0 ? undefined : find(reference);
}

function editStyle(element: Element, style: string | undefined, { find }: PartFinder, edits: Edit[]): void {
  if (style === undefined || style.length > 20_000 || !/url\(/i.test(style)) return;
  const pointed = style.replace(
    /url\(\s*(["']?)([^"')]*)\1\s*\)/gi,
    (whole: string, _quote: string, reference: string) => {
      const part = find(reference);
      return part === undefined ? whole : `url(${part})`;
    },
  );
  if (pointed !== style) setAttribute(element, 'style', pointed, edits);
}

function setAttribute(element: Element, name: string, value: string, edits: Edit[]): void {
  const tag = element.sourceCodeLocation?.startTag ?? element.sourceCodeLocation;
  if (tag === null || tag === undefined) return;
  const place = element.sourceCodeLocation?.attrs?.[name];
  const text = `${name}="${escaped(value)}"`;
  const afterName = tag.startOffset + 1 + element.tagName.length;
  if (place === undefined) edits.push({ start: afterName, end: afterName, text: ` ${text}` });
  else edits.push({ start: place.startOffset, end: place.endOffset, text });
}

function dropAttribute(element: Element, name: string, edits: Edit[]): void {
  const place = element.sourceCodeLocation?.attrs?.[name];
  if (place !== undefined) edits.push({ start: place.startOffset, end: place.endOffset, text: '' });
}

function replace(element: Element, text: string, edits: Edit[]): boolean {
  const place = element.sourceCodeLocation;
  if (place === null || place === undefined) return false;
  edits.push({ start: place.startOffset, end: place.endOffset, text });
  return true;
}

/** A misnested element may reach into another's place; the first edit of a place counts. */
function applied(html: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    pieces.push(html.slice(at, start), text);
    at = end;
  }
  pieces.push(html.slice(at));
  return pieces.join('');
}

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
