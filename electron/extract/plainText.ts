// Content of a page in, its text out: paragraphs parted by a blank line, code as it stands, nothing of what cannot be read.
// And text in, how many words it has out.
import type { AnyNode, Element } from 'domhandler';
import { BLOCK_MODELS, DROPPED_WHOLE, UNWRAPPED_BLOCKS } from './allowList.ts';
import { EMBED_ELEMENTS } from './embeds.ts';

type Step = AnyNode | Closing;

interface Closing {
  readonly closes: string;
}

const UNREAD: ReadonlySet<string> = new Set(['noscript', 'button', 'svg', 'img', 'rp', 'rt']);
const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing']);

/**
 * The text below `roots` without the `dropped` nodes. Each block is a paragraph of its own, the cells of a row are parted by a
 * tab, `br` is a line break, white space is folded except in `pre`. Readings of ruby are left out, so that a search finds the
 * written word. Time is linear in the content, at any depth.
 */
export function toPlainText(roots: readonly AnyNode[], dropped: ReadonlySet<AnyNode>): string {
  const paragraphs: string[] = [];
  let parts: string[] = [];
  let endsInSpace = true;
  let preformatted = 0;

  function put(text: string): void {
    parts.push(text);
    endsInSpace = /[ \t\n]$/.test(text);
  }

  function endParagraph(): void {
    if (parts.length === 0) return;
    const line = parts.join('');
    const text = preformatted > 0 ? line.replace(/^\n+/, '').trimEnd() : line.replace(/[ \t]*\n[ \t\n]*/g, '\n').trim();
    if (text !== '') paragraphs.push(text);
    parts = [];
    endsInSpace = true;
  }

  function addText(text: string): void {
    if (preformatted > 0) {
      put(text.replace(/\r\n?/g, '\n'));
      return;
    }
    const folded = text.replace(/[ \t\n\r\f]+/g, ' ');
    const kept = endsInSpace && folded.startsWith(' ') ? folded.slice(1) : folded;
    if (kept !== '') put(kept);
  }

  function enter(element: Element): void {
    const { name } = element;
    if (name === 'br') put('\n');
    else if (UNREAD.has(name) || DROPPED_WHOLE.has(name) || EMBED_ELEMENTS.has(name)) return;
    else {
      open(name);
      stack.push({ closes: name });
      pushAll(element.children);
    }
  }

  function open(name: string): void {
    if (isCell(name)) return;
    if (isBlock(name)) endParagraph();
    if (PREFORMATTED.has(name)) preformatted++;
  }

  function close(name: string): void {
    if (isCell(name)) {
      put('\t');
      return;
    }
    if (isBlock(name)) endParagraph();
    if (PREFORMATTED.has(name)) preformatted--;
  }

  const stack: Step[] = [];
  function pushAll(nodes: readonly AnyNode[]): void {
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i];
      if (node !== undefined) stack.push(node);
    }
  }

  for (const root of roots) {
    stack.push(root);
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if ('closes' in step) close(step.closes);
      else if (dropped.has(step)) continue;
      else if (step.type === 'text') addText(step.data);
      else if ('attribs' in step) enter(step);
      else if ('children' in step) pushAll(step.children);
    }
    endParagraph();
  }
  return paragraphs.join('\n\n');
}

function isCell(name: string): boolean {
  return name === 'td' || name === 'th';
}

function isBlock(name: string): boolean {
  return BLOCK_MODELS.has(name) || UNWRAPPED_BLOCKS.has(name) || name === 'hr';
}

/** Scripts that write words without spaces between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const SPACED_WORD = /[\p{L}\p{N}\p{M}_]+(?:['’.:·][\p{L}\p{N}\p{M}_]+)*/gu;

/**
 * Counts words by the rules of Unicode Standard Annex 29: by `Intl.Segmenter` where the text has a script that writes no
 * spaces, and by the annex's plain case (letters and digits, with an apostrophe or point between them) elsewhere, which is a
 * hundred times as fast. `lang` is a BCP 47 tag or `null`; an unknown or broken one is as good as none.
 */
export function countWords(text: string, lang: string | null): number {
  if (!UNSPACED.test(text)) return text.match(SPACED_WORD)?.length ?? 0;
  let count = 0;
  for (const segment of createSegmenter(lang).segment(text)) if (segment.isWordLike === true) count++;
  return count;
}

function createSegmenter(lang: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang ?? undefined, { granularity: 'word' });
  } catch {
    // A page may call its language anything; dictionaries go by script, so little is lost.
    return new Intl.Segmenter(undefined, { granularity: 'word' });
  }
}
