// Nothing in; how long the departure check of 200 articles takes in the real app, and what memory all its processes take at most, out. The floor
// is the same documents as bare files, opened one after another in a window of the same Electron until they are loaded and their pictures decoded.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { _electron, type ElectronApplication } from 'playwright/test';
import type { ArticleId, StoredImage } from '#contract/article.ts';
import { countWords } from '../../../electron/extract/plainText.ts';
import { articleDocument } from '../../../electron/serve/articleDocument.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { electronPath, startApp } from '../../helpers/electronApp.ts';
import { PLAIN_PLAN } from '../../unit/trips/plans.ts';
import { writeEmptyApp } from './emptyApp.ts';
import type { Figure } from './figures.ts';
import { inventLanguages } from './languages.ts';
import { seededArticle, seededPicture } from './seededArticles.ts';
import { inventPosts } from './seededPosts.ts';

const ARTICLES = 200;
/** Of an article, on average; each has from none to six, and no two have the same. */
const PICTURES = [3, 0, 6, 1, 4, 2, 5];
const SIZE = { width: 800, height: 500 };
const MOST_MS = 10 * 60_000;
const SAMPLE_MS = 100;

/** What one side took. */
interface Taken {
  readonly seconds: number;
  readonly peakMb: number;
}

/** Measures the app first, and then the floor. */
export async function measureTrip(): Promise<readonly Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'layover-trip-'));
  try {
    const folder = join(root, 'library');
    const ids = await fillLibrary(folder);
    const { ready, ...own } = await measureCheck(root, folder, ids);
    const floor = await measureFloor(root, folder, ids);
    const about = { bench: 'trip', size: ARTICLES, against: 'the same documents as bare files' };
    const perSecond = ({ seconds }: Taken): number => ARTICLES / seconds;
    return [
      { ...about, name: 'departure check', unit: 's', value: own.seconds, peer: floor.seconds },
      {
        ...about,
        name: 'departure check, in a second',
        unit: 'articles',
        value: perSecond(own),
        peer: perSecond(floor),
      },
      { ...about, name: 'all processes, most', unit: 'MB', value: own.peakMb, peer: floor.peakMb },
      { ...about, name: 'ready', unit: 'articles', value: ready, peer: ARTICLES, against: 'all of them' },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function fillLibrary(folder: string): Promise<readonly ArticleId[]> {
  const library = await openLibrary(folder, { now: () => new Date() });
  const languages = inventLanguages();
  const posts = inventPosts(languages, 2 * ARTICLES);
  // Of the first language alone: no system has typefaces for all others.
  const numbers = Array.from({ length: posts.saved }, (_, number) => number).filter(
    (number) => posts.post(number).language === languages[0],
  );
  const ids: ArticleId[] = [];
  for (const number of numbers.slice(0, ARTICLES)) ids.push(await add(library, number, posts));
  await library.close();
  return ids;
}

async function add(library: Library, number: number, posts: ReturnType<typeof inventPosts>): Promise<ArticleId> {
  const { article, files } = seededArticle(posts, number, seededPicture());
  const images: StoredImage[] = [];
  for (let index = 0; index < (PICTURES[number % PICTURES.length] ?? 0); index += 1) {
    const bytes = pictureOf(number * 10 + index);
    const { hash, file } = await library.putAsset(bytes, 'image/png');
    const url = `${article.canonicalUrl ?? ''}/${index}.png`;
    images.push({ url, hash, file, mediaType: 'image/png', sizeBytes: bytes.byteLength, ...SIZE });
  }
  const figures = images.map(
    ({ file }) =>
      `<figure><img src="../../../assets/${file}" alt="" width="${SIZE.width}" height="${SIZE.height}"></figure>`,
  );
  const paragraphs = files.text.split('\n\n').map((text, index) => `<p>${text}</p>${figures[index] ?? ''}`);
  const content = [...paragraphs, ...figures.slice(paragraphs.length)].join('\n');
  const words = countWords(files.text, article.lang);
  const counts = { words, imagesFound: images.length, imagesStored: images.length, embeds: 0 };
  const report = { ...counts, missing: [], missingPages: null };
  return (await library.add({ ...article, images, report }, { ...files, content })).id;
}

function pictureOf(seed: number): Uint8Array {
  const { width, height } = SIZE;
  const data = Uint8Array.from(
    { length: width * height * 3 },
    (_, at) => ((at % width) * (seed % 7) + Math.floor(at / width) + seed) % 256,
  );
  return encode({ width, height, data, channels: 3 });
}

async function measureCheck(
  root: string,
  library: string,
  ids: readonly ArticleId[],
): Promise<Taken & { readonly ready: number }> {
  const app = await startApp({ library, profile: join(root, 'profile'), remove: () => undefined });
  app.window.setDefaultTimeout(MOST_MS);
  await startSampling(app.electron);
  const { seconds, ready, heldBack } = await app.window.evaluate(
    async ([articleIds, plan]) => {
      const ask = async <T>(name: string, input: unknown, read: (value: unknown) => T): Promise<T> => {
        const call: unknown = Reflect.get(window.layover, 'call');
        if (typeof call !== 'function') throw new Error('there is no bridge');
        const reply: unknown = await Reflect.apply(call, window.layover, [name, input]);
        return read(typeof reply === 'object' && reply !== null ? Reflect.get(reply, 'value') : undefined);
      };
      const field = (of: unknown, name: string): unknown =>
        typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
      const id = await ask('trip.make', { plan }, (trip) => field(trip, 'id'));
      await ask('trip.add', { id, articleIds }, () => undefined);
      const started = performance.now();
      await ask('trip.check', { id }, () => undefined);
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 500));
        const [isOver, ready, rows] = await ask(
          'trip.board',
          { id },
          (board) => [field(board, 'work') === null, Number(field(board, 'ready')), field(board, 'rows')] as const,
        );
        if (!isOver) continue;
        const seconds = (performance.now() - started) / 1000;
        const heldBack = Array.isArray(rows) ? rows.filter((row) => field(row, 'status') !== 'ready') : [];
        return { seconds, ready, heldBack: heldBack.map((row) => JSON.stringify(row)) };
      }
    },
    [ids, PLAIN_PLAN] as const,
  );
  const peakMb = await peakOf(app.electron);
  await app.quit();
  // All of them are whole, so one that is not ready is a fault of the check, and must say its reason.
  for (const row of heldBack) console.log(`not ready: ${row}`);
  return { seconds, ready, peakMb };
}

