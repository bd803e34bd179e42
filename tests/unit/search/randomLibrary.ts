// Small libraries of made-up words, in which everything is common enough to be found together, and queries about them.
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { packId } from '#contract/idTable.ts';
import { FIELDS, type SearchDocument } from '../../../electron/search/fields.ts';
import type { TextQuery, UnitQuery } from '../../../electron/search/textQuery.ts';
import { seededRandom } from '../store/drafts.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** The id of a number. */
export function idOf(number: number): ArticleId {
  const digits = Array.from({ length: 16 }, (_, at) => LETTERS.charAt(Math.floor(number / 32 ** (15 - at)) % 32));
  const id = digits.join('');
  if (!isArticleId(id)) throw new Error(`${id} is no id`);
  return id;
}

/** An article with a text, and whatever else a test is about. */
function aDocument(number: number, change: Partial<SearchDocument> | string = {}): SearchDocument {
  const empty = { title: '', names: '', keywords: '', notes: '', highlights: '', related: '', text: '' };
  const parts = typeof change === 'string' ? { text: change } : change;
  return { id: idOf(number), stamp: 1, ...empty, ...parts };
}

/** Ids of documents as an index takes them. */
export function packedIds(documents: readonly Pick<SearchDocument, 'id'>[]): Uint32Array {
  const ids = new Uint32Array(documents.length * 3);
  for (const [at, { id }] of documents.entries()) ids.set(packId(id), at * 3);
  return ids;
}

const SYLLABLES = ['ka', 'lo', 'mi', 'ré', 'su', 'to', 'ün', 'ba'];
const RUNS = ['東京都', '京都', '東', '大学生', 'สวัสดี', 'みなと'];

/** A word: mostly one of a hundred or so, sometimes a piece of a script without spaces. */
export function aWord(random: () => number): string {
  if (random() < 0.08) return RUNS[Math.floor(random() * RUNS.length)] ?? '';
  const length = 1 + Math.floor(random() * random() * 4);
  return Array.from({ length }, () => SYLLABLES[Math.floor(random() * random() * SYLLABLES.length)] ?? '').join('');
}

function someWords(random: () => number, most: number): string {
  return Array.from({ length: Math.floor(random() * most) }, () => aWord(random)).join(' ');
}

/** An article of random words in all its parts. */
export function randomDocument(number: number, random: () => number): SearchDocument {
  const parts = Object.fromEntries(FIELDS.map((field) => [field, someWords(random, field === 'text' ? 40 : 5)]));
  return aDocument(number, { stamp: Math.floor(random() * 2 ** 32), ...parts });
}

/** An article in one of its versions, which are the same in every process. */
export function aVersion(number: number, version: number): SearchDocument {
  return { ...randomDocument(number, seededRandom(number * 8 + version + 1)), stamp: version };
}

/** A word, the beginning of one, or a phrase. */
export function randomUnit(random: () => number): UnitQuery {
  const length = random() < 0.6 ? 1 : 2 + Math.floor(random() * 2);
  const text = Array.from({ length }, () => aWord(random)).join(' ');
  const isPrefix = random() < 0.4;
  return {
    is: 'unit',
    text: isPrefix && random() < 0.7 ? text.slice(0, Math.max(1, text.length - 2)) : text,
    isPrefix,
    field: random() < 0.7 ? null : (FIELDS[Math.floor(random() * FIELDS.length)] ?? null),
  };
}

/** A query of up to three levels. */
export function randomQuery(random: () => number, depth = 2): TextQuery {
  const kind = random();
  if (depth === 0 || kind < 0.5) return randomUnit(random);
  if (kind < 0.6) return { is: 'not', of: randomQuery(random, depth - 1) };
  const of = Array.from({ length: 1 + Math.floor(random() * 3) }, () => randomQuery(random, depth - 1));
  return { is: kind < 0.85 ? 'and' : 'or', of };
}
