// Rows of cells in, one aligned text table out. Pure.

/** Lays out a table; the first column is flush left, the others flush right. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** Three decimals, as the baselines are given; a dash for what was not measured. */
export function toScoreCell(share: number | undefined): string {
  return share === undefined ? '–' : share.toFixed(3);
}

/** Per cent with one decimal; a dash for a share of nothing. */
export function toPercentCell(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
}
