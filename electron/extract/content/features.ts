// An outline in, the evidence on every line out: numbers of binary features, each with a weight in `weights.ts`.
import { findCandidates, sumLines, within, type Candidates, type Sums } from './candidates.ts';
import type { Evidence, Knowledge } from './evidence.ts';
import { GENRES } from './genre.ts';
import { HINT_BITS, HINT_NAMES } from './hints.ts';
import {
  CLASSES,
  featureNumber,
  GAPS,
  REPEATS,
  SHAPES,
  SHARES,
  TAGS,
  ZONES,
  type FeatureGroup,
} from './featureTable.ts';
import { markArticles, markBlocks, markKin, markRepeats } from './blockMarks.ts';
import { classOf, gapOf, looksOf, shapeOf, startOf } from './lineShapes.ts';
import { findTitleLine } from './titleLine.ts';
import { readLines, type LineFacts } from './lineFacts.ts';
import type { Line, Outline } from './outline.ts';
import { WORDING_NAMES, type WordingName } from './wording.ts';

const MOST_PER_LINE = 180;

/** Gathers the evidence of a page. */
export function gatherEvidence(outline: Outline, knowledge: Knowledge): Evidence {
  const facts = readLines(outline, knowledge.stated);
  const sums = sumLines(outline, facts);
  const candidates = findCandidates(outline, facts, sums);
  const writer = new EvidenceWriter(outline, facts, sums, candidates, knowledge);
  return writer.write();
}

class EvidenceWriter {
  private readonly shapes: Uint8Array;
  private readonly ids: Uint16Array;
  private count = 0;
  private readonly nextProse: Int32Array;
  private readonly repeats: Uint8Array;
  private readonly related: Uint8Array;
  private readonly shown: Uint8Array;
  private headingKind = 0;
  private headingLine = -1;
  private isPastComments = false;
  private readonly kin: Uint8Array;
  private readonly kinds: Uint8Array;
  private readonly makes: Int32Array;
  private readonly firstProse: number;
  private readonly lastProse: number;
  private readonly titleLine: number;
  private readonly titleTrust: number;
  private readonly articles: Int8Array;
  private readonly whole: number;
  private readonly rootSize: number;
  private readonly outline: Outline;
  private readonly facts: readonly LineFacts[];
  private readonly sums: Sums;
  private readonly candidates: Candidates;
  private readonly knowledge: Knowledge;

  constructor(outline: Outline, facts: readonly LineFacts[], sums: Sums, candidates: Candidates, knowledge: Knowledge) {
    this.outline = outline;
    this.facts = facts;
    this.sums = sums;
    this.candidates = candidates;
    this.knowledge = knowledge;
    const { lines, blocks } = outline;
    this.shapes = Uint8Array.from(lines, (line, i) => shapeOf(line, facts[i], blocks[line.block]));
    this.ids = new Uint16Array(lines.length * MOST_PER_LINE);
    this.nextProse = new Int32Array(lines.length);
    let next = lines.length + 1000;
    for (let i = lines.length - 1; i >= 0; i--) {
      this.nextProse[i] = next;
      if (facts[i]?.isProse === true) next = i;
    }
    const root = blocks[candidates.density];
    let [first, last] = [-1, -1];
    for (let i = root?.line ?? 0; i < (root?.lineEnd ?? 0); i++) {
      if (facts[i]?.isProse !== true) continue;
      if (first === -1) first = i;
      last = i;
    }
    this.firstProse = first;
    this.lastProse = last;
    this.whole = sums.prose[lines.length] ?? 0;
    const size = within(sums.prose, root);
    this.rootSize = size === 0 ? 0 : size < 80 ? 1 : size < 250 ? 2 : size < 800 ? 3 : 4;
    const title = findTitleLine(outline, knowledge.title);
    this.titleLine = title.line;
    this.titleTrust = title.trust;
    this.kinds = new Uint8Array(lines.length);
    this.makes = new Int32Array(blocks.length);
    this.kin = markKin(outline, facts, this.makes);
    this.repeats = markRepeats(outline, sums);
    this.related = markBlocks(outline, knowledge.relatedBlocks);
    this.shown = markBlocks(outline, knowledge.factElements);
    this.articles = markArticles(outline, sums, this.whole);
  }

  write(): Evidence {
    const { lines } = this.outline;
    const starts = new Uint32Array(lines.length + 1);
    let previous = -1000;
    for (let i = 0; i < lines.length; i++) {
      this.addLine(i, previous);
      if (this.facts[i]?.isProse === true) previous = i;
      starts[i + 1] = this.count;
    }
    return {
      ids: this.ids.subarray(0, this.count),
      starts,
      facts: this.facts,
      sums: this.sums,
      candidates: this.candidates,
      kinds: this.kinds,
      shapes: this.shapes,
      repeats: this.repeats,
      makes: this.makes,
      titleLine: this.titleLine,
      titleTrust: this.titleTrust,
    };
  }

