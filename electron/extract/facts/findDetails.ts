// The lesser facts of a page: its address, picture, excerpt, kind, keywords, and where the article first appeared.
import type { Element } from 'domhandler';
import type { PostKind } from '#contract/article.ts';
import { isRecord, type Page } from '../page.ts';
import { toLinkAddress, toWebAddress } from '../webAddress.ts';
import type { Evidence } from './evidence.ts';
import { articleStatements, decodeEntities, textField, typesOf } from './jsonLd.ts';
import { letters } from './letters.ts';
import { fold, textOf } from './visibleText.ts';

/** A value with the source it was taken from. */
export interface Sourced<T> {
  readonly value: T | null;
  readonly sources: readonly string[];
}

/** Where an article first appeared, when the page says that it is a copy. */
export interface FirstPublication {
  /** What the page calls the source. */
  readonly name: string;
  /** Absolute http(s) address. */
  readonly url: string | null;
}

const MAX_EXCERPT = 600;
const MAX_KEYWORDS = 40;

/** The first of several values that is one. */
function firstOf<T>(candidates: readonly (readonly [source: string, value: T | undefined])[]): Sourced<T> {
  for (const [source, value] of candidates) if (value !== undefined) return { value, sources: [source] };
  return { value: null, sources: [] };
}

/** The page's own statement of its address, unless that is the site's first page; else where it was found. No fragment. */
export function findCanonical(page: Page, evidence: Evidence): Sourced<string> {
  const read = (value: string | undefined): string | undefined => {
    const url = value === undefined ? undefined : toWebAddress(page, value);
    if (url === undefined) return undefined;
    const isFrontPage = url.pathname === '/' && url.search === '';
    if (isFrontPage && page.address !== null && page.address.pathname !== '/') return undefined;
    return withoutFragment(url);
  };
  return firstOf([
    ['canonical', read(evidence.links.get('canonical')?.[0])],
    ['og:url', read(evidence.metas.get('og:url')?.[0])],
    ['address', page.address === null ? undefined : read(toLinkAddress(page, page.address.href))],
  ]);
}

function withoutFragment(url: URL): string {
  const bare = new URL(url);
  bare.hash = '';
  return bare.href;
}

/** The picture that stands for the article elsewhere; absolute http(s). */
export function findLeadImage(page: Page, evidence: Evidence): Sourced<string> {
  const meta = (name: string): string | undefined => readImage(page, evidence.metas.get(name)?.[0]);
  const stated = articleStatements(page).flatMap((statement) =>
    imagesOf(statement['image'] ?? statement['thumbnailUrl']),
  );
  return firstOf([
    ['og:image', meta('og:image') ?? meta('og:image:secure_url') ?? meta('og:image:url')],
    ['twitter:image', meta('twitter:image') ?? meta('twitter:image:src')],
    ['json-ld image', stated.map((value) => readImage(page, value)).find((value) => value !== undefined)],
    ['image_src', readImage(page, evidence.links.get('image_src')?.[0])],
    ['image', meta('image') ?? meta('thumbnailurl') ?? meta('sailthru.image.full')],
  ]);
}

function imagesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.slice(0, 5).flatMap(imagesOf);
  return isRecord(value) ? imagesOf(value['url'] ?? value['contentUrl']) : [];
}

function readImage(page: Page, value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : toWebAddress(page, decodeEntities(value))?.href;
}

/**
 * The picture that stands for the site: the first icon that the page names, else what browsers ask for when a page names none (HTML,
 * link type `icon`). Absolute http(s).
 */
export function findSiteIcon(page: Page, evidence: Evidence): string | null {
  const named = ['icon', 'apple-touch-icon', 'apple-touch-icon-precomposed']
    .flatMap((rel) => evidence.links.get(rel) ?? [])
    .flatMap((href) => readImage(page, href) ?? []);
  const usual =
    page.address === null ? undefined : toWebAddress(page, new URL('/favicon.ico', page.address).href)?.href;
  return named[0] ?? usual ?? null;
}

/** What the page says of the article in a sentence or two; never only the title again. */
export function findExcerpt(page: Page, evidence: Evidence, title: string | null): Sourced<string> {
  const own = letters(title ?? '');
  const read = (value: string | undefined): string | undefined => {
    const text = value === undefined ? '' : fold(decodeEntities(value)).replace(/<[^>]{1,200}>/g, '');
    if (text.length < 20 || letters(text) === own) return undefined;
    return text.length <= MAX_EXCERPT ? text : `${text.slice(0, MAX_EXCERPT).replace(/\s+\S*$/, '')}…`;
  };
  const meta = (name: string): string | undefined => read(evidence.metas.get(name)?.[0]);
  return firstOf([
    ['description', meta('description')],
    ['og:description', meta('og:description')],
    ['json-ld description', read(textField(articleStatements(page)[0]?.['description']))],
    ['twitter:description', meta('twitter:description')],
    ['dc.description', meta('dc.description') ?? meta('dcterms.abstract')],
  ]);
}

