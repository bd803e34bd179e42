// Posts as a table for spreadsheets (RFC 4180), with what a spreadsheet would take for a formula made harmless.
import { stringify } from 'csv-stringify/sync';
import { harmlessCell } from '#contract/tableCell.ts';
import type { TimelineExport } from './exportTimeline.ts';

const COLUMNS = [
  'date',
  'title',
  'kind',
  'state',
  'site',
  'url',
  'added',
  'updated',
  'published',
  'saved',
  'lists',
] as const;
const ROWS_A_PIECE = 500;

/** The table with its heading; begins with a byte order mark, by which spreadsheets know UTF-8. */
export function* toTable({ axis, posts }: TimelineExport): Generator<string, void> {
  for (let begin = 0; begin === 0 || begin < posts.length; begin += ROWS_A_PIECE) {
    const rows = posts.slice(begin, begin + ROWS_A_PIECE).map((post) => ({ ...post, date: post[axis] }));
    yield stringify(rows, {
      columns: [...COLUMNS],
      header: begin === 0,
      bom: begin === 0,
      cast: { string: harmlessCell },
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/,
    });
  }
}
