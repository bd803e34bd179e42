// Who wrote an article. In: a page's evidence, its site's names, where its title stands. Out: the names that most kinds of sources
// agree on. Refuses names that the page never shows, names of the site, addresses, handles and "admin": none is better than a wrong one.
import type { Element } from 'domhandler';
import { AFTER, BEFORE, lineVotes, type BylineVote } from './bylineLines.ts';
import type { Page } from '../page.ts';
import type { Evidence, Marked } from './evidence.ts';
import { articleStatements, decodeEntities, nameFields, typesOf } from './jsonLd.ts';
import { letters, wordsOf } from './letters.ts';
import { isOnlyBy, looksLikePerson, mayOwnSite, parseByline, startsWithBy } from './names.ts';
import type { SiteNames } from './siteNames.ts';
import { fold, textOf } from './visibleText.ts';

/** A byline with what says so. */
export interface BylineFact {
  readonly byline: string | null;
  readonly sources: readonly string[];
  /** Share of the votes, 0 to 1. */
  readonly confidence: number;
  readonly elements: readonly Element[];
}

/** What the byline is looked for around. */
export interface BylineContext {
  readonly site: SiteNames;
  readonly title: string | null;
  /** Index of the title among the lines, -1 when it is not among them. */
  readonly titleLine: number;
}

const AUTHOR_METAS =
  'author article:author og:article:author parsely-author sailthru.author dc.creator dcterms.creator citation_author byl byline authors article:author_name cxenseparse:author article.author twitter:data1 creator bt:author'.split(
    ' ',
  );
const ENOUGH = 2;
/** What a forum states is who posted, however the page shows it. */
const FORUM = 'json-ld author of a forum post';

/** Finds the byline. */
export function findByline(page: Page, evidence: Evidence, context: BylineContext): BylineFact {
  const { site, titleLine } = context;
  const title = letters(context.title ?? '');
  const isOther = (name: string): boolean =>
    letters(name) === title ||
    (!mayOwnSite(name) && (site.isSite(name) || (name.includes(' ') && site.resemblesSite(name))));
  const shown = shownText(evidence);
  // Whom a program names and the page does not is who typed it in, or who built the site.
  const stated = [...statementVotes(page), ...metaVotes(evidence)].filter(({ names }) =>
    names.some((name) => shown.includes(name.toLowerCase())),
  );
  const votes = [...stated, ...elementVotes(evidence, titleLine), ...lineVotes(evidence, titleLine)]
    .map((vote) => ({ ...vote, names: vote.names.filter((name) => !isOther(name)) }))
    .filter(({ names }) => names.length > 0);
  return decide(votes);
}

/** The visible text in lower case, without what stands around the article. */
function shownText(evidence: Evidence): string {
  return evidence.lines
    .filter(({ isAround }) => !isAround)
    .map(({ text }) => text)
    .join('\n')
    .toLowerCase();
}

function statementVotes(page: Page): BylineVote[] {
  for (const statement of articleStatements(page).slice(0, 5)) {
    const isPage = typesOf(statement).some((type) => type.endsWith('Page'));
    const found = nameFields(statement['author'] ?? statement['creator'], page);
    const people = found.filter(({ isPerson }) => isPerson !== false);
    const names = (people.length > 0 ? people : found).flatMap(({ name }) => parseByline(name, true));
    if (names.length > 0) {
      const isForum = typesOf(statement).some((type) =>
        /^(?:DiscussionForumPosting|SocialMediaPosting|Question|QAPage)$/.test(type),
      );
      // A house is named as author where its system knows no person.
      const weight = people.length === 0 ? 1.5 : isPage ? 2 : 4;
      return [{ source: isForum ? FORUM : 'json-ld author', names: unique(names), weight }];
    }
  }
  return [];
}

