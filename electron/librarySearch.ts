// What a person looks for in; the rows of the library that fit out, best or newest first. Words are asked of the index, everything else of
// the columns; where both are mixed, sets of rows are joined as the query says.
import type { ArticleCard, ArticleId } from '#contract/article.ts';
import type { SearchPassage, SearchResult } from '#contract/calls.ts';
import { isThere } from '#contract/columns.ts';
import { packId } from '#contract/idTable.ts';
import { compileFilter } from '#contract/query/compileFilter.ts';
import type { QueryNode, TextField } from '#contract/query/node.ts';
import { parseQuery } from '#contract/query/parse.ts';
import type { Field } from './search/fields.ts';
import { createSearchClient, type SearchClient } from './search/searchClient.ts';
import type { Correction } from './search/searchMessages.ts';
import type { TextQuery } from './search/textQuery.ts';
import type { Library } from './store/library.ts';

/** How to open the search of a library. */
export interface LibrarySearchOptions {
  readonly library: Library;
  readonly workerFile: string;
  readonly now: () => Date;
  readonly onProgress: (done: number, total: number) => void;
  readonly report: (bug: unknown) => void;
}

/** The search of a library. */
export interface LibrarySearch extends Pick<SearchClient, 'ready' | 'stats' | 'close'> {
  /** Takes up what an article is now. */
  know(id: ArticleId): void;
  forget(id: ArticleId): void;
  find(query: string, order?: 'rank' | 'saved'): Promise<SearchResult>;
  /** The pieces of texts around what was looked for, of at most 100 rows; those that are not there any more are left out. */
  passages(query: string, rows: readonly number[]): Promise<readonly SearchPassage[]>;
}

/** For every row how well it fits: 0 where it only passes filters, `ABSENT` where it does not fit. */
type Scores = Float32Array;

const ABSENT = -1;

const FIELDS: Readonly<Record<TextField, Field>> = {
  title: 'title',
  byline: 'names',
  related: 'related',
  text: 'text',
};
// What was just begun is worth waiting for as long as nobody notices.
const PATIENCE_MS = 1_000;

