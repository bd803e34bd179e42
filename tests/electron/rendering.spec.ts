// Pages that are nothing before their scripts have run, and pages that try what they may not, in the real app.
import { expect, test } from 'playwright/test';
import { allowLoopback, appFolders, startApp, type AppFolders, type RunningApp } from '../helpers/electronApp.ts';
import { startSite, type Site } from '../helpers/site.ts';
import { png } from '../unit/capture/pictures.ts';

const LINES = Array.from(
  { length: 12 },
  (_, at) =>
    `On day ${at + 1} the surveyors crossed the ice to the northern shore, measured the thickness at nine holes, and came back before the wind turned.`,
);
const BUILT = `<!doctype html><html lang="en"><head><title>Survey of the ice</title></head><body><div id="root">
<noscript>Please turn on JavaScript to use this site.</noscript></div><script>
fetch('/data').then((answer) => answer.json()).then((lines) => {
  document.title = 'Survey of the ice';
  const rest = lines.map((line) => '<p>' + line + '</p>').join('');
  document.getElementById('root').innerHTML = '<main><article><h1>Survey of the ice</h1>' + rest
    + '<figure><img class="late" data-picture="/late.png" alt="The shore"></figure>'
    + '<iframe src="https://www.youtube.com/embed/ice0123456A" title="The crossing, filmed"></iframe>'
    + '<img alt="The holes" srcset="/small.png 300w, /large.png 1600w" sizes="700px"><div id="note"></div></article></main>';
  document.getElementById('note').attachShadow({ mode: 'open' }).innerHTML = '<p>A note of the leader, kept in a tree of its own: the tea was cold.</p>';
  const late = document.querySelector('.late');
  new IntersectionObserver((seen) => { if (seen[0].isIntersecting) late.src = late.dataset.picture; }).observe(late);
});
</script></body></html>`;

let folders: AppFolders;
let app: RunningApp;
let site: Site;
let secret: Site;

