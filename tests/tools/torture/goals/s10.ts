// S10: pictures made to do harm are refused by their headers, and what is stored opens soon and in bounds.
import { deflateSync, crc32 } from 'node:zlib';
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

/** A grey picture that is really there, in few bytes. */
function png(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const chunk = (type: string, content: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const pixels = deflateSync(Buffer.alloc((side + 1) * side));
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
  const images: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { file } = await library.putAsset(png(SIDE - index), 'image/png');
    images.push(`<p><img src="../../../assets/${file}" alt="" width="${SIDE}" height="${SIDE}"></p><p>Below.</p>`);
  }
  const { file } = await library.putAsset(svg(uses(3, (id) => `<use href="#${id}"/>`)), 'image/svg+xml');
  images.push(`<p><img src="../../../assets/${file}" alt="" width="40" height="30"></p>`);
  const { id } = await library.add(aDraft({ title: 'Large pictures' }), {
    ...someFiles(),
    content: `<p>Above.</p>${images.join('')}<p>The end.</p>`,
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
    await page.screenshot();
    const drawn = await page.evaluate(
      () =>
        [...(document.querySelector('iframe')?.contentDocument?.images ?? [])].filter(
          ({ naturalWidth }) => naturalWidth > 0,
        ).length,
    );
    clearInterval(timer);
    return [
      {
        measured: `an article of ${count} such pictures opened in ${openMs.toFixed(0)} ms after its window was loaded, ${drawn} pictures came`,
        isHeld: openMs <= MOST.openMs && drawn > 0,
      },
      { measured: `the window took ${most.toFixed(0)} MB at most`, isHeld: most <= MOST.windowMb },
    ];
  });
}
