// A library with articles of all kinds, for tests of what leaves it: the pages of the fixtures and as many again as asked for, put together from
// pieces that books, notes and tables have trouble with.
import { encode as encodePng } from 'fast-png';
import jpeg from 'jpeg-js';
import type { Article, ArticleId, StoredImage } from '#contract/article.ts';
import { EXPORT_WORDS } from '#contract/exportWords.ts';
import type { LibraryJob, LibraryWish } from '#contract/libraryExport.ts';
import { createExportKeeper, type ExportKeeper } from '../../../electron/library/exporting/exportKeeper.ts';
import { openPage } from '../../../electron/extract/page.ts';
import { placeImages } from '../../../electron/extract/placeImages.ts';
import { sanitize } from '../../../electron/extract/sanitize.ts';
import { extractArticle } from '../../../electron/extract/extract.ts';
import type { Layover } from '../../../electron/layover.ts';
import { PAGES } from '../../fixtures/content/pages.ts';
import { anEntry } from '../../helpers/articles.ts';
import { openCared } from '../library/careLibrary.ts';
import { aDraft, seededRandom } from '../store/drafts.ts';

/** What a test says of an export by itself. */
const WISH: LibraryWish = {
  scope: 'library',
  form: 'epub',
  isZipped: true,
  hasHighlights: true,
  hasRelated: true,
  words: EXPORT_WORDS,
};

/** A library that is open, with the keeper of what leaves it. */
export interface Shelf {
  readonly layover: Layover;
  readonly keeper: ExportKeeper;
  readonly bugs: unknown[];
  /** Exports and waits. */
  export(wish: Partial<LibraryWish>, place: string): Promise<LibraryJob>;
  /** Waits until what is under way is over. */
  over(): Promise<LibraryJob>;
  close(): Promise<void>;
}

/** Opens a library; everything is exported at noon of one day. */
export async function openShelf(folder: string, now = () => new Date('2026-11-28T12:00:00.000Z')): Promise<Shelf> {
  const { layover, bugs } = await openCared(folder);
  let hear: (job: LibraryJob) => void = () => {};
  const keeper = createExportKeeper({ layover, tell: (job) => hear(job), report: (bug) => void bugs.push(bug), now });
  function over(): Promise<LibraryJob> {
    const last = keeper.jobs.last();
    if (last !== null && last.state !== 'running') return Promise.resolve(last);
    return new Promise((resolve) => {
      hear = (job) => {
        if (job.state !== 'running') resolve(job);
      };
    });
  }
  return {
    layover,
    keeper,
    bugs,
    over,
    async export(wish, place) {
      const plan = await keeper.plan({ ...WISH, ...wish });
      await keeper.export(plan, place, ({ id }) => Promise.resolve(Buffer.from(`%PDF of ${id}`)));
      return over();
    },
    async close() {
      await keeper.close();
      await layover.close();
    },
  };
}

const PIXELS = { width: 4, height: 4, data: new Uint8Array(64).fill(120) };
/** Real pictures of the kinds that are kept. */
const PICTURES: Readonly<Record<string, readonly [mediaType: string, bytes: Uint8Array]>> = {
  'https://img.example/a.png': ['image/png', encodePng({ ...PIXELS, channels: 4 })],
  'https://img.example/b.jpg': ['image/jpeg', jpeg.encode({ ...PIXELS, data: Buffer.from(PIXELS.data) }, 80).data],
  'https://img.example/c.gif': ['image/gif', Buffer.from('R0lGODdhAQABAIAAAAAAAP///ywAAAAAAQABAAACAkQBADs=', 'base64')],
  'https://img.example/d.webp': [
    'image/webp',
    Buffer.from('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=', 'base64'),
  ],
  'https://img.example/e.svg': [
    'image/svg+xml',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 80" width="120" height="80" data-name="x"><defs><linearGradient id="g 1"><stop offset="0" stop-color="red"/></linearGradient></defs><g id="g" fill="blue" bogus="1"><circle cx="5" cy="5" r="4" x="2"/><text x="3" y="30">Hafen &amp; Kran</text></g><use xlink:href="#g" id="g"/><widget/><style>.k{fill:red}</style><a><rect width="3" height="2" class="k" font-size="3" marker-end="url(#m)"/></a><filter id="f"><feGaussianBlur stdDeviation="2"/></filter><symbol id="s" viewBox="0 0 1 1"><path d="M0 0"/><path/></symbol><text><tspan x="1" dy="1em">t</tspan><title>tt</title></text><polygon points="0,0 1,1" vector-effect="non-scaling-stroke"/><clipPath id="c"><circle r="1"/></clipPath><mask id="m2" x="0"><ellipse rx="1" ry="2"/></mask><pattern id="p" width="1" height="1" patternUnits="userSpaceOnUse"><line x1="0" y2="3"/></pattern><marker id="m" orient="auto"><path d="M0 0"/></marker><radialGradient id="r" href="#g"><stop/><stop offset="1" style="stop-color:red"/></radialGradient></svg>',
    ),
  ],
};

