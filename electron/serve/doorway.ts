// The door for browsers: pages that a person sees in another browser come in over a port of this machine alone. Whoever does not show the
// code is turned away, and so is every page of the web but for handing over itself.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as v from 'valibot';
import { AppError, toErrorReport } from '#contract/errors.ts';
import type { ShownPage } from '../capture/formats/writeMhtml.ts';
import { readUrl } from '../capture/address.ts';

/** What the door needs. */
export interface DoorwayOptions {
  /** The code to be shown, see `Settings.doorCode`. */
  readonly code: string;
  /** Ports to try, in order; 0 is any. */
  readonly ports: readonly number[];
  /** Resolves when the page is safe on disk. */
  readonly take: (page: ShownPage) => Promise<void>;
  readonly report: (bug: unknown) => void;
  /** Monotonic, in milliseconds. */
  readonly now?: () => number;
}

/** An open door. */
export interface Doorway {
  readonly port: number;
  /** Resolves when nobody is in it any more. */
  close(): Promise<void>;
}

/** Where a browser looks for the door. */
export const DOOR_PORTS: readonly number[] = Array.from({ length: 10 }, (_, index) => 17_843 + index);

const HOST = '127.0.0.1';
const MAX_BYTES = 64 * 1024 * 1024;
const MOST_FAILURES = 10;
const FAILURE_WINDOW_MS = 60_000;
const EXTENSION = /^(?:chrome|moz|safari-web)-extension:\/\/[\w-]+$/;

const image = v.object({
  address: v.string(),
  mediaType: v.pipe(v.string(), v.regex(/^image\/[\w.+-]{1,40}$/)),
  base64: v.string(),
});
const handedOver = v.object({ address: v.string(), html: v.string(), images: v.optional(v.array(image), []) });
const byItself = v.object({ code: v.string(), address: v.string(), html: v.string() });

/**
 * Opens the door. `POST /save` takes `{address, html, images}` from an extension that shows the code as its bearer (RFC 6750);
 * `POST /page` takes `{code, address, html}` from a page that hands over itself, with the code of `pageCode`; `GET /hello` tells an
 * extension that the code is right. Throws `AppError('network')` when no port is free.
 */
export async function openDoorway(options: DoorwayOptions): Promise<Doorway> {
  const failures = createFailureCount(options.now ?? (() => performance.now()));
  const server = createServer({ requestTimeout: 60_000, headersTimeout: 10_000 }, (request, response) => {
    answer(request, response).catch((failure: unknown) => {
      if (!(failure instanceof AppError)) options.report(failure);
      finish(response, failure instanceof Refusal ? failure.status : 500, { error: toErrorReport(failure) });
    });
  });
  server.maxHeadersCount = 50;
  const port = await listen(server, options.ports);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url, headers } = request;
    // A name that somebody points at this machine is not this machine's (DNS rebinding).
    if (headers.host !== `${HOST}:${port}` && headers.host !== `localhost:${port}`)
      throw new Refusal(403, 'A wrong host.');
    const origin = headers.origin ?? null;
    if (origin !== null && EXTENSION.test(origin)) allow(response, origin);
    if (method === 'OPTIONS') {
      finish(response, origin !== null && EXTENSION.test(origin) ? 204 : 403, null);
      return;
    }
    if (failures.areTooMany()) throw new Refusal(429, 'Too many wrong codes; wait a minute.');
    if (method === 'GET' && url === '/hello') {
      admitExtension(headers.authorization, origin);
      finish(response, 200, { app: 'Layover' });
    } else if (method === 'POST' && url === '/save') {
      admitExtension(headers.authorization, origin);
      const { address, html, images } = parse(handedOver, await readBody(request));
      const pictures = images.map(({ base64, ...each }) => ({
        ...each,
        address: webAddress(each.address),
        bytes: Buffer.from(base64, 'base64'),
      }));
      await options.take({ address: webAddress(address), html, images: pictures });
      finish(response, 202, {});
    } else if (method === 'POST' && url === '/page') {
      const page = parse(byItself, await readBody(request));
      check(page.code, pageCode(options.code));
      const address = webAddress(page.address);
      if (origin !== new URL(address).origin) throw new Refusal(403, 'A page can hand over itself only.');
      await options.take({ address, html: page.html, images: [] });
      finish(response, 202, {});
    } else {
      throw new Refusal(404, 'There is nothing here.');
    }
  }

  function admitExtension(authorization: string | undefined, origin: string | null): void {
    if (origin !== null && !EXTENSION.test(origin)) throw new Refusal(403, 'Pages of the web are not let in.');
    check(/^Bearer ([\w-]{1,100})$/.exec(authorization ?? '')?.[1] ?? '', options.code);
  }

  function check(shown: string, expected: string): void {
    if (timingSafeEqual(digest(shown), digest(expected))) return;
    failures.note();
    throw new Refusal(401, 'The code is not the one that Layover shows in its settings.');
  }

  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The code for pages that hand over themselves: it opens nothing else, as a hostile page can read it when it is used there. */
export function pageCode(code: string): string {
  return createHmac('sha256', code).update('page').digest('hex').slice(0, 32);
}

class Refusal extends AppError {
  readonly status: number;

  constructor(status: number, message: string) {
    super('bad-input', message);
    this.status = status;
  }
}

function createFailureCount(now: () => number): { readonly note: () => void; readonly areTooMany: () => boolean } {
  let times: number[] = [];
  return {
    note: () => void times.push(now()),
    areTooMany() {
      times = times.filter((time) => now() - time < FAILURE_WINDOW_MS);
      return times.length >= MOST_FAILURES;
    },
  };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BYTES) throw new Refusal(413, 'This page is larger than 64 MB with its pictures.');
    chunks.push(bytes);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return body;
  } catch (cause) {
    throw Object.assign(new Refusal(400, 'What was handed over cannot be read.'), { cause });
  }
}

function parse<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, body);
  if (!result.success) throw new Refusal(400, 'What was handed over is no page.');
  return result.output;
}

function webAddress(text: string): string {
  const url = readUrl(text);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Refusal(400, 'Only pages of the web can be handed over.');
  return url.href;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function allow(response: ServerResponse, origin: string): void {
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-allow-headers', 'authorization, content-type');
  response.setHeader('access-control-allow-private-network', 'true');
  response.setHeader('vary', 'origin');
}

function finish(response: ServerResponse, status: number, body: object | null): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', connection: 'close' });
  response.end(body === null ? undefined : JSON.stringify(body));
}

async function listen(server: Server, ports: readonly number[]): Promise<number> {
  for (const port of ports) {
    const isFree = await new Promise<boolean>((resolve, reject) => {
      server.once('error', (failure: NodeJS.ErrnoException) => {
        if (failure.code === 'EADDRINUSE' || failure.code === 'EACCES') resolve(false);
        else reject(failure);
      });
      server.listen(port, HOST, () => {
        server.removeAllListeners('error');
        resolve(true);
      });
    });
    const address = server.address();
    if (isFree && address !== null && typeof address === 'object') return address.port;
  }
  throw new AppError(
    'network',
    'None of the ports for browsers is free on this computer. Saving from a browser is off; everything else works.',
  );
}
