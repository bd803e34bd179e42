// The files of one article's folder: packed before they are written, unpacked after they are read.
// `content.html` is a whole document to a browser: its first line is a head, the article begins on the second.
import { createHash } from 'node:crypto';
import { constants, brotliCompress, brotliDecompress } from 'node:zlib';
import { promisify } from 'node:util';
import { join } from 'node:path';
import type { Article } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { toJsonText } from './jsonAdapter.ts';
import { writeNewFile } from './durableFile.ts';
import type { Disk } from './disk.ts';
import { allDone } from './taskQueue.ts';

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** The document an article was made from. */
export interface OriginalDocument {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** `null` when it is not text. */
  readonly encoding: string | null;
}

/** A later page of an article of several pages. */
export interface FurtherDocument extends OriginalDocument {
  /** Where it was found. */
  readonly address: string;
}

/** What is stored with an article's facts. */
export interface ArticleFiles {
  /** Sanitised HTML whose pictures lead to `../../../assets/…`. */
  readonly content: string;
  /** Plain text, for search and for reading without a browser. */
  readonly text: string;
  readonly original: OriginalDocument;
  /** The pages after the first, in order. */
  readonly furtherPages: readonly FurtherDocument[];
  /** Sanitised HTML of the readers' comments; `null` for none. */
  readonly comments: string | null;
}

/** Files ready to be written. */
export interface PackedFiles {
  /** By name. */
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[];
  /** Of all together. */
  readonly sizeBytes: number;
}

/** Name of the file of an article's page, counted from 1. */
export function originalName(page: number): string {
  return page === 1 ? 'original.br' : `original.${page}.br`;
}

/** Encodes and compresses an article's files (brotli 5: smaller than gzip 6 and as fast). */
export async function packFiles(
  files: ArticleFiles,
  facts: Pick<Article, 'title' | 'lang' | 'dir'>,
): Promise<PackedFiles> {
  const encoder = new TextEncoder();
  const packed: (readonly [string, Uint8Array])[] = [
    ['content.html', packContent(files.content, facts)],
    ['content.txt', encoder.encode(files.text)],
  ];
  if (files.comments !== null) {
    packed.push(['comments.html', packContent(files.comments, facts)]);
  }
  for (const [index, { bytes }] of [files.original, ...files.furtherPages].entries()) {
    packed.push([originalName(index + 1), await packOriginal(bytes)]);
  }
  return { files: packed, sizeBytes: packed.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0) };
}

/** The bytes of a `content.html` or a `comments.html`. */
export function packContent(content: string, facts: Pick<Article, 'title' | 'lang' | 'dir'>): Uint8Array {
  return new TextEncoder().encode(`${headLine(facts)}\n${content}`);
}

function packOriginal(bytes: Uint8Array): Promise<Uint8Array> {
  return compress(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength },
  });
}

/** Writes a whole article into a new folder and waits until all of it is durable but the folder's own name. Throws the system's error. */
export async function writeArticleFolder(
  disk: Disk,
  folder: string,
  article: Article,
  files: PackedFiles,
): Promise<void> {
  await disk.makeFolder(folder);
  await allDone([
    writeNewFile(disk, join(folder, 'article.json'), toJsonText(article)),
    ...files.files.map(([name, bytes]) => writeNewFile(disk, join(folder, name), bytes)),
  ]);
  await disk.syncFolder(folder);
}

/** Copies the files of an article's folder into a new one, but for its facts, of which `article` takes the place. Durable as `writeArticleFolder` is. Throws the system's error. */
export async function copyArticleFolder(disk: Disk, from: string, to: string, article: Article): Promise<void> {
  const names = (await disk.list(from)).filter(({ kind, name }) => kind === 'file' && !name.startsWith('article.json'));
  await disk.makeFolder(to);
  await allDone([
    writeNewFile(disk, join(to, 'article.json'), toJsonText(article)),
    ...names.map(async ({ name }) => writeNewFile(disk, join(to, name), await disk.read(join(from, name)))),
  ]);
  await disk.syncFolder(to);
}

/** What a file of an article's folder beside its facts is called. */
const PART_NAME = /^(?:content\.html|content\.txt|comments\.html|original(?:\.[1-9]\d{0,3})?\.br)$/;

/** Tells whether a folder of an article has a file of this name beside `article.json`. */
export function isPartName(name: string): boolean {
  return PART_NAME.test(name);
}

/** Reads the files of an article's folder but its facts, by name. Throws the system's error. */
export async function readPackedFiles(disk: Disk, folder: string): Promise<PackedFiles> {
  const names = (await disk.list(folder)).flatMap(({ kind, name }) =>
    kind === 'file' && isPartName(name) ? [name] : [],
  );
  const files: (readonly [string, Uint8Array])[] = [];
  for (const name of names.sort()) files.push([name, await disk.read(join(folder, name))]);
  return { files, sizeBytes: files.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0) };
}

/** The sums of an article's files; see `Article.sums`. */
export function sumsOf(files: PackedFiles['files']): NonNullable<Article['sums']> {
  const byName = new Map(files);
  const sumNamed = (name: string): string => sumOf(byName.get(name) ?? new Uint8Array());
  return {
    content: sumNamed('content.html'),
    text: sumNamed('content.txt'),
    comments: byName.has('comments.html') ? sumNamed('comments.html') : null,
  };
}

/** The sum of one of them. The head line tells a browser what `article.json` says, and is written anew where the article goes. */
export function sumOf(bytes: Uint8Array): string {
  const hasHead = HEAD.every((byte, at) => bytes[at] === byte);
  const body = hasHead ? bytes.subarray(bytes.indexOf(LINE_END) + 1) : bytes;
  return createHash('sha256').update(body).digest('hex');
}

const HEAD = new TextEncoder().encode('<!doctype html>');
const LINE_END = 0x0a;

/** Takes the head line off a `content.html` or a `comments.html`. */
export function contentOf(file: string): string {
  return file.startsWith('<!doctype html>') ? file.slice(file.indexOf('\n') + 1) : file;
}

/** Unpacks an `original.br`. Throws `AppError('unreadable')` when it is damaged or holds more than the article says. */
export async function unpackOriginal(packed: Uint8Array, sizeBytes: number): Promise<Uint8Array> {
  try {
    const bytes = await decompress(packed, { maxOutputLength: Math.max(1, sizeBytes) });
    if (bytes.byteLength === sizeBytes) return bytes;
  } catch (failure) {
    throw damagedOriginal(failure);
  }
  throw damagedOriginal(undefined);
}

function damagedOriginal(cause: unknown): AppError {
  return new AppError(
    'unreadable',
    'The stored original of this article is damaged. The article itself can still be read.',
    { cause },
  );
}

function headLine({ title, lang, dir }: Pick<Article, 'title' | 'lang' | 'dir'>): string {
  const language = lang === null ? '' : ` lang="${escapeHtml(lang)}"`;
  return (
    `<!doctype html><html${language} dir="${dir}"><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>`
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\r\n\u2028\u2029]+/g, ' ');
}
