// What a person looks for in; the rows of the library that fit out, best or newest first. Words are asked of the index, everything else of
// the columns; where both are mixed, sets of rows are joined as the query says.
import type { ArticleId } from '#contract/article.ts';
import type { SearchPassage, SearchResult } from '#contract/calls.ts';
import { isThere } from '#contract/columns.ts';
import { AppError } from '#contract/errors.ts';
import { packId } from '#contract/idTable.ts';
import { compileFilter } from '#contract/query/compileFilter.ts';
import type { QueryNode, TextField } from '#contract/query/node.ts';
import { parseQuery } from '#contract/query/parse.ts';
import type { Field } from '../../search/fields.ts';
import { rankRows } from '../../search/rankRows.ts';
import { createSearchClient, NO_ROW, type SearchClient } from '../../search/searchClient.ts';
import type { Correction } from '../../search/searchMessages.ts';
import type { TextQuery } from '../../search/textQuery.ts';
import type { Library } from '../../store/library.ts';

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
  /** Looks through the whole catalogue for what the index does not have; resolves when all can be found. */
  renew(): Promise<void>;
  /** Takes up what an article is now. */
  know(id: ArticleId): void;
  forget(id: ArticleId): void;
  find(query: string, order?: 'rank' | 'saved'): Promise<SearchResult>;
  /**
   * At most so many rows in whose titles, bylines or sites' names every word stands or begins, best first. A word that stands nowhere is
   * taken for those it was probably meant to be.
   */
  titles(query: string, most: number): Promise<readonly number[]>;
  /** The pieces of texts around what was looked for, of at most 100 rows; those that are not there any more are left out. */
  passages(query: string, rows: readonly number[]): Promise<readonly SearchPassage[]>;
  /** Where what was looked for stands in a text: begin and end of each place in UTF-16 units, ascending and apart. */
  marks(query: string, text: string): Promise<Uint32Array>;
}

/** For every row how well it fits: 0 where it only passes filters, `ABSENT` where it does not fit. */
type Scores = Float32Array;

