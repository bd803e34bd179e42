// Builds the clean tree that sanitised HTML is written from. In: what a page holds, as a stream of blocks, inline elements and
// text. Out: a tree of bounded depth that every HTML parser reads back as the same tree. It knows no page and no address.
import { unreachable } from '#contract/errors.ts';
import { BLOCK_MODELS, foldWhiteSpace, PARENTS_OF_PARTS, type BlockModel } from './allowList.ts';

/** Name and value. */
export type Attribute = [name: string, value: string];

/** An element of sanitised content; text stands as it reads, not escaped. */
export interface CleanElement {
  readonly name: string;
  readonly attributes: Attribute[];
  readonly children: CleanNode[];
}

/** A node of sanitised content. */
export type CleanNode = string | CleanElement;

/** An inline element that is open in the page; it is written around whatever content follows until it is closed. */
export interface InlineMark {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  isWritten: boolean;
}

/** Takes a page's content in reading order. What is opened must be closed in reverse order. */
export interface ContentTree {
  /** Opens a kept block; `undefined` when it cannot stand here and only ends the paragraph, as `part` does. */
  openBlock(name: string, attributes: Attribute[]): CleanElement | undefined;
  closeBlock(block: CleanElement | undefined): void;
  /** Ends a paragraph: the edge of a block that is not kept. */
  part(): void;
  /** `undefined` where the element would stand in its like. */
  openInline(name: string, attributes: readonly Attribute[]): InlineMark | undefined;
  closeInline(mark: InlineMark | undefined): void;
  addText(text: string): void;
  addBreak(): void;
  /** Adds an element that is complete and part of a line, such as a picture. */
  addLeaf(element: CleanElement): void;
  addRule(): void;
  /** Gives the next element this id: what it stood on is not kept. */
  addAnchor(id: string): void;
  /** Sets what every top-level block gets from now on: language and direction of a block around it that is not kept. */
  setInherited(attributes: readonly Attribute[]): void;
  /** Closes everything and returns the content. */
  finish(): readonly CleanNode[];
}

interface OpenBlock {
  readonly element: CleanElement;
  readonly model: BlockModel;
  /** Made for content that HTML allows only in such an element. */
  readonly isImplied: boolean;
  /** Something stands in this mixed block already, so that inline content needs a paragraph of its own. */
  isParted: boolean;
}

// Chromium flattens trees deeper than 512; far less is enough, and recursion over the result stays safe.
const MAX_BLOCKS = 80;
const MAX_INLINES = 12;

const LEADING_SPACE = /^[ \t\n\r\f]/;
const TRAILING_SPACE = /[ \t\n\r\f]$/;
const BLANK = /^[\s\u200b\u00ad\ufeff]*$/;