function metaVotes(evidence: Evidence): BylineVote[] {
  return AUTHOR_METAS.flatMap((source) => {
    const label = evidence.metas.get('twitter:label1')?.[0] ?? '';
    // Twitter's first label may be anything; it is an author's only beside "Written by".
    if (source === 'twitter:data1' && !startsWithBy(label)) return [];
    const values = (evidence.metas.get(source) ?? []).filter((value) => !/^(?:https?:)?\/\//.test(value));
    const names = unique(values.flatMap((value) => parseByline(citedName(decodeEntities(value), source), true)));
    return names.length === 0 ? [] : [{ source, names, weight: 3 }];
  });
}

/** Catalogues put the family name first, and part Chinese ones. */
function citedName(value: string, source: string): string {
  if (/^\p{Script=Han}{1,2} \p{Script=Han}{1,2}$/u.test(value)) return value.replace(' ', '');
  const isCited = source === 'citation_author' || source.startsWith('dc');
  const [, family, given] = isCited ? (/^([^,]+),\s*([^,]+)$/.exec(value) ?? []) : [];
  return family === undefined || given === undefined ? value : `${given} ${family}`;
}

const NOT_BYLINE =
  /comment|avatar|image|photo|bio(?:\b|graph)|social|related|disclaimer|authorit|authoriz|authentic|search|login|follow/i;

function elementVotes(evidence: Evidence, titleLine: number): BylineVote[] {
  const votes: BylineVote[] = [];
  for (const marked of evidence.authors) {
    const { element } = marked;
    const { attribs } = element;
    if (NOT_BYLINE.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`)) continue;
    const isNear = standsNear(marked, titleLine);
    if (marked.isAround && !isNear) continue;
    const isStated =
      /(?:^|\s)author(?:\s|$)/.test(attribs['itemprop'] ?? '') ||
      /(?:^|\s)author(?:\s|$)/.test(attribs['rel'] ?? '') ||
      /(?:^|[\s:])author(?:\s|$)/.test(attribs['property'] ?? '');
    const names = namesIn(element, isStated);
    if (names.length === 0) continue;
    votes.push({
      source: isStated ? 'marked author' : 'element',
      names,
      weight: (isStated ? 2 : 1) + (isNear ? 2 : 0),
      element,
    });
  }
  return votes;
}

/** The names an element shows: those of its links, when it has such, else of its first line, and of further lines that are names. */
function namesIn(element: Element, isStated: boolean): string[] {
  const { content, itemprop } = element.attribs;
  if (content !== undefined && itemprop !== undefined) return parseByline(content, true);
  const text = textOf(element, 200, undefined, '\n');
  const lines = text
    .split('\n')
    .map(fold)
    .filter((line) => line !== '');
  if (text.length > 150) return nameAbove(lines);
  const marks = marksIn(element);
  const marked = unique(marks.flatMap((mark) => parseByline(fold(textOf(mark, 100)), true)));
  if (marked.length > 0) return marked;
  const first = lines.findIndex((line) => !isOnlyBy(line));
  const line = lines[first];
  if (line === undefined) return [];
  const names = parseByline(line);
  const hasBy = startsWithBy(line) || first > 0;
  const isHandle = /(?:^|\s)(?:user-?name|poster-?name|postauthor)(?:\s|$)/i.test(element.attribs['class'] ?? '');
  if (!isStated && !hasBy && !isHandle && !names.every(looksLikePerson)) return [];
  for (const next of lines.slice(first + 1)) {
    const more = parseByline(next);
    if (more.length === 0 || !more.every(looksLikePerson)) break;
    names.push(...more);
  }
  return names.length > 1 ? parseByline(names.join(', '), true) : names;
}

/** Above a longer text, such as a biography, stands whose it is. */
function nameAbove(lines: readonly string[]): string[] {
  const line = lines.find((each) => !isOnlyBy(each));
  const names = line === undefined || line.length > 60 ? [] : parseByline(line);
  return names.every(looksLikePerson) ? names : [];
}

/** Elements inside a byline that hold nothing but a name. */
function marksIn(element: Element): Element[] {
  const marks: Element[] = [];
  const stack = [...element.children].reverse();
  for (let step = 0; step < 80 && stack.length > 0; step++) {
    const node = stack.pop();
    if (node === undefined || !('attribs' in node)) continue;
    const { itemprop, rel, class: classes } = node.attribs;
    const isName =
      itemprop === 'name' ||
      /(?:^|\s)author(?:\s|$)/.test(rel ?? '') ||
      /(?:^|\s)(?:fn|author[-_]?name|byline[-_]?name)(?:\s|$)/i.test(classes ?? '');
    if (isName) marks.push(node);
    else stack.push(...[...node.children].reverse());
  }
  return marks;
}

function standsNear(marked: Marked, titleLine: number): boolean {
  return titleLine >= 0 && marked.line >= titleLine - BEFORE && marked.line <= titleLine + AFTER;
}

interface Group {
  readonly words: ReadonlySet<string>;
  /** The strongest vote of each source. */
  readonly votes: Map<string, BylineVote>;
}

function decide(votes: readonly BylineVote[]): BylineFact {
  const groups = new Map<string, Group>();
  for (const vote of votes) {
    const words = new Set(vote.names.flatMap(wordsOf));
    const key = [...words].sort().join(' ');
    const group = groups.get(key) ?? { words, votes: new Map<string, BylineVote>() };
    const before = group.votes.get(vote.source);
    if (before === undefined || before.weight < vote.weight) group.votes.set(vote.source, vote);
    groups.set(key, group);
  }
  const weighed = [...groups.values()].map((group) => ({ group, weight: weightOf(group, [...groups.values()]) }));
  const best = weighed.reduce<{ group: Group; weight: number } | undefined>(
    (first, each) => (first === undefined || each.weight > first.weight ? each : first),
    undefined,
  );
  if (best === undefined || best.weight < ENOUGH) return { byline: null, sources: [], confidence: 0, elements: [] };
  const sorted = [...best.group.votes.values()].sort((a, b) => b.weight - a.weight);
  const total = votes.reduce((sum, { weight }) => sum + weight, 0);
  return {
    byline: sorted[0]?.names.join(', ') ?? null,
    sources: sorted.map(({ source }) => source),
    confidence: Math.min(1, best.weight / total),
    elements: sorted.flatMap(({ element }) => (element === undefined ? [] : [element])),
  };
}

/** A byline with fewer names, or with a part of the name, speaks for the fuller one too. */
function weightOf(group: Group, all: readonly Group[]): number {
  const sources = new Map<string, number>();
  for (const other of all) {
    if (![...other.words].every((word) => group.words.has(word))) continue;
    for (const [source, { weight }] of other.votes) {
      const counted = other === group ? weight : weight * PART;
      sources.set(source, Math.max(sources.get(source) ?? 0, counted));
    }
  }
  return [...sources.values()].reduce((sum, weight) => sum + weight, 0);
}

const PART = 0.9;

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
