// The elements of a related list in; the address of the page on which the list goes on out. A link has to say that it leads to older or more
// posts, or to the list's next page, and to stand within the list or right after it.
import { isTag, type Element } from 'domhandler';
import type { Page } from '../page.ts';
import { readPagerLabel } from '../pagerWords.ts';
import { toWebAddress } from '../webAddress.ts';

// In the languages of the web whose blogs have such links.
const OLDER =
  /^(?:(?:see|show|load|view|browse)?\s*(?:older|previous|earlier|more)(?:\s+(?:related|recent))?(?:\s+(?:posts|entries|articles|stories|news))?|ältere (?:beiträge|artikel|einträge)|(?:weitere|mehr) (?:beiträge|artikel)|articles (?:plus anciens|précédents)|plus d.articles|(?:entradas|artículos) (?:antiguas|antiguos|anteriores)|más (?:entradas|artículos)|postagens mais antigas|mais (?:artigos|postagens)|(?:post|articoli) più vecchi|altri articoli|oudere (?:berichten|artikelen)|meer artikelen|äldre inlägg|fler artiklar|starsze (?:posty|wpisy)|więcej artykułów|более старые|старые записи|ещё статьи|以前の記事|前の記事|もっと見る|更早的文章|更多文章|이전 글)$/u;
const MARKS = /^[\s<>‹›«»←→▶▸◀◂.()[\]]+|[\s<>‹›«»←→▶▸◀◂.()[\]]+$/gu;
// What stands around a list is looked at no further than this.
const MOST_LINKS = 400;
const MOST_PARENTS = 2;
const MOST_PARENTS_OF_LIST = 20;
const LONGEST_LABEL = 60;

/**
 * `undefined` when the list shows no way on. `taken` are addresses of the entries, which are posts however they are called. Of a page that is
 * there for its list the way on may stand anywhere.
 */
export function findOlderPage(
  page: Page,
  blocks: readonly Element[],
  taken: ReadonlySet<string>,
  isList: boolean,
): string | undefined {
  const { address } = page;
  if (address === null) return undefined;
  let around: Element | null = blocks.at(-1) ?? null;
  const mostParents = isList ? MOST_PARENTS_OF_LIST : MOST_PARENTS;
  const isPastEnd = (element: Element): boolean => !isList && isWholePage(element);
  for (let level = 0; level <= mostParents && around !== null && !isPastEnd(around); level += 1) {
    for (const { url, label } of linksWithin(page, around)) {
      const isElsewhere = url.host !== address.host || withoutFragment(url) === withoutFragment(address);
      if (!isElsewhere && !taken.has(url.href) && leadsOn(label)) return withoutFragment(url);
    }
    around = around.parent !== null && isTag(around.parent) ? around.parent : null;
  }
  return isList ? declaredNext(page, address, taken) : undefined;
}

/** What the page itself calls its next page, whatever the words of its links. */
function declaredNext(page: Page, address: URL, taken: ReadonlySet<string>): string | undefined {
  for (const { attribs } of page.$('link[rel][href], a[rel][href]').slice(0, MOST_LINKS).toArray()) {
    if (!/(?:^|\s)next(?:\s|$)/i.test(attribs['rel'] ?? '')) continue;
    const url = toWebAddress(page, attribs['href'] ?? '');
    if (url === undefined || url.host !== address.host || taken.has(url.href)) continue;
    if (withoutFragment(url) !== withoutFragment(address)) return withoutFragment(url);
  }
  return undefined;
}

function leadsOn(label: string): boolean {
  if (label.length > LONGEST_LABEL) return false;
  const words = label.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(MARKS, '');
  if (OLDER.test(words)) return true;
  const pager = readPagerLabel(label);
  return pager?.says === 'next page' || (pager?.says === 'page' && pager.number === 2 && pager.isWorded);
}

function isWholePage({ name }: Element): boolean {
  return name === 'body' || name === 'html' || name === 'main';
}

function* linksWithin(page: Page, within: Element): Generator<{ readonly url: URL; readonly label: string }> {
  let count = 0;
  for (const link of page.$(within).find('a[href]').toArray()) {
    count += 1;
    if (count > MOST_LINKS) return;
    const url = toWebAddress(page, link.attribs['href'] ?? '');
    if (url !== undefined) yield { url, label: page.$(link).text().trim() };
  }
}

function withoutFragment(url: URL): string {
  return url.href.replace(/#.*$/, '');
}
