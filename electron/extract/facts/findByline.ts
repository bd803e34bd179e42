// Who wrote an article. In: a page's evidence, its site's names, where its title stands. Out: the names that most kinds of sources
// agree on. Refuses names that the page never shows, names of the site, addresses, handles and "admin": none is better than a wrong one.
import type { Element } from 'domhandler';
import { isChineseName, readChineseByline } from './chineseBylines.ts';
import type { Page } from '../page.ts';
import { fold, textOf, type Evidence, type Marked } from './evidence.ts';
import { articleStatements, decodeEntities, nameFields, typesOf } from './jsonLd.ts';
import { letters, wordsOf } from './letters.ts';
import { isOnlyBy, looksLikePerson, mayOwnSite, parseByline, startsWithBy } from './names.ts';
import { findDates } from './parseDate.ts';
import type { SiteNames } from './siteNames.ts';

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

interface Vote {
  readonly source: string;
  readonly names: readonly string[];
  readonly weight: number;
  readonly element?: Element;
}

const AUTHOR_METAS =
  'author article:author og:article:author parsely-author sailthru.author dc.creator dcterms.creator citation_author byl byline authors article:author_name cxenseparse:author article.author twitter:data1 creator bt:author'.split(
    ' ',
  );
const BEFORE = 6;
const AFTER = 14;
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
  const votes = [
    ...stated,
    ...elementVotes(evidence, titleLine),
    ...lineVotes(evidence, titleLine),
    ...biographyVotes(evidence),
    ...chineseVotes(evidence, titleLine),
  ]
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

function statementVotes(page: Page): Vote[] {
  for (const statement of articleStatements(page).slice(0, 5)) {
    const isPage = typesOf(statement).some((type) => type.endsWith('Page'));
    const found = nameFields(statement['author'] ?? statement['creator'], page);
    const people = found.filter(({ isPerson }) => isPerson !== false);
    const names = (people.length > 0 ? people : found).flatMap(({ name }) => parseByline(name, true));
    if (names.length > 0) {
      const isForum = typesOf(statement).some((type) =>
        /^(?:DiscussionForumPosting|SocialMediaPosting|Question|QAPage)$/.test(type),
      );
      return [{ source: isForum ? FORUM : 'json-ld author', names: unique(names), weight: isPage ? 2 : 4 }];
    }
  }
  return [];
}

function metaVotes(evidence: Evidence): Vote[] {
  return AUTHOR_METAS.flatMap((source) => {
    const label = evidence.metas.get('twitter:label1')?.[0] ?? '';
    // Twitter's first label may be anything; it is an author's only beside "Written by".
    if (source === 'twitter:data1' && !startsWithBy(label)) return [];
    const values = (evidence.metas.get(source) ?? []).filter((value) => !/^(?:https?:)?\/\//.test(value));
    const names = unique(values.flatMap((value) => parseByline(citedName(decodeEntities(value), source), true)));
    return names.length === 0 ? [] : [{ source, names, weight: 3 }];
  });
}

/** Catalogues put the family name first. */
function citedName(value: string, source: string): string {
  const isCited = source === 'citation_author' || source.startsWith('dc');
  const [, family, given] = isCited ? (/^([^,]+),\s*([^,]+)$/.exec(value) ?? []) : [];
  return family === undefined || given === undefined ? value : `${given} ${family}`;
}

const NOT_BYLINE =
  /comment|avatar|image|photo|bio(?:\b|graph)|social|related|disclaimer|authorit|authoriz|authentic|search|login|follow/i;

function elementVotes(evidence: Evidence, titleLine: number): Vote[] {
  const votes: Vote[] = [];
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
  if (text.length > 150) return [];
  const marks = marksIn(element);
  const marked = unique(marks.flatMap((mark) => parseByline(fold(textOf(mark, 100)), true)));
  if (marked.length > 0) return marked;
  const lines = text
    .split('\n')
    .map(fold)
    .filter((line) => line !== '');
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

function lineVotes(evidence: Evidence, titleLine: number): Vote[] {
  const votes: Vote[] = [];
  const first = Math.max(0, titleLine - BEFORE);
  const near = evidence.lines.slice(first, titleLine < 0 ? 30 : titleLine + AFTER);
  for (const [index, { text, element, heading }] of near.entries()) {
    if (text.length > 120 || heading !== undefined) continue;
    const before = near[index - 1]?.text ?? '';
    const vote = (part: string, isFree: boolean): void => {
      const names = parseByline(part);
      const isShort = isFree && text.length < 30 && /^\p{Lu}/u.test(names[0] ?? '');
      if (names.length > 0 && (isShort || names.every(looksLikePerson))) {
        votes.push({ source: 'text', names, weight: 2.5, element });
      }
    };
    if (isOnlyBy(before) || startsWithBy(text)) vote(text, true);
    else if (findDates(text, 'day-first').length > 0) vote(INNER_BY.exec(text)?.[1] ?? '', false);
  }
  return votes;
}

function chineseVotes(evidence: Evidence, titleLine: number): Vote[] {
  const votes: Vote[] = [];
  for (const [index, { text, element }] of evidence.lines.entries()) {
    if (!HAN.test(text)) continue;
    const found = readChineseByline(text);
    if (found !== undefined && found.names.length > 0) {
      votes.push({ source: 'text', names: found.names, weight: found.isEditor ? 2 : 3, element });
    } else if (titleLine >= 0 && index > titleLine && index <= titleLine + 2 && isChineseName(text)) {
      votes.push({ source: 'text', names: [text], weight: 2, element });
    }
  }
  return votes;
}

const HAN = /\p{Script=Han}/u;

/** A name on a line of its own before a line that says who it is; or a sentence that says who wrote. */
function biographyVotes(evidence: Evidence): Vote[] {
  const votes: Vote[] = [];
  for (const [index, { text, isAround }] of evidence.lines.entries()) {
    if (isAround || text.length < 8) continue;
    const written = text.length < 140 ? WRITTEN_BY.exec(text)?.[1] : undefined;
    const name = IS_A.exec(text)?.[1];
    const isHead = name !== undefined && [1, 2].some((back) => evidence.lines[index - back]?.text === name);
    const names = written !== undefined ? parseByline(written) : isHead ? parseByline(name) : [];
    if (names.length > 0 && names.every(looksLikePerson)) votes.push({ source: 'biography', names, weight: 2 });
  }
  return votes.length > 3 ? [] : votes;
}

const WRITTEN_BY =
  /(?:^|\s)(?:written|posted|contributed|geschrieben|verfasst|escrito|écrit|scritto) (?:by|von|por|par|da) (\p{Lu}.{3,80})$/u;
const IS_A =
  /^(\p{Lu}[\p{L}.'’-]+(?: [\p{Lu}][\p{L}.'’-]*){1,3}) (?:is|ist|est|es|è|är|er) (?:an?|the|one|ein|eine|der|die|un|une|una|uno|en|et|le|la|el)\s/u;

const INNER_BY = /\s(?:by|von|par)\s+(\p{Lu}.{2,60})$/u;

interface Group {
  readonly words: ReadonlySet<string>;
  /** The strongest vote of each source. */
  readonly votes: Map<string, Vote>;
}

function decide(votes: readonly Vote[]): BylineFact {
  const groups = new Map<string, Group>();
  for (const vote of votes) {
    const words = new Set(vote.names.flatMap(wordsOf));
    const key = [...words].sort().join(' ');
    const group = groups.get(key) ?? { words, votes: new Map<string, Vote>() };
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
