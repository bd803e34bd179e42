// Newer versions are asked for, fetched and installed when the person says so, never on a trip, and by nobody where there is no publisher.
import { expect, test } from 'playwright/test';
import { isTripId, type Trip } from '#contract/trip.ts';
import type { UpdateState } from '#contract/updates.ts';
import {
  isPublisherHost,
  mayUpdate,
  notesText,
  publisherHosts,
} from '../../../electron/library/updating/updateConfig.ts';
import {
  createUpdateKeeper,
  type UpdateKeeper,
  type UpdateKeeperOptions,
} from '../../../electron/library/updating/updateKeeper.ts';

const NOW = '2026-12-01T12:00:00.000Z';

function aTrip(change: Partial<Trip>): Trip {
  const id = 'a'.repeat(12);
  if (!isTripId(id)) throw new Error('no id');
  return {
    id,
    name: 'Lisbon',
    departure: null,
    minutes: 60,
    sizeBytes: null,
    fetchBytes: null,
    sources: [],
    reminds: false,
    made: '2026-11-01T00:00:00.000Z',
    left: null,
    landed: null,
    items: [],
    refused: [],
    ...change,
  };
}

interface Asked {
  readonly keeper: UpdateKeeper;
  /** What was asked of the publisher's program, in order. */
  readonly asked: string[];
  readonly told: UpdateState['step']['is'][];
}

function keep(change: Partial<UpdateKeeperOptions> = {}, trips: readonly Trip[] = []): Asked {
  const [asked, told]: [string[], UpdateState['step']['is'][]] = [[], []];
  const keeper = createUpdateKeeper({
    open: () => {
      asked.push('open');
      return {
        look: () => {
          asked.push('look');
          return Promise.resolve({ version: '2.0.0', notes: 'Calmer.', sizeBytes: 90_000_000 });
        },
        fetch: (tell) => {
          asked.push('fetch');
          tell(0.5);
          return Promise.resolve();
        },
        install: () => void asked.push('install'),
      };
    },
    trips: { plans: () => Promise.resolve(trips) },
    isPacking: () => false,
    isMetered: () => Promise.resolve(false),
    looksByItself: () => false,
    endFor: (install) => install(),
    changed: ({ step }) => void told.push(step.is),
    now: () => new Date(NOW),
    report: (bug) => {
      throw bug;
    },
    ...change,
  });
  return { keeper, asked, told };
}

test('without a publisher there is nothing to ask, and nothing is', async () => {
  const { keeper, asked } = keep({ open: undefined, looksByItself: () => true });
  keeper.start();
  await keeper.lookByItself();
  expect(keeper.state()).toEqual({ isPossible: false, step: { is: 'unknown' } });
  await expect(keeper.look()).rejects.toMatchObject({ code: 'not-found' });
  expect(asked).toEqual([]);
  keeper.close();
});

test('a newer version is offered with what is new in it, and fetched and installed one wish at a time', async () => {
  const { keeper, asked, told } = keep();
  keeper.start();
  await keeper.lookByItself();
  expect(asked).toEqual([]);
  expect((await keeper.look()).step).toEqual({
    is: 'offered',
    version: '2.0.0',
    notes: 'Calmer.',
    sizeBytes: 90_000_000,
  });
  expect(asked).toEqual(['open', 'look']);
  await expect(keeper.install()).rejects.toMatchObject({ code: 'not-found' });
  expect((await keeper.fetch(false)).step).toEqual({ is: 'ready', version: '2.0.0', notes: 'Calmer.' });
  expect(told).toEqual(['looking', 'offered', 'fetching', 'fetching', 'ready']);
  expect(asked).not.toContain('install');
  await keeper.install();
  expect(asked).toEqual(['open', 'look', 'fetch', 'install']);
  keeper.close();
});

test('from the departure to the landing, and while a trip is packed, nothing is asked, fetched or installed', async () => {
  const ways: readonly (readonly [string, Partial<UpdateKeeperOptions>, readonly Trip[]])[] = [
    ['left', {}, [aTrip({ left: '2026-12-01T09:00:00.000Z' })]],
    ['departed', {}, [aTrip({ departure: { day: '2026-12-01', time: '11:00', zone: 'UTC' } })]],
    ['packing', { isPacking: () => true }, []],
  ];
  for (const [name, change, trips] of ways) {
    const { keeper, asked } = keep({ looksByItself: () => true, ...change }, trips);
    await keeper.lookByItself();
    for (const wish of [keeper.look(), keeper.fetch(true), keeper.install()])
      await expect(wish, name).rejects.toMatchObject({ code: 'locked', detail: { is: 'updateOnTrip' } });
    expect(
      asked.filter((each) => each !== 'open'),
      name,
    ).toEqual([]);
  }
  const over: readonly Trip[] = [
    aTrip({ left: '2026-11-20T09:00:00.000Z', landed: '2026-11-21T09:00:00.000Z' }),
    aTrip({ departure: { day: '2026-12-24', time: '11:00', zone: 'UTC' } }),
    aTrip({ departure: { day: '2026-06-01', time: '11:00', zone: 'UTC' } }),
  ];
  expect((await keep({}, over).keeper.look()).step.is).toBe('offered');
});

