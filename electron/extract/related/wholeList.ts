// A list that an archive page was found to have, in part, in; the whole of it out: posts laid out as its posts are, with their titles, the dates
// that stand by them, and what the page's data (JSON-LD) says of them. Takes time in proportion to the page.
import { isTag, type AnyNode, type Element } from 'domhandler';
import type { PostKind, RelatedEntry } from '#contract/article.ts';
import { isPostDate, type PostDate } from '#contract/dates.ts';
import { fold, textOf } from '../facts/visibleText.ts';
import { typesOf } from '../facts/jsonLd.ts';
import { isRecord, type Page } from '../page.ts';
import { toLinkAddress } from '../webAddress.ts';
import type { DateContext } from './findDate.ts';
import { datesOfItem, type ItemDates } from './itemDates.ts';
import { isCallToAction, isDate, isMoreWords } from './linkWorth.ts';

interface Anchor {
  readonly element: Element;
  readonly url: string;
  readonly text: string;
  readonly order: number;
  /** The year of the heading above it. */
  readonly year: string | null;
}

interface Item {
  readonly anchor: Anchor;
  readonly box: Element;
}

const DEEPEST = 40;
const MOST_LINKS = 20_000;
const MOST_OF_JSON = 5_000;
const DATED_SHARE = 0.8;
const ASIDE = /^(?:nav|aside|footer|dialog|form)$/;
const ASIDE_NAME =
  /(?:^|[-_\s])(?:sidebar|widget-area|breadcrumbs?|pagination|pager|menu|tag-?cloud|related|popular|most-read|comments?)(?:$|[-_\s])/i;

/** The list as a whole, in the order of the page. */
export function wholeList(page: Page, seeds: readonly RelatedEntry[], context: DateContext): readonly RelatedEntry[] {
  const anchors = anchorsOf(page);
  const titles = titleAnchors(anchors, seeds);
  if (titles.size < 2) return seeds;
  const counts = countWithin([...titles.values()].map(({ element }) => element));
  const items = [...titles.values()].map((anchor) => ({ anchor, box: boxOf(anchor.element, counts) }));
  const datesOf = ({ anchor, box }: Item): ItemDates =>
    datesOfItem(termOf(box) ?? box, anchor.year, context, (element) => element === anchor.element && !isCard(element));
  const said = knownStatements(page);
  const seedOf = new Map(seeds.flatMap((entry) => (entry.url === null ? [] : [[entry.url, entry] as const])));
  const all = [...items, ...alike(anchors, items, counts, (item) => isDated(datesOf(item)))].sort(
    (a, b) => a.anchor.order - b.anchor.order,
  );
  const listed = all.map((item): Omit<RelatedEntry, 'position'> => {
    const { url } = item.anchor;
    const seed = seedOf.get(url);
    const { published, updated } = datesOf(item);
    const statement = said.get(url);
    const claimed = termOf(item.box) === undefined ? (seed?.added ?? seed?.published ?? null) : null;
    const first = moreExact(claimed, published) ?? statement?.published ?? null;
    const last = seed?.updated ?? updated ?? statement?.updated ?? null;
    const kind = seed?.kind ?? 'article';
    return {
      title: titleOf(item.anchor, seed),
      url,
      kind: kind === 'article' ? (statement?.kind ?? kind) : kind,
      added: seed?.added == null ? null : first,
      published: seed?.added == null ? first : seed.published,
      updated: last !== null && last.slice(0, 10) === first?.slice(0, 10) ? null : last,
      excerpt: seed?.excerpt ?? null,
      image: seed?.image ?? null,
      raw: seed?.raw ?? textOf(item.box, 1_000).slice(0, 1_000),
    };
  });
  const unlinked = seeds.filter(({ url }) => url === null || !titles.has(url));
  return [...listed, ...unlinked].map((entry, position) => ({ ...entry, position }));
}

/** The term that a description is of: where such lists are used, it is the day. */
function termOf({ name, parent, prev }: Element): Element | undefined {
  if (name !== 'dd' || parent === null) return undefined;
  let before = prev;
  while (before !== null && !isTag(before)) before = before.prev;
  return before?.name === 'dt' && isDate(fold(textOf(before, 80))) ? before : undefined;
}

function isDated({ published, updated }: ItemDates): boolean {
  return (published ?? updated) !== null;
}

