// A group of links with its heading in; what speaks for or against its being a list of posts comes out, as named numbers.
import type { Element } from 'domhandler';
import type { Page } from '../page.ts';
import type { GroupHeading } from './findHeading.ts';
import type { Group } from './linkGroups.ts';
import { countTitleWords } from './linkWorth.ts';
import type { PageOutline } from './pageOutline.ts';
import type { PageRegions } from './pageRegions.ts';

/** What is known of an entry when its list is judged. */
export interface EntryShape {
  readonly title: string;
  readonly url: URL;
  readonly hasImage: boolean;
  readonly hasDate: boolean;
  readonly hasExcerpt: boolean;
  /** It names a price. */
  readonly hasPrice: boolean;
}

/** What a list is judged by. */
export interface GroupEvidence {
  readonly page: Page;
  readonly outline: PageOutline;
  readonly group: Group;
  readonly heading: GroupHeading | null;
  readonly entries: readonly EntryShape[];
  readonly pageTitle: string | null;
  readonly regions: PageRegions;
  /** Only the heading made it a list. */
  readonly isShort: boolean;
}

/** The signs a group is judged by. */
export type Sign =
  | HeadingSign
  | PlaceSign
  | AddressSign
  | 'single'
  | 'pair'
  | 'shortTitles'
  | 'fairTitles'
  | 'longTitles'
  | 'pictured'
  | 'dated'
  | 'excerpted'
  | 'repeated'
  | 'ownTitle'
  | 'citations'
  | 'shortList';

type HeadingSign = 'relatedHeading' | 'cueHeading' | 'postsHeading' | 'openHeading' | 'titleHeading' | 'pageHeading';
type AddressSign = 'foreign' | 'postAddresses' | 'siblings' | 'sharedFolder' | 'files' | 'inMenus';
type PlaceSign =
  | 'relatedName'
  | 'postsName'
  | 'postName'
  | 'wrongName'
  | 'wrongRelatedName'
  | 'menuName'
  | 'aside'
  | 'nav'
  | 'footer'
  | 'header'
  | 'contentFooter'
  | 'form'
  | 'inContent'
  | 'beforeProse'
  | 'amongProse'
  | 'plainAmongProse'
  | 'noProse'
  | 'plainNoProse'
  | 'mainList'
  | 'alone'
  | 'aloneAmongProse'
  | 'lineRun';

const RELATED_NAME =
  /relat|recomm|similar|more-?(?:from|on|stor|art|news|like|posts|to)|read-?(?:more|next|also)|see-?also|also-?(?:like|read)|you-?m(?:ay|ight)|yarpp|suggest|further|verwandt|aehnlich|weitere|empfehl|relacionad|correlat|connexe|podobne|powiazan|polec|next-?up|kanren|recirc|mehr-?zum|passend/i;
const POSTS_NAME =
  /popular|trend|most-?(?:read|view|comment|shared)|latest|recent|newest|top-?stor|ranking|editors?-?pick|must-?read|headlines|news-?(?:list|feed|ticker)|meist|neueste|aktuell|newsticker|hot-?/i;
const POST_NAME =
  /(?:^|[-_ ])(?:posts?|articles?|stor(?:y|ies)|news|teasers?|cards?|entr(?:y|ies)|headline|recipe|promo)(?:[-_ ]|$)/i;
const WRONG_NAME =
  /(?:^|[-_ ])(?:breadcrumbs?|masthead|toolbar|topbar|social|share|sharing|tags?|tagcloud|categories|bio|comments?|commentlist|respond|pagination|pager|prev-?next|post-?nav\w*|toc|tableofcontents|cookies?|consent|gdpr|login|products?|shop|cart|price|sponsored|advert\w*|jobs?|stellen|events?|calendar|languages?|sitemap|blogroll|footnotes?|references?|reflist|citations?|infobox|faq|accordion|ticket\w*)(?:[-_ ]|$)/i;
const CITATION = /^[\p{Lu}][\p{L}-]+ \p{Lu}{1,3}[,.]|\bet al\b|\b(?:19|20)\d\d\b.{0,12};\s?\d+|\bdoi\b/u;
const MENU_NAME =
  /(?:^|[-_ ])(?:nav|navbar|navigation|menus?|mega-?menu|sub-?menu|dropdown|mainnav|topnav|subnav)(?:[-_ ]|$)/i;

