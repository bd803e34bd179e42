// The log: nothing of what a person reads gets into it unless they allow it, it stays small, and a full disk neither breaks nor blocks anything.
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import { detail } from '#contract/failureDetail.ts';
import type { Save, SaveState } from '#contract/save.ts';
import { failureFacts } from '../../../electron/diagnostics/failureFacts.ts';
import { createLog, type Log } from '../../../electron/diagnostics/log.ts';
import type { LogDisk } from '../../../electron/diagnostics/logFile.ts';

/** Words that stand for what a person reads; none of them may be in a log. */
const SECRETS = [
  'diary.example',
  'secret-affair',
  'Ada Lovelace',
  'lovelace',
  'Medical leave in Lisbon',
  'token=hunter2',
  'letters.pdf',
  '10.1.2.3',
] as const;

function systemError(code: string, syscall: string, path: string): Error {
  return Object.assign(new Error(`${code}: no such file or directory, ${syscall} '${path}'`), { code, syscall, path });
}

/** As the engine makes it, with a stack of our own programs and a header that holds the message. */
function thrown(error: Error): Error {
  error.stack = `${error.name}: ${error.message}
    at readArticle (/home/ada/lovelace/out/main.cjs:120:17)
    at async Object.run [as lovelace] (file:///home/Ada Lovelace/out/cli.cjs:3:4)
    at fetch (https://diary.example/secret-affair/app.js:1:2)
    at lovelace (/home/ada/letters.pdf/index.cjs:1:2)`;
  return error;
}

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (failure) {
    return failure;
  }
}

/** Everything that was ever seen to be thrown, and some that was made up to get through. */
const CORPUS: readonly unknown[] = [
  thrown(new Error('fetching https://diary.example/secret-affair?token=hunter2 failed')),
  thrown(new TypeError('fetch failed', { cause: thrown(systemError('ENOTFOUND', 'getaddrinfo', 'diary.example')) })),
  thrown(systemError('ENOENT', 'open', '/home/lovelace/letters.pdf')),
  thrown(systemError('EACCES', 'rename', String.raw`C:\Users\Ada Lovelace\letters.pdf`)),
  thrown(
    new AppError('network', 'The site diary.example did not answer.', {
      detail: detail('hostSlow', 'diary.example', 30),
    }),
  ),
  thrown(
    new AppError('disk', 'The file "letters.pdf" could not be written.', {
      cause: systemError('ENOSPC', 'write', 'letters.pdf'),
    }),
  ),
  caught(() => JSON.parse('{"title": "Medical leave in Lisbon", }')),
  caught(() => new URL('secret-affair')),
  new Error(
    'the thread failed\n    at lovelace (/home/ada/out/main.cjs:1:1)\n    at diary.example (/x/out/extractWorker.cjs:7:9)',
  ),
  Object.assign(new Error('x'), { name: 'Ada Lovelace', code: 'diary.example', syscall: 'secret-affair' }),
  Object.assign(new Error('x'), { code: 'ELOVELACE diary.example' }),
  new AggregateError([new Error('diary.example')], 'all of diary.example'),
  'Medical leave in Lisbon',
  { message: 'diary.example' },
  null,
  new Error('loop', {
    cause: new Error('a', { cause: new Error('b', { cause: new Error('c', { cause: 'lovelace' }) }) }),
  }),
  // A getter that throws, as a hostile object could have.
  Object.defineProperty(new Error('diary.example'), 'stack', {
    get: () => {
      throw new Error('diary.example');
    },
  }),
];

const lineSchema = v.looseObject({ at: v.string(), level: v.string(), event: v.string() });

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'layover-log-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const at = new Date('2026-03-01T10:00:00Z');
const quiet = { now: () => at, mayName: () => false };

const saveIn = (id: number, progress: SaveState): Save => ({
  id,
  label: 'https://diary.example/secret-affair?token=hunter2',
  asked: at.toISOString(),
  order: id,
  foundIn: null,
  progress,
});

function noteSaves(log: Log): void {
  const error = {
    code: 'network',
    message: 'diary.example is away',
    detail: detail('hostUnknown', 'diary.example'),
  } as const;
  log.save(saveIn(1, { state: 'fetching', receivedBytes: 0 }));
  log.save(saveIn(1, { state: 'failed', error }));
  // It was over before this log was begun.
  log.save(saveIn(2, { state: 'failed', error }));
}

