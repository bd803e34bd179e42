// A group of links with its heading in; how much speaks for its being a list of posts comes out, as points.
import type { Element } from 'domhandler';
import type { Page } from '../page.ts';
import type { GroupHeading } from './findHeading.ts';
import type { Group } from './linkGroups.ts';
import { countTitleWords } from './linkWorth.ts';
import type { PageOutline } from './pageOutline.ts';

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
  /** Lines of the page's prose, first and last; the list may stand before, inside or after. */
  readonly prose: readonly [number, number];
}

/** Lists with fewer points are not lists of posts. */
export const ENOUGH_POINTS = 4;

const RELATED_NAME =
  /relat|recomm|similar|more-?(?:from|on|stor|art|news|like|posts|to)|read-?(?:more|next|also)|see-?also|also-?(?:like|read)|you-?m(?:ay|ight)|yarpp|suggest|further|verwandt|aehnlich|weitere|empfehl|relacionad|correlat|connexe|podobne|powiazan|polec|next-?up|kanren|recirc|mehr-?zum|passend/i;
const POSTS_NAME =
  /popular|trend|most-?(?:read|view|comment|shared)|latest|recent|newest|top-?stor|ranking|editors?-?pick|must-?read|headlines|news-?(?:list|feed|ticker)|meist|neueste|aktuell|newsticker|hot-?/i;
const POST_NAME =
  /(?:^|[-_ ])(?:posts?|articles?|stor(?:y|ies)|news|teasers?|cards?|entr(?:y|ies)|headline|recipe|promo)(?:[-_ ]|$)/i;
const WRONG_NAME =
  /(?:^|[-_ ])(?:nav|navbar|navigation|menus?|megamenu|submenu|breadcrumbs?|masthead|toolbar|topbar|social|share|sharing|tags?|tagcloud|categories|bio|comments?|commentlist|respond|pagination|pager|prev-?next|post-?nav\w*|toc|tableofcontents|cookies?|consent|gdpr|login|products?|shop|cart|price|sponsored|advert\w*|jobs?|stellen|events?|calendar|languages?|sitemap|blogroll|footnotes?|references?|reflist|citations?|infobox|faq|accordion|ticket\w*)(?:[-_ ]|$)/i;

/** Points for a group; `-Infinity` where a hard rule speaks against it. */
export function judgeGroup(evidence: GroupEvidence): number {
  const { entries, heading, group } = evidence;
  if (entries.length === 0) return -Infinity;
  const sense = heading?.sense ?? null;
  if (sense === 'other' || (entries.length === 1 && entries[0]?.title === heading?.text)) return -Infinity;
  let points = 0;
  if (sense === 'related') points += heading?.isMarked === true || entries.length > 1 ? 4 : 3;
  else if (sense === 'posts') points += 3;
  else if (heading?.isMarked === true) points += 0.5;
  points += placePoints(evidence);
  const pictured = share(entries, (entry) => entry.hasImage);
  points += titlePoints(entries, pictured) + addressPoints(evidence);
  points += pictured >= 0.5 ? 1 : 0;
  points += share(entries, (entry) => entry.hasDate) >= 0.5 ? 1.5 : 0;
  points += share(entries, (entry) => entry.hasExcerpt) >= 0.5 ? 0.5 : 0;
  // Rows of a table of matches or products name the same thing again and again.
  points -= new Set(entries.map((entry) => entry.title)).size <= entries.length * 0.6 ? 4 : 0;
  points -= share(entries, (entry) => entry.hasPrice) >= 0.5 ? 6 : 0;
  points += group.candidates.length >= 3 ? 1 : group.candidates.length === 2 ? 0.25 : -1.5;
  if (heading !== null && sense !== 'related' && resembles(heading.text, evidence.pageTitle)) points -= 2;
  return points;
}

function share<T>(items: readonly T[], isSo: (item: T) => boolean): number {
  return items.filter(isSo).length / items.length;
}

