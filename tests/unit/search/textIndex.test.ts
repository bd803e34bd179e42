// What a person finds, and that the fast index finds exactly what the slow and obvious search finds.
import { expect, test } from 'playwright/test';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { createTextIndex, type IndexedText, type TextIndex } from '../../../electron/search/textIndex.ts';
import { slowSearch, type SlowArticle } from './slowSearch.ts';

const NAMES = 'abcdefghijklmnopqrstuvwxyz234567';

function idOf(number: number): ArticleId {
  const id = `${NAMES.charAt(Math.floor(number / 32) % 32)}${NAMES.charAt(number % 32)}`.padStart(16, 'a');
  if (!isArticleId(id)) throw new Error(`${id} is no id`);
  return id;
}

function indexOf(texts: readonly (string | Partial<IndexedText>)[]): TextIndex {
  const index = createTextIndex();
  texts.forEach((text, number) => index.add(idOf(number), textOf(text)));
  return index;
}

function textOf(text: string | Partial<IndexedText>): IndexedText {
  const empty = { title: '', byline: null, siteName: null, text: '' };
  return typeof text === 'string' ? { ...empty, text } : { ...empty, ...text };
}

/** Numbers of the texts found, best first. */
function found(index: TextIndex, query: string, count = 32): readonly number[] {
  const ids = Array.from({ length: count }, (_, number) => idOf(number));
  return index.find(query, 100).map(({ id }) => ids.indexOf(id));
}

/** A hit in one line; sums in another order may differ in the last digits. */
function line({ id, score }: { readonly id: ArticleId; readonly score: number }): string {
  return `${id} ${score.toFixed(9)}`;
}

function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('all words must be there, in any order and any case, with or without accents', () => {
  const index = indexOf([
    'The Night train to Málaga',
    'the train',
    'MALAGA by night',
    'a straße in Łódź',
    'Ὀδυσσεύς ὁ σοφός',
  ]);
  expect(found(index, 'malaga NIGHT')).toEqual([2, 0]);
  expect(found(index, 'Màlaga night train')).toEqual([0]);
  expect(found(index, 'strasse lodz')).toEqual([3]);
  expect(found(index, 'οδυσσευς σοφος')).toEqual([4]);
  expect(found(index, 'malaga boat')).toEqual([]);
});

test('the last word may still be incomplete, the ones before may not', () => {
  const index = indexOf(['departure lounge', 'departed', 'a lounge']);
  expect(found(index, 'depart')).toEqual([1, 0]);
  expect(found(index, 'lounge dep')).toEqual([0]);
  expect(found(index, 'dep lounge')).toEqual([]);
  expect(found(index, 'lounge d')).toEqual([0]);
});

test('a phrase is found only as it stands, within one field', () => {
  const index = indexOf([
    'the last train leaves',
    'the train is last',
    { title: 'The last', text: 'train leaves' },
    "l'avion don't wait",
    'state of the art',
  ]);
  expect(found(index, '"last train"')).toEqual([0]);
  expect(found(index, '“last train”')).toEqual([0]);
  expect(found(index, '"last tra')).toEqual([0]);
  expect(found(index, '"last tra"')).toEqual([]);
  expect(found(index, "don't ")).toEqual([3]);
  expect(found(index, 'avion')).toEqual([3]);
  expect(found(index, 'state-of-the-art')).toEqual([4]);
});

test('what follows a minus must not be there', () => {
  const index = indexOf(['night train', 'night boat', 'night boat and night train']);
  expect(found(index, 'night -boat')).toEqual([0]);
  expect(found(index, 'night -"boat and"')).toEqual([1, 0]);
  expect(found(index, 'night -tra')).toEqual([2, 1, 0]);
  expect(found(index, '-boat')).toEqual([]);
  expect(found(index, 'well-being')).toEqual([]);
});

test('scripts without spaces are found by any piece of them', () => {
  const index = indexOf([
    '国際宇宙ステーションの写真',
    '東京都の夜行列車',
    '京都',
    'ไปเชียงใหม่ด้วยรถไฟ',
    '我从iPhone15上看',
  ]);
  expect(found(index, '宇宙')).toEqual([0]);
  expect(found(index, 'ステーション')).toEqual([0]);
  expect(found(index, '京都')).toEqual([2, 1]);
  expect(found(index, '都')).toEqual([2, 1]);
  expect(found(index, '都京')).toEqual([]);
  expect(found(index, 'เชียงใหม่')).toEqual([3]);
  expect(found(index, 'รถไฟ')).toEqual([3]);
  expect(found(index, 'iphone15')).toEqual([4]);
  expect(found(index, '上看')).toEqual([4]);
  expect(found(index, '宇宙 夜行')).toEqual([]);
  // What follows the piece makes it neither more nor less of a hit.
  expect(found(indexOf(['夜京都', '京都の']), '京都')).toEqual([1, 0]);
});

test('a title counts more than a name, a name more than the text, a whole word more than a beginning', () => {
  const index = indexOf([
    { text: 'harbour stories and more' },
    { byline: 'Harbour', text: 'stories and more' },
    { title: 'Harbour', text: 'stories and more' },
    { text: 'harbours stories and more' },
  ]);
  expect(found(index, 'harbour')).toEqual([2, 1, 0, 3]);
});

test('the snippet shows the place where most of the query stands, and marks it', () => {
  const filler = 'Nothing of note happened on the way. '.repeat(30);
  const text = `A train was late.\n\n${filler}The   night\ntrain to Málaga was full. ${filler}`;
  const [hit] = indexOf([text]).find('malaga night train', 5);
  const marked = (hit?.marks ?? []).map(([start, end]) => hit?.snippet.slice(start, end));
  expect(marked).toEqual(['night', 'train', 'Málaga']);
  expect(hit?.snippet).toMatch(/^… .*The night train to Málaga was full\. .* …$/);
  expect(hit?.snippet.length).toBeLessThan(240);
});

