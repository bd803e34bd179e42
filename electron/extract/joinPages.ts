// The pages of one article in, each extracted by itself; the whole article out. What every page repeats at its top is there once.
// Facts are the first page's; of comments, which every page may show, the fullest set is kept.
import type { RelatedEntry, RelatedList } from '#contract/article.ts';
import { toCleanTree } from './cleanContent.ts';
import type { CleanElement, CleanNode } from './contentTree.ts';
import type { Comments, Extraction } from './extraction.ts';
import { openPage } from './page.ts';
import { countWords } from './plainText.ts';
import { serializeHtml } from './serializeHtml.ts';
import { settleLinks } from './settleLinks.ts';

/** How many blocks at the top of a page may be repeats. */
const OPENING = 8;
const LEAST_REPEATED = 20;

/** Joins pages given in order, at least one. The content is again a fixed point of `sanitize`; ids of later pages are their own. */
export function joinPages(pages: readonly Extraction[]): Extraction {
  const [first, ...later] = pages;
  if (first === undefined) throw new Error('an article has at least one page');
  const title = fold(first.title);
  const nodes = [...parse(first.contentHtml)];
  const opening = new Set(nodes.slice(0, OPENING).map(signatureOf));
  const texts = [first.textContent];
  for (const [index, page] of later.entries()) {
    const own = parse(page.contentHtml);
    const repeated = own.slice(0, OPENING).filter((node) => isTitle(node, title) || isRepeat(node, opening));
    const gone = new Set(repeated);
    nodes.push(...own.filter((node) => !gone.has(node)).map((node) => withOwnIds(node, index + 2)));
    texts.push(withoutRepeats(page.textContent, repeated.map(textOf).map(fold)));
  }
  const last = later[later.length - 1] ?? first;
  const textContent = texts.filter((text) => text !== '').join('\n\n');
  return {
    ...first,
    // A link of one page may lead to what is left out of another.
    contentHtml: serializeHtml(settleLinks(nodes, new Map())),
    textContent,
    words: countWords(textContent, first.lang),
    images: [...new Set(pages.flatMap(({ images }) => images))],
    relatedLists: mergeLists(pages.flatMap(({ relatedLists }) => relatedLists)),
    comments: fullest(pages.map(({ comments }) => comments)),
    nextPage: last.nextPage,
    nextNumber: last.nextNumber,
    lastPage: last.lastPage,
    removed: pages.flatMap(({ removed }) => removed),
    confidence: Math.min(...pages.map(({ confidence }) => confidence)),
  };
}

function parse(html: string): readonly CleanNode[] {
  const page = openPage(html, null);
  return toCleanTree(page.body === undefined ? [] : [page.body], new Set(), page);
}

/** What makes two blocks the same to a reader; `undefined` for one so short that it may well stand twice. */
function signatureOf(node: CleanNode): string | undefined {
  const text = fold(textOf(node));
  const pictures = picturesOf(node);
  return text.length < LEAST_REPEATED && pictures.length === 0 ? undefined : `${pictures.join(' ')} ${text}`;
}

function isRepeat(node: CleanNode, opening: ReadonlySet<string | undefined>): boolean {
  const signature = signatureOf(node);
  return signature !== undefined && opening.has(signature);
}

function isTitle(node: CleanNode, title: string): boolean {
  if (typeof node === 'string' || !/^h[1-6]$/.test(node.name)) return false;
  const text = fold(textOf(node));
  const bare = text.replace(
    /[\s,:–—(-]*(?:page|seite|página|pagina|sida|strona|страница)?\s*\d{1,2}(?:\s*(?:of|von|de|sur|\/)\s*\d{1,2})?\)?$/u,
    '',
  );
  return text === title || bare === title;
}

function withoutRepeats(text: string, repeated: readonly string[]): string {
  const gone = new Set(repeated.filter((each) => each !== ''));
  return text
    .split('\n\n')
    .filter((paragraph, at) => at >= OPENING || !gone.has(fold(paragraph)))
    .join('\n\n');
}

/** Two pages may both have a footnote 1. */
function withOwnIds(node: CleanNode, page: number): CleanNode {
  if (typeof node === 'string') return node;
  const attributes = node.attributes.map(([name, value]): [string, string] => {
    if (name === 'id') return [name, value.replace(/^a-/, `a-p${page}-`)];
    return name === 'href' && value.startsWith('#a-') ? [name, value.replace(/^#a-/, `#a-p${page}-`)] : [name, value];
  });
  return { name: node.name, attributes, children: node.children.map((child) => withOwnIds(child, page)) };
}

/** Each entry where it stood first; what later pages add to a list comes after it. */
function mergeLists(lists: readonly RelatedList[]): readonly RelatedList[] {
  const known = new Set<string>();
  const merged: { readonly heading: string | null; readonly entries: RelatedEntry[] }[] = [];
  for (const { heading, entries } of lists) {
    const fresh = entries.filter((entry) => !known.has(keyOf(entry)));
    for (const entry of fresh) known.add(keyOf(entry));
    if (fresh.length === 0) continue;
    const same = merged.find((list) => list.heading === heading);
    const start = same?.entries.length ?? 0;
    const placed = fresh.map((entry, at) => (start === 0 ? entry : { ...entry, position: start + at }));
    if (same === undefined) merged.push({ heading, entries: placed });
    else same.entries.push(...placed);
  }
  return merged;
}

function keyOf({ url, title }: RelatedEntry): string {
  return url === null ? fold(title) : url.replace(/#.*$/, '');
}

function fullest(found: readonly (Comments | null)[]): Comments | null {
  let best: Comments | null = null;
  for (const comments of found) if (comments !== null && comments.count > (best?.count ?? 0)) best = comments;
  return best;
}

function textOf(node: CleanNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join(' ');
}

function picturesOf(node: CleanNode): readonly string[] {
  if (typeof node === 'string') return [];
  const own = node.name === 'img' ? sourceOf(node) : undefined;
  return [...(own === undefined ? [] : [own]), ...node.children.flatMap(picturesOf)];
}

function sourceOf(image: CleanElement): string | undefined {
  return image.attributes.find(([name]) => name === 'src')?.[1];
}

function fold(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
