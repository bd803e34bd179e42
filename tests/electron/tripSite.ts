// A site of sixty posts and the page that lists them, on loopback, which plays the internet: some posts are slow, some fail, two ask to sign in. It keeps the books: what a
// board may say of a post is told from what the site has sent whole, and from nothing else.
import type { ServerResponse } from 'node:http';
import { listed, pageHtml } from '../app/pages.ts';
import { PLAYED_HOST } from '../helpers/playedHost.ts';
import { startSite, type Route, type Site } from '../helpers/site.ts';
import { png } from '../unit/capture/pictures.ts';

/** How a post or a picture is answered: whole, late, with a fault of the site, broken off in the middle, with nothing, or with a form. */
type Manner = 'whole' | 'slow' | 'fault' | 'cut' | 'gone' | 'signIn';

/** What is the matter with a post; of what is not named here nothing is. */
interface Trouble {
  readonly page?: Manner;
  /** Of each of its pictures. */
  readonly pictures?: readonly Manner[];
  /** Whether the site gets better. */
  readonly isMended?: boolean;
}

/** What a board says of an article, in the words of the window. */
export type Said = 'Ready' | 'Text only' | 'Needs sign-in' | 'Not fetched' | `${number} image${'' | 's'} missing`;

/** A running site. */
export interface TripSite extends Pick<Site, 'url' | 'requests' | 'connections' | 'close'> {
  /** From now on answers what can be mended as it should have from the beginning. */
  mend(): void;
  /** What a board must say of the post with this title, after all that was sent until now; throws when there is none. */
  truthOf(title: string): Said;
}

/** The page that lists the posts. */
export const LIST_TITLE = 'Letters from the pier';
const POSTS = 60;
const SLOW_MS = 1_200;
const TROUBLES: Readonly<Record<number, Trouble>> = {
  1: { page: 'slow' },
  2: { page: 'fault', isMended: true },
  3: { pictures: ['whole', 'gone'], isMended: true },
  4: { page: 'cut', isMended: true },
  5: { page: 'signIn' },
  6: { pictures: ['gone', 'whole', 'gone'] },
  7: { page: 'fault' },
  8: { pictures: ['slow', 'whole'] },
  9: { page: 'gone' },
  10: { pictures: ['gone', 'gone'] },
  11: { pictures: ['whole', 'cut'], isMended: true },
  12: { page: 'slow', pictures: ['whole'] },
  13: { pictures: ['fault'], isMended: true },
  14: { page: 'signIn', isMended: true },
  15: { pictures: ['whole'] },
};
const SENTENCES = [
  'The ferry leaves at six and the mail with it; whoever misses both waits on the pier until the evening, when the wind has turned.',
  'A lamp was lit for every boat that had not come home, and in some winters the whole quay was as bright as a street.',
  'What the keeper did not write down, the sea did, in rings of salt on the lower steps of the stair.',
  'Nobody asked for the second table of the tides, and so nobody missed it when the proofs were lost.',
] as const;