const PIECES: readonly string[] = [
  '<p>The ferry <em>left</em> at <strong>nine</strong>, <mark>late</mark>; H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd>, <q>so be it</q>, <abbr title="Estimated">ETA</abbr>, <time datetime="gestern">yesterday</time>.</p>',
  '<p lang="ar" dir="rtl">غادرت العبّارة الميناء في التاسعة، وكان البحر هادئا.</p>',
  '<p lang="he" dir="rtl">המעבורת יצאה בתשע.</p>',
  '<p lang="ja"><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</rt></ruby>の船は<ruby>夜</ruby>に出た。</p>',
  '<p lang="zh">船在九点离开港口。</p>',
  '<table><caption>Tides</caption><thead><tr><th scope="col">Day</th><th>High</th></tr></thead><tbody><tr><td rowspan="2">Mon</td><td>4.1 | m</td></tr><tr><td>3.9 m</td></tr></tbody><tfoot><tr><td colspan="2">Source: <a href="https://tides.example/?a=1&b=[2]|3">tables</a></td></tr></tfoot></table>',
  '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>two <b>2</b></td></tr></table>',
  '<pre><code class="language-js">if (a &lt; b &amp;&amp; c) {\n\treturn `x`;\n}</code></pre><p>Call <code>cast(off)</code> or <code>``</code>.</p>',
  '<p>So <math><mfrac><mi mathvariant="bold">a</mi><mn>2</mn></mfrac><msup><mi>x</mi></msup><mo stretchy="true">(</mo><mtable columnalign="left"><mtr><mtd><mi>q</mi></mtd></mtr></mtable></math> holds.</p>',
  '<math display="block"><mrow><munderover><mo>∑</mo><mn>1</mn><mi>n</mi></munderover><mi>k</mi></mrow></math>',
  '<figure><svg width="200" height="100" viewBox="0 0 200 100" class="chart" data-x="1"><title>Chart</title><rect x="1" y="1" width="90" height="50" fill="#c07d00" rx="3"/><path d="M0 0L10 10" strange="yes"/></svg><figcaption>A drawing of our own.</figcaption></figure>',
  '<p>A claim.<a id="ref1" href="#fn1" role="doc-noteref">1</a> And <a href="#nowhere">nothing</a>.</p><section role="doc-endnotes"><ol><li id="fn1">The note. <a href="#ref1" role="doc-backlink">↩</a></li></ol></section>',
  '<figure><img src="https://img.example/a.png" alt="A &quot;crane&quot;"><img src="https://img.example/gone.png" alt="gone"><figcaption>Crane</figcaption><p>More of it.</p></figure>',
  '<p><img src="https://img.example/b.jpg" alt=""> <img src="https://img.example/c.gif" alt="gif" width="10" height="10"> <img src="https://img.example/d.webp" alt="webp"> <img src="https://img.example/e.svg" alt="svg"></p>',
  '<dl><dd>Alone.</dd><dt>Bow</dt><dd>First.</dd><dt>Stern</dt></dl><ul><li>One<ul><li>Deep</li></ul></li><li><p>Two</p><p>More</p></li></ul><ol start="3" type="a" reversed><li value="9">x</li><li>y</li></ol>',
  '<details><summary>When there is no tide</summary><p>Wait.</p></details><details><p>No summary.</p></details><hr><blockquote><p>Quoted.</p><blockquote><p>Twice.</p></blockquote></blockquote>',
  '<h2 id="a b:c(1)">A heading with <i>parts</i></h2><p><a href="#a b:c(1)">Up</a> <bdo dir="rtl">abc</bdo> <bdi>x</bdi> <s>gone</s> <ins>new</ins> <dfn>a <dfn>b</dfn></dfn> <a href="mailto:crew list@ship.example">mail</a> <a href="https://host_name.example/">odd host</a> <a href="https://x.example/%zz#a#b">odd</a></p>',
  '<h2></h2><h3>Lower</h3><h4>Lowest</h4><iframe src="https://video.example/embed/1" title="A film"></iframe><p>Control \u0007\u000b signs & =equals # hash - dash</p>',
  '<p># Not a heading</p><p>1. Not a list</p><p>* stars * and _lines_ and [brackets](x) and &lt;b&gt;tags&lt;/b&gt; \\ end<br>next line<br><br>last</p>',
];

const FACES: readonly Pick<Article, 'lang' | 'dir' | 'title'>[] = [
  { lang: 'en', dir: 'ltr', title: 'Night boat: <to> "Bodø" & back / again?' },
  { lang: 'ar', dir: 'rtl', title: 'غادرت العبّارة الميناء' },
  { lang: 'ja', dir: 'ltr', title: '夜の船が港を出て、遠い島へ向かうまでの長い話' },
  { lang: 'zh-Hant-TW', dir: 'ltr', title: '港口的舊吊車' },
  { lang: 'he', dir: 'rtl', title: 'המעבורת' },
  { lang: null, dir: 'ltr', title: '=HYPERLINK("https://evil.example")' },
  { lang: 'en_US', dir: 'ltr', title: '   ' },
];

