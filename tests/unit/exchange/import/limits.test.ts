// Large and hostile files: what they cost, and where reading ends.
import { expect, test } from 'playwright/test';
import { LONGEST_TAG, MOST_TAGS } from '#contract/tags.ts';
import { importTools } from '../../../../electron/library/importing/importTools.ts';
import { MOST_ROWS, readImport } from '../../../../electron/exchange/import/readImport.ts';
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
  // The file has 125 MB; nothing of it is kept.
  expect(most).toBeLessThan(60 * 1024 * 1024);
});

test('rows beyond a number are not read, and that is told', () => {
  expect(MOST_ROWS).toBe(500_000);
  const bytes = encoder.encode('https://example.org/a\n'.repeat(12));
  const found = [
    ...readImport(
      [
        { name: 'one', bytes },
        { name: 'two', bytes },
      ],
      importTools(NOW),
      10,
    ),
  ];
  expect(found.filter(({ kind }) => kind === 'row')).toHaveLength(11);
  expect(found.at(-1)).toEqual({
    kind: 'row',
    format: 'addresses',
    row: { row: 11, file: 'one', label: 'More than 10 rows', skip: 'too-large' },
  });
});

test('of a file with an entry of nothing but references what comes before it is read, and the rest is told as too large', () => {
  const references = (count: number): string => '&#65;&amp;'.repeat(count / 2);
  const links = (count: number): string =>
    `<!doctype netscape-bookmark-file-1><dl><dt><a href="https://a.example/1" add_date="1388534400">One</a><dt><a href="https://a.example/2" icon="${references(count)}">Two</a><dt><a href="https://a.example/3">Three</a></dl>`;
  expect(readText(links(300_000))).toMatchObject({ items: [{ row: 1 }, { row: 2 }, { row: 3 }], skipped: [] });
  const { items, skipped } = readText(links(2_000_000));
  expect(items.map(({ row, title }) => [row, title])).toEqual([[1, 'One']]);
  expect(skipped).toEqual([{ row: 2, file: 'export', label: expect.stringContaining('left out'), skip: 'too-large' }]);
  const outline = `<opml version="2.0"><body><outline text="One" url="https://a.example/1"/><outline text="${references(2_000_000)}" url="https://a.example/2"/></body></opml>`;
  expect(readText(outline)).toMatchObject({ items: [{ title: 'One' }], skipped: [{ row: 2, skip: 'too-large' }] });
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
    `title,url,time_added,tags,status\n${'"a\n'.repeat(50_000)}`,
    `title,url,time_added,tags,status\n${'",",""\n'.repeat(50_000)}`,
    `[${'{"href":"x","toread":'.repeat(25_000)}`,
    `[{"href":"https://example.org","toread":"${'\\\\'.repeat(500_000)}`,
    `[${'{"href":"}","toread"},'.repeat(25_000)}`,
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'<DL><DT><H3>x'.repeat(50_000)}`,
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><a ${Array.from({ length: 25_000 }, (_, index) => `a${index}=1`).join(' ')}>`,
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>${'&amp'.repeat(250_000)}`,
    `<opml>${'<outline text="x" url="y">'.repeat(25_000)}`,
    `<?xml version="1.0"?><result><entry><url>x</url><is_archived>1</is_archived>${'<a>'.repeat(75_000)}${'</b>'.repeat(75_000)}`,
    `<plist><dict><key>com.apple.ReadingList</key>${'<array>'.repeat(75_000)}`,
    `<${'!-- -->'.repeat(50_000)}`,
    'https://example.org/('.repeat(25_000),
    `[${'"'.repeat(250_001)}`,
    `{"bookmarks":[{"content":{"url":"x"},"createdAt":1,"lists":[${'"a",'.repeat(75_000)}"a"]}],"lists":[{"id":"a","parentId":"a"}]}`,
  ];
  for (const text of slow) {
    // Time of the processor, for others may be using it as well.
    const began = process.cpuUsage();
    readText(text);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000, text.slice(0, 80)).toBeLessThan(5000);
  }
});
