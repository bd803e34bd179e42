// A parsed page in, the address of its article's next page out. What decides is the address: the same article with the next number.
// What a link says, and where it stands, only has to agree. Refuses the next article, pages of comments, and lists of articles.
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { isListing } from './listing.ts';
import type { Page } from './page.ts';
import { isFirstPageOf, isNumbered, pageNumbersIn, pageStep, type PageStep } from './pageAddress.ts';
import { readPagerLabel, type PagerLabel } from './pagerWords.ts';
import { toWebAddress } from './webAddress.ts';

/** How an article goes on. */
export interface Paging {
  /** Absolute address without a fragment; `null` on the last page, and on a page that is no article. */
  readonly nextPage: string | null;
  /** The number that a link to it has; `null` when there is only a word on it. */
  readonly nextNumber: number | null;
  /** The highest page number that the page's links name; `null` when they name none. */
  readonly lastPage: number | null;
}

interface Link {
  readonly element: Element;
  readonly url: URL;
  readonly label: PagerLabel;
}

interface Candidate extends Link {
  readonly step: PageStep;
}

const NOTHING: Paging = { nextPage: null, nextNumber: null, lastPage: null };
const MOST_PAGES = 200;
// Each is looked at with what stands around it; more of them than this are made to waste time.
const MOST_LINKS = 2000;

/** Finds the next page of the article. A page whose address is not known has none. Time is linear in the page. */
export function findNextPage(page: Page): Paging {
  const { address } = page;
  if (address === null || !/^https?:$/.test(address.protocol) || isListing(page)) return NOTHING;
  const { links, canonical } = collectLinks(page);
  // On a later page the canonical address is often the first page's, and what follows that is behind us.
  const isOwn = canonical !== undefined && canonical.host === address.host && !isNumbered(address, canonical);
  const own = isOwn ? [address, canonical] : [address];
  const candidates = links.flatMap((link): Candidate[] => {
    if (link.url.host !== address.host || isOfComments(link)) return [];
    const step = own.map((from) => pageStep(from, link.url)).find((each) => each !== undefined);
    return step === undefined ? [] : [{ ...link, step }];
  });
  const ahead = candidates.filter(({ url }) => withoutFragment(url) !== withoutFragment(address));
  const isStemLinked = [...links.map(({ url }) => url), ...own].some((url) => isFirstPageOf(address, url));
  const [next] = ahead
    .filter((candidate) => isTrusted(candidate, isStemLinked))
    .sort((one, other) => one.step.number - other.step.number);
  const nextPage = next === undefined ? null : withoutFragment(next.url);
  const labels = ahead.flatMap(({ url, label }) => (withoutFragment(url) === nextPage ? [label] : []));
  const numbered = labels.find((label) => label.says === 'page');
  return {
    nextPage,
    nextNumber: numbered?.says === 'page' ? numbered.number : null,
    lastPage: lastPageOf(own, links),
  };
}

/** The less the address says that it is a page's, the more the link has to say. */
function isTrusted({ element, label, step }: Candidate, isStemLinked: boolean): boolean {
  const { number, mark, isFromFirst } = step;
  if (label.says === 'page') {
    // Counted from 0, page 2 has the number 1.
    const fits = mark === 'offset' || label.number === number || label.number === number + 1;
    if (label.number < 2 || !fits || !(label.isWorded || isInPager(element))) return false;
    return mark !== 'bare' || isFromFirst || isStemLinked;
  }
  if (mark !== 'bare') return true;
  if (!isFromFirst) return isStemLinked;
  return label.says === 'next page' || hasOwnSegment(element) || isInPager(element);
}

/** `/post/2/` is a page of `/post/`; `/post-2/` is as often another post of the same name. */
function hasOwnSegment(link: Element): boolean {
  return /(?:^|\/)\d{1,3}(?:\.\w{3,5})?\/?$/.test(link.attribs['href'] ?? '');
}

function lastPageOf(own: readonly URL[], links: readonly Link[]): number | null {
  let last = 0;
  for (const { element, url, label } of links) {
    if (label.says !== 'page' || label.number > MOST_PAGES || label.number <= last) continue;
    const numbers = own.flatMap((from) => pageNumbersIn(from, url));
    const fits = numbers.some((number) => number === label.number || number + 1 === label.number);
    if (fits && (label.isWorded || isInPager(element))) last = label.number;
  }
  return last === 0 ? null : last;
}

