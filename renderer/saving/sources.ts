// What a person typed, pasted or dropped in; what to save, out. Pure but for reading the bytes of dropped files.
import type { SaveSource } from '#contract/save.ts';

/** Text, and the HTML it came with if it was copied from a page. */
export interface Pasted {
  readonly text: string;
  readonly html: string | null;
}

const ADDRESS =
  /^(?:https?:\/\/\S+|(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?)$/iu;
const MARKUP = /^\s*<(?:!doctype|html|head|body|main|article|section|div|h[1-6]|p|ul|ol|table|blockquote|figure)\b/i;

/**
 * Reads what was given: if every word is an address, each is a page to fetch; else the whole is a text to keep, as HTML when it
 * is markup or came with markup. Nothing but white space gives an empty list.
 */
export function toSources({ text, html }: Pasted): readonly SaveSource[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length > 0 && words.every((word) => ADDRESS.test(word))) {
    return [...new Set(words)].map((address) => ({ from: 'address', address }));
  }
  if (words.length === 0) return [];
  return [{ from: 'paste', text, html: html ?? (MARKUP.test(text) ? text : null) }];
}

/** Takes the text and HTML out of a clipboard or a drop; an address that was dragged counts before the words it was written with. */
export function toPasted(transfer: DataTransfer): Pasted {
  const addresses = transfer
    .getData('text/uri-list')
    .split(/\r?\n/)
    .filter((line) => /^https?:/i.test(line));
  if (addresses.length > 0) return { text: addresses.join('\n'), html: null };
  const html = transfer.getData('text/html');
  return { text: transfer.getData('text/plain'), html: html === '' ? null : html };
}

/** Reads a file that was dropped. Rejects when the system cannot read it, as with a folder. */
export async function toFileSource(file: File): Promise<SaveSource> {
  return { from: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
