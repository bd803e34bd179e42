// `extract --batch`: what another program that drives it sees.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import * as v from 'valibot';
import { AppError } from '#contract/errors.ts';
import { answerBatchLine, runBatch, type BatchTools } from '../../../electron/terminal/batch.ts';
import type { ExtractInput, Extraction } from '../../../electron/extract/extraction.ts';
import { anEntry } from '../../helpers/articles.ts';

const Failure = v.strictObject({
  id: v.nullable(v.union([v.string(), v.number()])),
  error: v.strictObject({ code: v.string(), message: v.string() }),
});

const EXTRACTION: Extraction = {
  title: 'The last bar of signal',
  byline: 'Ada Marsh',
  siteName: 'Layover Notes',
  lang: 'en',
  dir: 'ltr',
  excerpt: null,
  published: '2026-09-04',
  updated: null,
  canonicalUrl: null,
  leadImage: null,
  icon: null,
  kind: 'article',
  contentHtml: '<p>Keep what you need.</p>',
  textContent: 'Keep what you need.',
  words: 4,
  images: [],
  relatedLists: [
    { heading: 'Related', entries: [anEntry({ title: 'One', url: 'https://notes.example/1', added: '2012-09-07' })] },
    { heading: null, entries: [anEntry({ title: 'Two', kind: 'video', raw: 'Two - Video' })] },
  ],
  comments: null,
  nextPage: null,
  nextNumber: null,
  lastPage: null,
  removed: [],
  confidence: 1,
};

let folder: string;
let asked: ExtractInput[];

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layover-batch-'));
  asked = [];
});

test.afterEach(() => rmSync(folder, { recursive: true }));

const decode = (bytes: Uint8Array): { text: string } => ({ text: Buffer.from(bytes).toString('utf8') });

const tools: BatchTools = {
  decode,
  extract: (input) => {
    asked.push(input);
    if (input.text === 'empty') return Promise.reject(new AppError('no-content', 'There is nothing to read.'));
    if (input.text === 'bug') return Promise.reject(new Error('/secret/path is undefined'));
    return Promise.resolve(EXTRACTION);
  },
};

function pageFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function answerTo(request: unknown): Promise<unknown> {
  const line = await answerBatchLine(typeof request === 'string' ? request : JSON.stringify(request), tools);
  expect(line).not.toContain('\n');
  return JSON.parse(line);
}

async function failureOf(request: unknown): Promise<{ id: string | number | null; code: string }> {
  const { id, error } = v.parse(Failure, await answerTo(request));
  expect(error.message).toMatch(/^[A-Z"“].+[.!]$/);
  return { id, code: error.code };
}

test('answers a page with the fields of the contract, its lists made one', async () => {
  const path = pageFile('page.html', '<p>Keep what you need.');
  const answer = await answerTo({ id: 'a', url: 'https://notes.example/last-signal', html_path: path });
  expect(answer).toEqual({
    id: 'a',
    title: 'The last bar of signal',
    byline: 'Ada Marsh',
    published: '2026-09-04',
    siteName: 'Layover Notes',
    lang: 'en',
    contentHtml: '<p>Keep what you need.</p>',
    textContent: 'Keep what you need.',
    related: [
      {
        title: 'One',
        url: 'https://notes.example/1',
        kind: 'article',
        added: '2012-09-07',
        updated: null,
        raw: 'A timetable is a promise',
      },
      { title: 'Two', url: null, kind: 'video', added: null, updated: null, raw: 'Two - Video' },
    ],
    ms: expect.any(Number),
  });
  expect(asked).toEqual([
    {
      kind: 'html',
      text: '<p>Keep what you need.',
      address: 'https://notes.example/last-signal',
      fileName: 'page.html',
    },
  ]);
});

test('reads a text file as text, and a page without an address', async () => {
  await answerTo({ id: 7, html_path: pageFile('post.txt', 'Keep.') });
  await answerTo({ id: 8, url: null, html_path: pageFile('page.htm', 'Keep.') });
  expect(asked.map(({ kind, address, fileName }) => [kind, address, fileName])).toEqual([
    ['text', null, 'post.txt'],
    ['html', null, 'page.htm'],
  ]);
});

test('answers a page that fails with its id and the reason', async () => {
  expect(await failureOf({ id: 'x', html_path: pageFile('a.html', 'empty') })).toEqual({ id: 'x', code: 'no-content' });
  expect(await failureOf({ id: 2, html_path: join(folder, 'none.html') })).toEqual({ id: 2, code: 'not-found' });
  mkdirSync(join(folder, 'folder.html'));
  const answer = v.parse(Failure, await answerTo({ id: 3, html_path: join(folder, 'folder.html') }));
  expect(answer.error).toMatchObject({ code: 'unreadable', message: expect.stringContaining('is not a file') });
});

test('tells nothing of a bug but that there was one', async () => {
  const line = await answerBatchLine(JSON.stringify({ id: 1, html_path: pageFile('b.html', 'bug') }), tools);
  expect(line).not.toContain('secret');
  expect(v.parse(Failure, JSON.parse(line)).error.code).toBe('internal');
});

for (const [name, line, id] of [
  ['is not JSON', '{"id":', null],
  ['is no object', '3', null],
  ['names no page', '{"id":"x"}', 'x'],
  ['names a page that is no text', '{"id":"x","html_path":{}}', 'x'],
  ['has no id', '{"html_path":"a.html"}', null],
  ['has an id that is none', '{"id":{"a":1},"html_path":"a.html"}', null],
] as const) {
  test(`refuses a line that ${name}, and says so`, async () => {
    expect(await failureOf(line)).toEqual({ id, code: 'bad-input' });
  });
}

const WORKER = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, task: { task, input } }) => {
  if (input.text === 'crash') throw new Error('crash');
  const value = { title: input.text, contentHtml: '', textContent: '', relatedLists: [] };
  parentPort.postMessage({ say: 'answer', id, answer: { task, value } });
});
`;

test('answers each line before the next one is sent, in order, past blank lines and pages that break the worker', async () => {
  const workerFile = pageFile('worker.cjs', WORKER);
  const written: string[] = [];
  async function* drive(): AsyncGenerator<string> {
    for (const [sent, text] of ['first', 'crash', '', 'last'].entries()) {
      // A run that reads ahead finds its earlier answers missing here.
      expect(written).toHaveLength(Math.min(sent, 2));
      yield text === '' ? '  ' : JSON.stringify({ id: text, html_path: pageFile(`${text}.html`, text) });
    }
  }
  await runBatch(
    drive(),
    (line) => {
      expect(line.endsWith('\n')).toBe(true);
      written.push(line);
      return Promise.resolve();
    },
    { workerFile, decode },
  );
  const Answer = v.object({
    id: v.string(),
    title: v.optional(v.string()),
    error: v.optional(v.object({ code: v.string() })),
  });
  expect(written.map((line) => v.parse(Answer, JSON.parse(line)))).toEqual([
    { id: 'first', title: 'first' },
    { id: 'crash', error: { code: 'internal' } },
    { id: 'last', title: 'last' },
  ]);
});
