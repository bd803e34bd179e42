// What people install, as it is packed for this machine: the way from a page to reading it without a network, and what nobody can make
// the program do.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { _electron, expect, test } from 'playwright/test';
import { FUSES, readFuses, setFuse } from '../../scripts/packaging/fuses.mjs';
import { fusedFile, resourcesFolder, unpackedFolder } from '../../scripts/packaging/packagePaths.mjs';
import { appFolders, type AppFolders } from '../helpers/electronApp.ts';
import { NIGHT_LINES, nightLinesRoutes } from '../helpers/nightLines.ts';
import {
  asRoot,
  packagedArguments,
  packagedProgram,
  packageWith,
  startPackaged,
  startProgram,
  wordsAtStart,
} from '../helpers/packagedApp.ts';
import { allowLoopback } from '../helpers/electronApp.ts';
import { startRawSite, startSite } from '../helpers/site.ts';
import { reportPdf } from '../unit/formats/pdfs.ts';
import { expectReading } from './journeySite.ts';

const PACKAGE = unpackedFolder(process.platform, process.arch);
const RESOURCES = resourcesFolder(PACKAGE, process.platform);
const SHIPPED_FUSES = 9;
const NO_COPY = 'a Mac runs no copy of a program whose bytes were changed';

let folders: AppFolders;

test.beforeEach(() => {
  folders = appFolders();
});

test.afterEach(() => folders.remove());

