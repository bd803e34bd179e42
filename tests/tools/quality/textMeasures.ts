// Compares a text with the truth: words, 4-word shingles, or snippets that must and must not be there. Pure.

/** Shares from 0 to 1. */
export interface TextScore {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
}

/** How the two texts overlap: in both, only in the answer, only in the truth. */
interface Overlap {
  readonly both: number;
  readonly extra: number;
  readonly missing: number;
}

// Python's \w without its combining marks, as the Scrapinghub script counts words.
const WORD = /[\p{L}\p{N}_]+/gu;
// Scripts written without spaces: there a character is the only word that all readers count alike.
const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}])[\p{L}\p{N}_])+/gu;

/** Words as the Scrapinghub script takes them: runs of letters, digits and underscores, case kept. */
function toWords(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Lower-case words; each Chinese, Japanese or Korean character is a word of its own. */
function toTokens(text: string): string[] {
  return text.toLowerCase().match(TOKEN) ?? [];
}

/** Every run of four words; the whole text when it is shorter (scrapinghub/article-extraction-benchmark, evaluate.py). */
function toShingles(text: string): string[] {
  const words = toWords(text);
  if (words.length === 0) return [];
  const shingles: string[] = [];
  for (let i = 0; i < Math.max(1, words.length - 3); i++) shingles.push(words.slice(i, i + 4).join(' '));
  return shingles;
}

/** Compares by 4-word shingles, each counted as often as it occurs. */
export function scoreShingles(truth: string, answer: string): TextScore {
  return toScore(overlap(toShingles(truth), toShingles(answer)));
}

/** Compares by words, each counted as often as it occurs. */
export function scoreTokens(truth: string, answer: string): TextScore {
  return toScore(overlap(toTokens(truth), toTokens(answer)));
}

/** Counts how many wanted snippets the text has and how many unwanted ones, white space folded. */
export function countSnippets(
  wanted: readonly string[],
  unwanted: readonly string[],
  answer: string,
): { readonly found: number; readonly wanted: number; readonly intruders: number } {
  const text = fold(answer);
  const found = wanted.filter((snippet) => text.includes(fold(snippet))).length;
  const intruders = unwanted.filter((snippet) => text.includes(fold(snippet))).length;
  return { found, wanted: wanted.length, intruders };
}

/** The harmonic mean; 0 when both are 0. */
export function toF1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function fold(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function overlap(truth: readonly string[], answer: readonly string[]): Overlap {
  const left = new Map<string, number>();
  for (const token of truth) left.set(token, (left.get(token) ?? 0) + 1);
  let both = 0;
  for (const token of answer) {
    const count = left.get(token) ?? 0;
    if (count > 0) {
      both++;
      left.set(token, count - 1);
    }
  }
  return { both, extra: answer.length - both, missing: truth.length - both };
}

function toScore({ both, extra, missing }: Overlap): TextScore {
  if (extra === 0 && missing === 0) return { f1: 1, precision: 1, recall: 1 };
  const precision = both === 0 ? 0 : both / (both + extra);
  const recall = both === 0 ? 0 : both / (both + missing);
  return { f1: toF1(precision, recall), precision, recall };
}
