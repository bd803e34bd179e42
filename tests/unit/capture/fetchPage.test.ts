// A page from a real site that behaves, and from sites that answer with something else.
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'playwright/test';
import { startRawSite, startSite, type Routes, type Site } from '../../helpers/site.ts';
import type { ErrorCode } from '#contract/errors.ts';
import { failureOf } from './failureOf.ts';
import { fetchTyped } from './typed.ts';

const PAGE = '<!doctype html><title>Night train</title><p>It left at nine.</p>';

async function withSite<T>(routes: Routes, use: (site: Site) => Promise<T>): Promise<T> {
  const site = await startSite(routes);
  try {
    return await use(site);
  } finally {
    await site.close();
  }
}

test('a page comes with its bytes, its address after redirects and its charset', async () => {
  const bytes = Buffer.from('<!doctype html><p>caf\xe9</p>', 'latin1');
  await withSite(
    {
      '/old': { status: 301, headers: { location: '/new?a=1' } },
      '/new': { headers: { 'content-type': 'Text/HTML; Charset="ISO-8859-1"; x=y' }, body: bytes },
    },
    async (site) => {
      const seen: number[] = [];
      const page = await fetchTyped(new URL(site.url('/old#part')), { onProgress: (received) => seen.push(received) });
      expect({ ...page, bytes: Buffer.from(page.bytes) }).toMatchObject({
        address: site.url('/old#part'),
        finalAddress: site.url('/new?a=1#part'),
        bytes,
        headerCharset: 'ISO-8859-1',
        mediaType: 'text/html',
        privateHost: '127.0.0.1',
      });
      expect(seen.at(-1)).toBe(bytes.length);
      expect(site.requests).toEqual(['/old', '/new?a=1']);
    },
  );
});

test('the site is asked as a browser would ask the first time', async () => {
  let headers: Readonly<Record<string, unknown>> = {};
  await withSite(
    {
      '/': (request, response) => {
        headers = request.headers;
        response.end(PAGE);
      },
    },
    async (site) => {
      await fetchTyped(new URL(site.url('/')), { acceptLanguage: 'de,en;q=0.5' });
      expect(headers['user-agent']).toMatch(/^Mozilla\/5\.0 \(.+\) .*Chrome\/\d+.* Layover$/);
      expect(headers).toMatchObject({ 'accept-language': 'de,en;q=0.5', 'accept-encoding': 'gzip, deflate, br' });
      expect(headers['accept']).toContain('text/html');
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
    },
  );
});

const PACKINGS: readonly (readonly [string, Buffer])[] = [
  ['gzip', gzipSync(PAGE)],
  ['x-gzip', gzipSync(PAGE)],
  ['deflate', deflateSync(PAGE)],
  ['deflate', deflateRawSync(PAGE)],
  ['br', brotliCompressSync(PAGE)],
  ['identity', Buffer.from(PAGE)],
  ['deflate, gzip', gzipSync(deflateSync(PAGE))],
];

for (const [encoding, body] of PACKINGS) {
  test(`a page packed as ${encoding} (${body.length} bytes) is unpacked`, async () => {
    await withSite({ '/': { headers: { 'content-encoding': encoding }, body } }, async (site) => {
      expect(Buffer.from((await fetchTyped(new URL(site.url('/')))).bytes).toString()).toBe(PAGE);
    });
  });
}

test('a page of 20 MB comes whole', async () => {
  const body = `<!doctype html><p>${'A long journey. '.repeat(1_310_720)}</p>`;
  await withSite({ '/': { body } }, async (site) => {
    const page = await fetchTyped(new URL(site.url('/')));
    expect(page.bytes.length).toBe(body.length);
  });
});

const STATUSES: readonly (readonly [status: number, code: ErrorCode, words: RegExp])[] = [
  [400, 'http-status', /answered with 400/],
  [401, 'sign-in', /without signing in.*from there as a file/],
  [403, 'sign-in', /without signing in/],
  [404, 'gone', /has no page at this address \(404\).*web\.archive\.org/],
  [410, 'gone', /removed .* for good \(410\).*web\.archive\.org/],
  [429, 'http-status', /too busy .*\(429\).*wait 5 minutes/],
  [500, 'http-status', /fault of its own \(500\)/],
  [503, 'http-status', /too busy .*\(503\)/],
  [304, 'http-status', /answered with 304/],
];

for (const [status, code, words] of STATUSES) {
  test(`status ${status} is not stored, however pretty its page`, async () => {
    await withSite({ '/': { status, headers: { 'retry-after': '300' }, body: PAGE } }, async (site) => {
      const failure = await failureOf(fetchTyped(new URL(site.url('/'))));
      expect(failure.code).toBe(code);
      expect(failure.message).toMatch(words);
      expect(failure.message).toContain('Nothing was stored; your link is kept.');
    });
  });
}

