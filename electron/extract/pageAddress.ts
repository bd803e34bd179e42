// Addresses of the pages of one article: which address follows which. Only addresses are looked at; what a link says, and whether
// the page is an article at all, is judged elsewhere.

/** How an address says which page it is: by a named number (`?page=2`, `/page/2`), a bare one (`/2/`, `-2.html`), or a count of what comes before. */
export type PageMark = 'named' | 'bare' | 'offset';

/** One way to read an address: as page `number` of what lies at `stem`. */
interface Reading {
  readonly stem: string;
  readonly number: number;
  readonly mark: PageMark;
}

/** How one address stands to another as a later page of the same article. */
export interface PageStep {
  readonly mark: PageMark;
  /** The number as it stands in the address; sites count from 0 or from 1. */
  readonly number: number;
  /** The earlier address carries no number, so it is the first page. */
  readonly isFromFirst: boolean;
}

// No article has as many pages; posts, comics and years are numbered so high.
const LAST_NUMBER = 200;
const LAST_OFFSET = 10_000;

const PAGE_KEYS: ReadonlySet<string> = new Set(
  'page pg pn pageno pagenum pagenumber pageindex paged pagina pag página seite sida side sivu strona strana stranica sayfa trang halaman oldal currentpage curpage'.split(
    ' ',
  ),
);
const OFFSET_KEYS: ReadonlySet<string> = new Set(['start', 'offset', 'st']);
const PAGE_WORD = '(?:page|pg|p|pagina|pag|seite|sida|side|sivu|strona|strana|stranica|sayfa|trang|halaman|oldal)';
const NAMED_SEGMENT = new RegExp(`^${PAGE_WORD}[-_=,]?(\\d{1,3})$`, 'i');
const NAMED_SUFFIX = new RegExp(`^(.+?)[-_.,;~]${PAGE_WORD}[-_=,]?(\\d{1,3})$`, 'i');
const ONLY_PAGE_WORD = new RegExp(`^${PAGE_WORD}$`, 'i');
const BARE_SUFFIX = /^(.*?[^\d])[-_,.~](\d{1,3})$|^(.+?\d)[-_,.~](\d{1,3})$|^(index)(\d{1,3})$/i;
// Parts with a title of their own are articles of their own.
const SERIES =
  /(?:^|[^a-z])(?:chapter|chap|ch|part|pt|lesson|episode|ep|day|week|issue|vol|volume|step|unit|module|section|season|round|no|nr|kapitel|teil|folge|tag|woche|chapitre|partie|capitulo|parte|capitolo|deel|del|version|v)s?$/i;
const EXTENSION = /\.(?:s?html?|php\d?|aspx?|jspx?|cfm|xhtml)$/i;
const TRACKING = /^(?:utm_|fbclid$|gclid$|ref$|mc_[ce]id$)/i;

/**
 * Says how `to` follows `from` as a later page of the same article; `undefined` when it does not: another host, another path, or
 * a number that is not the next.
 */
export function pageStep(from: URL, to: URL): PageStep | undefined {
  const whole = stemOf(from.host, splitPath(from.pathname), paramsOf(from));
  const earlier = readingsOf(from);
  for (const { stem, number, mark } of readingsOf(to)) {
    if (stem === whole && (mark === 'offset' ? number > 0 : number === 1 || number === 2)) {
      return { mark, number, isFromFirst: true };
    }
    const before = earlier.find((each) => each.mark === mark && each.stem === stem);
    if (before === undefined) continue;
    if (mark === 'offset' ? number > before.number : number === before.number + 1) {
      return { mark, number, isFromFirst: false };
    }
  }
  return undefined;
}

/** Page numbers that an address may carry as a page of the article that `from` belongs to; empty when it is another article's. */
export function pageNumbersIn(from: URL, to: URL): readonly number[] {
  const stems = new Set([stemOf(from.host, splitPath(from.pathname), paramsOf(from))]);
  for (const { stem } of readingsOf(from)) stems.add(stem);
  return readingsOf(to).flatMap(({ stem, number, mark }) => (mark !== 'offset' && stems.has(stem) ? [number] : []));
}

