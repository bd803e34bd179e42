// The proxy of a browser, asked as a browser asks a proxy, before real sites on loopback.
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'playwright/test';
import { createGuard } from '../../../electron/capture/guard.ts';
import { startGuardedProxy, type GuardedProxy } from '../../../electron/capture/guardedProxy.ts';
import { startSite, type Site } from '../../helpers/site.ts';

let typed: Site;
let hidden: Site;
let proxy: GuardedProxy;
let rebound: string;

test.beforeEach(async () => {
  const routes = {
    '/page?a=1': { headers: { 'x-kept': 'yes' }, body: 'the page' },
    '/large': { body: 'x'.repeat(300_000) },
  };
  typed = await startSite(routes);
  hidden = await startSite(routes, { host: '127.0.0.2' });
  rebound = '127.0.0.1';
  const guard = createGuard({
    privateHost: 'typed.example',
    resolve: (host) =>
      Promise.resolve([{ address: host === 'typed.example' ? rebound : '127.0.0.2', family: 4 as const }]),
  });
  proxy = await startGuardedProxy({ guard, maxBytes: 200_000 });
});

test.afterEach(async () => {
  await proxy.close();
  await typed.close();
  await hidden.close();
});

/** What is answered to a request for an address; `undefined` when it is cut off. */
async function ask(path: string): Promise<{ kept: string | undefined; body: string } | undefined> {
  const asked = request({ port: proxy.port, host: '127.0.0.1', path, agent: false });
  asked.end();
  return new Promise((resolve) => {
    asked.on('error', () => resolve(undefined));
    asked.on('response', (answer) => {
      text(answer).then(
        (body) => resolve({ kept: answer.headers['x-kept']?.toString(), body }),
        () => resolve(undefined),
      );
    });
  });
}

/** What comes through a tunnel to `to` after `GET path` was sent into it. */
async function throughTunnel(to: string, path: string): Promise<string> {
  const socket = connect(proxy.port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('data', (piece: string) => {
    if (heard === '') socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    heard += piece;
  });
  socket.write(`CONNECT ${to} HTTP/1.1\r\nhost: ${to}\r\n\r\n`);
  await once(socket, 'close');
  return heard;
}

const portOf = (site: Site): string => new URL(site.origin).port;

test('a request to a host that is admitted comes back as the site answers it', async () => {
  expect(await ask(`http://typed.example:${portOf(typed)}/page?a=1`)).toEqual({ kept: 'yes', body: 'the page' });
  expect(await throughTunnel(`typed.example:${portOf(typed)}`, '/page?a=1')).toContain('the page');
});

test('nothing goes to a private host, by its name or its address, and nothing that is not for a proxy is answered', async () => {
  for (const host of ['hidden.example', '127.0.0.2']) {
    expect(await ask(`http://${host}:${portOf(hidden)}/page?a=1`)).toBeUndefined();
    expect(await throughTunnel(`${host}:${portOf(hidden)}`, '/page?a=1')).toBe('');
  }
  expect(await ask('/page?a=1')).toBeUndefined();
  expect(await throughTunnel('no host at all', '/')).not.toContain('200');
  expect(hidden.connections).toBe(0);
});

test('a name that means another machine the second time is not followed there', async () => {
  await ask(`http://typed.example:${portOf(typed)}/page?a=1`);
  rebound = '127.0.0.2';
  await ask(`http://typed.example:${portOf(hidden)}/page?a=1`);
  expect(hidden.connections).toBe(0);
});

test('what is over the limit is cut off, and nothing comes after it', async () => {
  const address = `http://typed.example:${portOf(typed)}`;
  expect(await ask(`${address}/large`)).toBeUndefined();
  expect(await ask(`${address}/page?a=1`)).toBeUndefined();
  expect(typed.requests).toEqual(['/large']);
});

test('where only what is secure may pass, tunnels do and plain requests do not', async () => {
  const guard = createGuard({ privateHost: '127.0.0.1' });
  await proxy.close();
  proxy = await startGuardedProxy({ guard, maxBytes: 200_000, isSecureOnly: true });
  expect(await ask(`${typed.origin}/page?a=1`)).toBeUndefined();
  expect(typed.connections).toBe(0);
  expect(await throughTunnel(new URL(typed.origin).host, '/page?a=1')).toContain('the page');
});
