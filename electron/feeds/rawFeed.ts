// What the parser says of a feed of any kind in; the same facts in one form out. Addresses are as they were written. Pure.
import type { AnyFeed, AtomFeed, JsonFeed, MediaNs, RdfFeed, RssFeed, SyNs } from 'feedsmith';
import type { PostKind } from '#contract/article.ts';
import type { PostDate } from '#contract/dates.ts';
import { unreachable } from '#contract/errors.ts';
import { readFeedDate } from './feedDate.ts';
import { foldSpace, toPlainText, toTitle } from './feedHtml.ts';

/** An entry, its addresses not resolved yet. */
export interface RawEntry {
  readonly id: string | undefined;
  readonly title: string;
  /** Where it may be, the likeliest first. */
  readonly links: readonly (string | undefined)[];
  readonly published: PostDate | null;
  readonly updated: PostDate | null;
  readonly authors: readonly string[];
  /** HTML. */
  readonly summary: string | null;
  /** HTML. */
  readonly content: string | null;
  readonly categories: readonly string[];
  readonly kind: PostKind;
  /** Its `xml:base`. */
  readonly base: string | null;
}

/** A feed, its addresses not resolved yet. */
export interface RawFeed {
  readonly title: string;
  readonly site: string | undefined;
  /** What relative addresses are meant from; `null` for the feed's own. */
  readonly base: string | null;
  readonly everyMinutes: number | null;
  readonly entries: readonly RawEntry[];
}

/** Puts it into one form. */
export function readAny(any: AnyFeed): RawFeed {
  switch (any.format) {
    case 'rss':
      return readRss(any.feed);
    case 'atom':
      return readAtom(any.feed);
    case 'rdf':
      return readRdf(any.feed);
    case 'json':
      return readJson(any.feed);
    default:
      return unreachable(any);
  }
}

function readRss(feed: RssFeed.Feed<string>): RawFeed {
  const { title = '', link, ttl, items = [], xml, sy } = feed;
  return {
    title: toTitle(title, false),
    site: link,
    base: xml?.base ?? webOnly(link),
    everyMinutes: ttl !== undefined && ttl > 0 ? ttl : everyMinutes(sy),
    entries: items.map((item) => {
      const guid = item.guid?.value;
      const isPermaLink = guid !== undefined && item.guid?.isPermaLink !== false && /^https?:\/\//i.test(guid);
      const [enclosure] = item.enclosures ?? [];
      const full = item.content?.encoded ?? null;
      return {
        id: guid,
        title: toTitle(item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value ?? '', false),
        links: [item.link, isPermaLink ? guid : undefined, alternate(item.atom?.links), enclosure?.url],
        published: firstDate(item.pubDate, item.dc?.dates?.[0], item.dcterms?.created?.[0], item.atom?.published),
        updated: firstDate(item.atom?.updated, item.dcterms?.modified?.[0]),
        authors: names([
          ...(item.dc?.creators ?? []),
          ...(item.authors ?? []).map(({ name, email }) => name ?? email),
          ...(item.dc?.creators === undefined && item.authors === undefined ? [item.itunes?.author] : []),
        ]),
        summary: item.description ?? item.itunes?.summary ?? item.media?.description?.value ?? null,
        content: full ?? longText(item.description),
        categories: [...(item.categories ?? []).map(({ name }) => name ?? ''), ...(item.dc?.subjects ?? [])],
        kind: kindOf([...(item.enclosures ?? []), ...mediaOf(item.media)]),
        base: item.xml?.base ?? null,
      };
    }),
  };
}

function readAtom(feed: AtomFeed.Feed<string>): RawFeed {
  return {
    title: atomTitle(feed.title),
    site: alternate(feed.links),
    base: feed.xml?.base ?? null,
    everyMinutes: everyMinutes(feed.sy),
    entries: (feed.entries ?? []).map((entry) => {
      const enclosures = (entry.links ?? []).filter(({ rel }) => rel === 'enclosure');
      const authors = entry.authors ?? entry.source?.authors ?? feed.authors ?? [];
      return {
        id: entry.id,
        title: atomTitle(entry.title ?? undefined),
        links: [alternate(entry.links), entry.content?.src, webOnly(entry.id) ?? undefined, enclosures[0]?.href],
        published: firstDate(entry.published, entry.dc?.dates?.[0]),
        updated: firstDate(entry.updated),
        authors: names(authors.map(({ name, email }) => name ?? email)),
        summary: atomHtml(entry.summary) ?? entry.media?.groups?.[0]?.description?.value ?? null,
        content: atomHtml(entry.content),
        categories: (entry.categories ?? []).map(({ label, term }) => label ?? term ?? ''),
        kind:
          entry.yt?.videoId === undefined
            ? kindOf([...enclosures.map(({ href, type }) => ({ url: href, type })), ...mediaOf(entry.media)])
            : 'video',
        base: entry.xml?.base ?? null,
      };
    }),
  };
}

