// An EPUB book comes in; its chapters go out in reading order, each a document of its own that knows the others, with the pictures of
// the book. Refuses what is no book, locked, or larger than books are.
import type { RelatedEntry, StatedFacts } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { decodeText } from '../decodeText.ts';
import { openArchive, type Archive } from './archive.ts';
import { readBookPackage, type BookPackage } from './epubPackage.ts';
import type { EmbeddedResource, FileDocument, OpenedFile } from './openedFile.ts';
import { partAddress, pathOf } from './partNames.ts';
import { pointAtParts } from './pointAtParts.ts';

const MAX_CHAPTERS = 1000;
/** How many neighbours of a chapter its list names on each side; a book of verses has hundreds. */
const NEIGHBOURS = 60;

interface Chapter {
  /** Its documents in the book, in order; the first names it. */
  readonly paths: readonly string[];
  readonly title: string;
}

/** Opens the book. Throws `unreadable` and `too-large`. */
export function openEpub(bytes: Uint8Array): OpenedFile {
  const archive = openArchive(bytes);
  const book = readBookPackage(archive);
  const read = archive.read(book.spine);
  const texts = new Map([...read].map(([path, data]) => [path, decodeText(data, null, true).text]));
  const chapters = chaptersOf(book, texts);
  if (chapters.length > MAX_CHAPTERS) {
    throw new AppError(
      'too-large',
      `This book has more than ${MAX_CHAPTERS} chapters. Nothing was stored; the file is unchanged.`,
    );
  }
  const documents = chapters.map((chapter, place): FileDocument => {
    const html = htmlOf(chapter, texts, book);
    return {
      kind: 'content',
      text: html,
      address: null,
      facts: factsOf(book, chapters, place),
      part: chapters.length === 1 ? null : (chapter.paths[0] ?? ''),
      original: chapters.length === 1 ? null : originalOf(chapter, read),
    };
  });
  return { documents, resources: picturesOf(archive, book), mediaType: 'application/epub+zip', encoding: null };
}

/** A document that the table of contents does not name goes on with the chapter before it: programs cut long chapters up. */
function chaptersOf(
  { spine: all, titles, title }: BookPackage,
  texts: ReadonlyMap<string, string>,
): readonly Chapter[] {
  const read = all.filter((path) => titles.has(path) || !isBareCover(texts.get(path) ?? ''));
  const spine = read.length === 0 ? all : read;
  const named = spine.filter((path) => titles.has(path));
  if (named.length < 2) {
    return spine.map((path, place) => ({
      paths: [path],
      title:
        titles.get(path) ??
        headingOf(texts.get(path) ?? '') ??
        (spine.length === 1 ? title : null) ??
        `${title ?? 'Part'} (${place + 1})`,
    }));
  }
  const chapters: { paths: string[]; title: string }[] = [];
  for (const path of spine) {
    const own = titles.get(path);
    const last = chapters.at(-1);
    if (own !== undefined || last === undefined) chapters.push({ paths: [path], title: own ?? title ?? 'Title page' });
    else last.paths.push(path);
  }
  return chapters;
}

/** A page that says it is the cover and has a picture and no words: nothing to read. */
function isBareCover(text: string): boolean {
  return (
    /\sepub:type=["'][^"']*\bcover\b/i.test(text.slice(0, 4000)) &&
    bodyOf(text)
      .replace(/<[^<>]*>/g, '')
      .trim() === ''
  );
}

function headingOf(html: string): string | null {
  const heading = /<h[1-3](?:\s[^<>]*)?>([\s\S]{0,600}?)<\/h[1-3]\s*>/i.exec(html)?.[1] ?? '';
  const words = heading
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' || words.includes('&') ? null : words;
}

function htmlOf({ paths }: Chapter, texts: ReadonlyMap<string, string>, { lang, pictures }: BookPackage): string {
  const own = new Set(paths);
  const bodies = paths.map((path) =>
    pointAtParts(bodyOf(texts.get(path) ?? ''), {
      find: (reference) => {
        const part = pathOf(reference, path);
        return part !== undefined && pictures.has(part) ? partAddress(part) : undefined;
      },
      findLink: (reference) => {
        const target = pathOf(reference, path);
        const fragment = /#.+$/.exec(reference)?.[0];
        return target !== undefined && own.has(target) ? fragment : undefined;
      },
    }),
  );
  return `<!doctype html><html lang="${(lang ?? '').replace(/[^\w-]/g, '')}"><body>${bodies.join('\n')}</body></html>`;
}

/** Books are XHTML: what is closed at once there is left open by readers of HTML. */
function bodyOf(text: string): string {
  const start = /<body(?:\s[^<>]*)?>/i.exec(text);
  const inner = start === null ? text : text.slice(start.index + start[0].length).replace(/<\/body\s*>[\s\S]*$/i, '');
  return inner.replace(/<([a-z][\w:-]*)((?:\s[^<>]*)?)\/>/gi, (whole: string, name: string, attributes: string) =>
    VOID.has(name.toLowerCase()) ? whole : `<${name}${attributes}></${name}>`,
  );
}

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

function factsOf(book: BookPackage, chapters: readonly Chapter[], place: number): StatedFacts {
  const { byline, lang, published, title, excerpt } = book;
  const shared = { byline, published, relatedLists: [], ...(lang === null ? {} : { lang }) };
  const own = chapters[place];
  if (own === undefined || chapters.length === 1) {
    return { ...shared, ...(title === null ? {} : { title }), ...(excerpt === null ? {} : { excerpt }) };
  }
  const entries = chapters.flatMap((chapter, position): RelatedEntry[] =>
    position === place || Math.abs(position - place) > NEIGHBOURS ? [] : [entryOf(chapter.title, position)],
  );
  return { ...shared, title: own.title, siteName: title, relatedLists: [{ heading: title, entries }] };
}

function entryOf(title: string, position: number): RelatedEntry {
  const nothing = { added: null, updated: null, published: null, excerpt: null, image: null, url: null };
  return { title, kind: 'article', position, raw: title, ...nothing };
}

function originalOf({ paths }: Chapter, read: ReadonlyMap<string, Uint8Array>): FileDocument['original'] {
  const bytes = Buffer.concat(paths.flatMap((path) => read.get(path) ?? []));
  return { bytes, mediaType: 'application/xhtml+xml', encoding: decodeText(bytes, null, true).encoding };
}

function picturesOf(archive: Archive, { pictures }: BookPackage): ReadonlyMap<string, EmbeddedResource> {
  const found = archive.read(pictures.keys());
  return new Map(
    [...found].map(([path, bytes]) => [partAddress(path), { bytes, mediaType: pictures.get(path) ?? '' }]),
  );
}
