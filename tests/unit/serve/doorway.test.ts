// The door for browsers: what is let in, and what is turned away.
import { connect } from 'node:net';
import { expect, test } from 'playwright/test';
import type { ShownPage } from '../../../electron/capture/formats/writeMhtml.ts';
import { openDoorway, pageCode, type Doorway } from '../../../electron/serve/doorway.ts';

const CODE = 'abcdefghijklmnopqrstuvwxyz';
const EXTENSION = 'chrome-extension://abcdefghijklmnop';
const PAGE = { address: 'https://a.example/post', html: '<p>Text.</p>', images: [] };

let door: Doorway;
let taken: ShownPage[];
let now: number;
let bugs: unknown[];

test.beforeEach(async () => {
  taken = [];
  bugs = [];
  now = 0;
  door = await openDoorway({
    code: CODE,
    ports: [0],
    now: () => now,
    report: (bug) => bugs.push(bug),
    take: (page) => {
      taken.push(page);
      return Promise.resolve();
    },
  });
});

test.afterEach(async () => {
  await door.close();
  expect(bugs).toEqual([]);
});

interface Knock {
  readonly path?: string;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** By hand, because `fetch` lets nobody choose a host or an origin. */
function knock({
  path = '/save',
  method = 'POST',
  body = PAGE,
  headers = {},
}: Knock): Promise<{ status: number; head: string }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const all = {
    host: `127.0.0.1:${door.port}`,
    'content-length': String(Buffer.byteLength(text)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return new Promise((resolve, reject) => {
    const socket = connect(door.port, '127.0.0.1', () => {
      socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${method === 'GET' ? '' : text}`);
    });
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve({ status: Number(answer.split(' ')[1]), head: answer }));
    socket.on('error', (failure) => (answer === '' ? reject(failure) : undefined));
  });
}

const bearer = (code = CODE): Record<string, string> => ({ authorization: `Bearer ${code}`, origin: EXTENSION });

test('an extension that shows the code hands a page over with its pictures', async () => {
  const images = [
    { address: 'https://a.example/a.png', mediaType: 'image/png', base64: Buffer.from('png').toString('base64') },
  ];
  const { status, head } = await knock({ headers: bearer(), body: { ...PAGE, images } });
  expect(status).toBe(202);
  expect(head.toLowerCase()).toContain(`access-control-allow-origin: ${EXTENSION}`);
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatchObject({ address: PAGE.address, html: PAGE.html });
  expect(Buffer.from(taken[0]?.images[0]?.bytes ?? []).toString()).toBe('png');
  expect((await knock({ path: '/hello', method: 'GET', headers: bearer() })).status).toBe(200);
});

const TURNED_AWAY: readonly (readonly [what: string, status: number, knock: Knock])[] = [
  ['a wrong code', 401, { headers: bearer('zzzzzzzzzzzzzzzzzzzzzzzzzz') }],
  ['no code', 401, { headers: { origin: EXTENSION } }],
  ['a page of the web that knows the code', 403, { headers: { ...bearer(), origin: 'https://evil.example' } }],
  ['a name that was pointed at this machine', 403, { headers: { ...bearer(), host: 'evil.example' } }],
  ['another path', 404, { path: '/articles', headers: bearer() }],
  ['another method', 404, { method: 'DELETE', headers: bearer() }],
  ['what is no JSON', 400, { headers: bearer(), body: '{' }],
  ['what is no page', 400, { headers: bearer(), body: { address: 'https://a.example/' } }],
  ['a file of this machine', 400, { headers: bearer(), body: { ...PAGE, address: 'file:///etc/passwd' } }],
  [
    'a picture that is none',
    400,
    {
      headers: bearer(),
      body: { ...PAGE, images: [{ address: 'https://a.example/', mediaType: 'text/html\r\nX: y', base64: '' }] },
    },
  ],
];

for (const [what, status, asked] of TURNED_AWAY) {
  test(`${what} is turned away`, async () => {
    const answer = await knock(asked);
    expect(answer.status).toBe(status);
    expect(answer.head).not.toContain(CODE);
    expect(taken).toEqual([]);
  });
}

test('more than 64 MB is turned away before it is all here', async () => {
  const { status } = await knock({ headers: bearer(), body: { ...PAGE, html: 'x'.repeat(65 * 1024 * 1024) } });
  expect(status).toBe(413);
  expect(taken).toEqual([]);
});

test('whether a page may ask is said to extensions alone', async () => {
  const asks = (origin: string): Promise<{ status: number; head: string }> =>
    knock({ method: 'OPTIONS', body: '', headers: { origin, 'access-control-request-method': 'POST' } });
  expect((await asks(EXTENSION)).head.toLowerCase()).toContain(
    'access-control-allow-headers: authorization, content-type',
  );
  const web = await asks('https://a.example');
  expect(web.status).toBe(403);
  expect(web.head.toLowerCase()).not.toContain('access-control');
});

test('after ten wrong codes in a minute nobody is let in, and then again', async () => {
  for (let tries = 0; tries < 10; tries += 1) await knock({ headers: bearer('wrong') });
  expect((await knock({ headers: bearer() })).status).toBe(429);
  now = 60_001;
  expect((await knock({ headers: bearer() })).status).toBe(202);
});

test('a page hands over itself and nothing else, and its code opens nothing else', async () => {
  const code = pageCode(CODE);
  const origin = 'https://a.example';
  const asked = { path: '/page', headers: { origin, 'content-type': 'text/plain' } };
  expect((await knock({ ...asked, body: { code, ...PAGE } })).status).toBe(202);
  expect((await knock({ ...asked, body: { code, ...PAGE, address: 'https://b.example/' } })).status).toBe(403);
  expect((await knock({ ...asked, body: { code: CODE, ...PAGE } })).status).toBe(401);
  expect((await knock({ headers: { authorization: `Bearer ${code}`, origin: EXTENSION } })).status).toBe(401);
  expect(taken).toHaveLength(1);
});

test('only this machine can knock', async () => {
  const refused = await new Promise<string>((resolve) => {
    const socket = connect(door.port, '127.0.0.2', () => resolve('let in'));
    socket.on('error', (failure: NodeJS.ErrnoException) => resolve(failure.code ?? ''));
  });
  expect(refused).toBe('ECONNREFUSED');
});
