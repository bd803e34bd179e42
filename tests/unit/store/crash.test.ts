// A library after a crash at any moment is the one before or the one after the change under way; nothing acknowledged is gone.
import { expect } from 'playwright/test';
import { extent } from '../../helpers/extent.ts';
import { crashLives, crashOnLiar, emptyDisk } from './crashes.ts';
import { aDraft, articlesOf, someFiles } from './drafts.ts';
import { openOn } from './libraryState.ts';
import { test } from './testLibrary.ts';

const LIVES = extent(5, 10);

for (const group of [0, 1, 2]) {
  test(`after a crash at any operation a library opens as it was before or after the change under way (${group + 1} of 3)`, async () => {
    const { states, wrong } = await crashLives(1 + group * LIVES, { lives: LIVES });
    expect(wrong).toEqual([]);
    expect(states).toBeGreaterThan(170 * LIVES);
  });
}

test('an article removed right after it was replaced does not come back when the clearing up is lost', async () => {
  const disk = await emptyDisk();
  const library = await openOn(disk, 'a life');
  const { id } = await library.add(aDraft(), someFiles());
  // Writing down when it was removed would make the clearing up durable as well.
  await library.announceRemoval([id]);
  await library.replace(id, aDraft(), someFiles());
  await library.remove(id);
  const crashed = disk.afterCrash(disk.operations.length, { keepsName: () => false, bytes: 'lost' });
  expect((await crashed.list('/home/library/temp')).map(({ name }) => name)).toContain(`${id}.replaced`);
  const again = await openOn(crashed, 'the life after');
  expect(await articlesOf(again)).toEqual([]);
  expect((await again.restore(id)).id).toBe(id);
});

test('a disk that does not sync what it says it synced is caught by the test above', async () => {
  for (const lie of ['sync', 'syncFolder'] as const)
    expect((await crashOnLiar(lie, 1)).wrong.length, lie).toBeGreaterThan(10);
});
