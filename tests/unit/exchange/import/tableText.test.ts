// How tables are read whoever's they are: marks, line ends, separators and encodings.
import { parse } from 'csv-parse/sync';
import { expect, test } from 'playwright/test';
import { csvRows } from '../../../../electron/exchange/import/csvRows.ts';
import { anItem, at, fixture, readFiles, readText } from './reading.ts';

test('a table whose every row opens a mark that never closes loses none but what cannot be told apart', () => {
  const rows = Array.from(
    { length: 300 },
    (_, index) => `"Row ${index},https://example.org/${index},1730000000,,unread`,
  );
  const { items, skipped } = readText(`title,url,time_added,tags,status\n${rows.join('\n')}\n`);
  expect(items).toHaveLength(300);
  expect(skipped).toEqual([]);
  expect(items.at(-1)).toEqual(
    anItem({ row: 301, address: 'https://example.org/299', title: 'Row 299', saved: at(1730000000) }),
  );
});

test('well-formed tables are read as a well-known reader does', () => {
  const names = ['pocket-cursor.csv', 'instapaper.csv', 'readwise.csv', 'raindrop.csv', 'matter.csv', 'mymind.csv'];
  for (const name of names) {
    const text = new TextDecoder().decode(fixture(name));
    const rows = [...csvRows(text, ',')].map(({ cells }) => cells);
    expect(rows, name).toEqual(parse(text, { relax_column_count: true }));
  }
});

test('tables in UTF-16, with old line ends, with tabs, or with a line for Excel are read the same', () => {
  const text = 'title,url,time_added,tags,status\nÄhren,https://example.org/ears,1730000000,korn,archive\n';
  const expected = [
    anItem({
      row: 2,
      address: 'https://example.org/ears',
      title: 'Ähren',
      saved: at(1730000000),
      tags: ['korn'],
      archived: true,
    }),
  ];
  expect(readFiles({ name: 'export', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') }).items).toEqual(expected);
  expect(readText(`\uFEFF${text}`).items).toEqual(expected);
  expect(readText(text.replaceAll('\n', '\r')).items).toEqual(expected);
  expect(readText(text.replaceAll(',', '\t')).items).toEqual(expected);
  expect(readText(`sep=;\r\n${text.replaceAll(',', ';')}`).items).toEqual(expected);
});

test('a list in UTF-16 is read as one in UTF-8', () => {
  const text = '[{"href":"https://example.org/a","description":"Ähre","toread":"yes","time":"2020-01-01T00:00:00Z"}]';
  const { formats, items } = readFiles({ name: 'export', bytes: Buffer.from(`\uFEFF${text}`, 'utf16le') });
  expect(formats).toEqual(['pinboard']);
  expect(items).toEqual(readText(text).items);
  expect(items).toHaveLength(1);
});

test('files of the same name are both read', () => {
  const bytes = fixture('pocket-cursor.csv');
  expect(readFiles({ name: 'export', bytes }, { name: 'export', bytes }).items).toHaveLength(6);
});