/** Every sign that a group shows, with its strength: 1, or the share of the entries that show it. */
export function signsOf(evidence: GroupEvidence): Readonly<Record<Sign, number>> {
  const { entries, group, pageTitle } = evidence;
  const words = entries.reduce((sum, entry) => sum + Math.min(countTitleWords(entry.title), 14), 0) / entries.length;
  return {
    ...headingSigns(evidence),
    ...placeSigns(evidence),
    ...addressSigns(evidence),
    single: is(group.candidates.length === 1),
    pair: is(group.candidates.length === 2),
    // Under a heading that says what they are, names as short as a menu's may be titles.
    shortTitles: is(words < 2.6 && evidence.heading?.sense !== 'related'),
    fairTitles: is(words >= 4 && words < 5.5),
    longTitles: is(words >= 5.5),
    pictured: share(entries, (entry) => entry.hasImage),
    dated: share(entries, (entry) => entry.hasDate),
    excerpted: share(entries, (entry) => entry.hasExcerpt),
    // Rows of a table of matches or products name the same thing again and again.
    repeated: is(new Set(entries.map((entry) => entry.title)).size <= entries.length * 0.6),
    ownTitle: share(entries, (entry) => pageTitle !== null && pageTitle.length > 8 && entry.title.includes(pageTitle)),
    citations: share(entries, (entry) => CITATION.test(entry.title)),
    shortList: is(evidence.isShort),
  };
}

function is(fact: boolean): number {
  return fact ? 1 : 0;
}

function share<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(isSo).length / items.length;
}

function headingSigns({ heading, entries, pageTitle, outline }: GroupEvidence): Record<HeadingSign, number> {
  const isFirm = heading?.isMarked === true || entries.length > 1;
  return {
    relatedHeading: is(heading?.sense === 'related' && isFirm),
    cueHeading: is(heading?.sense === 'related' && !isFirm),
    postsHeading: is(heading?.sense === 'posts'),
    openHeading: is(heading?.sense === 'open' && heading.isMarked),
    titleHeading: is(heading !== null && heading.sense !== 'related' && resembles(heading.text, pageTitle)),
    pageHeading: is(outline.lines[heading?.line ?? -1]?.heading === 1),
  };
}

/** Where the list stands: names of the boxes around it, navigation, footer, between the paragraphs. */
function placeSigns({ outline, group, heading, regions, entries }: GroupEvidence): Record<PlaceSign, number> {
  const [isRelated, isPosts, isPost, isWrong, isMenu, region] = namesAround(outline, group);
  const first = group.candidates[0];
  const line = outline.boxes[first?.box ?? 0]?.line ?? 0;
  const [start, end] = regions.prose;
  const isBetween = line > start && line < end;
  const isSaid = heading?.sense === 'related' || heading?.sense === 'posts' || isRelated;
  const isAlone = group.candidates.length === 1 && standsAlone(outline, group);
  const isOpen = region.isInContent && line <= end + 1;
  return {
    relatedName: is(isRelated),
    postsName: is(isPosts && !isRelated),
    postName: is(isPost && !isPosts && !isRelated),
    wrongName: is(isWrong && !isRelated),
    wrongRelatedName: is(isWrong && isRelated),
    menuName: is(isMenu),
    aside: is(region.isAside),
    nav: is(region.isNav),
    footer: is(region.isFooter),
    header: is(region.isHeader),
    contentFooter: is(region.isContentFooter),
    form: is(region.isForm),
    inContent: is(region.isInContent),
    beforeProse: is(start >= 0 && line <= start),
    amongProse: is(isBetween),
    plainAmongProse: is(isBetween && !isSaid),
    noProse: is(regions.proseLength < 400),
    plainNoProse: is(regions.proseLength < 400 && !isSaid && !region.isAside),
    mainList: is(regions.proseLength < 900 && entries.length >= 0.4 * regions.titles && entries.length >= 5),
    alone: is(isAlone && isOpen && !isBetween),
    aloneAmongProse: is(isAlone && isOpen && isBetween),
    lineRun: is(group.candidates.length > 1 && region.isInContent && standsAlone(outline, group)),
  };
}

interface Region {
  isAside: boolean;
  isNav: boolean;
  isFooter: boolean;
  isContentFooter: boolean;
  isHeader: boolean;
  isForm: boolean;
  isInContent: boolean;
}

function namesAround(
  outline: PageOutline,
  group: Group,
): readonly [isRelated: boolean, isPosts: boolean, isPost: boolean, isWrong: boolean, isMenu: boolean, region: Region] {
  let [isRelated, isPosts, isPost, isWrong, isMenu] = [false, false, false, false, false];
  const region: Region = {
    isAside: false,
    isNav: false,
    isFooter: false,
    isContentFooter: false,
    isHeader: false,
    isForm: false,
    isInContent: false,
  };
  const topDepth = outline.boxes[group.top]?.depth ?? 0;
  let index = group.candidates[0]?.box ?? -1;
  for (let steps = 0; index >= 0 && steps < 60; steps++) {
    const box = outline.boxes[index];
    if (box === undefined) break;
    const height = topDepth - box.depth;
    const names = height <= 9 && box.element.name !== 'body' ? namesOf(box.element) : '';
    if (names !== '') {
      isRelated ||= height <= 4 && RELATED_NAME.test(names);
      isPosts ||= height <= 3 && POSTS_NAME.test(names);
      isPost ||= height <= 1 && POST_NAME.test(names);
      isWrong ||= height <= 3 && WRONG_NAME.test(names);
      isMenu ||= MENU_NAME.test(names);
    }
    noteRegion(region, box.element, height);
    index = box.parent;
  }
  return [isRelated, isPosts, isPost, isWrong, isMenu, region];
}

