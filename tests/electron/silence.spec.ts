// No telemetry, proved: the real app is started for the first time, walked through and left alone, while every name would lead to a listener that
// counts, Chromium's own log of its network is read, and every socket and look-up of Node, in threads too, is written down.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'playwright/test';
import { appFolders, startApp } from '../helpers/electronApp.ts';
import { extent } from '../helpers/extent.ts';
import { startRawSite } from '../helpers/site.ts';
import { readNetLog } from '../tools/torture/netLog.ts';

const IDLE_MS = extent(4_000, 120_000);
/** Where the window's session looks for a proxy that is not there. */
const DEAD = /^127\.0\.0\.1:9$/;

/** Loaded by Node before the program, in the main process and in each thread. */
const watcher = (file: string): string => `
const { appendFileSync } = require('node:fs');
// The app takes files that it is started with for files to save.
const named = process.argv.indexOf(__filename);
if (named > 0) process.argv.splice(named - 1, 2);
const note = (what) => appendFileSync(${JSON.stringify(file)}, what + '\\n');
const wrap = (on, name) => {
  const real = on[name];
  on[name] = function (...words) {
    const [first] = words.flat();
    note(name + ' ' + (typeof first === 'object' ? first?.path ?? first?.host + ':' + first?.port : first));
    return Reflect.apply(real, this, words);
  };
};
wrap(require('node:net').Socket.prototype, 'connect');
for (const dns of [require('node:dns'), require('node:dns').promises])
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) wrap(dns, name);
wrap(require('node:dgram').Socket.prototype, 'send');
const threads = require('node:worker_threads');
const { Worker } = threads;
threads.Worker = class extends Worker {
  constructor(file, options) {
    super(file, { ...options, execArgv: ['--require', __filename] });
  }
};
note('watching');
`;

test('the app connects to nobody and looks up no name: first start, a walk through every place, and left alone', async () => {
  test.setTimeout(120_000 + IDLE_MS);
  const folders = appFolders(true);
  const listener = await startRawSite((socket) => socket.destroy());
  const root = dirname(folders.profile);
  const [deeds, program, netLog] = ['deeds.txt', 'watch.cjs', 'net.json'].map((name) => join(root, name));
  if (deeds === undefined || program === undefined || netLog === undefined) throw new Error('no files to write to');
  mkdirSync(root, { recursive: true });
  writeFileSync(program, watcher(deeds));
  const names = `--host-resolver-rules=MAP * ${new URL(listener.origin).host}, EXCLUDE 127.0.0.1, EXCLUDE *.lookup.test`;
  const app = await startApp(folders, [names, `--log-net-log=${netLog}`], ['-r', program]);
  const { window } = app;
  try {
    await expect(window.getByRole('heading', { name: 'Where your library lives' })).toBeVisible();
    await window.getByRole('button', { name: 'Next' }).click();
    await window.getByRole('button', { name: 'Skip this step' }).click();
    await window.getByRole('button', { name: 'Look around with a sample' }).click();
    await expect(window.locator('.post-row').first()).toBeVisible();
    for (const place of ['Queue', 'Timeline', 'Library', 'Trips', 'Settings']) {
      await window.getByRole('navigation').getByText(place, { exact: true }).click();
      await expect(window.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    }
    await window.getByRole('button', { name: 'Check now' }).click();
    await expect(window.getByText('1 article, as it was saved')).toBeVisible();
    await window.keyboard.press('Control+3');
    await window.getByRole('main').getByRole('article').first().getByRole('button').first().click();
    await expect(window.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
    // Nothing ends this but its own time: something might be asked at any moment of it.
    await window.waitForTimeout(IDLE_MS);
    expect(await app.foreignRequests()).toEqual([]);
    expect(listener.connections).toBe(0);
    const nodes = readFileSync(deeds, 'utf8').trim().split('\n');
    expect(nodes.filter((line) => line === 'watching').length).toBeGreaterThan(1);
    expect(nodes.filter((line) => line !== 'watching')).toEqual([]);

    // The same eyes see what is really asked.
    await app.electron.evaluate(async ({ net }, origin) => {
      const ask = (address: string): Promise<unknown> => net.fetch(address).catch(() => undefined);
      await Promise.all([ask('http://control.mapped.test/'), ask('http://control.lookup.test/')]);
      await fetch(origin).catch(() => undefined);
    }, listener.origin);
  } finally {
    await app.quit();
  }
  expect(listener.connections).toBeGreaterThan(0);
  expect(readFileSync(deeds, 'utf8')).toContain(`connect 127.0.0.1:${new URL(listener.origin).port}`);
  const { lookUps, connects } = readNetLog(netLog);
  expect([...new Set(lookUps)].map((name) => name.replace(/^https?:\/\//, ''))).toEqual([
    expect.stringContaining('control.lookup.test'),
  ]);
  const to = new URL(listener.origin).host;
  expect([...new Set(connects.filter((address) => !DEAD.test(address) && address !== to))]).toEqual([]);
  await listener.close();
  const log = readFileSync(join(folders.profile, 'logs', 'layover.log'), 'utf8');
  for (const event of ['start', 'library', 'save', 'verified', 'end']) expect(log).toContain(`"event":"${event}"`);
  expect(log).not.toMatch(new RegExp(`${root}|last-signal|https?:`));
  folders.remove();
});