const WAITS: readonly (readonly [retryAfter: string, ms: number, words: RegExp])[] = [
  ['90', 90_000, /wait 2 minutes\.$/],
  ['1000000000000', 86_400_000, /wait 24 hours\.$/],
  ['Fri, 02 Oct 2026 12:00:00 GMT', 3_600_000, /wait 60 minutes\.$/],
  ['Friday, 02-Oct-26 12:00:00 GMT', 3_600_000, /wait 60 minutes\.$/],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 0, /Try again in a while\.$/],
  ['-5', 0, /Try again in a while\.$/],
  ['soon', 0, /Try again in a while\.$/],
  ['7 dwarfs', 0, /Try again in a while\.$/],
  ['', 0, /Try again in a while\.$/],
];

for (const [retryAfter, afterMs, words] of WAITS) {
  test(`a site that asks to wait ${JSON.stringify(retryAfter)} is understood, by its own clock`, async () => {
    // A server that lives in the future.
    const headers = { 'retry-after': retryAfter, date: 'Fri, 02 Oct 2026 11:00:00 GMT' };
    await withSite({ '/': { status: 429, headers } }, async (site) => {
      const { message, outlook } = await failureOf(fetchTyped(new URL(site.url('/'))));
      expect(message).toMatch(words);
      expect(outlook).toEqual({ kind: 'later', afterMs, isHostWide: true });
    });
  });
}

const NOT_PAGES: readonly (readonly [string, string, Uint8Array | string, RegExp])[] = [
  [
    'a picture that says it is HTML',
    'text/html',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    /is a picture \(PNG\)/,
  ],
  ['a JPEG', 'image/jpeg', Buffer.from('ffd8ffe000104a46494600', 'hex'), /is a picture \(JPEG\)/],
  [
    'a program that says it is a PDF',
    'application/pdf',
    Buffer.from('MZ\x90\0\x03\0\0\0\x04', 'latin1'),
    /is a program/,
  ],
  ['a ZIP archive', 'application/octet-stream', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'), /ZIP archive/],
  ['a video', 'video/mp4', Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0', 'latin1'), /is a video/],
  ['noise', 'text/html', Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 251)), /binary data/],
  ['a feed', 'application/rss+xml', '<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0"></rss>', /is a feed/],
  ['a drawing', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', /picture \(SVG\)/],
  ['data', 'application/json', '{"html":"<p>no</p>"}', /JSON/],
];

for (const [what, type, body, words] of NOT_PAGES) {
  test(`${what} is named for what it is`, async () => {
    await withSite({ '/': { headers: { 'content-type': type }, body } }, async (site) => {
      const failure = await failureOf(fetchTyped(new URL(site.url('/'))));
      expect(failure.code).toBe('unreadable');
      expect(failure.message).toMatch(words);
    });
  });
}

const PAGES: readonly (readonly [string, string, Uint8Array | string, string])[] = [
  ['a page without a type', '', PAGE, 'text/html'],
  ['a page called a picture', 'image/png', PAGE, 'text/html'],
  ['a page called a download', 'application/octet-stream', PAGE, 'text/html'],
  ['a page called plain text', 'text/plain', `\n<!-- x -->\n${PAGE}`, 'text/html'],
  [
    'an XHTML page',
    'application/xhtml+xml',
    '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>x</p></html>',
    'text/html',
  ],
  ['text called HTML', 'text/html', 'Just words.', 'text/html'],
  ['plain text', 'text/plain', 'Just words, and a <b> in them.', 'text/plain'],
  ['Markdown', 'text/markdown', '# Words', 'text/plain'],
  ['UTF-16 without a mark', 'text/html', Buffer.from(PAGE, 'utf16le'), 'text/html'],
  ['a page with a stray control character', 'text/html', `${PAGE}\x00\x0b${'more '.repeat(200)}`, 'text/html'],
];

for (const [what, type, body, mediaType] of PAGES) {
  test(`${what} is taken as ${mediaType}`, async () => {
    await withSite({ '/': { headers: { 'content-type': type }, body } }, async (site) => {
      expect((await fetchTyped(new URL(site.url('/')))).mediaType).toBe(mediaType);
    });
  });
}

for (const [what, status, body] of [
  ['204', 204, ''],
  ['an empty body', 200, ''],
  ['only white space', 200, ' \r\n\t '],
  ['only a byte order mark', 200, '\uFEFF'],
] as const) {
  test(`${what} is no content`, async () => {
    await withSite({ '/': { status, body } }, async (site) => {
      expect((await failureOf(fetchTyped(new URL(site.url('/'))))).code).toBe('no-content');
    });
  });
}

test('an empty body that says it is packed is no content', async () => {
  await withSite({ '/': { headers: { 'content-encoding': 'gzip' }, body: '' } }, async (site) => {
    expect((await failureOf(fetchTyped(new URL(site.url('/'))))).code).toBe('no-content');
  });
});

test('a connection that the site closed while it was idle is not held against it', async () => {
  // The first answer promises to stay open and does not; the redirect then finds a dead connection or makes a new one.
  let answered = 0;
  const site = await startRawSite((socket) => {
    socket.on('data', () => {
      answered += 1;
      if (answered === 1)
        socket.end('HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\nConnection: keep-alive\r\n\r\n');
      else socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${PAGE.length}\r\n\r\n${PAGE}`);
    });
  });
  const page = await fetchTyped(new URL(site.url('/a')));
  await site.close();
  expect(page.finalAddress).toBe(site.url('/b'));
});
