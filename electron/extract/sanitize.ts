// Content of a page in, HTML that can only be read out: what the allow-list names, written anew from the parsed tree.
// Refuses everything else: scripts, styles, forms, frames, raw text, SVG, comments, unknown attributes, addresses of other schemes.
import type { AnyNode } from 'domhandler';
import { toCleanTree } from './cleanContent.ts';
import type { CleanNode } from './contentTree.ts';
import type { Page } from './page.ts';
import { serializeHtml } from './serializeHtml.ts';

/** Content that nothing in can run. */
export interface SanitizedContent {
  readonly html: string;
  /** Addresses of its pictures in reading order, each once; http(s), data: or cid:. */
  readonly images: readonly string[];
}

/**
 * Writes the content below `roots` as clean HTML, without the `dropped` nodes. Sanitising the result again changes nothing
 * (a fixed point), and a browser parses it to the tree it was written from. Time is linear in the content and nesting of any
 * depth is flattened to a bounded one. Method: an allow-list on the tree of a parser that follows the HTML standard.
 */
export function sanitize(roots: readonly AnyNode[], dropped: ReadonlySet<AnyNode>, page: Page): SanitizedContent {
  const content = toCleanTree(roots, dropped, page);
  return { html: serializeHtml(content), images: listImages(content) };
}

function listImages(content: readonly CleanNode[]): string[] {
  const images = new Set<string>();
  const visit = (node: CleanNode): void => {
    if (typeof node === 'string') return;
    const source = node.name === 'img' ? node.attributes.find(([name]) => name === 'src')?.[1] : undefined;
    if (source !== undefined && /^(?:https?|data|cid):/.test(source)) images.add(source);
    node.children.forEach(visit);
  };
  content.forEach(visit);
  return [...images];
}
