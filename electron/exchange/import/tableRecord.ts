// A row of a table and the names of its columns come in; its cells go out by name. Names are compared without case, spaces at their ends
// and what parts their words.

/** Reads the cell of the first column that is there and has something in it, under one of the names; `null` when none has. */
export type Cells = (...names: readonly string[]) => string | null;

/** The columns of a table by their folded names; of two of the same name the first counts. */
export function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const folded = foldName(name);
    if (folded !== '' && !columns.has(folded)) columns.set(folded, index);
  }
  return columns;
}

/** The cells of a row. */
export function cellsOf(columns: ReadonlyMap<string, number>, cells: readonly string[]): Cells {
  return (...names) => {
    for (const name of names) {
      const cell = cells[columns.get(foldName(name)) ?? -1];
      if (cell !== undefined && cell.trim() !== '') return cell;
    }
    return null;
  };
}

/** Whether the table has columns of all these names. */
export function hasColumns(columns: ReadonlyMap<string, number>, ...names: readonly string[]): boolean {
  return names.every((name) => columns.has(foldName(name)));
}

/** `Date Added`, `date_added` and `dateAdded` are one name. */
function foldName(name: string): string {
  return name
    .slice(0, 100)
    .replace(/^\uFEFF/, '')
    .replace(/[\s_-]+/g, '')
    .toLowerCase();
}
