// Archives, folders and binary files: what lies in them is recognised by itself, and what belongs together is put together.
import { expect, test } from 'playwright/test';
import { importTools } from '../../../../electron/library/importing/importTools.ts';
import { readImport } from '../../../../electron/exchange/import/readImport.ts';
import { omnivoreArchive, safariList, zipOf } from './binaries.ts';
import { aMark, anItem, at, fixture, NOW, readFiles } from './reading.ts';

const omnivore = () => omnivoreArchive(fixture('omnivore-metadata.json'), fixture('omnivore-highlights.md'));
const LAMP = anItem({
  row: 1,
  address: 'https://example.org/lamps',
  title: 'Of lamps',
  byline: 'D. Wick',
  excerpt: 'Light in small rooms',
  published: '2023-01-01T00:00:00.000Z',
  saved: '2023-05-06T07:08:09.000Z',
  tags: ['light', 'to keep'],
  archived: true,
  progress: 0.625,
  note: 'Read it twice.',
  highlights: [
    aMark('A lamp is a small sun.\nIt sets when you like.', 'Use this in the talk.\n\nOn the first slide.', [
      'metaphor',
      'to quote',
    ]),
    aMark('Oil was dear.'),
  ],
  body: { kind: 'html', html: '<div><p>A lamp is a small sun.</p></div>' },
});

test("Omnivore's archive keeps texts, letters without an address, PDFs, highlights, labels, progress and states", () => {
  const { formats, items, skipped, unknown } = readFiles({ name: 'export', bytes: omnivore() });
  const file = 'export/metadata_0_to_20.json';
  expect(formats).toEqual(['omnivore']);
  expect(unknown).toEqual([]);
  expect(items).toEqual([
    { ...LAMP, file },
    {
      ...anItem({
        row: 2,
        title: 'A letter of the week',
        saved: '2023-05-08T07:08:09.000Z',
        progress: 0,
        body: { kind: 'html', html: '<p>Dear reader.</p>' },
      }),
      file,
    },
    {
      ...anItem({
        row: 3,
        address: 'https://example.org/paper.pdf',
        title: 'A paper',
        saved: '2023-05-09T07:08:09.000Z',
        progress: 1,
        body: { kind: 'file', name: 'paper-3.pdf', bytes: new TextEncoder().encode('%PDF-1.4 paper') },
      }),
      file,
    },
  ]);
  expect(skipped).toEqual([{ row: 4, file, label: 'A letter that was lost', skip: 'no-address' }]);
});

test("Omnivore's archive that the system has unpacked into a folder is read the same", () => {
  const encoder = new TextEncoder();
  const { formats, items } = readFiles(
    { name: 'omnivore/content/of-lamps-1.html', bytes: encoder.encode('<div><p>A lamp is a small sun.</p></div>') },
    { name: 'omnivore/highlights/of-lamps-1.md', bytes: fixture('omnivore-highlights.md') },
    { name: 'omnivore/metadata_0_to_20.json', bytes: fixture('omnivore-metadata.json') },
    { name: 'omnivore/.DS_Store', bytes: encoder.encode('x') },
  );
  expect(formats).toEqual(['omnivore']);
  expect(items[0]).toEqual({ ...LAMP, file: 'omnivore/metadata_0_to_20.json' });
});

test('texts of an archive are unpacked one at a time, when their item is asked for', () => {
  const tools = importTools(NOW);
  const unpacked: string[] = [];
  const reading = readImport([{ name: 'export', bytes: omnivore() }], {
    ...tools,
    openArchive: (bytes) => {
      const archive = tools.openArchive(bytes);
      return {
        names: archive.names,
        read: (name) => {
          unpacked.push(name);
          return archive.read(name);
        },
      };
    },
  });
  expect(reading.next().value).toEqual({
    kind: 'file',
    file: 'export/metadata_0_to_20.json',
    format: 'omnivore',
  });
  expect(unpacked).toEqual(['metadata_0_to_20.json']);
  reading.next();
  expect(unpacked).toEqual(['metadata_0_to_20.json', 'highlights/of-lamps-1.md', 'content/of-lamps-1.html']);
});

