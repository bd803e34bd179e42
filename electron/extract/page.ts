// An HTML document parsed once, for every step of extraction to read. Steps mark what they drop; none changes the tree.
import { load, type CheerioAPI } from 'cheerio/slim';
import { parse } from 'parse5';
import { isTag, isText, type AnyNode, type Document, type Element } from 'domhandler';
import { emptyScripts } from './emptyScripts.ts';
import { repairDecoding } from './repairDecoding.ts';
import { treeAdapter } from './treeAdapter.ts';

/** A parsed page. `$` is for reading only: later steps rely on the tree as the page had it. */
export interface Page {
  readonly $: CheerioAPI;
  /** Address that relative links are read against: the document's address with its `<base>` applied. */
  readonly base: URL | null;
  /** Where the document was found. */
  readonly address: URL | null;
  /** The document's body; undefined only for a frameset. */
  readonly body: Element | undefined;
  /** `content` of the first `meta` of each name or property, in lower case. */
  readonly metas: ReadonlyMap<string, string>;
  /** Every object found in the page's JSON-LD, `@graph` flattened; broken blocks are passed over. */
  readonly jsonLd: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Parses HTML as browsers do (the WHATWG algorithm, by parse5). Never fails: any text is some document. When most of the page's
 * text stands in `noscript`, for readers without scripts, it is read as such a reader would.
 */
export function openPage(html: string, address: string | null): Page {
  const text = emptyScripts(repairDecoding(html));
  const whole = parse(text, { treeAdapter, sourceCodeLocationInfo: false });
  const document = mayBeForNoScript(text) && isForNoScript(whole) ? parseWithoutScripts(text) : whole;
  const found = address === null ? null : toUrl(address, null);
  const { body, baseHref, metas, jsonLd } = survey(document);
  const base = baseHref === undefined ? found : (toUrl(baseHref, found) ?? found);
  return { $: load(document), base, address: found, body, metas, jsonLd };
}

/** What later steps ask of the whole tree, found in one walk: a selector's time grows with the depth of hostile nesting. */
function survey(
  document: Document,
): Pick<Page, 'body' | 'metas' | 'jsonLd'> & { readonly baseHref: string | undefined } {
  const metas = new Map<string, string>();
  const jsonLd: Readonly<Record<string, unknown>>[] = [];
  let body: Element | undefined;
  let baseHref: string | undefined;
  const stack: AnyNode[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isTag(node)) {
      if (node.name === 'body') body ??= node;
      else if (node.name === 'base') baseHref ??= node.attribs['href'];
      else if (node.name === 'meta') noteMeta(node, metas);
      else if (node.name === 'script' && isJsonLd(node)) collect(parseJson(textOf(node)), jsonLd);
    }
    if (!('children' in node)) continue;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return { body, baseHref, metas, jsonLd };
}

function noteMeta(meta: Element, metas: Map<string, string>): void {
  const name = (meta.attribs['property'] ?? meta.attribs['name'])?.toLowerCase();
  const content = meta.attribs['content'];
  if (name !== undefined && content !== undefined && !metas.has(name)) metas.set(name, content);
}

function isJsonLd(script: Element): boolean {
  return script.attribs['type']?.toLowerCase() === 'application/ld+json';
}

/** A script holds nothing but text. */
function textOf(script: Element): string {
  return script.children.map((child) => (isText(child) ? child.data : '')).join('');
}

function toUrl(text: string, base: URL | null): URL | null {
  try {
    return base === null ? new URL(text) : new URL(text, base);
  } catch {
    return null;
  }
}

const LEAST_NOSCRIPT = 1000;
const NO_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'head', 'svg']);

/** Few pages say much in `noscript`; the others need no count of their text. */
function mayBeForNoScript(html: string): boolean {
  let length = 0;
  for (const [element] of html.matchAll(/<noscript[^]*?<\/noscript/gi)) length += element.length;
  return length > LEAST_NOSCRIPT;
}

/** Tells whether `noscript` holds more of the page's text than all the rest does. */
function isForNoScript(document: Document): boolean {
  let [inside, outside] = [0, 0];
  const stack: AnyNode[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) {
      outside += node.data.trim().length;
    } else if (isTag(node) && node.name === 'noscript') {
      for (const child of node.children) if (isText(child)) inside += lengthOfText(child.data);
    } else if ('children' in node && !(isTag(node) && NO_TEXT.has(node.name))) {
      for (const child of node.children) stack.push(child);
    }
  }
  return inside > LEAST_NOSCRIPT && inside > outside;
}

/** Characters between tags, without white space; scripts among them count too, which only a few pages have there. */
function lengthOfText(html: string): number {
  let length = 0;
  let isTagOpen = false;
  for (let i = 0; i < html.length; i++) {
    const code = html.charCodeAt(i);
    if (code === 0x3c) isTagOpen = true;
    else if (code === 0x3e) isTagOpen = false;
    else if (!isTagOpen && code > 0x20) length++;
  }
  return length;
}

/** The page as it is without scripts; there `noscript` is an element as any other. */
function parseWithoutScripts(html: string): Document {
  const document = parse(html, { treeAdapter, sourceCodeLocationInfo: false, scriptingEnabled: false });
  const stack: AnyNode[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isTag(node) && node.name === 'noscript') node.name = 'div';
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  return document;
}

/** Some sites wrap the JSON in comments or CDATA marks; what still does not parse tells nothing. */
function parseJson(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/, '');
  try {
    const value: unknown = JSON.parse(bare);
    return value;
  } catch {
    return undefined;
  }
}

function collect(found: unknown, into: Readonly<Record<string, unknown>>[]): void {
  const stack: unknown[] = [found];
  while (stack.length > 0) {
    const value = stack.pop();
    if (Array.isArray(value)) {
      for (let i = value.length - 1; i >= 0; i--) stack.push(value[i]);
    } else if (isRecord(value)) {
      into.push(value);
      stack.push(value['@graph']);
    }
  }
}

/** Tells whether a value from JSON is an object with names; arrays and `null` are not. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
