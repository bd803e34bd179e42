// Cells of our tables: none is a formula to a spreadsheet, and each is read back as it was written.
import { expect, test } from 'playwright/test';
import { harmlessCell, plainCell } from '#contract/tableCell.ts';
import { NO_FILTER } from '#contract/post.ts';
import { exportTimeline } from '../../../electron/exchange/exportTimeline.ts';

test('what a spreadsheet would reckon out begins with an apostrophe, also after blanks and in full-width signs', () => {
  const cells = ['=1', '+1', '-1', '@a', '\t=1', '\rx', ' =1', '\n=1', '\u00a0=1', '＝1', "'=1", "''-1"];
  for (const cell of cells) expect(harmlessCell(cell)).toBe(`'${cell}`);
});

test('what is written is read back, apostrophes of its own and all', () => {
  const texts = ['', 'a', "'a", "'", "''", '=1', "'=1", "''=1", ' =1', "' =1", '\tx', "'\tx", "'tis", '1-1', '𝟙'];
  for (const text of texts) expect(plainCell(harmlessCell(text))).toBe(text);
});

test('a blank before a formula in a post’s title does not let it through', () => {
  const post = {
    post: 0,
    title: ' =HYPERLINK("http://elsewhere.test/")',
    url: null,
    kind: 'article',
    site: '\n=1',
    added: null,
    updated: null,
    published: null,
    saved: '2026-01-01',
    articleId: null,
    state: 'saved',
    updatedAfterDays: 0,
    updatedSinceSavedDays: 0,
    lists: 0,
    feed: null,
  } as const;
  const table = { axis: 'saved', filter: NO_FILTER, exported: '2026-01-01T00:00:00.000Z', posts: [post] } as const;
  const text = [...exportTimeline('csv', table)].join('');
  expect(text).toContain(`"' =HYPERLINK(""http://elsewhere.test/"")"`);
  expect(text).toContain(`"'\n=1"`);
});
