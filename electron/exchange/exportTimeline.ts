// Posts of a timeline in; a calendar, a table, JSON or a page that prints well out, in pieces, since there may be a hundred thousand. Pure.
import type { ExportFormat } from '#contract/exporting.ts';
import type { Axis, TimelineFilter, TimelinePost } from '#contract/post.ts';
import { toCalendar } from './calendar.ts';
import { toPage } from './timelinePage.ts';
import { toTable } from './timelineTable.ts';

/** What is exported. */
export interface TimelineExport {
  readonly axis: Axis;
  readonly filter: TimelineFilter;
  /** In the order of the axis. */
  readonly posts: readonly TimelinePost[];
  /** When it is exported, an ISO instant. */
  readonly exported: string;
}

/** The text of the file, in UTF-8, piece by piece; each takes a few milliseconds. */
export function exportTimeline(format: ExportFormat, timeline: TimelineExport): Generator<string, void> {
  switch (format) {
    case 'ics':
      return toCalendar(timeline);
    case 'csv':
      return toTable(timeline);
    case 'html':
      return toPage(timeline);
    default:
      return toJson(timeline);
  }
}

/** How many posts a form leaves out. */
export function leftOutOf(format: ExportFormat, { axis, posts }: Pick<TimelineExport, 'axis' | 'posts'>): number {
  return format === 'ics' ? posts.filter((post) => post[axis]?.length !== 10).length : 0;
}

function* toJson({ axis, filter, posts, exported }: TimelineExport): Generator<string, void> {
  yield `{"format":"layover-timeline","version":1,"exported":${JSON.stringify(exported)},"axis":"${axis}","filter":${JSON.stringify(filter)},"posts":[`;
  for (let begin = 0; begin < posts.length; begin += 500) {
    const part = posts.slice(begin, begin + 500).map((post) => {
      const { post: _number, ...facts } = post;
      return JSON.stringify(facts);
    });
    yield `${begin === 0 ? '' : ','}\n${part.join(',\n')}`;
  }
  yield '\n]}\n';
}
