// The title of an article. In: a page's headings, its title statements, its site's names. Out: the heading that the statements
// agree on, else the best statement, without the site's name and without a kicker.
import type { Element } from 'domhandler';
import type { Page } from '../page.ts';
import type { Evidence, Heading } from './evidence.ts';
import { articleStatements, textField, typesOf } from './jsonLd.ts';
import { letters, likeness, unitsOf, wordsOf } from './letters.ts';
import type { SiteNames } from './siteNames.ts';
import { fold, textOf } from './visibleText.ts';

/** A title with what says so and where it stands. */
export interface TitleFact {
  readonly title: string | null;
  readonly sources: readonly string[];
  /** Share of the page's statements that agree, 0 to 1. */
  readonly confidence: number;
  /** The heading that shows it. */
  readonly heading: Heading | undefined;
  /** Index of the line where the article begins: of its heading, else of a line that says the same; -1 when unknown. */
  readonly line: number;
}

interface Statement {
  readonly sources: string[];
  /** Without the site's name. */
  readonly bare: string;
  /** `letters` of the whole, of the bare one, and of what stands between separators. */
  readonly key: string;
  readonly bareKey: string;
  readonly parts: readonly string[];
  readonly units: readonly string[];
}

/** Between parts of a title; `â` is a dash that was decoded wrongly. */
const SEPARATOR = /\s+(?:[|·•»«›/—–-]+|â)\s+|\s*[|»«›]\s*|\s+::?\s+|\s*::\s*|:\s+|\s[-–—]\s?/g;
const KICKER =
  /kicker|topline|overline|eyebrow|roofline|dachzeile|spitzmarke|supertitle|suphead|pretitle|overhead|headline-?intro|sr-only|visually-?hidden|screen-reader/i;

/** From this agreement on a heading is the title. Where only one may be, it needs less; a site's first page has a slogan there. */
const ENOUGH_FOR_ARTICLE = { ofOne: 0.05, ofMany: 0.15 };
const ENOUGH_FOR_PAGE = { ofOne: 0.35, ofMany: 0.55 };
const ENOUGH_FOR_FRONT_PAGE = { ofOne: 0.55, ofMany: 0.55 };

/**
 * Finds the title. On an article's page the first heading of the first level is the headline even when the statements word
 * it otherwise for search engines; on other pages it is often a slogan, and the statements name the page.
 */
export function findTitle(page: Page, evidence: Evidence, site: SiteNames): TitleFact {
  const statements = gatherStatements(page, evidence, site);
  const main = mainHeadings(evidence, site);
  const best = chooseHeading(evidence, statements, site, main.size > 0);
  const stated = chooseStatement(statements);
  const enough = enoughFor(page, evidence)[main.size === 1 ? 'ofOne' : 'ofMany'];
  if (best !== undefined && (best.agreement >= enough || stated === undefined)) {
    const agreeing = statements.filter((statement) => agreementWith(best.text, [statement]) > 0.9);
    return {
      title: withoutKicker(withoutSite(best.text, site), statements),
      sources: [`h${best.heading.level}`, ...agreeing.flatMap(({ sources }) => sources)],
      confidence: best.agreement,
      heading: best.heading,
      line: best.heading.line,
    };
  }
  if (stated === undefined) return { title: null, sources: [], confidence: 0, heading: undefined, line: -1 };
  const agreeing = statements.filter(({ bareKey }) => bareKey === stated.bareKey);
  return {
    title: firstPart(stated.bare),
    sources: agreeing.flatMap(({ sources }) => sources),
    confidence: agreeing.length / statements.length / 2,
    heading: undefined,
    line: lineOf(stated.bare, evidence) ?? best?.heading.line ?? -1,
  };
}

function lineOf(title: string, evidence: Evidence): number | undefined {
  const own = letters(title);
  const found = evidence.lines.findIndex(
    ({ text, isAround }) => !isAround && Math.abs(text.length - title.length) < 12 && letters(text) === own,
  );
  return found === -1 ? undefined : found;
}

/** What the headings of the first level say that may be the title. */
function mainHeadings(evidence: Evidence, site: SiteNames): ReadonlySet<string> {
  return new Set(
    evidence.headings
      .filter(
        ({ level, isAround, leadsHome, text }) =>
          level === 1 && !isAround && !leadsHome && text !== '' && !site.isSite(text),
      )
      .map(({ text }) => text),
  );
}

function enoughFor(page: Page, evidence: Evidence): { readonly ofOne: number; readonly ofMany: number } {
  if (isArticlePage(page, evidence)) return ENOUGH_FOR_ARTICLE;
  return isFrontPage(page) ? ENOUGH_FOR_FRONT_PAGE : ENOUGH_FOR_PAGE;
}

function isArticlePage(page: Page, evidence: Evidence): boolean {
  const type = evidence.metas.get('og:type')?.[0] ?? '';
  if (type === 'article' || evidence.metas.has('article:published_time')) return true;
  return articleStatements(page).some((statement) => typesOf(statement).some((each) => /Article|Posting$/.test(each)));
}

