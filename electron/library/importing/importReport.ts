// What became of rows of an import in; rows of a table for a file out, in the words of the person's language.
import type { ImportLine, ReportWords, SkippedRow } from '#contract/imports.ts';

/** The line of a row that is no item. */
export function skippedLine({ row, file, label, skip }: SkippedRow): ImportLine {
  return { row, file, title: label, address: null, outcome: 'skipped', articleId: null, skip, failure: null };
}

/** The heading of the report as a table. */
export const REPORT_HEADING = ['row', 'file', 'title', 'address', 'outcome', 'reason'] as const;

/** A line of it as a row under that heading. */
export function reportRow(line: ImportLine, words: ReportWords): readonly string[] {
  const { row, file, title, address, outcome } = line;
  return [String(row), file, title, address ?? '', outcome, reasonOf(line, words)];
}

function reasonOf({ skip, failure }: ImportLine, { skips, failures }: ReportWords): string {
  if (skip !== null) return skips[skip];
  return failure === null ? '' : (failures?.[failure.code] ?? failure.message);
}
