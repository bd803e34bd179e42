// S6: a private machine is reached by an address that somebody typed, and by nothing else.
import { join } from 'node:path';
import { isUnderWay } from '#contract/save.ts';
import { openLayover } from '../../../../electron/layover.ts';
import { fetchFeed } from '../../../../electron/capture/fetchFeed.ts';
import { fetchImages } from '../../../../electron/capture/fetchImages.ts';
import { fetchPage } from '../../../../electron/capture/fetchPage.ts';
import { classifyAddress, type Reach } from '../../../../electron/capture/guard.ts';
import { IMAGE_LIMITS } from '../../../../electron/capture/limits.ts';
import { startSite, type Site } from '../../../helpers/site.ts';
import { PRIVATE_SPELLINGS } from '../../../unit/capture/privateSpellings.ts';
import { connectsOf } from '../countConnects.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';

/** Plays the public internet. */
const PUBLIC = '127.0.0.9';
const PORT = 9;
const SCHEMES = [
  'file:///etc/passwd',
  'data:text/html,x',
  'ftp://127.0.0.9/x',
  'blob:http://127.0.0.9/x',
  'javascript:alert(1)',
  'chrome://settings',
  'view-source:http://127.0.0.9/',
  'ws://127.0.0.9/',
  'gopher://127.0.0.9/',
  'mailto:a@b.example',
];
const LIBRARY_MS = 60_000;

type Way = (host: string) => Promise<unknown>;

/** See `docs/promises.md`. */
export const s6: Goal = {
  id: 'S6',
  goal: 'private machines',
  figure:
    '≥ 60 spellings × redirect, subresource, feed, import, icon: 0 connections; a name that turns private: 1 look-up, 0 private connections; other schemes in Location refused',
  needs: [],
  limitMinutes: { short: 4, long: 6 },
  async run({ work, isLong }) {
    const site = await startSite(
      {},
      {
        host: PUBLIC,
        otherwise: (request, response) => {
          const to = decodeURIComponent(new URL(request.url ?? '/', `http://${PUBLIC}`).searchParams.get('to') ?? '');
          response.writeHead(302, { location: Buffer.from(to).toString('latin1') }).end();
        },
      },
    );
    try {
      const ways = waysOf(site, (address) => (address === PUBLIC ? 'public' : classifyAddress(address)));
      const parts: Part[] = [];
      for (const [name, way] of Object.entries(ways)) parts.push(await tryAll(name, way));
      parts.push(...(await tryLibrary(work, isLong ? PRIVATE_SPELLINGS : PRIVATE_SPELLINGS.slice(0, 20))));
      parts.push(await trySchemes(site), await tryRebinding(site));
      const careless = waysOf(site, () => 'public');
      const reached = await connectsOf(async () => {
        for (const way of Object.values(careless)) await way('127.0.0.1').catch(() => undefined);
      });
      const inner = reached.filter((to) => !to.startsWith(`${PUBLIC}:`));
      return {
        tried: `${PRIVATE_SPELLINGS.length} spellings (through a library, ${isLong ? 'all' : '20'}), every connection of the process counted; ${PUBLIC} plays the internet. The page renderer's ways are in tests/electron/renderLimits.spec.ts`,
        ...joinParts(parts),
        control: {
          tried: `a judge that takes every address for public: ${inner.length} private connections`,
          hasFired: inner.length > 0,
        },
      };
    } finally {
      await site.close();
    }
  },
};

function waysOf(site: Site, classify: (address: string) => Reach): Readonly<Record<string, Way>> {
  const network = { classify };
  const signal = AbortSignal.timeout(120_000);
  const at = (host: string): string => `http://${host}:${PORT}/x`;
  const to = (host: string): string => site.url(`/?to=${encodeURIComponent(at(host))}`);
  const pictures = (addresses: readonly string[], limits = {}): Promise<unknown> =>
    fetchImages(addresses, {
      referer: site.url('/'),
      privateHost: null,
      network,
      limits,
      store: () => Promise.resolve({ hash: 'h', file: 'f' }),
    });
  const feed = (address: string): Promise<unknown> =>
    fetchFeed({ address, etag: null, lastModified: null, privateHost: null, maxBytes: 1_000_000, signal }, network);
  return {
    redirect: (host) => fetchPage(new URL(to(host)), { network, privateHost: PUBLIC }),
    'further page': (host) => fetchPage(new URL(at(host)), { network }),
    picture: async (host) => pictures([at(host), to(host)]),
    feed: (host) => feed(at(host)),
    'feed by redirect': (host) => feed(to(host)),
    icon: (host) => pictures([at(host)], { maxSvgBytes: 65_536, totalMs: 10_000, each: IMAGE_LIMITS.each }),
  };
}

