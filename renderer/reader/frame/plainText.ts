// Nodes of an article's document in; their text without soft hyphens, which `wordParting.ts` puts there, and the way between places in both, out.
// Whatever reads the document's text reads it here. Those that the author wrote are left out alike.

const SOFT_HYPHENS = /\u00AD/g;
const SOFT_HYPHEN = 0xad;

/** A text without soft hyphens. */
export function withoutSoftHyphens(text: string): string {
  return text.replace(SOFT_HYPHENS, '');
}

/** The text of a node and all in it; empty for nothing. */
export function plainTextOf(node: Node | null | undefined): string {
  return withoutSoftHyphens(node?.textContent ?? '');
}

/** What is selected in a document; empty when nothing is. */
export function selectedText(page: Document): string {
  return withoutSoftHyphens(page.getSelection()?.toString() ?? '');
}

/** Takes the soft hyphens out of a copy of a part of the document. */
export function makePlain(copy: DocumentFragment): void {
  const walker = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    node.nodeValue = withoutSoftHyphens(node.nodeValue ?? '');
  }
}

/** Where a place of a node's data is in its plain text. */
export function toPlainPlace(node: Text, place: number): number {
  return withoutSoftHyphens(node.data.slice(0, place)).length;
}

/**
 * Where a place of a node's plain text is in its data as it is now: the end of a range before a soft hyphen, the start of one behind it. A place
 * beyond the text is its end.
 */
export function toDataPlace(node: Text, place: number, isEnd: boolean): number {
  const { data } = node;
  let at = 0;
  for (let left = place; at < data.length; at += 1) {
    const isSoft = data.charCodeAt(at) === SOFT_HYPHEN;
    if (left === 0 && (isEnd || !isSoft)) break;
    if (!isSoft) left -= 1;
  }
  return at;
}
