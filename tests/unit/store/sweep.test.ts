// Pictures that nothing shows any more leave the disk, and no other does.
import { expect } from 'playwright/test';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAssets } from '../../../electron/store/assets.ts';
import { nodeDisk } from '../../../electron/store/disk.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { aDraft, someFiles, tickingClock } from './drafts.ts';
import { test } from './testLibrary.ts';

async function put(library: Library, text: string): Promise<{ readonly hash: string; readonly file: string }> {
  return library.putAsset(new TextEncoder().encode(text), 'image/png');
}

function shows({ hash, file }: { readonly hash: string; readonly file: string }) {
  return aDraft({
    images: [{ url: 'https://a.example/a.png', hash, file, mediaType: 'image/png', sizeBytes: 4, width: 1, height: 1 }],
  });
}

test('what articles, the trash and copies show stays, also the icons of sites; the rest goes at the next opening', async ({
  folder,
}) => {
  const now = tickingClock();
  const first = await openLibrary(folder, { now });
  const [shown, trashed, earlier, icon, unused] = [
    await put(first, 'shown'),
    await put(first, 'in the trash'),
    await put(first, 'in an earlier copy'),
    await put(first, 'icon'),
    await put(first, 'unused'),
  ];
  await first.add(shows(shown), someFiles());
  const gone = await first.add(shows(trashed), someFiles());
  await first.remove(gone.id);
  const changed = await first.add(shows(earlier), someFiles());
  await first.keepVersion(changed.id);
  await first.replace(changed.id, aDraft({ siteIcon: icon.file }), someFiles('New.'));
  // Put by this process: a save under way may be about to show it.
  expect(await first.sweepAssets()).toBe(0);
  await first.close();

  const next = await openLibrary(folder, { now });
  const inHand = await put(next, 'in hand');
  expect(await next.sweepAssets()).toBe(1);
  expect(await next.assetNames()).toEqual(new Set([shown, trashed, earlier, icon, inHand].map(({ file }) => file)));
  expect(await next.assetFile(unused.file)).toBeUndefined();
  // The same picture can come again.
  await put(next, 'unused');
  expect(await next.assetFile(unused.file)).toBeDefined();
  await next.close();
});

test('while anything cannot be read, nothing is removed', async ({ folder }) => {
  const now = tickingClock();
  const first = await openLibrary(folder, { now });
  const shown = await put(first, 'shown');
  const { id } = await first.add(shows(shown), someFiles());
  await first.remove(id);
  await first.close();
  await writeFile(join(folder, 'trash', id, 'article.json'), '{');
  const next = await openLibrary(folder, { now });
  expect(await next.sweepAssets()).toBe(0);
  expect(await next.assetFile(shown.file)).toBeDefined();
  expect(await readdir(join(folder, 'trash', id))).toContain('content.html');
  await next.close();
});

test('a picture that is put while the same one is swept is there afterwards', async ({ folder }) => {
  const now = tickingClock();
  const first = await openLibrary(folder, { now });
  const { file } = await put(first, 'twice');
  await first.close();
  for (let round = 0; round < 20; round += 1) {
    const library = await openLibrary(folder, { now });
    await Promise.all([library.sweepAssets(), put(library, 'twice')]);
    expect(await library.assetFile(file)).toBeDefined();
    await library.close();
  }
});

test('what was put within the hour is on its way and stays, and a long life forgets what it put before', async ({
  folder,
}) => {
  let clockMs = 0;
  const makeFolder = async (path: string): Promise<void> => void (await mkdir(path, { recursive: true }));
  await makeFolder(join(folder, 'temp'));
  const assets = openAssets(layoutOf(folder), nodeDisk, makeFolder, () => clockMs);
  const files: string[] = [];
  for (const text of ['old', 'of the hour before', 'of this hour']) {
    files.push((await assets.put(new TextEncoder().encode(text), 'image/png')).file);
    clockMs += 3_700_000;
  }
  expect(await assets.sweep(new Set())).toBe(1);
  expect(await assets.names()).toEqual(new Set(files.slice(1)));
});

test('what was moved aside keeps its pictures as long as it lies there, and where nobody knows which those are, nothing is removed', async ({
  folder,
}) => {
  const now = tickingClock();
  const first = await openLibrary(folder, { now });
  const [whole, torn, inText, unused] = [
    await put(first, 'of one whose text is gone'),
    await put(first, 'of one whose facts were torn'),
    await put(first, 'named by a page alone'),
    await put(first, 'of nobody'),
  ];
  const [one, other] = [await first.add(shows(whole), someFiles()), await first.add(shows(torn), someFiles())];
  await first.close();
  const placeOf = (id: string): string => join('articles', id.slice(0, 2), id);
  await rm(join(folder, placeOf(one.id), 'content.html'));
  await writeFile(join(folder, placeOf(one.id), 'comments.html'), `<img src="../../../assets/${inText.file}">`);
  const facts = join(folder, placeOf(other.id), 'article.json');
  const good = await readFile(facts, 'utf8');
  await writeFile(facts, good.slice(0, 40));

  const next = await openLibrary(folder, { now });
  const sweepIn = async (): Promise<number> => {
    const library = await openLibrary(folder, { now });
    const removed = await library.sweepAssets();
    await library.close();
    return removed;
  };
  for (const { id } of [one, other]) expect(await next.moveAside(placeOf(id))).toBe(true);
  await next.close();
  const [instant = ''] = await readdir(join(folder, 'aside'));
  const aside = join(folder, 'aside', instant, placeOf(other.id));
  expect(await sweepIn()).toBe(0);
  // Its facts as they were before the last change say which they are.
  await writeFile(join(aside, 'article.json.bak'), good);
  expect(await sweepIn()).toBe(1);
  const last = await openLibrary(folder, { now });
  expect(await last.assetNames()).toEqual(new Set([whole, torn, inText].map(({ file }) => file)));
  expect(await last.assetFile(unused.file)).toBeUndefined();
  await last.close();
  await rm(join(folder, 'aside'), { recursive: true });
  expect(await sweepIn()).toBe(3);
});
