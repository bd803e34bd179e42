// A look through a library reads kept versions and the trash as well, says which damage is in which, mends of them only what it can without loss, and
// tells what it found so far when it is stopped.
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, open as openFile, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from 'playwright/test';
import type { ArticleId, StoredImage } from '#contract/article.ts';
import type { Layover } from '../../../electron/layover.ts';
import { verifyLibrary, type Verification } from '../../../electron/library/care/verifyLibrary.ts';
import { copyName } from '../../../electron/store/layout.ts';
import { png } from '../capture/pictures.ts';
import { aDraft, someFiles } from '../store/drafts.ts';
import { test } from '../store/testLibrary.ts';
import { openCared } from './careLibrary.ts';

const now = (): Date => new Date();

/** Stores a picture of its own. */
async function aPicture({ library }: Layover, width: number): Promise<StoredImage> {
  const stored = await library.putAsset(png(width, 20), 'image/png');
  return { url: `https://x.example/${width}.png`, ...stored, mediaType: 'image/png', sizeBytes: 9, width, height: 20 };
}

/** An article with an earlier version, each with a picture, and one that is in the trash. */
async function fill(
  layover: Layover,
): Promise<{ readonly id: ArticleId; readonly version: string; readonly trashed: ArticleId }> {
  const { library } = layover;
  const { id, saved } = await library.add(
    aDraft({ images: [await aPicture(layover, 31)] }),
    someFiles('The first text.'),
  );
  await library.keepVersion(id);
  await library.replace(
    id,
    aDraft({ title: 'Newer', images: [await aPicture(layover, 32)] }),
    someFiles('The second text.'),
  );
  const { id: trashed } = await library.add(
    aDraft({ title: 'Away', images: [await aPicture(layover, 33)] }),
    someFiles(),
  );
  await library.remove(trashed);
  return { id, version: copyName(saved), trashed };
}

/** What was found, in no order. */
const placesOf = ({ findings }: Verification): ReadonlySet<string> =>
  new Set(findings.map(({ place, what, lies, became }) => [place, what, lies, became].join(' ')));
const setOf = (...found: readonly (readonly string[])[]): ReadonlySet<string> =>
  new Set(found.map((each) => each.join(' ')));

test('damage of versions and in the trash is told with where it is, and what has its bytes here is mended', async ({
  folder,
}) => {
  const { layover, bugs } = await openCared(folder);
  const { id, version, trashed } = await fill(layover);
  const whole = await verifyLibrary(layover, { repairs: false, now });
  expect(whole).toMatchObject({
    articles: 1,
    versions: 1,
    trashed: 1,
    inVersions: 0,
    inTrash: 0,
    isStopped: false,
    findings: [],
  });

  const files = await Promise.all([31, 32, 33].map(async (width) => (await aPicture(layover, width)).file));
  const [ofVersion = '', ofArticle = '', ofTrash = ''] = files;
  const assets = join(folder, 'assets');
  await rename(join(assets, ofVersion), join(assets, ofVersion.replace('.png', '.was')));
  await writeFile(join(assets, ofArticle), 'Other bytes.');
  await writeFile(join(assets, ofTrash), 'Other bytes.');
  await writeFile(join(folder, 'versions', id, version, 'content.txt'), 'Another text.');
  const facts = join(folder, 'trash', trashed, 'article.json');
  await writeFile(`${facts}.bak`, await readFile(facts));
  await writeFile(facts, '{"half":');

  const found = setOf(
    [`assets/${ofVersion}`, 'picture', 'versions', 'as it was'],
    [`assets/${ofArticle}`, 'picture', 'articles', 'as it was'],
    [`assets/${ofTrash}`, 'picture', 'trash', 'as it was'],
    [`trash/${trashed}`, 'unreadable', 'trash', 'as it was'],
    [`versions/${id}/${version}/content.txt`, 'part', 'versions', 'as it was'],
  );
  const told = await verifyLibrary(layover, { repairs: false, now });
  expect(placesOf(told)).toEqual(found);
  expect(told).toMatchObject({ damaged: 1, pictures: 3, unreadable: 1, mended: 0, inVersions: 2, inTrash: 2 });
  expect(await readFile(facts, 'utf8')).toBe('{"half":');

  const repaired = await verifyLibrary(layover, { repairs: true, now });
  expect(placesOf(repaired)).toEqual(
    setOf(
      [`assets/${ofVersion}`, 'picture', 'versions', 'linked'],
      [`assets/${ofArticle}`, 'picture', 'articles', 'aside'],
      // Nobody could say of it afterwards that it is missing.
      [`assets/${ofTrash}`, 'picture', 'trash', 'as it was'],
      [`trash/${trashed}`, 'unreadable', 'trash', 'restored'],
      [`versions/${id}/${version}/content.txt`, 'part', 'versions', 'as it was'],
    ),
  );
  expect(JSON.parse(await readFile(facts, 'utf8'))).toMatchObject({ id: trashed, title: 'Away' });
  // The damaged bytes are kept beside it.
  expect((await readdir(join(folder, 'trash', trashed))).filter((name) => name.includes('.damaged-'))).toHaveLength(1);

  expect(bugs).toEqual([]);
  await layover.close();
});

