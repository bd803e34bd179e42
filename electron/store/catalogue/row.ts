// An article in; what the catalogue keeps of it out, as one line of text, and back. Refuses a line that is not as it was written.
import * as v from 'valibot';
import { toCard, type Article, type ArticleCard } from '#contract/article.ts';
import { hash32 } from '#contract/hash.ts';
import { articleId, errorCode } from '../articleSchema.ts';

/** What the catalogue keeps of an article. */
export interface CatalogueRow {
  readonly card: ArticleCard;
  /** Under what the article is found beside its id. */
  readonly keys: ArticleKeys;
  /** Changes whenever what can be searched of the article does; 32 bits. */
  readonly stamp: number;
}

/** Under what an article is found beside its id. */
export interface ArticleKeys {
  /** Where it was found: this article and no other. */
  readonly own: readonly string[];
  /** What it says of itself; an article that was found there counts more. */
  readonly stated: string | null;
}

const textOrNull = v.nullable(v.string());

const row = v.object({
  card: v.object({
    id: articleId,
    title: v.string(),
    byline: textOrNull,
    siteName: textOrNull,
    host: textOrNull,
    excerpt: textOrNull,
    lang: textOrNull,
    dir: v.picklist(['ltr', 'rtl']),
    kind: v.picklist(['article', 'video', 'audio', 'gallery']),
    published: textOrNull,
    updated: textOrNull,
    saved: v.string(),
    words: v.number(),
    minutes: v.number(),
    picture: textOrNull,
    siteIcon: textOrNull,
    imagesFound: v.number(),
    imagesStored: v.number(),
    missingPages: v.nullable(
      v.object({
        first: v.number(),
        last: v.nullable(v.number()),
        url: v.string(),
        code: errorCode,
        reason: v.string(),
      }),
    ),
    relatedCount: v.number(),
    sizeBytes: v.number(),
    reading: v.object({ progress: v.number(), block: v.number(), read: textOrNull, archived: v.boolean() }),
    tags: v.array(v.string()),
    starred: v.boolean(),
    opened: textOrNull,
  }),
  keys: v.object({ own: v.array(v.string()), stated: textOrNull }),
  stamp: v.number(),
});

/** Makes the row of an article. */
export function toRow(article: Article, keysOf: (article: Article) => ArticleKeys): CatalogueRow {
  const { title, byline, siteName, saved, relatedLists } = article;
  const searched = [saved, title, byline, siteName, relatedLists.length];
  return { card: toCard(article), keys: keysOf(article), stamp: hash32(JSON.stringify(searched)) };
}

/** The row as text without a line break. */
export function rowText(value: CatalogueRow): string {
  return JSON.stringify(value);
}

/** The row of a text; `undefined` for a text that `rowText` did not write. */
export function parseRow(text: string): CatalogueRow | undefined {
  try {
    const parsed = v.safeParse(row, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch (failure) {
    if (failure instanceof SyntaxError) return undefined;
    throw failure;
  }
}
