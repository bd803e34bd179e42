// A filter's name and value as typed in; the filter out, or in words what is wrong with the value and what was perhaps meant. Pure.
import { editDistance } from '#contract/editDistance.ts';
import { foldTag, LONGEST_TAG, toTag } from '#contract/tags.ts';
import { parseDateRange } from './dateRange.ts';
import {
  DATE_NAMES,
  GAPS,
  KINDS,
  NUMBER_NAMES,
  STATE_ALIASES,
  STATES,
  TEXT_FIELDS,
  type Filter,
  type QueryFault,
  type QueryFaultCase,
} from './node.ts';

/** All names that can stand before a colon, in the order in which they are offered. */
export const FILTER_NAMES = [
  'site',
  'tag',
  'is',
  'missing',
  'kind',
  'lang',
  'in',
  'before',
  'after',
  'added',
  ...DATE_NAMES,
  ...NUMBER_NAMES,
] as const;

/** One of the names. */
export type FilterName = (typeof FILTER_NAMES)[number];

/** The values of names that have a closed list of them. */
export const CLOSED_VALUES: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  is: STATES,
  missing: GAPS,
  kind: KINDS,
  in: TEXT_FIELDS,
};

/** What a value was read as. */
export type ReadFilter = { readonly filter: Filter } | (QueryFault & { readonly suggestion: string | null });

/** Says what is wrong, with the filter that is meant and what it could be given where there are such. */
export function fault(is: QueryFaultCase, message: string, name = '', known = ''): QueryFault {
  return { is, message, name, known };
}

/** Says that a filter has a closed list of values. */
export function closedTo(name: FilterName, items: readonly string[]): QueryFault {
  const known = items.join(', ');
  return fault('closedValues', `“${name}:” knows ${known}.`, name, known);
}

/** What `tag:` says for articles without any. */
const NO_TAGS = 'none';

const NUMBER = /^(<=|>=|<|>|=)?(\d+(?:\.\d+)?)(k|kb|mb|gb)?$/i;
const SPAN = /^(\d+)?\.\.(\d+)?$/;
const SIZES: Readonly<Record<string, number>> = { kb: 1, mb: 1_024, gb: 1_048_576 };

/** Reads a value. `before:` and `after:` are about when an article was saved; `added:` about when it was first published. A quoted value of `tag:` is a tag, whatever it is. */
export function readFilter(name: Exclude<FilterName, 'in'>, value: string, now: Date, isQuoted: boolean): ReadFilter {
  const low = value.toLowerCase();
  switch (name) {
    case 'site':
      return { filter: { by: name, value: low.replace(/^https?:\/\/(www\.)?|\/.*$/g, '') } };
    case 'lang':
      return { filter: { by: name, value: low } };
    case 'tag':
      return readTag(value, isQuoted);
    case 'is':
      if (Object.hasOwn(STATE_ALIASES, low)) return { filter: { by: name, value: STATE_ALIASES[low] ?? 'finished' } };
      return ofList(name, low, STATES, (state) => ({ by: name, value: state }));
    case 'missing':
      return ofList(name, low, GAPS, (gap) => ({ by: name, value: gap }));
    case 'kind':
      return ofList(name, low, KINDS, (kind) => ({ by: name, value: kind }));
    case 'before':
      return readDate('saved', /^[<>]|\.\./.test(low) ? '' : `<${low}`, now);
    case 'after':
      return readDate('saved', /^[<>]|\.\./.test(low) ? '' : `>${low}`, now);
    case 'added':
      return readDate('published', low, now);
    case 'saved':
    case 'published':
    case 'updated':
    case 'read':
      return readDate(name, low, now);
    default:
      return readNumber(name, low);
  }
}

/** The item of a list that a text was perhaps meant to be; `null` when none is near. */
export function nearestOf<Item extends string>(text: string, items: readonly Item[]): Item | null {
  const near = items
    .map((item) => ({ item, distance: item.startsWith(text) && text.length > 1 ? 0 : editDistance(text, item, 2) }))
    .filter(({ item, distance }) => distance <= (item.length > 4 ? 2 : 1))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.item ?? null;
}

function ofList<Item extends string>(
  name: FilterName,
  value: string,
  items: readonly Item[],
  make: (item: Item) => Filter,
): ReadFilter {
  const item = items.find((each) => each === value);
  if (item !== undefined) return { filter: make(item) };
  const nearest = nearestOf(value, items);
  return {
    ...closedTo(name, items),
    suggestion: nearest === null ? null : `${name}:${nearest}`,
  };
}

function readTag(value: string, isQuoted: boolean): ReadFilter {
  if (value.toLowerCase() === NO_TAGS && !isQuoted) return { filter: { by: 'tag', value: null } };
  const tag = toTag(value);
  if (tag !== undefined) return { filter: { by: 'tag', value: foldTag(tag) } };
  const [first = ''] = value.split(',').flatMap((part) => toTag(part) ?? []);
  return {
    ...fault(
      'tag',
      `A tag has 1 to ${LONGEST_TAG} characters and no comma. For one of several write “tag:a OR tag:b”.`,
    ),
    suggestion: first === '' ? null : `tag:${/\s/.test(first) ? `"${first}"` : first}`,
  };
}

function readDate(name: (typeof DATE_NAMES)[number], value: string, now: Date): ReadFilter {
  // A page's dates stand as they were written, whatever the zone; what happened here happened in the zone of this computer.
  const range = parseDateRange(value, now, name === 'published' || name === 'updated');
  if (range !== undefined) return { filter: { by: name, ...range } };
  return {
    ...fault('date', 'A date looks like 2024, 2024-05, 2024-05-03, >2024, 2023..2024, 7d, 3mo, today or lastmonth.'),
    suggestion: null,
  };
}

function readNumber(name: (typeof NUMBER_NAMES)[number], value: string): ReadFilter {
  const span = SPAN.exec(value);
  if (span !== null && value !== '..') {
    return { filter: { by: name, least: Number(span[1] ?? 0), most: Number(span[2] ?? Infinity) } };
  }
  const [, sign = '=', digits, unit = ''] = NUMBER.exec(value) ?? [];
  if (digits === undefined)
    return { ...fault('number', 'A number looks like 300, >300, <=300 or 100..300.'), suggestion: null };
  const factor = name === 'size' ? (SIZES[unit] ?? 1) : unit === 'k' ? 1_000 : 1;
  const number = Number(digits) * factor;
  const bounds: Readonly<Record<string, readonly [number, number]>> = {
    '=': [number, number],
    '<': [0, number - (Number.isInteger(number) ? 1 : 0)],
    '<=': [0, number],
    '>': [number + (Number.isInteger(number) ? 1 : 0), Infinity],
    '>=': [number, Infinity],
  };
  const [least, most] = bounds[sign] ?? [0, Infinity];
  return { filter: { by: name, least, most } };
}
