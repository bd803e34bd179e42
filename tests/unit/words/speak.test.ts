// Messages in, words out: plain texts, plurals by the rules of a language, and texts that keep their own direction.
import { expect, test } from 'playwright/test';
import { speak } from '../../../renderer/words/message.ts';

const english = {
  plain: 'Nothing is waiting',
  group: { quoted: 'Found in “{title}”' },
  count: '{count, plural, one {# article} other {# articles}}',
  share: '{done, number} of {found, plural, one {# image} other {# images}}',
} as const;

const arabic = {
  plain: 'لا شيء ينتظر',
  group: { quoted: 'وُجد في «{title}»' },
  count: '{count, plural, zero {لا مقالات} one {مقال واحد} two {مقالان} few {# مقالات} many {# مقالًا} other {# مقال}}',
  share:
    '{done, number} من {found, plural, zero {لا صور} one {صورة} two {صورتين} few {# صور} many {# صورة} other {# صورة}}',
};

test('a message without values is a text, one with values a function of them', () => {
  const words = speak(english, english, 'en-GB');
  expect(words.plain).toBe('Nothing is waiting');
  expect(words.group.quoted({ title: 'The {odd} <b>title</b>' })).toBe('Found in “The {odd} <b>title</b>”');
});

test('counts are grouped and take the plural of the language', () => {
  const words = speak(english, english, 'en-GB');
  expect(words.count({ count: 1 })).toBe('1 article');
  expect(words.count({ count: 0 })).toBe('0 articles');
  expect(words.count({ count: 2104 })).toBe('2,104 articles');
  expect(words.share({ done: 1200, found: 1 })).toBe('1,200 of 1 image');
});

test('all six plural forms of Arabic are used', () => {
  const words = speak(english, arabic, 'ar', 'rtl');
  expect([0, 1, 2, 3, 11, 100].map((count) => words.count({ count }))).toEqual([
    'لا مقالات',
    'مقال واحد',
    'مقالان',
    '3 مقالات',
    '11 مقالًا',
    '100 مقال',
  ]);
});

test('from right to left, a text that is put in keeps its own direction, and a number is left alone', () => {
  const words = speak(english, arabic, 'ar', 'rtl');
  expect(words.group.quoted({ title: 'Night Mail' })).toBe('وُجد في «\u{2068}Night Mail\u{2069}»');
  expect(words.share({ done: 2, found: 3 })).toBe('2 من 3 صور');
});

test('a name that has no words is found when the words are made', () => {
  expect(() => speak(english, { ...arabic, count: 'مقالات' }, 'ar')).toThrow('no words for count');
  expect(() => speak({ plain: 'Plain' }, {}, 'en')).toThrow('no words for plain');
});
