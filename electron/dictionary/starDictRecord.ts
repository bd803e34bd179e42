// The bytes of one text of a StarDict dictionary in; lines out. It has fields of several kinds; those that are no text are skipped.
import type { Definition } from '#contract/dictionary.ts';
import { createBlocks, type BlockList } from './blocks.ts';
import { damaged } from './damage.ts';
import { readMarkup } from './readMarkup.ts';
import { readPlain } from './readPlain.ts';

const MOST_FIELDS = 64;

/** Reads a text; `sequence` names the kinds of its fields when they are the same in all texts. Throws `unreadable`. */
export function readRecord(bytes: Buffer, sequence: string | null): Omit<Definition, 'headword'> {
  const blocks = createBlocks();
  let at = 0;
  for (let field = 0; at < bytes.length && field < MOST_FIELDS; field += 1) {
    let kind = sequence?.charAt(field) ?? '';
    if (sequence === null) {
      kind = String.fromCharCode(bytes[at] ?? 0);
      at += 1;
    }
    if (kind === '') break;
    const isLast = sequence !== null && field === sequence.length - 1;
    const end = endOfField(bytes, at, kind, isLast);
    readField(kind, bytes.subarray(end.from, end.to), blocks);
    at = end.next;
  }
  return blocks.finish();
}

interface FieldEnd {
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/** Small letters end with a zero, capitals begin with their size; the last of a known sequence has neither. */
function endOfField(bytes: Buffer, at: number, kind: string, isLast: boolean): FieldEnd {
  if (isLast) return { from: at, to: bytes.length, next: bytes.length };
  if (/[A-Z]/.test(kind)) {
    if (at + 4 > bytes.length) throw damaged('a text in it is cut off');
    const to = at + 4 + bytes.readUInt32BE(at);
    if (to > bytes.length) throw damaged('a text in it is cut off');
    return { from: at + 4, to, next: to };
  }
  const zero = bytes.indexOf(0, at);
  const to = zero === -1 ? bytes.length : zero;
  return { from: at, to, next: to + 1 };
}

function readField(kind: string, bytes: Buffer, blocks: BlockList): void {
  switch (kind) {
    case 'm':
    case 'l':
    case 'w':
      return readPlain(bytes.toString('utf8'), blocks, false);
    case 't':
    case 'y':
      blocks.begin('sound', 0);
      return blocks.add(bytes.toString('utf8'), 'plain');
    case 'g':
    case 'x':
      return readMarkup(bytes.toString('utf8'), blocks, true);
    case 'h':
    case 'k':
    case 'n':
      return readMarkup(bytes.toString('utf8'), blocks, false);
    default:
      // Sounds, pictures, lists of files, and kinds that nobody has written down.
      return undefined;
  }
}
