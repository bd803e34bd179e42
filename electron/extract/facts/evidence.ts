// One pass over a page for everything that may tell a fact: meta tags, links, headings, marked elements, lines of visible text.
// It judges nothing. Time is linear in the page, at any depth of nesting.
import type { AnyNode, Element } from 'domhandler';
import type { Page } from '../page.ts';
import { fold, INLINE, textOf, UNSEEN } from './visibleText.ts';

/** A line of visible text: what stands between two edges of blocks. */
export interface Line {
  /** White space folded; longer ones are cut at 400 characters. */
  readonly text: string;
  /** The element the line begins in. */
  readonly element: Element;
  /** In what surrounds an article: navigation, footer, aside. */
  readonly isAround: boolean;
  /** Whole line is one link. */
  readonly isLink: boolean;
  readonly heading: Heading | undefined;
}

/** A heading with its place among the lines. */
export interface Heading {
  readonly element: Element;
  readonly level: number;
  text: string;
  readonly line: number;
  readonly isAround: boolean;
  /** It is a link to the site's first page. */
  leadsHome: boolean;
}

/** An element whose tag, attributes, class or id hint at a fact. */
export interface Marked {
  readonly element: Element;
  /** Index of the line it begins in. */
  readonly line: number;
  readonly isAround: boolean;
}

/** All that a page shows of its facts. */
export interface Evidence {
  /** Lower-case `name`, `property`, `itemprop` or `http-equiv` of meta tags → contents in page order, none empty. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** Lower-case `rel` of `link` elements → addresses as written. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  /** Text of the page's `title` element. */
  readonly documentTitle: string;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  readonly headings: readonly Heading[];
  readonly lines: readonly Line[];
  /** Elements that hint at an author. */
  readonly authors: readonly Marked[];
  /** Elements that hint at a date, `time` elements first among them. */
  readonly dates: readonly Marked[];
}

const AROUND: ReadonlySet<string> = new Set(['nav', 'footer', 'aside']);

/** Whole class names and ids of what stands around an article. */
const AROUND_NAME =
  /(?:^|\s)(?:related(?:[-_]?(?:posts|articles|content|stories|news|items|links))?|yarpp-related|sidebar|widget(?:[-_]?area)?|(?:site-|page-)?footer|colophon|breadcrumbs?|most-(?:read|popular)|recommended|newsletter|cookie-(?:banner|notice|bar))(?:\s|$)/i;

/** What readers wrote tells nothing of who wrote the article, and when. */
const COMMENTS_NAME = /(?:^|\s)(?:comments?(?:-?(?:list|area|section|thread|wrapper))?|respond|disqus_thread)(?:\s|$)/i;
/** These hold a whole page, whatever they are called. */
const WHOLE: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article']);

const AUTHOR_HINT =
  /author|byline|by-line|writer|autor|verfasser|redakteur|dc-?creator|journalist|contributor|credit-name|signature|auteur|username|poster-name|postername|作者/i;
const DATE_HINT =
  /date|time|publish|posted|datum|fecha|veroeffentlicht|released|updated|modified|pubdat|entry-meta|post-meta|article-meta|meta-info|byline|dateline/i;
const NOT_DATE_HINT = /timeline|times?square|lifetime|overtime|runtime|timer|candidate|datepicker|update-notice/i;

const MAX_LINE = 400;
const MAX_LINES = 20_000;
const MAX_MARKED = 400;

interface OpenLine {
  text: string;
  element: Element | undefined;
  isAround: boolean;
  linkLength: number;
}

type Step = AnyNode | (() => void);

