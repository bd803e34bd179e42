// An outline in; by block, marks that say in what company it stands, out.
import type { Element } from 'domhandler';
import { within, type Sums } from './candidates.ts';
import type { LineFacts } from './lineFacts.ts';
import type { Block, Outline } from './outline.ts';

/** For each block, how many of the lines in blocks of its make (names and classes of it and its parent) there are and are prose. */
export function markKin({ blocks, lines }: Outline, facts: readonly LineFacts[], numbers: Int32Array): Uint8Array {
  const makes = new Map<string, { lines: number; prose: number; number: number }>();
  const of = blocks.map((): { lines: number; prose: number; number: number } | undefined => undefined);
  for (const [i, line] of lines.entries()) {
    let make = of[line.block];
    if (make === undefined) {
      const block = blocks[line.block];
      const parent = blocks[block?.parent ?? -1];
      const key = `${nameOf(parent)} ${nameOf(block)}`;
      make = makes.get(key);
      if (make === undefined) {
        make = { lines: 0, prose: 0, number: makes.size };
        makes.set(key, make);
      }
      of[line.block] = make;
      numbers[line.block] = make.number;
    }
    make.lines++;
    if (facts[i]?.isProse === true) make.prose++;
  }
  return Uint8Array.from(blocks, (_, index) => {
    const make = of[index];
    if (make === undefined) return 0;
    const share = make.prose / make.lines;
    const bin = make.prose === 0 ? 0 : share < 0.1 ? 1 : share < 0.3 ? 2 : share < 0.6 ? 3 : 4;
    return bin * 4 + (make.lines === 1 ? 0 : make.lines < 4 ? 1 : make.lines < 12 ? 2 : 3);
  });
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

/** Finds blocks that stand among siblings of their kind, with what these hold: links, prose, or short text. */
export function markRepeats({ blocks }: Outline, sums: Sums): Uint8Array {
  const counts = new Map<string, number[]>();
  for (const [index, block] of blocks.entries()) {
    const { name, attribs } = block.element;
    if (name === 'p' || name === 'br' || /^h[1-6]$/.test(name) || name === 'tr' || name === 'td') continue;
    const key = `${String(block.parent)} ${name} ${(attribs['class'] ?? '').split(' ', 1)[0] ?? ''}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, [index]);
    else known.push(index);
  }
  const own = new Uint8Array(blocks.length);
  for (const members of counts.values()) {
    if (members.length < 3) continue;
    let [letters, linked, prose, count] = [0, 0, 0, 0];
    for (const index of members) {
      const block = blocks[index];
      letters += within(sums.letters, block);
      linked += within(sums.linked, block);
      if (within(sums.prose, block) > 0) prose++;
      if ((block?.lineEnd ?? 0) > (block?.line ?? 0)) count++;
    }
    if (count < 3) continue;
    const isLinked = linked > letters * 0.4;
    const mark = isLinked
      ? count < 6
        ? 1
        : count < 12
          ? 2
          : 3
      : prose * 2 > count
        ? count < 6
          ? 4
          : 5
        : count < 6
          ? 6
          : 7;
    for (const index of members) own[index] = mark;
  }
  for (const [index, block] of blocks.entries()) if (own[index] === 0) own[index] = own[block.parent] ?? 0;
  return own;
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