type RowTest = (row: number) => boolean;

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
    const tell = (failure: unknown): void => {
      // What was not taken up before the end is at the next start.
      const isOfEnd = failure instanceof AppError && failure.code === 'cancelled';
      if (!isOfEnd) options.report(failure);
    };
    const done = work.catch(tell).finally(() => pending.delete(done));
    pending.add(done);
  }

  async function renew(): Promise<void> {
    isComplete = false;
    await client.renew();
    isComplete = true;
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
    if (text !== undefined) return scoresInTexts(text, corrections);
    switch (node.is) {
      case 'filter':
        return scoresWhere([compileFilter(node.filter, catalogue.columns)]);
      case 'not': {
        const without = await scoresOf(node.of, []);
        return scoresWhere([(row) => without[row] === ABSENT]);
      }
      case 'or': {
        const parts = await Promise.all(node.of.map((each) => scoresOf(each, corrections)));
        return parts.reduce(union);
      }
      case 'and':
        return scoresOfAll(node.of, corrections);
      default:
        return scoresWhere([]);
    }
  }

  async function scoresInTexts(text: TextQuery, corrections: Correction[]): Promise<Scores> {
    const { parts, corrections: made } = await client.match(text);
    corrections.push(...made);
    const { columns } = catalogue;
    const all = new Float32Array(columns.size).fill(ABSENT);
    for (const { places, scores, rows } of parts) {
      for (let at = 0; at < places.length; at += 1) {
        const row = rows[places[at] ?? 0] ?? NO_ROW;
        if (isThere(columns, row)) all[row] = scores[at] ?? 0;
      }
    }
    return all;
  }

  /** Words together, as one question, and every filter over what they found. */
  async function scoresOfAll(parts: readonly QueryNode[], corrections: Correction[]): Promise<Scores> {
    const texts = parts.filter((part) => toTextQuery(part) !== undefined);
    const filters = parts.flatMap((part) => (part.is === 'filter' ? [part.filter] : []));
    const others = parts.filter((part) => part.is !== 'filter' && !texts.includes(part));
    const together: readonly QueryNode[] = texts.length > 1 ? [{ is: 'and', of: texts }] : texts;
    const found = await Promise.all([...together, ...others].map((each) => scoresOf(each, corrections)));
    const tests = filters.map((filter) => compileFilter(filter, catalogue.columns));
    return found.length === 0 ? scoresWhere(tests) : onlyWhere(found.reduce(intersection), tests);
  }

  function scoresWhere(tests: readonly RowTest[]): Scores {
    const { columns } = catalogue;
    const scores = new Float32Array(columns.size).fill(ABSENT);
    for (let row = 0; row < columns.size; row += 1) if (isThere(columns, row)) scores[row] = 0;
    return onlyWhere(scores, tests);
  }

  return {
    ready,
    renew,
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
      const scores = await scoresOf(node, corrections);
      const bySaved = present(catalogue.bySaved(), scores);
      const rows = order === 'saved' ? bySaved : rankRows(bySaved, scores);
      return { rows, corrections, problems, isComplete };
    },
    async titles(query, most) {
      await settle();
      const words = query.split(/\s+/).filter((word) => word !== '');
      const parts = words.map((text): TextQuery => ({
        is: 'or',
        of: (['title', 'names'] as const).map((field): TextQuery => ({ is: 'unit', text, isPrefix: true, field })),
      }));
      if (parts.length === 0) return Array.from(catalogue.bySaved().subarray(0, most));
      const scores = await scoresInTexts({ is: 'and', of: parts }, []);
      return Array.from(rankRows(present(catalogue.bySaved(), scores), scores).subarray(0, most));
    },
    async passages(query, rows) {
      const text = toTextQuery(wordsIn(parseQuery(query, now()).node));
      if (text === undefined) return [];
      const ids = rows.flatMap((row) => (isThere(catalogue.columns, row) ? [catalogue.idOf(row)] : []));
      const passages = await client.passages(text, ids);
      return passages.flatMap(({ id, snippet, marks }) => {
        const row = catalogue.rowOf(id);
        return row === undefined ? [] : [{ row, snippet, marks }];
      });
    },
    async marks(query, text) {
      const wanted = toTextQuery(wordsIn(parseQuery(query, now()).node));
      return wanted === undefined ? new Uint32Array() : client.marks(wanted, text);
    },
    close: () => client.close(),
  };
}

function union(a: Scores, b: Scores): Scores {
  const both = new Float32Array(a.length);
  for (let row = 0; row < a.length; row += 1) {
    const [score, other] = [a[row] ?? ABSENT, b[row] ?? ABSENT];
    both[row] = score === ABSENT ? other : other === ABSENT ? score : score + other;
  }
  return both;
}

function intersection(a: Scores, b: Scores): Scores {
  const both = new Float32Array(a.length);
  for (let row = 0; row < a.length; row += 1) {
    const [score, other] = [a[row] ?? ABSENT, b[row] ?? ABSENT];
    both[row] = score === ABSENT || other === ABSENT ? ABSENT : score + other;
  }
  return both;
}

/** Takes out, in place, what does not pass all tests. */
function onlyWhere(scores: Scores, tests: readonly RowTest[]): Scores {
  for (const passes of tests) {
    for (let row = 0; row < scores.length; row += 1) {
      if (scores[row] !== ABSENT && !passes(row)) scores[row] = ABSENT;
    }
  }
  return scores;
}

/** Those of the rows that fit, in their order. */
function present(rows: Uint32Array, scores: Scores): Uint32Array {
  const found = new Uint32Array(rows.length);
  let size = 0;
  for (let place = 0; place < rows.length; place += 1) {
    const row = rows[place] ?? 0;
    if ((scores[row] ?? ABSENT) === ABSENT) continue;
    found[size] = row;
    size += 1;
  }
  return found.subarray(0, size);
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
