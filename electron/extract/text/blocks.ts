// The blocks of a text document in; the HTML of its body out, every character of the text escaped.

import { escapeHtml } from '#contract/escapeHtml.ts';
import { unreachable } from '#contract/errors.ts';

/** A piece of a text document in reading order. */
export type Block =
  | { readonly block: 'paragraph'; readonly text: string }
  | { readonly block: 'heading'; readonly text: string; readonly level: 2 | 3 }
  | { readonly block: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly block: 'quote'; readonly blocks: readonly Block[] }
  | { readonly block: 'speech'; readonly speaker: string; readonly text: string };

const ADDRESS = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]]/g;

/** HTML of blocks; bare web addresses become links. The sanitiser still goes over it. */
export function toHtml(blocks: readonly Block[]): string {
  return blocks.map(blockToHtml).join('\n');
}

function blockToHtml(block: Block): string {
  switch (block.block) {
    case 'paragraph':
      return `<p>${inline(block.text)}</p>`;
    case 'heading':
      return `<h${block.level}>${inline(block.text)}</h${block.level}>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${inline(item)}</li>`).join('');
      return block.ordered ? `<ol>${items}</ol>` : `<ul>${items}</ul>`;
    }
    case 'quote':
      return `<blockquote>${toHtml(block.blocks)}</blockquote>`;
    case 'speech':
      return `<p><strong>${inline(block.speaker)}:</strong> ${inline(block.text)}</p>`;
    default:
      return unreachable(block);
  }
}

function inline(text: string): string {
  return escapeHtml(text).replace(ADDRESS, (address) => `<a href="${address}">${address}</a>`);
}
