// HTML in, its text out, the same way for every system, so that none gains or loses by how it joins its blocks.
import type { AnyNode } from 'domhandler';
import { load } from 'cheerio/slim';
import { parse } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';

const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'svg', 'iframe']);
const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd label mark q ruby s samp small span strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Text of an HTML fragment with every block on a line of its own, with or without what stands in `figcaption`. */
export function htmlToText(html: string, options: { readonly keepsCaptions: boolean }): string {
  const $ = load(parse(html, { treeAdapter: adapter }));
  const parts: string[] = [];
  const stack: (AnyNode | string)[] = [...$.root().toArray()];
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    if (typeof item === 'string') {
      parts.push(item);
    } else if (item.type === 'text') {
      parts.push(item.data);
    } else if ('children' in item) {
      if ('name' in item && (UNSEEN.has(item.name) || (!options.keepsCaptions && item.name === 'figcaption'))) continue;
      const isBlock = 'name' in item && !INLINE.has(item.name);
      if (isBlock) stack.push('\n');
      for (let i = item.children.length - 1; i >= 0; i--) {
        const child = item.children[i];
        if (child !== undefined) stack.push(child);
      }
      if (isBlock) parts.push('\n');
    }
  }
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}
