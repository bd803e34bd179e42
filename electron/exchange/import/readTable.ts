// A table of a service comes in as text; what its rows mean goes out, one by one. The separator is that which gives the header most columns.
import type { Draft } from './finding.ts';
import { labelOf } from './finishRow.ts';
import { csvRows } from './csvRows.ts';
import { cellsOf, columnsOf } from './tableRecord.ts';
import { tableFormatOf, type TableFormat } from './tableFormats.ts';

/** A table that was recognised. */
export interface RecognisedTable extends TableFormat {
  readonly delimiter: string;
  readonly columns: ReadonlyMap<string, number>;
}

const DELIMITERS = [',', ';', '\t'] as const;

/** Whose table a text is, by its first row alone; `null` when it is none that names a column of addresses. */
export function recogniseTable(text: string): RecognisedTable | null {
  const start = bodyOf(text.slice(0, 65_536));
  const candidates = DELIMITERS.flatMap((delimiter) => {
    const [header] = csvRows(start, delimiter);
    const cells = header?.cells ?? null;
    // A line of prose has no names of columns, nor has a row whose header was lost.
    if (cells === null || cells.some((cell) => cell.length > 60 || cell.includes('://'))) return [];
    const columns = columnsOf(cells);
    const table = tableFormatOf(columns);
    return table === null ? [] : [{ ...table, delimiter, columns }];
  });
  return candidates.toSorted((a, b) => b.columns.size - a.columns.size)[0] ?? null;
}

/** Reads the rows behind the header. */
export function* readTable(text: string, { columns, delimiter, read }: RecognisedTable): Generator<Draft> {
  let isHeader = true;
  for (const { row, cells, start } of csvRows(bodyOf(text), delimiter)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    if (cells === null) {
      yield { kind: 'skip', row, label: start, skip: 'unreadable' };
      continue;
    }
    const record = cellsOf(columns, cells);
    const found = read(record);
    if (typeof found === 'string') {
      yield { kind: 'skip', row, label: labelOf(record('title') ?? '') || (record('url') ?? ''), skip: found };
    } else if (cells.every((cell) => cell.trim() === '')) {
      yield { kind: 'skip', row, label: '', skip: 'empty' };
    } else {
      yield { kind: 'item', row, ...found };
    }
  }
}

/** Without the line in which Excel is told the separator. */
function bodyOf(text: string): string {
  return text.replace(/^\uFEFF?(?:"?sep=[^\r\n]{1,3}\r?\n)?/i, '');
}
