// A library that a process works on and is killed at, again and again: what was acknowledged is looked for after each kill.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'playwright/test';
import { isArticleId } from '#contract/article.ts';
import { openLibrary, type Library } from '../../../electron/store/library.ts';
import type { ChildChange, ChildLine } from './childLine.ts';
import { startChild, type ChildMode } from './childProcess.ts';
import { articlesOf, seededRandom } from './drafts.ts';

/** Titles of the articles that must be there, by id; changed by what was acknowledged. */
export type Expected = Map<string, string>;

function follow(expected: Expected, { change, id = '', title }: ChildChange): void {
  if (change === 'remove') expected.delete(id);
  else expected.set(id, title);
}

/**
 * Titles as found by the next who opens a library; it throws when there is anything that cannot be read, is damaged, is not whole or was left
 * unfinished, and when the catalogue says other than the folders.
 */
export async function lookThrough(folder: string): Promise<Map<string, string>> {
  const library = await openLibrary(folder, { now: () => new Date(), looksAtUpTo: 0 });
  try {
    await expectTrueCatalogue(library);
    expect(library.unreadable).toEqual([]);
    expect(library.repairs).toEqual([]);
    expect(await readdir(join(folder, 'temp'))).toEqual([]);
    const titles = new Map<string, string>();
    for (const { id, title } of await articlesOf(library)) {
      const text = await library.text(id);
      expect(await library.content(id)).toBe(`<p>${text}</p>`);
      expect(Buffer.from((await library.original(id)).bytes).toString()).toBe(`<html><p>${text}`);
      titles.set(id, title);
    }
    return titles;
  } finally {
    await library.close();
  }
}

/** The catalogue is what a start trusts, so it must say what the folders say. */
async function expectTrueCatalogue(library: Library): Promise<void> {
  const wrong: string[] = [];
  await library.check({ readsAll: true, onChange: (id) => wrong.push(id) });
  expect(wrong).toEqual([]);
}

/**
 * Follows what a process said of its changes and compares that with what was found, which becomes what is expected from now on. Answers how many
 * changes it had acknowledged. Throws when one of those is not there, or anything else is.
 */
export function expectAcknowledged(
  expected: Expected,
  lines: readonly ChildLine[],
  found: ReadonlyMap<string, string>,
  about: string,
): number {
  const said = lines.filter((line): line is ChildChange => line.says !== 'open');
  const done = said.filter((line) => line.says === 'has');
  for (const line of done) follow(expected, line);
  const last = said.at(-1);
  const after = new Map(expected);
  if (last?.says === 'asks') {
    // Under way when it ended: it may have happened or not, but nothing else may have.
    const unknown = [...found.keys()].find((id) => !expected.has(id));
    const id = last.id ?? unknown;
    if (id !== undefined) follow(after, { ...last, id });
  }
  expect([Object.fromEntries(expected), Object.fromEntries(after)], about).toContainEqual(Object.fromEntries(found));
  expected.clear();
  for (const [id, title] of found) expected.set(id, title);
  return done.length;
}

/** What is killed, and how often. */
export interface Kills {
  /** Of `buildChild`. */
  readonly program: string;
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
  readonly mode?: ChildMode;
}

/**
 * Kills a process at work on a library; answers how many changes it had acknowledged in all. Throws after the kill that lost one of them, or
 * that left anything that cannot be read.
 */
export async function killAtWork({ program, folder, kills, seed, mode = 'work' }: Kills): Promise<number> {
  const random = seededRandom(seed);
  const expected: Expected = new Map();
  let changes = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const child = startChild(program, folder, seed * 1_000 + kill, mode);
    await child.opened;
    // Past the first few changes, and then at no moment in particular.
    await child.said(1 + Math.floor(random() * 10));
    await pause(random() * 8);
    await child.kill();

    changes += expectAcknowledged(expected, child.lines, await lookThrough(folder), `kill ${kill}`);
  }
  expect([...expected.keys()].every(isArticleId)).toBe(true);
  return changes;
}
