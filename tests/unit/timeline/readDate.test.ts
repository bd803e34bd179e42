// Dates as people type them, read as precisely as they were meant.
import { expect, test } from 'playwright/test';
import { readDate } from '../../../renderer/timeline/readDate.ts';

const NOW = new Date('2026-11-24T12:00:00');
const TYPED: readonly (readonly [string, string | null])[] = [
  ['2012', '2012'],
  ['2012-09', '2012-09'],
  [' 2012-09-07 ', '2012-09-07'],
  ['2012-13', null],
  ['2012-02-30', null],
  ['sept 7 2012', '2012-09-07'],
  ['7 September 2012', '2012-09-07'],
  ['September 2012', '2012-09'],
  ['sep 2012', '2012-09'],
  ['last week', '2026-11-17'],
  ['yesterday', '2026-11-23'],
  ['3 years ago', '2023'],
  ['9 days ago', '2026-11-15'],
  ['last month', '2026-10'],
  ['last year', '2025'],
  ['', null],
  ['somewhen', null],
];

for (const [typed, date] of TYPED) {
  test(`“${typed}” is ${date ?? 'no date'}`, () => {
    expect(readDate(typed, NOW, 'en-GB')).toBe(date);
  });
}

test('figures are read in the order of the reader’s English', () => {
  expect(readDate('07/09/2012', NOW, 'en-GB')).toBe('2012-09-07');
  expect(readDate('07/09/2012', NOW, 'en-US')).toBe('2012-07-09');
});

for (const [typed, locale, date] of [
  ['letzte Woche', 'de', '2026-11-17'],
  ['7. September 2012', 'de-AT', '2012-09-07'],
  ['März 2012', 'de', '2012-03'],
  ['vor 3 Jahren', 'de', '2023'],
  ['last week', 'de', '2026-11-17'],
  ['irgendwann', 'de', null],
  ['أمس', 'ar', '2026-11-23'],
  ['سبتمبر 2012', 'ar', '2012-09'],
  ['letzte Woche', 'en-GB', null],
] as const) {
  test(`“${typed}” in ${locale} is ${date ?? 'no date'}`, () => {
    expect(readDate(typed, NOW, locale)).toBe(date);
  });
}