test('a snippet never cuts a character in two, and without a hit in the text it is the beginning', () => {
  const [hit] = indexOf([{ title: 'Station', text: '🚉'.repeat(400) }]).find('station', 5);
  expect(hit?.snippet).toBe(`${'🚉'.repeat(110)} …`);
  expect(hit?.marks).toEqual([]);
  const [odd] = indexOf([`a${'🚉'.repeat(200)} harbour ${'🚉'.repeat(200)}`]).find('harbour', 5);
  expect(odd?.snippet).not.toMatch(/\p{Surrogate}/u);
  expect((odd?.marks ?? []).map(([start, end]) => odd?.snippet.slice(start, end))).toEqual(['harbour']);
});

test('marks of a piece of an unspaced script cover that piece', () => {
  const [pair] = indexOf(['東京都の夜行列車']).find('夜行列', 5);
  expect((pair?.marks ?? []).map(([start, end]) => pair?.snippet.slice(start, end))).toEqual(['夜行列']);
  const [single] = indexOf(['東京都の夜行列車']).find('都', 5);
  expect((single?.marks ?? []).map(([start, end]) => single?.snippet.slice(start, end))).toEqual(['都']);
});

test('nothing that is typed is an error', () => {
  const index = indexOf(['a quiet night']);
  for (const query of [
    '',
    ' ',
    '"',
    '""',
    '-',
    '- -',
    '"-"',
    '*',
    '\\',
    '(',
    '🚉',
    '\u0301',
    '-"',
    'x'.repeat(5_000),
    '__proto__',
    'constructor',
  ]) {
    expect(index.find(query, 10), query).toEqual([]);
  }
  expect(createTextIndex().find('night', 10)).toEqual([]);
  expect(index.find('night', 0)).toEqual([]);
});

test('an article added again is found by its new words only, a removed one by none', () => {
  const index = indexOf(['night train', 'night boat']);
  index.add(idOf(0), textOf('morning ferry'));
  expect(found(index, 'train')).toEqual([]);
  expect(found(index, 'ferry')).toEqual([0]);
  index.remove(idOf(1));
  index.remove(idOf(1));
  expect(found(index, 'night')).toEqual([]);
  for (let round = 0; round < 500; round += 1) index.add(idOf(round % 3), textOf(`round ${round}`));
  expect(found(index, 'round')).toHaveLength(3);
  expect(found(index, '499')).toEqual([1]);
  expect(found(index, '12')).toEqual([]);
});

test('on random libraries and queries the index finds what the slow search finds, with the same scores in the same order', () => {
  const words = [
    'night',
    'nights',
    'nightly',
    'train',
    'Träin',
    'boat',
    'no',
    'not',
    'n',
    "don't",
    '東京',
    '京都',
    '都',
    'à',
    'état',
    'straße',
    '12',
    '1',
  ];
  const wrong: string[] = [];
  let answered = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const random = numbersFrom(seed);
    const pick = (): string => words[Math.floor(random() ** 2 * words.length)] ?? '';
    const some = (most: number): string =>
      Array.from({ length: Math.floor(random() * most) }, pick).join(random() < 0.2 ? '' : ' ');
    const index = createTextIndex();
    let articles: SlowArticle<ArticleId>[] = [];
    for (let step = 0; step < 60; step += 1) {
      const id = idOf(Math.floor(random() * 25));
      articles = articles.filter((article) => article.id !== id);
      if (random() < 0.25) {
        index.remove(id);
        continue;
      }
      const indexed = { title: some(4), byline: random() < 0.5 ? null : some(2), siteName: some(2), text: some(30) };
      articles.push({ id, indexed });
      index.add(id, indexed);
    }
    for (let count = 0; count < 20; count += 1) {
      const part = (): string =>
        `${random() < 0.2 ? '-' : ''}${random() < 0.3 ? `"${pick()} ${pick()}"` : pick().slice(0, 1 + Math.floor(random() * 6))}`;
      const query = Array.from({ length: 1 + Math.floor(random() * 3) }, part).join(' ');
      const slow = slowSearch(articles, query).map(line).join();
      if (index.find(query, 100).map(line).join() !== slow) wrong.push(`seed ${seed}: ${query}`);
      if (slow !== '') answered += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(answered).toBeGreaterThan(300);
});

test('marks and snippets of random hits lie in order inside the snippet and show the words that were asked for', () => {
  const words = ['night', 'train', 'boat', 'and', 'the', 'harbour', '\n\n', 'x'.repeat(90)];
  const random = numbersFrom(5);
  const wrong: string[] = [];
  let hits = 0;
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from(
      { length: Math.floor(random() * 300) },
      () => words[Math.floor(random() * words.length)],
    ).join(' ');
    for (const { snippet, marks } of indexOf([text]).find('night train', 1)) {
      hits += 1;
      const shown = marks.map(([start, end]) => snippet.slice(start, end));
      const isInOrder = marks.every(([start], index) => start >= (marks[index - 1]?.[1] ?? 0));
      if (shown.length === 0 || !isInOrder || !shown.every((word) => /^(night|train)$/.test(word))) wrong.push(snippet);
      if (/\s\s|\n/.test(snippet)) wrong.push(snippet);
    }
  }
  expect(wrong).toEqual([]);
  expect(hits).toBeGreaterThan(200);
});
