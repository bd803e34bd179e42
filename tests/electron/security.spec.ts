// What a window may not do, tried from inside the real one.
import { expect, test } from 'playwright/test';
import { appFolders, startApp, type AppFolders, type RunningApp } from '../helpers/electronApp.ts';
import { startRawSite } from '../helpers/site.ts';

test.describe.configure({ mode: 'serial' });

let folders: AppFolders;
let app: RunningApp;
let hasStarted = false;

test.beforeAll(async () => {
  folders = appFolders();
  app = await startApp(folders);
  hasStarted = true;
});

test.afterAll(async () => {
  // When the app did not start there is nothing to quit, and the reason it gave is the one to read.
  if (hasStarted) await app.quit();
  folders.remove();
});

test('the page has no Node and no Electron, only the bridge', async () => {
  const seen = await app.window.evaluate(() => ({
    process: typeof Reflect.get(globalThis, 'process'),
    require: typeof Reflect.get(globalThis, 'require'),
    bridge: Object.keys(Object(Reflect.get(globalThis, 'layover'))).sort(),
  }));
  expect(seen).toEqual({ process: 'undefined', require: 'undefined', bridge: ['call', 'dropped', 'on'] });
});

test('windows are sandboxed, isolated and without Node', async () => {
  const preferences = await app.electron.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents): unknown => {
      // Electron has it and does not document it; there is no other way to read back what a window really got.
      const read: unknown = Reflect.get(contents, 'getLastWebPreferences');
      return typeof read === 'function' ? Reflect.apply(read, contents, []) : null;
    }),
  );
  expect(preferences).toHaveLength(1);
  for (const preference of preferences) {
    expect(preference).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
    });
  }
});

for (const address of [
  'https://elsewhere.example/',
  'file:///etc/passwd',
  'data:text/html,<p>hi',
  'layover-app://other/',
  'chrome://version/',
]) {
  test(`the window does not go to ${address}`, async () => {
    const at = await app.electron.evaluate(async ({ BrowserWindow }, to) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      await contents?.executeJavaScript(`location.assign(${JSON.stringify(to)})`, true);
      // Two frames later a navigation that was let through would have begun.
      await contents?.executeJavaScript(
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
      );
      return [contents?.getURL(), contents?.isLoadingMainFrame()];
    }, address);
    expect(at).toEqual([expect.stringMatching(/^layover-app:\/\/app\//), false]);
  });
}

test('no window is opened and no permission is given', async () => {
  const result = await app.window.evaluate(async () => ({
    opened: window.open('https://elsewhere.example/') === null,
    notification: await Notification.requestPermission(),
    location: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        () => resolve('denied'),
      ),
    ),
  }));
  expect(result).toEqual({ opened: true, notification: 'denied', location: 'denied' });
  expect(app.electron.windows()).toHaveLength(1);
});

test('nothing in the window reaches the network, not even this machine', async () => {
  const listener = await startRawSite((socket) => socket.destroy());
  await app.window.evaluate(async (origin) => {
    const image = new Image();
    const drawn = new Promise((resolve) => {
      image.addEventListener('load', () => resolve('drawn'));
      image.addEventListener('error', () => resolve('refused'));
    });
    image.src = `${origin}/pixel.png`;
    const frame = document.createElement('iframe');
    frame.src = `${origin}/frame.html`;
    document.body.append(frame);
    await Promise.allSettled([drawn, fetch(`${origin}/fetch`)]);
    frame.remove();
  }, listener.origin);
  expect(listener.connections).toBe(0);
  // Names neither, not even one that every machine knows; that hints ask for none is seen by the goal S2 of `npm run torture`.
  const lookUp = app.electron.evaluate(({ session }) => session.fromPartition('any').resolveHost('localhost'));
  await expect(lookUp).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
  await listener.close();
});

test('a call from a frame, a foreign origin or under an unknown name is refused', async () => {
  const reply: unknown = await app.window.evaluate(() => {
    const bridge: unknown = Reflect.get(globalThis, 'layover');
    const call: unknown = Reflect.get(Object(bridge), 'call');
    return typeof call === 'function' ? Reflect.apply(call, bridge, ['library.everything', undefined]) : 'no bridge';
  });
  expect(reply).toMatchObject({ ok: false, error: { code: 'bad-input' } });
});
