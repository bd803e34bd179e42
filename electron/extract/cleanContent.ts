// Walks the content of a page and puts into a clean tree what the allow-list names. Everything else stays behind: of some
// elements only the content, of others nothing.
import type { AnyNode, Element } from 'domhandler';
import { parseFragment } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import {
  BLOCK_MODELS,
  DROPPED_WHOLE,
  foldWhiteSpace,
  INLINE_ELEMENTS,
  plainAttributes,
  UNWRAPPED_BLOCKS,
} from './allowList.ts';
import { createContentTree, type Attribute, type CleanNode } from './contentTree.ts';
import { attributesOf, elementBefore, footnoteRole, isFootnotes, repeatsFormula } from './elementRules.ts';
import { isDrawing, toDrawing } from './drawings.ts';
import { EMBED_ELEMENTS, linkOfEmbed } from './embeds.ts';
import { backgroundOf, chooseImage, isToBePlaced, posterOf } from './imageAddress.ts';
import { isFormula, toFormula } from './mathml.ts';
import type { Page } from './page.ts';
import { fragmentOf, surveyContent } from './pageSurvey.ts';
import { settleLinks } from './settleLinks.ts';
import { toLinkAddress } from './webAddress.ts';

/** A node still to be entered, or what is to be done when all of an element was. */
type Step = AnyNode | (() => void);

const RENAMED_BLOCKS: ReadonlyMap<string, string> = new Map([
  ['dir', 'ul'],
  ['menu', 'ul'],
  ['listing', 'pre'],
]);

