// What was said of an article elsewhere joins what is said of it here, loses nothing of either, and changes nothing a second time.
import { expect, test } from 'playwright/test';
import type { ImportedMarks } from '#contract/imports.ts';
import { joinMarks, withNewMarks, withOldMarks } from '../../../electron/library/importing/importMarks.ts';
import { anArticle } from '../../helpers/articles.ts';

const MARKS: ImportedMarks = {
  importId: '00ff00ff00ff00ff',
  title: 'The lamp',
  saved: '2014-05-06T07:08:09.000Z',
  tags: ['Lamps', 'harbour'],
  starred: true,
  archived: true,
  progress: 1,
  note: 'Lent by Anna.',
  highlights: [{ quote: 'burned until the morning', note: '', tags: [], color: null, created: null }],
};

test('a new article has all of it from its begin', () => {
  const article = anArticle({ saved: '2026-11-28T10:00:00.000Z', tags: ['From a rule'] });
  expect(withNewMarks(article, MARKS)).toMatchObject({
    keptSince: '2014-05-06T07:08:09.000Z',
    tags: ['From a rule', 'Lamps', 'harbour'],
    starred: true,
    note: 'Lent by Anna.',
    reading: { archived: true, progress: 1, read: '2014-05-06T07:08:09.000Z' },
  });
});

test('an article that is here gains what it lacks; how far it was read here, and where it stands, stay', () => {
  const reading = { progress: 0.2, block: 4, read: null, archived: false };
  const article = anArticle({ saved: '2026-11-28T10:00:00.000Z', tags: ['lamps'], note: 'Mine.', reading });
  const joined = withOldMarks(article, MARKS);
  expect(joined).toMatchObject({
    keptSince: '2014-05-06T07:08:09.000Z',
    tags: ['lamps', 'harbour'],
    starred: true,
    note: 'Mine.\n\nLent by Anna.',
    reading,
  });
  expect(withOldMarks(joined, MARKS)).toBe(joined);
});

test('a later date than the one here, and nothing to say, change nothing', () => {
  const article = anArticle({ saved: '2026-11-28T10:00:00.000Z', starred: true });
  const nothing = { ...MARKS, saved: '2027-01-01T00:00:00.000Z', tags: [], note: '' };
  expect(withOldMarks(article, nothing)).toBe(article);
});

test('two rows of one address are one wish', () => {
  const more: ImportedMarks = {
    ...MARKS,
    saved: '2013-01-01T00:00:00.000Z',
    tags: ['Folder/Deep'],
    note: 'Again.',
    highlights: [...MARKS.highlights, { quote: 'Other words', note: 'Hm', tags: [], color: 'blue', created: null }],
  };
  const joined = joinMarks(MARKS, more);
  expect(joined).toMatchObject({
    saved: '2013-01-01T00:00:00.000Z',
    tags: ['Lamps', 'harbour', 'Folder/Deep'],
    note: 'Lent by Anna.\n\nAgain.',
  });
  expect(joined.highlights.map(({ quote }) => quote)).toEqual(['burned until the morning', 'Other words']);
  expect(joinMarks(joined, more)).toBe(joined);
  expect(joinMarks(joined, MARKS)).toBe(joined);
});
