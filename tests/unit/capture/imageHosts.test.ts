// Many pictures from hosts that are busy, slow, silent or gone: how much is asked of whom, and how long it takes.
import { expect, test } from 'playwright/test';
import { startRawSite, startSite, type Route } from '../../helpers/site.ts';
import { fetchImages } from '../../../electron/capture/fetchImages.ts';
import { failureOf } from './failureOf.ts';
import { fetchFrom, openShelf, SHORT, SMALL, told, withSite } from './gallery.ts';
import { png } from './pictures.ts';

test('no host is asked more than six things at a time', async () => {
  let now = 0;
  let most = 0;
  await withSite(
    {
      '/p.png': (_request, response) => {
        now += 1;
        most = Math.max(most, now);
        setTimeout(() => {
          now -= 1;
          response.end(png(3, 2));
        }, 20);
      },
    },
    async (site) => {
      const addresses = Array.from({ length: 40 }, (_, index) => site.url(`/p.png?${index}`));
      expect(new Set(told(await fetchFrom(site, addresses)))).toEqual(new Set(['3×2']));
      expect(most).toBe(6);
    },
  );
});

test('a host that takes every connection and answers none costs one wait, not three hundred', async () => {
  const dead = await startRawSite(() => undefined);
  await withSite({ '/p.png': { body: png(3, 2) } }, async (site) => {
    const addresses = [...Array.from({ length: 300 }, (_, index) => dead.url(`/${index}.png`)), site.url('/p.png')];
    const outcomes = await fetchFrom(site, addresses, { limits: { each: SHORT } });
    expect(told(outcomes)).toEqual([...Array.from({ length: 300 }, () => 'timeout'), '3×2']);
    expect(outcomes[299]).toMatchObject({ missing: { reason: expect.stringContaining('did not answer in time') } });
    expect(dead.connections).toBe(1);
  });
  await dead.close();
});

test('a host that is down or unknown is asked once', async () => {
  const gone = await startSite({});
  await gone.close();
  const asked: string[] = [];
  const resolve = (host: string): Promise<never> => {
    asked.push(host);
    return Promise.reject(Object.assign(new Error('look-up failed'), { code: 'ENOTFOUND' }));
  };
  const addresses = Array.from({ length: 50 }, (_, index) => [
    gone.url(`/${index}`),
    `http://no-such.example/${index}`,
  ]).flat();
  const outcomes = await fetchFrom(gone, addresses, { network: { resolve } });
  expect(new Set(told(outcomes))).toEqual(new Set(['network']));
  expect(outcomes[98]).toMatchObject({ missing: { reason: expect.stringContaining('refused the connection') } });
  expect(outcomes[99]).toMatchObject({ missing: { reason: expect.stringContaining('no site named no-such.example') } });
  expect(asked).toEqual(['no-such.example']);
});

test('a host that has answered is not given up for two pictures that never come', async () => {
  await withSite(
    {
      '/mute.png': () => undefined,
      '/stuck.png': (_request, response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('x');
      },
      '/p.png': { body: png(3, 2) },
    },
    async (site) => {
      const last = Array.from({ length: 20 }, (_, index) => site.url(`/p.png?${index}`));
      const addresses = [site.url('/p.png'), site.url('/mute.png'), site.url('/stuck.png'), ...last];
      const outcomes = await fetchFrom(site, addresses, { limits: { each: SHORT, perHost: 1 } });
      expect(told(outcomes)).toEqual(['3×2', 'timeout', 'timeout', ...Array.from({ length: 20 }, () => '3×2')]);
    },
  );
});

test('a host that falls silent in the middle is given up after a few', async () => {
  await withSite({ '/p.png': { body: png(3, 2) }, '/mute.png': () => undefined }, async (site) => {
    const addresses = [
      site.url('/p.png'),
      ...Array.from({ length: 200 }, (_, index) => site.url(`/mute.png?${index}`)),
    ];
    const outcomes = await fetchFrom(site, addresses, { limits: { each: SHORT, perHost: 1 } });
    expect(told(outcomes)).toEqual(['3×2', ...Array.from({ length: 200 }, () => 'timeout')]);
    expect(site.requests.length).toBe(4);
  });
});

test('a picture that breaks off is asked for once more', async () => {
  const asked = new Map<string, number>();
  const picture = png(3, 2);
  const cut =
    (times: number): Route =>
    (request, response) => {
      const path = request.url ?? '';
      const count = (asked.get(path) ?? 0) + 1;
      asked.set(path, count);
      response.writeHead(200, { 'content-length': picture.length });
      if (count > times) response.end(picture);
      else response.write(picture.subarray(0, 20), () => response.destroy());
    };
  await withSite({ '/once.png': cut(1), '/always.png': cut(99) }, async (site) => {
    expect(told(await fetchFrom(site, [site.url('/once.png'), site.url('/always.png')]))).toEqual([
      '3×2',
      'incomplete',
    ]);
    expect(asked).toEqual(
      new Map([
        ['/once.png', 2],
        ['/always.png', 2],
      ]),
    );
  });
});

test('when all of them together take too long, what has come is kept', async () => {
  await withSite(
    {
      '/p.png': { body: png(3, 2) },
      '/slow.png': (_request, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('x'.repeat(5000)), 20);
        response.on('close', () => clearInterval(timer));
      },
    },
    async (site) => {
      const addresses = [
        site.url('/p.png'),
        ...Array.from({ length: 30 }, (_, index) => site.url(`/slow.png?${index}`)),
      ];
      const outcomes = await fetchFrom(site, addresses, {
        limits: { each: { ...SMALL, maxBytes: 1e9 }, totalMs: 500 },
      });
      expect(told(outcomes)).toEqual(['3×2', ...Array.from({ length: 30 }, () => 'timeout')]);
      expect(outcomes[30]).toMatchObject({ missing: { reason: 'The pictures of the page took too long together.' } });
    },
  );
});

test('cancelling ends all of it', async () => {
  const abort = new AbortController();
  const mute = await startRawSite(() => setTimeout(() => abort.abort(), 50));
  const addresses = Array.from({ length: 100 }, (_, index) => mute.url(`/${index}.png`));
  const work = fetchImages(addresses, {
    referer: null,
    privateHost: '127.0.0.1',
    signal: abort.signal,
    store: openShelf().store,
  });
  expect((await failureOf(work)).code).toBe('cancelled');
  await mute.close();
});

test('what was cancelled before it began asks nobody', async () => {
  await withSite({ '/p.png': { body: png(3, 2) } }, async (site) => {
    expect((await failureOf(fetchFrom(site, [site.url('/p.png')], { signal: AbortSignal.abort() }))).code).toBe(
      'cancelled',
    );
    expect(site.connections).toBe(0);
  });
});
