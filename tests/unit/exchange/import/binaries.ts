// Binary files made for tests: archives whose entries may have the same name twice, and Apple's binary property lists.
import { deflateRawSync } from 'node:zlib';

/** An archive of entries in their order; those of the same name stand in it twice. */
export function zipOf(entries: readonly (readonly [string, Uint8Array | string])[]): Uint8Array {
  const pieces: Buffer[] = [];
  const table: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const label = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(0x800, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(data.length, 22);
    head.writeUInt16LE(label.length, 26);
    const row = Buffer.alloc(46);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt16LE(0x800, 8);
    row.writeUInt16LE(8, 10);
    row.writeUInt32LE(packed.length, 20);
    row.writeUInt32LE(data.length, 24);
    row.writeUInt16LE(label.length, 28);
    row.writeUInt32LE(at, 42);
    pieces.push(head, label, packed);
    table.push(row, label);
    at += head.length + label.length + packed.length;
  }
  const contents = Buffer.concat(table);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, contents, end]);
}

/** What a property list may hold here. */
export type Plist = string | Date | readonly Plist[] | { readonly [name: string]: Plist };

/** A binary property list, with places of four bytes and references of two. */
function binaryPlist(root: Plist): Uint8Array {
  const objects: Buffer[] = [];
  const add = (value: Plist): number => {
    const index = objects.length;
    objects.push(Buffer.alloc(0));
    objects[index] = encoded(value);
    return index;
  };
  const encoded = (value: Plist): Buffer => {
    if (typeof value === 'string') {
      const isAscii = /^[ -~]*$/.test(value);
      const data = isAscii ? Buffer.from(value, 'latin1') : Buffer.from(value, 'utf16le').swap16();
      return Buffer.concat([marked(isAscii ? 5 : 6, value.length), data]);
    }
    if (value instanceof Date) {
      const date = Buffer.alloc(9);
      date.writeUInt8(0x33, 0);
      date.writeDoubleBE(value.getTime() / 1000 - 978_307_200, 1);
      return date;
    }
    if (isList(value)) return Buffer.concat([marked(10, value.length), ...value.map(add).map(reference)]);
    const keys = Object.keys(value).map(add).map(reference);
    const values = Object.values(value).map(add).map(reference);
    return Buffer.concat([marked(13, keys.length), ...keys, ...values]);
  };
  add(root);
  const offsets: Buffer[] = [];
  let at = 8;
  for (const object of objects) {
    const offset = Buffer.alloc(4);
    offset.writeUInt32BE(at, 0);
    offsets.push(offset);
    at += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer.writeUInt8(4, 6);
  trailer.writeUInt8(2, 7);
  trailer.writeUInt32BE(objects.length, 12);
  trailer.writeUInt32BE(at, 28);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, ...offsets, trailer]);
}

function isList(value: readonly Plist[] | { readonly [name: string]: Plist }): value is readonly Plist[] {
  return Array.isArray(value);
}

function marked(kind: number, count: number): Buffer {
  if (count < 15) return Buffer.from([(kind << 4) | count]);
  return Buffer.from([(kind << 4) | 15, 0x11, count >> 8, count & 255]);
}

function reference(index: number): Buffer {
  return Buffer.from([index >> 8, index & 255]);
}

/** A reading list of Safari. */
export function safariList(): Uint8Array {
  return binaryPlist({
    Children: [
      { Title: 'BookmarksBar', Children: [{ URLString: 'https://example.org/bookmark' }] },
      {
        Title: 'com.apple.ReadingList',
        Children: [
          {
            URLString: 'https://example.org/phone',
            URIDictionary: { title: 'Vom Telefon: schöne Grüße, und mehr davon' },
            ReadingList: { DateAdded: new Date('2022-03-04T05:06:07Z'), PreviewText: 'How it begins' },
          },
          { URLString: 'https://example.org/undated' },
        ],
      },
    ],
    WebBookmarkUUID: 'x',
  });
}

/** An export of Omnivore in one archive, with the traps of the true ones. */
export function omnivoreArchive(metadata: Uint8Array, highlights: Uint8Array): Uint8Array {
  return zipOf([
    ['content/of-lamps-1.html', '<DIV id="readability-page-1"><p>Torn half of a te'],
    ['content/of-lamps-1.html', '<div><p>A lamp is a small sun.</p></div>'],
    ['metadata_0_to_20.json', metadata],
    ['content/letter-2.html', '<p>Dear reader.</p>'],
    ['content/paper-3.pdf', '%PDF-1.4 paper'],
    ['highlights/of-lamps-1.md', highlights],
  ]);
}
