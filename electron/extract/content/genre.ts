// A page's own statements and address in, what kind of page it takes itself for out. A hint for weighing, not a rule.
import type { Page } from '../page.ts';

/** What a page takes itself for; `other` when it says nothing. */
export const GENRES = ['other', 'article', 'thread', 'product', 'listing', 'home'] as const;

/** What a page takes itself for. */
export type Genre = (typeof GENRES)[number];

const BY_TYPE: readonly { readonly genre: Genre; readonly types: RegExp }[] = [
  { genre: 'thread', types: /^(?:DiscussionForumPosting|QAPage|Question|Comment)$/ },
  { genre: 'listing', types: /^(?:CollectionPage|SearchResultsPage|ProductCollection|OfferCatalog|ItemList|Blog)$/ },
  { genre: 'article', types: /(?:Article|Posting|Recipe|Review|Report|HowTo)$/ },
  { genre: 'product', types: /^(?:Product|ProductGroup|IndividualProduct|Vehicle|SoftwareApplication)$/ },
];
const THREAD_PATH =
  /\/(?:forums?|threads?|topics?|questions|discussions?|viewtopic|showthread|t|comments|community|ask|q|bbs)(?:[/.?]|$)|(?:^|\.)(?:forums?|community|discuss|answers|bbs|boards?)\./;
const PRODUCT_PATH = /\/(?:products?|p|dp|item|itm)\/[^/]/;
const LISTING_PATH = /\/(?:categor(?:y|ies)|collections?|tags?|c|shop|store|browse|search|archives?|topics?)(?:\/|$)/;

/** Tells what kind of page it takes itself for. */
export function genreOf(page: Page): Genre {
  const stated = new Set(page.jsonLd.flatMap((object) => typeNames(object['@type'])));
  const path = page.address?.pathname.toLowerCase() ?? '';
  const host = page.address?.hostname ?? '';
  if (stated.has('DiscussionForumPosting') || stated.has('QAPage') || THREAD_PATH.test(host + path)) return 'thread';
  for (const { genre, types } of BY_TYPE) for (const type of stated) if (types.test(type)) return genre;
  const type = page.metas.get('og:type')?.toLowerCase() ?? '';
  if (PRODUCT_PATH.test(path) || /product/.test(type)) return 'product';
  if (page.address !== null && path.replace(/\/(?:index\.\w+)?$/, '') === '') return 'home';
  if (LISTING_PATH.test(path)) return 'listing';
  return type === 'article' || page.metas.has('article:published_time') ? 'article' : 'other';
}

function typeNames(value: unknown): string[] {
  if (typeof value === 'string') return [value.replace(/^.*\//, '')];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
