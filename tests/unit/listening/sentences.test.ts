// How a paragraph is cut into what is read out in one go.
import { expect, test } from 'playwright/test';
import { splitSentences } from '../../../renderer/listening/sentences.ts';

function said(text: string, lang: string): readonly string[] {
  return splitSentences(text, lang).map(([start, end]) => text.slice(start, end));
}

test('English sentences end where they end, not behind titles, initials and shortened words', () => {
  expect(said('Dr. Smith met Mr. J. R. R. Tolkien at No. 5. They spoke! Why not?', 'en-GB')).toEqual([
    'Dr. Smith met Mr. J. R. R. Tolkien at No. 5.',
    'They spoke!',
    'Why not?',
  ]);
  expect(said('It rose by 3.5 per cent in 1990. Nobody knew, e.g. the press. So did I. We left.', 'en')).toEqual([
    'It rose by 3.5 per cent in 1990.',
    'Nobody knew, e.g. the press.',
    'So did I.',
    'We left.',
  ]);
  expect(said('He moved to the U.S. The rest stayed.', 'en')).toEqual(['He moved to the U.S.', 'The rest stayed.']);
});

test('German ordinals, dates and shortened words stay in their sentence', () => {
  expect(said('Am 3. Oktober kam z. B. Frau Dr. Weber. Um ca. 8 Uhr ging sie. „Wirklich?“ Ja.', 'de')).toEqual([
    'Am 3. Oktober kam z. B. Frau Dr. Weber.',
    'Um ca. 8 Uhr ging sie.',
    '„Wirklich?“',
    'Ja.',
  ]);
});

test('French marks with a space before them end a sentence, titles do not', () => {
  expect(said('M. Dupont arrive. « Vraiment ? » Oui, cf. Art. 5.', 'fr')).toEqual([
    'M. Dupont arrive.',
    '« Vraiment ? »',
    'Oui, cf. Art. 5.',
  ]);
});

test('Chinese, Japanese, Arabic and Hindi have marks of their own', () => {
  expect(said('今天天气很好。“你来吗?”他问。我来！', 'zh')).toEqual([
    '今天天气很好。',
    '“你来吗?”',
    '他问。',
    '我来！',
  ]);
  expect(said('灯台は古い。だれも来ない！本当か？', 'ja')).toEqual(['灯台は古い。', 'だれも来ない！', '本当か？']);
  expect(said('وصل القطار متأخرا. هل رأيته؟ نعم!', 'ar')).toEqual(['وصل القطار متأخرا.', 'هل رأيته؟', 'نعم!']);
  expect(said('गाड़ी देर से आई। क्या आपने देखा? हाँ।', 'hi')).toEqual(['गाड़ी देर से आई।', 'क्या आपने देखा?', 'हाँ।']);
});

test('a number before a heading or an entry is said with it, a stray mark with what is beside it', () => {
  expect(said('1. The harbour. (…) It is old.', 'en')).toEqual(['1. The harbour.', '(…) It is old.']);
  expect(said('* * *', 'en')).toEqual([]);
  expect(said('', 'en')).toEqual([]);
});

test('lines of a verse are read line by line, white space around them is nobody’s', () => {
  expect(said('  The sea is calm \n the night is fair  ', 'en')).toEqual(['The sea is calm', 'the night is fair']);
});

test('a sentence too long to be said in one go is cut where one breathes, and nothing of it is lost', () => {
  const clause = 'the keeper wrote down every ship that went by, with its colours and its cargo; ';
  const long = `${clause.repeat(12).trim()} and then he slept.`;
  const pieces = said(long, 'en');
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.every((piece) => piece.length <= 260)).toBe(true);
  expect(pieces.slice(0, -1).every((piece) => /[,;]$/.test(piece))).toBe(true);
  expect(pieces.join(' ')).toBe(long);
  const chinese = said('灯塔看守人把每一条经过的船都记下来，'.repeat(12), 'zh');
  expect(chinese.every((piece) => piece.length <= 80)).toBe(true);
  expect(said('x'.repeat(600), 'en').map(({ length }) => length)).toEqual([260, 260, 80]);
});

test('what is no language is cut by the rules for all', () => {
  expect(said('One. Two.', 'not a language')).toEqual(['One.', 'Two.']);
});
