// A library with many posts in; what the library process takes to answer the window's questions about them out, beside the same questions
// asked of a plain array of objects.
import { NO_FILTER, AXES, type TimelineFilter, type TimelinePost } from '#contract/post.ts';
import { createLibraryTimeline, type LibraryTimeline } from '../../../electron/library/finding/libraryTimeline.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { percentile, type Figure } from './figures.ts';
import { timed } from './floors.ts';
import { LAST_MS } from './seededPosts.ts';

const ROUNDS = 20;
const FILTERS: readonly Partial<TimelineFilter>[] = [
  { kinds: ['video'] },
  { states: ['saved'] },
  { from: '2005', to: '2010-06' },
  { text: 'st' },
  { kinds: ['article'], text: 'a', from: '1999' },
];
const PEER = 'a plain array filtered and sorted';

/** Leaves the library with the file of its posts, as a start finds it. */
export async function measureTimelineProcess(folder: string, size: number): Promise<readonly Figure[]> {
  const about = { bench: 'timeline', size, unit: 'ms' } as const;
  const readingMs = await withTimeline(folder, (timeline) => timed(() => timeline.ready()));
  return withTimeline(folder, async (timeline) => {
    const openingMs = await timed(() => ask(timeline, {}));
    const plain = await timeline.list('added', NO_FILTER);
    const [axes, filters, jumps, facets]: [number[], number[], number[], number[]] = [[], [], [], []];
    const [plainAxes, plainFilters]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const axis of AXES) {
        axes.push(await timed(() => timeline.view({ axis, filter: NO_FILTER, near: null })));
        plainAxes.push(await timed(() => inOrder(plain, axis)));
      }
      for (const filter of FILTERS) {
        filters.push(await timed(() => ask(timeline, filter)));
        plainFilters.push(
          await timed(() =>
            inOrder(
              plain.filter((post) => passes(post, filter)),
              'added',
            ),
          ),
        );
        facets.push(await timed(() => timeline.facets('added', { ...NO_FILTER, ...filter })));
      }
      const near = plain[(round * 7_919) % plain.length]?.post ?? null;
      jumps.push(await timed(() => timeline.view({ axis: 'updated', filter: NO_FILTER, near })));
    }
    const figure = (name: string, values: readonly number[], peers: readonly number[]): Figure => {
      return { ...about, name, value: percentile(values, 0.95), peer: percentile(peers, 0.95), against: PEER };
    };
    return [
      { ...about, name: 'all lists read, once', value: readingMs, peer: null, against: '' },
      { ...about, name: 'opened from the file, in slices', value: openingMs, peer: null, against: '' },
      figure('library process, an axis, p95', axes, plainAxes),
      figure('library process, a filter, p95', filters, plainFilters),
      figure('library process, counts of all filter values, p95', facets, plainFilters),
      figure('library process, an axis around a post, p95', jumps, plainAxes),
    ];
  });
}

async function withTimeline<T>(folder: string, use: (timeline: LibraryTimeline) => Promise<T>): Promise<T> {
  const library = await openLibrary(folder, { now: () => new Date(LAST_MS) });
  const timeline = createLibraryTimeline({
    library,
    saves: () => [],
    onProgress: () => undefined,
    report: (bug) => {
      throw bug;
    },
  });
  try {
    await library.check();
    return await use(timeline);
  } finally {
    await timeline.close();
    await library.close();
  }
}

function ask(timeline: LibraryTimeline, filter: Partial<TimelineFilter>): Promise<unknown> {
  return timeline.view({ axis: 'added', filter: { ...NO_FILTER, ...filter }, near: null });
}

function inOrder(posts: readonly TimelinePost[], axis: (typeof AXES)[number]): Promise<readonly TimelinePost[]> {
  const date = (post: TimelinePost): string => post[axis] ?? '';
  return Promise.resolve(posts.toSorted((a, b) => (date(a) === date(b) ? 0 : date(a) < date(b) ? 1 : -1)));
}

function passes({ kind, state, added, title, site }: TimelinePost, filter: Partial<TimelineFilter>): boolean {
  return (
    (filter.kinds?.includes(kind) ?? true) &&
    (filter.states === undefined || state !== 'known') &&
    (filter.from === undefined || (added !== null && added >= (filter.from ?? ''))) &&
    (filter.to === undefined || (added !== null && added <= `${filter.to ?? ''}~`)) &&
    (filter.text === undefined || `${title} ${site}`.toLowerCase().includes(filter.text))
  );
}
