// The text of a feed and where it was found in; the feed out, whatever of RSS, Atom, RDF and JSON Feed it is. Pure.
// Refuses what is none of these, and reads of what is broken off in the middle what came before.
import { parseFeed as parseAny, type MalformedError } from 'feedsmith';
import { AppError } from '#contract/errors.ts';
import { MOST_ENTRIES, MOST_FEED_BYTES, type FeedEntry, type ParsedFeed } from '#contract/feeds.ts';
import { cut, foldSpace, toPlainText, webAddress, withAbsoluteAddresses } from './feedHtml.ts';
import { readAny, type RawEntry, type RawFeed } from './rawFeed.ts';

const LONGEST_EXCERPT = 400;
const LONGEST_KEY = 1_000;
const MOST_CATEGORIES = 30;

/** Whether a text begins as a feed does; cheap, and no promise that it can be read. */
export function looksLikeFeed(text: string): boolean {
  const head = text.slice(0, 4_000);
  if (/^\s*\{/.test(head)) return /jsonfeed\.org\/version/.test(head) || /"items"\s*:/.test(head);
  return (
    /<(?:\w+:)?(?:rss|feed|rdf)[\s>]/i.test(head) &&
    !/<html[\s>]/i.test(head.split(/<(?:rss|feed|rdf:rdf)/i, 1)[0] ?? '')
  );
}

/** Reads a feed. Throws `AppError`: `unreadable` for what is none, `too-large`. */
export function parseFeed(text: string, address: string): ParsedFeed {
  if (text.length > MOST_FEED_BYTES) throw tooLarge();
  const { raw, isWhole } = read(text.replace(/^[\s\ufeff]+/, ''));
  const entries = withKeys(raw.entries.slice(0, MOST_ENTRIES).map((entry) => toEntry(entry, raw, address)));
  return {
    title: raw.title === '' ? new URL(address).host : cut(raw.title, 300),
    site: webAddress(raw.site, raw.base ?? address),
    entries,
    everyMinutes: raw.everyMinutes,
    isWhole: isWhole && raw.entries.length < MOST_ENTRIES,
  };
}

/** What is said of something that is no feed. */
export function noFeed(cause?: unknown): AppError {
  return new AppError(
    'unreadable',
    'What came from this address is no feed that can be read. What was known before is safe; look at the address in your browser.',
    { cause },
  );
}

function tooLarge(): AppError {
  return new AppError('too-large', 'This feed is larger than the 10 MB that a feed may have. Nothing was changed.');
}

function read(text: string): { readonly raw: RawFeed; readonly isWhole: boolean } {
  try {
    return { raw: readAny(parseAny(text, { maxItems: MOST_ENTRIES })), isWhole: true };
  } catch (failure) {
    const mended = isMalformed(failure) ? cutToWholeEntries(text) : null;
    if (mended === null) throw noFeed(failure);
    try {
      return { raw: readAny(parseAny(mended, { maxItems: MOST_ENTRIES })), isWhole: false };
    } catch (second) {
      throw noFeed(second);
    }
  }
}

function isMalformed(failure: unknown): failure is MalformedError {
  return failure instanceof Error && failure.name === 'MalformedError';
}

/** A feed that breaks off, or is broken at one place, ends at the last entry before that; `null` when there is none. */
function cutToWholeEntries(text: string): string | null {
  const opened = /<((?:\w+:)?(?:rss|feed|rdf))[\s>]/i.exec(text)?.[1];
  const closing = [...text.matchAll(/<\/(?:\w+:)?(item|entry)\s*>/gi)].at(-1);
  if (opened === undefined || closing === undefined) return null;
  const whole = text.slice(0, closing.index + closing[0].length);
  const hasOpenChannel = /<channel[\s>]/i.test(whole) && !/<\/channel\s*>/i.test(whole);
  return `${whole}${hasOpenChannel ? '</channel>' : ''}</${opened}>`;
}

function toEntry(entry: RawEntry, feed: RawFeed, address: string): FeedEntry {
  const base = entry.base === null ? (feed.base ?? address) : (webAddress(entry.base, feed.base ?? address) ?? address);
  const url = entry.links.reduce<string | null>((found, link) => found ?? webAddress(link, base), null);
  const content = entry.content === null ? null : withAbsoluteAddresses(entry.content, url ?? base);
  const said = entry.summary ?? entry.content;
  const excerpt = said === null ? '' : toPlainText(said, LONGEST_EXCERPT);
  const title = entry.title !== '' ? entry.title : excerpt !== '' ? cut(excerpt, 80) : (url ?? feed.title);
  return {
    key: foldSpace(entry.id ?? '').slice(0, LONGEST_KEY),
    title: title === '' ? new URL(address).host : title,
    url,
    added: null,
    published: entry.published,
    updated: entry.updated,
    byline: entry.authors.length === 0 ? null : cut([...new Set(entry.authors)].join(', '), 300),
    excerpt: excerpt === '' ? null : excerpt,
    categories: [...new Set(entry.categories.map((name) => cut(foldSpace(name), 100)))]
      .filter(Boolean)
      .slice(0, MOST_CATEGORIES),
    kind: entry.kind,
    content,
  };
}

/** Ids that several entries with different addresses share are none; what is there twice comes once. */
function withKeys(entries: readonly FeedEntry[]): readonly FeedEntry[] {
  const addressOf = new Map<string, string | null>();
  const shared = new Set<string>();
  for (const { key, url } of entries) {
    if (key === '') continue;
    if (addressOf.has(key) && addressOf.get(key) !== url) shared.add(key);
    addressOf.set(key, url);
  }
  const found = new Map<string, FeedEntry>();
  for (const entry of entries) {
    const isOwn = entry.key !== '' && !shared.has(entry.key);
    const key = isOwn ? entry.key : (entry.url ?? `${entry.title.slice(0, 500)} ${entry.published ?? ''}`.trim());
    if (!found.has(key)) found.set(key, { ...entry, key });
  }
  return [...found.values()];
}
