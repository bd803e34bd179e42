// The text of a table with separated values comes in; its rows go out one by one, so that a large table is never held twice. RFC 4180 as
// programs write it: either kind of line end, line ends and doubled quotation marks inside quotation marks, and loose marks anywhere.
// A mark that is never closed costs its own row at most, and no other.

/** A row; `null` in place of the cells when it cannot be read. `row` counts all rows from 1, as a spreadsheet does. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[] | null;
  /** Its beginning, when it cannot be read. */
  readonly start: string;
}

interface ReadRow {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
}

const MOST_CELLS = 1000;
// To find a mark out as unclosed more than its row is read; after so many no row may be longer than its line.
const MOST_UNCLOSED = 20;

/** Reads the rows. Empty lines are counted and left out. A row of several lines must have as many cells as the first row. */
export function* csvRows(text: string, delimiter: string): Generator<CsvRow> {
  let at = 0;
  let row = 0;
  let unclosed = 0;
  let width = 0;
  while (at < text.length) {
    row += 1;
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline + 1;
    const read = readRow(text, at, delimiter, unclosed < MOST_UNCLOSED ? text.length : lineEnd);
    const isTorn = read === null || (read.end > lineEnd && width > 1 && read.cells.length !== width);
    if (isTorn) unclosed += 1;
    const found = isTorn ? literalRow(text.slice(at, Math.min(lineEnd, at + 100_000)), delimiter, width) : read.cells;
    if (found === null) yield { row, cells: null, start: text.slice(at, Math.min(lineEnd, at + 500)) };
    else if (found.length > 1 || found[0]?.trim() !== '') {
      if (width === 0) width = found.length;
      yield { row, cells: found, start: '' };
    }
    at = isTorn ? lineEnd : read.end;
  }
}

/** A line without its marks that open and never close; `null` when that does not give the right number of cells. */
function literalRow(line: string, delimiter: string, width: number): readonly string[] | null {
  const cells = line.trimEnd().split(delimiter, MOST_CELLS);
  return cells.length === width ? cells.map((cell) => cell.replace(/^"(?=[^"]*$)/, '')) : null;
}

/** The row that begins at `start`; `null` when a quotation mark is not closed before `limit`. */
function readRow(text: string, start: number, delimiter: string, limit: number): ReadRow | null {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell = '';
    if (text.charAt(at) === '"') {
      const quoted = readQuoted(text, at, delimiter, limit);
      if (quoted === null) return null;
      cell = quoted.cell;
      at = quoted.end;
    }
    const end = endOfCell(text, at, delimiter);
    if (cells.length < MOST_CELLS) cells.push(cell + text.slice(at, end));
    at = end;
    if (text.charAt(at) === delimiter) {
      at += 1;
      continue;
    }
    if (text.charAt(at) === '\r') at += 1;
    if (text.charAt(at) === '\n') at += 1;
    return { cells, end: at };
  }
}

/** The cell between quotation marks. A mark in it that is neither doubled nor at its end was not meant to close it. */
function readQuoted(
  text: string,
  open: number,
  delimiter: string,
  limit: number,
): { readonly cell: string; readonly end: number } | null {
  const pieces: string[] = [];
  let from = open + 1;
  for (;;) {
    const mark = text.indexOf('"', from);
    if (mark < 0 || mark >= limit) return null;
    const after = text.charAt(mark + 1);
    if (after === '"') {
      pieces.push(text.slice(from, mark + 1));
      from = mark + 2;
    } else if (after === '' || after === delimiter || after === '\n' || after === '\r') {
      pieces.push(text.slice(from, mark));
      return { cell: pieces.join(''), end: mark + 1 };
    } else {
      pieces.push(text.slice(from, mark + 1));
      from = mark + 1;
    }
  }
}

function endOfCell(text: string, start: number, delimiter: string): number {
  let at = start;
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === delimiter || sign === '\n' || sign === '\r') return at;
    at += 1;
  }
  return at;
}
