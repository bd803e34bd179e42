// The index as its description reads, done the slow and obvious way: every article, every field, every word, nothing remembered.
import type { ArticleId } from '#contract/article.ts';
import { FIELDS, WEIGHTS, type SearchDocument } from '../../../electron/search/fields.ts';
import type { TermUnit } from '../../../electron/search/segment.ts';
import { toTermUnit, type TextQuery } from '../../../electron/search/textQuery.ts';
import { wordsOf } from '../../../electron/search/words.ts';

/** Scores of all articles that fit, by id. Words that stand nowhere find nothing. */
export function slowMatch(library: readonly SearchDocument[], query: TextQuery): ReadonlyMap<ArticleId, number> {
  const articles = library.map((document) => ({ id: document.id, fields: fieldsOf(document) }));
  const meanLength = articles.reduce((sum, { fields }) => sum + lengthOf(fields), 0) / Math.max(1, articles.length);

  function answer(node: TextQuery): ReadonlyMap<ArticleId, number> {
    if (node.is === 'unit') {
      const unit = toTermUnit(node);
      return unit === undefined ? everything() : scores(unit);
    }
    if (node.is === 'not') {
      const without = answer(node.of);
      return new Map([...everything()].filter(([id]) => !without.has(id)));
    }
    const parts = node.of.map((each) => ({ isNot: each.is === 'not', found: answer(each) }));
    const ids = articles
      .map(({ id }) => id)
      .filter((id) =>
        node.is === 'and' ? parts.every(({ found }) => found.has(id)) : parts.some(({ found }) => found.has(id)),
      );
    return new Map(ids.map((id) => [id, parts.reduce((sum, { found }) => sum + (found.get(id) ?? 0), 0)]));
  }

  function everything(): ReadonlyMap<ArticleId, number> {
    return new Map(articles.map(({ id }) => [id, 0]));
  }

  function scores(unit: TermUnit): ReadonlyMap<ArticleId, number> {
    const holders = articles
      .map(({ id, fields }) => ({ id, fields, frequency: frequencyIn(fields, unit) }))
      .filter(({ frequency }) => frequency > 0);
    const rarity = Math.log(1 + (articles.length - holders.length + 0.5) / (holders.length + 0.5));
    return new Map(
      holders.map(({ id, fields, frequency }) => [
        id,
        (rarity * frequency * 2.2) / (frequency + 1.2 * (0.25 + (0.75 * lengthOf(fields)) / meanLength)),
      ]),
    );
  }

  return answer(query);
}

type Fields = readonly (readonly string[])[];

function fieldsOf(document: SearchDocument): Fields {
  return FIELDS.map((field) => wordsOf(document[field].normalize('NFC')).map(({ term }) => term));
}

function lengthOf(fields: Fields): number {
  return fields.reduce((sum, terms) => sum + terms.length, 0);
}

function frequencyIn(fields: Fields, { terms, isPrefix, field }: TermUnit): number {
  let sum = 0;
  for (const [number, words] of fields.entries()) {
    if (field !== null && field !== number) continue;
    for (let at = 0; at + terms.length <= words.length; at += 1) {
      const there = words.slice(at, at + terms.length);
      const [last = '', wanted = ''] = [there.at(-1), terms.at(-1)];
      if (there.slice(0, -1).join(' ') !== terms.slice(0, -1).join(' ')) continue;
      const weight = (WEIGHTS[number] ?? 0) / 2;
      if (last === wanted) sum += weight;
      else if (isPrefix && last.startsWith(wanted)) sum += weight / 2;
    }
  }
  return sum;
}
