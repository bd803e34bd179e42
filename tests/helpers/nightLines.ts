// A small site of our own writing: a post with four pictures and a related list, and the posts that the list names.
import { png, svg } from '../unit/capture/pictures.ts';
import type { Routes } from './site.ts';

/** Words of the post that stand nowhere else. */
export const NIGHT_LINES = {
  title: 'Night lines of the northern coast',
  sentence: 'The ferry waits for the train, and the train has never once been on time.',
  pictures: 4,
  entries: 6,
} as const;

const POST = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Night lines of the northern coast | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette">
<meta name="author" content="Ingrid Dale">
<meta property="article:published_time" content="2012-09-07T21:40:00+02:00">
<link rel="stylesheet" href="/site.css">
<script src="/site.js"></script>
</head>
<body>
<nav><a href="/">Home</a> <a href="/ships">Ships</a> <a href="/trains">Trains</a> <a href="/about">About</a></nav>
<main><article>
<h1>Night lines of the northern coast</h1>
<p class="byline">By Ingrid Dale</p>
<p>There are three lines that still run through the night along the northern coast, and one of them ends on the water. We took all three in one week, with a thermos, a notebook and no network from the second tunnel on.</p>
<figure><img src="/pictures/ferry.png" alt="The ferry at the end of the line"><figcaption>The ferry at the end of the line.</figcaption></figure>
<p>${NIGHT_LINES.sentence} Nobody minds. The captain reads; the guard sleeps with his cap over his eyes; the lamps on the quay count the minutes by going out one after another.</p>
<p><img src="/pictures/map.svg" alt="A map of the three lines"></p>
<h2>The second line</h2>
<p>The second line is the long one. It leaves at a quarter to eight, crosses two bridges that were built for another railway, and arrives when the bakers do. There is one compartment with a window that opens, and everybody who knows about it gets up early for it.</p>
<p><img src="/pictures/bridge.png" alt="The first bridge"> <img src="/pictures/compartment.png" alt="The compartment with the window"></p>
<p>We wrote most of this on the third line, which has no compartments at all, and where the conductor sells coffee out of a tool box. It costs what it cost ten years ago, because the sign was painted then.</p>
<p>What we had with us to read was what we had saved, and that was the whole of it: <a href="/posts/lamps">a piece on the lamps of the quay</a>, a timetable, and a list of things we meant to look up and could not.</p>
</article>
<aside>
<h3>Related posts</h3>
<ul>
<li><a href="/posts/lamps">The lamps of the quay</a> [Last Updated On: September 9th, 2012] [Originally Added On: September 7th, 2012]</li>
<li><a href="/posts/thermos">In praise of the thermos</a> [Last Updated On: September 7th, 2012] [Originally Added On: September 7th, 2012]</li>
<li><a href="/posts/third-line">The third line, filmed from the back - Video</a> [Last Updated On: September 5th, 2012] [Originally Added On: September 5th, 2012]</li>
<li><a href="/posts/bakers">Arriving with the bakers</a> [Last Updated On: August 30th, 2012] [Originally Added On: August 28th, 2012]</li>
<li><a href="/posts/bridges">Two bridges for another railway - Gallery</a> [Last Updated On: June 14th, 2012] [Originally Added On: June 14th, 2012]</li>
<li>A list of things we could not look up [Originally Added On: June 14th, 2012]</li>
</ul>
</aside></main>
<footer><p>Harbour Gazette, printed nowhere. <a href="/imprint">Imprint</a></p></footer>
<img src="/pixel.gif" width="1" height="1" alt="">
</body>
</html>`;

const picture = (width: number, height: number) => ({
  headers: { 'content-type': 'image/png' },
  body: png(width, height),
});

/** The site's routes, for `startSite`. */
export const nightLinesRoutes: Routes = {
  '/night-lines': { body: POST },
  '/pictures/ferry.png': picture(640, 360),
  '/pictures/bridge.png': picture(320, 200),
  '/pictures/compartment.png': picture(300, 300),
  '/pictures/map.svg': {
    headers: { 'content-type': 'image/svg+xml' },
    body: svg(
      '<path d="M10 90 C 120 10 200 160 390 60" stroke="#935f12" stroke-width="6" fill="none"/>',
      'width="400" height="200"',
    ),
  },
  '/nothing': { body: '' },
  '/table.pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n' },
};
