// When an article was published and last updated. In: a page's evidence and where its title stands. Out: the day that most kinds of
// sources agree on, in the most precise wording found for it.
import type { Element } from 'domhandler';
import { dayOf, daysBetween, type PostDate } from '#contract/dates.ts';
import type { Page } from '../page.ts';
import type { Evidence } from './evidence.ts';
import { articleStatements, textField, typesOf } from './jsonLd.ts';
import { dateOfAddress, findDates as findDatesInText, parseDate, type NumericOrder } from './parseDate.ts';
import { fold, textOf } from './visibleText.ts';

/** A date with what says so. */
export interface DateFact {
  readonly date: PostDate | null;
  readonly sources: readonly string[];
  /** Share of the votes, 0 to 1. */
  readonly confidence: number;
  /** Elements that show it. */
  readonly elements: readonly Element[];
}

/** Published and updated, and the elements that show them. */
export interface DateFacts {
  readonly published: DateFact;
  readonly updated: DateFact;
  readonly elements: readonly Element[];
}

type Role = 'published' | 'updated';

interface Vote {
  readonly role: Role;
  readonly source: string;
  readonly date: PostDate;
  readonly weight: number;
  readonly element: Element | undefined;
}

const PUBLISHED_METAS =
  'article:published_time og:article:published_time og:published_time datepublished parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date.created dcterms.created dc.date dcterms.date citation_publication_date citation_online_date citation_date prism.publicationdate pubdate publishdate publish_date publish-date publication_date published_time published-date cxenseparse:recs:publishtime cxenseparse:publishtime rnews:datepublished bt:pubdate article.published article_date_original originalpublicationdate date dc.created uploaddate datecreated last-published release_date date_published pub_date'.split(
    ' ',
  );
const UPDATED_METAS =
  'article:modified_time og:article:modified_time og:updated_time og:modified_time datemodified dc.date.modified dcterms.modified lastmod last-modified article.updated modified_time last_modified revision_date updated_time cxenseparse:recs:moddate'.split(
    ' ',
  );

const UPDATED_WORDS =
  /updat|modif|edited|revised|reviewed|aktualisier|geändert|stand\b|zuletzt|bearbeitet|überarbeitet|actualiz|mis à jour|mise à jour|màj|modifié|aggiornat|atualiz|bijgewerkt|gewijzigd|uppdater|opdater|oppdatert|ändrad|päivitetty|zaktualizowan|aktualizac|aktualizován|обновлен|更新|修改|güncelle|last changed/i;
const PUBLISHED_WORDS =
  /publi|posted|veröffentlicht|erschienen|erstellt|vom\b|datum|publicad|publié|pubblicat|gepubliceerd|geplaatst|publicerad|udgivet|julkaistu|opublikowan|vydáno|zveřejn|опубликован|发布|发表|公開|掲載|投稿|created|written|added|on air|released/i;
/** A date beside these words is another's. */
const OTHER_WORDS =
  /copyright|©|all rights|event|termin|deadline|birth|born|geboren|gestorben|comment|kommentar|joined|member since|registered|expires?|valid|gültig|ablauf|webinar|conference|konferenz/i;

