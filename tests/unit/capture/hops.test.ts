// Where a page may send on to. 127.0.0.1 plays the public internet, 127.0.0.2 a machine of the private network.
import { expect, test } from 'playwright/test';
import { startRawSite, startSite, type Routes, type Site } from '../../helpers/site.ts';
import { fetchImages } from '../../../electron/capture/fetchImages.ts';
import type { Reach } from '../../../electron/capture/guard.ts';
import { failureOf } from './failureOf.ts';
import { png } from './pictures.ts';
import { fetchTyped } from './typed.ts';

const PAGE = '<!doctype html><p>It left at nine.</p>';
const PIXEL = png(1, 1);

const classify = (address: string): Reach => (address === '127.0.0.1' ? 'public' : 'private');
const network = { classify };
const store = (): Promise<{ hash: string; file: string }> => Promise.resolve({ hash: 'h', file: 'f' });

interface Internet {
  readonly site: Site;
  /** The private machine; what matters is that nobody ever connects to it. */
  readonly inner: Site;
}

async function onInternet(routes: (inner: Site) => Routes, use: (internet: Internet) => Promise<void>): Promise<void> {
  const inner = await startSite({ '/': { body: PAGE }, '/secret.png': { body: PIXEL } }, { host: '127.0.0.2' });
  const site = await startSite(routes(inner));
  try {
    await use({ site, inner });
  } finally {
    await site.close();
    await inner.close();
  }
}

const to = (location: string, status = 302): { status: number; headers: { location: string } } => ({
  status,
  headers: { location },
});

test('a redirect to a private machine is not followed, and the way there is told', async () => {
  await onInternet(
    (inner) => ({ '/': to('/step'), '/step': to(inner.url('/')) }),
    async ({ site, inner }) => {
      const failure = await failureOf(fetchTyped(new URL(site.url('/')), { network }));
      expect(failure.code).toBe('redirect');
      expect(failure.message).toContain('private network');
      expect(failure.message).toContain(`${site.url('/')} → ${site.url('/step')} → ${inner.url('/')}`);
      expect(inner.connections).toBe(0);
    },
  );
});

test('a private machine answers when the person typed its address, also after a redirect to itself', async () => {
  await onInternet(
    () => ({}),
    async ({ inner }) => {
      const page = await fetchTyped(new URL(inner.url('/')), { network });
      expect(page.privateHost).toBe('127.0.0.2');
      const failure = await failureOf(fetchTyped(new URL(inner.url('/')), { network, privateHost: null }));
      expect(failure).toMatchObject({ code: 'bad-input', message: expect.stringContaining('private network') });
    },
  );
});

test('a typed private machine may not send on to another one', async () => {
  const other = await startSite({ '/': { body: PAGE } }, { host: '127.0.0.3' });
  const typed = await startSite({ '/': to(other.url('/')) }, { host: '127.0.0.2' });
  expect((await failureOf(fetchTyped(new URL(typed.url('/')), { network }))).code).toBe('redirect');
  expect(other.connections).toBe(0);
  await Promise.all([other.close(), typed.close()]);
});

test('a name that turns private on the second look is asked once, and the first answer is used', async () => {
  await onInternet(
    () => ({ '/': to('/again'), '/again': { body: PAGE } }),
    async ({ site, inner }) => {
      const answers = ['127.0.0.1', '127.0.0.2'];
      let asked = 0;
      const resolve = (): Promise<{ address: string; family: 4 }[]> =>
        Promise.resolve([{ address: answers[asked++] ?? '127.0.0.2', family: 4 as const }]);
      const url = new URL(site.url('/').replace('127.0.0.1', 'rebinding.example'));
      const page = await fetchTyped(url, { network: { classify, resolve } });
      expect(page.finalAddress).toContain('/again');
      expect(asked).toBe(1);
      expect(inner.connections).toBe(0);
    },
  );
});

test('pictures on a private machine are refused, straight and by redirect', async () => {
  await onInternet(
    (inner) => ({ '/sent-on.png': to(inner.url('/secret.png')), '/own.png': { body: PIXEL } }),
    async ({ site, inner }) => {
      const outcomes = await fetchImages([inner.url('/secret.png'), site.url('/sent-on.png'), site.url('/own.png')], {
        referer: site.url('/'),
        privateHost: null,
        network,
        store,
      });
      expect(outcomes).toMatchObject([
        { missing: { code: 'bad-input' } },
        { missing: { code: 'redirect' } },
        { stored: { width: 1 } },
      ]);
      expect(inner.connections).toBe(0);
    },
  );
});

test('pictures of a typed private page come from its own machine and from no other', async () => {
  const other = await startSite({ '/x.png': { body: PIXEL } }, { host: '127.0.0.3' });
  await onInternet(
    () => ({}),
    async ({ inner }) => {
      const { privateHost } = await fetchTyped(new URL(inner.url('/')), { network });
      const outcomes = await fetchImages([inner.url('/secret.png'), other.url('/x.png')], {
        referer: inner.url('/'),
        privateHost,
        network,
        store,
      });
      expect(outcomes).toMatchObject([{ stored: { width: 1 } }, { missing: { code: 'bad-input' } }]);
      expect(other.connections).toBe(0);
    },
  );
  await other.close();
});

test('a file that says it came from a private machine opens no way to it', async () => {
  await onInternet(
    () => ({}),
    async ({ inner }) => {
      const outcomes = await fetchImages([inner.url('/secret.png')], {
        referer: inner.url('/'),
        privateHost: null,
        network,
        store,
      });
      expect(outcomes).toMatchObject([{ missing: { code: 'bad-input' } }]);
      expect(inner.connections).toBe(0);
    },
  );
});