/** Makes the clean tree of the content below `roots` without the `dropped` nodes; its depth is bounded, its time linear. */
export function toCleanTree(
  roots: readonly AnyNode[],
  dropped: ReadonlySet<AnyNode>,
  page: Page,
): readonly CleanNode[] {
  const { linkedIds, dataTables } = surveyContent(roots, dropped, page);
  const tree = createContentTree();
  const stack: Step[] = [];
  const seenIds = new Set<string>();
  /** Where links within the page lead to if what they lead to is left out. */
  const elsewhere = new Map<string, string | undefined>();
  let inherited: readonly Attribute[] = [];
  // Inside a button or a `noscript` only pictures are content.
  let picturesOnly = 0;
  /** Figures whose backgrounds need no further look. */
  const illustrated = new Set<Element>();
  let shown: { readonly holder: Element } | undefined;

  function descend(nodes: readonly AnyNode[], leave?: () => void): void {
    if (leave !== undefined) stack.push(leave);
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i];
      if (node !== undefined) stack.push(node);
    }
  }

  function idOf(element: Element): string | undefined {
    const { id, name } = element.attribs;
    const found = [id, element.name === 'a' ? name : undefined].find(
      (each) => each !== undefined && linkedIds.has(each),
    );
    if (found === undefined || seenIds.has(found)) return undefined;
    seenIds.add(found);
    return toId(found);
  }

  function enter(element: Element): void {
    const { name } = element;
    // Of what is written whole; an id that stood before one of these is given to it, too.
    const isWhole = name === 'hr' || name === 'wbr' || isFormula(element) || isDrawing(element);
    const id = isWhole ? idOf(element) : undefined;
    if (id !== undefined) tree.addAnchor(id);
    if (isFormula(element)) {
      const formula = toFormula(element);
      if (formula !== undefined) tree.addLeaf(formula);
    } else if (isDrawing(element)) {
      const drawing = toDrawing(element);
      if (drawing !== undefined) addPicture(drawing.address, drawing.name);
    } else if (element.namespace !== HTML_NAMESPACE || DROPPED_WHOLE.has(name) || repeatsFormula(element)) {
      return;
    } else if (name === 'img' || name === 'amp-img') {
      addImage(element, element);
    } else if (name === 'noscript') {
      addNoscript(element);
    } else if (name === 'button') {
      picturesOnly++;
      descend(element.children, () => picturesOnly--);
    } else if (picturesOnly > 0) {
      descend(element.children);
    } else if (EMBED_ELEMENTS.has(name)) {
      addEmbed(element);
    } else if (name === 'br') {
      tree.addBreak();
    } else if (name === 'wbr') {
      tree.addLeaf({ name: 'wbr', attributes: [], children: [] });
    } else if (name === 'hr') {
      tree.addRule();
    } else {
      enterContainer(element);
    }
  }

  function enterContainer(element: Element): void {
    const name = RENAMED_BLOCKS.get(element.name) ?? element.name;
    if (name !== 'figure') addBackground(element);
    const inline = INLINE_ELEMENTS.get(name);
    const id = idOf(element);
    if (inline !== undefined) {
      enterInline(element, inline, id);
    } else if (isFootnotes(element) || (BLOCK_MODELS.has(name) && name !== 'section' && isKeptBlock(element))) {
      const kept = isFootnotes(element) && name !== 'ol' && name !== 'ul' ? 'section' : name;
      const block = tree.openBlock(kept, withId(attributesOf(element, kept), id));
      if (block === undefined && id !== undefined) tree.addAnchor(id);
      if (kept === 'figure') addBackground(element);
      descend(element.children, () => tree.closeBlock(block));
    } else {
      if (id !== undefined) tree.addAnchor(id);
      if (UNWRAPPED_BLOCKS.has(name) || BLOCK_MODELS.has(name)) unwrapBlock(element);
      else descend(element.children);
    }
  }

  function isKeptBlock(element: Element): boolean {
    return element.name !== 'table' || dataTables.has(element);
  }

  function unwrapBlock(element: Element): void {
    const before = inherited;
    const own = plainAttributes('div', element.attribs);
    tree.part();
    if (own.length > 0) {
      inherited = [...own, ...before.filter(([name]) => own.every((attribute) => attribute[0] !== name))];
      tree.setInherited(inherited);
    }
    descend(element.children, () => {
      tree.part();
      inherited = before;
      tree.setInherited(before);
    });
  }

  function enterInline(element: Element, name: string, id: string | undefined): void {
    const attributes = name === 'a' ? linkAttributes(element) : attributesOf(element, name);
    const saysSomething = name === 'a' || name === 'span' ? attributes.length > 0 : true;
    if (!saysSomething) {
      if (id !== undefined) tree.addAnchor(id);
      descend(element.children);
      return;
    }
    const mark = tree.openInline(name, withId(attributes, id));
    if (mark === undefined && id !== undefined) tree.addAnchor(id);
    descend(element.children, () => tree.closeInline(mark));
  }

  function linkAttributes(element: Element): Attribute[] {
    const { href } = element.attribs;
    if (href === undefined) return [];
    const fragment = fragmentOf(page, href);
    const absolute = toLinkAddress(page, href);
    const within = fragment !== undefined && linkedIds.has(fragment) ? `#${toId(fragment)}` : undefined;
    if (within !== undefined && !elsewhere.has(within)) elsewhere.set(within, absolute);
    const address = within ?? absolute;
    if (address === undefined) return [];
    const attributes = attributesOf(element, 'a');
    const role = attributes.some(([name]) => name === 'role') ? undefined : footnoteRole(element);
    return [['href', address], ...attributes, ...(role === undefined ? [] : [['role', role] satisfies Attribute])];
  }

  function addImage(image: Element, holder: Element): void {
    if (shown !== undefined && shown.holder.name === 'noscript' && shown.holder === elementBefore(image)) return;
    const url = chooseImage(image, page);
    if (url === undefined) return;
    const { alt, width, height } = image.attribs;
    const attributes: Attribute[] = [
      ['src', url],
      ['alt', foldWhiteSpace(alt ?? '').slice(0, 2000)],
    ];
    if (isSize(width) && isSize(height)) attributes.push(['width', width], ['height', height]);
    // A page of the web has no stored pictures.
    if (!isToBePlaced(url))
      attributes.push(...plainAttributes('img', { 'data-address': image.attribs['data-address'] ?? '' }));
    tree.addLeaf({ name: 'img', attributes: withId(attributes, idOf(image)), children: [] });
    shown = { holder };
  }

  /** What is shown without scripts is often the picture that a script would have put in place of the one before. */
  function addNoscript(noscript: Element): void {
    const before = elementBefore(noscript);
    let holder: AnyNode | null | undefined = shown?.holder;
    for (let level = 0; level < 5 && holder !== undefined && holder !== null; level++) {
      if (holder === before) return;
      holder = holder.parent;
    }
    const only = noscript.children[0];
    const isRaw = only !== undefined && only.type === 'text' && /<img\s/i.test(only.data);
    const nodes = isRaw ? parseFragment(only.data, { treeAdapter: adapter }).children : noscript.children;
    for (const image of findImages(nodes)) addImage(image, noscript);
  }

  function addPicture(src: string, alt: string): void {
    tree.addLeaf({
      name: 'img',
      attributes: [
        ['src', src],
        ['alt', foldWhiteSpace(alt).slice(0, 2000)],
      ],
      children: [],
    });
  }

  /** In a figure a background is the picture itself; elsewhere it is decoration. */
  function addBackground(element: Element): void {
    const figure = figureAround(element);
    if (figure === undefined || element.name === 'figcaption') return;
    const url = backgroundOf(element, page);
    if (url === undefined || illustrated.has(figure)) return;
    illustrated.add(figure);
    if (findImages(figure.children).length > 0) return;
    addPicture(url, element.attribs['aria-label'] ?? element.attribs['title'] ?? '');
  }

  function addEmbed(element: Element): void {
    const link = linkOfEmbed(element, page);
    if (link === undefined) return;
    const poster = posterOf(element, page);
    const block = tree.openBlock('p', [['class', 'embed']]);
    const mark = tree.openInline('a', [['href', link.url]]);
    if (poster !== undefined) addPicture(poster, link.label);
    tree.addText(link.label);
    tree.closeInline(mark);
    tree.closeBlock(block);
  }

  for (const root of roots) {
    descend([root], () => tree.part());
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (typeof step === 'function') step();
      else if (dropped.has(step)) continue;
      else if (step.type === 'text') {
        if (picturesOnly === 0) tree.addText(step.data);
      } else if ('attribs' in step) enter(step);
      else if ('children' in step) descend(step.children);
    }
  }
  return settleLinks(tree.finish(), elsewhere);
}

const HTML_NAMESPACE = 'http://www.w3.org/1999/xhtml';

/** Ids of the page and of the app must not meet; a prefixed one stays as it is. */
function toId(id: string): string {
  const bare = id.replace(/[\s%]+/g, '-').slice(0, 200);
  return bare.startsWith('a-') ? bare : `a-${bare}`;
}

function withId(attributes: readonly Attribute[], id: string | undefined): Attribute[] {
  return id === undefined ? [...attributes] : [...attributes, ['id', id]];
}

function findImages(nodes: readonly AnyNode[]): Element[] {
  const images: Element[] = [];
  const stack: AnyNode[] = [...nodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('attribs' in node)) continue;
    if (node.name === 'img') images.push(node);
    else stack.push(...[...node.children].reverse());
  }
  return images;
}

/** The figure that an element is or stands in, a few levels up. */
function figureAround(element: Element): Element | undefined {
  let around: AnyNode | null = element;
  for (let level = 0; level < 4 && around !== null; level++) {
    if ('attribs' in around && around.name === 'figure') return around;
    around = around.parent;
  }
  return undefined;
}

function isSize(size: string | undefined): size is string {
  return size !== undefined && /^[1-9]\d{0,3}$/.test(size);
}
