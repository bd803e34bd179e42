// A site with one page for each way in which pages show pictures, and what a reader should have of each after saving it.
import type { Route, Routes } from '../../helpers/site.ts';
import { png } from '../capture/pictures.ts';

/** One page and what is expected of it. */
export interface PictureCase {
  /** What the test is called. */
  readonly name: string;
  /** HTML of the part that shows the picture; `DATA` stands for a placeholder written into the page. */
  readonly html: string;
  /** Paths that are stored, in reading order. */
  readonly stored: readonly string[];
  /** Pictures stored that have no address of their own. */
  readonly written?: number;
  /** Words that the reader sees with it. */
  readonly says?: string;
}

const PLACEHOLDER = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const DRAWING =
  '<svg width="320" height="200" viewBox="0 0 320 200" onclick="go()"><title>Tides of a week</title><script>go()</script>' +
  '<path d="M0 100 C 40 10, 80 190, 320 90" stroke="teal" fill="none"/><a href="https://elsewhere.example/"><text x="9" y="20">High &amp; low</text></a></svg>';

/** All cases; tests name them by their place. */
export const PICTURE_CASES: readonly PictureCase[] = [
  { name: 'a plain source', html: '<img src="/plain.png" alt="x">', stored: ['/plain.png'] },
  {
    name: 'of many widths, the smallest that fills 720 pixels at two a pixel',
    html: '<img src="/s.png" sizes="(max-width: 900px) 100vw, 720px" srcset="/w400.png 400w, /w4000.png 4000w, /w1440.png 1440w, /w1400.png 1400w">',
    stored: ['/w1440.png'],
  },
  {
    name: 'of widths that are all too small, the largest',
    html: '<img src="/s.png" srcset="/w300.png 300w, /w800.png 800w">',
    stored: ['/w800.png'],
  },
  {
    name: 'densities',
    html: '<img src="/one.png" srcset="/one.png 1x, /two.png 2x, /three.png 3x">',
    stored: ['/two.png'],
  },
  {
    name: 'a picture whose first source nobody here can draw',
    html: '<picture><source type="image/jxl" srcset="/new.png"><source type="image/webp" srcset="/webp.png"><img src="/old.png"></picture>',
    stored: ['/webp.png'],
  },
  {
    name: 'a picture with sources for narrow windows and for print',
    html: '<picture><source media="(max-width: 600px)" srcset="/narrow.png"><source media="print" srcset="/print.png"><img src="/wide.png"></picture>',
    stored: ['/wide.png'],
  },
  {
    name: 'a picture whose image is empty until a script fills it',
    html: '<picture><source data-srcset="/lazy-800.png 800w, /lazy-1600.png 1600w"><img src="DATA" class="lazy"></picture>',
    stored: ['/lazy-1600.png'],
  },
  ...['data-src', 'data-original', 'data-lazy-src'].map((name) => ({
    name: `a placeholder and ${name}`,
    html: `<img src="DATA" ${name}="/real.png">`,
    stored: ['/real.png'],
  })),
  ...['data-srcset', 'data-lazy-srcset'].map((name) => ({
    name: `a small preview and ${name}`,
    html: `<img src="/preview.png" ${name}="/l700.png 700w, /l1500.png 1500w">`,
    stored: ['/l1500.png'],
  })),
  {
    name: 'a twin for readers without scripts',
    html: '<img class="lazy" src="DATA"><noscript><img src="/twin.png"></noscript>',
    stored: ['/twin.png'],
  },
  {
    name: 'a twin of a picture that is there already',
    html: '<img class="lazy" src="DATA" data-src="/same.png"><noscript><img src="/same.png"></noscript>',
    stored: ['/same.png'],
  },
  {
    name: 'the background of a figure',
    html: `<figure style="color: red; background-image: url('/back.png')"><figcaption>The quay.</figcaption></figure>`,
    stored: ['/back.png'],
  },
  {
    name: 'the background of a part of a figure, and not that of a paragraph',
    html: '<figure><div data-bg="/part.png" role="img" aria-label="The quay"></div></figure><p style="background: url(/texture.png)">Words on a texture.</p>',
    stored: ['/part.png'],
  },
  {
    name: 'the still picture of a film, with its title and where it plays',
    html: '<video poster="/still.png" title="The storm" src="/storm.mp4" width="640"></video>',
    stored: ['/still.png'],
    says: 'The storm',
  },
  {
    name: 'the still picture of a frame, when the page gives one',
    html: '<iframe src="https://player.example/e/1" data-thumbnail="/thumb.png" title="A talk"></iframe>',
    stored: ['/thumb.png'],
    says: 'A talk',
  },
  { name: 'a drawing written into the page', html: `<figure>${DRAWING}</figure>`, stored: [], written: 1 },
  {
    name: 'a sign written into the page',
    html: DRAWING.replace('width="320" height="200"', 'width="16" height="16"'),
    stored: [],
  },
  {
    name: 'tracking pixels',
    html: '<img src="/pixel-a.png" width="1" height="1"><img src="/pixel-b.png" style="display:none"><img src="/ok.png">',
    stored: ['/ok.png'],
  },
];

const PROSE = Array.from(
  { length: 5 },
  (_, at) =>
    `<p>Paragraph ${at + 1} of the letter says that the boats went out before light, that the wind was from the north, and that the ` +
    'woman who keeps the log wrote all of it down with a pencil because ink freezes in that room until the end of March.</p>',
);

/** The address of a case's page. */
export const pathOf = (index: number): string => `/case-${index}`;

/** The site; every address of a picture is one, each of its own bytes. */
export function pictureRoutes(): Routes {
  const routes: Record<string, Route> = {};
  for (const [index, { html }] of PICTURE_CASES.entries()) {
    const shown = html.replaceAll('DATA', PLACEHOLDER);
    routes[pathOf(index)] = {
      body: `<!doctype html><html lang="en"><head><title>Letter ${index}</title></head><body><main><article><h1>Letter ${index}</h1>
${PROSE.slice(0, 3).join('')}${shown}${PROSE.slice(3).join('')}</article></main></body></html>`,
    };
    for (const [at, [, path = '']] of [...html.matchAll(/(\/[\w-]+\.png)/g)].entries()) {
      routes[path] = { headers: { 'content-type': 'image/png' }, body: png(30 + index, 20 + at) };
    }
  }
  return routes;
}
