// A process killed while it writes or merges leaves an index that the next one can use, and that finds what it should.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { expect } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import { openSearchIndex } from '../../../electron/search/searchIndex.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { seededRandom } from '../store/drafts.ts';
import { nearScores, reconcileWith, scoresOf, test } from './libraries.ts';
import { aVersion, randomUnit } from './randomLibrary.ts';
import { slowMatch } from './slowIndex.ts';

const KILLS = 40;

let program: string;

test.beforeAll(async () => {
  program = join(mkdtempSync(join(tmpdir(), 'layover-index-')), 'index.cjs');
  await buildProgram('tests/unit/search/indexProgram.ts', program);
});
test.afterAll(() => rmSync(dirname(program), { recursive: true }));

/** Whether files lie there that the manifest does not name: something was being made. */
function wasAtWork(folder: string): boolean {
  const names = readdirSync(folder);
  const manifest = names.includes('manifest.json') ? readFileSync(join(folder, 'manifest.json'), 'utf8') : '';
  const segments = /"segments":\[([\d,]*)\]/.exec(manifest)?.[1]?.split(',') ?? [];
  return names.some((name) => name.startsWith('segment.') && !segments.includes(name.split('.')[1] ?? ''));
}

test(`killed ${KILLS} times at work, an index finds what it should`, async ({ folder }) => {
  const random = seededRandom(11);
  let atWork = 0;
  let answered = 0;
  let kept = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const child = spawn(process.execPath, [program, folder, String(kill)], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    // No moment in particular, and then one at which something is half done.
    await pause(random() * 80);
    while (!wasAtWork(folder)) await nextTurn();
    child.kill('SIGKILL');
    await once(child, 'close');
    if (wasAtWork(folder)) atWork += 1;

    const documents = Array.from({ length: 50 }, (_, number) => aVersion(number, Math.floor(random() * 3)));
    const known = new Map(documents.map((document) => [document.id, document]));
    let reads = 0;
    const read = (id: ArticleId): Promise<(typeof documents)[number] | undefined> => {
      reads += 1;
      return Promise.resolve(known.get(id));
    };
    const index = openSearchIndex({ folder, read, flushAt: 4 });
    await reconcileWith(index, documents);
    if (reads < documents.length) kept += 1;
    for (let asked = 0; asked < 6; asked += 1) {
      const query = randomUnit(random);
      const expected = slowMatch(documents, query);
      // A word that stands nowhere is looked for as another.
      if (expected.size === 0) continue;
      answered += 1;
      expect(Object.fromEntries(scoresOf(index, query)), JSON.stringify(query)).toEqual(nearScores(expected));
    }
    await index.close();
  }
  expect(atWork).toBeGreaterThan(KILLS / 8);
  expect(kept).toBeGreaterThan(KILLS / 2);
  expect(answered).toBeGreaterThan(KILLS);
});