/** Gathers a page's evidence. */
export function gatherEvidence(page: Page): Evidence {
  const metas = new Map<string, string[]>();
  const links = new Map<string, string[]>();
  const headings: Heading[] = [];
  const lines: Line[] = [];
  const authors: Marked[] = [];
  const dates: Marked[] = [];
  /** Class names repeat; each wording is judged once. */
  const hintsOf = new Map<string, { readonly date: boolean; readonly author: boolean }>();
  const places = new Map<string, Place>();
  let documentTitle = '';
  let lang: string | undefined;
  let dir: string | undefined;
  let open: OpenLine = { text: '', element: undefined, isAround: false, linkLength: 0 };
  let around = 0;
  let inLink = 0;
  let heading: Heading | undefined;

  function endLine(): void {
    const text = fold(open.text);
    if (text !== '' && open.element !== undefined && lines.length < MAX_LINES) {
      lines.push({
        text,
        element: open.element,
        isAround: open.isAround,
        isLink: open.linkLength >= text.length && open.linkLength > 0,
        heading,
      });
    }
    open = { text: '', element: undefined, isAround: false, linkLength: 0 };
  }

  function addText(data: string, parent: Element | undefined): void {
    if (open.element === undefined) {
      if (data.trim() === '') return;
      open.element = parent;
      open.isAround = around > 0;
    }
    if (open.text.length < MAX_LINE) {
      open.text += data.slice(0, MAX_LINE);
      if (inLink > 0) open.linkLength += data.length;
    }
  }

  function enter(element: Element, place: Place): (() => void) | undefined {
    const { name, attribs } = element;
    if (name === 'meta') {
      if (attribs['itemprop'] === undefined || !isOfAnother(element)) addMeta(metas, attribs);
      return undefined;
    }
    if (name === 'link') {
      addTo(links, attribs['rel'], attribs['href']);
      return undefined;
    }
    const isAround = standsAround(element, place);
    const isBlock = !INLINE.has(name);
    const level = /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
    if (isBlock) endLine();
    if (isAround) around++;
    if (name === 'a') {
      inLink++;
      if (heading !== undefined && isHome(page, attribs['href'])) heading.leadsHome = true;
    }
    mark(element);
    const outer = heading;
    if (level > 0) {
      heading = { element, level, text: '', line: lines.length, isAround: around > 0, leadsHome: false };
      headings.push(heading);
    }
    if (!isBlock && !isAround && name !== 'a') return undefined;
    return () => {
      if (isBlock) endLine();
      if (level > 0 && heading !== undefined) {
        heading.text = fold(textOf(element, MAX_LINE));
        heading = outer;
      }
      if (isAround) around--;
      if (name === 'a') inLink--;
    };
  }

  function mark(element: Element): void {
    const { name, attribs } = element;
    const { class: classes, id, itemprop, property, rel } = attribs;
    const marked = { element, line: lines.length, isAround: around > 0 };
    const isTime = name === 'time' || name === 'relative-time' || attribs['datetime'] !== undefined;
    if (isTime && dates.length < MAX_MARKED) dates.push(marked);
    if (
      classes === undefined &&
      id === undefined &&
      itemprop === undefined &&
      property === undefined &&
      rel === undefined
    )
      return;
    if (itemprop !== undefined && isOfAnother(element)) return;
    const hint = `${classes ?? ''} ${id ?? ''} ${itemprop ?? ''} ${property ?? ''} ${attribs['data-testid'] ?? ''}`;
    let hints = hintsOf.get(hint);
    if (hints === undefined) {
      hints = { date: DATE_HINT.test(hint) && !NOT_DATE_HINT.test(hint), author: AUTHOR_HINT.test(hint) };
      hintsOf.set(hint, hints);
    }
    if (hints.date && !isTime && dates.length < MAX_MARKED) dates.push(marked);
    const isAuthor = hints.author || (rel !== undefined && /(?:^|\s)author(?:\s|$)/i.test(rel));
    if (isAuthor && authors.length < MAX_MARKED) authors.push(marked);
  }

  const stack: Step[] = [...page.$.root().toArray()];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (typeof step === 'function') {
      step();
    } else if (step.type === 'text') {
      const { parent } = step;
      addText(step.data, parent !== null && 'attribs' in parent ? parent : undefined);
    } else if ('attribs' in step) {
      if (step.name === 'html') {
        lang = step.attribs['lang'] ?? step.attribs['xml:lang'];
        dir = step.attribs['dir'];
      }
      if (step.name === 'title' && documentTitle === '') documentTitle = fold(textOf(step, 1000));
      if (step.name === 'br') endLine();
      if ((UNSEEN.has(step.name) && step.name !== 'head') || isUnread(step)) continue;
      const place = placeOf(step, places);
      if (place.holdsComments) continue;
      const leave = enter(step, place);
      if (leave !== undefined) stack.push(leave);
      pushAll(stack, step.children);
    } else if ('children' in step) {
      pushAll(stack, step.children);
    }
  }
  endLine();
  return { metas, links, documentTitle, lang, dir, headings, lines, authors, dates };
}

