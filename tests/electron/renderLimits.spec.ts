// The page renderer alone, with limits of its own: pages that never end, never stop sending, or look for a way past the rules for requests.
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test, type ElectronApplication } from 'playwright/test';
import { buildProgram } from '../helpers/buildProgram.ts';
import { startRawSite, startSite } from '../helpers/site.ts';
import type { Rendering } from './renderProgram.ts';

declare const rendering: Rendering;

const MB = 1024 * 1024;
const PATIENT = { totalMs: 30_000, loadMs: 5000, quietMs: 4000 };

let folder: string;
let electron: ElectronApplication;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-render-'));
  await buildProgram('tests/electron/renderProgram.ts', join(folder, 'render.cjs'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'render', main: 'render.cjs' }));
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  electron = await _electron.launch({
    executablePath: process.env['LAYOVER_ELECTRON'] ?? '',
    args: [...asRoot, `--user-data-dir=${join(folder, 'profile')}`, folder],
  });
});

test.afterAll(async () => {
  await electron.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function render(address: string, limits = PATIENT): ReturnType<Rendering['render']> {
  return electron.evaluate((_electron, [to, within]) => rendering.render(to, within), [address, limits] as const);
}

test('a page whose script never ends is given up when its time is over, and the next page is rendered', async () => {
  const site = await startSite({
    '/loop': { body: '<title>Loop</title><script>setTimeout(() => { for (;;); }, 50)</script>' },
    '/fine': { body: '<title>Fine</title><p>All is well.</p>' },
  });
  expect(await render(site.url('/loop'), { ...PATIENT, totalMs: 2000 })).toEqual({ code: 'timeout' });
  // By its name: Chromium looks none up, its proxy does.
  const named = site.url('/fine').replace('127.0.0.1', 'localhost');
  expect(await render(named)).toMatchObject({ text: expect.stringContaining('All is well.') });
  await site.close();
});

test('a page that never stops changing is taken as it is', async () => {
  const site = await startSite({
    '/ticker': {
      body: '<title>Ticker</title><p>The first line stays.</p><script>setInterval(() => document.body.append("."), 20)</script>',
    },
  });
  expect(await render(site.url('/ticker'), { ...PATIENT, quietMs: 1000 })).toMatchObject({
    text: expect.stringContaining('The first line stays.'),
  });
  await site.close();
});

test('a page that fetches without end is cut off, though nothing says how much is to come', async () => {
  let sent = 0;
  const site = await startSite({
    '/flood': {
      body: `<title>Flood</title><p>Before the flood.</p><script>(async () => {
        const reader = (await fetch('/endless')).body.getReader();
        while (!(await reader.read()).done);
      })().catch(() => document.body.append('It was cut off.'))</script>`,
    },
    '/endless': (_request, response) => {
      const piece = Buffer.alloc(MB);
      const send = (): void => {
        while (!response.destroyed && sent < 500 * MB) {
          sent += piece.length;
          if (!response.write(piece)) return void response.once('drain', send);
        }
      };
      send();
    },
  });
  expect(await render(site.url('/flood'))).toMatchObject({ text: expect.stringContaining('It was cut off.') });
  // What is over the limit lies in the buffers between.
  expect(sent).toBeGreaterThan(60 * MB);
  expect(sent).toBeLessThan(120 * MB);
  await site.close();
});

test('no way leads to a private machine: not calls, not streams, not hints, not redirects', async () => {
  const hidden = await startRawSite((socket) => socket.destroy(), '127.0.0.2');
  const datagrams = createSocket('udp4');
  let packets = 0;
  datagrams.on('message', () => {
    packets += 1;
  });
  await new Promise<void>((resolve) => datagrams.bind(0, '127.0.0.2', resolve));
  const at = `127.0.0.2:${new URL(hidden.origin).port}`;
  const udp = `127.0.0.2:${datagrams.address().port}`;
  const site = await startSite({
    '/sneak': {
      body: `<title>Sneak</title><link rel="preconnect" href="http://${at}"><link rel="prefetch" href="http://${at}/a">
        <p id="out"></p><script>
        const say = (text) => document.getElementById('out').append(text);
        const peer = new RTCPeerConnection({ iceServers: [
          { urls: 'turn:${at}?transport=tcp', username: 'a', credential: 'b' }, { urls: 'stun:${udp}' }] });
        peer.createDataChannel('x');
        peer.onicegatheringstatechange = () => say('[calls: ' + peer.iceGatheringState + ']');
        peer.createOffer().then((offer) => peer.setLocalDescription(offer));
        if (typeof WebTransport === 'undefined') say('[streams: failed]');
        else new WebTransport('https://${udp}/').ready.catch(() => say('[streams: failed]'));
        new WebSocket('ws://${at}/').onerror = () => say('[socket: failed]');
        fetch('/redirect', { mode: 'no-cors' }).catch(() => say('[redirect: failed]'));
        // Not at rest before each has come to its end.
        const wait = setInterval(() => {
          document.body.append('.');
          if (document.getElementById('out').textContent.match(/failed|complete/g)?.length === 4) clearInterval(wait);
        }, 100);
      </script>`,
    },
    '/redirect': { status: 302, headers: { location: `http://${at}/b` } },
  });
  const page = await render(site.url('/sneak'), { ...PATIENT, quietMs: 12_000 });
  const text = 'text' in page ? page.text : '';
  for (const end of ['[calls: complete]', '[streams: failed]', '[socket: failed]', '[redirect: failed]']) {
    expect(text).toContain(end);
  }
  expect(site.requests).toContain('/redirect');
  expect({ connections: hidden.connections, packets }).toEqual({ connections: 0, packets: 0 });
  datagrams.close();
  await site.close();
  await hidden.close();
});
