// Requests of the window answered from disk: its own files, article documents, stored pictures. Nothing else exists.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isArticleId, type Article, type ArticleId } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { isTripId, type TripId } from '#contract/trip.ts';
import type { Library } from '../store/library.ts';
import { articleDocument, emptyDocument, type PictureLoading } from './articleDocument.ts';

/** A request of the window. */
export interface PageRequest {
  readonly url: string;
  readonly method: string;
}

/** What it is answered with; the body is empty for a status that needs no words. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Answers requests of the window; never throws. */
export type Pages = (request: PageRequest) => Promise<PageAnswer>;

/** What the pages are made from. */
export interface PageSources {
  /** Folder of the built window, of `fonts` and of the style sheets in `resources`. */
  readonly builtFolder: string;
  /** Throws `AppError` for what is not there or cannot be read. */
  readonly article: (id: ArticleId) => Promise<Article>;
  readonly content: (id: ArticleId) => Promise<string>;
  /** The stored comments; `null` when there are none. */
  readonly comments: (id: ArticleId) => Promise<string | null>;
  /** Absolute path of a stored picture by its name below `assets/`; undefined for any name that is not one. */
  readonly assetFile: (file: string) => Promise<string | undefined>;
  /** Such a picture made so wide, as WebP; `undefined` when it is not wider or that cannot be done, and then it is served whole. */
  readonly fitPicture?: ((file: string, width: number) => Promise<Uint8Array<ArrayBuffer> | undefined>) | undefined;
  /** Absolute path of a picture that a departure check took; undefined for names of any other form. */
  readonly tripPicture: (trip: TripId, name: string) => Promise<string | undefined>;
}

/** What an open library has of it. */
export type PageLibrary = Pick<Library, 'article' | 'content' | 'comments' | 'assetFile'> & {
  readonly trips: Pick<Library['trips'], 'pictureFile'>;
};

/** The sources that a library is, which need not be open before a page is asked for. */
export function pagesOf(
  builtFolder: string,
  opened: () => PageLibrary | Promise<PageLibrary>,
  fitPicture?: PageSources['fitPicture'],
): PageSources {
  return {
    builtFolder,
    fitPicture,
    article: async (id) => (await opened()).article(id),
    content: async (id) => (await opened()).content(id),
    comments: async (id) => (await opened()).comments(id),
    assetFile: async (file) => (await opened()).assetFile(file),
    tripPicture: async (trip, name) => (await opened()).trips.pictureFile(trip, name),
  };
}

const HTML = 'text/html; charset=utf-8';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': HTML,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.ico': 'image/x-icon',
};

const WINDOW_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; frame-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Scripts stay off twice over: `default-src 'none'`, and a sandbox that allows the same origin and nothing else. */
const ARTICLE_POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'self'; sandbox allow-same-origin";

const WIDEST = 8_192;

/** Pictures are only ever drawn: an SVG opened by itself runs nothing and loads nothing. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * Makes the handler of the app's scheme. It looks addresses up in a list of the files there are at this moment and
 * builds no path from them; whatever is not listed is 404, whatever is not GET is 405. It never throws. `/article/ID/` is to be read,
 * `/article/ID/whole/` is loaded once all its pictures are; `/check/` is the page of the departure check.
 */
