// A page's outline in; what its groups of links are compared with comes out: where its prose is, what its menus link to.
import type { Group } from './linkGroups.ts';
import type { PageOutline } from './pageOutline.ts';

/** What a page as a whole tells of its lists. */
export interface PageRegions {
  /** Lines of the page's prose, first and last; a list may stand before, inside or after. -1 where there is none. */
  readonly prose: readonly [number, number];
  /** Characters of that prose. */
  readonly proseLength: number;
  /** Addresses, as written, that stand in the site's navigation, header or footer. */
  readonly menuAddresses: ReadonlySet<string>;
  /** Links of the page that could be entries of some list. */
  readonly titles: number;
}

/** Surveys the page once for all its groups. */
export function surveyRegions(outline: PageOutline, groups: readonly Group[]): PageRegions {
  return {
    ...findProse(outline),
    menuAddresses: addressesOfMenus(outline),
    titles: groups.reduce((sum, group) => sum + group.candidates.length, 0),
  };
}

/** First and last line of the box that holds most of the page's prose. */
function findProse(outline: PageOutline): Pick<PageRegions, 'prose' | 'proseLength'> {
  const found = new Map<number, { length: number; first: number; last: number }>();
  for (const [index, line] of outline.lines.entries()) {
    if (line.text.length < 160 || line.linked > line.text.length * 0.4) continue;
    const holder = outline.boxes[line.box]?.parent ?? -1;
    const known = found.get(holder);
    if (known === undefined) found.set(holder, { length: line.text.length, first: index, last: index });
    else [known.length, known.last] = [known.length + line.text.length, index];
  }
  let best = { length: 0, first: -1, last: -1 };
  for (const one of found.values()) if (one.length > best.length) best = one;
  return { prose: [best.first, best.last], proseLength: best.length };
}

/** Links of the site's own furniture; a header or footer inside the article belongs to the article. */
function addressesOfMenus(outline: PageOutline): ReadonlySet<string> {
  const addresses = new Set<string>();
  for (let index = 0; index < outline.boxes.length; index++) {
    const box = outline.boxes[index];
    if (box === undefined) break;
    const { name, attribs } = box.element;
    if (name === 'article' || name === 'main') index = isMain(box.linkEnd - box.link, outline) ? index : box.end - 1;
    if (
      !/^(?:nav|header|footer)$/.test(name) &&
      !/^(?:navigation|banner|contentinfo|menu)$/.test(attribs['role'] ?? '')
    )
      continue;
    for (let link = box.link; link < box.linkEnd; link++) addresses.add(outline.links[link]?.href ?? '');
    index = box.end - 1;
  }
  return addresses;
}

/** Some pages put everything into one `main`. */
function isMain(links: number, outline: PageOutline): boolean {
  return links > outline.links.length * 0.9;
}
