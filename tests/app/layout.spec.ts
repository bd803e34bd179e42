// What the window makes of data before it draws it; plain functions, no window needed.
import { expect, test } from 'playwright/test';
import { toRelatedLines } from '../../renderer/reader/related/relatedLines.ts';
import { createPlaceKeeper } from '../../renderer/reader/place/placeKeeper.ts';
import { toSources } from '../../renderer/saving/sources.ts';
import { anEntry } from '../helpers/articles.ts';

test.describe('what was typed or pasted', () => {
  const addresses = [
    ['https://notes.example/a', ['https://notes.example/a']],
    ['notes.example', ['notes.example']],
    [
      '  notes.example/a?b#c \n\n https://two.example\thttps://two.example ',
      ['notes.example/a?b#c', 'https://two.example'],
    ],
    ['http://localhost:8080/x', ['http://localhost:8080/x']],
    ['https://пример.рф/страница', ['https://пример.рф/страница']],
  ] as const;
  for (const [text, expected] of addresses) {
    test(`${JSON.stringify(text)} is ${expected.length} to fetch`, () => {
      expect(toSources({ text, html: null })).toEqual(expected.map((address) => ({ from: 'address', address })));
    });
  }

  test('addresses count even when they were copied as links', () => {
    expect(toSources({ text: 'https://notes.example/a', html: '<a href="https://notes.example/a">A</a>' })).toEqual([
      { from: 'address', address: 'https://notes.example/a' },
    ]);
  });

  for (const text of ['See notes.example for more', 'e.g. this', 'v1.2', '3.14 is not an address']) {
    test(`"${text}" is a text`, () => {
      expect(toSources({ text, html: null })).toEqual([{ from: 'paste', text, html: null }]);
    });
  }

  test('markup that was typed is HTML; nothing is nothing', () => {
    const text = '<article><p>One.</p></article>';
    expect(toSources({ text, html: null })).toEqual([{ from: 'paste', text, html: text }]);
    expect(toSources({ text: ' \n ', html: '<p></p>' })).toEqual([]);
  });
});

test('related posts stand under their days, newest first, in the order of the page, the undated last', () => {
  const entries = [
    anEntry({ title: 'old', added: '2012-09-07', position: 0 }),
    anEntry({ title: 'when?', position: 1 }),
    anEntry({ title: 'new', added: '2012-10-07T23:30:00-08:00', position: 2 }),
    anEntry({ title: 'old too', added: '2012-09-07', position: 3 }),
    anEntry({ title: 'that month', published: '2012-09', position: 4 }),
  ];
  const lines = toRelatedLines([
    { heading: null, entries: [] },
    { heading: 'More', entries },
  ]);
  expect(
    lines.map((line) => (line.line === 'list' ? line.heading : line.line === 'date' ? line.date : line.entry.title)),
  ).toEqual(['More', '2012-10-07', 'new', '2012-09-07', 'old', 'old too', '2012-09', 'that month', null, 'when?']);
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
});

test('a list without any date has no date headings', () => {
  const lines = toRelatedLines([{ heading: null, entries: [anEntry({ position: 0 }), anEntry({ position: 1 })] }]);
  expect(lines.map(({ line }) => line)).toEqual(['list', 'entry', 'entry']);
});

test('of many places in a second one is written, the last; and what is left is written on leaving', () => {
  const written: number[] = [];
  let due: (() => void) | undefined;
  const keeper = createPlaceKeeper<{ readonly block: number }>(({ block }) => void written.push(block), 1000, {
    start: (run) => {
      due = run;
      return 1;
    },
    stop: () => {
      due = undefined;
    },
  });
  for (const block of [1, 2, 3]) keeper.note({ block });
  expect(written).toEqual([]);
  due?.();
  expect(written).toEqual([3]);
  keeper.note({ block: 4 });
  keeper.flush();
  expect(written).toEqual([3, 4]);
  expect(due).toBeUndefined();
  keeper.flush();
  expect(written).toEqual([3, 4]);
});
