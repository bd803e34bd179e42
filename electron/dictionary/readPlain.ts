// A definition in plain text in; its lines out. What was broken to fit a narrow screen is joined again; what stands in braces, as dictd's
// dictionaries write cross-references, can be followed.
import type { BlockList } from './blocks.ts';

/** What begins a line of its own: a number, a letter with a bracket, a dash, a star. */
const ITEM = /^\s*(?:(\d{1,3})[.):]\s|[a-z]\)\s|[-*•▶]\s)/i;
const REFERENCE = /\{([^{}\n]{1,80})\}/g;

/** Reads plain text; references only where `hasReferences` says that braces mean them. */
export function readPlain(text: string, blocks: BlockList, hasReferences: boolean): void {
  blocks.begin('text', 0);
  let indent = 0;
  for (const line of text.split(/\r?\n/)) {
    const own = line.length - line.trimStart().length;
    const item = ITEM.exec(line);
    if (line.trim() === '') blocks.begin('text', 0);
    else if (item !== null) blocks.begin('item', own > 6 ? 1 : 0, item[1] === undefined ? null : Number(item[1]));
    else if (own < indent) blocks.begin('text', 0);
    indent = own;
    const rest = item === null ? line : line.slice(item[0].length);
    addWithReferences(
      `${item !== null && item[1] === undefined ? item[0].trim() : ''} ${rest} `,
      blocks,
      hasReferences,
    );
  }
}

function addWithReferences(text: string, blocks: BlockList, hasReferences: boolean): void {
  let from = 0;
  if (hasReferences) {
    for (const match of text.matchAll(REFERENCE)) {
      blocks.add(text.slice(from, match.index), 'plain');
      blocks.add(match[1] ?? '', 'see');
      from = match.index + match[0].length;
    }
  }
  blocks.add(text.slice(from), 'plain');
}
