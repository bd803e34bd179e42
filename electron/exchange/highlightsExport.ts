// What the forms of export are made from.
import type { Article } from '#contract/article.ts';
import type { Highlight } from '#contract/highlight.ts';

/** An article and those of its highlights that are exported, in the order of its text. */
export interface ExportedArticle {
  readonly article: Pick<
    Article,
    'id' | 'title' | 'byline' | 'siteName' | 'canonicalUrl' | 'source' | 'published' | 'saved' | 'lang' | 'dir'
  >;
  readonly highlights: readonly Highlight[];
}

/** All that is exported. */
export interface HighlightsExport {
  readonly articles: readonly ExportedArticle[];
  /** When, an ISO instant. */
  readonly exported: string;
}

/** The article's address on the web; `null` when it has none. */
export function addressOf({ canonicalUrl, source }: ExportedArticle['article']): string | null {
  if (canonicalUrl !== null) return canonicalUrl;
  return source !== null && /^https?:\/\//i.test(source) ? source : null;
}
