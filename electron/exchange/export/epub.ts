// Articles in; a book in EPUB 3 out, file by file, so that a library of any size takes the room of one article and a line for each of the others.
// What EPUBCheck would refuse is mended on the way (`bookTree.ts`). Pure but for the archive it is written to.
import { createHash } from 'node:crypto';
import type { Article } from '#contract/article.ts';
import { filled, type ExportWords } from '#contract/exportWords.ts';
import { coverDrawing } from './bookCover.ts';
import { toBookDrawing } from './bookDrawing.ts';
import { bookPicture, FALLBACK, needsFallback, packageDocument, type BookFacts } from './bookPackage.ts';
import { chapterOf, chapterPage, contentsPage, coverPage, missingPage, type BookChapter } from './bookPages.ts';
import { BOOK_STYLE } from './bookStyle.ts';
import { toBookTree } from './bookTree.ts';
import { webAddressOf, type ExportArticle, type ExportChoice, type ReadPicture } from './exportArticle.ts';
import { isMissing, type ExportItem } from './exportItem.ts';
import { languageTag } from './xhtml.ts';
import type { ZipWriter } from './zipWriter.ts';

/** How a book is to be. */
export interface BookPlan {
  /** Of the book; one of a single article takes that one's. */
  readonly title: string;
  /** When, an ISO instant. */
  readonly exported: string;
  readonly choice: ExportChoice;
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
`;
/** One transparent dot. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const NAMED_PICTURES = /"\.\.\/\.\.\/\.\.\/assets\/([0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,5})"/g;

/** Writes the book into an empty archive and ends it. Throws what reading and writing throw. */
export async function writeEpub(
  plan: BookPlan,
  items: AsyncIterable<ExportItem>,
  readPicture: ReadPicture,
  zip: ZipWriter,
): Promise<void> {
  await zip.add('mimetype', 'application/epub+zip', true);
  await zip.add('META-INF/container.xml', CONTAINER);
  await zip.add('EPUB/style.css', BOOK_STYLE);
  const { words } = plan.choice;
  const pictures = new Set<string>();
  const gone = new Set<string>();
  const chapters: BookChapter[] = [];
  const languages = new Map<string, number>();
  const directions = { ltr: 0, rtl: 0 };
  let only: Article | undefined;

  /** Before the text, which names only what is there. */
  async function putPictures(content: string): Promise<void> {
    for (const [, file] of content.matchAll(NAMED_PICTURES)) {
      if (file === undefined || pictures.has(file) || gone.has(file)) continue;
      const stored = await readPicture(file);
      const bytes = stored !== undefined && file.endsWith('.svg') ? toBookDrawing(stored) : stored;
      if (bytes === undefined || bytes.byteLength === 0) gone.add(file);
      else {
        await zip.add(`EPUB/${bookPicture(file)}`, bytes);
        pictures.add(file);
      }
    }
  }

  async function putChapter(item: ExportArticle): Promise<void> {
    const { article, links } = item;
    await putPictures(item.content);
    const linkTo = (address: string): string | undefined => {
      const id = links.get(address);
      return id === undefined ? undefined : `${id}.xhtml`;
    };
    const text = toBookTree(item.content, {
      linkTo,
      pictureAt: (file) => (pictures.has(file) ? `../${bookPicture(file)}` : undefined),
    });
    await zip.add(`EPUB/text/${article.id}.xhtml`, chapterPage(item, text.nodes, plan.choice, linkTo));
    chapters.push(chapterOf(article, text));
    const lang = languageTag(article.lang);
    if (lang !== undefined) languages.set(lang, (languages.get(lang) ?? 0) + 1);
    directions[article.dir] += 1;
  }

  for await (const item of items) {
    if (isMissing(item)) {
      await zip.add(`EPUB/text/${item.id}.xhtml`, missingPage(item, words));
      chapters.push({ id: item.id, title: item.title, lang: words.lang, dir: words.dir, hasMath: false, headings: [] });
    } else {
      await putChapter(item);
      only = chapters.length === 1 ? item.article : undefined;
    }
  }
  if (chapters.length !== 1) only = undefined;
  if (needsFallback(pictures)) await zip.add(`EPUB/${FALLBACK}`, Buffer.from(DOT, 'base64'));
  const [lang = words.lang] = [...languages].sort(([, a], [, b]) => b - a)[0] ?? [];
  const facts = factsOf(plan, chapters, only, lang, directions.rtl > directions.ltr ? 'rtl' : 'ltr');
  await zip.add(
    'EPUB/cover.svg',
    coverDrawing({ title: facts.title, lines: coverLines(facts, chapters.length, words), dir: facts.dir }),
  );
  await zip.add('EPUB/cover.xhtml', coverPage(facts.title, facts.lang, facts.dir));
  await zip.add('EPUB/contents.xhtml', contentsPage(facts, chapters, words));
  await zip.add('EPUB/package.opf', packageDocument(facts, chapters, pictures));
  await zip.finish();
}

function factsOf(
  { title, exported }: BookPlan,
  chapters: readonly BookChapter[],
  only: Article | undefined,
  lang: string,
  dir: 'ltr' | 'rtl',
): BookFacts {
  const identifier = urn([exported, ...chapters.map(({ id }) => id)].join('\n'));
  const shared = { identifier, lang, dir, exported };
  if (only === undefined) {
    return { ...shared, title, creators: [], publisher: null, source: null, published: null, subjects: [] };
  }
  return {
    ...shared,
    title: only.title,
    creators: (only.byline ?? '').split(/,\s*/).filter((name) => name.trim() !== ''),
    publisher: only.siteName?.trim() === '' ? null : only.siteName,
    source: webAddressOf(only),
    published: only.published,
    subjects: only.tags,
  };
}

function coverLines(
  { creators, publisher, exported }: BookFacts,
  count: number,
  words: ExportWords,
): readonly string[] {
  const day = exported.slice(0, 10);
  if (count === 1) return [creators.join(', '), publisher ?? '', day].filter((line) => line !== '');
  return [filled(words.articles, 'count', String(count)), day];
}

/** A name made of what is in the book: a UUID of version 8 (RFC 9562). */
function urn(name: string): string {
  const bytes = createHash('sha256').update(`layover book ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
