// A line in; what it looks like by itself, as the small numbers that features are made of, out.
import { HINT_BITS } from './hints.ts';
import type { LineFacts } from './lineFacts.ts';
import type { Block, Line } from './outline.ts';

const HEADING = HINT_BITS.get('heading') ?? 0;

/** The shape of a line, a place in `SHAPES`. */
export function shapeOf(line: Line, fact: LineFacts | undefined, block: Block | undefined): number {
  if (fact === undefined || block === undefined) return 0;
  const { words, endsSentence } = fact;
  if (/^h[1-6]$/.test(block.element.name) || (((block.above | block.hints) & HEADING) !== 0 && words < 25))
    return line.linked > 0.6 ? 1 : 0;
  if (line.linked > 0.8) return words < 6 ? 2 : 3;
  if (line.linked > 0.35) return 4;
  const bin = words < 2 ? 0 : words < 4 ? 1 : words < 8 ? 2 : words < 16 ? 3 : words < 31 ? 4 : words < 61 ? 5 : 6;
  return 5 + bin + (endsSentence ? 7 : 0);
}

/** The class of a line, a place in `CLASSES`. */
export function classOf(shape: number, isProse: boolean): number {
  if (shape <= 1) return 3;
  if (isProse) return 1;
  return shape <= 4 ? 2 : 0;
}

/** The first 60 letters and digits of a text, in lower case: enough to know it again. */
export function startOf(text: string): string {
  return text
    .slice(0, 120)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, 60);
}

/** The step of a distance in lines, 0 to 5. */
export function gapOf(distance: number): number {
  return distance <= 1 ? 0 : distance === 2 ? 1 : distance === 3 ? 2 : distance <= 6 ? 3 : distance <= 12 ? 4 : 5;
}

/** What the text of a line shows, as places in `LOOKS`. */
export function looksOf(line: Line, fact: LineFacts): readonly number[] {
  const { text } = line;
  const looks: number[] = [];
  const look = (index: number, is: boolean): void => {
    if (is) looks.push(index);
  };
  look(0, /[:：]$/.test(text));
  look(1, /(?:…|\.\.\.)$/.test(text));
  look(2, /[»›→>]$|^[«‹←<»›→▶►]/.test(text));
  look(3, fact.words < 12 && /\p{Lu}/u.test(text) && text === text.toUpperCase());
  look(4, /^\p{Ll}/u.test(text));
  look(5, /\d/.test(text));
  look(6, /^[-•·*–—■▪►]/.test(text));
  look(7, /[?？]$/.test(text));
  look(8, /^["“„«「『]/.test(text));
  look(9, line.stressed > 0.9);
  look(11, /\s[|·•]\s|｜/.test(text));
  look(12, /^#\p{L}/u.test(text));
  look(14, line.startsLinked && !line.endsLinked);
  look(15, line.endsLinked && !line.startsLinked);
  look(16, line.endsLinked && line.startsLinked && line.linked < 0.8);
  look(13, fact.words < 8 && !/\p{L}/u.test(text));
  return looks;
}