/** Makes an empty content tree. */
export function createContentTree(): ContentTree {
  const root: CleanElement = { name: '', attributes: [], children: [] };
  const blocks: OpenBlock[] = [];
  let top: OpenBlock = { element: root, model: 'flow', isImplied: false, isParted: false };
  const inlines: InlineMark[] = [];
  let written: { readonly mark: InlineMark; readonly element: CleanElement }[] = [];
  let hasSpace = false;
  let breaks = 0;
  let endsWithBreak = false;
  let anchor: string | undefined;
  let inherited: readonly Attribute[] = [];

  function endLine(): void {
    if (written.length > 0) written = [];
    hasSpace = false;
    breaks = 0;
  }

  function takeAnchor(element: CleanElement): void {
    if (anchor === undefined || idOf(element) !== undefined) return;
    element.attributes.push(['id', anchor]);
    anchor = undefined;
  }

  function inherit(element: CleanElement): void {
    for (const attribute of inherited) {
      if (element.attributes.every(([name]) => name !== attribute[0])) element.attributes.push(attribute);
    }
  }

  function push(name: string, attributes: Attribute[], isImplied: boolean): CleanElement {
    const element: CleanElement = { name, attributes, children: [] };
    takeAnchor(element);
    if (blocks.length === 0) inherit(element);
    top.element.children.push(element);
    blocks.push(top);
    top = { element, model: BLOCK_MODELS.get(name) ?? 'phrasing', isImplied, isParted: false };
    endLine();
    return element;
  }

  function pop(): void {
    const { element } = top;
    const parent = blocks.pop();
    if (parent === undefined) return;
    top = parent;
    endLine();
    const isKept = element.children.length > 0 || element.name === 'td' || element.name === 'th';
    if (!isKept) {
      // An open block is always the last child of its parent.
      parent.element.children.pop();
      anchor ??= idOf(element);
    }
    parent.isParted = parent.element.children.length > 0;
  }

  function part(): void {
    if (top.element.name === 'p') {
      pop();
    } else if (top.model === 'mixed') {
      top.isParted = top.element.children.length > 0;
      endLine();
    } else if (top.element.name === 'pre') {
      if (top.element.children.length > 0 && !endsWithBreak) place('\n');
    } else {
      hasSpace = true;
    }
  }

  /** The element that inline content goes into now; `undefined` where none can stand, as between the rows of a table. */
  function openLine(): CleanElement | undefined {
    const { element, model, isParted } = top;
    switch (model) {
      case 'phrasing':
        return element;
      case 'mixed':
        return isParted ? push('p', [], true) : element;
      case 'flow':
        return push('p', [], true);
      case 'parts':
        return pushImpliedPart(element);
      default:
        return unreachable(model);
    }
  }

  function pushImpliedPart(list: CleanElement): CleanElement | undefined {
    if (list.name === 'ul' || list.name === 'ol') return push('li', [], true);
    return list.name === 'dl' ? push('dd', [], true) : undefined;
  }

  /** Writes the line breaks that stand before content: two of them part paragraphs. */
  function writeBreaks(line: CleanElement): CleanElement | undefined {
    if (breaks === 0 || line.children.length === 0) return line;
    if (breaks > 1 && line.name === 'p') {
      pop();
      return openLine();
    }
    const target = closeUncommon(line);
    for (let count = Math.min(breaks, 2); count > 0; count--) {
      target.children.push({ name: 'br', attributes: [], children: [] });
    }
    hasSpace = false;
    return line;
  }

  /** Keeps open the written inline elements that are still open in the page; returns the innermost. */
  function closeUncommon(line: CleanElement): CleanElement {
    let common = 0;
    while (common < written.length && written[common]?.mark === inlines[common]) common++;
    written.length = common;
    return written[common - 1]?.element ?? line;
  }

  function place(node: CleanNode): void {
    const opened = openLine();
    const line = opened && writeBreaks(opened);
    if (line === undefined) return;
    let target = closeUncommon(line);
    if (hasSpace && line.children.length > 0) append(target, ' ');
    hasSpace = false;
    breaks = 0;
    for (const mark of inlines.slice(written.length)) {
      // An element that a block has cut in two is written again after it, but an id names one place.
      const attributes = mark.attributes.filter(([name]) => name !== 'id' || !mark.isWritten);
      const element: CleanElement = { name: mark.name, attributes, children: [] };
      mark.isWritten = true;
      takeAnchor(element);
      target.children.push(element);
      written.push({ mark, element });
      target = element;
    }
    if (typeof node !== 'string') takeAnchor(node);
    append(target, node);
    endsWithBreak = typeof node === 'string' && node.endsWith('\n');
  }

  return {
    openBlock(name, attributes) {
      part();
      const parents = PARENTS_OF_PARTS.get(name);
      if (top.isImplied && parents?.has(blocks[blocks.length - 1]?.element.name ?? '') === true) pop();
      if (name === 'tr' && top.element.name === 'table') push('tbody', [], true);
      if (top.model === 'phrasing' || blocks.length >= MAX_BLOCKS) return undefined;
      if (parents === undefined) {
        if (top.model === 'parts' && pushImpliedPart(top.element) === undefined) return undefined;
      } else if (!parents.has(top.element.name)) {
        return undefined;
      }
      return push(name, attributes, false);
    },
    closeBlock(block) {
      const isOpen = block !== undefined && (top.element === block || blocks.some(({ element }) => element === block));
      if (!isOpen) {
        part();
        return;
      }
      while (top.element !== block) pop();
      pop();
    },
    part,
    openInline(name, attributes) {
      const isNested = inlines.some((mark) => mark.name === name);
      if (isNested || inlines.length >= MAX_INLINES) return undefined;
      if ((name === 'rt' || name === 'rp') && inlines[inlines.length - 1]?.name !== 'ruby') return undefined;
      const mark: InlineMark = { name, attributes, isWritten: false };
      inlines.push(mark);
      return mark;
    },
    closeInline(mark) {
      if (mark === undefined) return;
      inlines.pop();
      if (!mark.isWritten) anchor ??= mark.attributes.find(([name]) => name === 'id')?.[1];
    },
    addText(text) {
      if (top.element.name === 'pre') {
        const lines = text.replace(/\r\n?/g, '\n');
        // A parser skips a line break right after the start tag.
        const kept = top.element.children.length === 0 ? lines.replace(/^\n+/, '') : lines;
        if (kept !== '') place(kept);
        return;
      }
      const isBlank = BLANK.test(text);
      if (isBlank || LEADING_SPACE.test(text)) hasSpace = true;
      if (isBlank) return;
      place(foldWhiteSpace(text));
      if (TRAILING_SPACE.test(text)) hasSpace = true;
    },
    addBreak() {
      if (top.element.name !== 'pre') breaks++;
      else if (top.element.children.length > 0) place('\n');
    },
    addLeaf: place,
    addRule() {
      part();
      if (top.model !== 'flow' && top.model !== 'mixed') return;
      const rule: CleanElement = { name: 'hr', attributes: [], children: [] };
      takeAnchor(rule);
      top.element.children.push(rule);
      top.isParted = true;
      endLine();
    },
    addAnchor(id) {
      anchor ??= id;
    },
    setInherited(attributes) {
      inherited = attributes;
    },
    finish() {
      while (blocks.length > 0) pop();
      return root.children;
    },
  };
}

function append(target: CleanElement, node: CleanNode): void {
  const { children } = target;
  const last = children.length - 1;
  const before = children[last];
  if (typeof node === 'string' && typeof before === 'string') children[last] = before + node;
  else children.push(node);
}

function idOf(element: CleanElement): string | undefined {
  return element.attributes.find(([name]) => name === 'id')?.[1];
}
