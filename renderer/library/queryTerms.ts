// The text of a query in, and what is pressed beside it: a state, tags, a site; the text that says so out. Whatever else a person typed
// stays as they typed it. Pure.
import { foldTag } from '#contract/tags.ts';

/** Which of several tags an article must have. */
export type TagsMode = 'all' | 'any';

/** The tags that a query asks for by terms of its own, without those that are forbidden or stand in a parenthesis of something else. */
export interface QueryTags {
  readonly tags: readonly string[];
  readonly mode: TagsMode;
}

// One term as it is typed: a parenthesis with all that is in it, or what stands between white space, quotation marks kept together.
const TERM = /-?\([^()]*\)|(?:[^\s"“”„()]|["“”„][^"“”„]*["“”„]?)+|[()]/gu;
const TAG = /^tag:(.+)$/iu;
const QUOTES = /["“”„]/gu;

/** Whether a query has the term, however it is written. */
export function hasTerm(query: string, term: string): boolean {
  return termsOf(query).some((each) => isSame(each, term));
}

/** The query with a term at its end, without those of `others` that it stands in the place of. */
export function withTerm(query: string, term: string, others: readonly string[] = []): string {
  return hasTerm(query, term) && others.length === 0
    ? query
    : join([...termsOf(withoutTerms(query, [term, ...others])), term]);
}

/** The query without these terms. */
export function withoutTerms(query: string, gone: readonly string[]): string {
  const terms = termsOf(query);
  const kept = terms.filter((each) => !gone.some((term) => isSame(each, term)));
  return kept.length === terms.length ? query : join(kept);
}

/** The tags that the query asks for, as `withTags` writes them or as a person types them one by one. */
export function tagsIn(query: string): QueryTags {
  const terms = termsOf(query);
  const any = terms.map(anyTags).find((tags) => tags !== undefined);
  if (any !== undefined) return { tags: any, mode: 'any' };
  return { tags: terms.flatMap((term) => tagOf(term) ?? []), mode: 'all' };
}

/** The query that asks for these tags and no others: all of them as terms one by one, any of them in a parenthesis. */
export function withTagTerms(query: string, { tags, mode }: QueryTags): string {
  const rest = termsOf(query).filter((term) => tagOf(term) === undefined && anyTags(term) === undefined);
  const terms = tags.map(tagTerm);
  return join([...rest, ...(mode === 'any' && terms.length > 1 ? [`(${terms.join(' OR ')})`] : terms)]);
}

/** A tag as a term of a query. */
export function tagTerm(tag: string): string {
  return `tag:${quoted(tag)}`;
}

/** A site as a term of a query. */
export function siteTerm(site: string): string {
  return `site:${quoted(site)}`;
}

/** A value that a query reads as a whole; `none` says that there are no tags unless it is quoted. */
function quoted(value: string): string {
  return /[\s()|]/u.test(value) || value.toLowerCase() === 'none' ? `"${value}"` : value;
}

function termsOf(query: string): readonly string[] {
  return query.match(TERM) ?? [];
}

function tagOf(term: string): string | undefined {
  return TAG.exec(term)?.[1]?.replace(QUOTES, '');
}

/** The tags of a parenthesis in which nothing but tags stand, one or another of which is asked for. */
function anyTags(term: string): readonly string[] | undefined {
  if (!term.startsWith('(')) return undefined;
  const parts = termsOf(term.slice(1, -1));
  const tags = parts.filter((_, at) => at % 2 === 0).map(tagOf);
  const isAny = parts.length % 2 === 1 && parts.every((part, at) => at % 2 === 0 || part === 'OR');
  return isAny && tags.length > 1 && tags.every((tag) => tag !== undefined) ? tags : undefined;
}

function isSame(a: string, b: string): boolean {
  return foldTag(a.replace(QUOTES, '')) === foldTag(b.replace(QUOTES, ''));
}

function join(terms: readonly string[]): string {
  return terms.join(' ');
}