test('a page and a PDF saved with the packaged app are read, searched and looked up without a network', async () => {
  test.setTimeout(120_000);
  const site = await startSite(nightLinesRoutes);
  const online = await startPackaged(folders);
  const address = online.window.getByLabel('Address of a page to save');
  await expect(address).toBeEditable({ timeout: 20_000 });
  const startMs = Math.round(performance.now() - online.startedAt);
  console.log(`the packaged app took ${startMs} ms from its start to a screen that takes an address`);
  await allowLoopback(online.window);
  await address.fill(site.url('/night-lines'));
  await online.window.getByRole('button', { name: 'Save this page' }).click();
  const main = online.window.getByRole('main');
  await expect(main.getByText(NIGHT_LINES.title).first()).toBeVisible();
  await expect(main.getByText('Complete').first()).toBeVisible();
  expect(await online.close()).toEqual({ errors: [], code: 0 });
  const port = Number(new URL(site.origin).port);
  await site.close();

  const gone = await startRawSite((socket) => socket.destroy(), '127.0.0.1', port);
  const pdf = join(dirname(folders.library), 'tides.pdf');
  writeFileSync(pdf, await reportPdf());
  const offline = await startPackaged(folders, [pdf]);
  const { window } = offline;
  await expect(window.getByRole('main').getByText('A wall of tides').first()).toBeVisible({ timeout: 20_000 });
  await window.getByRole('navigation').getByText('Library').click();
  await window.getByRole('textbox', { name: 'Search titles and texts' }).fill('thermos');
  await window.getByRole('button', { name: NIGHT_LINES.title, exact: true }).click();
  await expectReading(window, NIGHT_LINES.title);
  const page = window.frameLocator('iframe.article-frame');
  await expect(page.getByText(NIGHT_LINES.sentence)).toBeVisible();
  // By name: the frame's images are of the frame's own class.
  const widths = (): Promise<readonly unknown[]> =>
    page.locator('.content img').evaluateAll((images) => images.map((image) => Reflect.get(image, 'naturalWidth')));
  await expect.poll(widths).toEqual([640, 400, 320, 300]);
  await expect(window.getByRole('complementary').getByText('The lamps of the quay')).toBeVisible();
  await window.screenshot({ path: test.info().outputPath('reader.png') });
  await window.keyboard.press('d');
  const lookUp = window.getByRole('dialog', { name: 'Look up' });
  await lookUp.getByRole('textbox').fill('ferry');
  await window.keyboard.press('Enter');
  await expect(lookUp).toContainText('WordNet 3.1', { timeout: 45_000 });
  expect(offline.foreignRequests()).toEqual([]);
  expect(gone.connections).toBe(0);
  expect(await offline.close()).toEqual({ errors: [], code: 0 });
  await gone.close();
  // Its code was made of this program, with this Electron, and is what a start runs.
  const log = readFileSync(join(folders.profile, 'logs/layover.log'), 'utf8');
  expect(log.match(/isPrecompiled":(?:true|false)/g)).toEqual(['isPrecompiled":true', 'isPrecompiled":true']);
});

test('all fuses of the program are set, and it holds nothing but the archive', () => {
  const found = readFuses(readFileSync(fusedFile(PACKAGE, process.platform)));
  const version = existsSync(join(PACKAGE, 'version')) ? readFileSync(join(PACKAGE, 'version'), 'utf8') : '';
  expect(FUSES).toHaveLength(SHIPPED_FUSES);
  // The older Electron of closed networks has seven.
  expect(found.size).toBe(version.startsWith('25.') ? 7 : SHIPPED_FUSES);
  for (const [name, state] of found) {
    expect([name, state]).toEqual([name, FUSES.find((fuse) => fuse.name === name)?.isOn === true ? 'on' : 'off']);
  }
  expect(existsSync(join(RESOURCES, 'app.asar'))).toBe(true);
  expect(existsSync(join(RESOURCES, 'app'))).toBe(false);
  expect(readFileSync(join(RESOURCES, 'licences.txt'), 'utf8')).toContain('react-dom');
});

test('the program is no Node and lets no debugger in', async () => {
  test.skip(process.platform === 'darwin', NO_COPY);
  const folder = dirname(folders.library);
  const marker = join(folder, 'ran');
  const script = join(folder, 'intruder.cjs');
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, '');`);
  // The same program with two fuses put back, so that the attempts are known to be good ones.
  const open = packageWith(join(folder, 'open'), (program) => {
    for (const name of ['runAsNode', 'enableNodeCliInspectArguments']) setFuse(program, name, true);
  });
  for (const [program, isOpen] of [
    [packagedProgram(), false],
    [open, true],
  ] as const) {
    await wordsAtStart(program, folders, { words: [script], env: { ELECTRON_RUN_AS_NODE: '1' } });
    expect(existsSync(marker)).toBe(isOpen);
    const said = await wordsAtStart(program, folders, { words: ['--inspect=0'] });
    expect(said.includes('Debugger listening')).toBe(isOpen);
  }
});

test('the packaged window is sandboxed, isolated and without Node, and no app but the archive is loaded', async () => {
  test.skip(process.platform === 'darwin', NO_COPY);
  const program = packageWith(join(dirname(folders.library), 'inspected'), (bytes) =>
    setFuse(bytes, 'enableNodeCliInspectArguments', true),
  );
  const app = await _electron.launch({ executablePath: program, args: packagedArguments(folders) });
  const window = await app.firstWindow();
  await expect(window.getByLabel('Address of a page to save')).toBeVisible();
  const seen = await app.evaluate(({ app: own, webContents }) => ({
    isPackaged: own.isPackaged,
    path: own.getAppPath(),
    preferences: webContents.getAllWebContents().map((contents): unknown => {
      const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
      return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
    }),
  }));
  expect(seen).toMatchObject({ isPackaged: true, path: expect.stringMatching(/app\.asar$/) });
  expect(seen.preferences).toEqual([
    expect.objectContaining({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    }),
  ]);
  const inside = await window.evaluate(() => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: typeof Reflect.get(globalThis, 'require'),
  }));
  expect(inside).toEqual({ process: 'undefined', require: 'undefined' });
  await app.close();
});

test('a portable one keeps library and profile beside its program, and finds them again', async () => {
  test.skip(process.platform === 'darwin', NO_COPY);
  const folder = join(dirname(folders.library), 'stick');
  const elsewhere = join(dirname(folders.library), 'home');
  const program = packageWith(folder, () => undefined);
  const env = { XDG_CONFIG_HOME: elsewhere, XDG_DATA_HOME: elsewhere, APPDATA: elsewhere };
  const first = await startProgram(program, [...asRoot(), '--portable'], env);
  await expect(first.window.getByLabel('Address of a page to save')).toBeEditable({ timeout: 20_000 });
  await first.window.evaluate(async () => {
    const text = 'Two lights\n\nThe keeper kept a ledger.';
    await window.layover.call('save.add', { source: { from: 'paste', text, html: null } });
  });
  await expect(first.window.getByRole('main').getByText('Two lights').first()).toBeVisible();
  await first.close();
  expect(existsSync(join(folder, 'Layover data/profile/Partitions'))).toBe(true);
  expect(readdirIfThere(elsewhere).filter((name) => /layover/i.test(name))).toEqual([]);

  const listed = spawnSync(program, [...asRoot(), 'list'], { env: { ...process.env, ...env }, encoding: 'utf8' });
  expect(listed.stdout).toContain('Two lights');

  const second = await startProgram(program, asRoot(), env);
  await expect(second.window.getByRole('main').getByText('Two lights').first()).toBeVisible({ timeout: 20_000 });
  await second.close();
});

function readdirIfThere(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