/** Lines before and after the title where the date of an article stands. */
const BEFORE = 4;
const AFTER = 12;
const LINES_WITHOUT_TITLE = 40;
const MAX_DATE_LINE = 200;
/** A line with more besides its date is a sentence, and its date may be any. */
const MAX_REST = 70;
const MAX_REST_IN_HEADING = 12;
/** So many dated lines are a list. */
const MAX_LINE_VOTES = 12;
/** Labels that away from the title belong to reviews, members and events as well. */
const WEAK_LABEL = /(?:vom|created|added|written|on air|released|stand)[:\s]*$/i;
/** Words before the end or the begin of something that is still to come. */
const DEADLINE = /(?<!\p{L})(?:bis|until|till|ab|from|since|seit|before|after|vor|nach|due)\s*(?:zum|dem|den)?\s*$/iu;
/** In brackets after words: the date of the entry that the words name. */
const OF_AN_ENTRY = /\S[^[]*\[[^\]]*$/;
/** The ends of a span of time, not dates of publication. */
const RANGE_START = /^\.?\s*(?:[-–—]|bis|to|until)\s*(?:zum\s*)?\d{1,2}[./]\d/iu;
const RANGE = /\d\.?\s*(?:\p{L}+\.?\s*)?(?:[-–]|bis|to|au|al|until)\s*(?:zum\s*)?$/iu;
/** What a page says of itself and not of an article counts only beside other evidence. */
const WEAK = 1.5;
const ENOUGH = 2;

/** Finds both dates. `titleLine` is the index of the title among the lines, -1 when it is not among them. */
export function findArticleDates(page: Page, evidence: Evidence, titleLine: number, lang: string | null): DateFacts {
  const order = orderOf(page, lang);
  const address = page.address === null ? undefined : dateOfAddress(page.address);
  const month = address?.length === 7 ? address : undefined;
  const votes = [
    ...statementVotes(page, order),
    ...metaVotes(evidence, order),
    ...elementVotes(evidence, titleLine, order),
    ...lineVotes(evidence, titleLine, order, month),
  ];
  if (address !== undefined) {
    const weight = month === undefined ? 3 : 1;
    votes.push({ role: 'published', source: 'address', date: address, weight, element: undefined });
  }
  const published = decide(votes.filter(({ role }) => role === 'published'));
  const updated = decide(votes.filter(({ role }) => role === 'updated'));
  // A page that shows one date and calls it the last update was published then or before; nothing else is known.
  const isOnlyUpdated =
    published.date === null && updated.sources.some((source) => source === 'text' || source === 'time');
  return {
    published: isOnlyUpdated ? updated : published,
    updated,
    elements: [...published.elements, ...updated.elements],
  };
}

/** Month first is written in the United States; a page in English that gives no other hint is taken for one from there. */
function orderOf(page: Page, lang: string | null): NumericOrder {
  const tag = lang?.toLowerCase() ?? '';
  const host = page.address?.hostname ?? '';
  const isElsewhere = /^en-(?!us)/.test(tag) || /\.(?!io|co|me|tv|us|ai|cc|ly|fm|gg)[a-z]{2}$/.test(host);
  if (isElsewhere || (tag !== '' && !tag.startsWith('en'))) return 'day-first';
  return tag === '' ? 'slash-month-first' : 'month-first';
}

function statementVotes(page: Page, order: NumericOrder): Vote[] {
  const votes: Vote[] = [];
  for (const statement of articleStatements(page).slice(0, 5)) {
    const isArticle = typesOf(statement).some((type) => /Article|Posting|Report|HowTo|Episode$/.test(type));
    for (const [key, role] of [
      ['datePublished', 'published'],
      ['uploadDate', 'published'],
      ['dateCreated', 'published'],
      ['dateModified', 'updated'],
    ] as const) {
      const value = textField(statement[key]);
      const date = value === undefined ? undefined : parseDate(value, order);
      if (date !== undefined)
        votes.push({ role, source: `json-ld ${key}`, date, weight: isArticle ? 5 : WEAK, element: undefined });
    }
    if (votes.some(({ role }) => role === 'published')) break;
  }
  return votes;
}

function metaVotes(evidence: Evidence, order: NumericOrder): Vote[] {
  const votes: Vote[] = [];
  for (const [names, role] of [
    [PUBLISHED_METAS, 'published'],
    [UPDATED_METAS, 'updated'],
  ] as const) {
    for (const name of names) {
      const value = evidence.metas.get(name)?.[0];
      const date = value === undefined ? undefined : parseDate(value, order);
      if (date !== undefined) votes.push({ role, source: name, date, weight: 5, element: undefined });
    }
  }
  return votes;
}

function elementVotes(evidence: Evidence, titleLine: number, order: NumericOrder): Vote[] {
  const votes: Vote[] = [];
  const datesOfKind = new Map<string, Set<PostDate>>();
  const found = evidence.dates.flatMap((marked) => {
    const { element } = marked;
    const { attribs } = element;
    const text = fold(textOf(element, 200));
    if (text.length > 120) return [];
    const written =
      attribs['datetime'] ?? attribs['content'] ?? (element.name === 'abbr' ? attribs['title'] : undefined);
    const date =
      (written === undefined ? undefined : parseDate(written, order)) ?? findDatesInText(text, order)[0]?.date;
    if (date === undefined) return [];
    const kind = `${element.name} ${attribs['class'] ?? ''}`;
    const ofKind = datesOfKind.get(kind) ?? new Set();
    datesOfKind.set(kind, ofKind.add(date.slice(0, 10)));
    return [{ marked, text, date, kind }];
  });
  for (const { marked, text, date, kind } of found) {
    const { element } = marked;
    const hint = `${element.attribs['itemprop'] ?? ''} ${element.attribs['property'] ?? ''} ${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`;
    if (OTHER_WORDS.test(hint) || OTHER_WORDS.test(text.slice(0, 30))) continue;
    const isNear = standsNear(evidence, marked.line, titleLine);
    // Dates of one kind at several places are those of a list.
    const isListed = (datesOfKind.get(kind)?.size ?? 0) > 2;
    const doubts = [!isNear, isListed, marked.isAround].filter(Boolean).length;
    if (doubts > 1) continue;
    const isStated = /datePublished|dateModified|dateCreated/i.test(hint);
    const isUpdate = UPDATED_WORDS.test(hint) || (UPDATED_WORDS.test(text) && !PUBLISHED_WORDS.test(text));
    const weight = (isStated ? 4 : element.name === 'time' ? 2 : 1) + (isNear ? 2 : 0);
    votes.push({
      role: isUpdate ? 'updated' : 'published',
      source: element.name === 'time' ? 'time' : 'element',
      date,
      weight,
      element,
    });
  }
  return votes;
}

/** Near the title, and no link to another article between. */
function standsNear(evidence: Evidence, line: number, titleLine: number): boolean {
  if (titleLine < 0 || line < titleLine - BEFORE || line > titleLine + AFTER) return false;
  return evidence.lines
    .slice(titleLine + 1, line)
    .every((between) => !between.isLink || between.isAround || between.text.length < 40);
}

function lineVotes(evidence: Evidence, titleLine: number, order: NumericOrder, month: PostDate | undefined): Vote[] {
  const votes: Vote[] = [];
  for (const [index, line] of evidence.lines.entries()) {
    if (line.text.length > MAX_DATE_LINE || !/\d/.test(line.text)) continue;
    const isNear = titleLine < 0 ? index < LINES_WITHOUT_TITLE : standsNear(evidence, index, titleLine);
    // Away from the title a date counts only with a label, or when the address names its month.
    if (!isNear && ((line.isAround && month === undefined) || line.isLink || votes.length > MAX_LINE_VOTES)) continue;
    const isTitle = index === titleLine && line.heading !== undefined;
    if (line.isLink && !isTitle) continue;
    if (!isNear && month === undefined && !PUBLISHED_WORDS.test(line.text) && !UPDATED_WORDS.test(line.text)) continue;
    for (const found of findDatesInText(line.text, order).slice(0, 2)) {
      const before = line.text.slice(Math.max(0, found.index - 40), found.index);
      if (OTHER_WORDS.test(before) || RANGE.test(before) || DEADLINE.test(before)) continue;
      if (RANGE_START.test(line.text.slice(found.end, found.end + 12))) continue;
      if (OF_AN_ENTRY.test(line.text.slice(0, found.index))) continue;
      const isLabelled = PUBLISHED_WORDS.test(before) || UPDATED_WORDS.test(before);
      const isFarLabelled = isLabelled && !WEAK_LABEL.test(before);
      const rest = line.text.length - (found.end - found.index);
      const isBare = rest <= (line.heading === undefined ? MAX_REST : MAX_REST_IN_HEADING);
      const isOfMonth = month !== undefined && found.date.startsWith(month) && rest < MAX_REST;
      if (
        isNear
          ? !isLabelled && !isBare && !isTitle
          : !isOfMonth && !(isFarLabelled && found.index < 50 && rest < MAX_REST)
      )
        continue;
      votes.push({
        role: UPDATED_WORDS.test(before) && !PUBLISHED_WORDS.test(before) ? 'updated' : 'published',
        source: 'text',
        date: found.date,
        weight: isNear ? (line.isAround ? 1 : 2) + (isLabelled ? 1 : 0) : isLabelled && !line.isAround ? 2 : 1,
        element: line.text.length < 60 && !isTitle ? line.element : undefined,
      });
    }
  }
  return votes;
}

interface Day {
  readonly day: string;
  /** The strongest vote of each kind of source. */
  readonly votes: readonly Vote[];
  readonly weight: number;
}

/** The day with the most weight, each kind of source counted once; the earlier found of two equal ones. */
function decide(votes: readonly Vote[]): DateFact {
  const days = joinNeighbours(groupByDay(votes));
  const best = days.reduce<Day | undefined>(
    (first, day) => (first === undefined || day.weight > first.weight ? day : first),
    undefined,
  );
  if (best === undefined || best.weight < ENOUGH) return { date: null, sources: [], confidence: 0, elements: [] };
  const sorted = [...best.votes].sort((a, b) => b.weight - a.weight);
  const ofDay = sorted.filter(({ date }) => date.startsWith(best.day));
  const precise = ofDay.reduce((longest, vote) => (vote.date.length > longest.date.length ? vote : longest));
  const total = days.reduce((sum, { weight }) => sum + weight, 0);
  return {
    date: precise.date,
    sources: sorted.map(({ source }) => source),
    confidence: best.weight / total,
    elements: sorted.flatMap(({ element }) => (element === undefined ? [] : [element])),
  };
}

function groupByDay(votes: readonly Vote[]): Day[] {
  const days = new Map<string, Map<string, Vote>>();
  for (const vote of votes) {
    const day = dayOf(vote.date);
    if (day === undefined) continue;
    const bySource = days.get(day) ?? new Map<string, Vote>();
    const kind = vote.source.split(' ')[0] ?? vote.source;
    const before = bySource.get(kind);
    if (before === undefined || before.weight < vote.weight) bySource.set(kind, vote);
    days.set(day, bySource);
  }
  const months = votes.filter(({ date }) => date.length === 7);
  return [...days].map(([day, bySource]) => {
    const all = [...bySource.values(), ...months.filter(({ date }) => day.startsWith(date))];
    return { day, votes: all, weight: all.reduce((sum, vote) => sum + vote.weight, 0) };
  });
}

/** A program writes the instant in UTC, the page shows the day of its own zone: then the shown day is meant. */
function joinNeighbours(days: readonly Day[]): Day[] {
  return days.map((day) => {
    if (!day.votes.some(isShown)) return day;
    const neighbours = days.filter(
      (other) =>
        Math.abs(daysBetween(day.day, other.day)) === 1 &&
        other.votes.every((vote) => !isShown(vote) && /T.*(?:Z|[+-]00:?00)$/.test(vote.date)),
    );
    if (neighbours.length === 0) return day;
    const votes = [...day.votes, ...neighbours.flatMap((other) => other.votes)];
    return { day: day.day, votes, weight: votes.reduce((sum, vote) => sum + vote.weight, 0) };
  });
}

function isShown(vote: Vote): boolean {
  return (
    vote.source === 'text' ||
    vote.source === 'element' ||
    vote.source === 'address' ||
    (vote.source === 'time' && vote.date.length === 10)
  );
}
