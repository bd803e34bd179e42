// What every form of export is made from: an article, its text, its highlights, its pictures, and which of its links lead to others that go
// out with it.
import type { Article, ArticleId } from '#contract/article.ts';
import type { ExportWords } from '#contract/exportWords.ts';
import type { Highlight } from '#contract/highlight.ts';

/** An article that is exported. */
export interface ExportArticle {
  readonly article: Article;
  /** Stored HTML, sanitised, its pictures at `../../../assets/…`. */
  readonly content: string;
  /** In the order of the text. */
  readonly highlights: readonly Highlight[];
  /** Addresses of the text and of the lists that are articles of the same export. */
  readonly links: ReadonlyMap<string, ArticleId>;
}

/** What is wanted beside the text. */
export interface ExportChoice {
  readonly hasHighlights: boolean;
  readonly hasRelated: boolean;
  readonly words: ExportWords;
}

/** The bytes of a stored picture by its name below `assets/`; `undefined` when it is not on the disk any more. */
export type ReadPicture = (file: string) => Promise<Uint8Array | undefined>;

const PICTURE = /^\.\.\/\.\.\/\.\.\/assets\/([0-9a-f]{2}\/[0-9a-f]{64}\.[a-z0-9]{1,5})$/;

/** The name below `assets/` of the picture that stored content names so; `undefined` for anything else. */
export function pictureOf(source: string | undefined): string | undefined {
  return PICTURE.exec(source ?? '')?.[1];
}

/** The article's address on the web; `null` when it has none. */
export function webAddressOf({ canonicalUrl, source }: Pick<Article, 'canonicalUrl' | 'source'>): string | null {
  if (canonicalUrl !== null && /^https?:\/\//i.test(canonicalUrl)) return canonicalUrl;
  return source !== null && /^https?:\/\//i.test(source) ? source : null;
}

/** Kinds of pictures by the endings that assets have. */
const PICTURE_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  avif: 'image/avif',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
};

/** The kind of a picture by its name. */
export function pictureType(file: string): string {
  return PICTURE_TYPES[file.slice(file.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
