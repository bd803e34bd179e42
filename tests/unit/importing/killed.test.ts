// An import is killed again and again, at any moment; each time it goes on, and at the end every row is there exactly once.
import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from 'playwright/test';
import { openLibrary } from '../../../electron/store/library.ts';
import { layover } from '../../helpers/commandLine.ts';
import { extent } from '../../helpers/extent.ts';
import { seededRandom } from '../store/drafts.ts';
import { test } from '../store/testLibrary.ts';

const ROWS = extent(4_000, 12_000);
const KILLS = extent(12, 20);
const PROGRAM = resolve(import.meta.dirname, '../../../out/cli.cjs');

test.describe.configure({ timeout: 300_000 });

async function piecesIn(library: string): Promise<number> {
  const names = await readdir(library, { recursive: true });
  return names.filter((name) => /pieces.\d+\.json$/.test(name)).length;
}

/** Starts the import and kills it as soon as so many of its pieces are written; tells whether it came to that. */
async function killAt(words: readonly string[], library: string, pieces: number): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, ...words], { stdio: 'ignore' });
  const looks = setInterval(() => {
    piecesIn(library).then(
      (found) => found >= pieces && child.kill('SIGKILL'),
      // Something is being renamed just now.
      () => undefined,
    );
  }, 5);
  const signal = await new Promise<NodeJS.Signals | null>((done) => child.on('close', (_code, ended) => done(ended)));
  clearInterval(looks);
  return signal === 'SIGKILL';
}

test(`killed at ${KILLS} moments and begun again, ${ROWS} rows are there exactly once`, async ({ folder }) => {
  const [library, file] = [join(folder, 'library'), join(folder, 'part_000000.csv')];
  await mkdir(library);
  const row = (at: number): string =>
    `Title ${at},https://s${at % 400}.example/p/${at},${1388534400 + at},t${at % 50},unread`;
  await writeFile(
    file,
    ['title,url,time_added,tags,status', ...Array.from({ length: ROWS }, (_, at) => row(at))].join('\n'),
  );
  const words = ['--library', library, 'import', file];
  const random = seededRandom(8);
  const seen = new Set<number>();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    // Spread over all its pieces but the last few.
    const pieces = Math.round((kill - random() * 0.5) * ((ROWS / 200 - 4) / KILLS));
    expect(await killAt(words, library, pieces)).toBe(true);
    seen.add(await piecesIn(library));
  }
  expect(seen.size).toBeGreaterThan(KILLS / 2);

  const { code, stderr } = await layover(words);
  expect([code, stderr]).toEqual([0, '']);
  const opened = await openLibrary(library, { now: () => new Date(), readOnly: true });
  const asked = opened.saves.list().map(({ source }) => (source.from === 'address' ? source.address : ''));
  expect(asked).toHaveLength(ROWS);
  expect(new Set(asked).size).toBe(ROWS);
  expect(opened.saves.list().every(({ imported }) => imported?.tags.length === 1)).toBe(true);
  await opened.close();
});
