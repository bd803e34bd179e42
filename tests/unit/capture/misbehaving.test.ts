// Sites that are slow, endless, cut off, malformed or dead. Each must end with its own code, and leave nothing running.
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { Socket } from 'node:net';
import { expect, test } from 'playwright/test';
import { startRawSite, startSite, type Route } from '../../helpers/site.ts';
import type { FetchPageOptions } from '../../../electron/capture/fetchPage.ts';
import type { FetchLimits } from '../../../electron/capture/limits.ts';
import { failureOf } from './failureOf.ts';
import { fetchTyped } from './typed.ts';

const PAGE = '<!doctype html><p>It left at nine.</p>';
const MIB = 1024 * 1024;

async function failureFrom(route: Route, options: FetchPageOptions = {}): Promise<{ code: string; message: string }> {
  const site = await startSite({ '/': route });
  try {
    const { code, message } = await failureOf(fetchTyped(new URL(site.url('/')), options));
    return { code, message };
  } finally {
    await site.close();
  }
}

async function rawFailure(
  talk: (socket: Socket) => void,
  options: FetchPageOptions = {},
): Promise<{ code: string; message: string }> {
  const site = await startRawSite(talk);
  try {
    const { code, message } = await failureOf(fetchTyped(new URL(site.url('/')), options));
    return { code, message };
  } finally {
    await site.close();
  }
}

/** Says each piece after the one before, for as long as the connection lasts. */
function drip(socket: Socket, pieces: Iterable<string>, everyMs: number): void {
  const iterator = pieces[Symbol.iterator]();
  const timer = setInterval(() => {
    const { value, done } = iterator.next();
    if (done === true) clearInterval(timer);
    else socket.write(value);
  }, everyMs);
  socket.on('close', () => clearInterval(timer));
}

function* forever(piece: string): Generator<string> {
  for (;;) yield piece;
}

test('a site that takes the question and says nothing', async () => {
  expect(await rawFailure(() => undefined, { limits: { firstByteMs: 300 } })).toEqual({
    code: 'timeout',
    message: expect.stringMatching(/did not answer in time\. Nothing was stored; your link is kept\. Try again/),
  });
});

test('headers that never end, a few letters at a time', async () => {
  const failure = await rawFailure(
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, forever('X-Slow: yes\r\n'), 30);
    },
    { limits: { firstByteMs: 500 } },
  );
  expect(failure).toMatchObject({ code: 'timeout', message: expect.stringContaining('did not answer in time') });
});

test('a body that stops in the middle', async () => {
  const failure = await failureFrom(
    (_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write(PAGE);
    },
    { limits: { silenceMs: 300 } },
  );
  expect(failure).toMatchObject({ code: 'timeout', message: expect.stringContaining('stopped sending') });
});

test('a body that trickles, never silent for long', async () => {
  const failure = await rawFailure(
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
      drip(socket, forever('a'), 20);
    },
    { limits: { rateWindowMs: 500 } },
  );
  expect(failure).toMatchObject({ code: 'timeout', message: expect.stringContaining('too slowly') });
});

test('a slow body that never falls silent is waited for', async () => {
  const site = await startRawSite((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 36\r\n\r\n<p>');
    drip(socket, 'aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk'.split(' '), 150);
  });
  const page = await fetchTyped(new URL(site.url('/')), { limits: { silenceMs: 1000 } });
  await site.close();
  expect(Buffer.from(page.bytes).toString()).toMatch(/^<p>aaabbb.*kkk$/);
});

test('a body that is fast enough and does not end in the time there is', async () => {
  const failure = await failureFrom(
    (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'.repeat(2000)), 20);
      response.on('close', () => clearInterval(timer));
    },
    { limits: { totalMs: 700 } },
  );
  expect(failure).toMatchObject({ code: 'timeout', message: expect.stringContaining('took too long') });
});

