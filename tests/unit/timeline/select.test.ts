// What a timeline shows: every post once on each axis, what passes a filter, and counts that are true.
import { expect, test } from 'playwright/test';
import type { Article } from '#contract/article.ts';
import { codeDate, dateCode, NO_CODE } from '#contract/dateCode.ts';
import {
  AXES,
  POST_KINDS,
  POST_STATES,
  type Axis,
  type PostState,
  type TimelineFilter,
  type TimelinePost,
} from '#contract/post.ts';
import { stateBit } from '../../../electron/timeline/narrow.ts';
import { readMentions, writeMentions } from '../../../electron/timeline/mentionFile.ts';
import { createTimelineIndex, type TimelineFacts } from '../../../electron/timeline/timelineIndex.ts';
import { anArticle, anArticleId } from '../../helpers/articles.ts';
import {
  anyArticles,
  atOnce,
  factsOf,
  indexOf,
  listing,
  seededRandom,
  selected,
  shown,
} from '../../helpers/timelines.ts';

const SAVES = [
  { url: 'https://a.example/1', state: 'failed' },
  { url: 'https://a.example/2', state: 'queued' },
] as const;
const statesOfRow = (row: number): readonly PostState[] =>
  row < 2 ? ['saved', 'partial', 'read'] : row < 4 ? ['saved', 'read'] : ['saved'];
const facts: Partial<TimelineFacts> = {
  statesOf: (row) => statesOfRow(row).reduce((bits, state) => bits | stateBit(state), 0),
  saves: () => SAVES,
};

/** The states a post counts for, said plainly. */
function statesOf({ articleId, url }: TimelinePost, articles: readonly Article[]): readonly PostState[] {
  if (articleId !== null) return statesOfRow(articles.findIndex(({ id }) => id === articleId));
  const key = url?.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');
  return [SAVES.find((save) => save.url.endsWith(`//${key}`))?.state ?? 'known'];
}

function passes(
  post: TimelinePost,
  axis: Axis,
  filter: TimelineFilter,
  listedBy: readonly string[],
  articles: readonly Article[],
): boolean {
  const date = post[axis];
  const isAfter = filter.from === null || (date !== null && date.padEnd(10, '~') >= filter.from);
  const isBefore =
    filter.to === null || (date !== null && date.padEnd(10, '~').slice(0, filter.to.length) <= filter.to);
  const text = `${post.title} ${post.site}`.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    (filter.kinds.length === 0 || filter.kinds.includes(post.kind)) &&
    (filter.sites.length === 0 || filter.sites.includes(post.site)) &&
    (filter.states.length === 0 || statesOf(post, articles).some((state) => filter.states.includes(state))) &&
    (filter.lists.length === 0 || filter.lists.some((id) => listedBy.includes(id))) &&
    filter.text.split(' ').every((word) => text.includes(word.toLowerCase())) &&
    isAfter &&
    isBefore
  );
}

function anyFilter(random: (count: number) => number): TimelineFilter {
  const some = <T>(list: readonly T[]): readonly T[] => (random(3) > 0 ? [] : list.filter(() => random(2) === 0));
  const bound = (): string | null => [null, null, null, '2012-09-08', '2026-10-02', '2011-05-06'][random(6)] ?? null;
  return {
    kinds: some(POST_KINDS),
    sites: some(['a.example', 'lists.example', '']),
    states: some(POST_STATES),
    lists: some([0, 1, 2].map(anArticleId)),
    text: random(3) > 0 ? '' : (['a', 'LIST', 'example b', 'zzz'][random(4)] ?? ''),
    from: bound(),
    to: bound(),
  };
}