/** What the page mainly is; an article that only contains a video is an article. */
export function findKind(page: Page, evidence: Evidence): PostKind {
  const types = articleStatements(page).flatMap(typesOf);
  const type = evidence.metas.get('og:type')?.[0]?.toLowerCase() ?? '';
  const isArticle = types.some((each) => /(?:Article|Posting|Report|Recipe|HowTo)$/.test(each));
  if (isArticle) return 'article';
  if (type.startsWith('video') || types[0] === 'VideoObject' || types[0] === 'Movie') return 'video';
  if (
    type.startsWith('music') ||
    types.some((each) => /^(?:AudioObject|PodcastEpisode|RadioEpisode|MusicRecording)$/.test(each))
  ) {
    return 'audio';
  }
  return types.includes('ImageGallery') || types.includes('MediaGallery') ? 'gallery' : 'article';
}

/** The page's keywords as it lists them, each once. */
export function findKeywords(page: Page, evidence: Evidence): string[] {
  const stated = articleStatements(page)[0]?.['keywords'];
  const values = [
    ...(evidence.metas.get('article:tag') ?? []),
    ...(evidence.metas.get('parsely-tags') ?? []),
    ...(Array.isArray(stated) ? stated : [stated]).filter((value) => typeof value === 'string'),
    ...(evidence.metas.get('keywords') ?? []),
    ...(evidence.metas.get('news_keywords') ?? []),
  ];
  const known = new Map<string, string>();
  for (const value of values) {
    for (const part of decodeEntities(value).split(/[,;，、]/)) {
      const word = fold(part);
      if (word !== '' && word.length <= 60 && !known.has(word.toLowerCase())) known.set(word.toLowerCase(), word);
    }
  }
  return [...known.values()].slice(0, MAX_KEYWORDS);
}

const FIRST_PUBLISHED =
  /(?:originally|first) (?:published|appeared|posted)(?: (?:at|on|by|in|as))?|(?:zuerst|ursprünglich) (?:erschienen|veröffentlicht)(?: (?:auf|bei|in|im))?|(?:publié|paru) (?:initialement|à l'origine)(?: (?:sur|dans|par))?|publicado originalmente (?:en|em|por)|pubblicato originariamente (?:su|in)|oorspronkelijk (?:verschenen|gepubliceerd) (?:op|in)/i;

/** Where the article first appeared: a line that says so, with the link in it. */
export function findFirstPublication(page: Page, evidence: Evidence): FirstPublication | null {
  for (const { text, element, isAround } of evidence.lines) {
    const found = isAround ? null : FIRST_PUBLISHED.exec(text);
    if (found === null) continue;
    const link = linkIn(element, page);
    if (link !== undefined) return link;
    const name = fold(text.slice(found.index + found[0].length)).replace(/^[\s:]+|[\s.,]+$/g, '');
    if (/^\p{Lu}/u.test(name) && name.length <= 80) return { name, url: null };
  }
  const source = evidence.metas.get('original-source')?.[0] ?? evidence.metas.get('syndication-source')?.[0];
  const url = source === undefined ? undefined : toWebAddress(page, source);
  return url === undefined || url.hostname === page.address?.hostname ? null : { name: url.hostname, url: url.href };
}

function linkIn(element: Element, page: Page): FirstPublication | undefined {
  let block: Element = element;
  for (let level = 0; level < 3 && block.name !== 'p' && block.parent !== null && 'attribs' in block.parent; level++) {
    block = block.parent;
  }
  const stack = [...block.children].reverse();
  for (let step = 0; step < 60 && stack.length > 0; step++) {
    const node = stack.pop();
    if (node === undefined || !('attribs' in node)) continue;
    const { href } = node.attribs;
    if (node.name === 'a' && href !== undefined) {
      const url = toWebAddress(page, href);
      const name = fold(textOf(node, 120));
      if (url !== undefined && url.hostname !== page.address?.hostname && name !== '') return { name, url: url.href };
    }
    stack.push(...[...node.children].reverse());
  }
  return undefined;
}