function readRdf(feed: RdfFeed.Feed<string>): RawFeed {
  return {
    title: toTitle(feed.title ?? '', false),
    site: feed.link,
    base: feed.xml?.base ?? webOnly(feed.link),
    everyMinutes: everyMinutes(feed.sy),
    entries: (feed.items ?? []).map((item) => ({
      id: item.rdf?.about ?? item.link,
      title: toTitle(item.title ?? item.dc?.titles?.[0] ?? '', false),
      links: [item.link, item.rdf?.about],
      published: firstDate(item.dc?.dates?.[0], item.dcterms?.created?.[0], item.atom?.published),
      updated: firstDate(item.dcterms?.modified?.[0], item.atom?.updated),
      authors: names(item.dc?.creators ?? []),
      summary: item.description ?? null,
      content: item.content?.encoded ?? longText(item.description),
      categories: item.dc?.subjects ?? [],
      kind: kindOf(mediaOf(item.media)),
      base: item.xml?.base ?? null,
    })),
  };
}

function readJson(feed: JsonFeed.Feed<string>): RawFeed {
  return {
    title: foldSpace(feed.title ?? ''),
    site: feed.home_page_url,
    base: null,
    everyMinutes: null,
    entries: (feed.items ?? []).map((item) => {
      const attachments = item.attachments ?? [];
      return {
        id: item.id,
        title: foldSpace(item.title ?? ''),
        links: [item.url, item.external_url, webOnly(item.id) ?? undefined, attachments[0]?.url],
        published: firstDate(item.date_published),
        updated: firstDate(item.date_modified),
        authors: names((item.authors ?? feed.authors ?? []).map(({ name }) => name)),
        summary: item.summary === undefined ? null : escapeHtml(item.summary),
        content: item.content_html ?? (item.content_text === undefined ? null : paragraphs(item.content_text)),
        categories: item.tags ?? [],
        kind: kindOf(attachments.map(({ url, mime_type }) => ({ url, type: mime_type }))),
        base: null,
      };
    }),
  };
}

// Shorter descriptions are summaries, which say no more than the list does.
const LEAST_FULL_TEXT = 1_500;

/** Many feeds have the whole text in their description; `null` for one that is too short to be that. */
function longText(description: string | undefined): string | null {
  if (description === undefined || description.length < LEAST_FULL_TEXT) return null;
  return toPlainText(description, LEAST_FULL_TEXT).length < LEAST_FULL_TEXT * 0.8 ? null : description;
}

function atomTitle(text: AtomFeed.Text | undefined): string {
  return text?.value === undefined ? '' : toTitle(text.value, text.type === 'html' || text.type === 'xhtml');
}

function atomHtml(text: AtomFeed.Content | undefined): string | null {
  if (text?.value === undefined) return null;
  if (text.type === 'html' || text.type === 'xhtml' || text.type === 'text/html') return text.value;
  // Other media types are no text: pictures in base64, XML of other kinds.
  if (text.type !== undefined && !/^text(?:\/plain)?$/.test(text.type)) return null;
  return paragraphs(text.value);
}

function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => `<p>${escapeHtml(part)}</p>`)
    .join('\n');
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function alternate(
  links: readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[] = [],
): string | undefined {
  const alternates = links.filter(({ rel = 'alternate', href }) => rel === 'alternate' && href !== undefined);
  return (alternates.find(({ type = 'text/html' }) => /html/.test(type)) ?? alternates[0])?.href;
}

function firstDate(...written: readonly (string | undefined)[]): PostDate | null {
  return written.reduce<PostDate | null>((found, each) => found ?? readFeedDate(each), null);
}

function names(written: readonly (string | undefined)[]): readonly string[] {
  return written.flatMap((name) => {
    const plain = toTitle(name ?? '', false);
    // What RSS asks for is an address of mail with the name in brackets.
    const inBrackets = /^\S+@\S+\s*\((.+)\)$/.exec(plain)?.[1];
    const own = inBrackets ?? plain;
    return own === '' || /^\S+@\S+$/.test(own) ? [] : [own];
  });
}

interface Enclosed {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
}

function mediaOf(media: MediaNs.ItemOrFeed | undefined): readonly Enclosed[] {
  const contents = [...(media?.contents ?? []), ...(media?.groups ?? []).flatMap(({ contents: own = [] }) => own)];
  return contents.map(({ url, type, medium }) => ({
    url,
    type: type ?? (medium === undefined ? undefined : `${medium}/`),
  }));
}

function kindOf(enclosed: readonly Enclosed[]): PostKind {
  const kinds = enclosed.map(({ url = '', type = '' }): PostKind => {
    if (/^video\//i.test(type) || /\.(?:mp4|m4v|webm|mov)(?:[?#]|$)/i.test(url)) return 'video';
    return /^audio\//i.test(type) || /\.(?:mp3|m4a|ogg|opus|aac|flac)(?:[?#]|$)/i.test(url) ? 'audio' : 'article';
  });
  return kinds.find((kind) => kind !== 'article') ?? 'article';
}

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1_440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

function everyMinutes(sy: SyNs.Feed<string> | undefined): number | null {
  const period = PERIODS[sy?.updatePeriod?.trim().toLowerCase() ?? ''];
  if (period === undefined) return null;
  const times = sy?.updateFrequency ?? 1;
  return times > 0 ? period / times : period;
}

function webOnly(address: string | undefined): string | null {
  return address !== undefined && /^https?:\/\//i.test(address.trim()) ? address : null;
}
