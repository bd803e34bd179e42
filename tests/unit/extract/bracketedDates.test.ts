import { expect, test } from 'playwright/test';
import { readBracketedEntry } from '../../../electron/extract/related/bracketedDates.ts';
import { findDate } from '../../../electron/extract/related/findDate.ts';

const LINE = '- TITLE - Video [Last Updated On: September 7th, 2012] [Originally Added On: September 5th, 2012]';

/** The parts of an entry as one line, so that a table of lines reads as a table. */
function summary(line: string): string | null {
  const entry = readBracketedEntry(line);
  return entry === null
    ? null
    : [entry.title, entry.kind, entry.added, entry.updated, entry.published].map((part) => part ?? '–').join(' / ');
}

test('reads title, kind and both dates, and keeps the line', () => {
  expect(readBracketedEntry(LINE)).toEqual({
    title: 'TITLE',
    kind: 'video',
    added: '2012-09-05',
    updated: '2012-09-07',
    published: null,
    raw: LINE,
  });
});

for (const [name, line, expected] of [
  [
    'the dates in the other order',
    '- A fox [Originally Added On: May 1st, 2013] [Last Updated On: May 22nd, 2013]',
    'A fox / article / 2013-05-01 / 2013-05-22 / –',
  ],
  ['one date missing', '- A fox [Last Updated On: May 3rd, 2013]', 'A fox / article / – / 2013-05-03 / –'],
  ['extra spaces', '  -   A  fox   [ Last Updated On :  May  3rd , 2013 ]', 'A fox / article / – / 2013-05-03 / –'],
  ['short months', '- A fox [Originally Added On: Sept. 7, 2012]', 'A fox / article / 2012-09-07 / – / –'],
  [
    'a pipe and a kind inside the title',
    '- Storm from Above | Video - Video [Originally Added On: May 3rd, 2013]',
    'Storm from Above | Video / video / 2013-05-03 / – / –',
  ],
  [
    'brackets in the title',
    '- [ISS] A fox (again) [Originally Added On: May 3rd, 2013]',
    '[ISS] A fox (again) / article / 2013-05-03 / – / –',
  ],
  [
    'a kind in brackets that is a part of the title',
    '- A fox. (+video) [Originally Added On: May 3rd, 2013]',
    'A fox. (+video) / article / 2013-05-03 / – / –',
  ],
  [
    'a title that names a video without being one',
    '- LIVE: Gotta-See Video [Originally Added On: May 3rd, 2013]',
    'LIVE: Gotta-See Video / article / 2013-05-03 / – / –',
  ],
  ['an audio post', '- A fox - Podcast [Originally Added On: May 3rd, 2013]', 'A fox / audio / 2013-05-03 / – / –'],
  ['a gallery', '- A fox – Photos [Originally Added On: May 3rd, 2013]', 'A fox / gallery / 2013-05-03 / – / –'],
  ['round brackets and another wording', '- A fox (Updated: 3 May 2013)', 'A fox / article / – / 2013-05-03 / –'],
  ['words after the title', 'A fox, posted on 3 May 2013', 'A fox / article / – / – / 2013-05-03'],
  ['a bare date in brackets', '- A fox (3 May 2013)', 'A fox / article / – / – / 2013-05-03'],
  ['an ISO date', '- A fox [Updated: 2013-05-03]', 'A fox / article / – / 2013-05-03 / –'],
  [
    'German',
    '- Ein Fuchs - Video [Zuletzt aktualisiert am: 3. Mai 2013] [Hinzugefügt am 1. März 2013]',
    'Ein Fuchs / video / 2013-03-01 / 2013-05-03 / –',
  ],
  ['French', '- Un renard [Mis à jour le 3 août 2013]', 'Un renard / article / – / 2013-08-03 / –'],
  ['Spanish', '- Un zorro (Publicado el 3 de mayo de 2013)', 'Un zorro / article / – / – / 2013-05-03'],
  [
    'Russian',
    '- Лиса [Обновлено: 3 мая 2013] [Добавлено: 1 марта 2013]',
    'Лиса / article / 2013-03-01 / 2013-05-03 / –',
  ],
  ['Japanese', '- きつね【更新：2013年5月3日】', 'きつね / article / – / 2013-05-03 / –'],
  ['Arabic digits and months', '- ثعلب [آخر تحديث: ٣ مايو ٢٠١٣]', 'ثعلب / article / – / 2013-05-03 / –'],
  ['Hebrew', '- שועל [עודכן: 3 במאי 2013]', 'שועל / article / – / 2013-05-03 / –'],
] as const) {
  test(`reads ${name}`, () => {
    expect(summary(line)).toBe(expected);
  });
}

test('a day that does not exist is no date, and the line is kept', () => {
  const line = '- A fox [Last Updated On: September 31st, 2012] [Originally Added On: September 30th, 2012]';
  expect(readBracketedEntry(line)).toEqual({
    title: 'A fox',
    kind: 'article',
    added: '2012-09-30',
    updated: null,
    published: null,
    raw: line,
  });
});

test('lines that state no date of their own are refused', () => {
  for (const line of ['- A fox', '- A fox [again]', '- A fox (updated)', 'The year 2013 was dry (see page 12).', '']) {
    expect(readBracketedEntry(line), line).toBeNull();
  }
});

for (const [text, lang, expected] of [
  ['03/04/2012', null, null],
  ['03/04/2012', 'en', null],
  ['03/04/2012', 'en-US', '2012-03-04'],
  ['03/04/2012', 'fr', '2012-04-03'],
  ['13/04/2012', 'en', '2012-04-13'],
  ['04/13/2012', null, '2012-04-13'],
  ['3.4.2012', 'de', '2012-04-03'],
  ['2012/4/3', null, '2012-04-03'],
  ['2012年4月3日', 'ja', '2012-04-03'],
  ['2012년 4월 3일', 'ko', '2012-04-03'],
  ['3 kwietnia 2012', 'pl', '2012-04-03'],
  ['2012. április 3.', 'hu', '2012-04-03'],
  ['3 Απριλίου 2012', 'el', '2012-04-03'],
  ['3 tháng 4, 2012', 'vi', '2012-04-03'],
  ['April 2012', 'en', '2012-04'],
  ['2012-04-03T10:20:30+02:00', null, '2012-04-03T10:20:30+02:00'],
  ['31 April 2012', 'en', null],
  ['chapter 3 of 2012', 'en', null],
] as const) {
  test(`the date in "${text}" read as ${lang ?? 'any language'}`, () => {
    expect(findDate(text, { lang, reference: null, order: null })?.date ?? null).toBe(expected);
  });
}

test('dates without a year and relative dates count from the page, never from today', () => {
  const read = (text: string, reference: string | null): string | null =>
    findDate(text, { lang: null, reference, order: null })?.date ?? null;
  expect(read('April 3', null)).toBeNull();
  expect(read('April 3', '2012-06-01')).toBe('2012-04-03');
  expect(read('November 3', '2012-06-01')).toBe('2011-11-03');
  expect(read('3 days ago', '2012-03-01')).toBe('2012-02-27');
  expect(read('vor 3 Tagen', '2012-03-01')).toBe('2012-02-27');
  expect(read('3 дня назад', '2012-03-01')).toBe('2012-02-27');
  expect(read('yesterday', '2012-03-01')).toBe('2012-02-29');
  expect(read('5 hours ago', '2012-03-01T03:00:00Z')).toBe('2012-02-29');
  expect(read('5 hours ago', '2012-03-01')).toBeNull();
  expect(read('3 days ago', null)).toBeNull();
});