test('no address, path, title or file of an error gets into the log, and what is needed to find the fault does', async () => {
  await inFolder(async (folder) => {
    const log = createLog({ folder, ...quiet });
    for (const failure of CORPUS) log.failure(failure);
    noteSaves(log);
    const text = await log.text();
    const lines = text.trim().split('\n');
    expect(lines).toHaveLength(CORPUS.length + 1);
    for (const line of lines) v.parse(lineSchema, JSON.parse(line));
    for (const secret of SECRETS) expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(text).not.toMatch(/https?:|file:|\/home|\\\\/);
    expect(lines[0]).toContain('readArticle main.cjs:120:17');
    expect(lines[1]).toContain('"code":"ENOTFOUND","syscall":"getaddrinfo"');
    expect(lines[4]).toContain('"kind":"AppError","code":"network","detail":"hostSlow"');
    expect(lines[5]).toContain('"code":"ENOSPC"');
    expect(lines[7]).toContain('"said":"Invalid URL"');
    expect(lines[8]).toContain('"frames":["main.cjs:1:1","extractWorker.cjs:7:9"]');
    expect(lines.at(-1)).toContain('"event":"save","outcome":"network","detail":"hostUnknown"');
    expect((await log.recent(at)).failures).toContainEqual({ code: 'network', count: 2, last: at.toISOString() });
    expect(await log.recent(new Date(at.getTime() + 1))).toEqual({ failures: [], bytes: Buffer.byteLength(text) });
  });
});

test('what failed is named once the person allows it', async () => {
  await inFolder(async (folder) => {
    const log = createLog({ folder, now: () => at, mayName: () => true });
    log.failure(CORPUS[0]);
    noteSaves(log);
    expect(await log.text()).toContain('https://diary.example/secret-affair?token=hunter2 failed');
    expect(await log.text()).toContain('"label":"https://diary.example/secret-affair?token=hunter2"');
  });
});

test('what the engine says of nothing is kept without the name of what was asked for', () => {
  const failure = new TypeError("Cannot read properties of undefined (reading 'Medical leave in Lisbon')");
  const facts = failureFacts(failure, false);
  expect(facts).toMatchObject({ kind: 'TypeError', said: 'Cannot read properties of undefined' });
  expect(JSON.stringify(facts)).not.toContain('Lisbon');
});

test('the log is begun anew when it is large, and never takes more than three files', async () => {
  await inFolder(async (folder) => {
    const log = createLog({ folder, ...quiet, mostBytes: 2_000 });
    for (let round = 0; round < 100; round += 1) {
      log.note({ event: 'end', ms: round });
      await log.settled();
    }
    const names = (await readdir(folder)).sort();
    expect(names).toEqual(['layover.1.log', 'layover.2.log', 'layover.log']);
    for (const name of names) expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(2_000);
    const newest = await readFile(join(folder, 'layover.log'), 'utf8');
    expect(newest.trim().split('\n').at(-1)).toContain('"ms":99');
    expect((await log.text()).indexOf('"ms":98')).toBeLessThan((await log.text()).indexOf('"ms":99'));
  });
});

test('a full disk loses lines, says how many once there is room, and neither throws nor keeps anybody waiting', async () => {
  let isFull = true;
  let content = '';
  const full = (): Error => systemError('ENOSPC', 'write', '/x');
  const disk: LogDisk = {
    append: (_file, text) => (isFull ? Promise.reject(full()) : Promise.resolve(void (content += text))),
    sizeOf: () => Promise.resolve(0),
    rename: () => Promise.resolve(),
    makeFolder: () => Promise.resolve(),
    read: () => Promise.resolve(content),
    appendNow: () => {
      throw full();
    },
  };
  const log = createLog({ folder: '/nowhere', ...quiet, disk });
  for (let line = 0; line < 700; line += 1) log.note({ event: 'end', ms: line });
  log.lastFailure(new Error('x'));
  await log.settled();
  expect(log.isWritten).toBe(false);
  expect(content).toBe('');
  isFull = false;
  log.note({ event: 'end', ms: 1 });
  await log.settled();
  expect(log.isWritten).toBe(true);
  expect(
    content
      .trim()
      .split('\n')
      .map((line) => v.parse(lineSchema, JSON.parse(line))),
  ).toMatchObject([
    { event: 'lost', lines: 701, level: 'warning' },
    { event: 'end', ms: 1, level: 'info' },
  ]);
});
