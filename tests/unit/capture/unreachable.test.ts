// Sites that cannot be found or reached, and fetches that the person stops.
import type { Socket } from 'node:net';
import { expect, test } from 'playwright/test';
import { startRawSite, startSite } from '../../helpers/site.ts';
import type { HostAddress } from '../../../electron/capture/guard.ts';
import { failureOf } from './failureOf.ts';
import { fetchTyped } from './typed.ts';

const PAGE = '<!doctype html><p>It left at nine.</p>';

const never = (): Promise<never> => new Promise(() => undefined);
const bothFamilies = (): Promise<HostAddress[]> =>
  Promise.resolve([
    { address: '::1', family: 6 },
    { address: '127.0.0.77', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ]);

test('a port where nobody listens', async () => {
  const site = await startSite({});
  await site.close();
  const failure = await failureOf(fetchTyped(new URL(site.url('/'))));
  expect(failure).toMatchObject({
    code: 'network',
    message: expect.stringMatching(/refused the connection\. Nothing was stored/),
  });
});

test('a name that nobody has, and a network that is down, are told apart', async () => {
  for (const [code, words] of [
    ['ENOTFOUND', /There is no site named no-such\.example, or you are offline/],
    ['EAI_AGAIN', /network seems to be down/],
  ] as const) {
    const resolve = (): Promise<never> => Promise.reject(Object.assign(new Error('look-up failed'), { code }));
    const failure = await failureOf(fetchTyped(new URL('http://no-such.example/'), { network: { resolve } }));
    expect(failure.code).toBe('network');
    expect(failure.message).toMatch(words);
  }
});

test('a look-up that never answers', async () => {
  const failure = await failureOf(
    fetchTyped(new URL('http://slow.example/'), { limits: { connectMs: 400 }, network: { resolve: never } }),
  );
  expect(failure).toMatchObject({ code: 'timeout', message: expect.stringContaining('looked up in time') });
});

test('when the first address of a host is dead, the other is tried', async () => {
  const site = await startSite({ '/': { body: PAGE } });
  const url = new URL(site.url('/').replace('127.0.0.1', 'both.example'));
  const page = await fetchTyped(url, { network: { resolve: bothFamilies } });
  await site.close();
  expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
});

// With the real limits, nothing but the cancelling can end these within the time of a test.
const CANCELLED: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['before an answer', () => undefined],
  ['in the headers', (socket) => socket.write('HTTP/1.1 200 OK\r\nX: ')],
  ['in the body', (socket) => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc')],
];

for (const [when, talk] of CANCELLED) {
  test(`cancelling ${when} ends it and closes the connection`, async () => {
    const abort = new AbortController();
    const closed: string[] = [];
    const site = await startRawSite((socket) => {
      socket.on('close', () => closed.push(when));
      socket.on('data', () => {
        talk(socket);
        setTimeout(() => abort.abort(), 50);
      });
    });
    const failure = await failureOf(fetchTyped(new URL(site.url('/')), { signal: abort.signal }));
    expect(failure).toMatchObject({ code: 'cancelled', message: expect.stringContaining('your link is kept') });
    await expect.poll(() => closed).toEqual([when]);
    await site.close();
  });
}

test('cancelling during a look-up ends it', async () => {
  const abort = new AbortController();
  const resolve = (): Promise<never> => {
    setTimeout(() => abort.abort(), 20);
    return new Promise(() => undefined);
  };
  const failure = await failureOf(
    fetchTyped(new URL('http://slow.example/'), { signal: abort.signal, network: { resolve } }),
  );
  expect(failure.code).toBe('cancelled');
});

test('what is cancelled before it begins asks nobody', async () => {
  const site = await startSite({ '/': { body: PAGE } });
  const failure = await failureOf(fetchTyped(new URL(site.url('/')), { signal: AbortSignal.abort() }));
  expect(failure.code).toBe('cancelled');
  expect(site.connections).toBe(0);
  await site.close();
});