async function tryAll(name: string, way: Way): Promise<Part> {
  let answered = 0;
  const begun = await connectsOf(async () => {
    for (const host of PRIVATE_SPELLINGS) {
      const outcome = await way(host).then(
        (value) => JSON.stringify(value),
        () => 'refused',
      );
      if (outcome !== 'refused' && !outcome.includes('"missing"')) answered += 1;
    }
  });
  const inner = begun.filter((to) => !to.startsWith(`${PUBLIC}:`));
  return {
    measured: `${name}: ${inner.length} connections${answered === 0 ? '' : `, ${answered} answered`}`,
    isHeld: inner.length + answered === 0,
  };
}

/** Through a real library, which judges as the app does: an import, the posts of a list, a feed's entries, and what was typed before an answer was given. */
async function tryLibrary(work: string, hosts: readonly string[]): Promise<readonly Part[]> {
  const layover = await openLayover({
    folder: join(work, 'library'),
    workerFile: join(process.env['QUALITY_ROOT'] ?? '.', 'out/extractWorker.cjs'),
    isPatient: false,
    now: () => new Date(),
    report: () => undefined,
    events: { libraryChanged: () => undefined, saveChanged: () => undefined, saveDismissed: () => undefined },
  });
  const addressesOf = (way: string): readonly string[] => hosts.map((host) => `http://${host}:${PORT}/${way}`);
  const ended = async (): Promise<void> => {
    const until = performance.now() + LIBRARY_MS;
    const isBusy = (): boolean => layover.saves.list().some(({ progress }) => isUnderWay(progress));
    while (isBusy() && performance.now() < until) await new Promise((done) => setTimeout(done, 100));
  };
  let answered = 0;
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    import: async () => {
      const text = addressesOf('import').join('\n');
      const preview = await layover.imports.preview('links.txt', [
        { name: 'links.txt', bytes: new TextEncoder().encode(text) },
      ]);
      await layover.imports.start(preview.id, false);
      await layover.imports.settled(preview.id);
    },
    'posts of a list': () => layover.saveMany(addressesOf('list'), { crawl: { depth: 1, atMost: hosts.length } }),
    'entries of a feed': async () => {
      for (const address of addressesOf('entry'))
        await layover.saves.add({ from: 'entry', feed: 'feed', key: address, address }, address);
    },
    'typed, before the question is answered': async () => {
      for (const address of addressesOf('typed'))
        await layover.ownNetwork.hostOf(address).then(
          () => (answered += 1),
          () => undefined,
        );
    },
  };
  const parts: Part[] = [];
  for (const [name, way] of Object.entries(ways)) {
    const begun = await connectsOf(async () => {
      await way();
      await ended();
    });
    parts.push({
      measured: `${name}: ${begun.length} connections ${begun.slice(0, 3).join(' ')}`.trim(),
      isHeld: begun.length === 0,
    });
  }
  parts.push({ measured: `typed without a question: ${answered} of ${hosts.length}`, isHeld: answered === 0 });
  await layover.close();
  return parts;
}

async function trySchemes(site: Site): Promise<Part> {
  let followed = 0;
  const begun = await connectsOf(async () => {
    for (const scheme of SCHEMES) {
      const end = await fetchPage(new URL(site.url(`/?to=${encodeURIComponent(scheme)}`)), {
        network: { classify: (address) => (address === PUBLIC ? 'public' : 'private') },
      }).then(
        () => 'followed',
        (failure: unknown) => String(Reflect.get(Object(failure), 'code')),
      );
      if (end !== 'redirect') followed += 1;
    }
  });
  const foreign = begun.filter((to) => !to.startsWith(`${PUBLIC}:`)).length;
  return {
    measured: `${SCHEMES.length} other schemes in Location: ${followed} followed, ${foreign} connections`,
    isHeld: followed + foreign === 0,
  };
}

async function tryRebinding(site: Site): Promise<Part> {
  let asked = 0;
  const resolve = (): Promise<readonly { readonly address: string; readonly family: 4 }[]> => {
    asked += 1;
    return Promise.resolve([{ address: asked === 1 ? PUBLIC : '127.0.0.1', family: 4 }]);
  };
  const port = new URL(site.origin).port;
  const name = `http://turning.example:${port}`;
  const before = site.requests.length;
  await fetchPage(new URL(`${name}/?to=${encodeURIComponent(`${name}/?to=file:///x`)}`), {
    network: { resolve, classify: (address) => (address === PUBLIC ? 'public' : 'private') },
  }).catch(() => undefined);
  const requests = site.requests.length - before;
  return {
    measured: `a name that turns private: ${asked} look-up, ${requests} requests to where it was first`,
    isHeld: asked === 1 && requests === 2,
  };
}