test('a body without end is cut at the limit of size', async () => {
  let sent = 0;
  const failure = await failureFrom(
    (_request, response) => {
      const more = (): void => {
        do sent += 65_536;
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    },
    { limits: { maxBytes: 2 * MIB } },
  );
  expect(failure).toMatchObject({ code: 'too-large', message: expect.stringContaining('2 MB') });
  expect(sent).toBeLessThan(40 * MIB);
});

test('a length beyond the limit is believed at once', async () => {
  let asked = 0;
  const failure = await failureFrom((_request, response) => {
    asked += 1;
    response.writeHead(200, { 'content-length': 50 * MIB });
    response.flushHeaders();
  });
  expect(failure.code).toBe('too-large');
  expect(asked).toBe(1);
});

// One member of 10 MiB of zeros is 10 kB; gzip lets members follow each other, so this is 10 GB.
const ZEROS = gzipSync(Buffer.alloc(10 * MIB));
const BOMBS: readonly (readonly [string, Buffer, Partial<FetchLimits>])[] = [
  ['gzip', Buffer.concat(Array.from({ length: 1000 }, () => ZEROS)), {}],
  ['gzip', ZEROS, { ratioFreeBytes: MIB }],
  ['deflate', deflateSync(Buffer.alloc(40 * MIB)), { maxRatio: 1e9 }],
  ['br', brotliCompressSync(Buffer.alloc(40 * MIB)), {}],
  ['gzip, br', brotliCompressSync(gzipSync(Buffer.alloc(40 * MIB))), {}],
];

for (const [encoding, body, limits] of BOMBS) {
  test(`a bomb packed as ${encoding} (${body.length} bytes) is stopped`, async () => {
    const failure = await failureFrom({ headers: { 'content-encoding': encoding }, body }, { limits });
    expect(failure.code).toBe('too-large');
  });
}

test('three packings one over the other are refused', async () => {
  const body = gzipSync(gzipSync(gzipSync(PAGE)));
  const failure = await failureFrom({ headers: { 'content-encoding': 'gzip, gzip, gzip' }, body });
  expect(failure).toMatchObject({ code: 'bad-response', message: expect.stringContaining('3 times over') });
});

test('a packing nobody asked for is refused by name', async () => {
  const failure = await failureFrom({ headers: { 'content-encoding': 'zstd' }, body: 'x' });
  expect(failure).toMatchObject({ code: 'bad-response', message: expect.stringContaining('(zstd)') });
});

test('a body that is not packed as it says is refused', async () => {
  for (const encoding of ['gzip', 'br', 'deflate']) {
    expect((await failureFrom({ headers: { 'content-encoding': encoding }, body: PAGE })).code).toBe('bad-response');
  }
});

test('a packed body that ends in the middle is incomplete', async () => {
  const whole = gzipSync(`${PAGE}${Math.PI}`.repeat(100));
  for (const encoding of ['gzip', 'br', 'deflate']) {
    const packed =
      { gzip: whole, br: brotliCompressSync(PAGE.repeat(100)), deflate: deflateSync(PAGE.repeat(100)) }[encoding] ??
      whole;
    const failure = await failureFrom({
      headers: { 'content-encoding': encoding },
      body: packed.subarray(0, packed.length - 8),
    });
    expect(`${encoding} ${failure.code}`).toBe(`${encoding} incomplete`);
  }
});

const WHOLE = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`;
const CHUNKED = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${PAGE.length.toString(16)}\r\n${PAGE}\r\n0\r\n\r\n`;

test('an answer cut at any place is never taken for the whole', async () => {
  for (const answer of [WHOLE, CHUNKED]) {
    for (let cut = 1; cut < 20; cut += 1) {
      const part = answer.slice(0, Math.floor((answer.length * cut) / 20));
      const failure = await rawFailure((socket) => socket.end(part));
      expect(['incomplete', 'bad-response']).toContain(failure.code);
    }
  }
});

test('a connection closed without a word is incomplete', async () => {
  expect((await rawFailure((socket) => socket.on('data', () => socket.end()))).code).toBe('incomplete');
  expect((await rawFailure((socket) => socket.on('data', () => socket.resetAndDestroy()))).code).toBe('incomplete');
});

test('more bytes than announced are left out', async () => {
  const site = await startRawSite((socket) => socket.end(`${WHOLE}<p>More than was said.</p>`));
  const page = await fetchTyped(new URL(site.url('/')));
  await site.close();
  expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
});

test('a body that ends with its connection is whole', async () => {
  const site = await startRawSite((socket) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${PAGE}`));
  const page = await fetchTyped(new URL(site.url('/')));
  await site.close();
  expect(Buffer.from(page.bytes).toString()).toBe(PAGE);
});

const NONSENSE: readonly (readonly [string, string])[] = [
  ['100 kB of one header', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(100_000)}\r\n\r\n${PAGE}`],
  [
    '10,000 headers',
    `HTTP/1.1 200 OK\r\n${Array.from({ length: 10_000 }, (_, index) => `X-${index}: y\r\n`).join('')}\r\n${PAGE}`,
  ],
  ['a chunk size that is no number', `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n${PAGE}\r\n0\r\n\r\n`],
  [
    'a chunk size beyond all bounds',
    `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffffffffffffff\r\n${PAGE}`,
  ],
  ['HTTP/0.9', PAGE],
  ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n'],
  ['two lengths that differ', `HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 9\r\n\r\n${PAGE}`],
  ['a length that is no number', `HTTP/1.1 200 OK\r\nContent-Length: lots\r\n\r\n${PAGE}`],
  ['a header with a NUL', `HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n${PAGE}`],
];

for (const [what, answer] of NONSENSE) {
  test(`${what} is a bad response`, async () => {
    expect((await rawFailure((socket) => socket.end(answer))).code).toBe('bad-response');
  });
}
