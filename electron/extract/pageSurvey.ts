// One look over the content before it is written: which ids its links lead to, and which tables hold data. Marks nothing.
import type { AnyNode, Element } from 'domhandler';
import type { Page } from './page.ts';

/** What must be known of the whole content before any part of it can be written. */
export interface PageSurvey {
  /** Ids and anchor names that exist in the content and that a link of it leads to. */
  readonly linkedIds: ReadonlySet<string>;
  /** Tables with rows and columns that mean something; the others only place things on the page. */
  readonly dataTables: ReadonlySet<Element>;
}

interface TableCount {
  readonly table: Element;
  rows: number;
  cellsInRow: number;
  widestRow: number;
  hasHeading: boolean;
  hasTable: boolean;
}

/** Surveys content in one pass. */
export function surveyContent(roots: readonly AnyNode[], dropped: ReadonlySet<AnyNode>, page: Page): PageSurvey {
  const ids = new Set<string>();
  const targets = new Set<string>();
  const tables: TableCount[] = [];
  const dataTables = new Set<Element>();
  const stack: (AnyNode | TableCount)[] = [...roots].reverse();
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('table' in step) {
      tables.pop();
      if (isData(step)) dataTables.add(step.table);
      continue;
    }
    if (!('attribs' in step) || dropped.has(step)) continue;
    const { id, name } = step.attribs;
    if (id !== undefined) ids.add(id);
    if (step.name === 'a') {
      if (name !== undefined) ids.add(name);
      const target = fragmentOf(page, step.attribs['href']);
      if (target !== undefined) targets.add(target);
    }
    const table = tables[tables.length - 1];
    if (step.name === 'table') {
      if (table !== undefined) table.hasTable = true;
      const count = { table: step, rows: 0, cellsInRow: 0, widestRow: 0, hasHeading: false, hasTable: false };
      tables.push(count);
      stack.push(count);
    } else if (table !== undefined) {
      countPart(table, step.name);
    }
    for (let i = step.children.length - 1; i >= 0; i--) {
      const child = step.children[i];
      if (child !== undefined) stack.push(child);
    }
  }
  return { linkedIds: new Set([...targets].filter((target) => ids.has(target))), dataTables };
}

function countPart(table: TableCount, name: string): void {
  if (name === 'tr') {
    table.cellsInRow = 0;
  } else if (name === 'td' || name === 'th') {
    // A row without a cell is not written.
    if (table.cellsInRow === 0) table.rows++;
    table.cellsInRow++;
    table.widestRow = Math.max(table.widestRow, table.cellsInRow);
    if (name === 'th') table.hasHeading = true;
  } else if (name === 'caption') {
    table.hasHeading = true;
  }
}

function isData({ table, rows, widestRow, hasHeading, hasTable }: TableCount): boolean {
  const role = table.attribs['role'];
  if (role === 'presentation' || role === 'none' || hasTable) return false;
  return widestRow > 1 && (rows > 1 || hasHeading);
}

/** The id a link of the page leads to within the page; `undefined` for links elsewhere. */
export function fragmentOf(page: Page, href: string | undefined): string | undefined {
  const mark = href?.indexOf('#') ?? -1;
  if (href === undefined || mark === -1) return undefined;
  const before = href.slice(0, mark).trim();
  if (before !== '' && !isSamePage(page, before)) return undefined;
  const fragment = href.slice(mark + 1).trim();
  return fragment === '' ? undefined : decode(fragment);
}

function isSamePage(page: Page, address: string): boolean {
  if (page.address === null) return false;
  try {
    return new URL(address, page.base ?? undefined).href === withoutFragment(page.address);
  } catch {
    // What is no address is not this page's.
    return false;
  }
}

function withoutFragment(url: URL): string {
  const { href, hash } = url;
  return hash === '' ? href : href.slice(0, -hash.length);
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A stray per cent sign stands for itself.
    return fragment;
  }
}
