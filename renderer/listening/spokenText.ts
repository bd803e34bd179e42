// An article's document in; what of it is read out, sentence by sentence, and where each stands, out. Read are the heading, the text, captions,
// and tables row by row; not the marks of footnotes, listings of code of more than three lines, hints, what is folded away, or comments.
import { plainTextOf, toDataPlace, withoutSoftHyphens } from '../reader/frame/plainText.ts';
import type { Sentence } from './listener.ts';
import { splitSentences } from './sentences.ts';

/** A sentence and its place in the document. */
export interface PlacedSentence extends Sentence {
  /** What of the document the sentence, or a part of it in places of `text`, is. */
  rangeOf(start?: number, end?: number): Range;
}

const BLOCKS =
  'p, li, h1, h2, h3, h4, h5, h6, pre, tr, caption, figcaption, blockquote, dt, dd, summary, div, section, header, figure, table';
const UNSPOKEN =
  'rt, rp, svg, button, sup, pre, .missing-image, [hidden], [role="doc-backlink"], details:not([open]) > :not(summary)';
const MOST_CODE_LINES = 3;
/** Signs that are there for the eye: where a line may be broken, which way it runs. */
const UNHEARD = /[\u200B\u2060\uFEFF\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

interface Piece {
  readonly node: Text;
  /** Where it begins in the paragraph. */
  readonly at: number;
}

interface Paragraph {
  text: string;
  readonly lang: string;
  readonly pieces: Piece[];
}

/** Reads a document; `lang` is the language of what names none itself. */
export function readSentences(page: Document, lang: string): readonly PlacedSentence[] {
  return readParagraphs(page, lang).flatMap((paragraph, number) =>
    splitSentences(paragraph.text, paragraph.lang).map(([start, end]) => {
      const raw = paragraph.text.slice(start, end);
      return {
        text: raw.replace(UNHEARD, '').replace(/\s+/g, ' '),
        lang: paragraph.lang,
        paragraph: number,
        rangeOf: (from, to) =>
          rangeIn(
            page,
            paragraph.pieces,
            start + rawPlace(raw, from ?? 0),
            start + (to === undefined ? raw.length : rawPlace(raw, to)),
          ),
      };
    }),
  );
}

function readParagraphs(page: Document, lang: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let block: Element | null | undefined;
  let cell: Element | null | undefined;
  for (const root of page.querySelectorAll<HTMLElement>('.article-header h1, .content')) {
    const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      isElement(node) && node.matches(UNSPOKEN) && !isSpoken(node)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const last = paragraphs.at(-1);
      if (node.nodeName === 'BR' && last !== undefined) last.text += '\n';
      if (!isText(node) || node.data === '') continue;
      const parent = node.parentElement;
      const ownCell = parent?.closest('td, th') ?? null;
      const own = ownCell?.parentElement ?? parent?.closest(BLOCKS) ?? null;
      if (own !== block || last === undefined) {
        if (node.data.trim() === '') continue;
        paragraphs.push({
          text: '',
          lang: parent?.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? lang,
          pieces: [],
        });
      } else if (ownCell !== cell && node.data.trim() !== '')
        last.text += /[\p{L}\p{N}]\s*$/u.test(last.text) ? ', ' : ' ';
      block = own;
      cell = ownCell;
      const paragraph = paragraphs.at(-1);
      if (paragraph === undefined) continue;
      paragraph.pieces.push({ node, at: paragraph.text.length });
      // Lines of the source are none of the text; of the same length, so that places stay.
      paragraph.text += withoutSoftHyphens(node.data).replace(/\s/g, ' ');
    }
  }
  return paragraphs;
}

/** Of what is usually left out: superscripts that mark no footnote, and short pieces of code. */
function isSpoken(element: Element): boolean {
  if (element.matches('pre')) return element.textContent.trim().split('\n').length <= MOST_CODE_LINES;
  if (!element.matches('sup')) return false;
  const mark = element.textContent.trim();
  if (element.querySelector('a[href]') !== null || element.closest('a[href]') !== null) return false;
  if (/^[[(][\d*†‡§¶]{1,3}[\])]$|^[*†‡§¶]+$/.test(mark)) return false;
  // A number behind a whole word or its stop is a note whose link was lost; behind a unit or a figure it is a power.
  return !/^\d{1,3}$/.test(mark) || !/(?:\p{L}{3,}|[.,;:!?"'”’»)])\s*$/u.test(plainTextOf(element.previousSibling));
}

function rangeIn(page: Document, pieces: readonly Piece[], start: number, end: number): Range {
  const range = page.createRange();
  const first = pieces.findLast(({ at }) => at <= start) ?? pieces[0];
  const last = pieces.findLast(({ at }) => at < end) ?? first;
  if (first === undefined || last === undefined) return range;
  range.setStart(first.node, toDataPlace(first.node, start - first.at, false));
  range.setEnd(last.node, toDataPlace(last.node, Math.max(0, end - last.at), true));
  return range;
}

/** Where a place of the spoken text is in the text as it stands. */
function rawPlace(raw: string, spokenAt: number): number {
  let spoken = 0;
  let wasSpace = false;
  for (let at = 0; at < raw.length; at += 1) {
    const sign = raw.charAt(at);
    const isSpace = /\s/.test(sign);
    const isHeard = sign.search(UNHEARD) === -1 && !(isSpace && wasSpace);
    if (isHeard && spoken === spokenAt) return at;
    if (isHeard) spoken += 1;
    if (sign.search(UNHEARD) === -1) wasSpace = isSpace;
  }
  return raw.length;
}

// Not by their class: nodes of a frame are none of the window's classes.
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
