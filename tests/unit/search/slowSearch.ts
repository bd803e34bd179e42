// The search as its description reads, done the slow and obvious way: every article, every field, every word, nothing remembered.
import { parseQuery, type Unit } from '../../../electron/search/query.ts';
import type { IndexedText } from '../../../electron/search/textIndex.ts';
import { wordsOf } from '../../../electron/search/words.ts';

const WEIGHTS = [4, 2, 2, 1];

/** An article of the slow search. */
export interface SlowArticle<Id> {
  readonly id: Id;
  readonly indexed: IndexedText;
}

/** Articles that fit the query with their scores, best first; of equal ones, the last first. */
export function slowSearch<Id>(
  library: readonly SlowArticle<Id>[],
  query: string,
): readonly { id: Id; score: number }[] {
  const { wanted, excluded } = parseQuery(query);
  if (wanted.length === 0) return [];
  const articles = library.map((article) => ({ id: article.id, fields: fieldsOf(article) }));
  const meanLength = articles.reduce((sum, article) => sum + lengthOf(article.fields), 0) / articles.length;
  return articles
    .filter((article) => wanted.every((unit) => frequency(article.fields, unit) > 0))
    .filter((article) => excluded.every((unit) => frequency(article.fields, unit) === 0))
    .map((article) => {
      const scores = wanted.map((unit) => {
        const holders = articles.filter((other) => frequency(other.fields, unit) > 0).length;
        const rarity = Math.log(1 + (articles.length - holders + 0.5) / (holders + 0.5));
        const found = frequency(article.fields, unit);
        return (rarity * found * 2.2) / (found + 1.2 * (0.25 + (0.75 * lengthOf(article.fields)) / meanLength));
      });
      return { id: article.id, score: scores.reduce((sum, score) => sum + score, 0) };
    })
    .reverse()
    .sort((a, b) => b.score - a.score);
}

type Fields = readonly (readonly string[])[];

function lengthOf(fields: Fields): number {
  return fields.reduce((sum, terms) => sum + terms.length + 1, 0);
}

function fieldsOf({ indexed }: SlowArticle<unknown>): Fields {
  const texts = [indexed.title, indexed.byline ?? '', indexed.siteName ?? '', indexed.text];
  return texts.map((text) => wordsOf(text.normalize('NFC')).map((word) => word.term));
}

function frequency(fields: Fields, { terms, isPrefix }: Unit): number {
  let sum = 0;
  fields.forEach((field, number) => {
    for (let at = 0; at + terms.length <= field.length; at += 1) {
      const there = field.slice(at, at + terms.length);
      const last = there.at(-1) ?? '';
      const wanted = terms.at(-1) ?? '';
      if (there.slice(0, -1).join(' ') !== terms.slice(0, -1).join(' ')) continue;
      if (last === wanted) sum += WEIGHTS[number] ?? 0;
      else if (isPrefix && last.startsWith(wanted)) sum += (WEIGHTS[number] ?? 0) / 2;
    }
  });
  return sum;
}
