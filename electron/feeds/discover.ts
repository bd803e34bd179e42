// A page's HTML and address in; the feeds that it declares, and where else feeds usually are, out. Pure.
import { parse, defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5';
import { toTitle, webAddress } from './feedHtml.ts';

/** A feed that a page names. */
export interface DeclaredFeed {
  readonly address: string;
  readonly title: string;
}

const TYPES = /^application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|(?:x-)?rss)$|^text\/(?:rss|atom)$/i;
const MOST = 20;
const MOST_HTML = 2_000_000;
const PATHS = ['/feed', '/rss.xml', '/atom.xml', '/feed.xml', '/index.xml', '/feed.json', '/rss'];

/** What `<link rel="alternate">` names, in the order of the page, each once; feeds of comments come last. */
export function declaredFeeds(html: string, address: string): readonly DeclaredFeed[] {
  const { links, base } = readHead(html.slice(0, MOST_HTML), address);
  const found = new Map<string, DeclaredFeed>();
  for (const { href, title } of links) {
    const feed = webAddress(href, base);
    if (feed !== null && !found.has(feed)) found.set(feed, { address: feed, title: toTitle(title, false) });
  }
  const isOfComments = ({ title, address: url }: DeclaredFeed): boolean => /comment|kommentar/i.test(`${title} ${url}`);
  const all = [...found.values()];
  return [...all.filter((feed) => !isOfComments(feed)), ...all.filter(isOfComments)].slice(0, MOST);
}

/** Where a site's feed usually is, for a page that declares none: beside the page, then at the site's root. */
export function usualFeeds(address: string): readonly string[] {
  const { origin, pathname } = new URL(address);
  const folder = pathname.replace(/\/[^/]*\.\w{2,5}$/, '').replace(/\/+$/, '');
  const places = folder === '' ? PATHS : [`${folder}/feed`, ...PATHS];
  return [...new Set(places.map((path) => `${origin}${path}`))];
}

interface Head {
  readonly base: string;
  readonly links: readonly { readonly href: string; readonly title: string }[];
}

function readHead(html: string, address: string): Head {
  let base = address;
  const links: { href: string; title: string }[] = [];
  const stack: DefaultTreeAdapterTypes.ChildNode[] = [...parse(html).childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    const said = new Map(node.attrs.map(({ name, value }) => [name, value]));
    if (node.tagName === 'base' && base === address) base = webAddress(said.get('href'), address) ?? address;
    const rels = (said.get('rel') ?? '').toLowerCase().split(/\s+/);
    const isFeed = rels.includes('feed') || (rels.includes('alternate') && TYPES.test((said.get('type') ?? '').trim()));
    if (node.tagName === 'link' && isFeed) links.push({ href: said.get('href') ?? '', title: said.get('title') ?? '' });
    stack.push(...[...node.childNodes].reverse());
  }
  return { base, links };
}
