// Articles for tests: whole, plausible, and different only where a test says so.
import { isArticleId, type Article, type ArticleId, type RelatedEntry } from '#contract/article.ts';

/** A well-formed ID, the same for the same number. */
export function anArticleId(number: number): ArticleId {
  const id = `aaaaaaaaaaaaaaa${'abcdefghijklmnopqrstuvwxyz234567'.charAt(number % 32)}`;
  if (!isArticleId(id)) throw new Error(`${id} is not an article ID`);
  return id;
}

/** An entry of a related list. */
export function anEntry(change: Partial<RelatedEntry> = {}): RelatedEntry {
  return {
    title: 'A timetable is a promise',
    url: null,
    kind: 'article',
    added: null,
    updated: null,
    published: null,
    excerpt: null,
    image: null,
    position: 0,
    raw: 'A timetable is a promise',
    ...change,
  };
}

/** A saved article. */
export function anArticle(change: Partial<Article> = {}): Article {
  return {
    format: 1,
    id: anArticleId(0),
    title: 'The last bar of signal',
    byline: 'Ada Marsh',
    siteName: 'Layover Notes',
    lang: 'en',
    dir: 'ltr',
    excerpt: 'What to keep before the network goes.',
    published: '2026-09-04',
    updated: null,
    canonicalUrl: 'https://notes.example/last-signal',
    leadImage: null,
    siteIcon: null,
    kind: 'article',
    source: 'https://notes.example/last-signal',
    part: null,
    saved: '2026-10-01T08:00:00.000Z',
    minutes: 3,
    images: [],
    report: {
      words: 600,
      imagesFound: 0,
      imagesStored: 0,
      missing: [],
      embeds: 0,
      missingPages: null,
      sizeBytes: 9000,
    },
    original: { mediaType: 'text/html', encoding: 'utf-8', sizeBytes: 24_000 },
    rendered: false,
    furtherPages: [],
    comments: 0,
    foundIn: null,
    relatedLists: [],
    reading: { progress: 0, block: 0, read: null, archived: false },
    look: null,
    tags: [],
    tagChanges: [],
    starred: false,
    opened: null,
    keptSince: null,
    note: '',
    ...change,
  };
}
