// A library's folder in; what wishes for all of its articles cost the process that keeps it out: time, processor, how long it answers nobody,
// memory. Beside each wish the plainest loop that leaves as much on the device. Takes one message, sends one.
import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { BulkOutcome } from '#contract/bulk.ts';
import { openLayover, type Layover } from '../../../electron/layover.ts';
import { toJsonText } from '../../../electron/store/jsonAdapter.ts';
import { parseBulkRequest, type BulkCost, type BulkRequest } from './bulk.ts';
import { folderToMove, moveBare, timed, writeBare } from './floors.ts';
import { rssMb } from './measuredSearch.ts';

const AT_ONCE = 16;
const LOOK_MS = 10;
// Looking costs the process something itself.
const WEIGH_MS = 200;

/** Carries out each wish with all articles, in an order in which each finds them as the one before left them. */
async function measure({ folder }: BulkRequest): Promise<readonly BulkCost[]> {
  const layover = await openLayover({
    folder,
    workerFile: join(process.env['QUALITY_ROOT'] ?? '', 'out/extractWorker.cjs'),
    now: () => new Date(),
    report: (bug) => process.stderr.write(`${String(bug)}\n`),
    events: { libraryChanged: () => undefined, saveChanged: () => undefined, saveDismissed: () => undefined },
  });
  try {
    await layover.inspectAll();
    const { care, library } = layover;
    const ids = library.catalogue.ids();
    const write = await writeAll(folder, await factsOf(layover));
    const move = await moveAll(folder, ids.length);
    let undo = 0;
    const wish = async (name: string, isMoved: boolean, run: () => Promise<BulkOutcome>): Promise<BulkCost> => {
      const { outcome, ms, cpuMs, blockMs, peakMb } = await watch(run);
      if (outcome.failed > 0) throw new Error(`${name}: ${outcome.failed} failed`);
      undo = outcome.undo ?? 0;
      const share = outcome.changed / ids.length;
      const floorMs = (isMoved ? move : write) * share;
      return { name, isMoved, ms, cpuMs: cpuMs / outcome.changed, blockMs, peakMb, floorMs };
    };
    return [
      await wish('tag', false, () => care.change({ ids }, { addTags: ['Bench'] })),
      await wish('take it back', false, () => care.undo(undo)),
      await wish('archive', false, () => care.change({ ids }, { isArchived: true })),
      await wish('remove', true, () => care.remove({ ids })),
      await wish('bring back', true, () => care.undo(undo)),
      await wish('remove again', true, () => care.remove({ ids })),
      await wish('remove for good', true, () => care.empty(null)),
    ];
  } finally {
    await layover.close();
  }
}

async function watch(
  run: () => Promise<BulkOutcome>,
): Promise<Pick<BulkCost, 'ms' | 'cpuMs' | 'blockMs' | 'peakMb'> & { readonly outcome: BulkOutcome }> {
  const delay = monitorEventLoopDelay({ resolution: LOOK_MS });
  let peakMb = rssMb();
  const looking = setInterval(() => {
    peakMb = Math.max(peakMb, rssMb());
  }, WEIGH_MS);
  delay.enable();
  const before = process.cpuUsage();
  const started = performance.now();
  const outcome = await run();
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  clearInterval(looking);
  // The histogram counts how long a timer took in all, with what it was set to.
  const blockMs = Math.max(0, delay.max / 1e6 - LOOK_MS);
  return { outcome, ms, cpuMs: (user + system) / 1_000, blockMs, peakMb };
}

async function factsOf({ library }: Layover): Promise<readonly Uint8Array[]> {
  const facts: Uint8Array[] = [];
  for await (const article of library.eachArticle()) facts.push(Buffer.from(toJsonText(article)));
  return facts;
}

async function writeAll(folder: string, files: readonly Uint8Array[]): Promise<number> {
  const bare = `${folder}.bare`;
  await mkdir(bare);
  const ms = await timed(() => someAtOnce(files, (bytes) => writeBare(bare, [bytes])));
  await rm(bare, { recursive: true });
  return ms;
}

async function moveAll(folder: string, count: number): Promise<number> {
  const [bare, trash] = [`${folder}.bare`, `${folder}.bare-trash`];
  await Promise.all([mkdir(bare), mkdir(trash)]);
  const folders: string[] = [];
  for (let made = 0; made < count; made += 1) folders.push(await folderToMove(bare));
  const ms = await timed(() => someAtOnce(folders, (from) => moveBare(from, bare, trash)));
  await Promise.all([rm(bare, { recursive: true }), rm(trash, { recursive: true })]);
  return ms;
}

async function someAtOnce<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const work = async (): Promise<void> => {
    for (const item of queue) await run(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

const [request]: unknown[] = await once(process, 'message');
process.send?.(await measure(parseBulkRequest(request)), () => process.disconnect());
