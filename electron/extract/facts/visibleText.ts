// The text of elements as a person sees it. Reads only; time is linear in what is read.
import type { AnyNode, Element } from 'domhandler';

/** Elements whose text no reader sees as text of the page. */
export const UNSEEN: ReadonlySet<string> = new Set(
  'script style template svg math iframe textarea select option object head title rt rp'.split(' '),
);
/** Elements that do not begin a line of their own. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meta link q s samp small span strike strong sub sup ' +
    'time tt u var wbr picture source'
  ).split(' '),
);

/** Runs of white space, no-break spaces among them, as one space; none at the ends. */
export function fold(text: string): string {
  const visible = text.includes('\u00ad') ? text.replaceAll('\u00ad', '') : text;
  return visible.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

/** The text below an element as a person sees it, cut at `limit` characters, without what `isLeftOut`. Blocks and `br` part words. */
export function textOf(
  element: Element,
  limit: number,
  isLeftOut?: (element: Element) => boolean,
  partedBy = ' ',
): string {
  let text = '';
  const stack: (AnyNode | string)[] = [...element.children].reverse();
  for (let node = stack.pop(); node !== undefined && text.length < limit; node = stack.pop()) {
    if (typeof node === 'string') {
      text += node;
    } else if (node.type === 'text') {
      text += node.data.slice(0, limit);
    } else if ('attribs' in node && !UNSEEN.has(node.name) && isLeftOut?.(node) !== true) {
      const edge = INLINE.has(node.name) ? '' : partedBy;
      text += edge;
      if (edge !== '') stack.push(edge);
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return text;
}
