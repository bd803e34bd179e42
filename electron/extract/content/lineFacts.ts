// A line in, what can be told of it alone out: how much it says, whether in sentences, and in which wordings.
import type { Outline } from './outline.ts';
import { wordingsOf } from './wording.ts';

/** What a line tells by itself. */
export interface LineFacts {
  /** Words; two characters of Chinese, Japanese or Korean count as one and a half. */
  readonly words: number;
  readonly commas: number;
  readonly endsSentence: boolean;
  /** Says something in sentences, not in links. */
  readonly isProse: boolean;
  /** Bits of `WORDING_NAMES`. */
  readonly wordings: number;
  /** Whether JSON-LD gives it as part of the article's text; `unknown` without such a text, and for short lines. */
  readonly isStated: 'yes' | 'no' | 'unknown';
  /** The same text stands before in another block; within one block it is the author's own refrain. */
  readonly isRepeated: boolean;
}

const SENTENCE_END = /[.!?。！？…؟:："”’»)\]）」』]["'”’»)\]]*$/;
const STRICT_END = /[.!?。！？…؟]["'”’»)\]）」』]*$/;
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;

/** Reads every line of an outline; `stated` is the article's text by JSON-LD, letters only and lower-case, or empty. */
export function readLines(outline: Outline, stated: string): LineFacts[] {
  const seen = new Map<string, number>();
  return outline.lines.map((line) => {
    const { text } = line;
    const words = countWords(text);
    const endsSentence = STRICT_END.test(text);
    const commas = words < 5 ? 0 : countCommas(text);
    const isProse =
      line.linked < 0.4 &&
      ((words >= 10 && endsSentence) || (words >= 18 && (commas > 0 || SENTENCE_END.test(text))) || words >= 30);
    const holder = outline.blocks[line.block]?.parent ?? -1;
    const before = seen.get(text);
    const isRepeated = before !== undefined && before !== holder;
    if (before === undefined) seen.set(text, holder);
    return {
      words,
      commas,
      endsSentence,
      isProse,
      wordings: words > 60 ? 0 : wordingsOf(text),
      isStated: isStated(text, stated),
      isRepeated,
    };
  });
}

/** Roughly the number of words, in any script; cheap enough for every line. */
function countWords(text: string): number {
  let spaces = 0;
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) spaces++;
  const unspaced = /[\u3040-\u9fff]/.test(text) ? (text.match(UNSPACED)?.length ?? 0) : 0;
  return spaces + 1 + Math.max(0, unspaced * 0.75 - 1);
}

function countCommas(text: string): number {
  let commas = 0;
  for (let i = 0; i < text.length && commas < 20; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x2c || code === 0xff0c || code === 0x3001 || code === 0x60c) commas++;
  }
  return commas;
}

/** Letters and digits of a text, lower-case, for comparing what white space and marks may part. */
export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function isStated(text: string, stated: string): LineFacts['isStated'] {
  if (stated === '') return 'unknown';
  const letters = startOf(text);
  if (letters.length < 12) return 'unknown';
  return stated.includes(letters) ? 'yes' : 'no';
}

/** The first 60 letters and digits of a text, in lower case: enough to know it again. */
export function startOf(text: string): string {
  return lettersOf(text.slice(0, 120)).slice(0, 60);
}
