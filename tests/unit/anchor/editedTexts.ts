// Random texts with phrases that come again, random edits of them, and highlights in them: for properties of what finds highlights again.
import * as fc from 'fast-check';
import { targetOf, type HighlightTarget } from '#contract/highlight.ts';

const WORDS = [
  ...'the keeper wrote every arrival down by hand and never missed one “in” thirty years of salt rings — on steps'.split(
    ' ',
  ),
  ..."harbour's it’s “lamp” oil, tides. 灯台 守り Fjörd naïve über-all 1984 42".split(' '),
];
const PHRASE = 'he counted the ships and found none missing';
const GAPS = [' ', ' ', ' ', ' ', '\n', ' \u00a0 '];

const word = fc.constantFrom(...WORDS);
const sentence = fc
  .tuple(fc.array(word, { minLength: 3, maxLength: 14 }), fc.boolean(), fc.constantFrom(...GAPS))
  .map(([words, hasPhrase, gap]) => [...words, ...(hasPhrase ? [PHRASE] : [])].join(gap === '\n' ? ' ' : gap));
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join('. '));

/** The paragraphs of a text. */
export const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 8 });

type Edit =
  | { readonly edit: 'insert'; readonly at: number; readonly text: string }
  | { readonly edit: 'delete'; readonly at: number; readonly length: number }
  | { readonly edit: 'replace'; readonly at: number; readonly length: number; readonly text: string }
  | { readonly edit: 'move'; readonly from: number; readonly to: number }
  | { readonly edit: 'typeset'; readonly how: 'straight' | 'curly' | 'spaces' };

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const length = fc.integer({ min: 1, max: 60 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ edit: fc.constant('insert' as const), at: share, text: sentence }),
  fc.record({ edit: fc.constant('delete' as const), at: share, length }),
  fc.record({ edit: fc.constant('replace' as const), at: share, length, text: word }),
  fc.record({ edit: fc.constant('move' as const), from: share, to: share }),
  fc.record({ edit: fc.constant('typeset' as const), how: fc.constantFrom('straight', 'curly', 'spaces') }),
);

/** What happens to a text. */
export const edits = fc.array(edit, { maxLength: 6 });

/** The text after the edits. */
export function edited(text: string, all: readonly Edit[]): string {
  return all.reduce(apply, text);
}

function apply(text: string, change: Edit): string {
  switch (change.edit) {
    case 'insert': {
      const at = Math.floor(change.at * text.length);
      return text.slice(0, at) + change.text + text.slice(at);
    }
    case 'delete': {
      const at = Math.floor(change.at * text.length);
      return text.slice(0, at) + text.slice(at + change.length);
    }
    case 'replace': {
      const at = Math.floor(change.at * text.length);
      return text.slice(0, at) + change.text + text.slice(at + change.length);
    }
    case 'move': {
      const blocks = text.split('\n');
      const [moved = ''] = blocks.splice(Math.floor(change.from * blocks.length), 1);
      return blocks.toSpliced(Math.floor(change.to * (blocks.length + 1)), 0, moved).join('\n');
    }
    default:
      return typeset(text, change.how);
  }
}

/** The same words in another typesetting. */
export function typeset(text: string, how: 'straight' | 'curly' | 'spaces'): string {
  if (how === 'straight') return text.replace(/[“”]/g, '"').replaceAll('’', "'").replaceAll('—', '-');
  if (how === 'curly') return text.replaceAll("'", '’').replaceAll('-', '–');
  return text.replaceAll(' ', '\u00a0 ').replaceAll('\n', '\n\n');
}

/** A span of a text of so many letters as two shares say, never empty and never with white space at its ends. */
export const span = fc.tuple(share, fc.double({ min: 0, max: 1, noNaN: true }));

/** The target of a span. */
export function targetIn(text: string, [from, long]: readonly [number, number]): HighlightTarget {
  let start = Math.floor(from * text.length);
  let end = Math.min(text.length, start + 1 + Math.floor(long ** 3 * 300));
  while (start < end - 1 && /\s/.test(text.charAt(start))) start += 1;
  while (end > start + 1 && /\s/.test(text.charAt(end - 1))) end -= 1;
  return targetOf(text, { start, end }, '2026-01-01T00:00:00.000Z');
}

/** Where a quote stands in a text. */
export function placesOf(text: string, quote: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}
