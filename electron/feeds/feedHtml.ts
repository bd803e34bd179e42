// HTML of a feed in; plain text, or the same HTML with absolute addresses, out. Nothing is cleaned here; that is done when it is saved.
import { parseFragment, serialize, defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Nothing longer is kept of an entry's text. */
const MOST_CONTENT = 1_000_000;
// What is shown of a text is a few lines, which stand in its beginning.
const READ_FOR_TEXT = 20_000;
const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'head', 'title']);
const BLOCKS =
  /^(?:p|div|br|li|ul|ol|dl|dd|dt|h[1-6]|tr|td|th|table|blockquote|pre|figure|figcaption|section|article|hr)$/;
const MARKUP =
  /<\/?(?:a|abbr|b|big|br|cite|code|del|em|font|h[1-6]|i|img|ins|kbd|mark|p|q|s|small|span|strong|strike|sub|sup|tt|u|wbr|div)(?:\s[^>]*)?\/?>|&(?:#\d+|#x[\da-f]+|[a-z]\w*);/i;
const ADDRESSES = new Set(['href', 'src', 'poster', 'cite', 'data']);

/** Plain text of HTML, white space folded, at most `most` characters of it. Never throws. */
export function toPlainText(html: string, most: number): string {
  const pieces: string[] = [];
  let length = 0;
  const stack: Node[] = [...parseFragment(html.slice(0, READ_FOR_TEXT)).childNodes].reverse();
  for (let node = stack.pop(); node !== undefined && length < most * 2; node = stack.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) {
      pieces.push(node.value);
      length += node.value.length;
    } else if (defaultTreeAdapter.isElementNode(node) && !UNSEEN.has(node.tagName)) {
      if (BLOCKS.test(node.tagName)) pieces.push(' ');
      stack.push(...[...node.childNodes].reverse());
    }
  }
  return cut(foldSpace(pieces.join('')), most);
}

/** A title that may or may not be written as HTML: read as such only when it has markup or entities in it. */
export function toTitle(text: string, isHtml: boolean): string {
  const short = text.slice(0, 4_000);
  const plain = isHtml || MARKUP.test(short) ? toPlainText(short, 500) : foldSpace(short);
  return cut(plain, 500);
}

/** White space made alike; control characters are none of a text. */
export function foldSpace(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\s\u0000-\u001f\u007f\u00ad\u200b\ufeff]+/g, ' ').trim();
}

/** The same HTML with every address made absolute; `null` for what is empty or longer than a million characters. */
export function withAbsoluteAddresses(html: string, base: string): string | null {
  if (html.trim() === '' || html.length > MOST_CONTENT) return null;
  // Most feeds write them so.
  if (!/\b(?:href|src|poster|cite|data|srcset)\s*=\s*["']?(?!\s*(?:https?:|mailto:|data:|tel:))/i.test(html))
    return html;
  const fragment = parseFragment(html);
  const stack: Node[] = [...fragment.childNodes];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    for (const attribute of node.attrs) {
      if (ADDRESSES.has(attribute.name)) attribute.value = absolute(attribute.value, base) ?? attribute.value;
    }
    // Its addresses would be wrong ones; `src` is there beside it.
    node.attrs = node.attrs.filter(({ name }) => name !== 'srcset');
    stack.push(...node.childNodes);
  }
  try {
    return serialize(fragment);
  } catch (failure) {
    // Nested deeper than it can be written; its addresses stay as they are.
    if (failure instanceof RangeError) return html;
    throw failure;
  }
}

/** An address as seen from a base; `null` for what is none. */
function absolute(address: string, base: string): string | null {
  try {
    return new URL(address.trim(), base).href;
  } catch (failure) {
    if (failure instanceof TypeError) return null;
    throw failure;
  }
}

/** The same, http(s) only, at most 4,000 characters, without names and passwords. */
export function webAddress(address: string | undefined, base: string): string | null {
  if (address === undefined || address.trim() === '') return null;
  const found = absolute(address, base);
  if (found === null || found.length > 4_000 || !/^https?:\/\//.test(found)) return null;
  const url = new URL(found);
  return url.hostname === '' || url.username !== '' || url.password !== '' ? null : found;
}

/** Cut at a word, with an ellipsis, where it is longer. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most - 1);
  const end = head.lastIndexOf(' ');
  return `${(end > most / 2 ? head.slice(0, end) : head).replace(/[\ud800-\udbff]$/, '')}…`;
}
