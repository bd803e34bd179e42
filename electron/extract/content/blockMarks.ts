// An outline in; by block, in what company it stands, out.
import type { Element } from 'domhandler';
import { within, type Sums } from './candidates.ts';
import type { LineFacts } from './lineFacts.ts';
import type { Block, Outline } from './outline.ts';

/** Lines of one make: those in blocks whose name and classes, and whose parent's, are the same. */
export interface Kin {
  /** By block that holds lines: the number of its make. */
  readonly makes: Int32Array;
  /** By make: its lines, those of them that are prose, and their words. */
  readonly lines: readonly number[];
  readonly prose: readonly number[];
  readonly words: readonly number[];
}

/** Finds the lines of one make. */
export function markKin({ blocks, lines }: Outline, facts: readonly LineFacts[]): Kin {
  const numbers = new Map<string, number>();
  const makes = new Int32Array(blocks.length).fill(-1);
  const [count, prose, words]: [number[], number[], number[]] = [[], [], []];
  for (const [i, { block: index }] of lines.entries()) {
    let make = makes[index] ?? -1;
    if (make === -1) {
      const block = blocks[index];
      const key = `${nameOf(blocks[block?.parent ?? -1])} ${nameOf(block)}`;
      make = numbers.get(key) ?? -1;
      if (make === -1) {
        make = numbers.size;
        numbers.set(key, make);
        count.push(0);
        prose.push(0);
        words.push(0);
      }
      makes[index] = make;
    }
    count[make] = (count[make] ?? 0) + 1;
    words[make] = (words[make] ?? 0) + (facts[i]?.words ?? 0);
    if (facts[i]?.isProse === true) prose[make] = (prose[make] ?? 0) + 1;
  }
  return { makes, lines: count, prose, words };
}

function nameOf(block: Block | undefined): string {
  return block === undefined ? '' : `${block.element.name}.${(block.element.attribs['class'] ?? '').slice(0, 80)}`;
}

/** Marks the blocks in `elements` and everything below them. */
export function markBlocks({ blocks }: Outline, elements: ReadonlySet<Element>): Uint8Array {
  const marks = new Uint8Array(blocks.length);
  if (elements.size === 0) return marks;
  for (const [index, block] of blocks.entries()) {
    if (elements.has(block.element) || marks[block.parent] === 1) marks[index] = 1;
  }
  return marks;
}

/** Marks the captions of figures and everything in them. */
export function markCaptions({ blocks }: Outline): Uint8Array {
  const marks = new Uint8Array(blocks.length);
  for (const [index, { element, parent }] of blocks.entries()) {
    if (element.name === 'figcaption' || marks[parent] === 1) marks[index] = 1;
  }
  return marks;
}

/** Siblings of one kind, by block: those it stands among, or the nearest block around it does. */
export interface Repeats {
  /** By block: the number of its group, -1 when it repeats nothing. */
  readonly groups: Int32Array;
  /** By group: blocks, share of their letters in links, share of them with prose, mean letters. */
  readonly sizes: readonly number[];
  readonly linked: readonly number[];
  readonly prose: readonly number[];
  readonly letters: readonly number[];
}

/** Finds blocks that stand among three or more siblings of their kind. */
export function markRepeats({ blocks }: Outline, sums: Sums): Repeats {
  const members = new Map<string, number[]>();
  for (const [index, block] of blocks.entries()) {
    const { name, attribs } = block.element;
    if (name === 'p' || name === 'br' || /^h[1-6]$/.test(name) || name === 'tr' || name === 'td') continue;
    const key = `${String(block.parent)} ${name} ${(attribs['class'] ?? '').split(' ', 1)[0] ?? ''}`;
    const known = members.get(key);
    if (known === undefined) members.set(key, [index]);
    else known.push(index);
  }
  const groups = new Int32Array(blocks.length).fill(-1);
  const [sizes, linked, prose, letters]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const group of members.values()) {
    if (group.length < 3) continue;
    let [sumLetters, sumLinked, withProse, count] = [0, 0, 0, 0];
    for (const index of group) {
      const block = blocks[index];
      sumLetters += within(sums.letters, block);
      sumLinked += within(sums.linked, block);
      if (within(sums.prose, block) > 0) withProse++;
      if ((block?.lineEnd ?? 0) > (block?.line ?? 0)) count++;
    }
    if (count < 3) continue;
    for (const index of group) groups[index] = sizes.length;
    sizes.push(count);
    linked.push(sumLinked / Math.max(1, sumLetters));
    prose.push(withProse / count);
    letters.push(sumLetters / count);
  }
  for (const [index, block] of blocks.entries()) if (groups[index] === -1) groups[index] = groups[block.parent] ?? -1;
  return { groups, sizes, linked, prose, letters };
}

/** How much of the page's prose the innermost article element around each block has; 0 where there is none. */
export function markArticles({ blocks }: Outline, sums: Sums, whole: number): Int8Array {
  const marks = new Int8Array(blocks.length);
  for (const [index, block] of blocks.entries()) {
    if (block.element.name === 'article') {
      const share = within(sums.prose, block) / Math.max(1, whole);
      marks[index] = share < 0.05 ? 1 : share < 0.2 ? 2 : share < 0.5 ? 3 : share < 0.8 ? 4 : 5;
    } else marks[index] = marks[block.parent] ?? 0;
  }
  return marks;
}
