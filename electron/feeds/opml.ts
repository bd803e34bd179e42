// A file of feeds (OPML 1.0 and 2.0) in, its feeds out, and back. Pure. Attribute names are read whatever their case.
import { generateOpml, parseOpml, type Opml } from 'feedsmith';
import { AppError } from '#contract/errors.ts';
import { MOST_FEED_BYTES, MOST_FEEDS } from '#contract/feeds.ts';
import { foldSpace, webAddress } from './feedHtml.ts';

/** A feed as such a file names it. */
export interface OutlinedFeed {
  readonly title: string;
  readonly address: string;
  readonly site: string | null;
}

/** What such a file holds. */
export interface Outline {
  /** Each address once, in the order of the file, at most `MOST_FEEDS`. */
  readonly feeds: readonly OutlinedFeed[];
  /** Lines that should be feeds and name no address that can be followed. */
  readonly refused: number;
}

// Nobody nests deeper than a folder in a folder.
const DEEPEST = 50;
// No list has so long a line, and reading one takes many times as long as reading many short ones.
const LONGEST_TAG = 256 * 1024;

/** Reads it. Throws `AppError`: `unreadable`, `too-large`. */
export function readOutline(text: string): Outline {
  if (text.length > MOST_FEED_BYTES)
    throw new AppError('too-large', 'This file is larger than a list of feeds may be. Nothing was followed.');
  if (hasEndlessTag(text))
    throw new AppError('unreadable', 'This file has a line that no list of feeds has. Nothing was followed.');
  const feeds = new Map<string, OutlinedFeed>();
  let refused = 0;
  const stack = bodyOf(text).map((outline) => ({ outline, depth: 0 }));
  for (let next = stack.shift(); next !== undefined; next = stack.shift()) {
    const { outline, depth } = next;
    if (outline.xmlUrl !== undefined || outline.type?.toLowerCase() === 'rss') {
      const address = addressIn(outline.xmlUrl);
      const title = foldSpace(outline.title ?? outline.text ?? '');
      if (address === null) refused += 1;
      else if (!feeds.has(address))
        feeds.set(address, { address, title: title.slice(0, 300), site: webAddress(outline.htmlUrl, address) });
    }
    if (depth < DEEPEST)
      stack.unshift(...(outline.outlines ?? []).map((each) => ({ outline: each, depth: depth + 1 })));
  }
  return { feeds: [...feeds.values()].slice(0, MOST_FEEDS), refused };
}

function hasEndlessTag(text: string): boolean {
  for (let at = text.indexOf('<'); at >= 0;) {
    const end = text.indexOf('>', at);
    if (end < 0 ? text.length - at > LONGEST_TAG : end - at > LONGEST_TAG) return true;
    at = end < 0 ? -1 : text.indexOf('<', end);
  }
  return false;
}

/** Writes one; `made` is when. */
export function writeOutline(feeds: readonly OutlinedFeed[], made: Date): string {
  // The generator takes no list without feeds.
  if (feeds.length === 0)
    return '<?xml version="1.0" encoding="utf-8"?>\n<opml version="2.0"><head><title>Layover</title></head><body></body></opml>\n';
  return generateOpml({
    head: { title: 'Layover', dateCreated: made },
    body: {
      outlines: feeds.map(({ title, address, site }) => ({
        text: title,
        title,
        type: 'rss',
        xmlUrl: address,
        ...(site === null ? {} : { htmlUrl: site }),
      })),
    },
  });
}

function bodyOf(text: string): readonly Opml.Outline<string>[] {
  try {
    return parseOpml(text.replace(/^[\s\ufeff]+/, '')).body?.outlines ?? [];
  } catch (failure) {
    throw new AppError('unreadable', 'This file is no list of feeds (OPML) that can be read. Nothing was followed.', {
      cause: failure,
    });
  }
}

/** Some programs write `feed:` before or in the place of the scheme. */
function addressIn(written: string | undefined): string | null {
  const plain = written
    ?.trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  return plain === undefined || !/^https?:\/\//i.test(plain) ? null : webAddress(plain, plain);
}
