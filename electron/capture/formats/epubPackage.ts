// The package of an EPUB book (OCF 3.3, OPF 2.0 and 3.3) comes in as an archive; its facts, its documents in reading order and the titles
// of its chapters go out. Refuses an archive that is no book, and a book that its seller has locked.
import { isPostDate, type PostDate } from '#contract/dates.ts';
import { AppError } from '#contract/errors.ts';
import { decodeText } from '../decodeText.ts';
import type { Archive } from './archive.ts';
import { pathOf } from './partNames.ts';
import { findAll, parseXml, wholeText, type XmlElement } from './xml.ts';

/** A book's package. Paths are those of the archive. */
export interface BookPackage {
  readonly title: string | null;
  /** Authors, joined by a comma. */
  readonly byline: string | null;
  readonly lang: string | null;
  readonly published: PostDate | null;
  readonly excerpt: string | null;
  /** The documents in reading order, without what the book itself puts aside. */
  readonly spine: readonly string[];
  readonly pictures: ReadonlyMap<string, string>;
  /** Titles of the table of contents by path; of several places in one document the first counts. */
  readonly titles: ReadonlyMap<string, string>;
}

interface Item {
  readonly path: string;
  readonly mediaType: string;
  readonly properties: string;
}

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Obfuscated fonts are no lock; the text is plain. */
const FONT_METHODS = /idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc/;

/** Tells whether the archive is a book. */
export function isBook(archive: Archive): boolean {
  return archive.names.has(CONTAINER);
}

/** Reads the package. Throws `unreadable` when it is broken or locked. */
export function readBookPackage(archive: Archive): BookPackage {
  const packagePath = findAll(readXml(archive, CONTAINER), 'rootfile')
    .map((file) => pathOf(file.attributes.get('full-path') ?? '', ''))
    .find((path) => path !== undefined && archive.names.has(path));
  if (packagePath === undefined) throw broken();
  const root = readXml(archive, packagePath);
  const items = new Map<string, Item>();
  for (const { attributes } of findAll(root, 'item')) {
    const path = pathOf(attributes.get('href') ?? '', packagePath);
    if (path === undefined || !archive.names.has(path)) continue;
    items.set(attributes.get('id') ?? '', {
      path,
      mediaType: (attributes.get('media-type') ?? '').toLowerCase(),
      properties: attributes.get('properties') ?? '',
    });
  }
  const [spine] = findAll(root, 'spine');
  const paths = findAll(root, 'itemref')
    .filter(({ attributes }) => attributes.get('linear') !== 'no')
    .flatMap(({ attributes }) => items.get(attributes.get('idref') ?? '') ?? [])
    .filter(({ mediaType, properties }) => /html|xml/.test(mediaType) && !/\bnav\b/.test(properties))
    .map(({ path }) => path);
  if (paths.length === 0) throw broken();
  refuseLocked(archive, new Set(paths));
  const [metadata] = findAll(root, 'metadata');
  return {
    ...factsOf(metadata),
    spine: [...new Set(paths)],
    pictures: new Map(
      [...items.values()]
        .filter(({ mediaType }) => mediaType.startsWith('image/'))
        .map(({ path, mediaType }) => [path, mediaType]),
    ),
    titles: titlesOf(archive, items, spine?.attributes.get('toc')),
  };
}

function factsOf(
  metadata: XmlElement | undefined,
): Pick<BookPackage, 'title' | 'byline' | 'lang' | 'published' | 'excerpt'> {
  const all = (name: string): readonly string[] =>
    metadata === undefined
      ? []
      : findAll(metadata, name)
          .map(wholeText)
          .filter((text) => text !== '');
  const creators = metadata === undefined ? [] : findAll(metadata, 'creator');
  const authors = creators.filter(({ attributes }) => /^(?:aut)?$/.test(attributes.get('role') ?? '')).map(wholeText);
  const dates = metadata === undefined ? [] : findAll(metadata, 'date');
  const date =
    dates.find(({ attributes }) => attributes.get('event') === 'publication') ??
    dates.find(({ attributes }) => attributes.get('event') === undefined);
  return {
    title: all('title')[0] ?? null,
    byline: authors.length === 0 ? null : [...new Set(authors)].join(', '),
    lang: all('language')[0] ?? null,
    published: toDate(date === undefined ? '' : wholeText(date)),
    excerpt:
      all('description')[0]
        ?.replace(/<[^>]{0,200}>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 400) ?? null,
  };
}