/** From now on the memory of all processes together is looked at ten times a second. */
async function startSampling(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ app }, everyMs) => {
    Object.assign(globalThis, { peakKb: 0 });
    setInterval(() => {
      const now = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
      Object.assign(globalThis, { peakKb: Math.max(Number(Reflect.get(globalThis, 'peakKb')), now) });
    }, everyMs);
  }, SAMPLE_MS);
}

async function peakOf(electron: ElectronApplication): Promise<number> {
  return Number(await electron.evaluate((): unknown => Reflect.get(globalThis, 'peakKb'))) / 1024;
}

async function measureFloor(root: string, folder: string, ids: readonly ArticleId[]): Promise<Taken> {
  const args = writeEmptyApp(root, '<!doctype html><meta charset="utf-8"><title>Floor</title><h1>Floor</h1>');
  const files = await writeBareFiles(join(root, 'empty'), folder, ids);
  const app = await _electron.launch({ executablePath: electronPath(), args: [...args] });
  try {
    await app.firstWindow();
    await startSampling(app);
    const seconds = await app.evaluate(async ({ BrowserWindow }, paths) => {
      const [window] = BrowserWindow.getAllWindows();
      if (window === undefined) throw new Error('there is no window');
      const started = performance.now();
      for (const path of paths) {
        await window.loadFile(path);
        await window.webContents.executeJavaScript(
          'Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]).then(() => 0)',
        );
      }
      return (performance.now() - started) / 1000;
    }, files);
    return { seconds, peakMb: await peakOf(app) };
  } finally {
    await app.close();
  }
}

/** The documents with their style, fonts and pictures beside them, so that they can be opened without any program of ours. */
async function writeBareFiles(to: string, folder: string, ids: readonly ArticleId[]): Promise<string[]> {
  const built = join(process.env['QUALITY_ROOT'] ?? '', 'out');
  const library = await openLibrary(folder, { now: () => new Date(), readOnly: true });
  const files: string[] = [];
  try {
    for (const id of ids) {
      const page = articleDocument(await library.article(id), await library.content(id), null, 'withDocument')
        .replaceAll('../../../assets/', 'assets/')
        .replaceAll('href="/', 'href="');
      files.push(join(to, `${id}.html`));
      writeFileSync(join(to, `${id}.html`), page);
    }
  } finally {
    await library.close();
  }
  for (const name of ['page.css', 'print.css']) {
    const sheet = readFileSync(join(built, 'resources', name), 'utf8');
    writeFileSync(join(to, name), sheet.replaceAll("url('/fonts/", "url('fonts/"));
  }
  mkdirSync(join(to, 'assets'));
  cpSync(join(folder, 'assets'), join(to, 'assets'), { recursive: true });
  cpSync(join(built, 'fonts'), join(to, 'fonts'), { recursive: true });
  return files;
}