const NOWHERE: readonly (readonly [string, RegExp])[] = [
  ['file:///etc/passwd', /“file:”/],
  ['data:text/html,<p>x</p>', /“data:”/],
  ['javascript:alert(1)', /“javascript:”/],
  ['java\tscript:alert(1)', /“javascript:”/],
  ['blob:http://127.0.0.1/x', /“blob:”/],
  ['ftp://127.0.0.1/x', /“ftp:”/],
  ['chrome://settings', /“chrome:”/],
  ['view-source:http://127.0.0.1/', /“view-source:”/],
  ['ws://127.0.0.1/', /“ws:”/],
  ['http://', /no address/],
  ['http://[::1', /no address/],
];

for (const [location, words] of NOWHERE) {
  test(`a redirect to ${JSON.stringify(location)} is refused`, async () => {
    const site = await startSite({ '/': to(location) });
    const failure = await failureOf(fetchTyped(new URL(site.url('/'))));
    await site.close();
    expect(failure.code).toBe('redirect');
    expect(failure.message).toMatch(words);
    expect(site.requests).toEqual(['/']);
  });
}

const CIRCLES: readonly (readonly [string, Routes])[] = [
  ['to itself', { '/': to('/') }],
  ['to itself, with a fragment', { '/': to('/#again') }],
  ['in a circle of three', { '/': to('/b'), '/b': to('/c'), '/c': to('/') }],
];

for (const [what, routes] of CIRCLES) {
  test(`a redirect ${what} is refused`, async () => {
    const site = await startSite(routes);
    const failure = await failureOf(fetchTyped(new URL(site.url('/'))));
    await site.close();
    expect(failure.code).toBe('redirect');
    expect(failure.message).toContain('in a circle');
    expect(site.requests.length).toBeLessThanOrEqual(3);
  });
}

test('a site that gives a cookie and sends on to the same page is followed, and one that gives a new one each time is not followed for ever', async () => {
  let count = 0;
  const site = await startSite({
    '/wall': (request, response) => {
      if (request.headers.cookie === 'seen=1; theme=dark') response.end(PAGE);
      else
        response
          .writeHead(302, {
            location: '/wall',
            'set-cookie': ['seen=1; Path=/', 'theme=dark', 'elsewhere=1; Domain=other.example'],
          })
          .end();
    },
    '/counting': (_request, response) => {
      count += 1;
      response.writeHead(302, { location: '/counting', 'set-cookie': `count=${count}` }).end();
    },
  });
  const page = await fetchTyped(new URL(site.url('/wall')));
  expect(page.finalAddress).toBe(site.url('/wall'));
  const failure = await failureOf(fetchTyped(new URL(site.url('/counting'))));
  expect(failure.message).toContain('more than 10 times');
  await site.close();
});

test('ten redirects are followed, eleven are not', async () => {
  const steps = Object.fromEntries(
    Array.from({ length: 11 }, (_, index) => [`/${index}`, to(`/${index + 1}`, [301, 302, 303, 307, 308][index % 5])]),
  );
  const site = await startSite({ ...steps, '/11': { body: PAGE } });
  const page = await fetchTyped(new URL(site.url('/1')));
  expect(page.finalAddress).toBe(site.url('/11'));
  const failure = await failureOf(fetchTyped(new URL(site.url('/0'))));
  expect(failure.code).toBe('redirect');
  expect(failure.message).toContain('more than 10 times');
  await site.close();
});

test('a redirect without an address is refused', async () => {
  const site = await startSite({ '/': { status: 302 } });
  const failure = await failureOf(fetchTyped(new URL(site.url('/'))));
  await site.close();
  expect(failure.code).toBe('redirect');
});

test('a redirect address in plain UTF-8 is understood', async () => {
  const site = await startRawSite((socket) => {
    socket.on('data', (request) => {
      if (request.toString().startsWith('GET /caf%C3%A9')) socket.end(`HTTP/1.1 200 OK\r\n\r\n${PAGE}`);
      else socket.end('HTTP/1.1 302 Found\r\nLocation: /café\r\nConnection: close\r\n\r\n');
    });
  });
  const page = await fetchTyped(new URL(site.url('/')));
  await site.close();
  expect(page.finalAddress).toBe(site.url('/caf%C3%A9'));
});

test('names and passwords in a redirect are not sent', async () => {
  let authorization: string | undefined;
  const site = await startSite({
    '/': (request, response) => {
      const host = request.headers.host ?? '';
      response.writeHead(302, { location: `http://user:secret@${host}/next` }).end();
    },
    '/next': (request, response) => {
      authorization = request.headers.authorization;
      response.end(PAGE);
    },
  });
  await fetchTyped(new URL(site.url('/')));
  await site.close();
  expect(authorization).toBeUndefined();
});

test('the page is told to its own site in full, to another as its origin only', async () => {
  const referers: (string | undefined)[] = [];
  const routes: Routes = {
    '/p.png': (request, response) => {
      referers.push(request.headers.referer);
      response.end(PIXEL);
    },
  };
  const [own, other] = await Promise.all([startSite(routes), startSite(routes)]);
  const referer = own.url('/story?id=7#top');
  await fetchImages([own.url('/p.png')], { referer, privateHost: '127.0.0.1', store });
  await fetchImages([other.url('/p.png')], { referer, privateHost: '127.0.0.1', store });
  expect(referers).toEqual([own.url('/story?id=7'), `${own.origin}/`]);
  await Promise.all([own.close(), other.close()]);
});