/** Tells whether `to` is the address without a page number of the article that `from` is a later page of. */
export function isFirstPageOf(from: URL, to: URL): boolean {
  const whole = stemOf(to.host, splitPath(to.pathname), paramsOf(to));
  return readingsOf(from).some(({ stem }) => stem === whole);
}

/** Tells whether an address says of itself that it is a numbered page; `first` may be the address of its first page. */
export function isNumbered(url: URL, first: URL): boolean {
  return isFirstPageOf(url, first) || readingsOf(url).some(({ mark }) => mark !== 'bare');
}

/** Tells whether two addresses can be pages of one article; the same address is. */
export function isSameArticle(one: URL, other: URL): boolean {
  const stemsOf = (url: URL): string[] => [
    stemOf(url.host, splitPath(url.pathname), paramsOf(url)),
    ...readingsOf(url).map(({ stem }) => stem),
  ];
  const stems = new Set(stemsOf(one));
  return stemsOf(other).some((stem) => stems.has(stem));
}

function readingsOf(url: URL): readonly Reading[] {
  const { host } = url;
  const path = splitPath(url.pathname);
  const params = paramsOf(url);
  const readings: Reading[] = [];
  for (const [at, [key, value]] of params.entries()) {
    if (!/^\d{1,5}$/.test(value)) continue;
    const rest = params.filter((_, index) => index !== at);
    const name = key.toLowerCase().replace(/[-_]/g, '');
    const number = Number(value);
    const mark: PageMark | undefined = OFFSET_KEYS.has(name)
      ? 'offset'
      : PAGE_KEYS.has(name)
        ? 'named'
        : // WordPress numbers its posts so.
          name === 'p'
          ? 'bare'
          : undefined;
    if (mark === undefined || number > (mark === 'offset' ? LAST_OFFSET : LAST_NUMBER)) continue;
    readings.push({ stem: stemOf(host, path, rest), number, mark });
  }
  for (const { head, number, mark } of readPath(path)) {
    if (number <= LAST_NUMBER) readings.push({ stem: stemOf(host, head, params), number, mark });
  }
  return readings;
}

interface PathReading {
  readonly head: readonly string[];
  readonly number: number;
  readonly mark: 'named' | 'bare';
}

function readPath(path: readonly string[]): readonly PathReading[] {
  const last = path[path.length - 1];
  if (last === undefined) return [];
  const head = path.slice(0, -1);
  const name = last.replace(EXTENSION, '');
  const before = head[head.length - 1] ?? '';
  if (/^\d{1,3}$/.test(name)) {
    if (ONLY_PAGE_WORD.test(before)) return [{ head: head.slice(0, -1), number: Number(name), mark: 'named' }];
    // A month below its year, a chapter below its book.
    return /^\d{4}$/.test(before) || SERIES.test(before) ? [] : [{ head, number: Number(name), mark: 'bare' }];
  }
  const segment = NAMED_SEGMENT.exec(name);
  if (segment !== null) return [{ head, number: Number(segment[1]), mark: 'named' }];
  const named = NAMED_SUFFIX.exec(name);
  if (named !== null) return [{ head: [...head, named[1] ?? ''], number: Number(named[2]), mark: 'named' }];
  const bare = BARE_SUFFIX.exec(name);
  if (bare === null) return [];
  const base = bare[1] ?? bare[3] ?? bare[5] ?? '';
  return SERIES.test(base)
    ? []
    : [{ head: [...head, base], number: Number(bare[2] ?? bare[4] ?? bare[6]), mark: 'bare' }];
}

function splitPath(pathname: string): readonly string[] {
  return pathname.split('/').filter((segment) => segment !== '');
}

function paramsOf(url: URL): readonly (readonly [string, string])[] {
  return [...url.searchParams].filter(([key]) => !TRACKING.test(key));
}

/** The form in which two addresses of the same thing are equal: no file ending, no `index`, parameters in order of their names. */
function stemOf(host: string, path: readonly string[], params: readonly (readonly [string, string])[]): string {
  const bare = path.map((segment, at) => (at === path.length - 1 ? segment.replace(EXTENSION, '') : segment));
  if (/^(?:index|default)$/i.test(bare[bare.length - 1] ?? '')) bare.pop();
  const query = params
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('&');
  return `${host}/${bare.join('/')}?${query}`;
}
