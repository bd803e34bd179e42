// Books and web archives written byte by byte by ourselves.
import { strToU8, zipSync, type Zippable } from 'fflate';

/** A file in a ZIP archive: text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A ZIP archive; a book's `mimetype` stands first and unpacked, as EPUB demands. */
export function zip(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [name, data] of Object.entries(files)) {
    const bytes = typeof data === 'string' ? strToU8(data) : data;
    entries[name] = name === 'mimetype' ? [bytes, { level: 0 }] : bytes;
  }
  // The same book is the same bytes, whenever it is made.
  return zipSync(entries, { mtime: '2026-03-01T10:00:00Z' });
}

const CONTAINER = `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

/** A document of a book as books write them: XHTML with what only XML may close at once. */
export function chapterPage(title: string, body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><link rel="stylesheet" href="a.css"/></head>
<body class="x"><a id="top"/><h2>${title}</h2>${body}</body></html>`;
}

const META = `<dc:title>The Tide Book</dc:title><dc:creator>Ines Calder</dc:creator><dc:language>en-GB</dc:language>`;

/** An EPUB 3 book: a cover, two chapters (the second cut in two), a note that is put aside, and a navigation document. */
export function epub3(changes: Files = {}): Uint8Array {
  return zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OEBPS/book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${META}<dc:creator id="c2">Tomas Reyl</dc:creator>
<dc:date>2019-03-02T00:00:00+00:00</dc:date><dc:description>How water was told before clocks.</dc:description></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="text/cover.xhtml" media-type="application/xhtml+xml"/>
<item id="c1" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="c2" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="c2b" href="text/two-b.xhtml" media-type="application/xhtml+xml"/>
<item id="aside" href="text/aside.xhtml" media-type="application/xhtml+xml"/>
<item id="p1" href="images/wall%20one.png" media-type="image/png"/><item id="p2" href="images/cover.jpg" media-type="image/jpeg"/></manifest>
<spine><itemref idref="nav"/><itemref idref="cover"/><itemref idref="c1"/><itemref idref="c2"/><itemref idref="c2b"/><itemref idref="aside" linear="no"/></spine></package>`,
    'OEBPS/nav.xhtml': `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="landmarks"><ol><li><a href="text/cover.xhtml">Cover</a></li></ol></nav>
<nav epub:type="toc"><ol><li><a href="text/one.xhtml">The wall</a><ol><li><a href="text/one.xhtml#late">Late marks</a></li></ol></li>
<li><a href="text/two.xhtml">The&nbsp;rope</a></li></ol></nav></body></html>`,
    'OEBPS/text/cover.xhtml': chapterPage(
      '',
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 50 40"><image width="50" height="40" xlink:href="../images/cover.jpg"/></svg>',
    ),
    'OEBPS/text/one.xhtml': chapterPage(
      'The wall',
      `<p>She wrote along the wall, <em>from the door</em> to the window.</p>
<p><img src="../images/wall%20one.png" alt="The wall"/></p><p>See <a href="two-b.xhtml#end">the end</a>.</p>`,
    ),
    'OEBPS/text/two.xhtml': chapterPage(
      'The rope',
      '<p>The rope had a knot for every hour, <a href="two-b.xhtml#end">as told below</a>.</p>',
    ),
    'OEBPS/text/two-b.xhtml': chapterPage('', '<p id="end">The last knot was never tied.</p>'),
    'OEBPS/text/aside.xhtml': chapterPage('Aside', '<p>What the book puts aside.</p>'),
    'OEBPS/images/wall one.png': new Uint8Array(),
    ...changes,
  });
}

/** An EPUB 2 book: two chapters and an NCX. */
export function epub2(changes: Files = {}): Uint8Array {
  return zip({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OEBPS/book.opf': `<?xml version="1.0" encoding="UTF-8"?><package xmlns="http://www.idpf.org/2007/opf" version="2.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><dc:title>The Tide Book</dc:title>
<dc:creator opf:role="ill">Someone Else</dc:creator><dc:creator opf:role="aut">Ines Calder</dc:creator><dc:language>en</dc:language>
<dc:date opf:event="modification">2022-01-01</dc:date><dc:date opf:event="publication">1998</dc:date></metadata>
<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="a" href="a.html" media-type="application/xhtml+xml"/><item id="b" href="b.html" media-type="application/xhtml+xml"/></manifest>
<spine toc="ncx"><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    'OEBPS/toc.ncx': `<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>
<navPoint id="1"><navLabel><text>Low water</text></navLabel><content src="a.html"/></navPoint>
<navPoint id="2"><navLabel><text>High water</text></navLabel><content src="b.html#start"/></navPoint></navMap></ncx>`,
    'OEBPS/a.html': chapterPage('Low water', '<p>At low water the posts could be counted.</p>'),
    'OEBPS/b.html': chapterPage('High water', '<p>At high water they were believed in.</p>'),
    ...changes,
  });
}

/** A value of a property list for the writers below. */
export type Plist = string | Uint8Array | readonly Plist[] | { readonly [name: string]: Plist };

/** A property list in XML. */
export function xmlPlist(value: Plist): Buffer {
  const write = (each: Plist): string => {
    if (typeof each === 'string') return `<string>${escaped(each)}</string>`;
    if (each instanceof Uint8Array) return `<data>\n${Buffer.from(each).toString('base64')}\n</data>`;
    if (isList(each)) return `<array>${each.map(write).join('')}</array>`;
    return `<dict>${Object.entries(each)
      .map(([name, inner]) => `<key>${escaped(name)}</key>${write(inner)}`)
      .join('')}</dict>`;
  };
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">${write(value)}</plist>`);
}

/** A binary property list (`bplist00`): objects, their offsets, and a trailer. */
export function binaryPlist(value: Plist): Buffer {
  const objects: Buffer[] = [];
  const add = (each: Plist): number => {
    const at = objects.push(Buffer.alloc(0)) - 1;
    if (typeof each === 'string') {
      const wide = Buffer.from(each, 'utf16le').swap16();
      objects[at] = Buffer.concat([marker(0x6, each.length), wide]);
    } else if (each instanceof Uint8Array) {
      objects[at] = Buffer.concat([marker(0x4, each.length), each]);
    } else if (isList(each)) {
      const places = each.map(add);
      objects[at] = Buffer.concat([marker(0xa, places.length), references(places)]);
    } else {
      const names = Object.keys(each).map(add);
      const values = Object.values(each).map(add);
      objects[at] = Buffer.concat([marker(0xd, names.length), references(names), references(values)]);
    }
    return at;
  };
  add(value);
  let offset = 8;
  const offsets = objects.map((object) => {
    const own = Buffer.alloc(4);
    own.writeUInt32BE(offset);
    offset += object.length;
    return own;
  });
  const trailer = Buffer.alloc(32);
  trailer.set([4, 2], 6);
  trailer.writeUInt32BE(objects.length, 12);
  trailer.writeUInt32BE(offset, 28);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, ...offsets, trailer]);
}

function marker(kind: number, length: number): Buffer {
  if (length < 15) return Buffer.from([(kind << 4) | length]);
  const long = Buffer.from([(kind << 4) | 15, 0x12, 0, 0, 0, 0]);
  long.writeUInt32BE(length, 2);
  return long;
}

function references(places: readonly number[]): Buffer {
  const bytes = Buffer.alloc(places.length * 2);
  for (const [index, place] of places.entries()) bytes.writeUInt16BE(place, index * 2);
  return bytes;
}

function isList(value: Plist): value is readonly Plist[] {
  return Array.isArray(value);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
