// A parsed page and what of it is the article in; the readers' comments, as clean HTML of their own, and their number out. Refuses
// pages whose posts are the content, and whatever the article holds. Pictures in comments are left out: they are mostly faces.
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import {
  COMMENT_HEADING,
  COMMENT_ITEM,
  COMMENT_SECTION,
  ELSEWHERE,
  isFurniture,
  isSignature,
  marksOf,
  SURE_COMMENT,
} from './commentMarks.ts';
import type { Comments } from './extraction.ts';
import type { Page } from './page.ts';
import { sanitize } from './sanitize.ts';
import { isThread } from './thread.ts';

/** The article within the page, as `findContent` gives it. */
export interface ArticleNodes {
  readonly roots: readonly AnyNode[];
  readonly dropped: ReadonlySet<AnyNode>;
}

/** An element marked as a comment, and the one around it. */
interface Item {
  readonly element: Element;
  readonly holder: Item | undefined;
}

const MOST_COMMENTS = 5000;
const DEEPEST = 8;
const MOST_SECTIONS = 20;
const LEAST_LETTERS = 30;
/** A year, or a time of day. */
const DATED = /(?<!\d)(?:(?:19|20)\d\d|[012]?\d[:.][0-5]\d)(?!\d)/;

/** Finds the comments of an article; `null` when there are none. Never fails; time is linear in the page. */
export function findComments(page: Page, article: ArticleNodes): Comments | null {
  const { body } = page;
  if (body === undefined || isThread(page)) return null;
  const content = nodesOf(article);
  const { named, headed, hasLoose } = findSections(body);
  const byName = (section: Element): readonly Item[] =>
    collect(section, (element) => COMMENT_ITEM.test(marksOf(element)) && !isSmallPrint(element), content);
  // Entries of a list are comments only where nothing but comments stands.
  const anyhow = (section: Element): readonly Item[] => {
    const items = byName(section);
    return items.length > 0 || content.has(section) ? items : collect(section, isEntry, content);
  };
  const most = (found: readonly (readonly Item[])[]): Comments | null => {
    const signed = found.filter(areSigned);
    const comments = signed.map((items) => write(items, content, page)).sort((one, other) => other.count - one.count);
    return comments[0] === undefined || comments[0].count === 0 ? null : comments[0];
  };
  return (
    most(named.map(anyhow)) ??
    (hasLoose ? most([collect(body, (element) => SURE_COMMENT.test(marksOf(element)), content)]) : null) ??
    most(headed.map(anyhow))
  );
}

function nodesOf({ roots, dropped }: ArticleNodes): ReadonlySet<AnyNode> {
  const nodes = new Set<AnyNode>();
  const stack: AnyNode[] = [...roots];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (dropped.has(node)) continue;
    nodes.add(node);
    if ('children' in node) for (const child of node.children) stack.push(child);
  }
  return nodes;
}

/** Where the comments may be: in elements named so, in loose elements each named a comment, under a heading that says so. */
function findSections(body: Element): {
  readonly named: readonly Element[];
  readonly headed: readonly Element[];
  readonly hasLoose: boolean;
} {
  const named: Element[] = [];
  const headed: Element[] = [];
  let hasLoose = false;
  const stack: AnyNode[] = [...body.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isTag(node)) continue;
    const marks = marksOf(node);
    if (node.name === 'aside' || ELSEWHERE.test(marks)) continue;
    if (COMMENT_SECTION.test(marks) && !isSmallPrint(node)) {
      named.push(node);
      continue;
    }
    hasLoose ||= SURE_COMMENT.test(marks);
    if (/^h[1-6]$/.test(node.name) && COMMENT_HEADING.test(textOf(node, 120))) {
      const holder = holderOf(node, body);
      if (holder !== undefined) headed.push(holder);
    }
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return { named: named.slice(0, MOST_SECTIONS), headed: headed.slice(0, MOST_SECTIONS), hasLoose };
}

/** A link or a count that leads to the comments is named like them. */
function isSmallPrint(element: Element): boolean {
  return /^(?:a|span|button|i|b|small|time|label|input|form|svg)$/.test(element.name);
}

/** What a heading speaks of: the block around it, or around a heading in a block of its own. */
function holderOf(heading: Element, body: Element): Element | undefined {
  let holder = heading.parent;
  for (let level = 0; level < 2 && holder !== null && isTag(holder) && holder !== body; level++) {
    const others = holder.children.filter((child) => isTag(child) && child !== heading);
    if (others.length > 0) return /^(?:main|article)$/.test(holder.name) ? undefined : holder;
    holder = holder.parent;
  }
  return undefined;
}

/** Comments say who wrote them, or when; the rules of the house, which stand in their place, do not. */
function areSigned(items: readonly Item[]): boolean {
  const signed = items.filter(({ element }) => {
    const stack: AnyNode[] = [element];
    for (let seen = 0; seen < 60; seen++) {
      const node = stack.pop();
      if (node === undefined) return false;
      if (isText(node) && DATED.test(node.data)) return true;
      if (!isTag(node)) continue;
      if (isSignature(node) || SURE_COMMENT.test(marksOf(node))) return true;
      for (let i = node.children.length - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child !== undefined) stack.push(child);
      }
    }
    return false;
  });
  return signed.length * 2 >= items.length;
}