  private add(group: FeatureGroup, index: number): void {
    this.ids[this.count++] = featureNumber(group, index);
  }

  private addLine(i: number, previous: number): void {
    const line = this.outline.lines[i];
    const fact = this.facts[i];
    if (line === undefined || fact === undefined) return;
    const shape = this.shapes[i] ?? 0;
    const kind = classOf(shape, fact.isProse);
    this.kinds[i] = kind;
    const zone = this.zoneOf(i);
    this.add('bias', 0);
    this.add('shape', shape);
    this.add('shape in zone', shape * ZONES.length + zone);
    this.add('shape before', (i === 0 ? SHAPES.length : (this.shapes[i - 1] ?? 0)) * CLASSES.length + kind);
    this.add('shape after', (this.shapes[i + 1] ?? SHAPES.length) * CLASSES.length + kind);
    this.add('gaps', (gapOf(i - previous) * GAPS + gapOf((this.nextProse[i] ?? 0) - i)) * CLASSES.length + kind);
    this.addHints(line, kind);
    this.addWordings(fact, zone);
    this.addPlace(i, line, kind, zone);
    this.addKnown(i, line, fact, kind);
    this.addLook(line, fact);
    this.addGenre(line, kind, zone);
    this.addHeading(i, fact, kind, shape);
    this.addTexture(line, kind);
    this.add('repeat', (this.repeats[line.block] ?? 0) * CLASSES.length + kind);
    this.add('page', (this.rootSize * 2 + (zone >= 2 && zone <= 4 ? 1 : 0)) * CLASSES.length + kind);
  }

  private addHints(line: Line, kind: number): void {
    const block = this.outline.blocks[line.block];
    const parent = this.outline.blocks[block?.parent ?? -1];
    const near = line.hints | (block?.hints ?? 0) | (parent?.hints ?? 0);
    const above = parent?.above ?? 0;
    for (let bit = 0; bit < HINT_NAMES.length; bit++) {
      if ((near >> bit) & 1) this.add('hint', bit * CLASSES.length + kind);
      if ((above >> bit) & 1) this.add('hint above', bit * CLASSES.length + kind);
    }
  }

  private addWordings(fact: LineFacts, zone: number): void {
    if (fact.wordings === 0) return;
    const length = fact.words <= 6 ? 0 : fact.words <= 18 ? 1 : 2;
    for (let bit = 0; bit < WORDING_NAMES.length; bit++) {
      if (((fact.wordings >> bit) & 1) === 0) continue;
      this.add('wording', bit * 3 + length);
      this.add('wording in zone', bit * ZONES.length + zone);
    }
  }

  private addPlace(i: number, line: Line, kind: number, zone: number): void {
    const { blocks } = this.outline;
    const { density, marked, chain, stated } = this.candidates;
    const isIn = (index: number): boolean =>
      index !== -1 && line.block >= index && line.block < (blocks[index]?.end ?? 0);
    const agreement = (isIn(density) ? 1 : 0) + (isIn(marked) ? 2 : marked === -1 ? 4 : 0) + (isIn(chain) ? 8 : 0);
    this.add('agreement', agreement * CLASSES.length + kind);
    if (stated !== -1) this.add('stated', (isIn(stated) ? 0 : 1) * CLASSES.length + kind);
    this.add('article around', (this.articles[line.block] ?? 0) * CLASSES.length + kind);
    let block = blocks[line.block];
    for (let level = 0; level < 5 && block !== undefined; level++) {
      const share = within(this.sums.prose, block) / Math.max(1, this.whole);
      const bin = share === 0 ? 0 : share < 0.05 ? 1 : share < 0.2 ? 2 : share < 0.5 ? 3 : share < 0.8 ? 4 : 5;
      this.add('share', (level * SHARES + bin) * CLASSES.length + kind);
      block = blocks[block.parent];
    }
    const letters = this.sums.letters[this.outline.lines.length] ?? 0;
    this.add(
      'place',
      Math.min(9, Math.floor((10 * (this.sums.letters[i] ?? 0)) / Math.max(1, letters))) * CLASSES.length + kind,
    );
    if (zone === 2) this.add('end distance', gapOf(this.firstProse - i) * CLASSES.length + kind);
    if (zone === 4) this.add('end distance', (6 + gapOf(i - this.lastProse)) * CLASSES.length + kind);
    const tag = TAGS.findIndex((name) => name === blocks[line.block]?.element.name);
    this.add('tag', (tag === -1 ? TAGS.length - 1 : tag) * 2 + (isIn(density) ? 1 : 0));
  }