test('by itself it looks once a day and fetches nothing; over a network that counts its data only when that is said', async () => {
  let now = new Date(NOW);
  const { keeper, asked } = keep({ looksByItself: () => true, now: () => now, isMetered: () => Promise.resolve(true) });
  await keeper.lookByItself();
  await keeper.lookByItself();
  now = new Date('2026-12-02T12:30:00.000Z');
  await keeper.lookByItself();
  expect(asked).toEqual(['open', 'look', 'look']);
  await expect(keeper.fetch(false)).rejects.toMatchObject({ code: 'network', detail: { is: 'meteredUpdate' } });
  expect(asked).not.toContain('fetch');
  expect((await keeper.fetch(true)).step.is).toBe('ready');
});

test('what cannot be reached or proved is told, and leaves Layover as it is', async () => {
  const { keeper } = keep({
    open: () => ({
      look: () => Promise.resolve({ version: '2.0.0', notes: '', sizeBytes: null }),
      fetch: () => Promise.reject(new Error('sha512 checksum mismatch')),
      install: () => {
        throw new Error('never');
      },
    }),
  });
  await keeper.look();
  const { step } = await keeper.fetch(false);
  expect(step).toMatchObject({ is: 'failed', message: expect.stringContaining('was thrown away') });
  await expect(keeper.install()).rejects.toMatchObject({ code: 'not-found' });
});

test('only a package with a publisher whose versions are proved can be updated', () => {
  const yml = 'owner: yard\nrepo: layover\nprovider: github\n';
  const signed = `${yml}publisherName:\n  - Yard\n`;
  const place = { platform: 'darwin', env: {}, isPackaged: true, isCarried: false, config: yml } as const;
  expect(mayUpdate(place)).toBe(true);
  expect(mayUpdate({ ...place, config: undefined })).toBe(false);
  expect(mayUpdate({ ...place, config: '' })).toBe(false);
  expect(mayUpdate({ ...place, isPackaged: false })).toBe(false);
  expect(mayUpdate({ ...place, isCarried: true })).toBe(false);
  expect(mayUpdate({ ...place, platform: 'win32' })).toBe(false);
  expect(mayUpdate({ ...place, platform: 'win32', config: signed })).toBe(true);
  expect(mayUpdate({ ...place, platform: 'win32', config: signed, env: { PORTABLE_EXECUTABLE_DIR: 'D:' } })).toBe(
    false,
  );
  expect(mayUpdate({ ...place, platform: 'linux' })).toBe(false);
  expect(mayUpdate({ ...place, platform: 'linux', env: { APPIMAGE: '/a' } })).toBe(true);
  expect(mayUpdate({ ...place, config: 'provider: generic\nurl: http://yard.example\n' })).toBe(false);
  expect(mayUpdate({ ...place, config: 'provider: generic\nurl: https://yard.example\n' })).toBe(true);
});

test('a publisher is asked at the host that the package names, and where that is known to send on to; nobody else is', () => {
  const asked = (config: string, hosts: readonly string[]): readonly string[] => {
    const publisher = publisherHosts(config);
    return publisher === undefined ? [] : hosts.filter((host) => isPublisherHost(host, publisher));
  };
  const all = ['github.com', 'api.github.com', 'release-assets.githubusercontent.com', 'githubusercontent.com.example'];
  const yard = ['yard.example', 'files.yard.example', 'evilyard.example', ...all];
  expect(asked('provider: github\nowner: yard\nrepo: layover\n', yard)).toEqual([all[0], all[2]]);
  expect(asked('provider: github\nhost: yard.example\n', yard)).toEqual(['yard.example']);
  expect(asked('provider: github\nprotocol: http\n', yard)).toEqual([]);
  expect(asked("provider: generic\nurl: 'https://YARD.example:8443/layover/'\n", yard)).toEqual(['yard.example']);
  for (const config of [
    'provider: s3\nbucket: yard\n',
    'provider: generic\nurl: https://\n',
    'url: https://yard.example',
  ])
    expect(asked(config, yard)).toEqual([]);
});

test('what a publisher says of a version is text, whatever it is written in', () => {
  expect(notesText('<h2>New</h2><ul><li>Calm &amp; quick</li></ul><img src=x onerror=alert(1)>')).toBe(
    'New\n\n• Calm & quick',
  );
  expect(
    notesText([
      { version: '2.0.0', note: '<p>Two</p>' },
      { version: '1.9.0', note: null },
    ]),
  ).toBe('2.0.0\nTwo\n\n1.9.0');
  expect(notesText(undefined)).toBe('');
});
