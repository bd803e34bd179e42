// A page's context and a line in, the numbers that tell whether the line is content out. The trees in `model.json`
// are fitted to these numbers in this order: whoever adds, changes or moves one fits them anew (`npm run fit`).
import type { AnyNode } from 'domhandler';
import { within } from './candidates.ts';
import { GENRES } from './genre.ts';
import { HINT_NAMES } from './hints.ts';
import { startOf, type LineFacts } from './lineFacts.ts';
import type { Block, Line } from './outline.ts';
import { FAR, type PageContext } from './pageContext.ts';
import { WORDING_NAMES } from './wording.ts';

const TAGS = ['p', 'div', 'li', 'td', 'th', 'dt', 'dd', 'pre', 'blockquote', 'figcaption', 'label', 'span'] as const;
const OFFSETS = [-3, -2, -1, 1, 2, 3] as const;
const LEVELS = 5;

/** Names of the features, in the order of their numbers. */
export const FEATURES: readonly string[] = [
  ...'words, letters, linked, links, commas, ends sentence, prose, stressed, digits, capitals'.split(', '),
  ...'lower start, colon, ellipsis, arrow, question, bullet, pipe, hash, quoted, starts linked'.split(', '),
  ...'ends linked, repeated, stated, described, heading level, unspaced'.split(', '),
  ...TAGS.map((tag) => `in ${tag}`),
  ...WORDING_NAMES.map((name) => `says ${name}`),
  ...HINT_NAMES.map((name) => `${name} above`),
  ...'lines before, lines after, letters before, prose before, prose after, depth'.split(', '),
  ...'lines since prose, lines to prose, letters since prose, letters to prose'.split(', '),
  ...OFFSETS.flatMap((at) => ['words', 'linked', 'prose', 'heading'].map((name) => `${name} at ${String(at)}`)),
  ...'up from before, down from before, up to after, down to after, near words, near linked, near prose'.split(', '),
  ...Array.from({ length: LEVELS }, (_, level) =>
    ['lines', 'share of prose', 'linked', 'letters a line', 'prose within'].map(
      (name) => `${name} ${String(level)} up`,
    ),
  ).flat(),
  ...'in densest, in marked, in chain, in stated, marked, to root, past root, to first prose'.split(', '),
  ...'past last prose, share of root, root prose, article around'.split(', '),
  ...'from title, title trust, letters from title, prose from title, related, fact'.split(', '),
  ...'kin lines, kin prose, kin words, repeat size, repeat linked, repeat prose, repeat letters'.split(', '),
  ...'heading words, heading distance, heading deep, heading says, comments passed'.split(', '),
  ...'page prose, page lines, page linked, genre, prose a line'.split(', '),
];

/** Walks the lines in order and writes the features of each. */
export class LineFeatures {
  /** The features of the line read last. */
  readonly row: Float32Array = new Float32Array(FEATURES.length);
  private readonly context: PageContext;
  private readonly pageLinked: number;
  private at = 0;
  private headingLine = -1;
  private commentsLine = -1;

  constructor(context: PageContext) {
    this.context = context;
    const { letters, linked } = context.sums;
    const count = context.outline.lines.length;
    this.pageLinked = (linked[count] ?? 0) / Math.max(1, letters[count] ?? 0);
  }

  /** Writes the features of line `i` into `row`. Lines must be read in order: headings passed are remembered. */
  read(i: number): void {
    const { outline, facts } = this.context;
    const line = outline.lines[i];
    const fact = facts[i];
    const block = outline.blocks[line?.block ?? -1];
    if (line === undefined || fact === undefined || block === undefined) return;
    this.at = 0;
    this.addOwn(i, line, fact, block);
    this.addPlace(i, line);
    this.addNeighbours(i, line);
    this.addAround(line);
    this.addRoots(i, line);
    this.addTitle(i, line);
    this.addCompany(line);
    this.addHeading(i, line, fact, block);
    this.add(Math.log1p(this.context.prose));
    this.add(Math.log1p(outline.lines.length));
    this.add(this.pageLinked);
    this.add(GENRES.indexOf(this.context.knowledge.genre));
    this.add(this.context.prose / Math.max(1, outline.lines.length));
  }

  private add(value: number): void {
    this.row[this.at++] = value;
  }

  private flag(is: boolean): void {
    this.row[this.at++] = is ? 1 : 0;
  }

