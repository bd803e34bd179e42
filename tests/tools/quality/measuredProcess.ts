// One system in a process of its own: reads pages, writes one JSON line each, and at the end what it cost.
// Arguments: task (`answers` | `speed` | `soak`), system, data folder, output file, count for `soak`, names of sets.
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import process from 'node:process';
import * as v from 'valibot';
import { toAnswer, type Extractor } from './answer.ts';
import { openSystem, SYSTEM_NAMES } from './systems.ts';
import { readPage, readTruth, SET_NAMES, type TruthPage } from './truth.ts';

const Arguments = v.tuple([
  v.picklist(['answers', 'speed', 'soak']),
  v.picklist(SYSTEM_NAMES),
  v.string(),
  v.string(),
  v.pipe(v.string(), v.transform(Number)),
  v.array(v.picklist(SET_NAMES)),
]);

const [task, system, folder, file, count, sets] = v.parse(Arguments, [
  ...process.argv.slice(2, 7),
  process.argv.slice(7),
]);
// A run that is broken off must not leave this behind.
process.on('disconnect', () => process.exit(1));
const extract = await openSystem(system);
const pages = sets.flatMap((set) => readTruth(folder, set));
const out = createWriteStream(file);
if (task === 'answers') await writeAnswers(pages);
else if (task === 'speed') out.write(JSON.stringify(await measureSpeed(pages)));
else await soak(pages);
out.end();
await finished(out);
// Some systems leave timers behind.
process.exit(0);

async function writeAnswers(wanted: readonly TruthPage[]): Promise<void> {
  for (const page of wanted) {
    let line: string;
    try {
      line = JSON.stringify(toAnswer(page.id, await extract(readPage(folder, page), addressOf(page)), null));
    } catch (error) {
      line = JSON.stringify(toAnswer(page.id, null, error instanceof Error ? error.message : String(error)));
    }
    out.write(`${line}\n`);
    await letGo();
  }
}

/** The first round only warms up; of the next two the better time of each page counts, as in the published baselines. */
async function measureSpeed(wanted: readonly TruthPage[]): Promise<object> {
  const best = new Map<string, number>();
  for (let round = 0; round < 3; round++) {
    for (const page of wanted) {
      const html = readPage(folder, page);
      const ms = await timeOf(extract, html, addressOf(page));
      await letGo();
      if (round > 0) best.set(page.id, Math.min(ms, best.get(page.id) ?? Infinity));
    }
  }
  // maxRSS is in kilobytes.
  return { ms: [...best.values()], peakMemoryMb: process.resourceUsage().maxRSS / 1024 };
}

/** The same pages over and over: what is not given back shows as a heap that grows. */
async function soak(wanted: readonly TruthPage[]): Promise<void> {
  for (let done = 0; done < count; done++) {
    const page = wanted[done % wanted.length];
    if (page !== undefined) await timeOf(extract, readPage(folder, page), addressOf(page));
    await letGo();
    if ((done + 1) % Math.ceil(count / 10) === 0) {
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      out.write(`${String(done + 1)} pages: heap ${megabytes(heapUsed)} MB, resident ${megabytes(rss)} MB\n`);
    }
  }
}

async function timeOf(run: Extractor, html: string, url: string): Promise<number> {
  const start = performance.now();
  try {
    await run(html, url);
  } catch {
    // A page on which the system fails still took its time.
    return performance.now() - start;
  }
  return performance.now() - start;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(0);
}

/** jsdom frees a window only when the event loop turns; without it a set does not fit into memory. */
async function letGo(): Promise<void> {
  await setImmediate();
}

function addressOf(page: TruthPage): string {
  return page.url ?? 'http://fakehost/test/page.html';
}
