// An article's document in; soft hyphens in its running text where the browser parts no words of the language by itself, and out of it again. What
// is in view comes first, the rest in slices while nothing else is to be done. Headings, code, formulas and cells of tables stay as they are.
import { canHyphenate } from './dress.ts';
import { listBlocks } from '../frame/frameDocument.ts';
import { viewOf } from '../place/framePlace.ts';
import { hasPatterns, loadPatterns } from './hyphenPatterns.ts';
import { isPaged } from '../place/pagedFlow.ts';
import { listenForCopies } from '../frame/plainCopies.ts';
import { findWordParts, type PartWord } from './wordParts.ts';

const RUNNING = 'p, li, dd, blockquote, figcaption';
const LEFT_WHOLE =
  'pre, code, kbd, samp, h1, h2, h3, h4, h5, h6, td, th, math, svg, button, [hidden], [translate="no"]';
const SOFT_HYPHEN = '\u00AD';
/** So long words are looked up in a slice, unless one piece of text takes longer; lines are laid out after that. */
const SLICE_MS = 4;
const LONGEST_WAIT_MS = 1000;

type Change = () => void;

/** Does something that moves lines, so that what is in view stays there. */
export type KeepPlace = (change: Change) => void;

/** Parts the words of one document. */
export interface Parting {
  /** Parts them, or makes them whole again; what was begun before is given up. */
  set(isOn: boolean, keepPlace: KeepPlace): Promise<void>;
  /** Leaves all as it is. */
  stop(): void;
  /** Hears no copying any more. */
  close(): void;
}

/** Whether words of a language are parted in a document, by the browser or by us. */
export function canPart(page: Document, lang: string): boolean {
  return hasPatterns(lang) || canHyphenate(page, lang);
}

/** Makes what parts the words of a document. */
export function createParting(page: Document): Parting {
  /** What has soft hyphens in it, as it was before. */
  const whole = new Map<Text, string>();
  let run = 0;
  let partWords: ReadonlyMap<string, PartWord> = new Map();

  /** What is to be done so that the words of a piece of text are parted. */
  function part(node: Text): Change | undefined {
    const partWord = partWords.get(languageOf(node));
    const places = partWord === undefined || whole.has(node) ? [] : findWordParts(node.data, partWord);
    if (places.length === 0) return undefined;
    return () => {
      whole.set(node, node.data);
      // One by one and from the end: so ranges of highlights and of the selection stay at their words.
      for (const place of places.toReversed()) node.insertData(place, SOFT_HYPHEN);
    };
  }

  function join(node: Text): Change | undefined {
    const before = whole.get(node);
    return before === undefined ? undefined : () => takeOut(node, before);
  }

  function takeOut(node: Text, before: string): void {
    whole.delete(node);
    const { data } = node;
    const places: number[] = [];
    for (let at = 0; at < data.length; at += 1) {
      if (data[at] === SOFT_HYPHEN && before[at - places.length] !== SOFT_HYPHEN) places.push(at);
    }
    for (const place of places.toReversed()) node.deleteData(place, 1);
  }

  async function set(isOn: boolean, keepPlace: KeepPlace): Promise<void> {
    run += 1;
    const own = run;
    if (!isOn && whole.size === 0) return;
    const nodes = runningText(page);
    if (isOn) {
      const known = await loadAll(page, new Set(nodes.map(languageOf)));
      if (own !== run) return;
      partWords = known;
      if (known.size === 0) return;
    }
    const work = isOn ? part : join;
    const { seen, others } = inOrder(page, nodes);
    keepPlace(() => seen.forEach((node) => work(node)?.()));
    // The columns of pages are laid out anew as a whole with every change, so there is one.
    const isAtOnce = isPaged(page);
    let changes: Change[] = [];
    let next = 0;
    const goOn = (): void => {
      if (own !== run) return;
      const until = performance.now() + SLICE_MS;
      do {
        const node = others[next];
        const change = node && work(node);
        if (change !== undefined) changes.push(change);
        next += 1;
      } while (next < others.length && performance.now() < until);
      if (!isAtOnce || next >= others.length) {
        const done = changes;
        changes = [];
        keepPlace(() => done.forEach((change) => change()));
      }
      if (next < others.length) requestIdleCallback(goOn, { timeout: LONGEST_WAIT_MS });
    };
    requestIdleCallback(goOn, { timeout: LONGEST_WAIT_MS });
  }

  const close = listenForCopies(page, (isSelected) => {
    const copied = [...whole.keys()].filter(isSelected);
    copied.forEach((node) => join(node)?.());
    const own = run;
    return () => {
      if (own === run) copied.forEach((node) => part(node)?.());
    };
  });
  return {
    set,
    stop: () => {
      run += 1;
    },
    close,
  };
}

function runningText(page: Document): readonly Text[] {
  const content = page.querySelector('.content');
  if (content === null) return [];
  const nodes: Text[] = [];
  const walker = page.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    isElement(node) && node.matches(LEFT_WHOLE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (isText(node) && node.parentElement?.closest(RUNNING) != null) nodes.push(node);
  }
  return nodes;
}

/** What is in view, then what follows it and, going back from there, what stands before. */
function inOrder(page: Document, nodes: readonly Text[]): { readonly seen: readonly Text[]; readonly others: Text[] } {
  const blocks = listBlocks(page);
  const view = viewOf(page, blocks);
  const indexFrom = (block: Element | undefined): number => {
    if (block === undefined) return nodes.length;
    let [low, high] = [0, nodes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const node = nodes[middle];
      const isBefore =
        node !== undefined && (node.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const first = view === undefined ? 0 : indexFrom(blocks[view.block]);
  const last = view === undefined ? 0 : indexFrom(blocks[Math.floor(view.end) + 1]);
  return {
    seen: nodes.slice(first, last),
    others: [...nodes.slice(Math.max(first, last)), ...nodes.slice(0, first).toReversed()],
  };
}

async function loadAll(page: Document, langs: ReadonlySet<string>): Promise<ReadonlyMap<string, PartWord>> {
  const known = new Map<string, PartWord>();
  for (const lang of langs) {
    // oxlint-disable-next-line no-await-in-loop -- hardly any text is in two languages
    const partWord =
      lang === '' || !hasPatterns(lang) || canHyphenate(page, lang) ? undefined : await loadPatterns(lang);
    if (partWord !== undefined) known.set(lang, partWord);
  }
  return known;
}

function languageOf(node: Text): string {
  return node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
}

// Not by their class: nodes of a frame are none of the window's classes.
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
