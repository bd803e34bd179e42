// S10: pictures made to do harm are refused by their headers, and what is stored opens soon and in bounds.
import { createHash } from 'node:crypto';
import { deflateSync, crc32 } from 'node:zlib';
import type { Page } from 'playwright/test';
import type { StoredImage } from '#contract/article.ts';
import { AppError } from '#contract/errors.ts';
import { inspectImage } from '../../../../electron/capture/inspectImage.ts';
import { IMAGE_LIMITS } from '../../../../electron/capture/limits.ts';
import { openLibrary } from '../../../../electron/store/library.ts';
import { HOSTILE, HUGE, MULTIPLYING, uses } from '../../../unit/capture/bombs.ts';
import { svg } from '../../../unit/capture/pictures.ts';
import { aDraft, someFiles } from '../../../unit/store/drafts.ts';
import { joinParts, type Goal, type Part } from '../goal.ts';
import { openArticle, readThrough } from '../readThrough.ts';
import { foldersIn, withApp } from '../realApp.ts';

const MOST = { openMs: 2_000, windowMb: 400, judgeMs: 100 };
/** 39.7 million pixels, which the limit lets through. */
const SIDE = 6_300;
const PICTURES = { short: 4, long: 24 };
const SAMPLE_MS = 150;
const ALL_MS = 60_000;

/** See `docs/promises.md`. */
export const s10: Goal = {
  id: 'S10',
  goal: 'bombs in pictures',
  figure:
    '> 40 megapixels or a side > 16,384 refused from the header; drawings without entities, scripts and more than 10,000 parts; any stored article opens in ≤ 2 s with the window ≤ 400 MB',
  needs: [],
  limitMinutes: { short: 3, long: 5 },
  async run({ work, isLong, lackOf }) {
    const bombs = [...HUGE, ...MULTIPLYING, ...HOSTILE];
    const before = process.resourceUsage().maxRSS;
    const through: string[] = [];
    let slowest = 0;
    for (const [name, bytes] of bombs) {
      const begun = process.cpuUsage();
      if (await isLetThrough(Buffer.from(bytes))) through.push(name);
      const { user, system } = process.cpuUsage(begun);
      slowest = Math.max(slowest, (user + system) / 1_000);
    }
    const grown = (process.resourceUsage().maxRSS - before) / 1_024;
    const parts: Part[] = [
      {
        measured: `${through.length} of ${bombs.length} let through ${through.slice(0, 3).join(', ')}`.trim(),
        isHeld: through.length === 0 && bombs.length >= 25,
      },
      {
        measured: `judging took ≤ ${slowest.toFixed(0)} ms each and ${grown.toFixed(0)} MB in all`,
        isHeld: slowest <= MOST.judgeMs * 20 && grown <= 150,
      },
    ];
    const lack = await lackOf('electron');
    if (lack === undefined) parts.push(...(await openLargest(work, isLong ? PICTURES.long : PICTURES.short)));
    const good = [await isLetThrough(png(SIDE)), await isLetThrough(svg(uses(3, (id) => `<use href="#${id}"/>`)))];
    return {
      tried: `${bombs.length} pictures; an article of the largest pictures that are let through (${SIDE} × ${SIDE}) and of a drawing of some 1,000 parts, opened in the real app and scrolled to its end`,
      ...joinParts(parts),
      control: {
        tried: 'a picture and a drawing within the limits: both are let through',
        hasFired: good.every(Boolean),
      },
      ...(lack === undefined ? {} : { leftOut: [`opening an article: ${lack}`] }),
    };
  },
};

async function isLetThrough(bytes: Uint8Array): Promise<boolean> {
  try {
    await inspectImage(bytes, IMAGE_LIMITS);
    return true;
  } catch (failure) {
    if (failure instanceof AppError) return false;
    throw failure;
  }
}

/** A picture in colours that is really there, in few bytes. */
function png(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (type: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const row = Buffer.from(Array.from({ length: side * 3 + 1 }, (_, at) => (at === 0 ? 0 : (at * 7) >> 5)));
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)), { level: 1 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

async function openLargest(work: string, count: number): Promise<readonly Part[]> {
  const folders = await foldersIn(work);
  const library = await openLibrary(folders.library, { now: () => new Date() });
  const [places, images]: [string[], StoredImage[]] = [[], []];
  const put = async (bytes: Uint8Array, mediaType: string, width: number, height: number): Promise<void> => {
    const { file } = await library.putAsset(bytes, mediaType);
    const hash = createHash('sha256').update(bytes).digest('hex');
    images.push({ url: `https://a.example/${file}`, hash, file, mediaType, sizeBytes: bytes.length, width, height });
    places.push(`<p><img src="../../../assets/${file}" alt="" width="${width}" height="${height}"></p><p>Below.</p>`);
  };
  for (let index = 0; index < count; index += 1) await put(png(SIDE - index), 'image/png', SIDE - index, SIDE - index);
  await put(Buffer.from(svg(uses(3, (id) => `<use href="#${id}"/>`))), 'image/svg+xml', 40, 30);
  const { id } = await library.add(aDraft({ title: 'Large pictures', images }), {
    ...someFiles(),
    content: `<p>Above.</p>${places.join('')}<p>The end.</p>`,
  });
  await library.close();
  return withApp(folders, async ({ electron, window: page }) => {
    let most = 0;
    const timer = setInterval(() => {
      void electron
        .evaluate(({ app }) =>
          Math.max(...app.getAppMetrics().map(({ type, memory }) => (type === 'Tab' ? memory.workingSetSize : 0))),
        )
        .then((kilobytes) => (most = Math.max(most, kilobytes / 1_024)))
        .catch(() => undefined);
    }, SAMPLE_MS);
    const openMs = await openArticle(page, id);
    await readThrough(page, 3_000);
    const begun = performance.now();
    let drawn = await drawnIn(page);
    while (drawn < images.length && performance.now() - begun < ALL_MS) {
      await page.waitForTimeout(SAMPLE_MS);
      drawn = await drawnIn(page);
    }
    const waited = performance.now() - begun;
    // Once more with all of them there.
    await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.scrollTo(0, 0));
    await readThrough(page, 3_000);
    await page.screenshot();
    clearInterval(timer);
    return [
      {
        measured: `an article of ${count} such pictures opened in ${openMs.toFixed(0)} ms after its window was loaded, ${drawn} of ${images.length} pictures came, the last ${waited.toFixed(0)} ms after one had read through it`,
        isHeld: openMs <= MOST.openMs && drawn === images.length,
      },
      { measured: `no process of a window took more than ${most.toFixed(0)} MB`, isHeld: most <= MOST.windowMb },
    ];
  });
}

function drawnIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      [...(document.querySelector('iframe')?.contentDocument?.images ?? [])].filter(
        ({ naturalWidth }) => naturalWidth > 0,
      ).length,
  );
}