test('a version that cannot be read is moved aside by a repair, with nothing lost, and what is left is whole', async ({
  folder,
}) => {
  const { layover } = await openCared(folder);
  const { id, version } = await fill(layover);
  const { file } = await aPicture(layover, 31);
  await rm(join(folder, 'versions', id, version, 'content.html'));
  const place = `versions/${id}/${version}`;
  const told = await verifyLibrary(layover, { repairs: false, now });
  expect(placesOf(told)).toEqual(setOf([place, 'unreadable', 'versions', 'as it was']));
  expect(await readdir(join(folder, place))).toContain('article.json');

  const repaired = await verifyLibrary(layover, { repairs: true, now });
  expect(placesOf(repaired)).toEqual(setOf([place, 'unreadable', 'versions', 'aside']));
  expect(repaired).toMatchObject({ unreadable: 1, mended: 1, inVersions: 1, inTrash: 0 });
  const [instant = ''] = await readdir(join(folder, 'aside'));
  const aside = join(folder, 'aside', instant, place);
  expect(JSON.parse(await readFile(join(aside, 'article.json'), 'utf8'))).toMatchObject({ id });
  const whole = await verifyLibrary(layover, { repairs: false, now });
  expect(whole).toMatchObject({ findings: [], articles: 1, versions: 0, trashed: 1 });
  expect(await layover.library.versions(id)).toEqual([]);
  await layover.close();

  // Its picture stays for whoever brings it back, as long as it lies there.
  const { layover: later } = await openCared(folder);
  const { library } = later;
  expect(await library.sweepAssets()).toBe(0);
  expect(await library.assetFile(file)).toBeDefined();
  await rm(join(folder, 'aside'), { recursive: true });
  expect(await library.sweepAssets()).toBe(1);
  expect(await library.assetFile(file)).toBeUndefined();
  await later.close();
});

test('a look that is stopped says what it found so far, and repairs nothing any more', async ({ folder }) => {
  const { layover } = await openCared(folder);
  const { library } = layover;
  const [first, second] = [await library.add(aDraft(), someFiles()), await library.add(aDraft(), someFiles())];
  for (const { id } of [first, second])
    await writeFile(join(folder, 'articles', id.slice(0, 2), id, 'content.txt'), 'Other.');
  await rm(join(folder, 'articles', second.id.slice(0, 2), second.id, 'content.html'));
  const stopping = new AbortController();
  const onProgress = ({ done }: { readonly done: number }): void => {
    if (done === 1) stopping.abort();
  };
  const found = await verifyLibrary(layover, { repairs: true, now, signal: stopping.signal, onProgress });
  expect(found).toMatchObject({ isStopped: true, articles: 1, damaged: 1, unreadable: 1, mended: 0 });
  expect(await readdir(folder)).not.toContain('aside');
  // Before anything was read.
  const atOnce = await verifyLibrary(layover, { repairs: false, now, signal: AbortSignal.abort() });
  expect(atOnce).toMatchObject({ isStopped: true, articles: 0, versions: 0, trashed: 0 });
  await layover.close();
});

test('Ctrl+C ends `layover verify` with what was found so far', async ({ folder }) => {
  test.skip(process.platform === 'win32', 'Windows has no file that waits for who writes it');
  const library = join(folder, 'library');
  await mkdir(library);
  const { layover } = await openCared(library);
  const texts: string[] = [];
  for (let number = 0; number < 3; number += 1) {
    const { id } = await layover.library.add(aDraft({ title: `Boat ${number}` }), someFiles());
    texts.push(join(library, 'articles', id.slice(0, 2), id, 'content.txt'));
  }
  await layover.close();
  const [first = '', second = ''] = texts;
  await writeFile(first, 'Other.');
  // Whoever reads it waits until it was written.
  await rm(second);
  expect(spawnSync('sh', ['-c', 'mkfifo "$1"', 'sh', second]).status).toBe(0);

  const program = resolve(import.meta.dirname, '../../../out/cli.cjs');
  const child = spawn(process.execPath, [program, '--library', library, 'verify']);
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
  const ended = new Promise<number | null>((done) => child.on('close', done));
  const pipe = await openFile(second, 'w');
  child.kill('SIGINT');
  await pipe.write('Late.');
  await pipe.close();
  expect(await ended).toBe(1);
  expect(told).toContain(`${first.slice(library.length + 1)} is not as it was saved; save the article again`);
  expect(told).toContain('It was stopped before everything was read.');
  expect(told).toContain('2 articles were read; 2 things are not as saved');
});