/** Starts it. */
export async function startTripSite(): Promise<TripSite> {
  let isBetter = false;
  const sent = new Set<string>();
  const mannerOf = (manner: Manner, { isMended = false }: Trouble): Manner => (isBetter && isMended ? 'whole' : manner);

  const answer = (path: string, manner: () => Manner, type: string, body: string | Buffer): Route => {
    const bytes = Buffer.from(body);
    return (_request, response) => {
      // Only what went out to its last byte was sent.
      response.on('finish', () => {
        if (response.statusCode === 200) sent.add(path);
      });
      send(response, manner(), type, bytes, path);
    };
  };

  const routes: Record<string, Route> = { '/': { body: listPage() } };
  for (let number = 1; number <= POSTS; number += 1) {
    const trouble = TROUBLES[number] ?? {};
    const { page = 'whole', pictures = [] } = trouble;
    const path = pathOf(number);
    routes[path] = answer(path, () => mannerOf(page, trouble), 'text/html; charset=utf-8', postPage(number));
    routes[`${path}/sign-in`] = { body: formPage(number) };
    pictures.forEach((manner, at) => {
      const own = pictureOf(number, at);
      routes[own] = answer(own, () => mannerOf(manner, trouble), 'image/png', png(320 + at * 8, 200 + number));
    });
  }
  const site = await startSite(routes);
  return {
    url: (path) => site.url(path).replace('127.0.0.1', PLAYED_HOST),
    requests: site.requests,
    get connections() {
      return site.connections;
    },
    close: () => site.close(),
    mend() {
      isBetter = true;
    },
    truthOf(title) {
      const number = numberOf(title);
      const { page, pictures = [] } = TROUBLES[number] ?? {};
      const path = pathOf(number);
      if (!sent.has(path))
        return page === 'signIn' && site.requests.includes(`${path}/sign-in`) ? 'Needs sign-in' : 'Not fetched';
      const missing = pictures.filter((_manner, at) => !sent.has(pictureOf(number, at))).length;
      if (missing === 0) return 'Ready';
      if (missing === pictures.length) return 'Text only';
      return `${missing} image${missing === 1 ? '' : 's'} missing`;
    },
  };
}

/** Which post has a title, or the form in its place; throws when none has. */
export function numberOf(title: string): number {
  const number = Number(/^(?:Sign in: )?Letter (\d+),/.exec(title)?.[1]);
  if (!(number >= 1 && number <= POSTS)) throw new Error(`the site has no “${title}”`);
  return number;
}

function send(response: ServerResponse, manner: Manner, type: string, bytes: Buffer, path: string): void {
  const whole = (): void => {
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
    response.end(bytes);
  };
  switch (manner) {
    case 'whole':
      return whole();
    case 'slow':
      setTimeout(whole, SLOW_MS);
      return undefined;
    case 'fault':
      return void response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Our fault</h1>');
    case 'gone':
      return void response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>');
    case 'signIn':
      return void response.writeHead(302, { location: `${path}/sign-in` }).end();
    case 'cut':
      response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
      response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
      return undefined;
  }
}

function pathOf(number: number): string {
  return `/letters/${String(number).padStart(2, '0')}`;
}

function pictureOf(number: number, at: number): string {
  return `${pathOf(number)}/${at}.png`;
}

function titleOf(number: number): string {
  return `Letter ${number}, from the pier`;
}

function listPage(): string {
  return pageHtml({
    title: LIST_TITLE,
    address: 'pier.example/letters',
    // As long as a letter of middle length, for that is what posts that are not here are taken for.
    paragraphs: paragraphs(0, 30),
    related: Array.from({ length: POSTS }, (_, at) => {
      const day = `March ${(at % 28) + 1}, ${2010 + Math.floor(at / 28)}`;
      return listed(`<a href="${pathOf(at + 1)}">${titleOf(at + 1)}</a>`, day);
    }),
  });
}

/** Between four minutes and thirteen. */
function postPage(number: number): string {
  const { pictures = [] } = TROUBLES[number] ?? {};
  const text = paragraphs(number, 12 + ((number * 7) % 26));
  const html = text.flatMap((paragraph, at) =>
    pictures[at] === undefined ? [paragraph] : [paragraph, `<img src="${pictureOf(number, at)}" alt="The pier">`],
  );
  return pageHtml({ title: titleOf(number), address: `pier.example${pathOf(number)}`, paragraphs: html });
}

function formPage(number: number): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in: ${titleOf(number)}</title></head>
<body><main><h1>Sign in: ${titleOf(number)}</h1><p>This letter is for those who are known here. Sign in with your name and your password to read it.</p>
<form method="post"><label>Name <input name="name"></label><label>Password <input type="password" name="password"></label><button>Sign in</button></form></main></body></html>`;
}

function paragraphs(seed: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) =>
    [0, 1, 2].map((step) => `${seed}.${at} ${SENTENCES[(seed + at + step) % SENTENCES.length]}`).join(' '),
  );
}
