// The element of one entry of an archive in, with the year its group is of; when the entry was added and updated out, as its machine-readable
// dates, the words before its dates, and the heads of its columns say. Reads no more than a screenful.
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import type { PostDate } from '#contract/dates.ts';
import { fold } from '../facts/visibleText.ts';
import { dateFieldOf, type DateField } from './dateFields.ts';
import { findDate, NO_CONTEXT, type DateContext } from './findDate.ts';

/** What is said of an entry; `null` for what is not. */
export interface ItemDates {
  readonly published: PostDate | null;
  readonly updated: PostDate | null;
}

const MOST_NODES = 400;
const LONGEST_LINE = 160;
const UPDATED_NAME = /(?:^|[-_\s])(?:updated?|modified|changed)(?:$|[-_\s])|dateModified/i;
// Names whose `title` is a date as machines read it.
const DATE_NAME = /(?:^|[-_\s])(?:published|updated|date|time|timestamp|dtstart)(?:$|[-_\s])/i;

/** Reads them; text within `isLeftOut`, such as the entry's title, says no date. */
export function datesOfItem(
  item: Element,
  year: string | null,
  context: DateContext,
  isLeftOut: (element: Element) => boolean,
): ItemDates {
  const found: { field: DateField; date: PostDate }[] = [];
  const within: DateContext = year === null ? context : { ...context, reference: `${year}-12-31` };
  let isSaid: DateField | null = null;
  const stack: AnyNode[] = [...item.children].reverse();
  for (let nodes = 0; nodes < MOST_NODES; nodes += 1) {
    const node = stack.pop();
    if (node === undefined) break;
    if (isText(node)) {
      const text = fold(node.data);
      if (text === '' || text.length > LONGEST_LINE) continue;
      const dates = datesInText(text, within, isSaid);
      found.push(...dates.found);
      isSaid = dates.isSaid;
    } else if (isTag(node) && !isLeftOut(node)) {
      const machine = machineDate(node);
      const field: DateField | null = columnField(node) ?? (isNamedUpdated(node) ? 'updated' : isSaid);
      if (machine === null) {
        // The head of a column, or a name, says it of the text below.
        if (field !== null) isSaid = field;
        for (const child of [...node.children].reverse()) stack.push(child);
      } else {
        found.push({ field: field ?? 'published', date: machine });
        isSaid = null;
      }
    }
  }
  const of = (isUpdated: boolean): PostDate | null =>
    mostExact(found.filter(({ field }) => (field === 'updated') === isUpdated).map(({ date }) => date));
  return { published: of(false), updated: of(true) };
}

/** The first date, with the time of day where another says the same day with one. */
function mostExact(dates: readonly PostDate[]): PostDate | null {
  const [first] = dates;
  return first === undefined ? null : (dates.find((date) => date.length > 10 && date.startsWith(first)) ?? first);
}

function datesInText(
  text: string,
  context: DateContext,
  isSaid: DateField | null,
): { readonly found: readonly { field: DateField; date: PostDate }[]; readonly isSaid: DateField | null } {
  const found: { field: DateField; date: PostDate }[] = [];
  let rest = text;
  let field = isSaid;
  while (rest !== '') {
    const named = dateFieldOf(rest);
    if (named !== null) {
      field = named.field;
      rest = rest.slice(named.length);
    }
    const next = findDate(rest, context);
    if (next === null || next.end === 0) break;
    const before = dateFieldOf(rest.slice(Math.max(0, next.start - 30), next.start).replace(/^.*[,;|·•(]\s*/, ''));
    if (next.date !== null) found.push({ field: before?.field ?? field ?? 'published', date: next.date });
    field = null;
    rest = rest.slice(next.end).replace(/^[\s,;|·•()/–—-]+/, '');
  }
  return { found, isSaid: rest === '' || found.length === 0 ? field : null };
}

function machineDate({ name, attribs }: Element): PostDate | null {
  const names = `${attribs['class'] ?? ''} ${attribs['itemprop'] ?? ''}`;
  const written = attribs['datetime'] ?? (DATE_NAME.test(names) || name === 'abbr' ? attribs['title'] : undefined);
  return written === undefined ? null : (findDate(written, NO_CONTEXT)?.date ?? null);
}

function isNamedUpdated({ attribs }: Element): boolean {
  return UPDATED_NAME.test(`${attribs['class'] ?? ''} ${attribs['itemprop'] ?? ''}`);
}

/** What the head of a table's column says of the dates below it. */
function columnField(cell: Element): DateField | null {
  if (cell.name !== 'td' || cell.parent === null || !isTag(cell.parent)) return null;
  const column = cell.parent.children.filter(isTag).indexOf(cell);
  let table: Element = cell.parent;
  while (table.name !== 'table' && table.parent !== null && isTag(table.parent)) table = table.parent;
  const head = firstRow(table)?.children.filter(isTag)[column];
  if (head === undefined || head.name !== 'th') return null;
  return dateFieldOf(head.children.map((child) => (isText(child) ? child.data : '')).join(''))?.field ?? 'published';
}

function firstRow(table: Element): Element | undefined {
  const rows = table.children.filter(isTag);
  const [first] = rows;
  return first === undefined || first.name === 'tr' ? first : first.children.filter(isTag)[0];
}