test("Pocket's parts in one archive are read with the header that each has; what nobody knows is told", () => {
  const { formats, items, unknown } = readFiles({
    name: 'pocket.zip',
    bytes: zipOf([
      ['part_000000.csv', fixture('pocket-cursor.csv')],
      ['part_000001.csv', 'title,url,time_added,tags,status\nLast,https://example.org/last,1726000300,,archive\n'],
      ['annotations/notes.bin', new Uint8Array([1, 2, 0, 3, 4, 5])],
      ['__MACOSX/._part_000000.csv', 'x'],
    ]),
  });
  expect(formats).toEqual(['pocket', 'pocket']);
  expect(items.map(({ file, row }) => [file, row])).toEqual([
    ['pocket.zip/part_000000.csv', 2],
    ['pocket.zip/part_000000.csv', 3],
    ['pocket.zip/part_000000.csv', 4],
    ['pocket.zip/part_000001.csv', 2],
  ]);
  expect(items[3]).toEqual(
    anItem({
      file: 'pocket.zip/part_000001.csv',
      row: 2,
      address: 'https://example.org/last',
      title: 'Last',
      saved: at(1726000300),
      archived: true,
    }),
  );
  expect(unknown).toEqual([{ file: 'pocket.zip/annotations/notes.bin', reason: null }]);
});

test('a folder of saved pages gives each page, book and document whole, and not the files beside a page', () => {
  const encoder = new TextEncoder();
  const mhtml =
    'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b--\r\n';
  const files = [
    { name: 'pages/page.html', bytes: fixture('page.html') },
    { name: 'pages/page_files/frame.html', bytes: encoder.encode('<html><body>frame</body></html>') },
    { name: 'pages/page_files/style.css', bytes: encoder.encode('p {}') },
    { name: 'pages/mail.mht', bytes: encoder.encode(mhtml) },
    { name: 'pages/paper', bytes: encoder.encode('%PDF-1.7\n') },
    { name: 'pages/book.zip', bytes: zipStored('mimetype', 'application/epub+zip') },
    { name: 'pages/page.webarchive', bytes: encoder.encode('bplist00 WebMainResource') },
    { name: 'pages/photo.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, 0, 0, 1]) },
  ];
  const { formats, items, unknown } = readFiles(...files);
  expect(new Set(formats)).toEqual(new Set(['saved-pages']));
  expect(items.map(({ body }) => (body?.kind === 'file' ? body.name : null))).toEqual([
    'page.html',
    'mail.mht',
    'paper',
    'book.zip',
    'page.webarchive',
  ]);
  expect(items[0]?.body).toEqual({ kind: 'file', name: 'page.html', bytes: fixture('page.html') });
  expect(unknown).toEqual([{ file: 'pages/photo.jpg', reason: null }]);
});

test("Safari's binary reading list keeps titles, beginnings and dates", () => {
  const { formats, items } = readFiles({ name: 'export', bytes: safariList() });
  expect(formats).toEqual(['safari']);
  expect(items).toEqual([
    anItem({
      row: 1,
      address: 'https://example.org/phone',
      title: 'Vom Telefon: schöne Grüße, und mehr davon',
      excerpt: 'How it begins',
      saved: '2022-03-04T05:06:07.000Z',
    }),
    anItem({ row: 2, address: 'https://example.org/undated' }),
  ]);
});

test('a damaged archive is told in words and stops no other file', () => {
  const whole = omnivore();
  const { items, unknown } = readFiles(
    { name: 'damaged.zip', bytes: whole.subarray(0, whole.length - 30) },
    { name: 'pocket.csv', bytes: fixture('pocket-cursor.csv') },
  );
  expect(unknown.map(({ file }) => file)).toEqual(['damaged.zip']);
  expect(unknown[0]?.reason).toContain('cut off or broken');
  expect(items).toHaveLength(3);
});

test("a library and a backup of Layover's own are recognised and left to those who wrote them", () => {
  const library = readFiles({ name: 'export', bytes: fixture('layover.json') });
  expect(library).toEqual({ formats: ['layover'], items: [], skipped: [], feeds: [], unknown: [] });
  const entries = [
    ['articles/ab/x/article.json', '{}'] as const,
    ['layover-backup.json', '{"format":"layover-backup"}'] as const,
  ];
  expect(readFiles({ name: 'export', bytes: zipOf(entries) })).toEqual(library);
});

test('archives in archives are looked into once and no deeper', () => {
  const list = 'https://example.org/inside\n';
  const once = zipOf([['inner.zip', zipOf([['list.txt', list]])]]);
  expect(readFiles({ name: 'a.zip', bytes: once }).items.map(({ file }) => file)).toEqual(['a.zip/inner.zip/list.txt']);
  const twice = readFiles({ name: 'a.zip', bytes: zipOf([['b.zip', once]]) });
  expect(twice.items).toEqual([]);
  expect(twice.unknown.map(({ file }) => file)).toEqual(['a.zip/b.zip/inner.zip']);
});

test('an entry that claims more than can come of it is told in words, and none of it is unpacked', () => {
  const bytes = Buffer.from(
    zipOf([
      ['list.txt', 'https://example.org/inside\n'],
      ['bomb.txt', 'https://example.org/bomb\n'],
    ]),
  );
  // The size that the table gives for the second entry.
  bytes.writeUInt32LE(300 * 1024 * 1024, bytes.lastIndexOf('PK\u0001\u0002') + 24);
  const { items, unknown } = readFiles({ name: 'a.zip', bytes });
  expect(items.map(({ address }) => address)).toEqual(['https://example.org/inside']);
  expect(unknown.map(({ file }) => file)).toEqual(['a.zip/bomb.txt']);
  expect(unknown[0]?.reason).toContain('cut off or broken');
});

/** The beginning of a book: its first entry is stored, not packed. */
function zipStored(name: string, content: string): Uint8Array {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name + content)]);
}