/** A day that both name is told with its time of day. */
function moreExact(seed: PostDate | null, own: PostDate | null): PostDate | null {
  if (seed === null) return own;
  return own !== null && own.length > seed.length && own.startsWith(seed) ? own : seed;
}

function anchorsOf(page: Page): readonly Anchor[] {
  const found: Anchor[] = [];
  let year: string | null = null;
  const stack: AnyNode[] = page.body === undefined ? [] : [page.body];
  for (let node = stack.pop(); node !== undefined && found.length < MOST_LINKS; node = stack.pop()) {
    if (!isTag(node) || isAside(node)) continue;
    if (/^(?:h[1-6]|dt|caption|summary)$/.test(node.name)) year = yearOf(textOf(node, 40)) ?? year;
    if (node.name === 'a') {
      const url = toLinkAddress(page, node.attribs['href'] ?? '');
      const text = fold(textOf(headingIn(node) ?? node, 400));
      if (url !== undefined && /^https?:/.test(url) && text !== '')
        found.push({ element: node, url, text, order: found.length, year });
    }
    for (let at = node.children.length - 1; at >= 0; at -= 1) {
      const child = node.children[at];
      if (child !== undefined) stack.push(child);
    }
  }
  return found;
}

/** What stands beside the content of a page; a head of an entry is none. */
function isAside({ name, attribs }: Element): boolean {
  if (name === 'article' || name === 'main' || name === 'body') return false;
  return ASIDE.test(name) || attribs['role'] === 'navigation' || ASIDE_NAME.test(attribs['class'] ?? '');
}

/** A heading that is a year, or a month of one; any other heading says nothing of the years below it. */
function yearOf(heading: string): string | null {
  const text = fold(heading);
  return text.length > 24 ? null : (/(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text)?.[1] ?? null);
}

function headingIn(anchor: Element): Element | undefined {
  const stack: AnyNode[] = anchor.children.slice(0, 60).reverse();
  for (let node = stack.pop(), seen = 0; node !== undefined && seen < 60; node = stack.pop(), seen += 1) {
    if (!isTag(node)) continue;
    if (/^h[1-6]$/.test(node.name)) return node;
    // More than these are not looked at anyway.
    stack.push(...node.children.slice(0, 60).reverse());
  }
  return undefined;
}

function isInHeading({ parent }: Element): boolean {
  return parent !== null && isTag(parent) && /^h[1-6]$/.test(parent.name);
}

/** A link that holds a whole entry. */
function isCard(element: Element): boolean {
  return headingIn(element) !== undefined;
}

/** The link of each seed that is its title: in a heading, or called as the seed is, or the first that is called anything. */
function titleAnchors(anchors: readonly Anchor[], seeds: readonly RelatedEntry[]): ReadonlyMap<string, Anchor> {
  const wanted = new Map(seeds.flatMap(({ url, title }) => (url === null ? [] : [[url, title] as const])));
  const best = new Map<string, { readonly anchor: Anchor; readonly rank: number }>();
  for (const anchor of anchors) {
    const title = wanted.get(anchor.url);
    if (title === undefined || isWordless(anchor.text)) continue;
    const isHeading = isInHeading(anchor.element) || isCard(anchor.element);
    const rank = isHeading ? 2 : anchor.text === title ? 1 : 0;
    if (rank > (best.get(anchor.url)?.rank ?? -1)) best.set(anchor.url, { anchor, rank });
  }
  return new Map([...best].map(([url, { anchor }]) => [url, anchor]));
}

function isWordless(text: string): boolean {
  return isMoreWords(text) || isCallToAction(text) || isDate(text);
}

/** How many of the elements stand within each of those around them. */
function countWithin(elements: readonly Element[]): Map<Element, number> {
  const counts = new Map<Element, number>();
  for (const element of elements)
    for (const around of upFrom(element)) counts.set(around, (counts.get(around) ?? 0) + 1);
  return counts;
}

function* upFrom(element: Element): Generator<Element> {
  let at: Element | null = element;
  for (let depth = 0; depth < DEEPEST && at !== null; depth += 1) {
    yield at;
    at = at.parent !== null && isTag(at.parent) ? at.parent : null;
  }
}

