// What a person types in; the query out, and what in it means nothing. Nothing that is typed is an error: what cannot be read is taken as
// words where it could be some, and left out where it could not.
import {
  closedTo,
  CLOSED_VALUES,
  fault,
  FILTER_NAMES,
  nearestOf,
  readFilter,
  type FilterName,
} from './filterValues.ts';
import { TEXT_FIELDS, type QueryFault, type QueryNode, type QueryProblem, type TextField } from './node.ts';

/** A query that was read. */
export interface ParsedQuery {
  readonly node: QueryNode;
  readonly problems: readonly QueryProblem[];
}

interface Mark<Kind extends string> {
  readonly kind: Kind;
  readonly at: readonly [number, number];
}

type Token =
  | Mark<'open'>
  | Mark<'close'>
  | Mark<'or'>
  | Mark<'minus'>
  | { readonly kind: 'phrase'; readonly text: string; readonly isOpen: boolean; readonly at: readonly [number, number] }
  | { readonly kind: 'word'; readonly text: string; readonly at: readonly [number, number] };

// Typographic quotation marks stand for the plain one. A value may be quoted right after its colon.
const TOKEN = /[()|]|-(?=[^\s-])|["“„”]([^"“„”]*)(["“”]?)|[^\s"“„”()|]+(?:(?<=:)["“„][^"“„”]*["“”]?)?/gu;
// Deeper than anybody types; what lies deeper is read as if it stood there.
const DEEPEST = 40;

/**
 * Reads words (all must be there), "phrases", `-not`, `OR` or `|`, parentheses, `name:value` filters, and `in:title` before what is to stand
 * there. The last word may be the beginning of one, as may a phrase whose closing mark is still missing, and any word with a `*`.
 */
export function parseQuery(text: string, now: Date): ParsedQuery {
  const tokens = tokensOf(text);
  const problems: QueryProblem[] = [];
  let next = 0;

  function problem(at: readonly [number, number], what: QueryFault, suggestion: string | null = null): void {
    problems.push({ ...what, at, suggestion });
  }

  function either(depth: number): QueryNode {
    const parts: QueryNode[] = [];
    for (;;) {
      const part = all(depth);
      if (part !== undefined) parts.push(part);
      const token = tokens[next];
      if (token?.kind !== 'or') break;
      next += 1;
      const follows = tokens[next];
      if (part === undefined || follows === undefined || follows.kind === 'or' || follows.kind === 'close') {
        problem(token.at, fault('orAlone', 'OR stands between two things to look for.'));
      }
    }
    return join('or', parts);
  }

  function all(depth: number): QueryNode | undefined {
    const parts: QueryNode[] = [];
    for (let token = tokens[next]; token !== undefined && token.kind !== 'or'; token = tokens[next]) {
      if (token.kind === 'close') {
        if (depth > 0) break;
        next += 1;
        problem(token.at, fault('closesNone', 'This parenthesis closes none.'), '');
        continue;
      }
      const part = item(depth, null);
      if (part !== undefined && part.is !== 'all') parts.push(part);
    }
    return parts.length === 0 ? undefined : join('and', parts);
  }

  function item(depth: number, field: TextField | null): QueryNode | undefined {
    let isNot = false;
    for (let token = tokens[next]; token?.kind === 'minus'; token = tokens[next]) {
      isNot = !isNot;
      next += 1;
    }
    const token = tokens[next];
    if (token === undefined) return undefined;
    const positive = single(token, depth, field, isNot);
    if (positive === undefined) return undefined;
    return isNot && positive.is !== 'all' ? { is: 'not', of: positive } : positive;
  }

  function single(token: Token, depth: number, field: TextField | null, isNot: boolean): QueryNode | undefined {
    if (token.kind === 'close' || token.kind === 'or' || token.kind === 'minus') return undefined;
    next += 1;
    const isLast = next === tokens.length && !isNot;
    if (token.kind === 'open') return group(token, depth, field);
    if (token.kind === 'phrase') return unit(token.text, isLast && token.isOpen, field);
    return named(token, depth, field, isLast) ?? unit(token.text, isLast, field);
  }

  function group(open: Token, depth: number, field: TextField | null): QueryNode {
    if (depth >= DEEPEST) return { is: 'all' };
    const inner = either(depth + 1);
    if (tokens[next]?.kind === 'close') next += 1;
    else problem(open.at, fault('notClosed', 'This parenthesis is not closed.'));
    return field === null ? inner : within(inner, field);
  }

  /** A `name:value`; `undefined` when the word is none. */
  function named(
    token: Extract<Token, { kind: 'word' }>,
    depth: number,
    field: TextField | null,
    isLast: boolean,
  ): QueryNode | undefined {
    const [, typed, quoted] = /^([a-z]+):(.*)$/isu.exec(token.text) ?? [];
    if (typed === undefined || quoted === undefined) return undefined;
    const value = quoted.replace(/["“„”]/g, '').trim();
    const name = FILTER_NAMES.find((each) => each === typed.toLowerCase());
    if (name === undefined) {
      const nearest = value === '' || value.startsWith('//') ? null : nearestName(typed.toLowerCase());
      if (nearest !== null)
        problem(token.at, fault('noFilter', `There is no filter “${typed}:”.`, typed), `${nearest}:${quoted}`);
      return undefined;
    }
    if (name === 'in') return inField(token, value, depth, field, isLast);
    if (value === '') {
      // Somebody is still typing.
      if (!isLast) problem(token.at, fault('saysNothing', `“${name}:” says nothing yet.`, name));
      return { is: 'all' };
    }
    const read = readFilter(name, value, now, value !== quoted);
    if ('filter' in read) return { is: 'filter', filter: read.filter };
    const isBegun = isLast && CLOSED_VALUES[name]?.some((each) => each.startsWith(value.toLowerCase())) === true;
    if (!isBegun) problem(token.at, read, read.suggestion);
    return { is: 'all' };
  }

  function inField(
    token: Token,
    value: string,
    depth: number,
    outer: TextField | null,
    isLast: boolean,
  ): QueryNode | undefined {
    const field = TEXT_FIELDS.find((each) => each === value.toLowerCase());
    if (field === undefined) {
      const nearest = nearestOf(value.toLowerCase(), TEXT_FIELDS);
      if (!isLast) {
        const suggestion = nearest === null ? null : `in:${nearest}`;
        problem(token.at, closedTo('in', TEXT_FIELDS), suggestion);
      }
      return { is: 'all' };
    }
    // A chain of them could be longer than the stack is deep.
    return depth >= DEEPEST ? { is: 'all' } : (item(depth + 1, outer ?? field) ?? { is: 'all' });
  }

  const node = either(0);
  return { node, problems };
}

function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN), (found): Token => {
    const [whole, phrase, closing] = found;
    const at: readonly [number, number] = [found.index, found.index + whole.length];
    if (whole === '(') return { kind: 'open', at };
    if (whole === ')') return { kind: 'close', at };
    if (whole === '|' || whole === 'OR') return { kind: 'or', at };
    // Alone it is a dash between words.
    if (whole === '-' && /\S/.test(text.charAt(at[1]))) return { kind: 'minus', at };
    if (phrase !== undefined) return { kind: 'phrase', text: phrase, isOpen: closing === '', at };
    return { kind: 'word', text: whole, at };
  });
}

function unit(text: string, isPrefix: boolean, field: TextField | null): QueryNode {
  const stem = text.replace(/\*+$/, '');
  return { is: 'text', text: stem, isPrefix: isPrefix || stem !== text, field };
}

function within(node: QueryNode, field: TextField): QueryNode {
  if (node.is === 'text') return { ...node, field: node.field ?? field };
  if (node.is === 'not') return { is: 'not', of: within(node.of, field) };
  return node.is === 'and' || node.is === 'or' ? { is: node.is, of: node.of.map((each) => within(each, field)) } : node;
}

function join(is: 'and' | 'or', parts: readonly QueryNode[]): QueryNode {
  const [only, second] = parts;
  return second === undefined ? (only ?? { is: 'all' }) : { is, of: parts };
}

function nearestName(typed: string): FilterName | null {
  // Short words with a colon are mostly just that.
  return typed.length < 2 ? null : nearestOf(typed, FILTER_NAMES);
}
