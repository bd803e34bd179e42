// Newer versions by the real program and a publisher on this machine: nothing is asked by itself, what is offered is told with what is new in it, and
// what is not as it was published is thrown away.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { _electron, expect, test } from 'playwright/test';
import { appArguments, appFolders, electronPath } from '../helpers/electronApp.ts';
import { startSite } from '../helpers/site.ts';
import { makeCertificate } from '../unit/capture/certificate.ts';

const NEWER = Buffer.from('the bytes of a newer Layover, as it was published');

test('without a publisher nothing is asked; with one a version is offered, and kept only when it is what was published', async () => {
  const folders = appFolders();
  const root = dirname(folders.library);
  const sum = createHash('sha512').update(NEWER).digest('base64');
  let bytes: Buffer = Buffer.from('other bytes, as long as those that were published');
  const site = await startSite(
    {
      '/latest-linux.yml': {
        body: `version: 9.9.9\nfiles:\n  - url: Layover.AppImage\n    sha512: ${sum}\n    size: ${NEWER.length}\npath: Layover.AppImage\nsha512: ${sum}\nreleaseDate: '2026-12-01T00:00:00.000Z'\nreleaseNotes: '<p>Calmer &amp; quicker.</p>'\n`,
      },
      '/Layover.AppImage': (_request, response) => void response.end(bytes),
      // The same machine by a name that the package does not name.
      '/elsewhere/latest-linux.yml': ({ socket }, response) =>
        void response.writeHead(302, { location: `https://127.0.0.1:${socket.localPort}/latest-linux.yml` }).end(),
    },
    { tls: makeCertificate({ names: ['localhost'] }) },
  );
  const named = new URL(site.url('/'));
  // By name, as every publisher is.
  named.hostname = 'localhost';
  const config = join(root, 'app-update.yml');
  writeFileSync(config, `provider: generic\nurl: ${named.href}\nupdaterCacheDirName: layover-test\n`);
  const image = join(root, 'Layover.AppImage');
  writeFileSync(image, 'this one');
  const electron = await _electron.launch({
    executablePath: electronPath(),
    args: appArguments(folders),
    env: { ...process.env, XDG_CACHE_HOME: join(root, 'cache'), APPIMAGE: image },
  });
  const page = await electron.firstWindow();
  await page.getByRole('main').waitFor();
  const program = resolve(import.meta.dirname, '../../out/updater.cjs');

  // The app as it is: no publisher, so its program for this is not even read.
  const state = await page.evaluate(() => window.layover.call('update.state', undefined));
  expect(state).toEqual({ ok: true, value: { isPossible: false, step: { is: 'unknown' } } });
  const isLoaded = await electron.evaluate(
    (_electronModule, file) =>
      Object.hasOwn(Object(Reflect.get(process.mainModule?.require('node:module'), '_cache')), file),
    program,
  );
  expect(isLoaded).toBe(false);
  expect(site.requests).toEqual([]);

  // Nobody but this test vouches for the publisher's certificate.
  await electron.evaluate(({ session }) =>
    session
      .fromPartition('electron-updater', { cache: false })
      .setCertificateVerifyProc((_request, answer) => answer(0)),
  );
  const ask = (): Promise<unknown> =>
    electron.evaluate(
      async (_electronModule, [file, yml]) => {
        const updater = process.mainModule?.require(file).openUpdater(yml);
        const offered: unknown = await updater.look();
        const outcome: unknown = await updater
          .fetch(() => undefined)
          .then(
            () => 'fetched',
            (failure: unknown) => String(failure),
          );
        return { offered, outcome };
      },
      [program, config] as const,
    );
  const offered = { version: '9.9.9', notes: 'Calmer & quicker.', sizeBytes: NEWER.length };
  expect(await ask()).toMatchObject({ offered, outcome: expect.stringContaining('sha512 checksum mismatch') });
  bytes = NEWER;
  expect(await ask()).toEqual({ offered, outcome: 'fetched' });

  // The way out is there for these alone: not for a host that the package does not name, nor for anybody afterwards.
  const asked = site.requests.length;
  writeFileSync(
    config,
    `provider: generic\nurl: ${new URL('/elsewhere/', named).href}\nupdaterCacheDirName: layover-test\n`,
  );
  await expect(ask()).rejects.toThrow('net::ERR_');
  const after = await electron.evaluate(
    ({ session }, address) =>
      session
        .fromPartition('electron-updater', { cache: false })
        .fetch(address)
        .then(
          () => 'answered',
          (failure: unknown) => String(failure),
        ),
    named.href,
  );
  expect(after).toContain('net::ERR_PROXY_CONNECTION_FAILED');
  expect(site.requests.slice(asked)).toEqual([expect.stringContaining('/elsewhere/latest-linux.yml')]);
  const closed = electron.waitForEvent('close');
  await electron.evaluate(({ app }) => app.quit());
  await closed;
  await site.close();
  folders.remove();
});