  private addKnown(i: number, line: Line, fact: LineFacts, kind: number): void {
    const offset = i - this.titleLine;
    const titled =
      this.titleLine === -1
        ? 0
        : offset === 0
          ? 1
          : offset < 0
            ? 2
            : offset === 1
              ? 3
              : offset === 2
                ? 4
                : offset <= 5
                  ? 5
                  : offset <= 12
                    ? 6
                    : 7;
    this.add('title', (titled * 4 + this.titleTrust) * CLASSES.length + kind);
    if ((this.related[line.block] ?? 0) === 1) this.add('related', kind);
    if ((this.shown[line.block] ?? 0) === 1 || this.showsFact(line)) this.add('fact', kind);
    if (fact.isStated !== 'unknown') this.add('stated', (fact.isStated === 'yes' ? 2 : 3) * CLASSES.length + kind);
    if (fact.isRepeated) this.add('repeated', kind);
    const { description } = this.knowledge;
    if (fact.words >= 6 && description !== '' && i < this.titleLine + 15 && description.startsWith(startOf(line.text)))
      this.add('described', kind);
  }

  private showsFact(line: Line): boolean {
    let around = line.nodes[0]?.parent;
    for (let level = 0; level < 6 && around instanceof Object && 'name' in around; level++) {
      if (this.knowledge.factElements.has(around)) return true;
      around = around.parent;
    }
    return false;
  }

  private addLook(line: Line, fact: LineFacts): void {
    const long = fact.words > 12 ? 1 : 0;
    for (const look of looksOf(line, fact)) this.add('look', look * 2 + long);
  }

  private addGenre(line: Line, kind: number, zone: number): void {
    const genre = GENRES.indexOf(this.knowledge.genre);
    const repeat = this.repeats[line.block] ?? 0;
    const block = this.outline.blocks[line.block];
    const hints = (block?.hints ?? 0) | (block?.above ?? 0);
    const talk = ((hints & COMMENT) !== 0 ? 1 : 0) + ((hints & MESSAGE) !== 0 ? 2 : 0);
    this.add('genre', (genre * CLASSES.length + kind) * REPEATS.length + repeat);
    this.add('genre in zone', (genre * CLASSES.length + kind) * ZONES.length + zone);
    this.add('genre comment', (genre * CLASSES.length + kind) * 4 + talk);
  }

  /** What the heading above a line says, and whether a heading over comments was passed. */
  private addHeading(i: number, fact: LineFacts, kind: number, shape: number): void {
    const far = Math.min(2, Math.floor(Math.log2(Math.max(1, i - this.headingLine)) / 2));
    this.add('under heading', (this.headingKind * 3 + far) * CLASSES.length + kind);
    if (this.isPastComments) this.add('comments passed', (fact.words > 8 ? 1 : 0) * CLASSES.length + kind);
    const isHeading = shape <= 1 || (fact.words <= 6 && (this.outline.lines[i]?.stressed ?? 0) > 0.9);
    const isComments =
      fact.words <= 8 && (fact.wordings & COMMENTS) !== 0 && this.firstProse !== -1 && i > this.firstProse;
    if (isHeading && isComments) this.isPastComments = true;
    if (!isHeading) return;
    this.headingLine = i;
    const { wordings } = fact;
    this.headingKind = i === this.titleLine ? 1 : announcedBy(wordings);
  }

  /** How the text around a line is woven: words a line and links, at three levels; and how lines of the same make are. */
  private addTexture(line: Line, kind: number): void {
    let block = this.outline.blocks[this.outline.blocks[line.block]?.parent ?? -1];
    for (let level = 0; level < 3 && block !== undefined; level++) {
      const letters = within(this.sums.letters, block);
      const mean = letters / Math.max(1, block.lineEnd - block.line);
      const linked = within(this.sums.linked, block) / Math.max(1, letters);
      const bin =
        (mean < 20 ? 0 : mean < 50 ? 1 : mean < 110 ? 2 : 3) * 3 + (linked < 0.15 ? 0 : linked < 0.45 ? 1 : 2);
      this.add('texture', (level * 12 + bin) * CLASSES.length + kind);
      block = this.outline.blocks[block.parent];
    }
    this.add('kin', (this.kin[line.block] ?? 0) * CLASSES.length + kind);
  }

  /** Zones of the page as seen from the densest root: before it, its head, its prose, its tail, after it. */
  private zoneOf(i: number): number {
    const root = this.outline.blocks[this.candidates.density];
    if (root === undefined) return 0;
    if (i < root.line) return 1;
    if (i >= root.lineEnd) return 5;
    if (this.firstProse === -1) return 6;
    return i < this.firstProse ? 2 : i > this.lastProse ? 4 : 3;
  }
}

const COMMENT = HINT_BITS.get('comment') ?? 0;
const MESSAGE = HINT_BITS.get('message') ?? 0;
const wordingBit = (name: WordingName): number => 1 << WORDING_NAMES.indexOf(name);
const COMMENTS = wordingBit('comments');
const ANNOUNCED = (['leads elsewhere', 'comments', 'offer', 'legal', 'bio', 'share', 'navigation'] as const).map(
  wordingBit,
);

/** A place in `HEADINGS`: the first kind of heading that has such words, else a plain one. */
function announcedBy(wordings: number): number {
  const at = ANNOUNCED.findIndex((bit) => (wordings & bit) !== 0);
  return at === -1 ? 2 : at + 3;
}
