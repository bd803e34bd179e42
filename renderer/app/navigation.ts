// Where the person is, kept in the address's fragment so that going back works. An address that makes no sense is the queue.
import { create } from 'zustand';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { isTripId, type TripId } from '#contract/trip.ts';
import { AXES, NO_FILTER, type Axis, type TimelineFilter } from '#contract/post.ts';
import { readFilter, writeFilter } from '../timeline/filterAddress.ts';

/** The places of the rail, in its order. */
export const PLACES = ['queue', 'timeline', 'library', 'trips', 'settings'] as const;
/** One of the places. */
export type Place = (typeof PLACES)[number];

/** What a place shows, where it can show several things. */
export const PARTS = ['highlights', 'trash', 'storage'] as const;
/** One of them. */
export type Part = (typeof PARTS)[number];

/** All that the address says. */
export interface View {
  readonly place: Place;
  /** `null` for what the place shows first. */
  readonly part: Part | null;
  /** The trip that is open in the place for trips; `null` for the list of them. */
  readonly trip: TripId | null;
  /** The article open over the place. */
  readonly article: ArticleId | null;
  /** What the library is searched for. */
  readonly query: string;
  readonly axis: Axis;
  /** What the timeline is narrowed to. */
  readonly filter: TimelineFilter;
}

const HOME: View = {
  place: 'queue',
  part: null,
  trip: null,
  article: null,
  query: '',
  axis: 'added',
  filter: NO_FILTER,
};

/** Reads a fragment such as `#/library/article/ab…?q=rail`; what it does not understand it leaves out. */
function readAddress(fragment: string): View {
  const [path = '', search = ''] = fragment.replace(/^#/, '').split('?', 2);
  const [, placeName, ...rest] = path.split('/');
  const part = PARTS.find((each) => each === rest[0]) ?? null;
  const [first = ''] = rest;
  const trip = placeName === 'trips' && isTripId(first) ? first : null;
  const [mark, id = ''] = part === null && trip === null ? rest : rest.slice(1);
  const parameters = new URLSearchParams(search);
  const axis = AXES.find((each) => each === parameters.get('by'));
  return {
    place: PLACES.find((each) => each === placeName) ?? HOME.place,
    part,
    trip,
    article: mark === 'article' && isArticleId(id) ? id : null,
    query: parameters.get('q') ?? '',
    axis: axis ?? HOME.axis,
    filter: readFilter(parameters),
  };
}

/** Writes the fragment of a view; `readAddress` gives the view back. */
function writeAddress(view: View): string {
  const parameters = new URLSearchParams();
  if (view.query !== '') parameters.set('q', view.query);
  if (view.axis !== HOME.axis) parameters.set('by', view.axis);
  writeFilter(view.filter, parameters);
  const search = parameters.size === 0 ? '' : `?${parameters.toString()}`;
  const part = view.part === null ? '' : `/${view.part}`;
  const trip = view.place === 'trips' && view.trip !== null ? `/${view.trip}` : '';
  return `#/${view.place}${part}${trip}${view.article === null ? '' : `/article/${view.article}`}${search}`;
}

/** The current view. */
export const useView = create<View>()(() => readAddress(window.location.hash));

/** Articles opened one from another since the place was left; that many steps back is the place again. */
function depth(): number {
  const state: unknown = window.history.state;
  return typeof state === 'number' ? state : 0;
}

function show(view: View, how: 'push' | 'replace', newDepth: number): void {
  if (how === 'push') window.history.pushState(newDepth, '', writeAddress(view));
  else window.history.replaceState(newDepth, '', writeAddress(view));
  useView.setState(view);
}

/** Follows the person's going back and forward; call once. */
export function followHistory(): void {
  window.addEventListener('popstate', () => useView.setState(readAddress(window.location.hash)));
}

/** Opens where an address says, as the window's beginning: going back from there leads nowhere else. */
export function startAt(fragment: string): void {
  show(readAddress(fragment), 'replace', 0);
}

/** Goes to a place and closes the reader; the place keeps its search, axis and filter unless told otherwise. */
export function goTo(
  place: Place,
  change: Partial<Pick<View, 'part' | 'trip' | 'query' | 'axis' | 'filter'>> = {},
): void {
  show({ ...useView.getState(), part: null, trip: null, ...change, place, article: null }, 'push', 0);
}

/** Narrows the timeline, or widens it again; going back undoes it. While somebody types, only the first letter is a step of its own. */
export function narrow(change: Partial<TimelineFilter>, how: 'push' | 'replace' = 'push'): void {
  const view = useView.getState();
  show({ ...view, filter: { ...view.filter, ...change } }, how, 0);
}

/** Shows the posts that an article's lists name, and nothing else, in the timeline. */
export function showListOf(id: ArticleId): void {
  goTo('timeline', { filter: { ...NO_FILTER, lists: [id] } });
}

/** Opens an article over the place. */
export function openArticle(id: ArticleId): void {
  const view = useView.getState();
  if (view.article !== id) show({ ...view, article: id }, 'push', depth() + 1);
}

/** Goes back to the place the reader was opened from. */
export function closeArticle(): void {
  if (useView.getState().article === null) return;
  if (depth() > 0) window.history.go(-depth());
  else show({ ...useView.getState(), article: null }, 'replace', 0);
}

/** Changes what is looked for or along which axis, without a step in the history. */
export function refine(change: Partial<Pick<View, 'query' | 'axis'>>): void {
  show({ ...useView.getState(), ...change }, 'replace', depth());
}
