// A text in; the same as a cell of a table that no spreadsheet reckons out, and back. Pure.

/** Signs that begin a formula, their full-width forms too; blanks before them do not help, and tabs and returns are no better. */
const FORMULA = /^'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])/;

/**
 * A cell that begins as a formula does gets an apostrophe, which spreadsheets take for "this is text". One that looks as if it had got one
 * already gets another, so that `plainCell` gives back what was written.
 */
export function harmlessCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a cell that `harmlessCell` wrote. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