/** An entry of a list, or an `article`, with more to read than its links. */
function isEntry(element: Element): boolean {
  if (element.name !== 'li' && element.name !== 'article') return false;
  let letters = 0;
  const stack: AnyNode[] = [...element.children];
  for (let seen = 0; seen < 200 && letters < LEAST_LETTERS; seen++) {
    const node = stack.pop();
    if (node === undefined) break;
    if (isText(node)) letters += node.data.trim().length;
    else if (isTag(node) && node.name !== 'a') for (const child of node.children) stack.push(child);
  }
  return letters >= LEAST_LETTERS;
}

/** The comments below an element in the order they stand. */
function collect(
  section: Element,
  isItem: (element: Element) => boolean,
  content: ReadonlySet<AnyNode>,
): readonly Item[] {
  const items: Item[] = [];
  const stack: Item[] = [{ element: section, holder: undefined }];
  for (let next = stack.pop(); next !== undefined && items.length < MOST_COMMENTS; next = stack.pop()) {
    const { element } = next;
    let { holder } = next;
    if (element !== section) {
      if (isFurniture(element)) continue;
      if (!content.has(element) && isItem(element)) {
        items.push(next);
        holder = next;
      }
    }
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i];
      if (child !== undefined && isTag(child)) stack.push({ element: child, holder });
    }
  }
  return items;
}

interface Written {
  readonly html: string;
  readonly depth: number;
}

/** Writes each comment without the answers in it. */
function write(items: readonly Item[], content: ReadonlySet<AnyNode>, page: Page): Comments {
  const elements = new Set<AnyNode>(items.map(({ element }) => element));
  const depths = new Map<Item, number>();
  // An element without words of its own is only the frame of a comment: the first in it stands where it stands.
  const framed = new Map<Item, Item | undefined>();
  const written: Written[] = [];
  for (const item of items) {
    const { element, holder } = item;
    const dropped = leftOut(element, elements, content);
    let depth = holder === undefined ? 0 : (depths.get(holder) ?? 0) + 1;
    if (holder !== undefined && framed.has(holder)) {
      const first = framed.get(holder);
      if (first === undefined) framed.set(holder, item);
      if (first === undefined || first.element.parent === element.parent) depth -= 1;
    }
    depths.set(item, depth);
    const own = lettersIn(element, (node) => !dropped.has(node), elements);
    // What is left of a comment that the article holds is its date and its buttons.
    const isInArticle = lettersIn(element, () => true, elements) > 2 * own && holdsAny(element, content, elements);
    if (own > 0 && !isInArticle) written.push({ html: sanitize([element], dropped, page).html, depth });
    else framed.set(item, undefined);
  }
  return { html: toList(written), count: written.length };
}

/** What of a comment is not its words: answers, buttons, forms, pictures, and what the article holds. */
function leftOut(comment: Element, items: ReadonlySet<AnyNode>, content: ReadonlySet<AnyNode>): ReadonlySet<AnyNode> {
  const dropped = new Set<AnyNode>();
  const stack: AnyNode[] = [...comment.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (items.has(node) || content.has(node) || (isTag(node) && isFurniture(node))) dropped.add(node);
    else if (isTag(node)) for (const child of node.children) stack.push(child);
  }
  return dropped;
}

/** Letters and digits in a comment, without its answers, where `isRead` lets them count. */
function lettersIn(comment: Element, isRead: (node: AnyNode) => boolean, items: ReadonlySet<AnyNode>): number {
  let letters = 0;
  const stack: AnyNode[] = [comment];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isRead(node) || (node !== comment && items.has(node))) continue;
    if (isText(node)) letters += node.data.replace(/[^\p{L}\p{N}]+/gu, '').length;
    else if (isTag(node) && !isUnread(node)) for (const child of node.children) stack.push(child);
  }
  return letters;
}

function holdsAny(comment: Element, content: ReadonlySet<AnyNode>, items: ReadonlySet<AnyNode>): boolean {
  const stack: AnyNode[] = [comment];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node !== comment && items.has(node)) continue;
    if (content.has(node) && isText(node) && /\p{L}/u.test(node.data)) return true;
    if (isTag(node)) for (const child of node.children) stack.push(child);
  }
  return false;
}

function isUnread({ name }: Element): boolean {
  return name === 'script' || name === 'style' || name === 'noscript';
}

function toList(comments: readonly Written[]): string {
  let html = '';
  let open = -1;
  for (const comment of comments) {
    // An answer to nothing that is here stands as a comment.
    const depth = Math.min(comment.depth, open + 1, DEEPEST);
    if (depth > open) html += '<ol>';
    else html += '</li>' + '</ol></li>'.repeat(open - depth);
    html += `<li>${comment.html}`;
    open = depth;
  }
  return open < 0 ? '' : `${html}</li>${'</ol></li>'.repeat(open)}</ol>`;
}

function textOf(element: Element, length: number): string {
  let text = '';
  const stack: AnyNode[] = [element];
  for (let seen = 0; seen < 60 && text.length < length; seen++) {
    const node = stack.pop();
    if (node === undefined) break;
    if (isText(node)) text += node.data;
    else if (isTag(node))
      for (let i = Math.min(node.children.length, 60) - 1; i >= 0; i--) {
        const child = node.children[i];
        if (child !== undefined) stack.push(child);
      }
  }
  return text.replace(/\s+/g, ' ').trim();
}
