import { expect, test } from 'playwright/test';
import { countPage, scoreRelated, type RelatedLabel } from '../../tools/quality/relatedScore.ts';

const label: RelatedLabel = {
  set: 'own',
  id: 'own/a',
  lists: [
    {
      heading: 'Related',
      entries: [
        { url: 'https://www.tidewater.example/crane/', title: 'The crane', date: '2018-09-07' },
        { url: 'https://tidewater.example/piano', title: 'The piano' },
      ],
    },
  ],
};
const empty: RelatedLabel = { set: 'own', id: 'own/b', lists: [] };

const entry = (url: string, published: string | null): Parameters<typeof countPage>[1][number]['entries'][number] => ({
  url,
  title: 'any',
  added: null,
  updated: null,
  published,
});

test('addresses decide, without what does not name the page; dates count where the label has one', () => {
  const lists = [
    {
      entries: [
        entry('http://tidewater.example/crane?utm_source=x#top', '2018-09-07T10:00:00Z'),
        entry('https://tidewater.example/ferry', null),
      ],
    },
  ];
  expect(countPage(label, lists)).toEqual({
    right: 1,
    wrong: ['tidewater.example/ferry'],
    missed: ['tidewater.example/piano'],
    datesRight: 1,
    datesTotal: 1,
  });
  expect(scoreRelated([label, empty], new Map([['own/a', lists]]))).toMatchObject({
    precision: 0.5,
    recall: 0.5,
    f1: 0.5,
    datesExact: 1,
    pages: 2,
    entries: 2,
  });
});

test('a list where there is none costs precision, a wrong date its exactness', () => {
  const wrong = [{ entries: [entry('https://tidewater.example/crane', '2018-09-08')] }];
  expect(
    scoreRelated(
      [label, empty],
      new Map([
        ['own/a', wrong],
        ['own/b', wrong],
      ]),
    ),
  ).toMatchObject({ precision: 0.5, recall: 0.5, datesExact: 0 });
});