/** Puts articles in: those of the fixtures and made ones, `count` in all, which link to each other. */
export async function fillShelf({ library }: Layover, count: number): Promise<readonly ArticleId[]> {
  const random = seededRandom(20);
  const images = new Map<string, StoredImage>();
  for (const [url, [mediaType, bytes]] of Object.entries(PICTURES)) {
    const stored = await library.putAsset(bytes, mediaType);
    images.set(url, { url, ...stored, mediaType, sizeBytes: bytes.byteLength, width: 4, height: 4 });
  }
  const ids: ArticleId[] = [];
  for (let number = 0; number < count; number += 1) {
    const page = PAGES[number];
    const made = page === undefined ? madeOf(number, random) : fixtureOf(page.html);
    ids.push(await addTo(library, number, count, made, images));
  }
  return ids;
}

interface Made {
  readonly html: string;
  readonly face: Pick<Article, 'lang' | 'dir' | 'title'>;
}

function fixtureOf(html: string): Made {
  const { contentHtml, lang, dir, title } = extractArticle({
    kind: 'html',
    text: html,
    address: 'https://tide.example/x',
    fileName: null,
  });
  return { html: contentHtml, face: { lang, dir, title } };
}

function madeOf(number: number, random: () => number): Made {
  const pieces = PIECES.filter((_, index) => index === number % PIECES.length || random() < 0.35);
  const links = [number + 1, number + 2].map((to) => `<p><a href="https://shelf.example/${to}#part">Next</a></p>`);
  const body = `${pieces.join('\n')}${links.join('')}`;
  const page = openPage(`<!doctype html><body>${body}</body>`, `https://shelf.example/${number}`);
  const { html } = sanitize(page.body === undefined ? [] : [page.body], new Set(), page);
  return { html, face: FACES[number % FACES.length] ?? { lang: 'en', dir: 'ltr', title: 'x' } };
}

async function addTo(
  library: Layover['library'],
  number: number,
  count: number,
  { html, face }: Made,
  stored: ReadonlyMap<string, StoredImage>,
): Promise<ArticleId> {
  const drawings = await storeDrawings(html, library);
  const known = new Map([...stored, ...drawings]);
  const places = new Map(
    [...known].map(([url, { file, width, height }]) => [url, { src: `../../../assets/${file}`, width, height }]),
  );
  const content = placeImages(html, places);
  const images = [...known.values()].filter(({ file }) => content.includes(file));
  const draft = aDraft({
    ...face,
    canonicalUrl: number % 9 === 8 ? null : `https://shelf.example/${number}`,
    source: number % 9 === 8 ? 'pasted.html' : `https://shelf.example/${number}`,
    images,
    byline: number % 3 === 0 ? 'Ada Marsh, Bo Lind' : null,
    excerpt: number % 4 === 0 ? '-2+3 and\r\n"more", with commas' : null,
    relatedLists: [
      {
        heading: number % 2 === 0 ? null : 'More from the harbour',
        entries: [
          anEntry({
            url: `https://shelf.example/${(number + 3) % count}`,
            published: '2019-05',
            title: 'One of these',
          }),
          anEntry({ url: 'https://elsewhere.example/ä b?q={1}|2', title: 'Elsewhere', position: 1 }),
          anEntry({ url: null, title: '', position: 2 }),
        ],
      },
    ],
  });
  const files = {
    content,
    text: `Text of ${number}.`,
    original: { bytes: Buffer.from(`<html>${number}`), mediaType: 'text/html', encoding: 'utf-8' },
    furtherPages:
      number % 10 === 1
        ? [
            {
              bytes: Buffer.from('page 2'),
              mediaType: 'text/html',
              encoding: null,
              address: 'https://shelf.example/p2',
            },
          ]
        : [],
    comments: number % 10 === 2 ? '<ol><li><p>First!</p></li></ol>' : null,
  };
  const { id } = await library.add({ ...draft, comments: files.comments === null ? 0 : 1 }, files, (article) => ({
    ...article,
    tags: number % 5 === 0 ? ['salt roads', '+sea'] : [],
    starred: number % 7 === 0,
  }));
  return id;
}

async function storeDrawings(html: string, library: Layover['library']): Promise<ReadonlyMap<string, StoredImage>> {
  const drawings = new Map<string, StoredImage>();
  for (const [, url] of html.matchAll(/ src="(data:image\/svg\+xml,[^"]*)"/g)) {
    if (url === undefined) continue;
    const bytes = Buffer.from(decodeURIComponent(url.slice(url.indexOf(',') + 1)));
    const stored = await library.putAsset(bytes, 'image/svg+xml');
    drawings.set(url, {
      url,
      ...stored,
      mediaType: 'image/svg+xml',
      sizeBytes: bytes.byteLength,
      width: 200,
      height: 100,
    });
  }
  return drawings;
}
