// What is pressed beside the search field is written into it, and what a person typed there stays.
import { expect, test } from 'playwright/test';
import { parseQuery } from '../../../electron/contract/query/parse.ts';
import {
  hasTerm,
  siteTerm,
  tagsIn,
  tagTerm,
  withoutTerms,
  withTagTerms,
  withTerm,
} from '../../../renderer/library/queryTerms.ts';

test('a state is put in the place of another, and everything typed stays', () => {
  const typed = '"night ferry"  -tea is:Unread words:>200';
  expect(hasTerm(typed, 'is:unread')).toBe(true);
  expect(withTerm(typed, 'is:starred', ['is:unread'])).toBe('"night ferry" -tea words:>200 is:starred');
  expect(withoutTerms(typed, ['is:unread'])).toBe('"night ferry" -tea words:>200');
  expect(withoutTerms(typed, ['is:archived'])).toBe(typed);
  expect(withTerm('', 'is:unread')).toBe('is:unread');
  expect(hasTerm('-is:unread', 'is:unread')).toBe(false);
  expect(hasTerm('(is:unread OR tag:x)', 'is:unread')).toBe(false);
});

test('tags are asked for all together or any of them, and read back as they were written', () => {
  for (const mode of ['all', 'any'] as const) {
    const tags = ['two words', 'Sea', 'none', 'عربي'];
    const query = withTagTerms('ferry site:a.example', { tags, mode });
    expect(tagsIn(query)).toEqual({ tags, mode });
    expect(parseQuery(query, new Date()).problems).toEqual([]);
    expect(withTagTerms(query, { tags: [], mode })).toBe('ferry site:a.example');
  }
  expect(withTagTerms('a', { tags: ['x', 'y'], mode: 'any' })).toBe('a (tag:x OR tag:y)');
  expect(tagsIn('tag:x -tag:y ferry TAG:"z z"')).toEqual({ tags: ['x', 'z z'], mode: 'all' });
  expect(tagsIn('(tag:x OR ferry)')).toEqual({ tags: [], mode: 'all' });
  expect(withTagTerms('(tag:x OR ferry)', { tags: ['y'], mode: 'all' })).toBe('(tag:x OR ferry) tag:y');
});

test('a tag or a site with white space is one value', () => {
  expect(tagTerm('deep sea')).toBe('tag:"deep sea"');
  expect(siteTerm('Harbour Notes')).toBe('site:"Harbour Notes"');
  expect(siteTerm('a.example')).toBe('site:a.example');
});