function collectLinks(page: Page): { readonly links: readonly Link[]; readonly canonical: URL | undefined } {
  const links: Link[] = [];
  let canonical: URL | undefined;
  const add = (element: Element, label: PagerLabel | undefined): void => {
    const url = label && toWebAddress(page, element.attribs['href'] ?? '');
    if (label !== undefined && url !== undefined && links.length < MOST_LINKS) links.push({ element, url, label });
  };
  const stack: AnyNode[] = page.$.root().toArray();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isTag(node) && (node.name === 'a' || node.name === 'link') && node.attribs['href'] !== undefined) {
      const rel = (node.attribs['rel'] ?? '').toLowerCase().split(/\s+/);
      if (node.name === 'link' && rel.includes('canonical')) canonical ??= toWebAddress(page, node.attribs['href']);
      const label = node.name === 'a' ? labelOf(node) : undefined;
      add(node, label ?? (rel.includes('next') ? { says: 'next' } : undefined));
    }
    if (!('children' in node)) continue;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return { links, canonical };
}

/** What a link says in its text or, when that says nothing, in the words for those who cannot see it. */
function labelOf(link: Element): PagerLabel | undefined {
  const { title, 'aria-label': spoken } = link.attribs;
  for (const text of [textWithin(link, 80), spoken ?? '', title ?? '']) {
    const label = readPagerLabel(text);
    if (label !== undefined) return label;
  }
  return undefined;
}

const LEVELS = 5;
const PAGER =
  /(?:^|[^a-z])(?:pag(?:er|ers|inat\w*|ing|ination|enav\w*|elinks?|es|ebar|elist)|seiten\w*|page[-_]?(?:nav\w*|links?|numbers?|list|nums?|bar)|wp-?pagenavi|nav-?links|post-?pages|fenye)(?:[^a-z]|$)/i;
const LONGEST_PAGER = 240;
const MOST_NODES = 120;

/** Tells whether a link stands among links to pages: in an element that is named so, or in a row of numbers. */
function isInPager(link: Element): boolean {
  let holder = link.parent;
  for (let level = 0; level < LEVELS && holder !== null && isTag(holder); level++) {
    const { class: classes, id, 'aria-label': spoken } = holder.attribs;
    if (PAGER.test(`${(classes ?? '').slice(0, 200)} ${(id ?? '').slice(0, 200)} ${(spoken ?? '').slice(0, 80)}`))
      return true;
    if (isRowOfNumbers(textWithin(holder, LONGEST_PAGER))) return true;
    holder = holder.parent;
  }
  return false;
}

function isRowOfNumbers(text: string): boolean {
  if (text.length >= LONGEST_PAGER) return false;
  const parts = text.split(/[\s|,/·•[\]()–-]+/u).filter((part) => part !== '');
  const numbers = parts.filter((part) => /^\d{1,3}$/.test(part)).map(Number);
  const isRow = numbers.some((number, at) => numbers[at + 1] === number + 1);
  return isRow && parts.length - numbers.length <= 6;
}

function isOfComments({ element, url }: Link): boolean {
  if (/comment|cpage|replytocom/i.test(url.pathname + url.search) || /comment|respond|disqus/i.test(url.hash))
    return true;
  let holder: AnyNode | null = element;
  for (let level = 0; level <= LEVELS && holder !== null && isTag(holder); level++) {
    if (/comment|kommentar|disqus|respond/i.test(`${holder.attribs['class'] ?? ''} ${holder.attribs['id'] ?? ''}`))
      return true;
    holder = holder.parent;
  }
  return false;
}

/** The first characters of an element's text, of its pictures the words for them, parted by spaces; it looks at a few nodes only. */
function textWithin(element: Element, length: number): string {
  let text = '';
  const stack: AnyNode[] = [element];
  for (let seen = 0; seen < MOST_NODES && text.length < length; seen++) {
    const node = stack.pop();
    if (node === undefined) return text.trim();
    if (isText(node)) text += node.data.slice(0, length);
    else if (isTag(node)) {
      if (node.name === 'img') text += ` ${node.attribs['alt'] ?? ''}`;
      if (node.name === 'script' || node.name === 'style') continue;
      text += ' ';
      for (let i = Math.min(node.children.length, MOST_NODES) - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return text.padEnd(length);
}

function withoutFragment(url: URL): string {
  const bare = new URL(url);
  bare.hash = '';
  return bare.href;
}
