// Highlights are found again in texts that were edited, at the right place, or told to be nowhere; none is lost in silence.
import * as fc from 'fast-check';
import { expect, test } from 'playwright/test';
import { anchorText, resolve } from '#contract/anchor/resolve.ts';
import { foldText } from '#contract/anchor/foldedText.ts';
import { sortOut } from '#contract/anchor/sortOut.ts';
import { targetOf } from '#contract/highlight.ts';
import { aHighlight } from '../../helpers/highlights.ts';
import { longText } from '../../tools/bench/longText.ts';
import { edited, edits, paragraphs, placesOf, span, targetIn, typeset } from './editedTexts.ts';

/** Two words of nine letters with their spaces. */
const MOST_OFF = 20;
const RUNS = { numRuns: 1500, seed: 20_261_128 };

test('a quote that still stands is found, word for word', () => {
  let stood = 0;
  fc.assert(
    fc.property(paragraphs, edits, span, (blocks, changes, chosen) => {
      const text = blocks.join('\n');
      const target = targetIn(text, chosen);
      const after = edited(text, changes);
      const { exact } = target.quote;
      const places = placesOf(after, exact);
      if (places.length === 0) return;
      const found = resolve(target, after);
      // A few letters that stand in many places, with nothing around them that was there, are no longer what was meant.
      if (found === undefined) {
        expect(exact.length).toBeLessThan(12);
        return;
      }
      stood += 1;
      expect(after.slice(found.start, found.end)).toBe(exact);
      expect(found.how).toBe(found.start === target.position.start ? 'exact' : 'moved');
    }),
    RUNS,
  );
  expect(stood).toBeGreaterThan(RUNS.numRuns / 2);
});

test('a quote that stands several times is found where what was around it stands', () => {
  let several = 0;
  fc.assert(
    fc.property(paragraphs, edits, span, (blocks, changes, chosen) => {
      const text = blocks.join('\n');
      const target = targetIn(text, chosen);
      const after = edited(text, changes);
      const { exact, prefix, suffix } = target.quote;
      const [only, ...others] = placesOf(after, prefix + exact + suffix);
      if (only === undefined || others.length > 0) return;
      if (placesOf(after, exact).length > 1) several += 1;
      expect(resolve(target, after)?.start).toBe(only + prefix.length);
    }),
    RUNS,
  );
  expect(several).toBeGreaterThan(RUNS.numRuns / 10);
});

test('other quotation marks, dashes and white space do not lose a quote', () => {
  fc.assert(
    fc.property(paragraphs, span, fc.constantFrom('straight', 'curly', 'spaces'), (blocks, chosen, how) => {
      const text = blocks.join('\n');
      const target = targetIn(text, chosen);
      const after = typeset(text, how);
      const found = resolve(target, after);
      const fold = (words: string): string => foldText(words).text.trim();
      if (found === undefined) expect(target.quote.exact.length).toBeLessThan(12);
      else expect(fold(after.slice(found.start, found.end))).toBe(fold(target.quote.exact));
    }),
    RUNS,
  );
});

test('every highlight is either placed or told to be nowhere', () => {
  fc.assert(
    fc.property(paragraphs, edits, fc.array(span, { maxLength: 6 }), (blocks, changes, spans) => {
      const text = blocks.join('\n');
      const all = spans.map((chosen, at) => aHighlight({ id: String(at), target: targetIn(text, chosen) }));
      const { placed, lost } = sortOut(all, edited(text, changes), '2026-02-02T00:00:00.000Z');
      const ids = [...placed.map(({ highlight }) => highlight.id), ...lost.map(({ id }) => id)];
      expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    }),
    RUNS,
  );
});

const STORY =
  'The keeper wrote every arrival down by hand, one line for each night.\n' +
  'In the winter of that year no ship came for forty days, and the ledger stayed white.\n' +
  'What he did not write down, the sea did, in rings of salt on the lower steps of the stair.';
