// A trip in; what stands before its articles out, as nodes that a page and a book alike are written from: what it is, the departure board, and
// the timeline of its posts. Pure.
import type { ArticleId } from '#contract/article.ts';
import { filled } from '#contract/exportWords.ts';
import type { TimelinePost } from '#contract/post.ts';
import type { BoardRow, TripBoard } from '#contract/trip.ts';
import { statusWord, type TripPackWords } from '#contract/tripPackWords.ts';
import type { TripWording } from './tripWording.ts';
import { element, type XElement, type XNode } from './xhtml.ts';

/** What is known of a trip when it is written. */
export interface TripFacts {
  readonly board: TripBoard;
  /** Its articles and what their lists name, each once, in any order. */
  readonly posts: readonly TimelinePost[];
  /** When it is written, an ISO instant. */
  readonly exported: string;
  readonly words: TripPackWords;
  readonly wording: TripWording;
}

/** Where things are: in the file, or on the web. `undefined` for what is nowhere. */
export interface PackLinks {
  readonly article: (id: ArticleId) => string | undefined;
  readonly web: (address: string) => string | undefined;
}

/** When it departs and, in a few numbers, what is on board. */
export function summaryNodes({ board, words, wording }: TripFacts): readonly XNode[] {
  const { departure } = board.trip;
  const leaving = departure === null ? undefined : wording.departure(departure);
  const numbers: readonly (readonly [label: string, value: string])[] = [
    [words.reading, wording.minutes(board.minutes)],
    [words.count, wording.count(board.rows.length)],
    [words.size, wording.bytes(board.sizeBytes)],
    [
      words.proved,
      filled(words.provedOf, 'count', wording.count(board.ready)).replace('{all}', () =>
        wording.count(board.rows.length),
      ),
    ],
  ];
  return [
    element('p', { class: 'departs' }, [
      label(words.departs),
      ' ',
      element('span', { class: 'value' }, [leaving?.when ?? words.noDeparture]),
      ...(leaving === undefined ? [] : [' ', element('span', { class: 'zone' }, [leaving.zone])]),
    ]),
    element(
      'ul',
      { class: 'sums' },
      numbers.map(([name, value]) =>
        element('li', {}, [label(name), ' ', element('span', { class: 'value' }, [value])]),
      ),
    ),
  ];
}

/** The departure board, as it was when it was written. */
export function boardNodes({ board, words, wording }: TripFacts, links: PackLinks): readonly XNode[] {
  const heads = [words.article, words.status, words.time, words.size, words.checked];
  return [
    element('table', { class: 'board' }, [
      element('thead', {}, [
        element(
          'tr',
          {},
          heads.map((head) => element('th', { scope: 'col' }, [head])),
        ),
      ]),
      element(
        'tbody',
        {},
        board.rows.map((row) => boardRow(row, words, wording, links)),
      ),
    ]),
  ];
}

function boardRow(row: BoardRow, words: TripPackWords, wording: TripWording, links: PackLinks): XElement {
  const status = filled(statusWord(row.status, words), 'count', wording.count(row.missingImages));
  return element('tr', {}, [
    element('th', { scope: 'row' }, [
      linked(row.title, (row.articleId === null ? undefined : links.article(row.articleId)) ?? webOf(row.url, links)),
      ...(row.site === null || row.site === '' ? [] : [' ', element('small', {}, [element('bdi', {}, [row.site])])]),
    ]),
    element('td', { class: `status ${row.status === 'ready' ? 'ready' : 'not-ready'}` }, [status]),
    element('td', { class: 'number' }, [wording.minutes(Math.ceil(row.minutesLeft))]),
    element('td', { class: 'number' }, [wording.bytes(row.sizeBytes)]),
    element('td', { class: 'when' }, [row.check === null ? '–' : wording.moment(row.check.checked)]),
  ]);
}