function chooseHeading(
  evidence: Evidence,
  statements: readonly Statement[],
  site: SiteNames,
  hasMain: boolean,
): { heading: Heading; text: string; agreement: number } | undefined {
  const enoughForLower = hasMain ? ENOUGH_BELOW_MAIN : ENOUGH_WITHOUT_MAIN;
  let best: { heading: Heading; text: string; agreement: number; score: number } | undefined;
  for (const heading of evidence.headings.slice(0, MAX_HEADINGS)) {
    const text = headingText(heading.element);
    if (text === '' || text.length > 300) continue;
    const agreement = agreementWith(text, statements);
    const prior = heading.level === 1 ? 4 : heading.level === 2 ? 1 : 0;
    // A heading inside the text may share words with the title; only the title itself is worth more than its level.
    if (heading.level > 1 && agreement < enoughForLower) continue;
    const score = agreement * 10 + prior - (site.isSite(text) ? 8 : 0) - (heading.isAround ? 3 : 0);
    if (best === undefined || score > best.score) best = { heading, text, agreement, score };
  }
  return best;
}

function agreementWith(text: string, statements: readonly Statement[]): number {
  const own = letters(text);
  const units = unitsOf(text);
  return Math.max(0, ...statements.map((statement) => agreementOf(own, units, statement)));
}

const MAX_HEADINGS = 300;
/** What a heading below the first level must agree to be the title, beside one of the first level and without. */
const ENOUGH_BELOW_MAIN = 0.9;
const ENOUGH_WITHOUT_MAIN = 0.7;

/** The first statement, or the part of it that another one has alone. */
function chooseStatement(statements: readonly Statement[]): Statement | undefined {
  const first = statements[0];
  if (first === undefined) return undefined;
  const part = statements.find(({ units, bareKey }) => units.length > 2 && first.bareKey.startsWith(`${bareKey} `));
  return part ?? first;
}

/** What follows a bar is about the title, not of it. */
function firstPart(title: string): string {
  const part = title.split(/\s+\|\s+/)[0] ?? title;
  return wordsOf(part).length > 1 ? part : title;
}

/** A heading may begin with a kicker, or end with a source in brackets: then a statement is the rest of it. */
function withoutKicker(text: string, statements: readonly Statement[]): string {
  const own = letters(text);
  const rest = statements.find(
    ({ bare, bareKey, units }) =>
      units.length > 2 &&
      (own.endsWith(` ${bareKey}`) || (text.startsWith(bare) && /^\s*[([]/.test(text.slice(bare.length)))),
  );
  return rest === undefined ? text : rest.bare;
}

function gatherStatements(page: Page, evidence: Evidence, site: SiteNames): Statement[] {
  const found: [string, string | undefined][] = [
    'og:title',
    'twitter:title',
    'citation_title',
    'parsely-title',
    'sailthru.title',
    'dc.title',
    'dcterms.title',
    'headline',
    'title',
  ].map((name) => [name, evidence.metas.get(name)?.[0]]);
  found.push(['json-ld headline', textField(articleStatements(page)[0]?.['headline'])]);
  found.push(['title element', evidence.documentTitle]);
  const statements = new Map<string, Statement>();
  for (const [source, value] of found) {
    const whole = value?.slice(0, MAX_STATEMENT) ?? '';
    const before = statements.get(whole);
    if (before !== undefined) before.sources.push(source);
    else if (whole !== '')
      statements.set(whole, toStatement(source, whole, isFrontPage(page) ? whole : withoutSite(whole, site)));
  }
  // A page that is called as its site says nothing of its article, unless nothing else does.
  const all = [...statements.values()];
  return isFrontPage(page) ? all : all.filter(({ bare }) => !site.isSite(bare));
}

const MAX_STATEMENT = 500;

function toStatement(source: string, whole: string, bare: string): Statement {
  const parts = whole.split(SEPARATOR).map(letters);
  return { sources: [source], bare, key: letters(whole), bareKey: letters(bare), parts, units: unitsOf(bare) };
}

/** There the site's name is the title. */
function isFrontPage(page: Page): boolean {
  return page.address !== null && page.address.pathname === '/';
}

function withoutSite(title: string, site: SiteNames): string {
  let bare = title;
  for (let pass = 0; pass < 3; pass++) {
    const marks = [...bare.matchAll(SEPARATOR)];
    const last = marks[marks.length - 1];
    const first = marks[0];
    if (last !== undefined && site.resemblesSite(bare.slice(last.index + last[0].length)))
      bare = bare.slice(0, last.index);
    else if (first !== undefined && site.isSite(bare.slice(0, first.index)))
      bare = bare.slice(first.index + first[0].length);
    else break;
  }
  return bare.trim();
}

/** 1 for the same words, less for a part of the statement that ends at a separator, else by common words. */
function agreementOf(own: string, units: readonly string[], statement: Statement): number {
  if (own === statement.bareKey) return 1;
  if (own === statement.key) return 0.98;
  if (statement.parts.includes(own)) return statement.parts[0] === own ? 0.92 : 0.75;
  if (own.length > 3 && (statement.key.startsWith(`${own} `) || statement.key.endsWith(` ${own}`))) {
    return 0.6 + 0.3 * (own.length / (statement.key.length + 2));
  }
  return 0.8 * likeness(units, statement.units);
}

function headingText(heading: Element): string {
  return fold(textOf(heading, 400, (element) => KICKER.test(element.attribs['class'] ?? '')));
}
