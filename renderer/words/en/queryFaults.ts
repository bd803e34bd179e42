import type { QueryFaultCase } from '#contract/query/node.ts';

/** What is wrong with a query, by its case; what can be typed is the same in every language. */
export const queryFaults = {
  orAlone: 'OR stands between two things to look for.',
  closesNone: 'This parenthesis closes none.',
  notClosed: 'This parenthesis is not closed.',
  noFilter: 'There is no filter “{name}:”.',
  saysNothing: '“{name}:” says nothing yet.',
  closedValues: '“{name}:” knows {known}.',
  tag: 'A tag is short and has no comma. For one of several write “tag:a OR tag:b”.',
  date: 'A date looks like 2024, 2024-05, 2024-05-03, >2024, 2023..2024, 7d, 3mo, today or lastmonth.',
  number: 'A number looks like 300, >300, <=300 or 100..300.',
  nothing: 'Say here which articles are meant, such as “site:example.org”.',
  onlyFilters: 'Only filters can stand here, such as “site:example.org” or “words:>2000”; words cannot be looked for.',
} as const satisfies Readonly<Record<QueryFaultCase, string>>;
