// Nothing in; what it costs to find 500 highlights in a text and to read 10,000 from the disk out, beside looking for each quote word for word,
// and beside reading the same files bare.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { anchorText } from '#contract/anchor/resolve.ts';
import { isArticleId, type ArticleId } from '#contract/article.ts';
import { targetOf, type HighlightTarget } from '#contract/highlight.ts';
import { toJsonText } from '../../../electron/store/jsonAdapter.ts';
import { layoutOf } from '../../../electron/store/layout.ts';
import { openLibrary } from '../../../electron/store/library.ts';
import { mapBounded } from '../../../electron/store/taskQueue.ts';
import { aHighlight } from '../../helpers/highlights.ts';
import { percentile, type Figure } from './figures.ts';
import { longText } from './longText.ts';

const WORDS = 20_000;
const TARGETS = 500;
const ARTICLES = 2_500;
const EACH = 4;
const ROUNDS = 9;
const READ_AT_ONCE = 32;
const MADE = '2026-01-01T00:00:00.000Z';

/** Takes the median of several rounds, each in turn with its floor. */
export async function measureHighlights(): Promise<readonly Figure[]> {
  return [...measureFinding(), ...(await measureReading())];
}

function measureFinding(): readonly Figure[] {
  const { text, after } = longText(WORDS);
  const targets = Array.from({ length: TARGETS }, (_, number) => {
    const start = Math.floor((number / TARGETS) * (text.length - 400));
    return targetOf(text, { start, end: start + 60 + ((number * 37) % 300) }, MADE);
  });
  const texts = {
    'in the same text': text,
    'with every eighth word changed': after,
    'in another text': longText(WORDS, 7).text,
  };
  return Object.entries(texts).map(([name, changed]) => {
    const [found, floor]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round += 1) {
      floor.push(processorMs(() => void targets.map(({ quote }) => changed.indexOf(quote.exact))));
      found.push(processorMs(() => findAll(targets, changed)));
    }
    return {
      bench: 'highlights',
      size: null,
      name: `${TARGETS} found ${name}, processor time`,
      unit: 'ms',
      value: percentile(found, 0.5),
      peer: percentile(floor, 0.5),
      against: 'indexOf of each quote',
    };
  });
}

function findAll(targets: readonly HighlightTarget[], text: string): void {
  const anchored = anchorText(text);
  for (const target of targets) anchored.resolve(target);
}

function processorMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  return process.cpuUsage(before).user / 1_000;
}

async function measureReading(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'layover-highlights-'));
  const [first, again, floor]: [number[], number[], number[]] = [[], [], []];
  try {
    await (await openLibrary(folder, { now: () => new Date() })).close();
    writeHighlights(folder);
    for (let round = 0; round < ROUNDS; round += 1) {
      const started = performance.now();
      await readBare(layoutOf(folder).highlights);
      floor.push(performance.now() - started);
      const library = await openLibrary(folder, { now: () => new Date() });
      for (const times of [first, again]) {
        const asked = performance.now();
        const all = await library.highlights.all();
        times.push(performance.now() - asked);
        if (all.size !== ARTICLES) throw new Error('not all of the highlights were read');
      }
      await library.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const about = {
    bench: 'highlights',
    size: ARTICLES,
    unit: 'ms',
    against: 'its files listed, read and parsed',
  } as const;
  const peer = percentile(floor, 0.5);
  const count = (ARTICLES * EACH).toLocaleString('en');
  return [
    { ...about, name: `${count} read first`, value: percentile(first, 0.5), peer },
    { ...about, name: `${count} asked for again`, value: percentile(again, 0.5), peer },
  ];
}

async function readBare(root: string): Promise<void> {
  const files = readdirSync(root).flatMap((shard) =>
    readdirSync(join(root, shard)).map((name) => join(root, shard, name)),
  );
  await mapBounded(files, READ_AT_ONCE, async (file) => {
    JSON.parse(await readFile(file, 'utf8'));
  });
}

function writeHighlights(folder: string): void {
  for (let number = 0; number < ARTICLES; number += 1) {
    const id = idOf(number);
    const highlights = Array.from({ length: EACH }, (_, at) => aHighlight({ id: `${number}`.padStart(19, '0') + at }));
    const file = layoutOf(folder).highlightsOf(id);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, toJsonText({ format: 1, id, title: 'Night boat', highlights }));
  }
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

function idOf(number: number): ArticleId {
  const letters = [number % 32, (number >> 5) % 32, number >> 10].map((at) => LETTERS.charAt(at));
  const id = letters.join('').padEnd(16, 'a');
  if (!isArticleId(id)) throw new Error(id);
  return id;
}