/** Makes the search; its thread begins with the first question, or with `ready`. */
export function createLibrarySearch({ library, now, ...options }: LibrarySearchOptions): LibrarySearch {
  const { catalogue } = library;
  const pending = new Set<Promise<void>>();
  let isComplete = false;
  const client = createSearchClient({
    workerFile: options.workerFile,
    library: library.folder,
    isReadOnly: library.isReadOnly,
    wanted() {
      const ids = catalogue.ids();
      const packed = new Uint32Array(ids.length * 3);
      const stamps = new Uint32Array(ids.length);
      for (const [at, id] of ids.entries()) {
        packed.set(packId(id), at * 3);
        stamps[at] = catalogue.stampOf(catalogue.rowOf(id) ?? 0);
      }
      return { ids: packed, stamps };
    },
    rowOf: (a, b, c) => catalogue.rowOfPacked(a, b, c),
    onProgress: options.onProgress,
    report: options.report,
  });

  function note(work: Promise<void>): void {
    const done = work.catch(options.report).finally(() => pending.delete(done));
    pending.add(done);
  }

  async function ready(): Promise<void> {
    await client.ready();
    isComplete = true;
  }

  /** Until what was just saved can be found, and for a moment until all can. */
  async function settle(): Promise<void> {
    await Promise.all(pending);
    if (isComplete) return;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([ready(), patience]);
    clearTimeout(timer);
  }

  async function scoresOf(node: QueryNode, corrections: Correction[]): Promise<Scores> {
    const text = toTextQuery(node);
    if (text !== undefined) {
      const found = await client.match(text);
      corrections.push(...found.corrections);
      const scores = new Float32Array(catalogue.columns.size).fill(ABSENT);
      for (const [at, row] of found.rows.entries()) {
        if (isThere(catalogue.columns, row)) scores[row] = found.scores[at] ?? 0;
      }
      return scores;
    }
    switch (node.is) {
      case 'filter':
        return scoresWhere(compileFilter(node.filter, catalogue.columns));
      case 'not': {
        const without = await scoresOf(node.of, []);
        return scoresWhere((row) => without[row] === ABSENT);
      }
      case 'or': {
        const parts = await Promise.all(node.of.map((each) => scoresOf(each, corrections)));
        return parts.reduce(union);
      }
      case 'and':
        return scoresOfAll(node.of, corrections);
      default:
        return scoresWhere(() => true);
    }
  }

  /** Words together, as one question, and every filter over what they found. */
  async function scoresOfAll(parts: readonly QueryNode[], corrections: Correction[]): Promise<Scores> {
    const texts = parts.filter((part) => toTextQuery(part) !== undefined);
    const filters = parts.flatMap((part) =>
      part.is === 'filter' ? [compileFilter(part.filter, catalogue.columns)] : [],
    );
    const others = parts.filter((part) => part.is !== 'filter' && !texts.includes(part));
    const together: readonly QueryNode[] = texts.length > 1 ? [{ is: 'and', of: texts }] : texts;
    const found = await Promise.all([...together, ...others].map((each) => scoresOf(each, corrections)));
    found.push(scoresWhere((row) => filters.every((test) => test(row))));
    return found.reduce(intersection);
  }

  function scoresWhere(passes: (row: number) => boolean): Scores {
    const { columns } = catalogue;
    const scores = new Float32Array(columns.size).fill(ABSENT);
    for (let row = 0; row < columns.size; row += 1) if (isThere(columns, row) && passes(row)) scores[row] = 0;
    return scores;
  }

  return {
    ready,
    stats: () => client.stats(),
    know(id) {
      const row = catalogue.rowOf(id);
      if (row !== undefined) note(client.put(id, catalogue.stampOf(row)));
    },
    forget: (id) => note(client.remove(id)),
    async find(query, order = 'rank') {
      await settle();
      const { node, problems } = parseQuery(query, now());
      const corrections: Correction[] = [];
      const scores = node.is === 'all' ? new Float32Array() : await scoresOf(node, corrections);
      const bySaved = catalogue.bySaved().filter((row) => (scores[row] ?? ABSENT) !== ABSENT);
      const rows = order === 'saved' ? bySaved : byScore(bySaved, scores);
      return { rows, corrections, problems, isComplete };
    },
    async passages(query, rows) {
      const text = toTextQuery(wordsIn(parseQuery(query, now()).node));
      if (text === undefined) return [];
      const ids = (await catalogue.cards(rows)).map(({ id }: ArticleCard) => id);
      const passages = await client.passages(text, ids);
      return passages.flatMap(({ id, snippet, marks }) => {
        const row = catalogue.rowOf(id);
        return row === undefined ? [] : [{ row, snippet, marks }];
      });
    },
    close: () => client.close(),
  };
}

function union(a: Scores, b: Scores): Scores {
  return a.map((score, row) => {
    const other = b[row] ?? ABSENT;
    return score === ABSENT ? other : other === ABSENT ? score : score + other;
  });
}

function intersection(a: Scores, b: Scores): Scores {
  return a.map((score, row) => {
    const other = b[row] ?? ABSENT;
    return score === ABSENT || other === ABSENT ? ABSENT : score + other;
  });
}

/** The best first; of equal ones those that stand first. Numbers sort natively, many times as fast as with a comparison. */
function byScore(rows: Uint32Array, scores: Scores): Uint32Array {
  const places = 2 ** 20;
  const bits = new Uint32Array(Float32Array.from(rows, (row) => scores[row] ?? 0).buffer);
  // Of floating-point numbers above 0 the bits stand in the same order as the numbers (IEEE 754).
  const keys = Float64Array.from(bits, (word, place) => (0xffff_ffff - word) * places + place).sort();
  return Uint32Array.from(keys, (key) => rows[key % places] ?? 0);
}

/** The question for the index; `undefined` when the columns have to be asked as well. */
export function toTextQuery(node: QueryNode): TextQuery | undefined {
  switch (node.is) {
    case 'text': {
      const { text, isPrefix, field } = node;
      return { is: 'unit', text, isPrefix, field: field === null ? null : FIELDS[field] };
    }
    case 'not': {
      const of = toTextQuery(node.of);
      return of && { is: 'not', of };
    }
    case 'and':
    case 'or': {
      const of = node.of.flatMap((each) => toTextQuery(each) ?? []);
      return of.length === node.of.length ? { is: node.is, of } : undefined;
    }
    default:
      return undefined;
  }
}

/** What is looked for in texts, all of it as good as any. */
function wordsIn(node: QueryNode): QueryNode {
  const words = (each: QueryNode): readonly QueryNode[] => {
    if (each.is === 'text') return [each];
    return each.is === 'and' || each.is === 'or' ? each.of.flatMap(words) : [];
  };
  return { is: 'or', of: words(node) };
}
