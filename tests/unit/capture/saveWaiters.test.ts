// Whoever waits for a save hears of it once, and never waits for one that is gone.
import { expect, test } from 'playwright/test';
import type { Save, SaveState } from '#contract/save.ts';
import { createSaveWaiters } from '../../../electron/capture/saveWaiters.ts';
import { anArticleId } from '../../helpers/articles.ts';

const save = (id: number, progress: SaveState): Save => ({
  id,
  label: '',
  asked: '2026-10-01T08:00:00Z',
  order: id,
  foundIn: null,
  progress,
});

test('one that waits for the network is at rest and has not ended; one that is taken out ends all waiting for it', async () => {
  const waiters = createSaveWaiters();
  const heard: string[] = [];
  const hear = (who: string, told: Promise<Save | undefined>): Promise<unknown> =>
    told.then((each) => heard.push(`${who}: ${each === undefined ? 'gone' : each.progress.state}`));
  const all = [hear('rest', waiters.atRest(1)), hear('end', waiters.ended(1)), hear('other', waiters.ended(2))];
  const tell = async (progress: SaveState): Promise<void> => {
    waiters.tell(save(1, progress));
    await Promise.resolve();
  };
  await tell({ state: 'extracting' });
  expect(heard).toEqual([]);
  await tell({ state: 'offline', portal: null });
  expect(heard).toEqual(['rest: offline']);
  waiters.tellGone(1);
  waiters.tell(save(2, { state: 'ready', articleId: anArticleId(1), outcome: 'added' }));
  await Promise.all(all);
  expect(heard).toEqual(['rest: offline', 'end: gone', 'other: ready']);
  await tell({ state: 'offline', portal: null });
  expect(heard).toHaveLength(3);
});
