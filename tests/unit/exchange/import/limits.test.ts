// Large and hostile files: what they cost, and where reading ends.
import { expect, test } from 'playwright/test';
import { LONGEST_TAG, MOST_TAGS } from '#contract/tags.ts';
import { importTools } from '../../../../electron/importTools.ts';
import { readImport } from '../../../../electron/exchange/import/readImport.ts';
import { NOW, readText } from './reading.ts';

const encoder = new TextEncoder();

test('12,000 entries with texts are handed on one by one, without ever being held together', () => {
  const content = `<p>${'A long text. '.repeat(800)}</p>`;
  const rows = Array.from({ length: 12_000 }, (_, index) =>
    JSON.stringify({
      id: index,
      title: `Entry ${index}`,
      url: `https://example.org/${index}`,
      is_archived: 0,
      content,
    }),
  );
  const bytes = encoder.encode(`[${rows.join(',')}]`);
  rows.length = 0;
  let count = 0;
  let most = 0;
  const before = process.memoryUsage().heapUsed;
  for (const finding of readImport([{ name: 'export', bytes }], importTools(NOW))) {
    if (finding.kind === 'row' && !('skip' in finding.row)) count += finding.row.body === null ? 0 : 1;
    if (count % 500 === 0) most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  expect(count).toBe(12_000);
  // The text of the file itself takes its 125 MB once; twice would be 250.
  expect(most).toBeLessThan(220 * 1024 * 1024);
});

test('rows beyond half a million are not read, and that is told', () => {
  const { items, skipped } = readText('https://example.org/a\n'.repeat(500_010));
  expect(items).toHaveLength(500_001);
  expect(skipped).toEqual([{ row: 500_002, file: 'export', label: 'More than 500000 rows', skip: 'too-large' }]);
});

test('a text longer than a body may be is told as too large', () => {
  const { items, skipped } = readText(
    `[{"url":"https://example.org/huge","is_archived":0,"content":"${'x'.repeat(33 * 1024 * 1024)}"},{"url":"https://example.org/next","is_archived":0}]`,
  );
  expect(skipped.map(({ row, skip }) => [row, skip])).toEqual([[1, 'too-large']]);
  expect(items.map(({ address }) => address)).toEqual(['https://example.org/next']);
});

test('tags are cleaned rather than lost, folders come after them, and there are not more than an article may have', () => {
  const tags = Array.from({ length: 80 }, (_, index) => `t${index}`).join('|');
  const { items } = readText(
    `title,url,time_added,tags,status\nA,https://example.org/a,,"“quoted”, with comma|${'long '.repeat(40)}|Same|same",unread\nB,https://example.org/b,,${tags},unread\n`,
  );
  const [first, second] = items;
  expect(first?.tags).toEqual(['quoted with comma', 'long '.repeat(40).slice(0, LONGEST_TAG).trim(), 'Same']);
  expect(second?.tags).toHaveLength(MOST_TAGS);
});

test('files made to be slow are read in time', () => {
  const slow = [
    `title,url,time_added,tags,status\n${'"a\n'.repeat(200_000)}`,
    `title,url,time_added,tags,status\n${'",",""\n'.repeat(200_000)}`,
    `[${'{"href":"x","toread":'.repeat(100_000)}`,
    `[{"href":"https://example.org","toread":"${'\\\\'.repeat(2_000_000)}`,
    `[${'{"href":"}","toread"},'.repeat(100_000)}`,
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL><DT><H3>x'.repeat(200_000)}`,
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><a ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(' ')}>`,
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'&amp'.repeat(1_000_000)}`,
    `<opml>${'<outline text="x" url="y">'.repeat(100_000)}`,
    `<?xml version="1.0"?><result><entry><url>x</url><is_archived>1</is_archived>${'<a>'.repeat(300_000)}${'</b>'.repeat(300_000)}`,
    `<plist><dict><key>com.apple.ReadingList</key>${'<array>'.repeat(300_000)}`,
    `<${'!-- -->'.repeat(200_000)}`,
    `${'https://example.org/('.repeat(100_000)}`,
    `[${'"'.repeat(1_000_001)}`,
    `{"bookmarks":[{"content":{"url":"x"},"createdAt":1,"lists":[${'"a",'.repeat(300_000)}"a"]}],"lists":[{"id":"a","parentId":"a"}]}`,
  ];
  for (const text of slow) {
    const began = performance.now();
    readText(text);
    expect(performance.now() - began, text.slice(0, 80)).toBeLessThan(5000);
  }
});