test.beforeEach(async () => {
  folders = appFolders();
  const picture = (width: number) => ({ headers: { 'content-type': 'image/png' }, body: png(width, 200) });
  secret = await startSite({ '/secret': { body: 'secret' } }, { host: '127.0.0.2' });
  site = await startSite({
    '/ice': { body: BUILT },
    '/data': { headers: { 'content-type': 'application/json' }, body: JSON.stringify(LINES) },
    '/late.png': picture(310),
    '/small.png': picture(300),
    '/large.png': picture(1600),
    '/endless.js': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/javascript' });
      response.write('// and so on');
    },
    '/hostile': (_request, response) => {
      response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Hostile</title><body><script>
        window.open('/popup'); alert('stay'); confirm('stay'); print();
        onbeforeunload = () => 'stay';
        Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => {});
        navigator.mediaDevices && navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => {});
        const link = document.createElement('a'); link.href = '/ice'; link.download = 'x.html'; link.click();
        new Image().src = '${secret.url('/secret')}'; fetch('${secret.url('/secret')}', { mode: 'no-cors' }).catch(() => {});
        new WebSocket('ws://${new URL(secret.origin).host}/');
        const frame = document.createElement('iframe'); frame.src = '${secret.url('/secret')}'; document.body.append(frame);
        setTimeout(() => { location.href = 'file:///etc/passwd'; }, 300);
        setInterval(() => document.body.append('x'), 50);
        document.write('<p>' + [typeof require, typeof process, typeof layover].join() + '</p>');
      </script></body>`);
    },
    '/members': (request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      if (request.headers.cookie?.includes('member=yes') !== true) {
        response.writeHead(403);
        response.end('<title>Members</title><h1>Members only</h1><a href="/enter" id="enter">Sign in</a>');
        return;
      }
      response.end(
        `<title>Minutes of the meeting</title><main><article><h1>Minutes of the meeting</h1>${LINES.map((line) => `<p>${line}</p>`).join('')}<img src="/members.png" alt="The table"></article></main>`,
      );
    },
    '/enter': { status: 302, headers: { location: '/members', 'set-cookie': 'member=yes; HttpOnly' } },
    '/members.png': (request, response) => {
      const isMember = request.headers.cookie?.includes('member=yes') === true;
      response.writeHead(isMember ? 200 : 403, { 'content-type': 'image/png' }).end(png(480, 200));
    },
    '/stuck': {
      body: '<!doctype html><title>Stuck</title><body><script>setTimeout(() => { for (;;); }, 50)</script></body>',
    },
  });
  app = await startApp(folders);
  await allowLoopback(app.window);
});

test.afterEach(async () => {
  await app.quit();
  await site.close();
  await secret.close();
  folders.remove();
});

async function save(path: string): Promise<void> {
  await app.window.evaluate((address) => {
    void window.layover.call('save.add', { source: { from: 'address', address }, isTyped: true });
  }, site.url(path));
}

/** What is known of the only article in the library. */
function openOnly(): Promise<unknown> {
  return app.window.evaluate(async () => {
    const cards: unknown = await window.layover.call('library.rows', {
      rows: Array.from({ length: 100 }, (_, row) => row),
    });
    const only: unknown = Reflect.get(Object(Reflect.get(Object(Reflect.get(Object(cards), 'value')), '0')), 'card');
    const id: unknown = Reflect.get(Object(only), 'id');
    return window.layover.call('article.open', { id });
  });
}

/** When each article in the library was saved. */
function savedInstants(): Promise<readonly unknown[]> {
  return app.window.evaluate(async () => {
    const cards: unknown = await window.layover.call('library.rows', {
      rows: Array.from({ length: 100 }, (_, row) => row),
    });
    const list: unknown = Reflect.get(Object(cards), 'value');
    return Array.isArray(list)
      ? list.map((each: unknown): unknown => Reflect.get(Object(Reflect.get(Object(each), 'card')), 'saved'))
      : [];
  });
}

test('a page that a script builds is saved as it is shown, with pictures that wait to be seen', async () => {
  const { window } = app;
  await save('/ice');
  await window.getByRole('button', { name: 'Survey of the ice', exact: true }).click({ timeout: 60_000 });
  const article = window.frameLocator('iframe');
  await expect(article.locator('.content')).toContainText('On day 12 the surveyors');
  await expect(article.locator('.content')).toContainText('the tea was cold');
  await expect(article.getByRole('link', { name: 'The crossing, filmed' })).toHaveAttribute('href', /ice0123456A/);
  await expect(window.getByRole('button', { name: 'Complete: Survey of the ice' })).toBeVisible();
  await expect
    .poll(() =>
      article
        .locator('.content img')
        .evaluateAll((images) =>
          images.map((image) =>
            image instanceof HTMLImageElement || 'naturalWidth' in image ? image.naturalWidth : 0,
          ),
        ),
    )
    .toEqual([310, 1600]);
  expect(await openOnly()).toMatchObject({
    value: { article: { rendered: true, original: { mediaType: 'multipart/related' } } },
  });
  expect(await app.foreignRequests()).toEqual([]);
});

test('a page that tries what it may not is survived, and reaches no machine behind the firewall', async () => {
  const { window, electron } = app;
  await save('/hostile');
  await expect(window.getByRole('region', { name: 'Saves under way' })).toContainText('nothing to read', {
    timeout: 60_000,
  });
  expect(secret.connections).toBe(0);
  expect(site.requests).not.toContain('/popup');
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a page behind a sign-in is opened, signed in to, and saved as it is seen, with its pictures', async () => {
  const { window, electron } = app;
  await save('/members');
  const tray = window.getByRole('region', { name: 'Saves under way' });
  await expect(tray).toContainText('403');
  const opening = electron.waitForEvent('window');
  await tray.getByRole('button', { name: /^Open and save/ }).click();
  const opened = await opening;
  await opened.locator('#enter').click();
  await expect(opened.getByRole('heading')).toHaveText('Minutes of the meeting');
  const title = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((each) => each.getTitle())
      .join(' | '),
  );
  expect(title).toContain('save this page — Minutes of the meeting');
  await opened.screenshot({ path: test.info().outputPath('opened.png') });
  // No test can press a key outside the page; the system's menu does the same.
  await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('page.save')?.click());
  await expect(window.getByRole('button', { name: 'Complete: Minutes of the meeting' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(tray).toBeHidden();
  expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await save('/members');
  await expect(tray).toContainText('403');
});

test('the article being read is opened as a page by a command, and what is saved there is its newer copy', async () => {
  const { window, electron } = app;
  await save('/ice');
  await window.getByRole('button', { name: 'Survey of the ice', exact: true }).click({ timeout: 60_000 });
  const before = await savedInstants();
  await window.keyboard.press('ControlOrMeta+k');
  await window.keyboard.type('sign in');
  const opening = electron.waitForEvent('window');
  await window.getByRole('menuitem', { name: /^Open a page, sign in/ }).click();
  const opened = await opening;
  await expect(opened.getByText('the tea was cold')).toBeVisible();
  await opened.screenshot({ path: test.info().outputPath('command.png') });
  await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('page.save')?.click());
  await expect.poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect.poll(savedInstants, { timeout: 30_000 }).not.toEqual(before);
  expect(await savedInstants()).toHaveLength(1);
});

test('a page that never answers again is given up, and the app goes on', async () => {
  test.setTimeout(120_000);
  const { window } = app;
  await save('/stuck');
  const tray = window.getByRole('region', { name: 'Saves under way' });
  await expect(tray).toContainText('Letting the page build itself', { timeout: 30_000 });
  await tray.getByRole('button', { name: /^Cancel/ }).click();
  await expect(tray).toContainText('Cancelled', { timeout: 5_000 });
  await save('/ice');
  await expect(window.getByRole('button', { name: 'Survey of the ice', exact: true })).toBeVisible({ timeout: 60_000 });
});
