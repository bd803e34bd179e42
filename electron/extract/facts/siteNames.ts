// What the site behind a page is called. In: a page and its evidence. Out: its name, and the ways it may be written in a title.
import type { Page } from '../page.ts';
import type { Evidence } from './evidence.ts';
import { allStatements, articleStatements, nameFields, textField, typesOf } from './jsonLd.ts';
import { letters, wordsOf } from './letters.ts';

/** A site's name with its sources, and a test for other spellings of it. */
export interface SiteNames {
  readonly name: string | null;
  readonly sources: readonly string[];
  /** Tells whether a part of a title or a byline is the site's name or its host. */
  readonly isSite: (text: string) => boolean;
  /** Tells whether it may be: it contains the host's name, or is a part of it. */
  readonly resemblesSite: (text: string) => boolean;
}

/** Gathers a site's names. */
export function findSiteNames(page: Page, evidence: Evidence): SiteNames {
  const meta = (name: string): string | undefined =>
    evidence.metas.get(name)?.find((value) => !/^(?:https?:)?\/\//.test(value));
  const statements = allStatements(page);
  const webSite = statements.find((statement) => typesOf(statement).includes('WebSite'));
  const publisher = articleStatements(page).map((statement) => nameFields(statement['publisher'], page)[0]?.name);
  const found: (readonly [source: string, name: string | undefined])[] = [
    ['og:site_name', meta('og:site_name')],
    ['json-ld publisher', publisher.find((name) => name !== undefined)],
    ['json-ld website', textField(webSite?.['name'])],
    ['application-name', meta('application-name')],
    ['apple-mobile-web-app-title', meta('apple-mobile-web-app-title')],
    ['dc.publisher', meta('dc.publisher') ?? meta('dcterms.publisher') ?? meta('publisher')],
    ['citation_journal_title', meta('citation_journal_title')],
  ];
  const known = found.filter(
    (each): each is readonly [string, string] => each[1] !== undefined && each[1].length <= 120,
  );
  const spellings = new Set(known.map(([, name]) => compact(name)).filter((name) => name.length > 1));
  const host = page.address?.hostname.replace(/^www\d?\./, '') ?? '';
  const labels = host
    .split('.')
    .slice(0, -1)
    .map(compact)
    .filter((label) => label.length > 3);
  for (const spelling of namesBesideTitle(evidence)) spellings.add(spelling);
  for (const heading of evidence.headings) if (heading.leadsHome) spellings.add(compact(heading.text));
  const name = known[0] === undefined ? null : withoutSlogan(known[0][1], spellings, labels);
  const isSite = (text: string): boolean => {
    const spelling = compact(text.replace(/^https?:\/\/(?:www\.)?/, ''));
    return spelling !== '' && (spellings.has(spelling) || spelling === compact(host) || labels.includes(spelling));
  };
  const resemblesSite = (text: string): boolean => {
    if (isSite(text)) return true;
    const spelling = compact(text);
    const words = wordsOf(text).filter((word) => word.length > 2);
    return labels.some(
      (label) =>
        (spelling.length > 4 && label.includes(spelling)) ||
        (spelling.length > 2 && label.startsWith(spelling)) ||
        (spelling.includes(label) && spelling.length < label.length + 12) ||
        words.filter((word) => label.includes(word)).join('').length > 0.6 * spelling.length,
    );
  };
  return {
    name,
    sources: known.filter(([, each]) => name !== null && compact(each) === compact(name)).map(([source]) => source),
    isSite,
    resemblesSite,
  };
}

/** What the `title` element has more than the title meant for sharing is the site or a part of it. */
function namesBesideTitle(evidence: Evidence): string[] {
  const whole = evidence.documentTitle;
  return ['og:title', 'twitter:title'].flatMap((name) => {
    const title = evidence.metas.get(name)?.[0];
    if (title === undefined || title.length >= whole.length) return [];
    const rest = whole.startsWith(title)
      ? whole.slice(title.length)
      : whole.endsWith(title)
        ? whole.slice(0, -title.length)
        : '';
    return /^\s*[|·•»«›:/—–-]|[|·•»«›:/—–-]\s*$/.test(rest) ? [compact(rest)] : [];
  });
}

/** Some sites put a slogan after their name; the name is the part that is found elsewhere too. */
function withoutSlogan(name: string, spellings: ReadonlySet<string>, labels: readonly string[]): string {
  const first = name.split(/\s+[|–—-]\s+/)[0] ?? name;
  const spelling = compact(first);
  return first !== name && (spellings.has(spelling) || labels.includes(spelling)) ? first : name;
}

/** Letters and digits alone, without "The" and what a host's ending looks like. */
function compact(text: string): string {
  return letters(text.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/^the /, '')
    .replaceAll(' ', '')
    .replace(/(?:com|net|org)$/, '');
}
