// Pages made to break a reader, each of which has an article all the same. They are made when they are asked for, being large.

/** The first sentence of the article in each of them. */
export const FIRST = 'The ferry leaves at six, and nothing on the far shore has a signal worth the name.';
/** Its last one. */
export const LAST = 'Whoever packed a book that evening was the only one who arrived with something to say.';
/** A paragraph of it. */
export const MIDDLE =
  'We had been told to expect an hour on the water, two at most, with the lights of the harbour always in sight. ' +
  'By midnight the fog had settled, the engine was turning slowly, and every screen on board had gone quiet, one by one.';

const HEAD = '<!doctype html><html lang="en"><head><title>An evening on the ferry</title>';
const article = (between: string): string =>
  `<article><h1>An evening on the ferry</h1><p>${FIRST}</p><p>${MIDDLE}</p>${between}<p>${MIDDLE}</p><p>${LAST}</p></article>`;
/** A page with something in the middle of its article. */
export const page = (between: string): string => `${HEAD}</head><body>${article(between)}</body></html>`;
/** A text made of many. */
export const times = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

/** In each of these the article is there to be read, so it must be read. */
export const READABLE: Readonly<Record<string, () => string>> = {
  'an ordinary article of 8 MB': () =>
    page(times(26_000, (i) => `<p class="c${String(i)}">${MIDDLE} Item ${String(i)}.</p>`)),
  '200,000 nested blocks after the article': () => `${HEAD}</head><body>${article('')}${'<div>'.repeat(200_000)}deep`,
  '200,000 blocks nested around the article': () => `${HEAD}</head><body>${'<div>'.repeat(200_000)}${article('')}`,
  '200,000 nested inline elements in the article': () => page(`${'<span>'.repeat(200_000)}deep`),
  '50,000 nested lists in the article': () => page('<ul><li>'.repeat(50_000)),
  '20,000 nested tables': () => page('<table><tr><td>'.repeat(20_000)),
  '2,000 formatting elements left open': () => page(times(2000, (i) => `<b><i><font size="${String(i % 7)}"><p>x`)),
  '200,000 links after the article': () =>
    `${HEAD}</head><body>${article('')}<div>${times(200_000, (i) => `<a href="/${String(i)}">Story ${String(i)}</a> `)}</div>`,
  '200,000 links in list items after the article': () =>
    `${HEAD}</head><body>${article('')}<ul>${times(200_000, (i) => `<li><a href="/${String(i)}">Story ${String(i)} of the day</a>`)}</ul>`,
  '10 MB of character references in a paragraph': () => page(`<p>${'&#65;'.repeat(2_000_000)}</p>`),
  'a megabyte of spaces between two words': () =>
    page(`<p>one${' '.repeat(1_000_000)}two</p><p>three${'&nbsp; '.repeat(200_000)}four</p>`),
  'NULs in names, attributes and text': () =>
    page('<p cl\0ass="a\0b">A\0B</p>\0<\0div>\0</\0div>').replaceAll('<p>', '\0<p>'),
  '200,000 comments after the article, each within the one before': () =>
    `${HEAD}</head><body>${article('')}<div id="comments">${times(200_000, (i) => `<div class="comment" id="comment-${String(i)}">Word `)}`,
  'a comment of 200,000 parts after the article': () =>
    `${HEAD}</head><body>${article('')}<div id="comments"><div class="comment"><b>Ilse</b>${'<i></i>'.repeat(200_000)}Word</div></div>`,
  '100,000 links to a second page after the article': () =>
    `${HEAD}</head><body>${article('')}<div>${'<a href="/ferry?page=2">2</a> <b><a href="/ferry?page=3">3</a></b> '.repeat(50_000)}</div>`,
  'an element with 100,000 attributes': () => page(`<p ${times(100_000, (i) => `data-a${String(i)}="b" `)}>x</p>`),
  'a class of a megabyte': () => page(`<div class="${'post-'.repeat(200_000)}"><p>x</p></div>`),
  'JSON-LD nested 100,000 deep': () =>
    `${HEAD}<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script></head><body>${article('')}`,
  'JSON-LD with a graph nested 20,000 deep': () =>
    `${HEAD}<script type="application/ld+json">${'{"@graph":['.repeat(20_000)}{}${']}'.repeat(20_000)}</script></head><body>${article('')}`,
  'a comment and a CDATA section that never end': () =>
    `${HEAD}</head><body>${article('<![CDATA[ x ')}<!-- ${'- '.repeat(500_000)}`,
  'a thousand conflicting dates, authors and titles': () =>
    `${HEAD}${times(1000, (i) => `<meta property="article:published_time" content="20${String(10 + (i % 90))}-01-01"><meta name="author" content="Person ${String(i)}"><meta property="og:title" content="Title ${String(i)}">`)}</head><body>${article('')}`,
  'half a megabyte of opened date brackets in the list': () =>
    `${HEAD}</head><body>${article('')}<h3>Related</h3><ul>${times(5000, (i) => `<li><a href="/${String(i)}">The story of day ${String(i)}</a> ${'[Last Updated On: '.repeat(6)}</li>`)}<li>${'[Originally Added On: '.repeat(20_000)}</ul>`,
  'unclosed everything': () =>
    `${HEAD}<body><article><h1>An evening on the ferry<p>${FIRST}<p>${MIDDLE}<ul><li>a<li>b<dl><dt>c<dd>d<table><tr><td>e<table><a href="x"><b><i><p>${MIDDLE}<select><option>f<svg><g><math><mi>g</table><p>${LAST}<a href="`,
};