/** Where the list stands: names of the boxes around it, navigation, footer, between the paragraphs. */
function placePoints({ outline, group, heading, prose }: GroupEvidence): number {
  let points = 0;
  let [isRelated, isPosts, isPost, isWrong] = [false, false, false, false];
  const first = group.candidates[0];
  let index = first?.box ?? -1;
  const topDepth = outline.boxes[group.top]?.depth ?? 0;
  let isInContent = false;
  for (let steps = 0; index >= 0 && steps < 60; steps++) {
    const box = outline.boxes[index];
    if (box === undefined) break;
    const { element } = box;
    const height = topDepth - box.depth;
    const names = height <= 6 ? namesOf(element) : '';
    if (element.name !== 'body' && names !== '') {
      isRelated ||= height <= 4 && RELATED_NAME.test(names);
      isPosts ||= height <= 3 && POSTS_NAME.test(names);
      isPost ||= height <= 1 && POST_NAME.test(names);
      isWrong ||= height <= 3 && WRONG_NAME.test(names);
    }
    // A card may be an article too.
    isInContent ||= height > 0 && isContent(element);
    points += regionPoints(element, isInContent, heading);
    index = box.parent;
  }
  if (isRelated) points += 2.5;
  else if (isPosts) points += 2;
  else if (isPost) points += 0.75;
  if (isWrong) points -= isRelated ? 1 : 3;
  const line = outline.boxes[first?.box ?? 0]?.line ?? 0;
  const isBetween = line > prose[0] && line < prose[1];
  if (standsAlone(outline, group) && isInContent && line <= prose[1] + 1) points += isBetween ? 7.5 : 4;
  if (isBetween && heading?.sense !== 'related' && heading?.sense !== 'posts' && !isRelated) points -= 3.5;
  return points;
}

/** A single link that is a paragraph or item of its own among the paragraphs: "Read this too" without the words. */
function standsAlone(outline: PageOutline, group: Group): boolean {
  const [only, ...others] = group.candidates;
  const box = only === undefined ? undefined : outline.boxes[only.box];
  if (box === undefined || others.length > 0 || /^h[1-6]$/.test(box.element.name)) return false;
  let [text, linked] = [0, 0];
  for (let line = box.line; line < Math.max(box.lineEnd, box.line + 1); line++) {
    text += outline.lines[line]?.text.length ?? 0;
    linked += outline.lines[line]?.linked ?? 0;
  }
  return text - linked < 8 && text >= 24;
}

/** Whether a group stands where lists of posts do not, so that its entries need not be read. */
export function isOutOfPlace(outline: PageOutline, group: Group, heading: GroupHeading | null): boolean {
  if (heading?.sense === 'related') return false;
  const topDepth = outline.boxes[group.top]?.depth ?? 0;
  let [points, isInContent] = [0, false];
  for (let index = group.candidates[0]?.box ?? -1, steps = 0; index >= 0 && steps < 60; steps++) {
    const box = outline.boxes[index];
    if (box === undefined) break;
    isInContent ||= box.depth < topDepth && isContent(box.element);
    points += regionPoints(box.element, isInContent, heading);
    index = box.parent;
  }
  return points <= -4.5;
}

function isContent(element: Element): boolean {
  return element.name === 'article' || element.name === 'main' || element.attribs['role'] === 'main';
}

function namesOf(element: Element): string {
  const names = `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`.trim().slice(0, 240);
  return names.replace(/([a-z])([A-Z])/g, '$1-$2');
}

function regionPoints(element: Element, isInContent: boolean, heading: GroupHeading | null): number {
  const isRelated = heading?.sense === 'related';
  const role = element.attribs['role'] ?? '';
  if (element.name === 'nav' || role === 'navigation' || role === 'menu') return isRelated ? -5 : -6;
  if (element.name === 'footer' || role === 'contentinfo') return isInContent ? -0.5 : isRelated ? -4 : -6;
  if ((element.name === 'header' || role === 'banner') && !isInContent) return -8;
  if (element.name === 'aside' || role === 'complementary') return 0.5;
  return element.name === 'form' || element.name === 'table' ? -0.5 : 0;
}

function titlePoints(entries: readonly EntryShape[], pictured: number): number {
  const words = entries.reduce((sum, entry) => sum + Math.min(countTitleWords(entry.title), 14), 0) / entries.length;
  if (words >= 5.5) return 2;
  if (words >= 4) return 1;
  // Menus have short names and no pictures.
  return words >= 2.6 ? 0 : pictured >= 0.8 ? -0.5 : -2;
}

/** Posts lie on this site, mostly, at addresses that end in words or a number. */
function addressPoints({ page, entries }: GroupEvidence): number {
  const host = siteOf(page.base);
  const foreign = host === null ? 0 : share(entries, (entry) => siteOf(entry.url) !== host);
  const posts = share(entries, (entry) => isPostAddress(entry.url));
  const own = page.address === null ? null : folderOf(page.address);
  const siblings = own === null ? 0 : share(entries, (entry) => folderOf(entry.url) === own);
  const files = share(entries, (entry) => /\.(?:pdf|docx?|xlsx?|pptx?)$/i.test(entry.url.pathname));
  return (foreign > 0.6 ? -2 : 0) + posts * 1.5 + (siblings >= 0.6 ? 1 : 0) - files * 3;
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
