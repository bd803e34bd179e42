// Rows of the timeline in; the lines that are drawn out: a day's heading is drawn beside its first post. Pure.
import type { Day } from '#contract/dates.ts';
import type { Post, TimelineRow } from '#contract/post.ts';

/** The heading of the posts that have no date on the axis. */
export const UNDATED = 'undated';

/** A line as it is drawn. */
export type TimelineLine =
  | { readonly line: 'heading'; /** `YYYY-MM`, `YYYY` or `undated`. */ readonly period: string; readonly count: number }
  | { readonly line: 'gap'; readonly days: number; /** The day before the silence. */ readonly after: Day }
  | {
      readonly line: 'post';
      readonly post: Post;
      readonly updatedAfterDays: number;
      /** The day this post is the first of. */
      readonly day: Day | null;
    };

/** The lines, and for each the index of the heading it stands under; −1 before the first. */
export interface TimelineLines {
  readonly lines: readonly TimelineLine[];
  readonly headings: readonly number[];
  readonly posts: number;
  readonly days: number;
}

/** Folds day rows into the posts that follow them. */
export function toLines(rows: readonly TimelineRow[]): TimelineLines {
  const lines: TimelineLine[] = [];
  const headings: number[] = [];
  let heading = -1;
  let day: Day | null = null;
  let [posts, days] = [0, 0];
  for (const row of rows) {
    if (row.row === 'day') {
      day = row.day;
      days += 1;
      continue;
    }
    if (row.row === 'month' || row.row === 'undated') heading = lines.length;
    headings.push(heading);
    if (row.row === 'post') {
      lines.push({ line: 'post', post: row.post, updatedAfterDays: row.updatedAfterDays, day });
      posts += 1;
      day = null;
    } else if (row.row === 'gap') lines.push({ line: 'gap', days: row.days, after: row.after });
    else lines.push({ line: 'heading', period: row.row === 'month' ? row.month : UNDATED, count: row.count });
  }
  return { lines, headings, posts, days };
}

/** A name for a line that stays its own while others come and go. */
export function keyOfLine(line: TimelineLine): string {
  if (line.line === 'post') return line.post.key;
  return line.line === 'gap' ? `gap ${line.after}` : `heading ${line.period}`;
}
