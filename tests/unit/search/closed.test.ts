// An index that is closed while its thread reads: the thread reads no more, finishes what it has begun, and ends by itself. One that is
// stopped in the middle of opening a file takes the whole process with it.
import { once } from 'node:events';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { expect } from 'playwright/test';
import type { ArticleId } from '#contract/article.ts';
import type { ReadDocument } from '../../../electron/search/fields.ts';
import type { SearchAnswer, SearchRequest } from '../../../electron/search/searchMessages.ts';
import { serveIndex } from '../../../electron/search/serveIndex.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { buildProgram } from '../../helpers/buildProgram.ts';
import { extent } from '../../helpers/extent.ts';
import { test } from './libraries.ts';
import { aVersion, idOf, packedIds } from './randomLibrary.ts';

type Said = {
  readonly say: string;
  readonly id: number;
  readonly answer?: SearchAnswer;
  readonly error?: { readonly code: string };
};

test('a thread that is told to end begins no other read, and ends when those that have begun are done', async ({
  folder,
}) => {
  const documents = Array.from({ length: 40 }, (_, number) => aVersion(number, 0));
  const reads = new Map<ArticleId, (document: ReadDocument | undefined) => void>();
  const read = (id: ArticleId): Promise<ReadDocument | undefined> =>
    new Promise((resolve) => {
      reads.set(id, resolve);
    });
  const { port1: thread, port2: asker } = new MessageChannel();
  serveIndex(thread, { folder, isReadOnly: false, read, readText: () => Promise.resolve('') });
  const outcomes = new Map<number, string>();
  let isClosed = false;
  asker.on('message', ({ id, answer, error }: Said) => outcomes.set(id, answer?.ask ?? error?.code ?? 'nothing'));
  asker.on('close', () => {
    isClosed = true;
  });
  const ask = (id: number, task: SearchRequest): void => asker.postMessage({ say: 'task', id, task }, []);

  ask(1, { ask: 'reconcile', ids: packedIds(documents), stamps: new Uint32Array(40).fill(1) });
  ask(2, { ask: 'put', id: idOf(39), stamp: 2 });
  ask(3, { ask: 'stats' });
  await expect.poll(() => outcomes.get(3)).toBe('stats');
  const begun = reads.size;
  asker.postMessage({ say: 'end' }, []);
  ask(4, { ask: 'put', id: idOf(38), stamp: 2 });
  await expect.poll(() => outcomes.get(4)).toBe('cancelled');
  const waited = [...reads];
  for (const [id, done] of waited.slice(1)) done(documents.find((document) => document.id === id));
  ask(5, { ask: 'stats' });
  await expect.poll(() => outcomes.get(5)).toBe('cancelled');
  expect(isClosed, 'the thread ended before all it had begun to read was read').toBe(false);
  waited[0]?.[1](documents[0]);
  if (!isClosed) await once(asker, 'close');
  expect(begun).toBeGreaterThan(1);
  expect(reads.size).toBe(begun);
  expect([outcomes.get(1), outcomes.get(2)]).toEqual(['cancelled', 'cancelled']);
});

test('a library that is closed as soon as it is opened closes cleanly, each time', async ({ folder }) => {
  const TIMES = extent(5, 200);
  test.setTimeout(60_000 + TIMES * 5_000);
  const ARTICLES = 200;
  const library = join(folder, 'library');
  const layout = layoutOf(library);
  for (let number = 0; number < ARTICLES; number += 1) {
    const place = layout.article(idOf(number));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'article.json'), '{}');
    writeFileSync(join(place, 'content.txt'), 'The boat leaves at nine. '.repeat(400));
  }
  const [program, workerFile] = [join(folder, 'program.cjs'), join(folder, 'searchWorker.cjs')];
  await buildProgram('tests/unit/search/closedProgram.ts', program);
  await buildProgram('electron/library/finding/searchWorker.ts', workerFile);
  const args = [program, workerFile, library, String(TIMES), String(ARTICLES)];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 600_000 });
  const threads = Array.from({ length: TIMES }, () => 0);
  expect({ status, signal, stdout, stderr }).toEqual({
    status: 0,
    signal: null,
    stdout: JSON.stringify(threads),
    stderr: '',
  });
});