  private addOwn(i: number, line: Line, fact: LineFacts, block: Block): void {
    const { text } = line;
    const signs = countSigns(text);
    this.add(fact.words);
    this.add(text.length);
    this.add(line.linked);
    this.add(line.links);
    this.add(fact.commas);
    this.flag(fact.endsSentence);
    this.flag(fact.isProse);
    this.add(line.stressed);
    this.add(signs.digits / text.length);
    this.add(signs.capitals / text.length);
    this.flag(/^\p{Ll}/u.test(text));
    this.flag(/[:：]$/.test(text));
    this.flag(/(?:…|\.\.\.)$/.test(text));
    this.flag(/[»›→>]$|^[«‹←<»›→▶►]/.test(text));
    this.flag(/[?？]$/.test(text));
    this.flag(/^[-•·*–—■▪►]/.test(text));
    this.flag(/\s[|·•]\s|｜/.test(text));
    this.flag(/^#\p{L}/u.test(text));
    this.flag(/^["“„«「『]/.test(text));
    this.flag(line.startsLinked);
    this.flag(line.endsLinked);
    this.flag(fact.isRepeated);
    this.add(fact.isStated === 'unknown' ? 0 : fact.isStated === 'yes' ? 1 : -1);
    const { knowledge, title } = this.context;
    const { description } = knowledge;
    this.flag(fact.words >= 6 && description !== '' && i < title.line + 15 && description.startsWith(startOf(text)));
    this.add(headingLevel(block));
    this.add(signs.unspaced / text.length);
    const { name } = block.element;
    for (const tag of TAGS) this.flag(name === tag);
    for (let bit = 0; bit < WORDING_NAMES.length; bit++) this.flag(((fact.wordings >> bit) & 1) === 1);
    for (let bit = 0; bit < HINT_NAMES.length; bit++) {
      const above = this.context.hintDistance[line.block * HINT_NAMES.length + bit] ?? FAR;
      this.add(((line.hints >> bit) & 1) === 1 ? -1 : above);
    }
  }

  private addPlace(i: number, line: Line): void {
    const { outline, sums, proseBefore, proseAfter, prose, depths } = this.context;
    const count = outline.lines.length;
    const letters = sums.letters[count] ?? 0;
    this.add(Math.log1p(i));
    this.add(Math.log1p(count - i));
    this.add((sums.letters[i] ?? 0) / Math.max(1, letters));
    this.add((sums.prose[i] ?? 0) / Math.max(1, prose));
    this.add((prose - (sums.prose[i + 1] ?? 0)) / Math.max(1, prose));
    this.add(depths[line.block] ?? 0);
    const [before, after] = [proseBefore[i] ?? -1, proseAfter[i] ?? count];
    this.add(before === -1 ? 1000 : i - before);
    this.add(after === count ? 1000 : after - i);
    this.add(before === -1 ? 1e6 : (sums.letters[i] ?? 0) - (sums.letters[before + 1] ?? 0));
    this.add(after === count ? 1e6 : (sums.letters[after] ?? 0) - (sums.letters[i + 1] ?? 0));
  }

  private addNeighbours(i: number, line: Line): void {
    const { outline, facts, sums } = this.context;
    for (const offset of OFFSETS) {
      const [other, fact] = [outline.lines[i + offset], facts[i + offset]];
      this.add(fact?.words ?? 0);
      this.add(other?.linked ?? -1);
      this.flag(fact?.isProse === true);
      this.flag(headingLevel(outline.blocks[other?.block ?? -1]) > 0);
    }
    this.addSteps(outline.lines[i - 1]?.block ?? -1, line.block);
    this.addSteps(line.block, outline.lines[i + 1]?.block ?? -1);
    const [from, to] = [Math.max(0, i - 5), Math.min(outline.lines.length, i + 6)];
    const letters = (sums.letters[to] ?? 0) - (sums.letters[from] ?? 0);
    this.add(letters / (to - from));
    this.add(((sums.linked[to] ?? 0) - (sums.linked[from] ?? 0)) / Math.max(1, letters));
    this.add((sums.prose[to] ?? 0) - (sums.prose[from] ?? 0));
  }

  /** How many blocks end and how many begin between two lines. */
  private addSteps(from: number, to: number): void {
    const { outline, depths } = this.context;
    const { blocks } = outline;
    if (from === -1 || to === -1) {
      this.add(-1);
      this.add(-1);
      return;
    }
    let [a, b, up, down] = [from, to, 0, 0];
    while (a !== b && up + down < 40) {
      const [deepA, deepB] = [depths[a] ?? 0, depths[b] ?? 0];
      if (deepA >= deepB) [a, up] = [blocks[a]?.parent ?? -1, up + 1];
      if (deepB >= deepA) [b, down] = [blocks[b]?.parent ?? -1, down + 1];
    }
    this.add(up);
    this.add(down);
  }

  private addAround(line: Line): void {
    const { outline, sums, prose, around } = this.context;
    let index = line.block;
    for (let level = 0; level < LEVELS; level++) {
      const block = outline.blocks[index];
      if (block === undefined) {
        for (let name = 0; name < 5; name++) this.add(-1);
        continue;
      }
      const lines = block.lineEnd - block.line;
      const letters = within(sums.letters, block);
      const words = within(sums.prose, block);
      this.add(lines);
      this.add(words / Math.max(1, prose));
      this.add(within(sums.linked, block) / Math.max(1, letters));
      this.add(letters / Math.max(1, lines));
      this.add((words * 6) / Math.max(1, letters));
      index = around[index] ?? -1;
    }
  }

  private addRoots(i: number, line: Line): void {
    const { outline, candidates, sums, firstProse, lastProse, prose, articles } = this.context;
    const { density, marked, chain, stated } = candidates;
    const isIn = (index: number): boolean =>
      index !== -1 && line.block >= index && line.block < (outline.blocks[index]?.end ?? 0);
    this.flag(isIn(density));
    this.flag(isIn(marked));
    this.flag(isIn(chain));
    this.flag(isIn(stated));
    this.add(marked === -1 ? 0 : within(sums.prose, outline.blocks[marked]) / Math.max(1, prose));
    const root = outline.blocks[density];
    this.add(root === undefined ? 0 : Math.max(0, root.line - i));
    this.add(root === undefined ? 0 : Math.max(0, i - root.lineEnd + 1));
    this.add(firstProse === -1 ? 1000 : firstProse - i);
    this.add(lastProse === -1 ? 1000 : i - lastProse);
    const size = within(sums.prose, root);
    this.add(size / Math.max(1, prose));
    this.add(Math.log1p(size));
    this.add(articles[line.block] ?? 0);
  }

  private addTitle(i: number, line: Line): void {
    const { title, sums, related, shown } = this.context;
    this.add(title.line === -1 ? -1000 : i - title.line);
    this.add(title.trust);
    this.add(title.line === -1 ? -1e6 : (sums.letters[i] ?? 0) - (sums.letters[title.line] ?? 0));
    this.add(title.line === -1 ? -1e6 : (sums.prose[i] ?? 0) - (sums.prose[title.line] ?? 0));
    this.add(related[line.block] ?? 0);
    this.flag(shown[line.block] === 1 || this.showsFact(line));
  }

  /** Facts also stand in inline elements, of which the outline knows nothing. */
  private showsFact(line: Line): boolean {
    const { factElements } = this.context.knowledge;
    const elements: ReadonlySet<AnyNode> = factElements;
    let around: AnyNode | null | undefined = line.nodes[0]?.parent;
    for (let level = 0; level < 6 && around !== null && around !== undefined; level++) {
      if (elements.has(around)) return true;
      around = around.parent;
    }
    return false;
  }

  private addCompany(line: Line): void {
    const { kin, repeats } = this.context;
    const make = kin.makes[line.block] ?? -1;
    const lines = kin.lines[make] ?? 0;
    this.add(lines);
    this.add((kin.prose[make] ?? 0) / Math.max(1, lines));
    this.add((kin.words[make] ?? 0) / Math.max(1, lines));
    const group = repeats.groups[line.block] ?? -1;
    this.add(repeats.sizes[group] ?? 0);
    this.add(repeats.linked[group] ?? -1);
    this.add(repeats.prose[group] ?? -1);
    this.add(repeats.letters[group] ?? -1);
  }

  /** What the heading above a line says, and whether a heading over comments was passed. */
  private addHeading(i: number, line: Line, fact: LineFacts, block: Block): void {
    const { facts, outline, firstProse, title } = this.context;
    const above = outline.lines[this.headingLine];
    this.add(facts[this.headingLine]?.words ?? 0);
    this.add(this.headingLine === -1 ? 1000 : i - this.headingLine);
    this.add(headingLevel(outline.blocks[above?.block ?? -1]));
    this.add(this.headingLine === -1 ? -2 : this.headingLine === title.line ? 20 : announced(facts[this.headingLine]));
    this.add(this.commentsLine === -1 ? -1 : i - this.commentsLine);
    const isHeading = headingLevel(block) > 0 || (fact.words <= 6 && line.stressed > 0.9);
    if (!isHeading) return;
    this.headingLine = i;
    const isComments = fact.words <= 8 && ((fact.wordings >> COMMENTS) & 1) === 1;
    if (isComments && firstProse !== -1 && i > firstProse) this.commentsLine = i;
  }
}

const COMMENTS = WORDING_NAMES.indexOf('comments');

/** The number of the first wording a heading has, -1 for none. */
function announced(fact: LineFacts | undefined): number {
  const wordings = fact?.wordings ?? 0;
  return wordings === 0 ? -1 : 31 - Math.clz32(wordings & -wordings);
}

/** 1 to 6 for a heading's element, 7 for what stands in one, 0 for any other. */
function headingLevel(block: Block | undefined): number {
  const name = block?.element.name ?? '';
  return name.length === 2 && name.startsWith('h') && name !== 'hr' ? Number(name[1]) : 0;
}

function countSigns(text: string): { digits: number; capitals: number; unspaced: number } {
  let [digits, capitals, unspaced] = [0, 0, 0];
  const end = Math.min(text.length, 400);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits++;
    else if (code >= 0x41 && code <= 0x5a) capitals++;
    else if (code >= 0x3040 && code <= 0x9fff) unspaced++;
  }
  const scale = text.length / Math.max(1, end);
  return { digits: digits * scale, capitals: capitals * scale, unspaced: unspaced * scale };
}
