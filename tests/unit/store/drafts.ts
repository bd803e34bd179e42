// What goes into the store's small test libraries: a clock that only tests move, seeded chance, and articles that differ where a test says so.
import type { Article } from '#contract/article.ts';
import type { ArticleFiles } from '../../../electron/store/articleFiles.ts';
import type { ArticleDraft } from '../../../electron/store/articleStore.ts';
import type { Library } from '../../../electron/store/library.ts';

/** A clock that goes on by one second each time it is read. */
export function tickingClock(start = '2026-03-01T10:00:00.000Z'): () => Date {
  let next = Date.parse(start);
  return () => {
    next += 1_000;
    return new Date(next);
  };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a save hands over for an article. */
export function aDraft(change: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    title: 'Night boat to Bodø',
    byline: 'Ingrid Dale',
    siteName: 'Harbour Notes',
    lang: 'en',
    dir: 'ltr',
    excerpt: null,
    published: '2026-02-11',
    updated: null,
    canonicalUrl: 'https://harbour.example/night-boat',
    leadImage: null,
    siteIcon: null,
    kind: 'article',
    source: 'https://harbour.example/night-boat?from=feed',
    part: null,
    images: [],
    rendered: false,
    comments: 0,
    foundIn: null,
    relatedLists: [],
    report: { words: 460, imagesFound: 0, imagesStored: 0, embeds: 0, missing: [], missingPages: null },
    ...change,
  };
}

/** The files of an article whose text is `text`. */
export function someFiles(text = 'The boat leaves at nine.'): ArticleFiles {
  return {
    content: `<p>${text}</p>`,
    text,
    original: { bytes: new TextEncoder().encode(`<html><p>${text}`), mediaType: 'text/html', encoding: 'utf-8' },
    furtherPages: [],
    comments: null,
  };
}

/** All articles of a library, as `eachArticle` gives them. */
export async function articlesOf(library: Pick<Library, 'eachArticle'>): Promise<readonly Article[]> {
  const articles: Article[] = [];
  for await (const article of library.eachArticle()) articles.push(article);
  return articles;
}