test("Pocket's highlights come after its tables, whatever the order of the archive", () => {
  const { formats, items, skipped } = readFiles({
    name: 'export',
    bytes: zipOf([
      ['annotations/part_000000.json', fixture('pocket-annotations.json')],
      ['part_000000.csv', fixture('pocket.csv')],
    ]),
  });
  expect(formats).toEqual(['pocket', 'pocket']);
  const file = 'export/annotations/part_000000.json';
  const marked = items.findIndex((item) => item.file === file);
  expect(items.slice(0, marked).every((item) => item.file === 'export/part_000000.csv')).toBe(true);
  expect(items.slice(marked)).toEqual([
    anItem({
      row: 1,
      file,
      address: 'https://example.org/moss',
      title: 'On moss',
      highlights: [
        { ...aMark('It grows where nobody walks.'), created: at(1650000000) },
        { ...aMark('Stone first, then green.'), created: at(1650000100) },
      ],
    }),
    anItem({
      row: 2,
      file,
      address: 'https://example.org/gone',
      highlights: [{ ...aMark('Only this is left.'), created: at(1650000200) }],
    }),
  ]);
  expect(skipped.filter((skip) => skip.file === file)).toMatchObject([{ row: 3, skip: 'bad-address' }]);
});

test("Firefox's own backup is unpacked; one that is cut off or claims too much is said to be damaged", () => {
  // Its block was packed by the lz4 program.
  const packed = fixture('firefox.jsonlz4');
  const read = readFiles({ name: 'export', bytes: packed });
  expect(read).toEqual(readFiles({ name: 'export', bytes: fixture('firefox.json') }));
  expect(read.formats).toEqual(['firefox']);
  const large = Buffer.from(packed);
  large.writeUInt32LE(0xffffffff, 8);
  for (const damaged of [packed.subarray(0, packed.length - 40), packed.subarray(0, 12), large]) {
    const { formats, unknown } = readFiles({ name: 'export', bytes: damaged });
    expect(formats).toEqual([]);
    expect(unknown).toEqual([{ file: 'export', reason: expect.stringContaining('damaged or cut off') }]);
  }
});
