// How a thread ends: what was begun is done, what was not is refused, and only what hangs is stopped.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { expect, test } from 'playwright/test';
import { toErrorReport } from '#contract/errors.ts';
import { createThread, type Thread } from '#thread/thread.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';

let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layover-thread-'));
  await buildProgram('tests/unit/thread/obedientProgram.ts', join(folder, 'thread.cjs'));
});
test.afterAll(() => rmSync(folder, { recursive: true }));

function aThread(endMs?: number): Thread<string, string> {
  const broken = (cause: unknown): Error => new Error('broken', { cause });
  return createThread({
    workerFile: join(folder, 'thread.cjs'),
    heapMb: 32,
    broken,
    ...(endMs !== undefined && { endMs }),
  });
}

/** Begins a thread; with which code it ended, 0 for one that ended by itself and 1 for one that was stopped. */
async function begun(thread: Thread<string, string>): Promise<{ readonly code: Promise<unknown> }> {
  const began = once(process, 'worker');
  thread.begin();
  const [worker]: Worker[] = await began;
  return { code: worker === undefined ? Promise.resolve() : once(worker, 'exit').then(([code]: unknown[]) => code) };
}

async function outcome(asked: Promise<string>): Promise<string> {
  return asked.catch((failure: unknown) => toErrorReport(failure).code);
}

test('a thread that is ended does what it has begun, nothing that waited, and ends by itself', async () => {
  const thread = aThread();
  const { code } = await begun(thread);
  const [atWork, waiting] = [outcome(thread.ask('wait')), outcome(thread.ask('more'))];
  const ended = thread.end();
  const late = outcome(thread.ask('late'));
  await ended;
  expect(await Promise.all([atWork, waiting, late, code])).toEqual(['did wait', 'cancelled', 'cancelled', 0]);
});

test('a thread that hangs is stopped when its end takes too long, and whoever waits hears of it', async () => {
  const thread = aThread(100);
  const { code } = await begun(thread);
  const [answered, hung] = [outcome(thread.ask('one')), outcome(thread.ask('hang'))];
  expect(await answered).toBe('did one');
  await thread.end();
  expect(await Promise.all([hung, code])).toEqual(['cancelled', 1]);
});

test('a task that takes too long ends the thread, and the next task begins another', async () => {
  const thread = aThread();
  const { code } = await begun(thread);
  await thread.ask('one');
  const hung = thread.ask('hang', { ms: 100, failure: () => new Error('too slow') });
  await expect(hung).rejects.toThrow('too slow');
  expect(await code).toBe(1);
  expect(await thread.ask('next')).toBe('did next');
  await thread.end();
});
