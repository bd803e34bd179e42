// HTML in; the tree a parser makes of it out, written so that two parsers' trees can be compared: parse5's here, Chromium's by a function that runs in its page.
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Parsed = DefaultTreeAdapterTypes.ChildNode;

/** The tree as one string: namespace, name and attributes of each element, each text; neighbouring texts are one. */
export function treeOf(html: string): string {
  return writeAll(parseFragment(html).childNodes);
}

function writeAll(nodes: readonly Parsed[]): string {
  return nodes.map(write).join('');
}

function write(node: Parsed): string {
  if ('value' in node) return node.nodeName === '#text' ? `"${node.value}"` : '!';
  if (!('tagName' in node)) return '!';
  const attributes = node.attrs.map(({ name, value }) => `${name}=${JSON.stringify(value)}`).sort();
  return `<${[node.namespaceURI, node.tagName, ...attributes].join(' ')}>${writeAll(node.childNodes)}</>`;
}

/** What Chromium makes of texts; runs in its page, so it stands on nothing outside of itself. */
export function lookAtTrees(htmls: readonly string[]): readonly {
  /** As `treeOf` writes it; `null` when it was not to be had. */
  readonly tree: string | null;
  /** Whether the text is what the browser writes of its tree, read again. */
  readonly isStable: boolean;
  /** How many elements and attributes the browser's own sanitiser takes away because they could run something; `undefined` when it has none. */
  readonly unsafe: number | undefined;
}[] {
  // A form's fields may have taken the names of its properties.
  const unshadowed = (of: object, name: string, node: Node): Iterable<unknown> => {
    const value: unknown = Reflect.get(of, name, node);
    return typeof value === 'object' && value !== null && Symbol.iterator in value ? Array.from(Object(value)) : [];
  };
  const write = (node: unknown): string => {
    if (node instanceof Text) return `"${node.data}"`;
    if (!(node instanceof Element)) return '!';
    const attributes = [...unshadowed(Element.prototype, 'attributes', node)]
      .map((each) => (each instanceof Attr ? `${each.name}=${JSON.stringify(each.value)}` : ''))
      .sort();
    const inside = [...unshadowed(Node.prototype, 'childNodes', node)].map(write).join('');
    return `<${[node.namespaceURI, node.localName, ...attributes].join(' ')}>${inside}</>`;
  };
  const treeIn = (element: Element): string => [...element.childNodes].map(write).join('');
  const sizeOf = (element: Element): number =>
    [...element.querySelectorAll('*')].reduce(
      (sum, each) => sum + 1 + [...unshadowed(Element.prototype, 'attributes', each)].length,
      0,
    );
  const fresh = (): Element => document.implementation.createHTMLDocument('').body;
  return htmls.map((html) => {
    const body = fresh();
    body.innerHTML = html;
    const again = fresh();
    again.innerHTML = body.innerHTML;
    const set: unknown = Reflect.get(Element.prototype, 'setHTML');
    const judged = fresh();
    // An empty list of what to remove leaves all in but what is unsafe.
    if (typeof set === 'function')
      Reflect.apply(set, judged, [html, { sanitizer: { removeElements: [], removeAttributes: [] } }]);
    const unsafe = typeof set === 'function' ? sizeOf(body) - sizeOf(judged) : undefined;
    return { tree: treeIn(body), isStable: treeIn(again) === treeIn(body), unsafe };
  });
}
