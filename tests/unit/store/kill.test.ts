// A process killed at any moment loses nothing it had acknowledged, and the next one opens the library without a hand's help.
import { articlesOf } from './drafts.ts';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'playwright/test';
import { isArticleId } from '#contract/article.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import type { ChildChange } from './childLine.ts';
import { buildChild, startChild } from './childProcess.ts';
import { seededRandom } from './drafts.ts';
import { test } from './testLibrary.ts';

// Two halves of thirty unless somebody has the minutes: `LAYOVER_KILLS=1000 npx playwright test --project=unit kill`.
const KILLS = Math.ceil(Number(process.env['LAYOVER_KILLS'] ?? 60) / 2);
const KILL_MS = 2_000;

/** Titles of the articles that must be there, by id; changed by what was acknowledged. */
type Expected = Map<string, string>;

function follow(expected: Expected, { change, id = '', title }: ChildChange): void {
  if (change === 'remove') expected.delete(id);
  else expected.set(id, title);
}

/** Titles as found, the text's own first words telling an article that is not whole. */
async function look(folder: string): Promise<Expected> {
  const library = await openLibrary(folder, { now: () => new Date(), looksAtUpTo: 0 });
  await expectTrueCatalogue(library);
  expect(library.unreadable).toEqual([]);
  expect(library.repairs).toEqual([]);
  expect(await readdir(join(folder, 'temp'))).toEqual([]);
  for (const { id } of await articlesOf(library)) {
    const text = await library.text(id);
    expect(await library.content(id)).toBe(`<p>${text}</p>`);
    expect(Buffer.from((await library.original(id)).bytes).toString()).toBe(`<html><p>${text}`);
  }
  await library.close();
  return new Map((await articlesOf(library)).map(({ id, title }) => [id, title]));
}

/** The catalogue is what a start trusts, so it must say what the folders say. */
async function expectTrueCatalogue(library: Library): Promise<void> {
  const wrong: string[] = [];
  await library.check({ readsAll: true, onChange: (id) => wrong.push(id) });
  expect(wrong).toEqual([]);
}

for (const half of [1, 2]) {
  test(`killed ${KILLS} times at work, a library has everything that was acknowledged (${half} of 2)`, async ({
    folder,
  }) => {
    test.setTimeout(60_000 + KILLS * KILL_MS);
    const program = await buildChild();
    const random = seededRandom(half);
    const expected: Expected = new Map();
    let changes = 0;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const child = startChild(program, folder, half * 1_000 + kill, 'work');
      await child.opened;
      // Past the first few changes, and then at no moment in particular.
      await child.said(1 + Math.floor(random() * 10));
      await pause(random() * 8);
      await child.kill();

      const said = child.lines.filter((line): line is ChildChange => line.says !== 'open');
      const done = said.filter((line) => line.says === 'has');
      for (const line of done) follow(expected, line);
      changes += done.length;
      const found = await look(folder);
      const last = said.at(-1);
      const after = new Map(expected);
      if (last?.says === 'asks') {
        // Under way when the process was killed: it may have happened or not, but nothing else may have.
        const unknown = [...found.keys()].find((id) => !expected.has(id));
        const id = last.id ?? unknown;
        if (id !== undefined) follow(after, { ...last, id });
      }
      expect([Object.fromEntries(expected), Object.fromEntries(after)], `kill ${kill}`).toContainEqual(
        Object.fromEntries(found),
      );
      expected.clear();
      for (const [id, title] of found) expected.set(id, title);
    }
    expect(changes).toBeGreaterThan(KILLS);
    process.stderr.write(`${KILLS} kills, ${changes} changes acknowledged\n`);
    expect([...expected.keys()].every(isArticleId)).toBe(true);
    await rm(dirname(program), { recursive: true });
  });
}
