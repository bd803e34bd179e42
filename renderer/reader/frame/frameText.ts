// An article's document in; its text in one piece out, and the way back from places in that text to places in the document.

import { toDataPlace, toPlainPlace, withoutSoftHyphens } from './plainText.ts';

/** The text that a person reads, without soft hyphens, and where each piece of it stands. */
export interface FrameText {
  readonly text: string;
  /** What stands from the first place of the text up to, but not with, the second. */
  rangeOf(start: number, end: number): Range;
  /** The places between which a range of the document stands, without white space at its ends; `undefined` when no text is in it. */
  spanOf(range: Range): { readonly start: number; readonly end: number } | undefined;
}

/** What begins a new line: words on both sides of its edges are two. */
const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, pre, td, th, caption, figcaption, blockquote, dt, dd, summary, div, section, header';

/** Hints and controls within the text, which are no part of what was searched; see `plainText.ts`. */
const UNREAD: ReadonlySet<string> = new Set(['rt', 'rp', 'svg', 'button']);

/** Reads the heading and the content; headings and paragraphs stand on lines of their own. */
export function readText(page: Document): FrameText {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  let block: Element | null | undefined;
  for (const root of page.querySelectorAll('.article-header h1, .content')) {
    const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      UNREAD.has(node.nodeName.toLowerCase()) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.nodeName === 'BR') text += '\n';
      const own = node.parentElement?.closest(BLOCKS);
      if (!isText(node) || node.data === '') continue;
      if (own !== block && text !== '') text += '\n';
      block = own;
      nodes.push(node);
      starts.push(text.length);
      text += withoutSoftHyphens(node.data);
    }
  }

  function placeOf(at: number, isEnd: boolean): readonly [node: Text | undefined, offset: number] {
    // An end belongs to the text before it, a start to the text behind it.
    const wanted = isEnd ? at - 1 : at;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    const node = nodes[low];
    return [node, node === undefined ? 0 : toDataPlace(node, at - (starts[low] ?? 0), isEnd)];
  }

  /** The place in the text of a point of the document; a point beside a piece of text counts as its nearer end. */
  function offsetOf(container: Node, offset: number): number {
    const point = page.createRange();
    point.setStart(container, offset);
    let [low, high] = [0, nodes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const node = nodes[middle];
      // The first piece that ends at the point or behind it.
      if (node !== undefined && point.comparePoint(node, node.length) < 0) low = middle + 1;
      else high = middle;
    }
    const node = nodes[low];
    return node === undefined
      ? text.length
      : (starts[low] ?? 0) + (node === container ? toPlainPlace(node, offset) : 0);
  }

  return {
    text,
    spanOf({ startContainer, startOffset, endContainer, endOffset }) {
      let start = offsetOf(startContainer, startOffset);
      let end = offsetOf(endContainer, endOffset);
      while (start < end && /\s/.test(text.charAt(start))) start += 1;
      while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
      return start < end ? { start, end } : undefined;
    },
    rangeOf(start, end) {
      const range = page.createRange();
      const [first, from] = placeOf(start, false);
      const [last, to] = placeOf(end, true);
      if (first !== undefined) range.setStart(first, from);
      if (last !== undefined) range.setEnd(last, to);
      return range;
    },
  };
}

// Not by its class: a text of a frame is none of the window's, and in older Chromiums none of the frame's either.
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}