/** A day at midnight UTC is how programs write a day; the year 101 is how one of them writes that it does not know. */
function toDate(text: string): PostDate | null {
  const written = text.replace(/T00:00:00(?:\.0+)?(?:Z|\+00:00)$/, '');
  return isPostDate(written) && written >= '1000' ? written : null;
}

/** From the navigation document of EPUB 3, else from the NCX of EPUB 2; a broken one leaves the chapters to their headings. */
function titlesOf(
  archive: Archive,
  items: ReadonlyMap<string, Item>,
  ncxId: string | undefined,
): ReadonlyMap<string, string> {
  const nav = [...items.values()].find(({ properties }) => /\bnav\b/.test(properties));
  const ncx = items.get(ncxId ?? '') ?? [...items.values()].find(({ mediaType }) => mediaType.includes('ncx'));
  for (const read of [
    nav && ((): Title[] => navTitles(archive, nav.path)),
    ncx && ((): Title[] => ncxTitles(archive, ncx.path)),
  ]) {
    if (read === undefined) continue;
    try {
      const titles = new Map<string, string>();
      for (const { path, title } of read()) if (title !== '' && !titles.has(path)) titles.set(path, title);
      if (titles.size > 0) return titles;
    } catch (failure) {
      if (!(failure instanceof AppError)) throw failure;
    }
  }
  return new Map();
}

interface Title {
  readonly path: string;
  readonly title: string;
}

function navTitles(archive: Archive, path: string): Title[] {
  const navs = findAll(readXml(archive, path), 'nav');
  const contents = navs.find(({ attributes }) => /\btoc\b/.test(attributes.get('type') ?? '')) ?? navs[0];
  return (contents === undefined ? [] : findAll(contents, 'a')).flatMap((link) =>
    toTitle(link.attributes.get('href'), wholeText(link), path),
  );
}

function ncxTitles(archive: Archive, path: string): Title[] {
  return findAll(readXml(archive, path), 'navPoint').flatMap(({ children }) => {
    const label = children.find(({ name }) => name === 'navLabel');
    const content = children.find(({ name }) => name === 'content');
    return toTitle(content?.attributes.get('src'), label === undefined ? '' : wholeText(label), path);
  });
}

function toTitle(reference: string | undefined, title: string, from: string): Title[] {
  const path = reference === undefined ? undefined : pathOf(reference, from);
  return path === undefined ? [] : [{ path, title }];
}

function refuseLocked(archive: Archive, documents: ReadonlySet<string>): void {
  if (!archive.names.has(ENCRYPTION)) return;
  const isLocked = findAll(readXml(archive, ENCRYPTION), 'EncryptedData').some((data) => {
    const method = findAll(data, 'EncryptionMethod')[0]?.attributes.get('Algorithm') ?? '';
    const paths = findAll(data, 'CipherReference').map(({ attributes }) => pathOf(attributes.get('URI') ?? '', ''));
    return !FONT_METHODS.test(method) && paths.some((path) => path !== undefined && documents.has(path));
  });
  if (!isLocked) return;
  throw new AppError(
    'unreadable',
    'This book is locked by its seller, so only the seller’s own program can open it. Nothing was stored; the file is unchanged.',
  );
}

function readXml(archive: Archive, path: string): XmlElement {
  const bytes = archive.read([path]).get(path);
  if (bytes === undefined) throw broken();
  // Names that only the DTD of XHTML knows; the only one that navigation documents use in practice.
  const text = decodeText(bytes, null, false).text.replaceAll('&nbsp;', '\u00A0');
  return parseXml(text, 'The table of contents of this book');
}

function broken(): AppError {
  return new AppError(
    'unreadable',
    'This book has no table of its own parts, so it cannot be put in order. Nothing was stored; the file is unchanged. Get the file once more and add it again.',
  );
}
