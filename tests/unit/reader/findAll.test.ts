// What is found in an article's text, in the scripts people read.
import { expect, test } from 'playwright/test';
import { findAll, type FindOptions } from '../../../renderer/reader/find/findAll.ts';
import { foldText } from '../../../renderer/reader/find/foldText.ts';

function found(text: string, query: string, options: Partial<FindOptions> = {}): readonly string[] {
  const all = { isCaseKept: false, isWholeWord: false, ...options };
  return findAll(foldText(text, all.isCaseKept), query, all).map(([start, end]) => text.slice(start, end));
}

test('case does not count unless it is asked for', () => {
  expect(found('Harbour, harbour, HARBOUR', 'harbour')).toEqual(['Harbour', 'harbour', 'HARBOUR']);
  expect(found('Harbour, harbour, HARBOUR', 'Harbour', { isCaseKept: true })).toEqual(['Harbour']);
  expect(found('ΟΔΟΣ και οδός', 'οδος')).toEqual(['ΟΔΟΣ', 'οδός']);
});

test('marks on letters do not count, whichever way they are written', () => {
  expect(found('café, cafe\u0301, CAFÉ', 'cafe')).toEqual(['café', 'cafe\u0301', 'CAFÉ']);
  expect(found('cafe', 'café')).toEqual(['cafe']);
  expect(found('Tromsø, Łódź, smørrebrød', 'o')).toEqual(['o', 'ø', 'ó', 'ø', 'ø']);
  expect(found('e\u0301a', 'e')).toEqual(['e\u0301']);
});

test('all four i of Turkish are one letter', () => {
  expect(found('İstanbul, ISTANBUL, ıstanbul, istanbul', 'istanbul')).toHaveLength(4);
  expect(found('İstanbul, ısı', 'I')).toEqual(['İ', 'ı', 'ı']);
});

test('ß is ss, ligatures are their letters, and what is marked is whole signs', () => {
  expect(found('Straße, STRASSE, Strasse', 'strasse')).toEqual(['Straße', 'STRASSE', 'Strasse']);
  expect(found('Strasse', 'straße')).toEqual(['Strasse']);
  expect(found('the oﬃce', 'office')).toEqual(['oﬃce']);
  expect(found('the oﬃce', 'off')).toEqual(['oﬃ']);
  expect(found('Æsop, œuvre', 'oeuvre')).toEqual(['œuvre']);
});

test('soft hyphens and other signs that nobody sees are passed over', () => {
  expect(found('The har\u00ADbour mas\u200Bter', 'harbour master')).toEqual(['har\u00ADbour mas\u200Bter']);
});

test('any white space is one space, and quotes and dashes are as they are typed', () => {
  expect(found('an old\n   harbour\u00A0wall', 'old harbour wall')).toEqual(['old\n   harbour\u00A0wall']);
  expect(found('It’s “here” – now', '\'s "here" - n')).toEqual(['’s “here” – n']);
  expect(found('a   b', '   ')).toEqual([]);
  expect(found('anything', '')).toEqual([]);
});

test('Chinese, Japanese and Korean are found sign by sign, not by halves of them', () => {
  expect(found('我们在图书馆等你，图书馆很大。', '图书馆')).toEqual(['图书馆', '图书馆']);
  expect(found('がか', 'か')).toEqual(['か']);
  expect(found('각가', '가')).toEqual(['가']);
  expect(found('Ｌａｙｏｖｅｒ', 'layover')).toEqual(['Ｌａｙｏｖｅｒ']);
});

test('Arabic and Hebrew are found without their points; Hindi keeps its vowel signs', () => {
  expect(found('كَتَبَ الكِتَابَ', 'كتب')).toEqual(['كَتَبَ']);
  expect(found('الكـــتاب', 'الكتاب')).toEqual(['الكـــتاب']);
  expect(found('שָׁלוֹם עולם', 'שלום')).toEqual(['שָׁלוֹם']);
  expect(found('की कि', 'कि')).toEqual(['कि']);
});

test('whole words stand by themselves, in scripts that part words with spaces', () => {
  expect(found('art, cart, art-house, arts, ART', 'art', { isWholeWord: true })).toEqual(['art', 'art', 'ART']);
  expect(found('naïve naïvely', 'naive', { isWholeWord: true })).toEqual(['naïve']);
  expect(found('图书馆很大', '图书', { isWholeWord: true })).toEqual(['图书']);
  expect(found('C++ and C', 'c++', { isWholeWord: true })).toEqual(['C++']);
});

test('places are apart, and signs of two units are kept whole', () => {
  expect(found('aaaaa', 'aa')).toEqual(['aa', 'aa']);
  expect(found('🚢 ship 🚢🚢', '🚢')).toEqual(['🚢', '🚢', '🚢']);
});