test('on every axis every post stands exactly once, the counts add up, and the order is stable', () => {
  const random = seededRandom(3);
  const wrong: string[] = [];
  for (let round = 0; round < 300; round += 1) {
    const articles = anyArticles(random);
    const index = indexOf(articles, facts);
    // Where nothing has a date the posts stand in their own order, which posts of the same date keep everywhere.
    const undated = indexOf(articles, { ...facts, savedOn: () => NO_CODE });
    const own = new Map(Array.from(selected(undated, 'saved').posts, (post, place) => [post, place]));
    for (const axis of AXES) {
      const { posts, periods, counts, known, span } = selected(index, axis);
      const sum = counts.reduce((all, count) => all + count, 0);
      if (sum !== known || posts.length !== known || new Set(posts).size !== known || span !== null)
        wrong.push(`round ${round}, ${axis}: ${sum} of ${known}`);
      let place = 0;
      for (const [at, period] of periods.entries()) {
        if (at > 0 && period >= (periods[at - 1] ?? 0)) wrong.push(`round ${round}, ${axis}: order of dates`);
        const together = index.show(posts.subarray(place, (place += counts[at] ?? 0)));
        if (together.some((post) => dateCode(post[axis]) !== period))
          wrong.push(`round ${round}, ${axis}: a wrong date`);
        const places = together.map(({ post }) => own.get(post) ?? -1);
        if (places.some((each, i) => i > 0 && each <= (places[i - 1] ?? 0)))
          wrong.push(`round ${round}, ${axis}: unstable`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('a filter passes what fits all its parts, and the numbers beside its values are those of the posts they would add', () => {
  const random = seededRandom(5);
  const wrong: string[] = [];
  for (let round = 0; round < 300; round += 1) {
    const articles = anyArticles(random);
    const index = indexOf(articles, facts);
    const axis = AXES[random(4)] ?? 'added';
    const filter = anyFilter(random);
    const all = shown(index, axis);
    const listedBy = (post: TimelinePost): string[] => index.mentionsOf(post.post).map(({ articleId }) => articleId);
    const expected = (change: Partial<TimelineFilter>): readonly TimelinePost[] =>
      all.filter((post) => passes(post, axis, { ...filter, ...change }, listedBy(post), articles));
    const titles = (posts: readonly TimelinePost[]): string => posts.map(({ post }) => post).join();
    if (titles(shown(index, axis, filter)) !== titles(expected({})))
      wrong.push(`round ${round}: ${JSON.stringify(filter)}`);
    const { span } = selected(index, axis, filter);
    const spanned = span?.counts.reduce((sum, count) => sum + count, 0);
    if (span !== null && spanned !== expected({ from: null, to: null }).length) wrong.push(`round ${round}: span`);
    const facets = atOnce(index.facets(axis, filter));
    const counted = [
      ...facets.kinds.map(
        ({ value, count }) => [count, expected({ kinds: POST_KINDS.filter((kind) => kind === value) })] as const,
      ),
      ...facets.sites.map(({ value, count }) => [count, expected({ sites: [value] })] as const),
      ...facets.lists.map(
        ({ value, count }) =>
          [count, expected({ lists: articles.map(({ id }) => id).filter((id) => id === value) })] as const,
      ),
      ...facets.states.map(
        ({ value, count }) => [count, expected({ states: POST_STATES.filter((state) => state === value) })] as const,
      ),
    ];
    for (const [count, posts] of counted) if (count !== posts.length) wrong.push(`round ${round}: a count`);
  }
  expect(wrong).toEqual([]);
});

test('a range takes the whole of the months and years it names', () => {
  const index = indexOf([
    listing(
      0,
      ['2012', '2012-08-31', '2012-09', '2012-09-30', '2012-10-01', '2013-01-01', null].map((added) => ({
        title: String(added),
        added,
      })),
    ),
  ]);
  const within = (from: string | null, to: string | null): string =>
    shown(index, 'added', { from, to })
      .map(({ title }) => title)
      .join(' ');
  expect(within('2012-09', '2012-09')).toBe('2012-09 2012-09-30');
  expect(within('2012', '2012')).toBe('2012 2012-10-01 2012-09 2012-09-30 2012-08-31');
  expect(within('2012-09-30', null)).toBe('2013-01-01 2012 2012-10-01 2012-09 2012-09-30');
  expect(within(null, '2012-08')).toBe('2012-08-31');
});

test('however articles came, changed and went, the posts are those of the articles that are there, and so they are read from the file', () => {
  const random = seededRandom(7);
  const wrong: string[] = [];
  for (let round = 0; round < 100; round += 1) {
    const there = new Map<string, Article>();
    const life = factsOf(() => [...there.values()]);
    let index = createTimelineIndex(life);
    for (let step = 0; step < 12; step += 1) {
      for (const article of anyArticles(random)) {
        if (random(4) === 0) {
          there.delete(article.id);
          index.remove(article.id);
        } else {
          there.set(article.id, article);
          index.put(article, step);
        }
      }
      const bytes = writeMentions(index.mentions);
      if (random(4) === 0) index = createTimelineIndex(life, readMentions(bytes));
      const asShown = (each: typeof index): string =>
        JSON.stringify(shown(each, 'added').map((post) => ({ ...post, post: 0 })));
      if (asShown(index) !== asShown(indexOf([...there.values()]))) wrong.push(`round ${round}, step ${step}`);
      if (index.ids().toSorted().join() !== [...there.keys()].toSorted().join()) wrong.push(`round ${round}: ids`);
    }
  }
  expect(wrong).toEqual([]);
});

test('a file of posts with any one byte changed is not taken for one', () => {
  const bytes = writeMentions(
    indexOf([listing(0, [{ title: 'One', url: 'https://a.example/1', added: '2012-09-07' }])]).mentions,
  );
  expect(readMentions(bytes)).toBeDefined();
  const taken: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const damaged = bytes.slice();
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
    if (readMentions(damaged) !== undefined) taken.push(at);
  }
  expect(taken).toEqual([]);
  expect(readMentions(bytes.subarray(0, bytes.length - 8))).toBeUndefined();
});

test('a post tells how long after it was added, and after it was saved, it was updated', () => {
  const address = 'https://a.example/1';
  const article = anArticle({
    id: anArticleId(1),
    canonicalUrl: address,
    source: address,
    saved: '2014-01-01T10:00:00.000Z',
  });
  const of = (added: string | null, updated: string | null): readonly number[] => {
    const index = indexOf([article, listing(0, [{ url: address, added, updated }])]);
    return shown(index, 'added').flatMap((post) =>
      post.url === address ? [post.updatedAfterDays, post.updatedSinceSavedDays] : [],
    );
  };
  expect(of('2012-09-07', '2015-09-07')).toEqual([1095, 614]);
  expect(of('2012-09-07', '2012-09-07T23:59:59Z')).toEqual([0, 0]);
  expect(of('2012-09-07', '2012-09-01')).toEqual([0, 0]);
  expect(of('2012-09', '2013-09-01')).toEqual([0, 0]);
  expect(of(null, '2014-01-02')).toEqual([0, 1]);
});

test('a date goes through its number and back as precisely as it was written, and never further', () => {
  for (const date of ['2012', '2012-09', '2012-09-07', '0001-01-01', '9999-12'])
    expect(codeDate(dateCode(date))).toBe(date);
  expect(codeDate(dateCode('2012-09-07T23:59:00-11:00'))).toBe('2012-09-07');
  expect(codeDate(dateCode(null))).toBeNull();
});
