// Two processes on one library; what each of them came to out.
import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { startChild } from '../../unit/store/childProcess.ts';
import { aDraft, someFiles } from '../../unit/store/drafts.ts';

const turnsSchema = v.object({ added: v.number(), failed: v.number() });

/** What two that take turns came to. */
export interface Turns {
  readonly acknowledged: number;
  /** What the library says in the end. */
  readonly found: number;
  /** Openings and changes that failed for another reason than the lock. */
  readonly failed: number;
}

/** Two processes that each add to one number for so long. */
export async function takeTurns(
  program: string,
  folder: string,
  seconds: number,
  law: 'lawful' | 'lawless',
): Promise<Turns> {
  const library = await openLibrary(folder, { now: () => new Date() });
  const { id, minutes } = await library.add(aDraft(), someFiles());
  await library.close();
  const both = await Promise.all([1, 2].map(() => run(program, [folder, String(seconds), law])));
  const [acknowledged, failed] = [
    both.reduce((sum, { added }) => sum + added, 0),
    both.reduce((sum, each) => sum + each.failed, 0),
  ];
  try {
    const after = await openLibrary(folder, { now: () => new Date() });
    const found = (await after.article(id)).minutes - minutes;
    await after.close();
    return { acknowledged, found, failed };
  } catch (failure) {
    if (!(failure instanceof AppError)) throw failure;
    return { acknowledged, found: 0, failed: failed + 1 };
  }
}

function run(program: string, words: readonly string[]): Promise<v.InferOutput<typeof turnsSchema>> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', fail);
    child.on('close', () => {
      try {
        done(v.parse(turnsSchema, JSON.parse(said)));
      } catch (failure) {
        fail(failure);
      }
    });
  });
}

/** What somebody sees who reads while another one writes. */
export interface Reading {
  readonly reads: number;
  readonly torn: readonly string[];
  /** The longest that opening for reading took, and being refused for writing. */
  readonly openMs: number;
  readonly refusedMs: number;
}

/** Reads a library, all files of all articles again and again, while a child writes in it, until there were so many reads. */
export async function readWhileWritten(program: string, folder: string, reads: number, seed: number): Promise<Reading> {
  const child = startChild(program, folder, seed, 'work');
  const torn: string[] = [];
  const seen = { reads: 0, openMs: 0, refusedMs: 0 };
  const read = async (what: string, isWhole: (text: string) => boolean, get: () => Promise<string>): Promise<void> => {
    seen.reads += 1;
    try {
      const text = await get();
      if (!isWhole(text)) torn.push(`${what}: ${text.slice(0, 40)}`);
    } catch (failure) {
      // It was removed, or another took its place, between the listing and the reading.
      const isGone =
        failure instanceof AppError && (failure.code === 'not-found' || failure.message.includes('missing'));
      if (!isGone) torn.push(`${what}: ${failure instanceof Error ? failure.message : typeof failure}`);
    }
  };
  try {
    await child.opened;
    await child.said(8);
    while (seen.reads < reads) {
      const tried = performance.now();
      const refusal = await openLibrary(folder, { now: () => new Date() }).catch((failure: unknown) => failure);
      seen.refusedMs = Math.max(seen.refusedMs, performance.now() - tried);
      if (!(refusal instanceof AppError && refusal.code === 'locked')) throw new Error('a second one may write');
      const begun = performance.now();
      const reader = await openLibrary(folder, { now: () => new Date(), readOnly: true, looksAtUpTo: 0 });
      seen.openMs = Math.max(seen.openMs, performance.now() - begun);
      for (const id of reader.catalogue.ids()) {
        await read(
          'facts',
          (title) => title.startsWith('Title '),
          async () => (await reader.article(id)).title,
        );
        await read(
          'content',
          (text) => /^<p>.+<\/p>$/.test(text),
          () => reader.content(id),
        );
        await read(
          'text',
          (text) => /^Title \d+$/.test(text),
          () => reader.text(id),
        );
      }
      await reader.close();
    }
  } finally {
    await child.kill();
  }
  return { ...seen, torn };
}

/** Kills the holder of a lock so many times; answers how long the longest wait was until the next one could write. Under `clock` the holder lives at another time. */
export async function takeDeadLocks(
  program: string,
  folder: string,
  kills: number,
  clock: string | undefined,
): Promise<number> {
  let longestMs = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const command = [process.execPath, program, folder, '1', 'hold'];
    const [head = '', ...rest] = clock === undefined ? command : ['faketime', '-m', '-f', clock, ...command];
    const child = spawn(head, rest, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    await new Promise((opened) => child.stdout.once('data', opened));
    const refusal = await openLibrary(folder, { now: () => new Date() }).catch((failure: unknown) => failure);
    if (!(refusal instanceof AppError && refusal.code === 'locked')) throw new Error('a living lock was taken');
    const gone = new Promise((done) => child.once('close', done));
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await gone;
    if (!(await readdir(folder)).includes('lock.json')) throw new Error('no lock was left to be taken');
    const begun = performance.now();
    const library = await openLibrary(folder, { now: () => new Date() });
    longestMs = Math.max(longestMs, performance.now() - begun);
    await library.close();
  }
  return longestMs;
}
