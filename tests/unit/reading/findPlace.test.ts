// A paragraph found again in another copy of its article.
import { array, assert, constant, constantFrom, nat, oneof, property, record, type Arbitrary } from 'fast-check';
import { expect, test } from 'playwright/test';
import type { ReadingState } from '#contract/article.ts';
import { markReading } from '../../../electron/serve/markReading.ts';
import { findPlace, quoteOf } from '../../../renderer/reader/place/findPlace.ts';

const WORDS = 'tide keeper salt stair night lamp rope harbour gull winter ledger north boat signal stone wall'.split(
  ' ',
);
const paragraph = array(constantFrom(...WORDS), { minLength: 6, maxLength: 60 }).map((words) => words.join(' '));
const edit = oneof(
  record({ kind: constant('cut' as const), at: nat() }),
  record({ kind: constant('add' as const), at: nat(), text: paragraph }),
  record({ kind: constant('move' as const), at: nat(), to: nat() }),
  record({ kind: constant('edit' as const), at: nat(), text: paragraph }),
);

function edited(
  texts: readonly string[],
  edits: readonly (typeof edit extends Arbitrary<infer E> ? E : never)[],
): readonly string[] {
  const now = [...texts];
  for (const each of edits) {
    const at = each.at % Math.max(1, now.length);
    if (each.kind === 'add') now.splice(at, 0, each.text);
    else {
      const [taken] = now.splice(at, 1);
      if (taken === undefined) continue;
      if (each.kind === 'move') now.splice(each.to % (now.length + 1), 0, taken);
      if (each.kind === 'edit') now.splice(at, 0, `${each.text} ${taken}`);
    }
  }
  return now;
}

test('a paragraph that still stands is found, however the article around it was edited', () => {
  assert(
    property(
      array(paragraph, { minLength: 1, maxLength: 40 }),
      nat(),
      array(edit, { maxLength: 25 }),
      (texts, pick, edits) => {
        const block = pick % texts.length;
        const quote = quoteOf(texts[block] ?? '');
        const now = edited(texts, edits);
        const found = findPlace(now, { quote, share: block / texts.length });
        if (now.includes(texts[block] ?? '')) expect(quoteOf(now[found ?? -1] ?? '')).toBe(quote);
      },
    ),
    { numRuns: 500 },
  );
});

const TEXTS = [
  'The keeper wrote every arrival down by hand, one line for each night, and never missed one.',
  'What he did not write down, the sea did, in rings of salt on the lower steps of the stair.',
  'In March the lamp was changed for one that turned by itself and asked for nothing.',
  'Then the boats came by the light of their own screens, and he wrote that down as well.',
];
const placeOf = (block: number) => ({ quote: quoteOf(TEXTS[block] ?? ''), share: block / TEXTS.length });

test('one that was edited a little is found by its likeness', () => {
  const now = TEXTS.map((text) => text.replace('March', 'early April').replace('asked for nothing', 'asked nothing'));
  expect(findPlace(['A paragraph that came first, about the weather of that year.', ...now], placeOf(2))).toBe(3);
});

test('of paragraphs that say the same, the nearest to the old place is taken', () => {
  const refrain = 'And nobody answered.';
  const texts = [refrain, ...TEXTS, refrain, ...TEXTS, refrain];
  expect(findPlace(texts, { quote: quoteOf(refrain), share: 0.5 })).toBe(5);
  expect(findPlace(texts, { quote: quoteOf(refrain), share: 0.95 })).toBe(10);
});

test('one that is gone is not taken for another', () => {
  expect(findPlace([TEXTS[0] ?? '', TEXTS[1] ?? ''], placeOf(3))).toBeUndefined();
  expect(findPlace(TEXTS, { quote: '', share: 0 })).toBeUndefined();
});

test('each of the last copies that were read keeps its own place, and time adds up', () => {
  const now = new Date('2026-05-01T10:00:00Z');
  let reading: ReadingState = { progress: 0, block: 0, read: null, archived: false };
  const place = (of: string) => ({ of, into: 0.25, share: 0.5, quote: 'a' });
  for (const day of [1, 2, 3, 4, 5, 2]) {
    const of = `2026-04-0${day}T00:00:00.000Z`;
    reading = markReading(reading, { block: day, progress: 0.5, place: place(of), seconds: 10.5 }, now);
  }
  expect(reading.places?.map(({ of, block }) => `${of.slice(8, 10)}:${block}`)).toEqual([
    '02:2',
    '05:5',
    '04:4',
    '03:3',
  ]);
  expect(reading).toMatchObject({ block: 2, progress: 0.5, seconds: 63 });
  expect(markReading(reading, { isRead: true }, now).places).toEqual(reading.places);
});