/** The largest element around a title that holds no other. */
function boxOf(element: Element, counts: ReadonlyMap<Element, number>): Element {
  let box = element;
  for (const around of upFrom(element)) {
    if ((counts.get(around) ?? 0) > 1 || around.name === 'body') break;
    box = around;
  }
  return box;
}

function pathOf(element: Element, box: Element): string {
  const names: string[] = [];
  for (const around of upFrom(element)) {
    names.push(/^h[1-6]$/.test(around.name) ? 'h' : around.name);
    if (around === box) break;
  }
  return names.join('<');
}

function classesOf({ attribs }: Element): readonly string[] {
  return (attribs['class'] ?? '').split(/\s+/).filter((name) => name !== '' && !/\d/.test(name));
}

/** Links that stand as the titles of a list stand in elements like theirs, each address once; dated where nearly all others are. */
function alike(
  anchors: readonly Anchor[],
  items: readonly Item[],
  counts: Map<Element, number>,
  hasDate: (item: Item) => boolean,
): readonly Item[] {
  const paths = new Set(items.map(({ anchor, box }) => pathOf(anchor.element, box)));
  const names = new Set(items.map(({ box }) => box.name));
  const [first, ...others] = items.map(({ box }) => classesOf(box));
  const shared = (first ?? []).filter((name) => others.every((each) => each.includes(name)));
  const mustBeDated = items.filter(hasDate).length >= items.length * DATED_SHARE;
  const known = new Set(items.map(({ anchor }) => anchor.url));
  // Topics and authors of the ones are no posts among the others.
  const boxes = new Set(items.map(({ box }) => box));
  for (const { element, url } of anchors) if ([...upFrom(element)].some((around) => boxes.has(around))) known.add(url);
  const found: Item[] = [];
  for (const anchor of anchors) {
    if (known.has(anchor.url) || isWordless(anchor.text)) continue;
    const box = [...upFrom(anchor.element)].find(
      (around) =>
        names.has(around.name) &&
        !counts.has(around) &&
        paths.has(pathOf(anchor.element, around)) &&
        isLike(around, shared),
    );
    // What has neither a name of its own nor a date is no more like them than any link in such an element.
    if (box === undefined || (shared.length === 0 && !mustBeDated && !isSibling(box, items))) continue;
    const item = { anchor, box };
    if (mustBeDated && !hasDate(item)) continue;
    known.add(anchor.url);
    found.push(item);
  }
  return found;
}

function isLike(box: Element, shared: readonly string[]): boolean {
  return shared.length === 0 || classesOf(box).some((name) => shared.includes(name));
}

function isSibling(box: Element, items: readonly Item[]): boolean {
  return items.some((item) => item.box.parent === box.parent);
}

/** What a list read as a title may be the words around it. */
function titleOf({ text }: Anchor, seed: RelatedEntry | undefined): string {
  return seed === undefined || (!text.includes(seed.title) && !(seed.title.includes(text) && text.length > 24))
    ? text.slice(0, 400)
    : seed.title;
}

interface Statement {
  readonly published: PostDate | null;
  readonly updated: PostDate | null;
  readonly kind: PostKind;
}

/** What the page's data says of posts, by their addresses. */
function knownStatements(page: Page): ReadonlyMap<string, Statement> {
  const found = new Map<string, Statement>();
  const stack: unknown[] = [...page.jsonLd];
  for (let next = stack.pop(), seen = 0; next !== undefined && seen < MOST_OF_JSON; next = stack.pop(), seen += 1) {
    if (Array.isArray(next)) stack.push(...next.slice(0, MOST_OF_JSON));
    if (!isRecord(next)) continue;
    const { url, datePublished, dateModified } = next;
    const address = toLinkAddress(page, typeof url === 'string' ? url : '');
    if (address !== undefined && !found.has(address))
      found.set(address, { published: dateOf(datePublished), updated: dateOf(dateModified), kind: kindOf(next) });
    for (const inner of Object.values(next)) if (typeof inner === 'object' && inner !== null) stack.push(inner);
  }
  return found;
}

function dateOf(value: unknown): PostDate | null {
  return typeof value === 'string' && isPostDate(value) ? value : null;
}

function kindOf(statement: Readonly<Record<string, unknown>>): PostKind {
  const types = typesOf(statement).join(' ');
  if (/Video|Movie/.test(types)) return 'video';
  return /Audio|Podcast/.test(types) ? 'audio' : 'article';
}
