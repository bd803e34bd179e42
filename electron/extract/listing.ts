// A parsed page in; whether it is a list of articles, which goes on with other articles and not with its own text, out.
import { isTag, type AnyNode, type Element } from 'domhandler';
import type { Page } from './page.ts';

const LISTING_TYPES: ReadonlySet<string> = new Set(['CollectionPage', 'SearchResultsPage', 'Blog']);
const ARTICLE_TYPES = /(?:Article|Posting|Report|Review|HowTo|Recipe|QAPage)$/;
/** Names of folders of lists; what follows one is its topic. */
const LISTING_FOLDER =
  /^(?:categor(?:y|ies)|tags?|authors?|archives?|search|labels?|kategorien?|schlagwort|rubrik|sections?|collections?|users?|members?|profile|feed|forums|viewforum|forumdisplay)$/;
const LISTING_NAME =
  /^(?:blog|news|articles|posts|stories|magazine|forums?|latest|all|home|index|aktuell|nachrichten|artikel|actualites|noticias|notizie|search|archives?)$/;
const BODY_OF_LIST = /^(?:archive|category|tag|author|search|search-results|blog|home)$/;
const BODY_OF_ARTICLE = /^(?:single|singular|single-post|postid-\d+|page-template.*)$/;
const CARD = /(?:^|\s)(?:post|hentry|entry|teaser|card|summary|excerpt)(?:\s|$)/;
const POST_IN_QUERY = /[?&](?:p|id|[anst]id|t|topic|showtopic|story|article|artikel)=\d/i;
const LEAST_CARDS = 3;
// So many headings that lead elsewhere outweigh a page's saying nothing, and more of them its calling itself an article.
const LEAST_TITLES = 8;
const LEAST_TITLES_OF_SELF_STYLED = 25;

/** Tells whether a page lists articles: the front page, an archive, a tag, a search. A forum's thread does not. Linear in the page. */
export function isListing(page: Page): boolean {
  const path = (page.address?.pathname ?? '')
    .toLowerCase()
    .split('/')
    .filter((segment) => segment !== '');
  const names = path.map((segment) => segment.replace(/\.\w{2,5}$/, ''));
  while (/^(?:\d{1,3}|page|seite|page-?\d+|index)$/.test(names[names.length - 1] ?? '')) names.pop();
  if (names.length === 0) return !POST_IN_QUERY.test(page.address?.search ?? '');
  if (names.every((name) => /^\d{1,4}$/.test(name))) return true;
  const body = (page.body?.attribs['class'] ?? '').toLowerCase().split(/\s+/);
  const isSingle = body.some((name) => BODY_OF_ARTICLE.test(name));
  if (!isSingle && body.some((name) => BODY_OF_LIST.test(name))) return true;
  if (names.slice(-2).some((name) => LISTING_FOLDER.test(name))) return !isSingle;
  if (names.length === 1 && LISTING_NAME.test(names[0] ?? '')) return !isSingle;
  if (isSingle || isDatedArticle(page)) return false;
  const type = page.metas.get('og:type')?.toLowerCase();
  if (type === 'product') return true;
  const { cards, titles } = countEntries(page);
  if (type === 'article') return titles >= LEAST_TITLES_OF_SELF_STYLED;
  return typesOf(page).some((each) => LISTING_TYPES.has(each)) || cards >= LEAST_CARDS || titles >= LEAST_TITLES;
}

function isDatedArticle(page: Page): boolean {
  return page.metas.has('article:published_time') || typesOf(page).some((type) => ARTICLE_TYPES.test(type));
}

function typesOf(page: Page): readonly string[] {
  return page.jsonLd.flatMap((object) => {
    const type = object['@type'];
    const types: readonly unknown[] = Array.isArray(type) ? type : [type];
    return types.filter((each) => typeof each === 'string').map((each) => each.replace(/^.*\//, ''));
  });
}

/** Elements of a post whose heading is a link, for the post itself is elsewhere; and all headings that are links. */
function countEntries(page: Page): { readonly cards: number; readonly titles: number } {
  let cards = 0;
  let titles = 0;
  const stack: AnyNode[] = page.body === undefined ? [] : [page.body];
  for (let node = stack.pop(); node !== undefined && titles < LEAST_TITLES_OF_SELF_STYLED; node = stack.pop()) {
    if (!isTag(node)) continue;
    if ((node.name === 'article' || CARD.test(node.attribs['class'] ?? '')) && hasLinkedHeading(node)) cards++;
    if (/^h[1-6]$/.test(node.name) && isLinked(node)) titles++;
    else for (const child of node.children) stack.push(child);
  }
  return { cards, titles };
}

function isLinked(heading: Element): boolean {
  const [only] = heading.children.filter(isTag);
  const leadsAway = (each: AnyNode | null | undefined): boolean =>
    each !== null && each !== undefined && isTag(each) && each.name === 'a' && /^[^#]/.test(each.attribs['href'] ?? '');
  return leadsAway(only) || leadsAway(heading.parent);
}

function hasLinkedHeading(card: Element): boolean {
  const stack: AnyNode[] = [card];
  for (let seen = 0; seen < 40; seen++) {
    const node = stack.pop();
    if (node === undefined) return false;
    if (!isTag(node)) continue;
    if (/^h[1-6]$/.test(node.name)) {
      return isLinked(node);
    }
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return false;
}
