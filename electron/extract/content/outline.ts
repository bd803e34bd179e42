// A parsed page in; its blocks and lines of text come out in document order, as ranges. One walk without recursion; the tree
// is only read. What no reader sees (scripts, templates, forms' values) is passed over, as the plain text passes over it.
import { isTag, isText, type AnyNode, type Element, type Text } from 'domhandler';
import { DROPPED_WHOLE } from '../allowList.ts';
import { EMBED_ELEMENTS } from '../embeds.ts';
import type { Page } from '../page.ts';
import { hintsOf } from './hints.ts';

/** An element that stands as a block, with what it spans. */
export interface Block {
  readonly element: Element;
  /** Index of the block around it; -1 for the outermost. */
  readonly parent: number;
  /** First line, and the line after its last. */
  readonly line: number;
  lineEnd: number;
  /** Index after its last descendant block. */
  end: number;
  /** Hints of its own attributes and of the inline elements around it: bits of `HINTS`. */
  readonly hints: number;
  /** Hints of every block around it. */
  readonly above: number;
}

/** A run of text that no block edge and no blank line breaks. */
export interface Line {
  readonly block: number;
  readonly nodes: readonly Text[];
  /** White space folded. */
  readonly text: string;
  /** Share of its letters that stand in links, 0 to 1. */
  readonly linked: number;
  readonly links: number;
  /** Hints of the inline elements that its first text stands in. */
  readonly hints: number;
  readonly startsLinked: boolean;
  readonly endsLinked: boolean;
  /** Share of its letters in bold, italics or headings of inline elements, 0 to 1. */
  readonly stressed: number;
}

/** A page in outline. */
export interface Outline {
  readonly blocks: readonly Block[];
  readonly lines: readonly Line[];
}

const UNSEEN: ReadonlySet<string> = new Set([
  ...DROPPED_WHOLE,
  ...EMBED_ELEMENTS,
  'noscript',
  'svg',
  'button',
  'rp',
  'rt',
  'math',
]);
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q ruby s samp small ' +
    'source span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
const STRESS: ReadonlySet<string> = new Set(['b', 'strong', 'em', 'i', 'u']);

interface Frame {
  readonly children: readonly AnyNode[];
  next: number;
  readonly block: number;
  readonly isBlock: boolean;
  readonly isLink: boolean;
  readonly isStress: boolean;
  readonly inlineHints: number;
}

/** Outlines the page's body. Time is linear in the page, at any depth of nesting. */
export function outlinePage(page: Page): Outline {
  const { body } = page;
  const walk = new OutlineWalk();
  if (body !== undefined) walk.run(body);
  return walk;
}

class OutlineWalk implements Outline {
  readonly blocks: Block[] = [];
  readonly lines: Line[] = [];
  private nodes: Text[] = [];
  private text = '';
  private linkedLetters = 0;
  private stressedLetters = 0;
  private links = 0;
  private lineBlock = -1;
  private lineHints = 0;
  private breaks = 0;
  private inLink = 0;
  private startsLinked = false;
  private endsLinked = false;
  private inStress = 0;
  private block = -1;
  private inlineHints = 0;

  run(body: Element): void {
    const open: Frame[] = [];
    this.enter(body, open);
    for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
      const child = frame.children[frame.next++];
      if (child === undefined) this.leave(frame, open);
      else if (isText(child)) this.addText(child);
      else if (isTag(child)) this.enter(child, open);
    }
  }

  private enter(element: Element, open: Frame[]): void {
    const { name } = element;
    if (name === 'br') {
      this.breaks++;
      if (this.breaks > 1) this.endLine();
      else if (this.text !== '') this.text += ' ';
      return;
    }
    if (UNSEEN.has(name)) return;
    const isBlock = !INLINE.has(name);
    const isLink = name === 'a' && element.attribs['href'] !== undefined;
    const isStress = STRESS.has(name);
    const [block, inlineHints] = [this.block, this.inlineHints];
    const hints = hintsOf(element);
    if (isBlock) {
      this.endLine();
      const parent = this.blocks[block];
      this.block = this.blocks.length;
      this.blocks.push({
        element,
        parent: block,
        line: this.lines.length,
        lineEnd: 0,
        end: 0,
        hints: hints | inlineHints,
        above: parent === undefined ? 0 : parent.above | parent.hints,
      });
      this.inlineHints = 0;
    } else {
      this.inlineHints |= hints;
      if (isLink) this.links++;
    }
    if (isLink) this.inLink++;
    if (isStress) this.inStress++;
    open.push({ children: element.children, next: 0, block, isBlock, isLink, isStress, inlineHints });
  }

  private leave(frame: Frame, open: Frame[]): void {
    open.pop();
    if (frame.isLink) this.inLink--;
    if (frame.isStress) this.inStress--;
    if (frame.isBlock) {
      this.endLine();
      const block = this.blocks[this.block];
      if (block !== undefined) [block.lineEnd, block.end] = [this.lines.length, this.blocks.length];
      this.block = frame.block;
    }
    this.inlineHints = frame.inlineHints;
  }

  private addText(node: Text): void {
    const { data } = node;
    const letters = data.trim().length;
    if (letters === 0) {
      if (this.text !== '') this.text += ' ';
      return;
    }
    if (this.text === '') {
      this.lineBlock = this.block;
      this.lineHints = this.inlineHints;
      this.startsLinked = this.inLink > 0;
    }
    this.endsLinked = this.inLink > 0;
    this.breaks = 0;
    this.nodes.push(node);
    this.text += data;
    if (this.inLink > 0) this.linkedLetters += letters;
    if (this.inStress > 0) this.stressedLetters += letters;
  }

  private endLine(): void {
    this.breaks = 0;
    if (this.text !== '') {
      const text = this.text.replace(/\s+/g, ' ').trim();
      this.lines.push({
        block: this.lineBlock,
        nodes: this.nodes,
        text,
        linked: Math.min(1, this.linkedLetters / Math.max(1, text.length)),
        links: Math.max(this.links, this.inLink > 0 ? 1 : 0),
        hints: this.lineHints,
        startsLinked: this.startsLinked,
        endsLinked: this.endsLinked,
        stressed: Math.min(1, this.stressedLetters / Math.max(1, text.length)),
      });
      this.nodes = [];
    }
    [this.text, this.linkedLetters, this.stressedLetters, this.links] = ['', 0, 0, 0];
  }
}
