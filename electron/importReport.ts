// What became of rows of an import in; words for the person and rows of a table for a file out.
import { unreachable } from '#contract/errors.ts';
import type { ImportLine, ImportSkip, SkippedRow } from '#contract/imports.ts';

/** The line of a row that is no item. */
export function skippedLine({ row, file, label, skip }: SkippedRow): ImportLine {
  return { row, file, title: label, address: null, outcome: 'skipped', articleId: null, reason: reasonOf(skip) };
}

function reasonOf(skip: ImportSkip): string {
  switch (skip) {
    case 'no-address':
      return 'This row has neither an address nor a text.';
    case 'bad-address':
      return 'Its address is none of the web.';
    case 'not-saved':
      return 'It was not kept there: it was deleted, or only passed through.';
    case 'a-feed':
      return 'It is a feed, or came with one; feeds are followed, not saved.';
    case 'unreadable':
      return 'This row is damaged and could not be read.';
    case 'too-large':
      return 'This row is larger than an article may be.';
    case 'empty':
      return 'This row is empty.';
    default:
      return unreachable(skip);
  }
}

/** The heading of the report as a table. */
export const REPORT_HEADING = ['row', 'file', 'title', 'address', 'outcome', 'reason'] as const;

/** A line of it as a row under that heading. */
export function reportRow({ row, file, title, address, outcome, reason }: ImportLine): readonly string[] {
  return [String(row), file, title, address ?? '', outcome, reason ?? ''];
}
