// The promise itself, in the real app: what it says it has can be read with no network, and nothing is asked of one.
import { expect, test } from 'playwright/test';
import { allowLoopback, appFolders, startApp } from '../helpers/electronApp.ts';
import { extent } from '../helpers/extent.ts';
import { startRawSite, startSite, type Routes } from '../helpers/site.ts';
import { png } from '../unit/capture/pictures.ts';

const PAGES = extent(20, 50);

const picture = (mediaType: string, body: Uint8Array) => ({ headers: { 'content-type': mediaType }, body });
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><circle cx="30" cy="30" r="20"/></svg>';

/** Each page shows pictures in another way; every fifth has one that cannot be had. */
function pageOf(index: number): string {
  const text = Array.from(
    { length: 7 },
    (_, at) =>
      `<p>Note ${index}.${at}: the signalman of box ${index} counts ${at + 2} trains before the lamps are lit, and writes each of them into the long book by the door.</p>`,
  );
  const pictures = [
    `<figure><img src="/plain-${index}.png" alt="Plain"><figcaption>Box ${index}</figcaption></figure>`,
    `<img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==" data-src="/lazy-${index}.png" alt="Lazy">`,
    `<picture><source srcset="/large-${index}.png 1600w" sizes="700px"><img src="/small-${index}.png" alt="Chosen"></picture>`,
    `<img src="/drawing-${index}.svg" alt="Drawing">`,
    `<iframe src="https://maps.invalid/${index}"></iframe><video src="/film-${index}.mp4" poster="/still-${index}.png"></video>`,
    index % 5 === 0 ? `<img src="/gone-${index}.png" alt="Gone">` : '',
  ];
  const list = `<section><h2>Related posts</h2><ul><li><a href="/page/${(index + 1) % PAGES}">Notes of box ${(index + 1) % PAGES}</a></li></ul></section>`;
  return `<!doctype html><html lang="en"><title>Notes of box ${index}</title><link rel="stylesheet" href="/style.css"><script src="/script.js"></script>
<main><article><h1>Notes of box ${index}</h1>${text.map((each, at) => each + (pictures[at] ?? '')).join('')}</article>${list}</main></html>`;
}

function routes(): Routes {
  const all: Record<string, Routes[string]> = {};
  for (let index = 0; index < PAGES; index += 1) {
    all[`/page/${index}`] = { body: pageOf(index) };
    all[`/plain-${index}.png`] = picture('image/png', png(120 + index, 80));
    all[`/lazy-${index}.png`] = picture('image/png', png(220 + index, 80));
    all[`/large-${index}.png`] = picture('image/png', png(900 + index, 80));
    all[`/small-${index}.png`] = picture('image/png', png(100, 80));
    all[`/still-${index}.png`] = picture('image/png', png(320 + index, 80));
    all[`/drawing-${index}.svg`] = picture('image/svg+xml', Buffer.from(SVG));
  }
  return all;
}

test(`${PAGES} saved pages open without any network, with every picture that is claimed drawn and no socket touched`, async () => {
  test.setTimeout(240_000);
  const folders = appFolders();
  const site = await startSite(routes());
  const online = await startApp(folders);
  const writing = online.window;
  await allowLoopback(writing);
  await writing.evaluate(
    async (addresses) => {
      for (const address of addresses)
        await window.layover.call('save.add', { source: { from: 'address', address }, isTyped: true });
    },
    Array.from({ length: PAGES }, (_, index) => site.url(`/page/${index}`)),
  );
  await expect(writing.getByRole('region', { name: 'Saves under way' })).toBeHidden({ timeout: 120_000 });
  await online.quit();
  const port = Number(new URL(site.origin).port);
  await site.close();

  const gone = await startRawSite((socket) => socket.destroy(), '127.0.0.1', port);
  const offline = await startApp(folders);
  const { window: page, electron } = offline;
  await electron.evaluate(({ session }) => {
    session.fromPartition('persist:app').enableNetworkEmulation({ offline: true });
  });
  const cards = await page.evaluate(async () => {
    const reply: unknown = await window.layover.call('library.rows', {
      rows: Array.from({ length: 100 }, (_, row) => row),
    });
    return reply;
  });
  const claimed = cardsIn(cards);
  expect(claimed).toHaveLength(PAGES);
  expect(claimed.filter(({ imagesStored, imagesFound }) => imagesStored < imagesFound)).toHaveLength(PAGES / 5);

  let drawn = 0;
  for (const { id, title, imagesStored } of claimed) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/library/article/${id}`);
    // The address of the fragment is read when one goes back or forward; a reload is the surest way to open it.
    await page.reload();
    const article = page.frameLocator('iframe');
    await expect(article.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(article.locator('.content')).toContainText('the long book by the door');
    const sizes = await article.locator('.content img').evaluateAll((images) =>
      Promise.all(
        images.map(async (image) => {
          if (!('decode' in image) || typeof image.decode !== 'function') return 0;
          await image.decode();
          return 'naturalWidth' in image && typeof image.naturalWidth === 'number' ? image.naturalWidth : 0;
        }),
      ),
    );
    expect(
      sizes.filter((width) => width > 0),
      title,
    ).toHaveLength(imagesStored);
    drawn += sizes.length;
  }
  expect(drawn).toBe(claimed.reduce((sum, { imagesStored }) => sum + imagesStored, 0));
  expect(drawn).toBe(PAGES * 5);
  expect(await offline.foreignRequests()).toEqual([]);
  expect(gone.connections).toBe(0);
  await offline.quit();
  await gone.close();
  folders.remove();
});

interface Claimed {
  readonly id: string;
  readonly title: string;
  readonly imagesFound: number;
  readonly imagesStored: number;
}

function cardsIn(reply: unknown): readonly Claimed[] {
  if (typeof reply !== 'object' || reply === null || !('value' in reply) || !Array.isArray(reply.value)) return [];
  const rows: readonly { readonly card: Claimed }[] = reply.value;
  return rows.map(({ card }) => card);
}
