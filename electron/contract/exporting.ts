// Forms in which a timeline can leave Layover.

/** A form of file. */
export type ExportFormat = 'ics' | 'csv' | 'json' | 'html';

/** All forms, in the order they are offered. */
export const EXPORT_FORMATS: readonly ExportFormat[] = ['html', 'csv', 'ics', 'json'];

/** What was written. */
export interface Exported {
  /** The file's own name. */
  readonly file: string;
  readonly posts: number;
  /** Posts that the form has no way to say: a calendar knows no event without a day. */
  readonly leftOut: number;
}
