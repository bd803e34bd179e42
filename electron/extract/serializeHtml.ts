// A clean tree in, HTML out. It decides nothing: what may stand in the tree was decided when it was built.
import { BLOCK_MODELS, VOID_ELEMENTS } from './allowList.ts';
import type { CleanNode } from './contentTree.ts';

/** Writes content as HTML that parses back to the same tree; each top-level block on a line of its own. */
export function serializeHtml(content: readonly CleanNode[]): string {
  const out: string[] = [];
  for (const node of content) {
    if (out.length > 0 && typeof node !== 'string' && (BLOCK_MODELS.has(node.name) || node.name === 'hr'))
      out.push('\n');
    write(node, out);
  }
  return out.join('');
}

function write(node: CleanNode, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escapeText(node));
    return;
  }
  out.push('<', node.name);
  for (const [name, value] of node.attributes)
    out.push(' ', name, '="', escapeText(value).replaceAll('"', '&quot;'), '"');
  out.push('>');
  if (VOID_ELEMENTS.has(node.name)) return;
  for (const child of node.children) write(child, out);
  out.push('</', node.name, '>');
}

/** Also in attribute values `<` and `>` are escaped: a value that a broken parser takes for markup is none. */
function escapeText(text: string): string {
  return text.replace(/[&<>\u00a0]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };
