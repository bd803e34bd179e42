// What a person types, as the tree it is read as; and what is said of what means nothing.
import { expect, test } from 'playwright/test';
import { unreachable } from '#contract/errors.ts';
import type { Filter, QueryNode } from '#contract/query/node.ts';
import { parseQuery } from '#contract/query/parse.ts';

const NOW = new Date(2026, 10, 23, 12);

/** The tree in one line: `+` before a beginning, `title/` before what is looked for in one part. */
function show(node: QueryNode): string {
  switch (node.is) {
    case 'all':
      return 'ALL';
    case 'text':
      return `${node.field === null ? '' : `${node.field}/`}${node.isPrefix ? '+' : ''}“${node.text}”`;
    case 'filter':
      return showFilter(node.filter);
    case 'not':
      return `NOT ${show(node.of)}`;
    case 'and':
    case 'or':
      return `(${node.of.map(show).join(` ${node.is.toUpperCase()} `)})`;
    default:
      return unreachable(node);
  }
}

function showFilter(filter: Filter): string {
  if ('value' in filter) return `${filter.by}=${filter.value}`;
  if ('least' in filter) return `${filter.by}=${filter.least}..${filter.most}`;
  const day = (minutes: number): string =>
    Number.isFinite(minutes) ? new Date(minutes * 60_000).toLocaleDateString('sv') : '';
  return `${filter.by}=${day(filter.from)}..${day(filter.before)}`;
}

function read(text: string): string {
  return show(parseQuery(text, NOW).node);
}

const TREES: readonly (readonly [string, string])[] = [
  ['', 'ALL'],
  ['tide', '+“tide”'],
  ['tide table', '(“tide” AND +“table”)'],
  ['"tide table" now', '(“tide table” AND +“now”)'],
  ['“tide table”', '“tide table”'],
  ['"tide tab', '+“tide tab”'],
  ['tide* -table', '(+“tide” AND NOT “table”)'],
  ['tide OR table', '(“tide” OR +“table”)'],
  ['a | b c', '(“a” OR (“b” AND +“c”))'],
  ['(a OR b) c', '((“a” OR “b”) AND +“c”)'],
  ['-(a b)', 'NOT (“a” AND “b”)'],
  ['- a', '(“-” AND +“a”)'],
  ['--a', '+“--a”'],
  ['or', '+“or”'],
  ['is:unread', 'is=unread'],
  ['-is:read kind:video', '(NOT is=finished AND kind=video)'],
  ['IS:Unread', 'is=unread'],
  ['site:example.org tide', '(site=example.org AND +“tide”)'],
  ['site:"Tide Notes"', 'site=tide notes'],
  ['lang:pt', 'lang=pt'],
  ['missing:images', 'missing=images'],
  ['words:>2000', 'words=2001..Infinity'],
  ['words:100..200', 'words=100..200'],
  ['minutes:<=5', 'minutes=0..5'],
  ['size:>2mb', 'size=2049..Infinity'],
  ['saved:2024', 'saved=2024-01-01..2025-01-01'],
  ['saved:2024-02', 'saved=2024-02-01..2024-03-01'],
  ['saved:2024-02-29', 'saved=2024-02-29..2024-03-01'],
  ['saved:2023..2024-05', 'saved=2023-01-01..2024-06-01'],
  ['saved:>2024', 'saved=2025-01-01..'],
  ['before:2024-05', 'saved=..2024-05-01'],
  ['after:2024', 'saved=2025-01-01..'],
  ['saved:today', 'saved=2026-11-23..2026-11-24'],
  ['saved:thisweek', 'saved=2026-11-23..2026-11-30'],
  ['saved:lastmonth', 'saved=2026-10-01..2026-11-01'],
  ['saved:7d', 'saved=2026-11-16..'],
  ['saved:1y', 'saved=2025-11-23..'],
  ['in:title tide table', '(title/“tide” AND +“table”)'],
  ['in:title (a OR "b c")', '(title/“a” OR title/“b c”)'],
  ['-in:byline dale x', '(NOT byline/“dale” AND +“x”)'],
  ['12:30 https://a.example/b note: x', '(“12:30” AND “https://a.example/b” AND “note:” AND +“x”)'],
];

for (const [text, tree] of TREES) {
  test(`“${text}” is read as ${tree}`, () => {
    const { node, problems } = parseQuery(text, NOW);
    expect(show(node)).toBe(tree);
    expect(problems).toEqual([]);
  });
}

const PROBLEMS: readonly (readonly [string, string, readonly [number, number], string | null])[] = [
  ['is:unraed x', '+“x”', [0, 9], 'is:unread'],
  ['sit:a.example x', '(“sit:a.example” AND +“x”)', [0, 13], 'site:a.example'],
  ['saved:2024-13 x', '+“x”', [0, 13], null],
  ['saved:2023-02-29 x', '+“x”', [0, 16], null],
  ['words:many x', '+“x”', [0, 10], null],
  ['(a b', '(“a” AND +“b”)', [0, 1], null],
  ['a) b', '(“a” AND +“b”)', [1, 2], ''],
  ['a OR', '“a”', [2, 4], null],
  ['OR a', '+“a”', [0, 2], null],
  ['in:titel x', '+“x”', [0, 8], 'in:title'],
];

for (const [text, tree, at, suggestion] of PROBLEMS) {
  test(`of “${text}” it is said what means nothing`, () => {
    const { node, problems } = parseQuery(text, NOW);
    expect(show(node)).toBe(tree);
    expect(problems.map((problem) => [problem.at, problem.suggestion])).toEqual([[at, suggestion]]);
    expect(problems[0]?.message).toMatch(/\.$/);
  });
}

test('nothing is said of a filter that is still being typed', () => {
  for (const text of ['is:', 'is:unr', 'x kind:vi', 'site:', 'in:', 'in:ti']) {
    expect(parseQuery(text, NOW).problems, text).toEqual([]);
  }
});

test('a suggestion in the place of the problem means something', () => {
  for (const [text, , [start, end], suggestion] of PROBLEMS) {
    if (suggestion === null) continue;
    const better = text.slice(0, start) + suggestion + text.slice(end);
    expect(parseQuery(better, NOW).problems, better).toEqual([]);
  }
});

test('whatever is typed is read, however long and however deep', () => {
  const pieces = [
    '(',
    ')',
    '"',
    '-',
    ' OR ',
    '|',
    'in:title ',
    'is:',
    'words:>',
    '*',
    ':',
    ' ',
    '“',
    'a',
    '東',
    '\u0000',
  ];
  for (const piece of pieces) expect(() => read(piece.repeat(100_000)), piece).not.toThrow();
  let seed = 7;
  const random = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  for (let count = 0; count < 3_000; count += 1) {
    const text = Array.from({ length: 12 }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join('');
    expect(() => read(text), text).not.toThrow();
  }
});