/** Tells whether an `itemprop` speaks of a review, a comment, an offer and not of the article (HTML, "Microdata"). */
function isOfAnother(element: Element): boolean {
  let parent = element.parent;
  for (let level = 0; level < 40 && parent !== null && 'attribs' in parent; level++) {
    const type = parent.attribs['itemtype'];
    if (parent.attribs['itemscope'] !== undefined) return type !== undefined && OTHER_ITEM.test(type);
    parent = parent.parent;
  }
  return false;
}

const OTHER_ITEM =
  /\/(?:Review|Comment|UserComments|Offer|AggregateOffer|AggregateRating|Rating|ImageObject|Product|Answer|Event)$/;

/** What the class or the id of an element says of its place; names repeat, and each is judged once. */
function placeOf({ name, attribs }: Element, known: Map<string, Place>): Place {
  const { class: classes = '', id = '' } = attribs;
  if ((classes === '' && id === '') || WHOLE.has(name)) return NOWHERE;
  const key = `${classes}\n${id}`;
  let place = known.get(key);
  if (place === undefined) {
    place = {
      isAround: AROUND_NAME.test(classes) || AROUND_NAME.test(id),
      holdsComments: COMMENTS_NAME.test(classes) || COMMENTS_NAME.test(id),
    };
    known.set(key, place);
  }
  return place;
}

interface Place {
  readonly isAround: boolean;
  readonly holdsComments: boolean;
}

const NOWHERE: Place = { isAround: false, holdsComments: false };

function standsAround({ name, attribs }: Element, place: Place): boolean {
  if (AROUND.has(name) || place.isAround) return true;
  const { role } = attribs;
  return role === 'navigation' || role === 'contentinfo' || role === 'complementary';
}

/** A page is read with scripts, and then `noscript` holds its markup as text. */
function isUnread({ name, children }: Element): boolean {
  return name === 'noscript' && children[0]?.type === 'text' && children[0].data.includes('<');
}

function isHome(page: Page, href: string | undefined): boolean {
  if (href === undefined) return false;
  if (href === '/') return true;
  return page.address !== null && (href === page.address.origin || href === `${page.address.origin}/`);
}

function pushAll(stack: Step[], nodes: readonly AnyNode[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) {
    const node = nodes[i];
    if (node !== undefined) stack.push(node);
  }
}

function addMeta(metas: Map<string, string[]>, attribs: Readonly<Record<string, string>>): void {
  const content = fold(attribs['content'] ?? '');
  if (content === '') return;
  for (const key of ['name', 'property', 'itemprop', 'http-equiv']) addTo(metas, attribs[key], content);
}

function addTo(map: Map<string, string[]>, names: string | undefined, value: string | undefined): void {
  if (names === undefined || value === undefined) return;
  for (const name of names.toLowerCase().split(/\s+/)) {
    const values = map.get(name);
    if (name === '') continue;
    if (values === undefined) map.set(name, [value]);
    else values.push(value);
  }
}
