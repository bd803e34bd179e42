// Documents in; what each of them did when a real Chromium drew it out: scripts, dialogs, windows, ways elsewhere. One host is answered, every other name leads
// to a listener that counts, and many documents are drawn at once in frames of one page.
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright/test';
import { startRawSite, startSite } from '../../../helpers/site.ts';

/** How a document is answered. */
export interface HostileDocument {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What was seen of many documents. */
export interface Deeds {
  /** Documents in which something was called that only a script calls: a dialog, a window, the printer. */
  readonly fired: ReadonlySet<number>;
  /** Documents of which Chromium compiled a script, whatever it did. */
  readonly scripted: ReadonlySet<number>;
  readonly dialogs: number;
  readonly windows: number;
  /** Ways that a document or the page around it was sent elsewhere. */
  readonly navigations: number;
  /** Requests to another host, sent, with the addresses of some. */
  readonly foreign: number;
  readonly words: readonly string[];
  /** Connections to other hosts, most of which bring no request. */
  readonly connections: number;
}

/** A browser for hostile documents. */
export interface HostileBrowser {
  readonly browser: Browser;
  /** Draws each document in a frame; `make` answers the one with a number from 0 to below `count`. */
  draw(count: number, make: (index: number) => HostileDocument): Promise<Deeds>;
  close(): Promise<void>;
}

/** Documents drawn in one page. */
export const AT_ONCE = 25;

const ORIGIN = 'http://layover.test';
/** Timers, animations and what waits for a picture that failed. */
const SETTLE_MS = 120;
const LOAD_MS = 6_000;

interface Notes {
  readonly fired: Set<number>;
  readonly scripted: Set<number>;
  dialogs: number;
  windows: number;
  navigations: number;
  foreign: number;
  readonly words: string[];
}

/** Starts Chromium as the harness found it; throws when there is none. */
export async function openHostileBrowser(): Promise<HostileBrowser> {
  const executablePath = process.env['LAYOVER_CHROMIUM'];
  if (executablePath === undefined) throw new Error('there is no Chromium');
  let answered: (path: string) => HostileDocument | undefined = () => undefined;
  let notes = newNotes();
  const elsewhere = await startRawSite((socket) => {
    // What comes over TLS is a connection here; the request in it is heard of from the browser.
    socket.once('data', () => socket.destroy());
  });
  const own = await startSite(
    {},
    {
      otherwise: (request, response) => {
        const path = request.url ?? '/';
        const found = answered(path);
        // What a frame is sent to within our own host is a way elsewhere as well.
        if (found === undefined && request.headers['sec-fetch-mode'] === 'navigate') notes.navigations += 1;
        response.writeHead(found === undefined ? 404 : 200, {
          'content-type': 'text/html; charset=utf-8',
          ...found?.headers,
        });
        response.end(found?.body ?? '');
      },
    },
  );
  const at = (origin: string): string => new URL(origin).host;
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--host-resolver-rules=MAP layover.test ${at(own.origin)}, MAP * ${at(elsewhere.origin)}`,
    ],
  });
  return {
    browser,
    async draw(count, make) {
      notes = newNotes();
      const before = elsewhere.connections;
      answered = (path) => documentAt(path, make);
      await drawAll(browser, count, notes);
      return { ...notes, words: [...new Set(notes.words)].slice(0, 5), connections: elsewhere.connections - before };
    },
    async close() {
      await browser.close();
      await own.close();
      await elsewhere.close();
    },
  };
}

function newNotes(): Notes {
  return { fired: new Set(), scripted: new Set(), dialogs: 0, windows: 0, navigations: 0, foreign: 0, words: [] };
}

async function drawAll(browser: Browser, count: number, notes: Notes): Promise<void> {
  const context = await browser.newContext({ acceptDownloads: false, serviceWorkers: 'block' });
  const asked = new Map<Request, string>();
  await listen(context, notes, asked);
  let page = await openPage(context, notes);
  for (let from = 0; from < count; from += AT_ONCE) {
    const to = Math.min(count, from + AT_ONCE);
    if (await drawBatch(page, from, to)) continue;
    // A page that was led away, or that no longer answers, takes nothing with it but itself.
    notes.navigations += 1;
    for (let at = from; at < to; at += 1) {
      await page.close({ runBeforeUnload: false });
      page = await openPage(context, notes);
      await drawBatch(page, at, at + 1);
    }
  }
  await context.close();
  notes.foreign = asked.size;
  notes.words.push(...asked.values());
}

/** False when the page around the documents is no longer there. */
async function drawBatch(page: Page, from: number, to: number): Promise<boolean> {
  const address = `${ORIGIN}/batch/${from}-${to}`;
  await page.goto(address, { timeout: LOAD_MS }).catch(() => undefined);
  try {
    await page.waitForTimeout(SETTLE_MS);
    return page.url() === address && (await within(page.evaluate(() => document.readyState))) !== undefined;
  } catch {
    return false;
  }
}

async function openPage(context: BrowserContext, notes: Notes): Promise<Page> {
  const page = await context.newPage();
  page.on('dialog', (dialog) => {
    notes.dialogs += 1;
    void dialog.dismiss().catch(() => undefined);
  });
  page.on('popup', (popup) => {
    notes.windows += 1;
    void popup.close().catch(() => undefined);
  });
  const session = await context.newCDPSession(page);
  session.on('Debugger.scriptParsed', ({ url }) => {
    const index = indexOf(url);
    if (index !== undefined) notes.scripted.add(index);
  });
  await session.send('Debugger.enable');
  await session.send('Debugger.setSkipAllPauses', { skip: true });
  return page;
}

async function listen(context: BrowserContext, notes: Notes, asked: Map<Request, string>): Promise<void> {
  context.on('request', (request) => {
    if (!/^https?:/.test(request.url()) || request.url().startsWith(`${ORIGIN}/`)) return;
    asked.set(request, request.url());
  });
  // What a policy refuses is told as a request that failed for a reason that is not one of the network: it was never sent.
  context.on('requestfailed', (request) => {
    if (request.failure()?.errorText.startsWith('net::') === false) asked.delete(request);
  });
  await context.exposeBinding('layoverFired', ({ frame }) => {
    notes.fired.add(indexOf(frame.url()) ?? indexOf(frame.parentFrame()?.url() ?? '') ?? -1);
  });
  await context.addInitScript(() => {
    const tell: unknown = Reflect.get(globalThis, 'layoverFired');
    const fired = (): boolean => (typeof tell === 'function' && void Reflect.apply(tell, undefined, []), false);
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) Reflect.set(globalThis, name, fired);
  });
}

function documentAt(path: string, make: (index: number) => HostileDocument): HostileDocument | undefined {
  const [, from, to] = /^\/batch\/(\d+)-(\d+)$/.exec(path) ?? [];
  if (from !== undefined && to !== undefined) return { body: framesOf(Number(from), Number(to)), headers: {} };
  const index = indexOf(`${ORIGIN}${path}`);
  if (index !== undefined) return make(index);
  // The sheets that every article names.
  return /^\/(?:page|print)\.css$/.test(path) ? { body: '', headers: { 'content-type': 'text/css' } } : undefined;
}

function framesOf(from: number, to: number): string {
  const frames = Array.from({ length: to - from }, (_, at) => `<iframe src="/vector/${from + at}"></iframe>`);
  return `<!doctype html><link rel="icon" href="data:,"><title>Vectors</title>${frames.join('')}`;
}

function indexOf(url: string): number | undefined {
  const [, index] = new RegExp(`^${ORIGIN}/vector/(\\d+)(?:[?#]|$)`).exec(url) ?? [];
  return index === undefined ? undefined : Number(index);
}

function within<T>(work: Promise<T>): Promise<T | undefined> {
  return Promise.race([work, new Promise<undefined>((done) => setTimeout(() => done(undefined), LOAD_MS))]);
}
