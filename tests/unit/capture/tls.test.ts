// Sites that cannot prove who they are, and pages that leave a secure connection.
import { expect, test } from 'playwright/test';
import { startRawSite, startSite } from '../../helpers/site.ts';
import { fetchImages } from '../../../electron/capture/fetchImages.ts';
import { makeCertificate } from './certificate.ts';
import { failureOf } from './failureOf.ts';
import { png } from './pictures.ts';
import { fetchTyped } from './typed.ts';

const PAGE = '<!doctype html><p>It left at nine.</p>';
const store = (): Promise<{ hash: string; file: string }> => Promise.resolve({ hash: 'h', file: 'f' });
const to = (location: string): { status: number; headers: { location: string } } => ({
  status: 302,
  headers: { location },
});

const GOOD = makeCertificate({ names: ['127.0.0.1'] });

test('a page does not go from a secure connection to an open one', async () => {
  const open = await startSite({ '/': { body: PAGE }, '/p.png': { body: png(1, 1) } });
  const secure = await startSite(
    { '/': to(open.url('/')), '/ok': { body: PAGE }, '/p.png': to(open.url('/p.png')) },
    { tls: GOOD },
  );
  const trusting = { network: { authorities: [GOOD.cert] } };
  expect((await fetchTyped(new URL(secure.url('/ok')), trusting)).mediaType).toBe('text/html');
  const failure = await failureOf(fetchTyped(new URL(secure.url('/')), trusting));
  expect(failure).toMatchObject({
    code: 'redirect',
    message: expect.stringContaining('from a secure connection to an open one'),
  });

  const upgraded = await startSite({ '/p.png': to(secure.url('/p.png')) });
  const options = { ...trusting, referer: null, privateHost: '127.0.0.1', store };
  const outcomes = await fetchImages([secure.url('/p.png'), upgraded.url('/p.png')], options);
  expect(outcomes).toMatchObject([{ missing: { code: 'redirect' } }, { stored: { width: 1 } }]);
  await Promise.all([open.close(), secure.close(), upgraded.close()]);
});

const DAY = 86_400_000;
const DISTRUSTED: readonly (readonly [string, ReturnType<typeof makeCertificate>, boolean, RegExp])[] = [
  ['it signed itself', GOOD, false, /signed its certificate itself/],
  [
    'has expired',
    makeCertificate({
      names: ['127.0.0.1'],
      notBefore: new Date(Date.now() - 9 * DAY),
      notAfter: new Date(Date.now() - DAY),
    }),
    true,
    /has expired/,
  ],
  [
    'is not valid yet',
    makeCertificate({
      names: ['127.0.0.1'],
      notBefore: new Date(Date.now() + 9 * DAY),
      notAfter: new Date(Date.now() + 19 * DAY),
    }),
    true,
    /not valid yet/,
  ],
  ['is for another site', makeCertificate({ names: ['other.example'] }), true, /belongs to another site/],
];

for (const [what, tls, isTrusted, words] of DISTRUSTED) {
  test(`a certificate that ${what} is refused, without a way around it`, async () => {
    const site = await startSite({ '/': { body: PAGE } }, { tls });
    const network = isTrusted ? { authorities: [tls.cert] } : {};
    const failure = await failureOf(fetchTyped(new URL(site.url('/')), { network }));
    await site.close();
    expect(failure.code).toBe('tls');
    expect(failure.message).toMatch(words);
    expect(site.requests).toEqual([]);
  });
}

test('a secure connection that breaks off, speaks plainly or never starts', async () => {
  const breaking = await startRawSite((socket) => socket.once('data', () => socket.resetAndDestroy()));
  const plain = await startSite({ '/': { body: PAGE } });
  const mute = await startRawSite(() => undefined);
  const codes = [];
  for (const site of [breaking, plain, mute]) {
    const url = new URL(site.url('/').replace('http:', 'https:'));
    codes.push((await failureOf(fetchTyped(url, { limits: { connectMs: 400 } }))).code);
  }
  expect(codes).toEqual(['tls', 'tls', 'timeout']);
  await Promise.all([breaking.close(), plain.close(), mute.close()]);
});
