// A query of filters only in; a test of rows out. What has words in it has to be looked for in texts and is refused. Pure.
import type { ArticleColumns } from '#contract/columns.ts';
import { unreachable } from '#contract/errors.ts';
import { compileFilter } from './compileFilter.ts';
import { fault } from './filterValues.ts';
import type { QueryNode, QueryProblem } from './node.ts';
import { parseQuery } from './parse.ts';

/** A query that asks for nothing in texts. */
export type FilterNode =
  | Extract<QueryNode, { readonly is: 'filter' }>
  | { readonly is: 'and' | 'or'; readonly of: readonly FilterNode[] }
  | { readonly is: 'not'; readonly of: FilterNode };

/** The query when it consists of filters and all of it means something; else what is wrong with it. */
export type ReadFilters =
  | { readonly node: FilterNode; readonly problems: readonly [] }
  | { readonly node: null; readonly problems: readonly QueryProblem[] };

/** Reads what is finished, unlike a query that is being typed: a filter that was only begun is wrong, and so is one that is empty. */
export function readFilters(text: string, now: Date): ReadFilters {
  // Within a parenthesis nothing is taken for still being typed.
  const problems = parseQuery(`(${text})`, now).problems.map(({ at: [start, end], ...problem }): QueryProblem => ({
    ...problem,
    at: [Math.max(0, Math.min(text.length, start - 1)), Math.max(0, Math.min(text.length, end - 1))],
  }));
  if (problems.length > 0) return { node: null, problems };
  const node = filtersOf(parseQuery(text, now).node);
  if (node !== undefined) return { node, problems: [] };
  const what =
    text.trim() === ''
      ? fault('nothing', 'Say here which articles are meant, such as “site:example.org”.')
      : fault(
          'onlyFilters',
          'Only filters can stand here, such as “site:example.org” or “words:>2000”; words cannot be looked for.',
        );
  return { node: null, problems: [{ ...what, at: [0, text.length], suggestion: null }] };
}

/** Tells of a row whether it passes. The columns must not change meanwhile. */
export function compileQuery(node: FilterNode, columns: ArticleColumns): (row: number) => boolean {
  switch (node.is) {
    case 'filter':
      return compileFilter(node.filter, columns);
    case 'not': {
      const test = compileQuery(node.of, columns);
      return (row) => !test(row);
    }
    case 'and': {
      const tests = node.of.map((each) => compileQuery(each, columns));
      return (row) => tests.every((test) => test(row));
    }
    case 'or': {
      const tests = node.of.map((each) => compileQuery(each, columns));
      return (row) => tests.some((test) => test(row));
    }
    default:
      return unreachable(node);
  }
}

function filtersOf(node: QueryNode): FilterNode | undefined {
  switch (node.is) {
    case 'filter':
      return node;
    case 'not': {
      const of = filtersOf(node.of);
      return of && { is: 'not', of };
    }
    case 'and':
    case 'or': {
      const of = node.of.flatMap((each) => filtersOf(each) ?? []);
      return of.length === node.of.length ? { is: node.is, of } : undefined;
    }
    default:
      return undefined;
  }
}
