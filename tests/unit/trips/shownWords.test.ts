// How much of a text is shown, counted in whatever script it is written; and pages that only ask to sign in.
import { expect, test } from 'playwright/test';
import { countWords } from '../../../electron/extract/plainText.ts';
import { shownWords } from '../../../electron/trips/shownWords.ts';
import { isSignInPage } from '../../../electron/trips/signInPage.ts';

const TEXTS: Readonly<Record<string, string>> = {
  en: 'The boat leaves the harbour at nine, and nobody aboard has a signal before the morning after.',
  ar: 'تغادر السفينة الميناء في التاسعة، ولا إشارة لأحد قبل صباح اليوم التالي.',
  ja: '船は九時に港を出る。翌朝まで電波は届かない。',
  th: 'เรือออกจากท่าเวลาเก้าโมง',
};

test('all of a text is shown only when nothing of it is missing', () => {
  for (const [lang, text] of Object.entries(TEXTS)) {
    const words = countWords(text, lang);
    expect(shownWords(words, text, `Film\n${text.replaceAll(' ', '\n')} and more`), lang).toBe(words);
    const cut = shownWords(words, text, text.slice(0, text.length / 2));
    expect(cut, lang).toBeGreaterThan(words * 0.2);
    expect(cut, lang).toBeLessThan(words * 0.8);
    expect(shownWords(words, text, ''), lang).toBe(0);
  }
});

test('a word that is there as often as it was counts, and one that is there less often does not', () => {
  expect(shownWords(4, 'row row row boat', 'boat row row row')).toBe(4);
  expect(shownWords(4, 'row row row boat', 'row row boat')).toBe(3);
  expect(shownWords(100, 'a'.repeat(3), 'b')).toBe(0);
  expect(shownWords(0, '', 'anything')).toBe(0);
});

test('a page asks to sign in when it has a field for a password and says so', () => {
  const form = '<form><input name=u><input class="p" type="password" name=p></form>';
  expect(isSignInPage('Sign in to go on', 'Welcome.', form)).toBe(true);
  expect(isSignInPage('Willkommen', 'Bitte anmelden, um weiterzulesen.', form.replaceAll('"', ''))).toBe(true);
  expect(isSignInPage('A short note', 'The boat leaves at nine.', form)).toBe(false);
  expect(isSignInPage('How to sign in', 'Press the button.', '<p>Press the button.')).toBe(false);
});