function noteRegion(region: Region, element: Element, height: number): void {
  const role = element.attribs['role'] ?? '';
  // A card may be an article too.
  region.isInContent ||= height > 0 && (element.name === 'article' || element.name === 'main' || role === 'main');
  if (element.name === 'nav' || role === 'navigation' || role === 'menu') region.isNav = true;
  else if (element.name === 'footer' || role === 'contentinfo') {
    if (region.isInContent) region.isContentFooter = true;
    else region.isFooter = true;
  } else if ((element.name === 'header' || role === 'banner') && !region.isInContent) region.isHeader = true;
  else if (element.name === 'aside' || role === 'complementary') region.isAside = true;
  else if (element.name === 'form' || element.name === 'table') region.isForm = true;
}

function namesOf(element: Element): string {
  const names = `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`.trim().slice(0, 240);
  return names.replace(/([a-z])([A-Z])/g, '$1-$2');
}

/** Links that are a paragraph or item of their own: "Read this too" without the words. */
function standsAlone(outline: PageOutline, group: Group): boolean {
  return group.candidates.every((candidate) => {
    const box = outline.boxes[candidate.box];
    if (box === undefined || /^h[1-6]$/.test(box.element.name)) return false;
    let [text, linked] = [0, 0];
    for (let line = box.line; line < Math.max(box.lineEnd, box.line + 1); line++) {
      text += outline.lines[line]?.text.length ?? 0;
      linked += outline.lines[line]?.linked ?? 0;
    }
    return text - linked < 8 && text >= 24;
  });
}

/** Posts lie on this site, mostly, at addresses that end in words or a number. */
function addressSigns({ page, entries, group, regions }: GroupEvidence): Record<AddressSign, number> {
  const host = siteOf(page.base);
  const own = page.address === null ? null : folderOf(page.address);
  const folders = new Map<string, number>();
  for (const { url } of entries) {
    const folder = folderOf(url) ?? '';
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return {
    foreign: host === null ? 0 : is(share(entries, (entry) => siteOf(entry.url) !== host) > 0.6),
    postAddresses: share(entries, (entry) => isPostAddress(entry.url)),
    siblings: own === null ? 0 : is(share(entries, (entry) => folderOf(entry.url) === own) >= 0.6),
    sharedFolder: Math.max(...folders.values()) / entries.length,
    files: share(entries, (entry) => /\.(?:pdf|docx?|xlsx?|pptx?)$/i.test(entry.url.pathname)),
    inMenus: share(group.candidates, (candidate) => regions.menuAddresses.has(candidate.href)),
  };
}

/** The address without its last part and with its digits alike: pages of one kind share it. Front folders tell nothing. */
function folderOf(url: URL): string | null {
  const folder = url.pathname.replace(/[^/]*\/?$/, '').replace(/\d+/g, '0');
  return folder.length < 3 ? null : `${siteOf(url) ?? ''}${folder}`;
}

function isPostAddress(url: URL): boolean {
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const last = (parts.at(-1) ?? '').replace(/\.\w{2,5}$/, '');
  return (
    /(?:[^-_]+[-_]){2,}[^-_]+/.test(last) ||
    /\d{4,}/.test(url.pathname + url.search) ||
    /%[0-9a-f]{2}.*%[0-9a-f]{2}/i.test(last)
  );
}

/** The registered part of a host, roughly: its last two labels, or three under such as `co.uk`. */
function siteOf(url: URL | null): string | null {
  if (url === null) return null;
  const labels = url.hostname.split('.');
  const size = /^(?:com?|org|net|gov|edu|ac|ne|or)$/.test(labels.at(-2) ?? '') && labels.length > 2 ? 3 : 2;
  return labels.slice(-size).join('.');
}

/** A list whose heading repeats the article's title is what the article is about. */
function resembles(heading: string, title: string | null): boolean {
  if (title === null) return false;
  const words = new Set(title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
  const own = heading.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return own.length >= 2 && own.filter((word) => words.has(word)).length / own.length >= 0.6;
}
