// A post of several pages for tests, as a site would send it: each page repeats the title, the picture and the standfirst.
import type { Route, Routes } from '../../helpers/site.ts';
import { png } from '../capture/pictures.ts';

/** What a test changes about the post. */
export interface PostWords {
  readonly pages: number;
  /** How its pages are linked: by a row of numbers, or by a word alone. */
  readonly linked?: 'numbers' | 'word';
  /** Answers given instead of a page, by its number. */
  readonly instead?: Readonly<Record<number, Route>>;
}

export const STANDFIRST =
  'Five days with the people who still wind the harbour clock by hand, and what they do when it stops.';

/** The words that only this page has. */
export const wordsOf = (page: number): string =>
  `On day ${page} the keeper climbed all ninety steps with the crank over her shoulder, and said nothing until she was down again. ` +
  `Then she wrote the number ${page} into the book, dated it, and went to see about the boats that had come in while she was away.`;

const pathOf = (page: number): string => (page === 1 ? '/clock' : `/clock?page=${page}`);

/** A page of the post. */
export function postPage(page: number, { pages, linked = 'numbers' }: PostWords): string {
  const numbers = Array.from({ length: pages }, (_, at) => at + 1);
  const row = numbers.map((each) => (each === page ? `<b>${each}</b>` : `<a href="${pathOf(each)}">${each}</a>`));
  const word = page < pages ? `<a href="${pathOf(page + 1)}">Next page</a>` : '';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Winding the clock | Quay Letters</title>
<meta property="og:type" content="article"><link rel="canonical" href="/clock"></head><body><main><article><h1>Winding the clock</h1>
<p>${STANDFIRST}</p><figure><img src="/clock.png" alt="The clock" width="640" height="360"></figure>
<p>${wordsOf(page)}</p><p>She has done this for longer than she likes to say, and so did her aunt.<a href="#fn1" id="r1">1</a> Page words: ${'day '.repeat(3)}${page}.</p>
<p><img src="/day-${page}.png" alt="Day ${page}" width="400" height="300"></p><p id="fn1">1. The book of day ${page}, in the keeper’s own hand.</p></article>
<nav class="pagination">${linked === 'numbers' ? row.join(' ') : word}</nav>
<section><h2>Related posts</h2><ul>
<li><a href="/lamps">The lamps of the quay</a> [Last Updated On: September 9th, 2012] [Originally Added On: September 7th, 2012]</li>
<li><a href="/day-${page}">What else happened on day ${page}</a> [Last Updated On: September 5th, 2012] [Originally Added On: September 5th, 2012]</li>
<li><a href="/ropes">Ropes and what they are for</a> [Last Updated On: June 14th, 2012] [Originally Added On: June 14th, 2012]</li>
</ul></section></main></body></html>`;
}

/** The routes of the post's site. */
export function postRoutes(words: PostWords): Routes {
  const picture = { headers: { 'content-type': 'image/png' }, body: png(64, 48) };
  const routes: Record<string, Route> = { '/clock.png': picture };
  for (let page = 1; page <= words.pages; page += 1) {
    routes[pathOf(page)] = words.instead?.[page] ?? { body: postPage(page, words) };
    routes[`/day-${page}.png`] = picture;
  }
  return routes;
}
