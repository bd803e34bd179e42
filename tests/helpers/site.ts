// A real web site on loopback for tests. Routes in; its address, what was asked of it, and how often it was connected to, out.
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Server, Socket } from 'node:net';

/** How a path is answered: with fixed data, or by a function that may do anything. */
export type Route =
  | ((request: IncomingMessage, response: ServerResponse) => void)
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    };

/** Answers by path with query, else by path alone. What is not named is a 404; a body without a type is HTML in UTF-8. */
export type Routes = Readonly<Record<string, Route>>;

/** Where and how a site listens. */
export interface SiteOptions {
  /** Any address of the loopback net; several sites can so play several hosts. */
  readonly host?: string;
  /** Makes it an https site. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Answers what no route does; a 404 when not named. */
  readonly otherwise?: Extract<Route, RequestListener>;
}

/** A running site. */
export interface Site {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  url(path: string): string;
  /** Paths with query, in the order they were asked for. */
  readonly requests: string[];
  /** Connections ever made to it, with or without a request. */
  readonly connections: number;
  /** Ends it at once, open connections too; its address refuses connections from then on. */
  close(): Promise<void>;
}

/** Starts a site on a free port. */
export async function startSite(routes: Routes, options: SiteOptions = {}): Promise<Site> {
  const requests: string[] = [];
  const answer: RequestListener = (request, response) => {
    const path = request.url ?? '/';
    requests.push(path);
    const route = routes[path] ??
      routes[path.split('?', 1)[0] ?? path] ??
      options.otherwise ?? { status: 404, body: '<h1>Not found</h1>' };
    if (typeof route === 'function') {
      route(request, response);
      return;
    }
    const body = Buffer.from(route.body ?? '');
    response.writeHead(route.status ?? 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-length': body.length,
      ...route.headers,
    });
    response.end(body);
  };
  const server = options.tls === undefined ? createServer(answer) : createSecureServer(options.tls, answer);
  const listening = await listen(server, options.host ?? '127.0.0.1');
  const origin = `${options.tls === undefined ? 'http' : 'https'}://${listening.authority}`;
  return {
    origin,
    url: (path) => `${origin}${path}`,
    requests,
    get connections() {
      return listening.connections();
    },
    close: listening.close,
  };
}

/** A listener that speaks as badly as its function does: each connection is handed over raw. Port 0 is any free one. */
export async function startRawSite(
  talk: (socket: Socket) => void,
  host = '127.0.0.1',
  port = 0,
): Promise<Pick<Site, 'origin' | 'url' | 'connections' | 'close'>> {
  const { createServer: createTcpServer } = await import('node:net');
  const listening = await listen(createTcpServer(talk), host, port);
  const origin = `http://${listening.authority}`;
  return {
    origin,
    url: (path) => `${origin}${path}`,
    get connections() {
      return listening.connections();
    },
    close: listening.close,
  };
}

async function listen(
  server: Server,
  host: string,
  port = 0,
): Promise<{ readonly authority: string; readonly connections: () => number; readonly close: () => Promise<void> }> {
  const open = new Set<Socket>();
  let count = 0;
  server.on('connection', (socket: Socket) => {
    count += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    // A client that goes away in the middle is what many of these tests are about.
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    authority: `${name}:${address.port}`,
    connections: () => count,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
