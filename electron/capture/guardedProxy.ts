// A browser's requests come in over a proxy on loopback; only what goes to hosts that the guard admits goes out, to the very addresses it
// judged, and not more than a limit comes back. Refuses private hosts whatever the browser thinks their names mean.
import { createServer, request as sendOn, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type LookupFunction, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { readUrl } from './address.ts';
import type { Guard, HostAddress } from './guard.ts';

/** What may pass. */
export interface GuardedProxyOptions {
  readonly guard: Guard;
  /** Bytes that may come back through it all together, as they are on the wire. */
  readonly maxBytes: number;
  /** Whether nothing but tunnels pass, in which both ends speak TLS. */
  readonly isSecureOnly?: boolean;
}

/** A running proxy. It knows no requests but those that a browser sends to a proxy (RFC 9110, sections 7.1 and 9.3.6). */
export interface GuardedProxy {
  readonly port: number;
  /** Cuts every connection; resolves when nothing listens any more. */
  close(): Promise<void>;
}

const CONNECT_MS = 10_000;

/** Starts a proxy on a free port of 127.0.0.1. What it refuses, and what cannot be reached, it cuts off without an answer. */
export async function startGuardedProxy({
  guard,
  maxBytes,
  isSecureOnly = false,
}: GuardedProxyOptions): Promise<GuardedProxy> {
  const open = new Set<Duplex>();
  let received = 0;

  function keep(socket: Duplex): void {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // Either side may go at any time; the other is cut off with it.
    socket.on('error', () => socket.destroy());
  }

  function count(chunk: Buffer): void {
    received += chunk.length;
    if (received > maxBytes) for (const socket of open) socket.destroy();
  }

  async function lookupFor(host: string): Promise<LookupFunction | undefined> {
    if (received > maxBytes) return undefined;
    try {
      const admission = await guard.admit(host);
      return admission.admitted ? answering(admission.addresses) : undefined;
    } catch {
      // The name has no address.
      return undefined;
    }
  }

  async function tunnel(request: IncomingMessage, browser: Duplex, first: Buffer): Promise<void> {
    const url = readUrl(`https://${request.url ?? ''}`);
    const lookup = url === null ? undefined : await lookupFor(url.hostname);
    if (url === null || lookup === undefined || browser.destroyed) {
      browser.destroy();
      return;
    }
    const site = reach(url, 443, lookup);
    site.on('connect', () => {
      browser.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      site.write(first);
      browser.pipe(site).on('data', count).pipe(browser);
    });
    site.on('close', () => browser.destroy());
    browser.on('close', () => site.destroy());
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = readUrl(request.url ?? '');
    const lookup = url?.protocol === 'http:' && !isSecureOnly ? await lookupFor(url.hostname) : undefined;
    if (url === null || lookup === undefined || request.socket.destroyed) {
      request.socket.destroy();
      return;
    }
    const cut = (): void => void request.socket.destroy();
    const headers = { ...request.headers, host: url.host, connection: 'close' };
    Reflect.deleteProperty(headers, 'proxy-connection');
    const asked = sendOn({
      method: request.method,
      path: `${url.pathname}${url.search}`,
      headers,
      createConnection: () => reach(url, 80, lookup),
    });
    asked.on('error', cut);
    asked.on('response', (answer) => {
      answer.on('data', count).on('error', cut);
      try {
        response.writeHead(answer.statusCode ?? 502, answer.statusMessage, headersOf(answer));
        answer.pipe(response);
      } catch {
        // A status or a header that no answer may have.
        cut();
      }
    });
    response.on('close', () => asked.destroy());
    request.pipe(asked);
  }

  function reach({ hostname, port }: URL, usual: number, lookup: LookupFunction): Socket {
    const site = connect({ host: bare(hostname), port: Number(port || usual), lookup, autoSelectFamily: true });
    keep(site);
    site.setTimeout(CONNECT_MS, () => site.destroy());
    site.on('connect', () => site.setTimeout(0));
    return site;
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy());
  });
  server.on('connect', (request: IncomingMessage, browser: Duplex, first: Buffer) => {
    tunnel(request, browser, first).catch(() => browser.destroy());
  });
  server.on('connection', keep);
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server.address()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

/** Answers with the addresses that were judged, whatever the name means by now. */
function answering(addresses: readonly HostAddress[]): LookupFunction {
  return (_host, { all }, answer) => {
    const [first] = addresses;
    if (all === true) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family ?? 4);
  };
}

/** The headers as they came, but for those that are about the connection. */
function headersOf({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && !/^(?:connection|keep-alive|transfer-encoding)$/i.test(name)
      ? [name, rawHeaders[at + 1] ?? '']
      : [],
  );
}

/** IPv6 without the brackets of an address. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('the proxy listens on no port');
  return address.port;
}