const at = (quote: string) => {
  const start = STORY.indexOf(quote);
  return targetOf(STORY, { start, end: start + quote.length }, '2026-01-01T00:00:00.000Z');
};

test('a quote in which words were changed is found as edited, as far as it reaches', () => {
  const target = at('In the winter of that year no ship came for forty days');
  const after = STORY.replace('In the winter of that year', 'In the summer of that year').replace('forty', 'fifty');
  const found = resolve(target, after);
  expect(found?.how).toBe('edited');
  expect(after.slice(found?.start, found?.end)).toBe('In the summer of that year no ship came for fifty days');
});

test('a quote that was replaced by something else is nowhere', () => {
  const target = at('In the winter of that year no ship came for forty days');
  expect(resolve(target, STORY.replace(target.quote.exact, 'Nothing is known of the next months'))).toBeUndefined();
});

test('a short word is found where its surroundings are, and not just anywhere', () => {
  const target = at('night');
  expect(resolve(target, `Such a night.\n${STORY}`)?.start).toBe(STORY.indexOf('night') + 14);
  expect(resolve(target, 'A night is long. Another night is longer, and it is quite another place.')).toBeUndefined();
  expect(resolve(at('the'), 'Neither of them went there.')).toBeUndefined();
});

test('when nothing around a quote can decide, the nearest place is taken and said to be moved', () => {
  const phrase = 'none of the ships was missing';
  const text = `${'a'.repeat(200)} ${phrase} ${'b'.repeat(200)}`;
  const target = targetOf(text, { start: 201, end: 201 + phrase.length }, '2026-01-01T00:00:00.000Z');
  const after = [10, 190, 400].map((length) => 'x'.repeat(length)).join(` ${phrase} `);
  expect(resolve(target, after)).toEqual({
    start: 11 + phrase.length + 1 + 191,
    end: 232 + phrase.length - 1 + 1 - 1 + 1,
    how: 'moved',
  });
});

test('a long quote whose middle was rewritten is found by its two ends', () => {
  const sentences = Array.from({ length: 90 }, (_, i) => `Sentence ${i * 7919} tells of night ${i}.`);
  const text = sentences.join(' ');
  const target = targetOf(
    text,
    { start: text.indexOf('Sentence 79190'), end: text.indexOf(' Sentence 617682') },
    '2026-01-01T00:00:00.000Z',
  );
  const after = `A new beginning. ${text.replaceAll(/night (4\d)/g, 'the day $1')}`;
  const found = resolve(target, after);
  expect(found?.how).toBe('edited');
  expect(after.slice(found?.start, found?.end)).toMatch(/^Sentence 79190 tells/);
  expect(after.slice(found?.end)).toMatch(/^ Sentence 617682 /);
});

test('each of 500 highlights is found at its words in a text of which every eighth was changed, and none in another text', () => {
  const { text, after } = longText(20_000);
  const targets = Array.from({ length: 500 }, (_, number) => {
    const start = Math.floor((number / 500) * (text.length - 400));
    return targetOf(text, { start, end: start + 60 + ((number * 37) % 300) }, '2026-01-01T00:00:00.000Z');
  });
  const beginsAt = (words: string): readonly number[] => {
    let next = 0;
    return words.split(' ').map((word) => (next += word.length + 1) - word.length - 1);
  };
  const [before, behind] = [beginsAt(text), beginsAt(after)];
  const anchored = anchorText(after);
  const wrong = targets.flatMap((target) => {
    const { start } = target.position;
    const word = before.findLastIndex((begin) => begin <= start);
    const expected = (behind[word] ?? 0) + start - (before[word] ?? 0);
    const found = anchored.resolve(target);
    // Words at the edge of which one was changed may belong to it or not.
    return found !== undefined && Math.abs(found.start - expected) <= MOST_OFF ? [] : [[expected, found]];
  });
  expect(wrong).toEqual([]);
  const other = anchorText(longText(20_000, 7).text);
  expect(targets.filter((target) => other.resolve(target) !== undefined)).toEqual([]);
});
