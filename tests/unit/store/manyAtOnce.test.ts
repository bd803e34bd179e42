// What is done with many articles costs no more writing than it must, and what is written less often is as safe as before.
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect } from 'playwright/test';
import type { Article, ArticleId } from '#contract/article.ts';
import { createBulk, type Bulk } from '../../../electron/library/care/bulk.ts';
import { nodeDisk, type Disk } from '../../../electron/store/disk.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import { shareRuns } from '../../../electron/store/taskQueue.ts';
import { aDraft, someFiles, tickingClock } from './drafts.ts';
import { faultyDisk } from './faultyDisk.ts';
import { test } from './testLibrary.ts';

async function filled(folder: string, disk: Disk, count: number): Promise<readonly [Library, readonly ArticleId[]]> {
  const library = await openLibrary(folder, { now: tickingClock(), disk });
  const ids: ArticleId[] = [];
  for (let number = 0; number < count; number += 1) ids.push((await library.add(aDraft(), someFiles())).id);
  return [library, ids];
}

function bulkOf(library: Library): Bulk {
  return createBulk({
    library,
    now: tickingClock(),
    tell: () => {},
    changed: () => {},
    removed: () => {},
    report: (bug) => {
      throw bug;
    },
  });
}

test('however many go to the trash, come back or go for good, the notes of the trash are written once', async ({
  folder,
}) => {
  const written: string[] = [];
  const rename = async (from: string, to: string): Promise<void> => {
    written.push(basename(to));
    await nodeDisk.rename(from, to);
  };
  const [library, ids] = await filled(folder, { ...nodeDisk, rename }, 60);
  const bulk = bulkOf(library);
  const removed = async (): Promise<unknown> => {
    expect(written.splice(0).filter((name) => name === 'trash.json')).toHaveLength(1);
    return JSON.parse(await readFile(join(folder, 'trash.json'), 'utf8'));
  };
  const gone = await bulk.run(
    'remove',
    ids.map((id) => ({ does: 'remove', id })),
  );
  expect(await removed()).toEqual(
    expect.objectContaining({ removed: expect.objectContaining({ [ids[59] ?? '']: expect.any(String) }) }),
  );
  expect(await bulk.undo(gone.undo ?? 0)).toMatchObject({ changed: 60, failed: 0 });
  expect(await removed()).toMatchObject({ removed: {} });
  await bulk.run(
    'remove',
    ids.map((id) => ({ does: 'remove', id })),
  );
  await removed();
  expect(
    await bulk.run(
      'empty',
      ids.map((id) => ({ does: 'discard', id })),
    ),
  ).toMatchObject({ changed: 60, failed: 0 });
  expect(await removed()).toMatchObject({ removed: {} });
  expect(await library.trash.ids()).toEqual([]);
  await library.close();
});

for (const knows of ['second names', 'no second names']) {
  test(`what an article was before a change is its good copy, on a disk with ${knows}`, async ({ folder }) => {
    const disk = faultyDisk(nodeDisk, (operation) =>
      operation === 'link' && knows !== 'second names' ? { error: 'EPERM' } : undefined,
    );
    const [library, [id]] = await filled(folder, disk, 1);
    if (id === undefined) throw new Error('there is one');
    const star = (starred: boolean) => (article: Article) => ({ ...article, starred });
    const file = join(folder, 'articles', id.slice(0, 2), id, 'article.json');
    const texts = [await readFile(file, 'utf8')];
    for (const starred of [true, false, true]) {
      await library.update(id, star(starred));
      expect(await readFile(`${file}.bak`, 'utf8')).toBe(texts.at(-1));
      texts.push(await readFile(file, 'utf8'));
    }
    await writeFile(file, '{');
    // Damage is mended from the copy, and never becomes the copy.
    expect(await library.update(id, star(true))).toMatchObject({ starred: true });
    expect(await readFile(`${file}.bak`, 'utf8')).toBe(texts.at(-2));
    await library.close();
  });
}

test('those who ask while a task runs share the next run, which begins after they asked, with its failure', async () => {
  const runs: { readonly resolve: (value: number) => void; readonly reject: (failure: Error) => void }[] = [];
  const ask = shareRuns(() => new Promise<number>((resolve, reject) => void runs.push({ resolve, reject })));
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(runs).toHaveLength(1);
  runs[0]?.reject(new Error('no'));
  await expect(first).rejects.toThrow('no');
  await expect.poll(() => runs.length).toBe(2);
  const fourth = ask();
  runs[1]?.resolve(2);
  expect(await Promise.all([second, third])).toEqual([2, 2]);
  await expect.poll(() => runs.length).toBe(3);
  runs[2]?.reject(new Error('no again'));
  await expect(fourth).rejects.toThrow('no again');
  const fifth = ask();
  await expect.poll(() => runs.length).toBe(4);
  runs[3]?.resolve(4);
  expect(await fifth).toBe(4);
});
