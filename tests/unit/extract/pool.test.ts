// The pool against a worker program that misbehaves on request: each failure stays with its own document.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { expect, test } from 'playwright/test';
import { toErrorReport } from '#contract/errors.ts';
import type { ExtractInput } from '../../../electron/extract/extraction.ts';
import { createExtractPool, type ExtractPool, type PoolOptions } from '../../../electron/extract/pool.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';

const WORKER = `
const { parentPort, threadId } = require('node:worker_threads');
parentPort.on('message', ({ id, task: { task, input, contentHtml, places } }) => {
  const text = task === 'extract' ? input.text : contentHtml;
  if (text === 'hang') for (;;);
  if (text === 'swell') { const kept = []; for (;;) kept.push(new Array(1000).fill(kept.length)); }
  if (text === 'throw') throw new Error('a bug');
  if (text === 'exit') process.exit(3);
  if (text === 'fail') return parentPort.postMessage({ say: 'failure', id, error: { code: 'no-content', message: 'Nothing to read.' }, bug: null });
  const value = task === 'extract' ? { title: text, thread: threadId } : text + [...places.keys()].join();
  parentPort.postMessage({ say: 'answer', id, answer: { task, value } });
});
`;

let folder: string;
let workerFile: string;
let pool: ExtractPool;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-pool-'));
  workerFile = join(folder, 'worker.cjs');
  writeFileSync(workerFile, WORKER);
});

test.afterEach(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

function open(options: PoolOptions = {}): void {
  pool = createExtractPool(workerFile, { size: 1, heapMb: 32, ...options });
}

function page(text: string): ExtractInput {
  return { kind: 'html', text, address: null, fileName: null };
}

async function titleOf(text: string, signal?: AbortSignal): Promise<string> {
  return (await pool.extract(page(text), signal)).title;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no failure',
    (failure: unknown) => toErrorReport(failure).code,
  );
}

test('answers each document with its own extraction', async () => {
  open({ size: 2 });
  const names = Array.from({ length: 20 }, (_, i) => `page ${String(i)}`);
  expect(await Promise.all(names.map((name) => titleOf(name)))).toEqual(names);
});

test('carries the places of pictures to the worker and its HTML back', async () => {
  open();
  const places = new Map([['https://example.org/a.png', { missing: 'gone' }]]);
  expect(await pool.placeImages('<p>', places)).toBe('<p>https://example.org/a.png');
});

test('throws what the worker reports as the same error', async () => {
  open();
  const failure = await pool.extract(page('fail')).catch((error: unknown) => error);
  expect(toErrorReport(failure)).toEqual({ code: 'no-content', message: 'Nothing to read.' });
});

test('ends a document that takes too long and goes on with the next', async () => {
  // Long enough for the next one's thread to begin on a machine that is busy.
  open({ timeoutMs: 3_000 });
  const [hung, next] = await Promise.all([codeOf(pool.extract(page('hang'))), titleOf('next')]);
  expect({ hung, next }).toEqual({ hung: 'timeout', next: 'next' });
});

test('ends a document that fills its heap and goes on with the next', async () => {
  open();
  const [swollen, next] = await Promise.all([codeOf(pool.extract(page('swell'))), titleOf('next')]);
  expect({ swollen, next }).toEqual({ swollen: 'too-large', next: 'next' });
});

for (const crash of ['throw', 'exit']) {
  test(`survives a worker whose program breaks (${crash}) and tells it as a bug`, async () => {
    open();
    const [broken, next] = await Promise.all([codeOf(pool.extract(page(crash))), titleOf('next')]);
    expect({ broken, next }).toEqual({ broken: 'internal', next: 'next' });
  });
}

test('tells a missing worker program as a bug, for every document', async () => {
  rmSync(workerFile);
  open();
  const codes = await Promise.all([codeOf(pool.extract(page('a'))), codeOf(pool.extract(page('b')))]);
  expect(codes).toEqual(['internal', 'internal']);
  writeFileSync(workerFile, WORKER);
});

test('stops a running and a waiting document when asked, and no other', async () => {
  open({ timeoutMs: 60_000 });
  const running = new AbortController();
  const waiting = new AbortController();
  const outcomes = [
    codeOf(pool.extract(page('hang'), running.signal)),
    codeOf(pool.extract(page('waits'), waiting.signal)),
    titleOf('stays'),
  ];
  waiting.abort();
  running.abort();
  expect(await Promise.all(outcomes)).toEqual(['cancelled', 'cancelled', 'stays']);
  expect(await codeOf(pool.extract(page('late'), running.signal))).toBe('cancelled');
});

test('fails what is left with `cancelled` when it is closed', async () => {
  open({ timeoutMs: 60_000 });
  const outcomes = [codeOf(pool.extract(page('hang'))), codeOf(pool.extract(page('waits')))];
  await pool.close();
  expect(await Promise.all(outcomes)).toEqual(['cancelled', 'cancelled']);
  expect(await codeOf(pool.extract(page('late')))).toBe('cancelled');
});

test('lets the process end while its workers are idle', async () => {
  open();
  await buildProgram('electron/extract/pool.ts', join(folder, 'pool.cjs'));
  const program = join(folder, 'program.cjs');
  writeFileSync(
    program,
    `const { createExtractPool } = require('./pool.cjs');
     const pool = createExtractPool(${JSON.stringify(workerFile)});
     pool.extract({ kind: 'html', text: 'done', address: null, fileName: null }).then(({ title }) => console.log(title));`,
  );
  const ended = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 30_000 });
  expect({ output: ended.stdout, status: ended.status, signal: ended.signal }).toEqual({
    output: 'done\n',
    status: 0,
    signal: null,
  });
});
