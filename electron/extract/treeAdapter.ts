// How parse5 builds the tree: domhandler's nodes, as its own adapter makes them, but with what nobody here asks for left out.
import { Element } from 'domhandler';
import { html } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import type { TreeAdapter } from 'parse5';

/** Prefixes and namespaces of attributes are kept for drawings and formulas only; nearly all elements have none. */
export const treeAdapter: TreeAdapter<Htmlparser2TreeAdapterMap> = {
  ...adapter,
  createElement(name, namespace, attributes) {
    if (namespace !== html.NS.HTML) return adapter.createElement(name, namespace, attributes);
    const attribs: Record<string, string> = Object.create(null);
    for (const attribute of attributes) attribs[attribute.name] = attribute.value;
    const element = new Element(name, attribs, []);
    element.namespace = namespace;
    return element;
  },
  // A second `html` or `body` tag adds to the first.
  adoptAttributes(element, attributes) {
    for (const { name, value } of attributes) element.attribs[name] ??= value;
  },
};