export function createPages(sources: PageSources): Pages {
  let files: ReadonlyMap<string, string> | undefined;
  return async ({ url, method }) => {
    if (method !== 'GET' && method !== 'HEAD') return answer(405, 'text/plain', ARTICLE_POLICY, '');
    const path = pathOf(url);
    try {
      // With the first request: until then a start has better things to do.
      files ??= listFiles(sources.builtFolder);
      const file = files.get(path);
      if (file !== undefined) return kept(answer(200, typeOf(file), WINDOW_POLICY, await readFile(file)));
      if (path === '/specimen/') return answer(200, HTML, ARTICLE_POLICY, emptyDocument());
      const [, articleId, whole] = /^\/article\/([^/]+)\/(whole\/)?$/.exec(path) ?? [];
      if (articleId !== undefined)
        return await answerArticle(sources, articleId, whole === undefined ? 'whenWanted' : 'withDocument');
      if (path.startsWith('/assets/')) return await answerAsset(sources, path.slice('/assets/'.length), url);
      const [, trip = '', name = ''] = /^\/trip\/([^/]+)\/picture\/([^/]+)$/.exec(path) ?? [];
      if (isTripId(trip)) return await answerPicture(await sources.tripPicture(trip, name));
    } catch (failure) {
      // The file was there a moment ago; reading failed, so to the window it is not there.
      if (!isMissingFile(failure)) return answer(500, 'text/plain', ARTICLE_POLICY, 'This file could not be read.');
    }
    return answer(404, 'text/plain', ARTICLE_POLICY, 'Not in this library.');
  };
}

async function answerArticle(sources: PageSources, id: string, pictures: PictureLoading): Promise<PageAnswer> {
  if (!isArticleId(id)) return answer(404, 'text/plain', ARTICLE_POLICY, 'Not in this library.');
  const article = await sources.article(id);
  const content = await sources.content(article.id);
  const comments = await commentsOf(sources, article);
  return answer(200, HTML, ARTICLE_POLICY, articleDocument(article, content, comments, pictures));
}

/** Comments that are lost do not take the article with them; the document says so. */
async function commentsOf(sources: PageSources, { id }: Article): Promise<string | null> {
  try {
    return await sources.comments(id);
  } catch (failure) {
    if (failure instanceof AppError) return null;
    throw failure;
  }
}

/** `?width=N` asks for it no wider than that, in whole pixels up to 8,192. */
async function answerAsset({ assetFile, fitPicture }: PageSources, name: string, url: string): Promise<PageAnswer> {
  const file = await assetFile(name);
  const width = /\?width=([1-9]\d{0,3})$/.exec(url)?.[1];
  if (file !== undefined && fitPicture !== undefined && width !== undefined && Number(width) <= WIDEST) {
    const fitted = await fitPicture(name, Number(width));
    if (fitted !== undefined) return answer(200, 'image/webp', PICTURE_POLICY, fitted);
  }
  return answerPicture(file);
}

async function answerPicture(file: string | undefined): Promise<PageAnswer> {
  if (file === undefined) return answer(404, 'text/plain', PICTURE_POLICY, '');
  return answer(200, typeOf(file), PICTURE_POLICY, await readFile(file));
}

function answer(status: number, mediaType: string, policy: string, body: string | Uint8Array): PageAnswer {
  return {
    status,
    headers: {
      'content-type': mediaType,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body: bytesOf(body),
  };
}

/** What the build made is the same for as long as the program runs, so that a window reads the letters of its articles once. */
function kept(whole: PageAnswer): PageAnswer {
  return { ...whole, headers: { ...whole.headers, 'cache-control': 'max-age=3600' } };
}

function bytesOf(body: string | Uint8Array): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    // An address that cannot be decoded names nothing we have.
    return '';
  }
}

function typeOf(file: string): string {
  return MEDIA_TYPES[extname(file)] ?? 'application/octet-stream';
}

function isMissingFile(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && (failure.code === 'ENOENT' || failure.code === 'not-found');
}

/** Path as the window asks for it → file on disk, for all that the build made. */
function listFiles(builtFolder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>([
    ['/', join(builtFolder, 'renderer', 'index.html')],
    ['/check/', join(builtFolder, 'renderer', 'check.html')],
    ['/page.css', join(builtFolder, 'resources', 'page.css')],
    ['/print.css', join(builtFolder, 'resources', 'print.css')],
  ]);
  for (const [prefix, folder] of [
    ['/window/', join(builtFolder, 'renderer', 'window')],
    ['/fonts/', join(builtFolder, 'fonts')],
  ] as const) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isFile()) files.set(prefix + entry.name, join(folder, entry.name));
    }
  }
  return files;
}
