// The lines of a page and what people said is its article in; which lines are content out. Pure.
import type { TruthPage } from '../quality/truth.ts';

/** What the truth says of one line. */
export interface LineLabel {
  /** 1 content, 0 not, -1 the truth does not tell. */
  readonly label: number;
  /** Words by which the line counts. */
  readonly words: number;
}

const WORD =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])[\p{L}\p{N}_])+/gu;
/** Shares of a line's words in the truth from which, and up to which, it is taken for content or not. */
const CONTENT = 0.6;
const OTHER = 0.4;
/** Shorter lines are found within any text. */
const LEAST_WANTED = 15;
const LEAST_UNWANTED = 8;

/** Labels every line; `undefined` for a page whose truth has neither text nor snippets. */
export function labelLines(lines: readonly string[], truth: TruthPage): LineLabel[] | undefined {
  if (truth.set === 'traf') return labelBySnippets(lines, truth.with ?? [], truth.without ?? []);
  return truth.text === undefined ? undefined : labelByText(lines, truth.text);
}

function labelBySnippets(
  lines: readonly string[],
  wanted: readonly string[],
  unwanted: readonly string[],
): LineLabel[] {
  const [hits, misses] = [wanted.map(fold), unwanted.map(fold)];
  return lines.map((text) => {
    const isIn = hits.some((hit) => text.includes(hit) || (text.length > LEAST_WANTED && hit.includes(text)));
    const isOut = misses.some((miss) => text.includes(miss) || (text.length > LEAST_UNWANTED && miss.includes(text)));
    return { label: isIn === isOut ? -1 : isIn ? 1 : 0, words: 1 };
  });
}

function labelByText(lines: readonly string[], text: string): LineLabel[] {
  const words: string[] = [];
  const ends = lines.map((line) => {
    for (const word of toWords(line)) words.push(word);
    return words.length;
  });
  const isMatched = alignWords(words, toWords(text));
  return ends.map((end, i) => {
    const start = i === 0 ? 0 : (ends[i - 1] ?? 0);
    let matched = 0;
    for (let at = start; at < end; at++) matched += isMatched[at] ?? 0;
    const share = matched / (end - start);
    return { label: end === start ? -1 : share >= CONTENT ? 1 : share > OTHER ? -1 : 0, words: end - start };
  });
}

const SHINGLE = 3;
/** A shingle that occurs more often in the truth says little about where it belongs. */
const MOST_PLACES = 6;
const MOST_CELLS = 40_000;
const MOST_TAIL = 200;

/**
 * Marks the words of a page that the truth has, in its order: the longest rising chain of shared three-word shingles
 * (patience sorting), the gaps between filled by the longest common subsequence.
 */
export function alignWords(page: readonly string[], truth: readonly string[]): Uint8Array {
  const isMatched = new Uint8Array(page.length);
  let [fromPage, fromTruth] = [0, 0];
  for (const { at, place } of longestChain(page, truth)) {
    fillGap(page, truth, { fromPage, toPage: at, fromTruth, toTruth: place }, isMatched);
    isMatched.fill(1, at, at + SHINGLE);
    fromPage = Math.max(fromPage, at + SHINGLE);
    fromTruth = Math.max(fromTruth, place + SHINGLE);
  }
  const toPage = Math.min(page.length, fromPage + MOST_TAIL);
  fillGap(page, truth, { fromPage, toPage, fromTruth, toTruth: truth.length }, isMatched);
  return isMatched;
}

interface Meeting {
  /** Where the shingle stands on the page, and in the truth. */
  readonly at: number;
  readonly place: number;
}

function longestChain(page: readonly string[], truth: readonly string[]): Meeting[] {
  const places = new Map<string, number[]>();
  for (let i = 0; i + SHINGLE <= truth.length; i++) {
    const key = truth.slice(i, i + SHINGLE).join(' ');
    const known = places.get(key);
    if (known === undefined) places.set(key, [i]);
    else known.push(i);
  }
  const meetings: Meeting[] = [];
  for (let at = 0; at + SHINGLE <= page.length; at++) {
    const found = places.get(page.slice(at, at + SHINGLE).join(' ')) ?? [];
    // Later places first, so that one place of the page is never taken twice in a rising chain.
    if (found.length <= MOST_PLACES) for (const place of found.toReversed()) meetings.push({ at, place });
  }
  const tails: number[] = [];
  const before = new Int32Array(meetings.length).fill(-1);
  for (const [index, { place }] of meetings.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((meetings[tails[middle] ?? -1]?.place ?? Infinity) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  }
  const chain: Meeting[] = [];
  for (let index = tails.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) {
    const meeting = meetings[index];
    if (meeting !== undefined) chain.push(meeting);
  }
  return chain.reverse();
}

interface Gap {
  readonly fromPage: number;
  readonly toPage: number;
  readonly fromTruth: number;
  readonly toTruth: number;
}

function fillGap(page: readonly string[], truth: readonly string[], gap: Gap, isMatched: Uint8Array): void {
  const [rows, columns] = [gap.toPage - gap.fromPage, gap.toTruth - gap.fromTruth];
  if (rows <= 0 || columns <= 0 || rows * columns > MOST_CELLS) return;
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const isSame = (row: number, column: number): boolean => page[gap.fromPage + row] === truth[gap.fromTruth + column];
  const length = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] = isSame(row, column)
        ? length(row + 1, column + 1) + 1
        : Math.max(length(row + 1, column), length(row, column + 1));
    }
  }
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (isSame(row, column)) {
      isMatched[gap.fromPage + row] = 1;
      row++;
      column++;
    } else if (length(row + 1, column) >= length(row, column + 1)) row++;
    else column++;
  }
}

function toWords(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