/** By which date a trip's posts are in order: the one of adding, unless no list tells it. */
function axisOf(posts: readonly TimelinePost[]): 'added' | 'published' {
  return posts.some(({ added }) => added !== null) ? 'added' : 'published';
}

/** A heading for each month and year, newest first, and below it the posts by day; the undated at the end. */
export function timelineNodes(facts: TripFacts, links: PackLinks): readonly XNode[] {
  const { posts, words, wording } = facts;
  const axis = axisOf(posts);
  const nodes: XNode[] = [element('p', { class: 'meta' }, [axis === 'added' ? words.byAdded : words.byPublished])];
  let [heading, day] = ['', ''];
  let items: XElement[] = [];
  const close = (): void => {
    if (items.length > 0) nodes.push(element('h3', {}, [heading]), '\n', element('ol', { class: 'days' }, items), '\n');
    items = [];
  };
  for (const post of [...posts].sort((a, b) => compareDates(a[axis], b[axis]))) {
    const date = post[axis];
    const own = date === null ? words.undated : wording.period(date);
    if (own !== heading) {
      close();
      [heading, day] = [own, ''];
    }
    const ownDay = date !== null && date.length >= 10 ? date.slice(0, 10) : '';
    items.push(postItem(post, ownDay === day ? '' : ownDay, facts, links));
    day = ownDay;
  }
  close();
  return nodes;
}

/** Newest first; what is known to the year or month only before its days, as under their headings; the undated last. */
function compareDates(a: string | null, b: string | null): number {
  const [one, other] = [a === null ? '' : `${a.slice(0, 10)}~`, b === null ? '' : `${b.slice(0, 10)}~`];
  return one === other ? 0 : one < other ? 1 : -1;
}

function postItem(post: TimelinePost, day: string, { words, wording }: TripFacts, links: PackLinks): XElement {
  const here = post.articleId === null ? undefined : links.article(post.articleId);
  const { number, weekday } = day === '' ? { number: '', weekday: '' } : wording.day(day);
  const when =
    day === ''
      ? element('span', { class: 'day' })
      : element('time', { class: 'day', datetime: day }, [number, ' ', element('small', {}, [weekday])]);
  const facts = [...(here === undefined ? [] : [words.inTrip]), post.site, ...dateFacts(post, words, wording)];
  return element('li', { class: here === undefined ? undefined : 'here' }, [
    when,
    element('div', {}, [
      linked(post.title, here ?? webOf(post.url, links)),
      ' ',
      element('small', {}, separated(facts)),
    ]),
    '\n',
  ]);
}

/** What is said of a post's dates: when it was added and updated and, where neither is told, when it was published. */
export function dateFacts(
  { added, updated, published }: Pick<TimelinePost, 'added' | 'updated' | 'published'>,
  words: TripPackWords,
  wording: TripWording,
): readonly string[] {
  const said: readonly (readonly [words: string, date: string | null])[] = [
    [words.added, added],
    [words.updated, updated],
    [words.published, added === null && updated === null ? published : null],
  ];
  return said.flatMap(([text, date]) => (date === null ? [] : [filled(text, 'date', wording.date(date))]));
}

/** A title, as a link where it leads anywhere; it runs its own way. */
export function linked(title: string, href: string | undefined): XElement {
  const text = title.replace(/\s+/g, ' ').trim();
  const shown = element('bdi', {}, [text === '' ? '…' : text]);
  return href === undefined ? shown : element('a', { href }, [shown]);
}

/** Facts in a row, each in its own direction. */
export function separated(facts: readonly string[]): readonly XNode[] {
  return facts
    .filter((fact) => fact !== '')
    .flatMap((fact, at) => [...(at === 0 ? [] : [' · ']), element('bdi', {}, [fact])]);
}

/** Where a post is on the web. */
export function webOf(url: string | null, { web }: PackLinks): string | undefined {
  return url === null ? undefined : web(url);
}

function label(text: string): XElement {
  return element('span', { class: 'label' }, [text]);
}
