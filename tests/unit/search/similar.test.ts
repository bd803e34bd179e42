// What else in the library is like an article that lists nothing: found by rare words, not by those that all use.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { Article } from '#contract/article.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'The harbour and its tides':
    'The harbour dries out at every spring tide, and the pilot reads the gauge twice before a vessel may cross the bar. The pilot knows every channel of the estuary.',
  'A pilot of the estuary':
    'Before dawn the pilot rows across the estuary. He reads the gauge, marks the channel with withies and tells the harbour when a vessel may pass.',
  'Bread from the ashes':
    'Rye dough rests overnight beside the oven. The baker folds it before sunrise, and the crust cracks where the flour was thickest before the embers were raked.',
  'The crust and the crumb':
    'A sour dough needs flour, water and patience. The baker turns it in the oven before the embers fade, and the crust sings when it cools.',
  'Trains over the ridge':
    'The night train climbs before midnight with two engines. The guard walks the corridor, counts the sleepers and closes every window before the tunnel.',
  'On growing pears':
    'Prune before the frost ends. Pears want a wall that faces south, a gardener who waits, and no rain while the blossom is open before May.',
};

let folder: string;
let layover: Layover;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-similar-'));
  await buildProgram('electron/extract/worker.ts', join(folder, 'worker.cjs'));
  await buildProgram('electron/library/finding/searchWorker.ts', join(folder, 'searchWorker.cjs'));
  layover = await openLayover({
    folder: join(folder, 'library'),
    workerFile: join(folder, 'worker.cjs'),
    classify: () => 'public',
    now: () => new Date(),
    report: (bug) => {
      throw bug;
    },
    events: { libraryChanged: () => {}, saveChanged: () => {}, saveDismissed: () => {} },
  });
  for (const [title, text] of Object.entries(TEXTS)) {
    const html = `<article><h1>${title}</h1>${`<p>${text}</p>`.repeat(2)}</article>`;
    const { id } = await layover.saves.add({ from: 'paste', text: `${title}\n\n${text}`, html }, title);
    await layover.saves.settled(id);
  }
});

test.afterAll(async () => {
  await layover.close();
  rmSync(folder, { recursive: true });
});

for (const [title, like] of [
  ['The harbour and its tides', 'A pilot of the estuary'],
  ['The crust and the crumb', 'Bread from the ashes'],
] as const) {
  test(`“${title}” is like “${like}”, and like nothing else`, async () => {
    const similar = await layover.related.similar(await titled(title));
    expect(similar.map(({ card }) => card.title)).toEqual([like]);
    expect(similar[0]?.shared).not.toContain('before');
    expect(similar[0]?.shared.length).toBeGreaterThanOrEqual(3);
  });
}

test('an article that is like no other has none', async () => {
  expect(await layover.related.similar(await titled('On growing pears'))).toEqual([]);
});

async function titled(title: string): Promise<Article> {
  const card = (await layover.cards()).find((each) => each.title === title);
  if (card === undefined) throw new Error(`“${title}” was not saved`);
  return layover.article(card.id);
}
