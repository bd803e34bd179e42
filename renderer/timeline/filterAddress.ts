// What a timeline is narrowed to, as parameters of the address and back; what makes no sense there is left out. Pure.
import { isArticleId } from '#contract/article.ts';
import { isPostDate } from '#contract/dates.ts';
import { POST_KINDS, POST_STATES, type TimelineFilter } from '#contract/post.ts';

/** Reads a filter. */
export function readFilter(parameters: URLSearchParams): TimelineFilter {
  const [kinds, states] = [parameters.getAll('kind'), parameters.getAll('state')];
  const bound = (name: string): string | null => {
    const date = parameters.get(name);
    return date !== null && date.length <= 10 && isPostDate(date) ? date : null;
  };
  return {
    kinds: POST_KINDS.filter((kind) => kinds.includes(kind)),
    states: POST_STATES.filter((state) => states.includes(state)),
    sites: parameters.getAll('site'),
    lists: parameters.getAll('list').filter(isArticleId),
    from: bound('from'),
    to: bound('to'),
    text: parameters.get('text') ?? '',
  };
}

/** Adds a filter to parameters. */
export function writeFilter(filter: TimelineFilter, parameters: URLSearchParams): void {
  const all: readonly (readonly [string, readonly string[]])[] = [
    ['kind', filter.kinds],
    ['state', filter.states],
    ['site', filter.sites],
    ['list', filter.lists],
  ];
  for (const [name, values] of all) for (const value of values) parameters.append(name, value);
  if (filter.from !== null) parameters.set('from', filter.from);
  if (filter.to !== null) parameters.set('to', filter.to);
  if (filter.text !== '') parameters.set('text', filter.text);
}

/** Whether a filter asks for nothing. */
export function isEmpty(filter: TimelineFilter): boolean {
  const parameters = new URLSearchParams();
  writeFilter(filter, parameters);
  return parameters.size === 0;
}
